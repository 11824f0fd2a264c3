"""The page for whoever looks after the records: what to mend first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.links.memory import Memory
from generator.pages.groups import Entry, entries
from generator.pages.rendering import Page
from generator.records.massnahme import Massnahme
from generator.upkeep import Upkeep, upkeep

SHOWN = 15
"""Of every list; the command `report --alle` shows all."""


class Row(NamedTuple):
    """A measure as the last table has it."""

    measure: Entry
    complete: int


class Beginning(NamedTuple):
    """Of a long list. The rest is only counted, so that a changed text in it leaves the page as it is."""

    shown: Sequence[Any]
    of: int


def page(catalogue: Catalogue, memory: Memory) -> Page:
    found = upkeep(catalogue, memory)
    return Page(
        "mitmachen/pflege.md",
        "pflege",
        "Stand der Pflege",
        "Was im Wissensspeicher zuerst gepflegt werden sollte: Lücken, alte Angaben, mögliche Doppelungen und tote Adressen.",
        {
            "bis": found.stand,
            "angaben": len(found.complete),
            "undatiert": len(found.undated),
            "ungeprueft": found.unchecked,
            "adressen": found.asked,
            "fehlt": {Massnahme.model_fields[name].title: number for name, number in found.missing.items()},
            "luecken": _beginning(found.gaps),
            "alt": _beginning(found.old),
            "doppelt": _beginning(found.doubles),
            "tot": _beginning(found.dead),
            "projekte": found.projects,
            "massnahmen": tuple(_rows(catalogue, found)),
        },
    )


def _beginning(found: Sequence[Any]) -> Beginning:
    return Beginning(found[:SHOWN], len(found))


def _rows(catalogue: Catalogue, found: Upkeep) -> Iterator[Row]:
    measures = catalogue.massnahmen.values()
    for measure, entry in zip(measures, entries(catalogue, measures), strict=True):
        yield Row(entry, found.complete[measure.file])
