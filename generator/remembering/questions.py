"""What a page asked the catalogue, and what it was told.

A page is made of its own values and of what its template asks on the way. Instead of guessing what a change touches,
every question is noted with the digest of its answer: a page written earlier still holds if all its questions would
be answered as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from generator.catalogue import Catalogue
from generator.records.fields import Record
from generator.remembering.digests import Digests

Question = tuple[str | int, ...]
"""The name of a member of the catalogue and the keys below it, or with brackets the name of a method and its arguments."""
Notes = dict[Question, str | None]
_UNANSWERED = "-"
_HOW_MANY = "len()"
"""A key that no mapping and no method has: a page that only counts holds as long as the number does."""
_RECORD = "@"


class Questions:
    """Answers as the catalogue does. Whoever wants to know what a piece of work asked does it under `noted`."""

    def __init__(self, catalogue: Catalogue, digests: Digests) -> None:
        self._catalogue = catalogue
        self._digests = digests
        self._answered: dict[Question, str] = {}
        self._notes: Notes | None = None

    @contextmanager
    def noted(self) -> Iterator[Notes]:
        notes: Notes = {}
        self._notes = notes
        try:
            yield notes
        finally:
            self._notes = None

    # --- being asked -------------------------------------------------------------------------------------------------

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._catalogue, name)
        if isinstance(value, Mapping):
            return _Shelf(self, (name,), value)
        if not callable(value):
            return self.note((name,), value)

        def asked(*arguments: Any) -> Any:
            question = (f"{name}()", *(_named(argument) for argument in arguments))
            answer = value(*arguments)
            return _Row(self, question, answer) if type(answer) is tuple else self.note(question, answer)

        return asked

    def note(self, question: Question, answer: Any) -> Any:
        if self._notes is not None and question not in self._notes:
            if question not in self._answered:
                self._answered[question] = self._digests.of(answer)
            self._notes[question] = self._answered[question]
        return answer

    def note_missing(self, question: Question) -> None:
        if self._notes is not None:
            self._notes[question] = _UNANSWERED

    # --- asking again ------------------------------------------------------------------------------------------------

    def digest(self, question: Question) -> str:
        """The digest of today's answer to a question that was asked some time."""
        try:
            return self._digests.of(self._answer(question))
        except LookupError:
            return _UNANSWERED

    def _answer(self, question: Question) -> Any:
        name, *rest = question
        member = getattr(self._catalogue, str(name).removesuffix("()"))
        if str(name).endswith("()"):
            counted = rest[-1:] == [_HOW_MANY]
            answer = member(*(self._meant(argument) for argument in (rest[:-1] if counted else rest)))
            return len(answer) if counted else answer
        for key in rest:
            member = len(member) if key == _HOW_MANY else member[key]
        return member

    def _meant(self, argument: str | int) -> Any:
        return self._by_file[argument[1:]] if isinstance(argument, str) and argument.startswith(_RECORD) else argument

    @cached_property
    def _by_file(self) -> Mapping[str, Record]:
        return {record.file: record for records in self._catalogue.kinds().values() for record in records.values()}


def _named(argument: Any) -> str | int:
    if isinstance(argument, Record):
        return f"{_RECORD}{argument.file}"
    if isinstance(argument, str | int):
        return argument
    raise TypeError(f"the catalogue was asked about a {type(argument).__name__}, which no later build could ask again")


class _Shelf(Mapping[str, Any]):
    """A mapping of the catalogue: one key asks for one value, everything else for all of it."""

    def __init__(self, questions: Questions, question: Question, content: Mapping[str, Any]) -> None:
        self._questions = questions
        self._question = question
        self._content = content

    def __getitem__(self, key: str) -> Any:
        question = (*self._question, key)
        try:
            value = self._content[key]
        except KeyError:
            self._questions.note_missing(question)
            raise
        return _Shelf(self._questions, question, value) if isinstance(value, Mapping) else self._questions.note(question, value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return int(self._questions.note((*self._question, _HOW_MANY), len(self._content)))

    def keys(self) -> Any:
        return self._all().keys()

    def values(self) -> Any:
        return self._all().values()

    def items(self) -> AbstractSet[tuple[str, Any]]:  # type: ignore[override]
        return self._all().items()

    def _all(self) -> Mapping[str, Any]:
        self._questions.note(self._question, self._content)
        return self._content


class _Row(Sequence[Any]):
    """Several in a row, as a method found them: to count them asks for their number, everything else for all of them."""

    def __init__(self, questions: Questions, question: Question, content: tuple[Any, ...]) -> None:
        self._questions = questions
        self._question = question
        self._content = content

    def __len__(self) -> int:
        return int(self._questions.note((*self._question, _HOW_MANY), len(self._content)))

    def __getitem__(self, index: Any) -> Any:
        return self._all()[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == other

    def _all(self) -> tuple[Any, ...]:
        self._questions.note(self._question, self._content)
        return self._content
