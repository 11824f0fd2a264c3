"""The same with many times the records: does time, memory or a page's weight grow faster than they do?"""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.builds import OURS, TAKES
from tests.benchmarks.contestants import Ours, Peer, size
from tests.benchmarks.projects import pages
from tests.benchmarks.running import Measured, in_turns, medians, ratio, tell
from tests.benchmarks.table import Column, Table


def tables(runs: int, work: Path, times: int = 10) -> list[Table]:
    builders: dict[str, tuple[Ours | Peer, Ours | Peer]] = {}
    few, many = Ours(work / "few"), Ours(work / "many", times)
    builders[OURS] = few, many
    folders = [pages(ours.prepare(), ours.folder.with_name(f"{ours.folder.name}-pages")) for ours in (few, many)]
    tell(f"multiplied by {times}")
    page = few.change.page if few.change else ""
    zensical = [Peer(folder, "zensical", page) for folder in folders]
    builders["Zensical"] = zensical[0], zensical[1]
    contestants: dict[str, Measured] = {}
    for name, pair in builders.items():
        for builder, size_name in zip(pair, ("1 ×", f"{times} ×"), strict=True):
            contestants[f"{name}, cold, {size_name}"] = builder.cold
            contestants[f"{name}, after a change, {size_name}"] = builder.warm
    found = in_turns(contestants, runs)
    table = Table(
        f"{times} × the records",
        (
            *TAKES,
            Column("growth", "×", 2),
            Column("pages", digits=0),
            Column("kB/page"),
            Column("site", "MB"),
        ),
        "Copies of every record under new ids, linked among themselves; the vocabularies stay. Growth: time against the same build with the\n"
        "records as they are, in the same round.",
    )
    for name, pair in builders.items():
        for builder, size_name in zip(pair, ("1 ×", f"{times} ×"), strict=True):
            for kind in ("cold", "after a change"):
                runs_of = found[row := f"{name}, {kind}, {size_name}"]
                if isinstance(runs_of, str):
                    table.fail(row, runs_of)
                    continue
                made = size(builder.site)
                takes = medians(runs_of, found[f"{OURS}, {kind}, {size_name}"])
                growth = ratio(runs_of, found[f"{name}, {kind}, 1 ×"])
                table.add(row, *takes, growth, made.pages, made.bytes / made.pages / 1e3, made.bytes / 1e6)
    return [table]
