"""What a caretaker should look at first: gaps, old knowledge, doubles and dead addresses. Read off the catalogue alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.catalogue import Catalogue, Statement
from generator.links.memory import Memory, Result, addresses
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Modellprojekt

ASKED = (
    "herausforderung",
    "ergebnis",
    "erfahrungen",
    "technologien",
    "betrieb",
    "voraussetzungen",
    "aufwand",
    "kosten_eur",
    "open_source",
    "website",
)
"""What makes a record complete, apart from what every record must have."""
NEEDED_MOST = ("kosten_eur", "betrieb", "voraussetzungen", "aufwand", "erfahrungen")
"""What a municipality that wants to adopt something asks first."""
NEARLY_THE_SAME = 0.55


class Gap(NamedTuple):
    record: Statement
    missing: tuple[str, ...]
    weight: int
    """How many adopted it and how many solutions rest on it: where the gap hurts most."""


class Double(NamedTuple):
    one: Massnahme
    other: Massnahme
    likeness: int


class Dead(NamedTuple):
    url: str
    result: Result
    records: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ProjectState:
    project: Modellprojekt
    measures: int
    complete: int
    """Percent, mean over its measures."""
    old: int
    unchecked: int
    missing: dict[str, int]
    """How many of its measures do not say what adopters need most, by field."""
    newest: str


@dataclass(frozen=True, slots=True)
class Upkeep:
    stand: str
    complete: dict[str, int]
    """Percent by file, for every measure and solution."""
    projects: tuple[ProjectState, ...]
    old: tuple[Statement, ...]
    """Open states that may have changed, the oldest first, those without a date before them."""
    undated: tuple[Statement, ...]
    """Not one of its sources has a date."""
    unchecked: int
    missing: dict[str, int]
    """The same over all measures."""
    gaps: tuple[Gap, ...]
    doubles: tuple[Double, ...]
    dead: tuple[Dead, ...]
    asked: int
    """Of how many addresses a result is known."""


def upkeep(catalogue: Catalogue, memory: Memory) -> Upkeep:
    statements: list[Statement] = [*catalogue.massnahmen.values(), *catalogue.loesungen.values()]
    complete = {record.file: completeness(record) for record in statements}
    old = sorted((r for r in statements if catalogue.veraltet(r)), key=lambda r: (r.status_datum or "", r.file))
    gaps = [Gap(record, _missing(record), _weight(catalogue, record)) for record in statements]
    return Upkeep(
        stand=catalogue.stand,
        complete=complete,
        projects=tuple(_project(catalogue, project, complete) for project in catalogue.modellprojekte.values()),
        old=tuple(old),
        undated=tuple(r for r in statements if not any(source.stand for source in r.quellen)),
        unchecked=sum(record.geprueft is None for record in statements),
        missing=_missed(catalogue.massnahmen.values()),
        gaps=tuple(sorted((g for g in gaps if g.missing and g.weight), key=lambda g: (-g.weight, -len(g.missing), g.record.file))),
        doubles=_doubles(catalogue),
        dead=_dead(catalogue, memory),
        asked=len(memory),
    )


def completeness(record: Statement) -> int:
    """Percent of what is asked and known."""
    asked = [name for name in ASKED if name in type(record).model_fields]
    filled = sum(not _empty(record, name) for name in asked) + any(source.stand for source in record.quellen)
    return round(100 * filled / (len(asked) + 1))


def _empty(record: Statement, name: str) -> bool:
    if name == "kosten_eur" and record.kosten_hinweis:
        return False
    if name == "open_source" and record.quellcode:
        return False
    return getattr(record, name) in (None, (), "")


def _missing(record: Statement) -> tuple[str, ...]:
    return tuple(name for name in NEEDED_MOST if _empty(record, name))


def _missed(measures: Iterable[Massnahme]) -> dict[str, int]:
    counted = Counter(name for measure in measures for name in _missing(measure))
    return {name: counted[name] for name in NEEDED_MOST}


def _weight(catalogue: Catalogue, record: Statement) -> int:
    solutions = len(catalogue.loesungen_von(record)) if isinstance(record, Massnahme) else 1
    return len(catalogue.gegeben(record)) + solutions


def _project(catalogue: Catalogue, project: Modellprojekt, complete: dict[str, int]) -> ProjectState:
    measures = catalogue.massnahmen_von(project)
    return ProjectState(
        project,
        len(measures),
        round(sum(complete[m.file] for m in measures) / len(measures)) if measures else 0,
        sum(catalogue.veraltet(m) for m in measures),
        sum(m.geprueft is None for m in measures),
        _missed(measures),
        max((source.stand for m in measures for source in m.quellen if source.stand), default=""),
    )


def _doubles(catalogue: Catalogue) -> tuple[Double, ...]:
    """Measures of any two projects that say nearly the same. Many are meant so; a person decides."""
    found: dict[tuple[str, str], float] = {}
    for key, others in catalogue.nearest.items():
        for other in (other for other in others if other.worth >= NEARLY_THE_SAME):
            one, two = sorted((key, other.id))
            found[one, two] = max(other.worth, found.get((one, two), 0.0))
    pairs = sorted(found, key=lambda pair: (-found[pair], pair))
    return tuple(Double(catalogue.massnahmen[a], catalogue.massnahmen[b], round(100 * found[a, b])) for a, b in pairs)


def _dead(catalogue: Catalogue, memory: Memory) -> tuple[Dead, ...]:
    named = addresses(catalogue) if memory else defaultdict(list)
    return tuple(Dead(url, memory[url], tuple(named[url])) for url in sorted(memory) if memory[url].dead and url in named)
