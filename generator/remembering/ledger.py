"""What every page was made of last time: read whole when a build begins, written whole when it ends.

Pages ask much the same questions. Each stands here once, with its answer, and pages name it by number. So a build asks
every question once, and a page holds if none of those it names is answered differently now.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic_core import from_json, to_json

from generator.remembering.questions import Notes, Question

Numbers: TypeAlias = "array[int]"
"""Of questions. Many pages name many of them, so they are kept in few bytes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A page: all that the next build needs of it as long as it stays as it is."""

    written_with: str
    """The digest of its own values, its template and the code."""
    content: str
    """The digest of what it was converted into."""
    anchors: str
    """Its own, with spaces between."""
    links: Mapping[str, dict[str, str]]
    """The anchors on other pages that it leads to."""
    asked: Numbers = field(default_factory=lambda: array("L"))
    framed_with: str = ""
    finished: str = ""
    """The digest of the file as it was published in this frame."""


@dataclass(slots=True)
class Ledger:
    _lines: dict[str, Line] = field(default_factory=dict)
    _questions: list[tuple[Question, str | None]] = field(default_factory=list)
    _numbers: dict[tuple[Question, str | None], int] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: str | None) -> Ledger:
        if not kept:
            return cls()
        lines, questions = from_json(kept)
        known = [(tuple(question), answer) for *question, answer in questions]
        found = {path: _line(*line) for path, line in lines.items()}
        return cls(found, known, {pair: number for number, pair in enumerate(known)})

    def line(self, path: str) -> Line | None:
        return self._lines.get(path)

    def changed(self, answer: Callable[[Question], str | None]) -> frozenset[int]:
        """The questions that are answered differently now."""
        return frozenset(number for number, (question, known) in enumerate(self._questions) if answer(question) != known)

    def numbers(self, notes: Notes) -> Numbers:
        return array("L", map(self._number, notes.items()))

    def _number(self, pair: tuple[Question, str | None]) -> int:
        if pair not in self._numbers:
            self._numbers[pair] = len(self._questions)
            self._questions.append(pair)
        return self._numbers[pair]

    def text(self, lines: Mapping[str, Line]) -> str:
        """These lines for the next build, with the questions they name, numbered anew."""
        used = sorted({number for line in lines.values() for number in line.asked})
        anew = {number: index for index, number in enumerate(used)}
        rows = {path: _row(line, anew) for path, line in sorted(lines.items())}
        return to_json([rows, [[*self._questions[number][0], self._questions[number][1]] for number in used]]).decode()


def _line(written_with: str, content: str, anchors: str, links: dict[str, dict[str, str]], asked: list[int], *finished: str) -> Line:
    return Line(written_with, content, anchors, links, array("L", asked), *finished)


def _row(line: Line, anew: Mapping[int, int]) -> list[Any]:
    return [line.written_with, line.content, line.anchors, line.links, [anew[n] for n in line.asked], line.framed_with, line.finished]
