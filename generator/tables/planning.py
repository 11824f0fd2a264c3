"""What a table would do to the records, row by row, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from generator.checking import RULES, check, duplicates
from generator.checking.references import renamed_in
from generator.problems import Problem, errors
from generator.reading import Entry, Reading, entry_of
from generator.reading.files import Unfit, content
from generator.reading.layout import lines_of
from generator.reading.shape import shown
from generator.records.columns import value_at
from generator.tables.cells import WrongCell, from_cell, tidy
from generator.tables.comparing import change, deletes, holds, loss, same
from generator.tables.layout import ID, PROJECT, Foreign, Layout, Row
from generator.writing.canonical import joined, split, written
from generator.writing.new import name_for, record_text
from generator.writing.parsing import parse
from generator.writing.projects import Projects
from generator.writing.similar import Titles
from generator.writing.tree import Mapping as Tree
from generator.writing.tree import Unwritable, put

What = Literal["neu", "geändert", "unverändert", "wartet", "falsch"]
_RULES = tuple(rule for rule in RULES if rule is not duplicates.similar_titles)
"""Near titles are looked for here, over all projects and without comparing every row with every other."""


@dataclass(slots=True)
class Fate:
    """What becomes of one row."""

    row: Row
    what: What = "unverändert"
    id: str = ""
    file: str = ""
    said: list[str] = field(default_factory=list)
    """Changes, notes and mistakes, each with its column."""
    text: str = ""
    before: bytes | None = None
    """What its file held when this was decided."""

    @property
    def name(self) -> str:
        """How a message calls it: by its id, else by its title."""
        title = tidy(self.row.cells.get("titel", ("", None))[1])
        return self.id or (shown(title) if title else "(ohne Titel)")

    def wrong(self, message: str) -> None:
        if self.what != "falsch":
            self.what, self.said, self.text = "falsch", [], ""
        self.said.append(message)


class Planner:
    def __init__(self, records: Path, reading: Reading, overwrite: bool) -> None:
        self._records, self._reading, self._overwrite = records, reading, overwrite
        self._entries = {entry.file: entry for entry in reading.entries}
        self._titles: dict[str, Titles] = {}
        self._ids: dict[str, dict[str, str]] = defaultdict(dict)
        for entry in reading.entries:
            self._ids[entry.kind.folder][self._title_key(entry.id, str(entry.get("titel")))] = entry.id
        self._projects = Projects(reading.entries)
        self._renamed = renamed_in(reading)

    @staticmethod
    def _title_key(record_id: str, title: str) -> str:
        return f"{record_id.rpartition('/')[0]}/{' '.join(title.casefold().split())}"

    def plan(self, layouts: Iterable[tuple[Layout, Foreign]]) -> list[Fate]:
        fates: list[tuple[Fate, Layout]] = []
        for layout, foreign in layouts:
            fates += [(self._row(row, layout, foreign), layout) for row in layout.rows]
        self._refuse_doubles([fate for fate, _ in fates])
        self._check(fates)
        return [fate for fate, _ in fates]

    # --- one row -----------------------------------------------------------------------------------------------------

    def _row(self, row: Row, layout: Layout, foreign: Foreign) -> Fate:
        fate = Fate(row)
        if row.merged:
            fate.wrong(f"Die Zeile enthält verbundene Zellen ({row.merged}). Heben Sie die Verbindung auf und füllen Sie jede Zelle.")
            return fate
        values = self._values(fate, row, layout, foreign)
        if not self._identify(fate, row, layout, values):
            return fate
        entry = self._entries.get(fate.file)
        if fate.what == "falsch":
            if entry is None:
                self._missing(fate, layout, values)
            return fate
        try:
            if entry is None:
                self._new(fate, layout, values)
            else:
                self._change(fate, entry, layout, values, foreign.added)
        except (Unwritable, UnicodeDecodeError, Unfit):
            fate.wrong(f"Die Datei {fate.file} ist selbst fehlerhaft. Was zu ändern ist, sagt: wissensspeicher check {fate.file}")
        return fate

    def _values(self, fate: Fate, row: Row, layout: Layout, foreign: Foreign) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, column in layout.columns.items():
            letter, cell = row.cells[key]
            translated = foreign.values.get(key, {})
            cell = translated.get(tidy(cell), cell) if translated else cell
            notes: list[str] = []
            try:
                values[key] = from_cell(column, cell, notes)
            except WrongCell as wrong:
                fate.wrong(f"{place(letter, layout, key)}: {wrong}")
            else:
                fate.said += [f"{place(letter, layout, key)}: {note}" for note in notes] if fate.what != "falsch" else []
        return values

    def _identify(self, fate: Fate, row: Row, layout: Layout, values: dict[str, Any]) -> bool:
        """Id and file of the row's record: as the row says it, or by project and title, or made of the title."""
        kind = layout.kind
        record_id, title = _id(row), str(values.get("titel") or "")
        if not record_id:
            project = self._project(fate, row, layout) if kind.by_project else ""
            if kind.by_project and not project:
                return False
            if not title and "titel" in layout.columns.keys() - values.keys():
                return False  # its cell is wrong, which is said already
            if not title:
                fate.wrong("Die Zeile hat weder eine Kennung noch einen Titel, also ist nicht zu erkennen, welchen Datensatz sie meint.")
                return False
            prefix = f"{project}/" if project else ""
            record_id = self._ids[kind.folder].get(self._title_key(f"{prefix}-", title)) or f"{prefix}{name_for(title)}"
            known = self._entries.get(f"{kind.folder}/{record_id}{kind.suffix}")
            if known and self._title_key(known.id, str(known.get("titel"))) != self._title_key(record_id, title):
                fate.wrong(
                    f"Die Kennung „{record_id}“ gehört schon zu {shown(known.get('titel'))}. Tragen Sie die Kennung ein, die gemeint ist."
                )
                return False
        fate.id, fate.file = record_id, f"{kind.folder}/{record_id}{kind.suffix}"
        if fate.file not in self._entries:
            _, problems = entry_of(fate.file, "titel: x\n")
            for problem in problems:
                if problem.code in ("name", "ordner", "vokabular"):
                    fate.wrong(f"{place(row.cells[ID][0], layout, ID) if ID in row.cells else 'Kennung'}: {problem.message}")
                    return False
            if now := self._renamed.get((kind.folder, record_id)):
                fate.wrong(
                    f"Die Kennung „{record_id}“ hatte früher „{now}“, und ihre Adresse leitet dorthin. Tragen Sie eine andere Kennung ein."
                )
                return False
        return True

    def _project(self, fate: Fate, row: Row, layout: Layout) -> str:
        letter, cell = row.cells.get(PROJECT, ("", None))
        said = tidy(cell).strip()
        found = self._projects.id_of(said)
        if not found:
            where = place(letter, layout, PROJECT) if letter else "Modellprojekt"
            fate.wrong(f"{where}: {self._projects.unknown(said) if said else 'Ohne Kennung braucht die Zeile ein Modellprojekt.'}")
        return found or ""

    # --- new and changed ---------------------------------------------------------------------------------------------

    def _new(self, fate: Fate, layout: Layout, values: dict[str, Any]) -> None:
        fate.what, fate.text = "neu", record_text(layout.kind, fate.id, values)
        titles = self._titles.setdefault(layout.kind.folder, Titles(self._reading.entries, layout.kind.folder))
        for alike in titles.like(str(values.get("titel") or "")):
            fate.said.append(f"Ähnlicher Titel: {shown(alike.title)} ({alike.id}). Ist es dasselbe?")

    @staticmethod
    def _missing(fate: Fate, layout: Layout, values: dict[str, Any]) -> None:
        """What a new record lacks besides its wrong cells, said in the same run."""
        unread = {key.partition(".")[0] for key in layout.columns.keys() - values.keys()}
        _, problems = entry_of(fate.file, record_text(layout.kind, fate.id, values))
        for problem in problems:
            if problem.code == "pflichtfeld" and problem.field not in unread:
                fate.wrong(f"{_column_of(problem, fate.row, layout)}{problem.message} [{problem.code}]")

    def _change(self, fate: Fate, entry: Entry, layout: Layout, values: dict[str, Any], added: Container[str]) -> None:
        fate.before = content(self._records / entry.file)
        before = lines_of(fate.before.decode("utf-8"))
        head, body = split(before) if entry.kind.suffix == ".md" else (before, "")
        tree: Tree | None = None
        waits = False
        for key, column in layout.columns.items():
            old, new = value_at(entry.tree.data, column.path), values[key]
            if key in added and isinstance(old, list):
                new = [*old, *(item for item in new or () if not holds(old, item))]
            if same(column, old, new):
                continue
            letter = fate.row.cells[key][0]
            if deletes(column, old, new) and not self._overwrite:
                waits = True
                fate.said.append(f"{place(letter, layout, key)}: {loss(column, old, new)} Das geschieht nur mit --overwrite.")
                continue
            fate.said.append(f"{place(letter, layout, key)}: {change(column, old, new)}")
            if key == "text":
                body = str(new or "")
            else:
                tree = tree or parse(head)
                put(tree, column.path, new)
            fate.what = "geändert"
        if fate.what == "geändert":
            head = written(head, tree, entry.kind.model_of(entry.id)) if tree else head
            fate.text = joined(head, body) if entry.kind.suffix == ".md" else head
        elif waits:
            fate.what = "wartet"

    # --- the whole table ---------------------------------------------------------------------------------------------

    @staticmethod
    def _refuse_doubles(fates: list[Fate]) -> None:
        by_file: dict[str, list[Fate]] = defaultdict(list)
        for fate in fates:
            if fate.file:
                by_file[fate.file].append(fate)
        for file, rows in by_file.items():
            if len(rows) > 1:
                for fate in rows:
                    others = ", ".join(f"„{other.row.sheet}“ Zeile {other.row.number}" for other in rows if other is not fate)
                    fate.wrong(f"Derselbe Datensatz ({file}) steht auch in {others}. Behalten Sie eine der Zeilen.")

    def _check(self, fates: list[tuple[Fate, Layout]]) -> None:
        """The same check as for every record, over the records as they would be. Wrong rows fall out until the rest is right."""
        while True:
            touched = {fate.file: (fate, layout) for fate, layout in fates if fate.text}
            if not touched:
                return
            rows, problems = [], []
            for file, (fate, _) in touched.items():
                entry, found = entry_of(file, fate.text)
                rows.append(entry)
                problems += found
            others = [entry for file, entry in self._entries.items() if file not in touched]
            reading = Reading([*others, *rows], problems)  # of two that claim the same, the later one is told: never who was there
            bad = [problem for problem in errors(check(reading, rules=_RULES)) if problem.file in touched]
            if not bad:
                return
            for problem in bad:
                fate, layout = touched[problem.file]
                fate.wrong(f"{_column_of(problem, fate.row, layout)}{problem.message} [{problem.code}]")


def _id(row: Row) -> str:
    return tidy(row.cells[ID][1]).strip() if ID in row.cells else ""


def place(letter: str, layout: Layout, key: str) -> str:
    return f"Spalte {letter} „{layout.headings.get(key, key)}“"


def _column_of(problem: Problem, row: Row, layout: Layout) -> str:
    path = problem.field.replace("[", ".[").split(".")
    for length in range(len(path), 0, -1):
        key = ".".join(step for step in path[:length] if not step.startswith("["))
        if key in row.cells:
            return f"{place(row.cells[key][0], layout, key)}: "
    return f"{problem.field}: " if problem.field else ""


def counted(fates: Iterable[Fate]) -> Mapping[What, int]:
    counts: dict[What, int] = {"neu": 0, "geändert": 0, "unverändert": 0, "wartet": 0, "falsch": 0}
    for fate in fates:
        counts[fate.what] += 1
    return counts
