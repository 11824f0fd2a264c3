"""`make bench`: one run, one report. `python -m tests.benchmarks --help` says what can be chosen.

Every command runs as a process of its own, in turns with the others, so that a slow moment of the machine hits all of
them. What is told is the median; what is compared is compared within each round.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Error

from tests.benchmarks import builds, growth, machine, reader, search
from tests.benchmarks.projects import ROOT
from tests.benchmarks.running import Failed, tell
from tests.benchmarks.table import Table

Part = Callable[[int, Path], list[Table]]


def main() -> None:
    options = _options()
    parts: dict[str, Part] = {
        "builds": builds.tables,
        "growth": lambda runs, work: growth.tables(runs, work, options.times),
        "reader": reader.tables,
        "search": search.tables,
    }
    older = json.loads(options.compare.read_text("utf-8")) if options.compare else None
    about = machine.machine(ROOT)
    print(f"{machine.as_text(about)}\nmedians of {options.runs} rounds", flush=True)
    if older:
        print(f"\nin brackets: {machine.as_text(older['machine'])}\nmedians of {older['runs']} rounds")
        print("\n".join(f"different: {line}" for line in machine.different(about, older["machine"])), flush=True)
    found: list[Table] = []
    with tempfile.TemporaryDirectory() as work:
        for name in options.only:
            sys.stderr.write(f"→ {name}\n")
            for table in _tables(parts[name], name, options.runs, Path(work)):
                found.append(table)
                print(f"\n{table.as_text(_same(older, table))}", flush=True)
    if options.json:
        data = {"machine": about, "runs": options.runs, "tables": [table.as_data() for table in found]}
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
        tell(f"written: {options.json}")
    sys.exit(any(table.failures for table in found))


def _tables(part: Part, name: str, runs: int, work: Path) -> Iterator[Table]:
    """A part that cannot even begin, such as one without a browser, does not take the others with it."""
    try:
        yield from part(runs, work)
    except (Failed, Error) as failure:
        table = Table(name, ())
        table.fail("could not be measured", str(failure).splitlines()[0])
        yield table


def _same(older: dict[str, Any] | None, table: Table) -> dict[str, Any] | None:
    return next((other for other in older["tables"] if other["title"] == table.title), None) if older else None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Speed, memory and size against the peers.")
    parts = ("builds", "growth", "reader", "search")
    parser.add_argument("--runs", type=_positive, default=3, metavar="N", help="rounds of every measurement (default: 3)")
    parser.add_argument("--only", type=_chosen(parts), default=parts, metavar="PART,…", help=f"of {', '.join(parts)}")
    parser.add_argument("--times", type=_positive, default=10, metavar="N", help="how many times the records for `growth` (default: 10)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure here")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="show beside every figure the one of an older run")
    return parser.parse_args()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _chosen(parts: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def chosen(text: str) -> tuple[str, ...]:
        names = tuple(text.split(","))
        if wrong := [name for name in names if name not in parts]:
            raise argparse.ArgumentTypeError(f"{', '.join(wrong)}: not one of {', '.join(parts)}")
        return names

    return chosen


if __name__ == "__main__":
    main()
