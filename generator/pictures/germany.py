"""The outline of the states, and the projection of every map: Lambert's equal-area, seen from above the middle of Germany."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

Outline = str | None
"""JSON with rings of longitude and latitude by the id of the state; without it, ours with Germany's states."""

WIDTH, MARGIN = 600, 8
_LONGITUDE, _LATITUDE = math.radians(10.4), math.radians(51.2)
_KILOMETRES = 6371


class Point(NamedTuple):
    x: float
    y: float


class _Frame(NamedTuple):
    left: float
    top: float
    scale: float
    """Units per kilometre."""
    height: int


Rings = tuple[tuple[Point, ...], ...]


def projected(longitude: float, latitude: float, outline: Outline = None) -> Point:
    """A place on the sheet, in its units."""
    raw = _azimuthal(longitude, latitude)
    frame = _frame(outline)
    return Point(MARGIN + (raw.x - frame.left) * frame.scale, MARGIN + (raw.y - frame.top) * frame.scale)


def height(outline: Outline = None) -> int:
    return _frame(outline).height


@cache
def states(outline: Outline = None) -> Mapping[str, Rings]:
    """The rings of every state on the sheet."""
    return {state: tuple(tuple(projected(*place, outline) for place in ring) for ring in rings) for state, rings in _rings(outline).items()}


def _azimuthal(longitude: float, latitude: float) -> Point:
    """Kilometres east and south of the middle, true to area."""
    east, north = math.radians(longitude) - _LONGITUDE, math.radians(latitude)
    cosine = math.sin(_LATITUDE) * math.sin(north) + math.cos(_LATITUDE) * math.cos(north) * math.cos(east)
    stretch = math.sqrt(2 / (1 + cosine)) * _KILOMETRES
    up = math.cos(_LATITUDE) * math.sin(north) - math.sin(_LATITUDE) * math.cos(north) * math.cos(east)
    return Point(stretch * math.cos(north) * math.sin(east), -stretch * up)


@cache
def _rings(outline: Outline) -> Mapping[str, list[list[tuple[float, float]]]]:
    text = outline or files(__package__).joinpath("umriss.json").read_text("utf-8")
    found: dict[str, list[list[tuple[float, float]]]] = json.loads(text)["laender"]
    return found


@cache
def _frame(outline: Outline) -> _Frame:
    """The sheet that the outline fills."""
    points = [_azimuthal(*place) for rings in _rings(outline).values() for ring in rings for place in ring]
    left, right = min(p.x for p in points), max(p.x for p in points)
    top, bottom = min(p.y for p in points), max(p.y for p in points)
    scale = (WIDTH - 2 * MARGIN) / (right - left)
    return _Frame(left, top, scale, math.ceil(((bottom - top) * scale + 2 * MARGIN) / 4) * 4)
