"""Which room of the house a build spends its time in: `python stages.py FILE build …` runs the command and writes it.

A timer looks at the stack every few milliseconds and gives the time since its last look to the outermost room it finds.
So nothing needs to be built into the generator, and functions may move: rooms are what the import contract names.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

PAUSE = 0.003
ROOMS = {
    "importlib": "start",
    "_frozen_importlib": "start",
    "generator.reading": "read",
    "generator.checking": "check",
    "generator.catalogue": "link",
    "generator.history": "history",
    "generator.remembering": "remembering",
    "generator.pages": "pages",
    "generator.pictures": "pictures",
    "generator.search": "search",
    "generator.notes": "notes",
    "generator.exports": "exports",
    "generator.matching": "matching",
    "markdown": "Markdown",
    "jinja2": "theme",
    "generator.finishing": "finishing",
    "generator.hosting": "finishing",
    "generator.assets": "finishing",
    "generator.security": "finishing",
    "generator.swapping": "swap",
}
PASSAGES = {f"generator.{name}" for name in ("cli", "building", "plugin", "placing", "converting", "drafts", "aside", "site")}
"""They only lead to rooms."""
REST = "MkDocs, files, the rest"
ORDER = (*dict.fromkeys(ROOMS.values()), REST)


def stage(modules: Iterable[str]) -> str:
    """The first room on the way in; Jinja inside `pages` is part of the pages. A room not listed here keeps its own name."""
    other = REST
    for module in modules:
        head, _, rest = module.partition(".")
        room = f"{head}.{rest.partition('.')[0]}" if head == "generator" else head
        if room in ROOMS:
            return ROOMS[room]
        if head == "generator" and rest and room not in PASSAGES and other == REST:
            other = room
    return other


def modules(frame: FrameType | None) -> Iterator[str]:
    """From the outside in."""
    stack = []
    while frame:
        stack.append(str(frame.f_globals.get("__name__") or ""))
        frame = frame.f_back
    return reversed(stack)


class Watch:
    """Time by stage, as the clock on the wall has it. A call that answers late to the timer gets the whole time since."""

    def __init__(self) -> None:
        self.times: defaultdict[str, float] = defaultdict(float)
        self.last = time.perf_counter()

    def look(self, number: int, frame: FrameType | None) -> None:
        now = time.perf_counter()
        self.times[stage(modules(frame))] += now - self.last
        self.last = now

    def __enter__(self) -> Watch:
        signal.signal(signal.SIGALRM, self.look)
        signal.setitimer(signal.ITIMER_REAL, PAUSE, PAUSE)
        return self

    def __exit__(self, *failure: Any) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    target, *sys.argv[1:] = sys.argv[1:]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # on one core nothing is done aside, where the timer does not look
    with Watch() as watch:
        try:
            from generator.cli import main as command

            command()
        finally:
            Path(target).write_text(json.dumps(watch.times), "utf-8")


if __name__ == "__main__":
    main()
