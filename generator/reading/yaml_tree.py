"""YAML text to plain values, with line and column of every key and value.

Events are taken one by one instead of loading the document: nothing is ever expanded or constructed, so aliases
that multiply, tags that call Python and nesting without end stay what they are, a problem with a place.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.problems import Path
from generator.reading.shape import shown
from generator.records.scalars import Trap

MAX_DEPTH = 12
_RESOLVER: Any = yaml.resolver.Resolver()
_INT = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_ODD_SIGN = re.compile("[\x85\u2028\u2029]|\\A\ufeff")

Place = tuple[int, int]


@dataclass(slots=True)
class Mistake:
    """Something the YAML itself gets wrong."""

    place: Place
    code: str
    message: str
    path: Path = ()


@dataclass(slots=True)
class Tree:
    """What a file says, and where it says it, if that was asked for."""

    data: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    broken: bool = False
    """The YAML ended in a mistake of syntax, so what follows it is unknown."""

    def place(self, path: Path) -> Place:
        """Where a value stands; of a value that is missing, where its block begins."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))


def parse(text: str, first_line: int = 1, places: bool = True) -> Tree:
    """Places take more room than all values together, and are needed only where something is to be said of a value."""
    builder = _Builder(first_line, first_line + text.rstrip().count("\n"), places)
    if odd := odd_sign(text):
        builder.tree.mistakes.append(_unseen(text[: odd.start()], first_line))
        builder.tree.broken = True
        return builder.tree
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.tree.mistakes.append(_unreadable(error, text, first_line) or builder.syntax(error))
        builder.tree.broken = True
    return builder.tree


def odd_sign(text: str) -> re.Match[str] | None:
    """What ends a line for YAML, or is passed over, but shows in hardly an editor: places would be told wrong, and nobody sees why."""
    return _ODD_SIGN.search(text)


class _Unfit(yaml.MarkedYAMLError):
    """Valid YAML that no record can be."""

    def __init__(self, problem: str, event: Any) -> None:
        super().__init__(problem=problem, problem_mark=event.start_mark)


class _Builder:
    """Puts the events together with a stack of its own: depth costs no recursion."""

    def __init__(self, first_line: int, last_line: int, places: bool) -> None:
        self.tree = Tree()
        self._first_line, self._last_line = first_line, last_line
        self._places = places
        self._stack: list[tuple[Path, Any, dict[str, int]]] = []
        """Every open block: its path, its content, and the lines of its keys."""
        self._key: str | None = None
        self._documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._mistake(event, "yaml", "Hier beginnt mit „---“ ein zweites Dokument. Jede Datei enthält genau einen Datensatz.")
        elif self._documents > 1:
            return
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._stack.pop()
        elif isinstance(event, NodeEvent):
            self._node(event)

    def _node(self, event: Any) -> None:
        if self._stack and isinstance(self._stack[-1][1], dict) and self._key is None:
            self._take_key(event)
            return
        value = self._value(event)
        if self._places:
            self.tree.values.setdefault(self._path(), self._at(event.start_mark))
        is_block = isinstance(event, (MappingStartEvent, SequenceStartEvent))
        path = self._path() if is_block else ()
        self._store(value)
        if is_block:
            self._stack.append((path, value, {}))
            if len(self._stack) > MAX_DEPTH:
                raise _Unfit("nesting", event)

    def _take_key(self, event: Any) -> None:
        if not isinstance(event, ScalarEvent):
            raise _Unfit("key", event)
        path, mapping, lines = self._stack[-1]
        self._key = key = str(event.value)
        line, column = self._at(event.start_mark)
        if key in mapping:
            message = f"{shown(key)} steht schon in Zeile {lines[key]}. Behalten Sie eine der beiden Angaben."
            self._mistake(event, "doppeltes-feld", message, (*path, key))
            return
        lines[key] = line
        if self._places:
            self.tree.keys[*path, key] = line, column

    def _value(self, event: Any) -> Any:
        if isinstance(event, AliasEvent) or event.anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self._mistake(
                event,
                "yaml",
                f"{shown(f'{sign}{event.anchor}')} verweist auf eine andere Stelle der Datei. Schreiben Sie den Wert aus.",
                self._path(),
            )
        if isinstance(event, AliasEvent):
            return None
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._mistake(event, "yaml", f"Die Typangabe {shown(tag)} ist nicht erlaubt. Schreiben Sie nur den Wert.", self._path())
        if isinstance(event, ScalarEvent):
            return scalar(event.value) if event.implicit[0] else event.value
        return {} if isinstance(event, MappingStartEvent) else []

    def _store(self, value: Any) -> None:
        if not self._stack:
            self.tree.data = value
        elif isinstance(container := self._stack[-1][1], list):
            container.append(value)
        else:
            container.setdefault(self._key, value)
            self._key = None

    def _path(self) -> Path:
        if not self._stack:
            return ()
        path, container, _ = self._stack[-1]
        return (*path, len(container) if isinstance(container, list) else str(self._key))

    def _at(self, mark: Any) -> Place:
        """What is missed at the end is missed in the last line that says something."""
        line = mark.line + self._first_line
        return (line, mark.column + 1) if line <= self._last_line else (self._last_line, 1)

    def _mistake(self, event: Any, code: str, message: str, path: Path = ()) -> None:
        self.tree.mistakes.append(Mistake(self._at(event.start_mark), code, message, path))

    def syntax(self, error: yaml.YAMLError) -> Mistake:
        said = str(getattr(error, "problem", "") or error)
        marks = [mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None))]
        place = self._at(marks[-1 if said.startswith(_NOTICED_LATER) else 0]) if marks else (self._first_line, 1)
        german = next((text for start, text in _SYNTAX.items() if said.startswith(start)), _UNREADABLE)
        return Mistake(place, "yaml", german)


