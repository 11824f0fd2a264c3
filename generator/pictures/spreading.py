"""Moves what lies too close apart, as little as possible and always the same way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from generator.pictures.germany import Point

ROUNDS = 400


def spread(points: Sequence[Point], apart: float) -> list[Point]:
    """The points, none nearer to another than `apart`. Those with room around them stay where they are."""
    moved = [Point(*point) for point in points]
    for _ in range(ROUNDS):
        close = [(a, b) for a, b in combinations(range(len(moved)), 2) if _near(moved[a], moved[b], apart)]
        if not close:
            break
        for a, b in close:
            moved[a], moved[b] = _pushed(moved[a], moved[b], apart, a)
    return moved


def _near(one: Point, other: Point, apart: float) -> bool:
    return abs(one.x - other.x) < apart and abs(one.y - other.y) < apart and math.dist(one, other) < apart - 0.01


def _pushed(one: Point, other: Point, apart: float, turn: int) -> tuple[Point, Point]:
    dx, dy = other.x - one.x, other.y - one.y
    distance = math.hypot(dx, dy)
    if distance < 0.01:  # the very same place: some direction, but always the same
        dx, dy, distance = math.cos(turn), math.sin(turn), 1.0
    step = (apart - math.hypot(other.x - one.x, other.y - one.y)) / 2 / distance
    return Point(one.x - dx * step, one.y - dy * step), Point(other.x + dx * step, other.y + dy * step)
