"""Our build against others on the same pages: cold, after one change, and in the preview; and where ours spends its time."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks import stages
from tests.benchmarks.contestants import Ours, Peer, size
from tests.benchmarks.preview import preview
from tests.benchmarks.projects import pages, project, with_material
from tests.benchmarks.running import Failed, Run, in_turns, measured, median, medians, ratio, tell
from tests.benchmarks.table import Column, Table

TAKES = (Column("time", "s", 2), Column("× ours", digits=2), Column("processor", "s", 2), Column("memory", "MB", 0))
SIZES = (Column("pages", digits=0), Column("files/page", digits=2), Column("kB/page"), Column("site", "MB"))
OURS = "wissensspeicher build"
SMALL = 0.01
"""A room below this share of both builds that `stages` does not list is part of the rest."""


def tables(runs: int, work: Path) -> list[Table]:
    ours = Ours(work / "ours")
    source = project(work / "source")
    ours.prepare()
    page = ours.change.page if ours.change else ""
    zensical = Peer(pages(source, work / "zensical"), "zensical", page)
    plain = Peer(pages(source, work / "plain"), "mkdocs")
    material = Peer(with_material(pages(source, work / "material"), everything_in_nav=True), "mkdocs")
    builders: Mapping[str, Ours | Peer] = {
        OURS: ours,
        "Zensical": zensical,
        "MkDocs": plain,
        "MkDocs + Material, every page in the nav": material,
    }
    # a rebuild follows the cold build of its round; nothing of it is left for the next
    found = in_turns(
        {name: builder.cold for name, builder in builders.items()} | {"after a change": ours.warm, "Zensical warm": zensical.warm}, runs
    )
    cold = {name: found[name] for name in builders}
    warm = {OURS: found["after a change"], "Zensical": found["Zensical warm"]}
    tell("preview")
    seen = preview(ours, zensical, runs)
    return [_cold(cold, builders), _warm(warm, seen), _stages(ours, runs)]


def _cold(found: Mapping[str, list[Run] | str], builders: Mapping[str, Ours | Peer]) -> Table:
    table = Table(
        "Cold build",
        (*TAKES, *SIZES),
        "The others get the pages that `wissensspeicher pages` wrote; they make no search of ours, no API, no tables. MkDocs and Zensical\n"
        "use our frame, Material its own with its own search. Processor: time of all cores together. Memory: all processes of a build at\n"
        "their worst moment.",
    )
    for name, runs in found.items():
        if isinstance(runs, str):
            table.fail(name, runs)
            continue
        made = size(builders[name].site)
        per_page = (made.pages, made.files / made.pages, made.bytes / made.pages / 1e3, made.bytes / 1e6)
        table.add(name, *medians(runs, found[OURS]), *per_page)
    return table


def _warm(found: Mapping[str, list[Run] | str], seen: Mapping[str, list[Run] | str]) -> Table:
    table = Table(
        "After one change",
        (*TAKES, Column("in the preview", "s", 2), Column("preview × ours", digits=2)),
        "Ours: a sentence in the plain statement of a measure; Zensical: a sentence on its page. Every run is checked for the new sentence.\n"
        "Preview: from saving the file to the changed page at the server of `serve`.",
    )
    for name, runs in found.items():
        if isinstance(runs, str):
            table.fail(name, runs)
            continue
        previews = seen[name]
        if isinstance(previews, str):
            table.fail(f"{name}, preview", previews)
            previews = []
        table.add(
            name,
            *medians(runs, found[OURS]),
            median(run.seconds for run in previews),
            ratio(previews, seen[OURS]),
        )
    return table


# --- where the time goes ---------------------------------------------------------------------------------------------


def _stages(ours: Ours, runs: int) -> Table:
    table = Table(
        "Our build by stage",
        (Column("cold", "s", 2), Column("share", "%", 0), Column("after a change", "s", 2)),
        "By looking at the stack every 3 ms; the start is loading modules. What the catalogue finds out only when asked is time of the\n"
        "stage that asks first. Time of further processes is where the first one waits for them.",
    )
    try:
        cold, warm = _watched(ours, runs)
    except Failed as failure:
        table.fail(OURS, f"failed: {failure}")
        return table
    all_cold, all_warm = sum(cold.values()), sum(warm.values())
    for name in [name for name in cold | warm if name not in stages.ORDER]:
        if max(cold.get(name, 0) / all_cold, warm.get(name, 0) / all_warm) < SMALL:
            for times in (cold, warm):
                times[stages.REST] = times.get(stages.REST, 0.0) + times.pop(name, 0.0)
    for name in sorted(cold | warm, key=lambda name: (stages.ORDER.index(name) if name in stages.ORDER else len(stages.ORDER), name)):
        table.add(name, cold.get(name, 0.0), cold.get(name, 0.0) / all_cold * 100, warm.get(name, 0.0))
    table.add("all", all_cold, 100.0, all_warm)
    return table


def _watched(ours: Ours, runs: int) -> tuple[dict[str, float], dict[str, float]]:
    """The median of every stage, cold and after a change."""
    cold, warm = [], []
    for number in range(1, runs + 1):
        ours.prepare()
        cold.append(_one(ours))
        assert ours.change
        ours.change.make()
        warm.append(_one(ours))
        tell(f"by stage ({number} of {runs})")
    return _medians(cold), _medians(warm)


def _one(ours: Ours) -> dict[str, float]:
    told = ours.folder.with_name("stages.json")
    measured([sys.executable, "-P", stages.__file__, str(told), "build"], ours.folder)
    found: dict[str, float] = json.loads(told.read_text("utf-8"))
    return found


def _medians(found: list[dict[str, float]]) -> dict[str, float]:
    names = dict.fromkeys(name for one in found for name in one)
    return {name: median(one.get(name, 0.0) for one in found) or 0.0 for name in names}
