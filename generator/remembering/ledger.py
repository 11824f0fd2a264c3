"""What every page was made of last time: read whole when a build begins, written whole when it ends.

Pages ask much the same questions. Each stands here once, with its answer, and pages name it by number. So a build asks
every question once, and a page holds if none of those it names is answered differently now.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic_core import from_json, to_json

from generator.remembering.questions import Notes, Question

PORTION = 1000
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
    asked: Numbers = field(default_factory=lambda: array("I"))
    framed_with: str = ""
    finished: str = ""
    """The digest of the file as it was published in this frame."""


@dataclass(slots=True)
class Ledger:
    _lines: dict[str, Line] = field(default_factory=dict)
    _questions: list[str] = field(default_factory=list)
    """Each with its answer, as JSON: there are many of them, and taken apart they would need several times the room."""
    _numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, portions: Iterable[str | None]) -> Ledger:
        """With a single portion missing there is nothing to rely on."""
        ledger = cls()
        for portion in portions:
            if portion is None:
                return cls()
            lines, questions = from_json(portion)
            ledger._lines |= {path: _line(*line) for path, line in lines}
            ledger._questions += questions
        ledger._numbers = {question: number for number, question in enumerate(ledger._questions)}
        return ledger

    def line(self, path: str) -> Line | None:
        return self._lines.get(path)

    def changed(self, answer: Callable[[Question], str | None]) -> frozenset[int]:
        """The questions that are answered differently now."""
        asked = ((number, *from_json(question)) for number, question in enumerate(self._questions))
        return frozenset(number for number, *question, known in asked if answer(tuple(question)) != known)

    def numbers(self, notes: Notes) -> Numbers:
        return array("I", (self._number(to_json([*question, answer]).decode()) for question, answer in notes.items()))

    def _number(self, question: str) -> int:
        if question not in self._numbers:
            self._numbers[question] = len(self._questions)
            self._questions.append(question)
        return self._numbers[question]

    def portions(self, lines: Mapping[str, Line]) -> Iterator[str]:
        """These lines for the next build, with the questions they name, numbered anew: so many at a time that no text gets large."""
        used = sorted({number for line in lines.values() for number in line.asked})
        anew = {number: index for index, number in enumerate(used)}
        paths = sorted(lines)
        for start in range(0, max(len(paths), len(used)), PORTION):
            part = slice(start, start + PORTION)
            rows = [(path, _row(lines[path], anew)) for path in paths[part]]
            yield to_json([rows, [self._questions[number] for number in used[part]]]).decode()


def _line(written_with: str, content: str, anchors: str, links: dict[str, dict[str, str]], asked: list[int], *finished: str) -> Line:
    return Line(written_with, content, anchors, links, array("I", asked), *finished)


def _row(line: Line, anew: Mapping[int, int]) -> list[Any]:
    return [line.written_with, line.content, line.anchors, line.links, [anew[n] for n in line.asked], line.framed_with, line.finished]
