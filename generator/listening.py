"""What a library says of its work, collected instead of printed past us."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def listening(logger_name: str, level: int, aloud: bool = True) -> Iterator[list[str]]:
    """Every message from this level on; unless `aloud`, nobody else hears them."""
    said: list[str] = []
    handler = logging.Handler(level)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger(logger_name)
    logger.addHandler(handler)
    before, logger.propagate = logger.propagate, aloud and logger.propagate
    try:
        yield said
    finally:
        logger.propagate = before
        logger.removeHandler(handler)
