"""What a reader waits for, from what the browser noted: pure functions over milliseconds since the start of navigation."""

from __future__ import annotations

from collections.abc import Sequence

LONG = 50.0
"""The browser notes tasks from this length on; what exceeds it is time in which no click is answered."""
QUIET = 500.0

Task = tuple[float, float]
"""Start and duration of a long task."""


def interactive(painted: float, loaded: float, tasks: Sequence[Task]) -> float:
    """When the page answers: painted, loaded, and the last long task over before the first half second without one."""
    ready = painted
    for start, duration in sorted(tasks):
        if start - ready >= QUIET:
            break
        ready = max(ready, start + duration)
    return max(ready, loaded)


def blocked(painted: float, until: float, tasks: Sequence[Task]) -> float:
    """The part of long tasks beyond 50 ms between the first paint and the time of being interactive."""
    return sum(max(0.0, min(start + duration, until) - max(start + LONG, painted)) for start, duration in tasks)
