"""Problems as text for people, JSON for programs, and as the annotations of the two forges."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import PurePosixPath

from generator.hidden import visible
from generator.problems import Problem

_GERMAN = {"error": "Fehler", "warning": "Warnung", "hint": "Hinweis"}
_GITHUB = {"error": "error", "warning": "warning", "hint": "notice"}
_GITLAB = {"error": "major", "warning": "minor", "hint": "info"}

Format = Callable[[list[Problem], str], str]
"""Takes the problems and the records folder as seen from the repository."""


def as_text(problems: list[Problem], folder: str) -> str:
    return _lines(
        visible(
            f"{PurePosixPath(folder, p.file)}:{p.line}:{p.column}: {_GERMAN[p.severity]}: {p.field + ': ' if p.field else ''}{p.message} [{p.code}]"
        )
        for p in problems
    )


def as_json(problems: list[Problem], folder: str) -> str:
    return _lines(json.dumps(asdict(problem)) for problem in problems)


def as_github(problems: list[Problem], folder: str) -> str:
    def safe(text: str, more: str = "") -> str:
        text = visible(text)
        for character in "%" + more:
            text = text.replace(character, f"%{ord(character):02X}")
        return text

    return _lines(
        f"::{_GITHUB[p.severity]} file={safe(f'{folder}/{p.file}', ':,')},line={p.line},col={p.column},title={safe(p.field or p.code, ':,')}::{safe(p.message)}"
        for p in problems
    )


def as_gitlab(problems: list[Problem], folder: str) -> str:
    """GitLab's Code Quality report."""
    report = [
        {
            "description": p.message,
            "check_name": p.code,
            "fingerprint": hashlib.sha256(f"{p.file}\0{p.code}\0{p.field}\0{p.message}".encode()).hexdigest(),
            "severity": _GITLAB[p.severity],
            "location": {"path": f"{folder}/{p.file}", "lines": {"begin": p.line}},
        }
        for p in problems
    ]
    return json.dumps(report, indent=2) + "\n"


def _lines(lines: Iterable[str]) -> str:
    """What no encoding knows, such as the name of a file in an old one, as its number."""
    return "".join(line + "\n" for line in lines).encode("utf-8", "backslashreplace").decode()


FORMATS: dict[str, Format] = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}


def summary(problems: list[Problem], records: int) -> str:
    counts = [
        (sum(p.severity == severity for p in problems), one, many)
        for severity, one, many in (("error", "Fehler", "Fehler"), ("warning", "Warnung", "Warnungen"), ("hint", "Hinweis", "Hinweise"))
    ]
    said = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts)
    return f"{records} {'Datensatz' if records == 1 else 'Datensätze'} geprüft: {said}."
