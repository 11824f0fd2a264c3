"""Where the nodes of a network stand: what is linked draws together, everything else apart, until no label covers another.

The same network always gives the same picture: the start is a spiral in the given order, and nothing is left to chance.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from generator.pictures.germany import Point

ROUNDS, LENGTH, PULL, GAP = 90, 70.0, 0.6, 24.0
"""How long to draw, how long a link would like to be, how strongly all is held together, and the room between groups."""


class Box(NamedTuple):
    """What a node with its label needs, half to each side."""

    width: float
    height: float


def layout(boxes: Sequence[Box], links: Sequence[tuple[int, int]], width: float) -> list[Point]:
    """A place for every node on a sheet of about this width: the largest group of linked nodes above, the others beside each other below."""
    places: dict[int, Point] = {}
    x = y = row = 0.0
    for group in sorted(_groups(len(boxes), links), key=lambda group: (-len(group), group)):
        inside = {node: index for index, node in enumerate(group)}
        own = [boxes[node] for node in group]
        found = _one_group(own, [(inside[a], inside[b]) for a, b in links if a in inside], width)
        right, bottom = (max(p[axis] + box[axis] / 2 for p, box in zip(found, own, strict=True)) for axis in (0, 1))
        if x and x + right > width:
            x, y, row = 0.0, y + row, 0.0
        places |= {node: Point(x + place.x, y + place.y) for node, place in zip(group, found, strict=True)}
        x, row = x + right + GAP, max(row, bottom + GAP)
    return [places[node] for node in range(len(boxes))]


def _groups(count: int, links: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Nodes that hang together."""
    group = list(range(count))
    for a, b in links:
        old, new = group[b], group[a]
        group = [new if name == old else name for name in group]
    return [[node for node in range(count) if group[node] == name] for name in sorted(set(group))]


def _one_group(boxes: Sequence[Box], links: Sequence[tuple[int, int]], width: float) -> list[Point]:
    """Draw, fit to the sheet, and give every label its room again; the upper left is zero."""
    places = [_spiral(index) for index in range(len(boxes))]
    for turn in range(ROUNDS):
        places = _drawn(places, links, heat=40 * (1 - turn / ROUNDS))
    wide = max(place.x for place in places) - min(place.x for place in places)
    shrink = min(1.25, (width - max(box.width for box in boxes)) / (wide or 1.0))
    places = _uncovered([Point(place.x * shrink, place.y * shrink) for place in places], boxes)
    left = min(place.x - box.width / 2 for place, box in zip(places, boxes, strict=True))
    top = min(place.y - box.height / 2 for place, box in zip(places, boxes, strict=True))
    return [Point(place.x - left, place.y - top) for place in places]


def _spiral(index: int) -> Point:
    angle = index * math.pi * (3 - math.sqrt(5))
    return Point(30 * math.sqrt(index) * math.cos(angle), 30 * math.sqrt(index) * math.sin(angle))


def _drawn(places: Sequence[Point], links: Sequence[tuple[int, int]], heat: float) -> list[Point]:
    """One step: every pair pushes, every link pulls, nothing moves farther than the heat allows."""
    x = [-place.x * PULL for place in places]
    y = [-place.y * PULL for place in places]
    for a, b in combinations(range(len(places)), 2):
        _add(x, y, places, a, b, push=True)
    for a, b in links:
        _add(x, y, places, a, b, push=False)
    return [_moved(place, dx, dy, heat) for place, dx, dy in zip(places, x, y, strict=True)]


def _add(x: list[float], y: list[float], places: Sequence[Point], a: int, b: int, push: bool) -> None:
    dx, dy = places[b].x - places[a].x, places[b].y - places[a].y
    distance = math.hypot(dx, dy) or 1.0
    strength = -((LENGTH / distance) ** 2) if push else distance / LENGTH
    x[a] += dx * strength
    y[a] += dy * strength
    x[b] -= dx * strength
    y[b] -= dy * strength


def _moved(place: Point, dx: float, dy: float, heat: float) -> Point:
    length = math.hypot(dx, dy) or 1.0
    step = min(length, heat) / length
    return Point(place.x + dx * step, place.y + dy * step)


def _uncovered(places: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """Push boxes apart along the shorter way until none covers another."""
    moved = list(places)
    for _ in range(600):
        covering = [(a, b) for a, b in combinations(range(len(moved)), 2) if _cover(moved, boxes, a, b)]
        if not covering:
            break
        for a, b in covering:
            across, down = _overlap(moved, boxes, a, b)
            if across <= 0 or down <= 0:
                continue
            sign_x = 0.5 if moved[a].x < moved[b].x else -0.5
            sign_y = 0.5 if moved[a].y < moved[b].y else -0.5
            shift = Point(sign_x * (across + 0.1), 0) if across < down else Point(0, sign_y * (down + 0.1))
            moved[a] = Point(moved[a].x - shift.x, moved[a].y - shift.y)
            moved[b] = Point(moved[b].x + shift.x, moved[b].y + shift.y)
    return moved


def _cover(places: Sequence[Point], boxes: Sequence[Box], a: int, b: int) -> bool:
    across, down = _overlap(places, boxes, a, b)
    return across > 0 and down > 0


def _overlap(places: Sequence[Point], boxes: Sequence[Box], a: int, b: int) -> tuple[float, float]:
    return (
        (boxes[a].width + boxes[b].width) / 2 - abs(places[a].x - places[b].x),
        (boxes[a].height + boxes[b].height) / 2 - abs(places[a].y - places[b].y),
    )
