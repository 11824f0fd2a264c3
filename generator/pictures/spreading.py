"""Moves what lies too close apart, as little as possible and always the same way."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from generator.pictures.germany import Point

ROUNDS = 400


@lru_cache(maxsize=64)
def spread(points: tuple[Point, ...], apart: float) -> tuple[Point, ...]:
    """The points, none nearer to another than `apart`. Those with room around them stay where they are.

    Remembered, because several pages show the same points.
    """
    moved = [Point(*point) for point in points]
    for _ in range(ROUNDS):
        close = _close(moved, apart)
        if not close:
            break
        for a, b in close:
            moved[a], moved[b] = _pushed(moved[a], moved[b], apart, a)
    return tuple(moved)


def _close(points: Sequence[Point], apart: float) -> list[tuple[int, int]]:
    """The pairs that lie too close, in order. Only neighbouring fields of a grid can hold them, so that it stays linear."""
    fields: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, point in enumerate(points):
        fields[point.x // apart, point.y // apart].append(number)
    return sorted(
        (a, b)
        for (x, y), here in fields.items()
        for dx, dy in product((-1, 0, 1), repeat=2)
        for a in here
        for b in fields.get((x + dx, y + dy), ())
        if a < b and _near(points[a], points[b], apart)
    )


def _near(one: Point, other: Point, apart: float) -> bool:
    return abs(one.x - other.x) < apart and abs(one.y - other.y) < apart and math.dist(one, other) < apart - 0.01


def _pushed(one: Point, other: Point, apart: float, turn: int) -> tuple[Point, Point]:
    dx, dy = other.x - one.x, other.y - one.y
    distance = math.hypot(dx, dy)
    if distance < 0.01:  # the very same place: some direction, but always the same
        dx, dy, distance = math.cos(turn), math.sin(turn), 1.0
    step = (apart - math.hypot(other.x - one.x, other.y - one.y)) / 2 / distance
    return Point(one.x - dx * step, one.y - dy * step), Point(other.x + dx * step, other.y + dy * step)
