"""A problem is a value: found anywhere in the hallway, collected, sorted, and only at the end put into words' place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "hint"]
Path = tuple[str | int, ...]
"""The way to a value inside a record, such as ("quellen", 0, "url")."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place, in a German sentence that says what and how to mend it."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    field: str
    message: str


class BadInput(Exception):
    """The records cannot be used as they are. Carries every problem of the run."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} Probleme in den Datensätzen")
        self.problems = problems


_LONGEST_NAME = 100


def field_name(path: Path) -> str:
    """quellen[0].url"""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step[:_LONGEST_NAME]}" if name else step[:_LONGEST_NAME]
    return name


def errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]
