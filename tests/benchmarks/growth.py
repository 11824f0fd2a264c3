"""The same with many times the records: does time, memory or a page's weight grow faster than they do?"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.builds import OURS, TAKES
from tests.benchmarks.contestants import Ours, Peer, size
from tests.benchmarks.projects import pages
from tests.benchmarks.running import in_turns, medians, ratio, tell
from tests.benchmarks.table import Column, Table

SMALL = "1 ×"
KINDS = ("cold", "after a change")


def tables(runs: int, work: Path, times: int = 10) -> list[Table]:
    table = Table(
        f"{times} × the records",
        (*TAKES, Column("growth", "×", 2), Column("pages", digits=0), Column("kB/page"), Column("site", "MB")),
        "Copies of every record under new ids, linked among themselves; the vocabularies stay. Growth: time against the same build with the\n"
        "records as they are, in the same round.",
    )
    builders = _builders(work, times)
    contestants = {
        f"{name}, {kind}, {large}": run
        for (name, large), builder in builders.items()
        for kind, run in zip(KINDS, (builder.cold, builder.warm), strict=True)
    }
    found = in_turns(contestants, runs)
    for (name, large), builder in builders.items():
        for kind in KINDS:
            measured = found[row := f"{name}, {kind}, {large}"]
            if isinstance(measured, str):
                table.fail(row, measured)
                continue
            made = size(builder.site)
            growth = ratio(measured, found[f"{name}, {kind}, {SMALL}"])
            takes = medians(measured, found[f"{OURS}, {kind}, {large}"])
            table.add(row, *takes, growth, made.pages, made.bytes / made.pages / 1e3, made.bytes / 1e6)
    return [table]


def _builders(work: Path, times: int) -> dict[tuple[str, str], Ours | Peer]:
    """Ours and Zensical, each with the records as they are and with many."""
    builders: dict[tuple[str, str], Ours | Peer] = {}
    for large, ours in ((SMALL, Ours(work / "few")), (f"{times} ×", Ours(work / "many", times))):
        source = ours.prepare()
        builders[OURS, large] = ours
        builders["Zensical", large] = Peer(
            pages(source, work / f"{source.name}-pages"), "zensical", ours.change.page if ours.change else ""
        )
        tell(f"pages for Zensical, {large} the records")
    return builders
