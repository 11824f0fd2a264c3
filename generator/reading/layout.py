"""A file's text before anybody reads YAML in it: its lines, and where head and prose of a `.md` record part."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARTS = re.compile(r"((?:[ \t]*\n)*)-{3,}[ \t]*\n((?:.*?\n)??)-{3,}[ \t]*(?:\n(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parts:
    head: str
    body: str
    head_line: int
    body_line: int
    """The lines of the file, from 1, in which they begin."""


def lines_of(text: str) -> str:
    """A text without mark at its beginning and with one sign at the end of its lines, whatever editor wrote it."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def parts_of(text: str) -> Parts | None:
    """Head and prose; None where the file does not begin with a head, so that nothing above it is passed over in silence."""
    found = _PARTS.fullmatch(text)
    if not found:
        return None
    before, head, body = found[1], found[2], found[3] or ""
    head_line = before.count("\n") + 2
    body_line = head_line + head.count("\n") + 1 + _blank(body)
    return Parts(head, body, head_line, body_line)


def _blank(body: str) -> int:
    """Empty lines before the prose."""
    return body[: len(body) - len(body.lstrip())].count("\n")
