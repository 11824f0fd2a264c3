"""Work that another process does meanwhile, where the system can fork one. It sees everything as it was at the beginning."""

from __future__ import annotations

import os
import pickle
import signal
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import IO, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") and hasattr(os, "fork") else 1
WORTH_IT = 64
"""With fewer pieces of work, sharing them costs more than it saves."""
_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]


class Aside(Generic[R]):
    """Begins the work at once, if there is a second core. What the other process fails at is done when the results are asked for.

    Results wait in a nameless file, one after the other, so that neither process ever holds all of them.
    """

    def __init__(self, work: Callable[[], Iterable[R]]) -> None:
        self._work = work
        self._child = 0
        if CORES < 2:
            return
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 -- open until this object goes
        self._child = os.fork()
        if self._child == 0:
            _deliver(work, self._file)

    def results(self) -> Iterator[R]:
        if self._child == 0 or self._ended() != 0:
            yield from self._work()
            return
        self._file.seek(0)
        with suppress(EOFError):
            while True:
                yield pickle.load(self._file)

    def stop(self) -> None:
        """Nobody wants the results any more."""
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            self._ended()

    def _ended(self) -> int:
        _, status = os.waitpid(self._child, 0)
        self._child = 0
        return status


def _deliver(work: Callable[[], Iterable[object]], file: IO[bytes]) -> None:
    """In the child. Nothing it does may reach back: it neither tidies up nor speaks."""
    status = 1
    try:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        for result in work():
            pickle.dump(result, file, protocol=pickle.HIGHEST_PROTOCOL)
        file.flush()
        status = 0
    finally:
        os._exit(status)


def shared(work: Callable[[T], R], items: Sequence[T]) -> Iterator[tuple[T, R]]:
    """Every item with its result, the work shared among the cores if there is enough of it."""
    parts = CORES if len(items) >= WORTH_IT else 1
    others = [(part, _mapped(work, part)) for part in (items[number::parts] for number in range(1, parts))]
    try:
        for item in items[::parts]:
            yield item, work(item)
        for part, other in others:
            yield from zip(part, other.results(), strict=True)
    finally:
        for _, other in others:
            other.stop()


def _mapped(work: Callable[[T], R], items: Sequence[T]) -> Aside[R]:
    return Aside(lambda: map(work, items))
