"""Commands measured in turns: A B A B, so that a slow moment of the machine hits all of them, and compared pair by pair."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).with_name("launching.py")


class Failed(Exception):
    """A contestant cannot take part; the message says why."""


@dataclass(frozen=True)
class Run:
    seconds: float
    busy: float | None = None
    """Seconds of processor time; unlike those on the clock hardly longer on a busy machine."""
    megabytes: float | None = None


Measured = Callable[[], Run]


def python(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


def measured(command: Sequence[str], folder: Path) -> Run:
    """What it keeps for next time stays in the folder, wherever programs are used to keep such things."""
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "output"
        launcher = [sys.executable, "-I", "-S", str(LAUNCHER), str(output), *command]
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else ours alone would be compiled anew in every run: pip compiled the others
        done = subprocess.run(launcher, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failed(_last_line(done.stderr))
        found = json.loads(done.stdout)
        if found["status"]:
            raise Failed(f"exit status {found['status']}: {_last_line(output.read_text('utf-8', 'replace'))}")
    return Run(found["seconds"], found["busy"], found["bytes"] / 1e6)


def _last_line(said: str) -> str:
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "without a word")


def in_turns(contestants: Mapping[str, Measured], runs: int) -> dict[str, list[Run] | str]:
    """The runs of every contestant, or why it has none. Who fails once is out."""
    found: dict[str, list[Run] | str] = {name: [] for name in contestants}
    for number in range(1, runs + 1):
        for name, run in contestants.items():
            so_far = found[name]
            if isinstance(so_far, str):
                continue
            try:
                so_far.append(run())
                tell(f"{name}: {so_far[-1].seconds:.1f} s ({number} of {runs})")
            except Failed as failure:
                found[name] = f"failed: {failure}"
                tell(f"{name}: {found[name]}")
    return found


def median(numbers: Iterable[float | None]) -> float | None:
    values = [number for number in numbers if number is not None]
    return statistics.median(values) if values else None


def ratio(runs: Sequence[Run], base: Sequence[Run] | str) -> float | None:
    """How many times as long as the other: the median over the rounds, each run against the one of its round."""
    if isinstance(base, str):
        return None
    return median(run.seconds / other.seconds for run, other in zip(runs, base, strict=False))


def medians(runs: Sequence[Run], base: Sequence[Run] | str) -> tuple[float | None, ...]:
    """Time, how many times as long as the base, processor time, memory."""
    return (median(run.seconds for run in runs), ratio(runs, base), median(run.busy for run in runs), median(run.megabytes for run in runs))


def tell(what: str) -> None:
    """How far it is, for whoever waits; the result alone goes to the standard output."""
    sys.stderr.write(f"  {what}\n")
    sys.stderr.flush()
