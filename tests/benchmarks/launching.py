"""Runs one command and says how long it took, how long it kept processors busy and how much memory it held.

Started by `running` as a program of its own. A child inherits the high-water mark of whoever forks it, so what starts it must be smaller than anything measured: this
file imports next to nothing. Memory is that of all processes of the command together, at their worst moment.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

PAUSE = 0.1
UNIT = 1 if sys.platform == "darwin" else 1024
"""Of what the system calls the largest resident size."""


def launch(command: list[str], output: Path) -> dict[str, float]:
    peak = 0
    over = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(PAUSE):
            family = _family(process.pid)
            if len(family) > 1:  # a single process is known exactly at its end
                peak = max(peak, sum(map(_share, family)))

    with output.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        watcher = threading.Thread(target=watch)
        watcher.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    over.set()
    watcher.join()
    return {
        "status": os.waitstatus_to_exitcode(status),
        "seconds": seconds,
        "busy": used.ru_utime + used.ru_stime,
        "bytes": max(peak, used.ru_maxrss * UNIT),
    }


def _family(process: int) -> list[int]:
    """A process and all that came of it, where the system tells."""
    found = [process]
    for task in Path(f"/proc/{process}/task").glob("*"):
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            found += _family(int(child))
    return found


def _share(process: int) -> int:
    """What it holds, its part of what several share counted once."""
    try:
        found = re.search(r"^Pss: *(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


if __name__ == "__main__":
    sys.stdout.write(json.dumps(launch(sys.argv[2:], Path(sys.argv[1]))))
