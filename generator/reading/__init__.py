"""Files to records, with line and column of every value. Whatever is wrong with a file becomes a problem, never an exception."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.nearest import did_you_mean
from generator.problems import Path as ValuePath
from generator.problems import Problem, Severity, field_name
from generator.reading.earlier import Earlier
from generator.reading.files import Unfit, content, record_files
from generator.reading.layout import lines_of, parts_of
from generator.reading.names import meant_place, place_of
from generator.reading.shape import findings
from generator.reading.yaml_tree import Tree, parse
from generator.records import KINDS, Kind
from generator.records.fields import Record
from generator.records.vokabular import VOCABULARIES


@dataclass(slots=True)
class Entry:
    """One file: what it says, where it says it, and the record made of it if it has the right shape."""

    file: str
    kind: Kind
    id: str
    tree: Tree
    record: Record | None = None
    unplaced: str | None = None
    """The text, as long as what it says is known, but not yet where."""

    def get(self, name: str) -> Any:
        """What the file says in a field, whatever its type; None if it says nothing. For rules, which judge bad records too."""
        return self.tree.data.get(name) if isinstance(self.tree.data, dict) else None

    def problem(self, path: ValuePath, code: str, message: str, severity: Severity = "error", at_key: bool = False) -> Problem:
        if self.unplaced is not None:
            self.tree, self.unplaced = _tree(self.kind, self.unplaced, places=True) or self.tree, None
        line, column = self.tree.keys.get(path) if at_key and path in self.tree.keys else self.tree.place(path)  # type: ignore[misc]
        return Problem(self.file, line, column, severity, code, field_name(path), message)


@dataclass(slots=True)
class Reading:
    """Everything the records folder holds, good and bad."""

    entries: list[Entry]
    problems: list[Problem]
    misnamed: list[Entry] = field(default_factory=list)
    """Files whose names are wrong, read under the names they should have: they are to be checked, and nothing else."""


def strings(value: Any) -> list[str]:
    """The entries of a list of texts, or nothing where it is none."""
    return [str(item) for item in value] if isinstance(value, list) else []


def read(folder: Path, earlier: Earlier | None = None) -> Reading:
    """With what an earlier reading understood, only files that say something new are taken apart.

    What lasts is made after what does not, names before and records behind, so that memory comes back in whole pieces.
    """
    earlier = earlier or Earlier()
    entries: list[Entry] = []
    misnamed: list[Entry] = []
    problems: list[Problem] = []
    for file, found in [(file, place_of(file)) for file in record_files(folder)]:
        raw = _content(folder, file)
        place, those = found, entries
        if isinstance(place, Problem):
            problems.append(raw if isinstance(raw, Problem) else place)
            if isinstance(raw, Problem) or place.code != "name":
                continue
            place, those = meant_place(file), misnamed
        entry = Entry(file, *place, Tree(broken=True))
        problems += [raw] if isinstance(raw, Problem) else _fill(entry, raw, earlier)
        those.append(entry)
    for entry in (*entries, *misnamed):
        problems += _shape(entry)
    if not entries and not problems:
        problems.append(
            Problem(
                ".",
                1,
                1,
                "error",
                "leer",
                "",
                f"Im Ordner „{folder}“ steht kein Datensatz. Erwartet werden Ordner wie {', '.join(list(KINDS)[:4])}.",
            )
        )
    return Reading(entries, problems, misnamed)


def _content(folder: Path, file: str) -> bytes | Problem:
    try:
        return content(folder / file)
    except Unfit as unfit:
        return Problem(file, 1, 1, "error", unfit.code, "", str(unfit))


def _fill(entry: Entry, raw: bytes, earlier: Earlier) -> Iterator[Problem]:
    """Read what is in the file into the entry and tell what is wrong with it."""
    text = _text(entry, raw)
    if isinstance(text, Problem):
        yield text
    else:
        yield from _understand(entry, text, earlier)


def entry_of(file: str, text: str) -> tuple[Entry, list[Problem]]:
    """What a file would be if it held this text. Its path must be one of a record."""
    place = place_of(file)
    if isinstance(place, Problem):
        return Entry(file, next(iter(KINDS.values())), "", Tree(broken=True)), [place]
    entry = Entry(file, *place, Tree(broken=True))
    return entry, [*_understand(entry, text, Earlier()), *_shape(entry)]


def _understand(entry: Entry, text: str, earlier: Earlier) -> Iterator[Problem]:
    if known := earlier.values(entry.file, text):
        entry.tree, entry.unplaced = Tree(known), text
        return
    tree = _tree(entry.kind, text, places=False)
    if tree is None:
        yield entry.problem((), "kopf", "Die Datei braucht oben einen Kopf mit Feldern zwischen zwei Zeilen aus „---“.")
        return
    entry.tree, entry.unplaced = tree, text
    for mistake in tree.mistakes:
        yield Problem(entry.file, *mistake.place, "error", mistake.code, field_name(mistake.path), mistake.message)
    if not tree.mistakes:
        earlier.keep(entry.file, text, tree.data)


def _tree(kind: Kind, text: str, places: bool) -> Tree | None:
    """What the text says, its prose included. None where it should have a head and has none."""
    if kind.suffix != ".md":
        return parse(text, places=places)
    parts = parts_of(text)
    if parts is None:
        return None
    tree = parse(parts.head, parts.head_line, places)
    if not tree.broken:
        _add_body(tree, parts.body, parts.body_line)
    return tree


def _text(entry: Entry, raw: bytes) -> str | Problem:
    try:
        text = lines_of(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        return Problem(
            entry.file,
            *place,
            "error",
            "utf-8",
            "",
            "Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie mit der Kodierung „UTF-8“.",
        )
    if not text.strip():
        return entry.problem((), "leer", "Die Datei ist leer. Füllen Sie sie aus oder löschen Sie sie.")
    return text


def _add_body(tree: Tree, body: str, line: int) -> None:
    """The prose under the head is the field `text` like any other, so that everything after this need not know."""
    if isinstance(tree.data, dict) and body.strip() and "text" not in tree.data:
        tree.data["text"] = body.strip()
        tree.keys[("text",)] = tree.values[("text",)] = (line, 1)


def _shape(entry: Entry) -> Iterator[Problem]:
    """The record in what was understood, and what keeps it from being one."""
    model, data = entry.kind.model_of(entry.id), entry.tree.data
    if entry.tree.broken:
        return
    if model is None:
        yield entry.problem(
            (),
            "vokabular",
            f"Das Vokabular „{entry.id}“ gibt es nicht.{did_you_mean(entry.id, VOCABULARIES)} Erlaubt sind: {', '.join(VOCABULARIES)}.",
        )
    elif not isinstance(data, dict):
        yield entry.problem(
            (), "typ", "Die Datei enthält keine Felder. Jede Zeile beginnt mit einem Feldnamen und Doppelpunkt, etwa „titel: …“."
        )
    else:
        try:
            entry.record = model.model_validate(data).identified(entry.id, entry.file)
        except ValidationError as error:
            said = {mistake.path for mistake in entry.tree.mistakes}
            for path, code, message in findings(error, model):
                if path not in said:
                    yield entry.problem(path, code, message, at_key=code == "unbekanntes-feld")
