"""The outline of the states, and the projection of every map: Lambert's equal-area, seen from above the middle of Germany."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

OUTLINE = "umriss.json"
"""Rings of longitude and latitude by the id of the state. Whoever publishes another map replaces this file."""

WIDTH, HEIGHT, MARGIN = 600, 812, 8
_LONGITUDE, _LATITUDE = math.radians(10.4), math.radians(51.2)
_KILOMETRES = 6371


class Point(NamedTuple):
    x: float
    y: float


Rings = tuple[tuple[Point, ...], ...]


def projected(longitude: float, latitude: float) -> Point:
    """A place on the sheet, in its units."""
    raw = _azimuthal(longitude, latitude)
    left, top, scale = _frame()
    return Point(MARGIN + (raw.x - left) * scale, MARGIN + (raw.y - top) * scale)


@cache
def states() -> Mapping[str, Rings]:
    """The rings of every state on the sheet."""
    return {state: tuple(tuple(projected(*place) for place in ring) for ring in rings) for state, rings in _outline().items()}


def _azimuthal(longitude: float, latitude: float) -> Point:
    """Kilometres east and south of the middle, true to area."""
    east, north = math.radians(longitude) - _LONGITUDE, math.radians(latitude)
    cosine = math.sin(_LATITUDE) * math.sin(north) + math.cos(_LATITUDE) * math.cos(north) * math.cos(east)
    stretch = math.sqrt(2 / (1 + cosine)) * _KILOMETRES
    up = math.cos(_LATITUDE) * math.sin(north) - math.sin(_LATITUDE) * math.cos(north) * math.cos(east)
    return Point(stretch * math.cos(north) * math.sin(east), -stretch * up)


@cache
def _outline() -> Mapping[str, list[list[tuple[float, float]]]]:
    found: dict[str, list[list[tuple[float, float]]]] = json.loads(files(__package__).joinpath(OUTLINE).read_text("utf-8"))["laender"]
    return found


@cache
def _frame() -> tuple[float, float, float]:
    """Left, top and units per kilometre, so that the outline fills the sheet."""
    points = [_azimuthal(*place) for rings in _outline().values() for ring in rings for place in ring]
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    return left, top, min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (bottom - top))