def scalar(text: str) -> Any:
    """A value without quotes, read the plain way; where YAML would make something surprising of it, a Trap."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
    if tag == "str":
        return text
    if tag == "null":
        return None
    if tag == "bool" and text in ("true", "false"):
        return text == "true"
    if tag == "int" and _INT.fullmatch(text):
        return int(text)
    if tag == "float" and _FLOAT.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return Trap(text, tag)


_UNREADABLE = "Hier lässt sich die Datei nicht lesen. Prüfen Sie Einrückung, Klammern und Anführungszeichen; Text mit Sonderzeichen am Anfang braucht Anführungszeichen."
_SYNTAX = {
    "nesting": "Die Angaben sind zu tief verschachtelt. Ein Datensatz braucht höchstens drei Ebenen.",
    "key": "Links vom Doppelpunkt steht kein einfacher Feldname.",
    "mapping values are not allowed": "Hier steht ein Doppelpunkt mitten im Text. Setzen Sie den ganzen Text in Anführungszeichen.",
    "could not find expected ':'": "Hier fehlt ein Doppelpunkt nach dem Feldnamen, oder die Einrückung stimmt nicht.",
    "did not find expected key": "Hier wird ein Feldname erwartet. Prüfen Sie Einrückung und Anführungszeichen der Zeilen davor.",
    "did not find expected '-' indicator": "Hier wird ein weiterer Listenpunkt mit „-“ erwartet. Prüfen Sie die Einrückung.",
    "did not find expected ',' or": "Die Aufzählung in eckigen oder geschweiften Klammern ist nicht geschlossen.",
    "found unexpected end of stream": "Ein Anführungszeichen oder eine Klammer wurde geöffnet, aber nicht geschlossen.",
    "found character that cannot start any token": "Dieses Zeichen darf hier nicht stehen. Tabulatoren sind nicht erlaubt; Text mit Sonderzeichen am Anfang braucht Anführungszeichen.",
    "found a tab character": "Hier steht ein Tabulator. Rücken Sie mit Leerzeichen ein.",
    "found undefined tag handle": "Typangaben mit „!“ sind nicht erlaubt. Schreiben Sie nur den Wert.",
    "found duplicate anchor": "Verweise mit „&“ und „*“ sind nicht erlaubt. Schreiben Sie den Wert aus.",
    "found unknown escape character": "Nach „\\“ steht ein unbekanntes Zeichen. Verwenden Sie einfache Anführungszeichen.",
    "block sequence entries are not allowed": "Hier darf kein Listenpunkt stehen. Listen beginnen in einer neuen Zeile unter dem Feldnamen.",
}
_NOTICED_LATER = ("could not find expected ':'", "found unexpected end of stream")
"""What was begun and never ended is missed some lines below; the mistake is where it began."""


def _unseen(before: str, first_line: int) -> Mistake:
    place = (before.count("\n") + first_line, len(before) - before.rfind("\n"))
    return Mistake(place, "yaml", "Hier steht ein unsichtbares Steuerzeichen, das in Datensätzen nicht erlaubt ist.")


def _unreadable(error: yaml.YAMLError, text: str, first_line: int) -> Mistake | None:
    """A sign that YAML does not read at all."""
    if not isinstance(error, yaml.reader.ReaderError):
        return None
    before = text.encode()[: error.position] if isinstance(error.position, int) else b""  # libyaml counts bytes
    return _unseen(before.decode(errors="ignore"), first_line)
