"""What the figures of `make bench` rest on. Nothing is timed here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import yaml

from generator.catalogue import Catalogue
from generator.problems import errors
from generator.records.fields import RefTo
from generator.records.pointers import pointed
from generator.site import load
from tests.benchmarks import growth
from tests.benchmarks.__main__ import Part, main
from tests.benchmarks.multiplying import copied, multiply
from tests.benchmarks.projects import change_of_a_measure, with_material
from tests.benchmarks.running import Failed, Run, in_turns, measured, python, ratio
from tests.benchmarks.stages import REST, stage
from tests.benchmarks.table import Column, Table
from tests.benchmarks.timings import blocked, interactive
from tests.conftest import problems_of

# --- many times the records -------------------------------------------------------------------------------------------


def test_multiplied_records_are_without_fault_and_linked_among_themselves(
    sample: Path, sample_catalogue: Catalogue, tmp_path: Path
) -> None:
    total = multiply(sample, tmp_path / "many", 3)
    assert errors(problems_of(tmp_path / "many")) == []
    many = load(tmp_path / "many")[0]
    assert total == sum(map(len, many.kinds().values()))
    for kind, records in sample_catalogue.kinds().items():
        assert len(many.kinds()[kind]) == len(records) * (1 if kind == "vokabular" else 3), kind
    first = sample_catalogue.nachnutzungen["stadt-app-musterstadt-nachbardorf"]
    copy = many.nachnutzungen[copied(first.id, 2)]
    leads = [copied(str(value), 2) for _, value, mark in pointed(type(first), first.model_dump(mode="json")) if isinstance(mark, RefTo)]
    assert leads
    assert leads == [value for _, value, mark in pointed(type(copy), copy.model_dump(mode="json")) if isinstance(mark, RefTo)]


def test_a_copy_lies_with_the_copy_of_its_project() -> None:
    assert copied("zwoenitz/erzmobil", 1) == "zwoenitz-kopie-1/erzmobil"
    assert copied("hal-plan", 2) == "hal-plan-kopie-2"


# --- what is changed --------------------------------------------------------------------------------------------------


def test_a_change_is_a_new_sentence_in_a_valid_record(tmp_path: Path) -> None:
    record = tmp_path / "measures/massnahmen/musterstadt/app.yml"
    record.parent.mkdir(parents=True)
    record.write_text("titel: App\nkurz: >-\n  Eine App zeigt,\n  was offen ist.\nstatus: idee\n", "utf-8")
    change = change_of_a_measure(tmp_path)
    for number in (1, 2):
        change.make()
        said = yaml.safe_load(record.read_text("utf-8"))
        assert said == {"titel": "App", "kurz": f"Messung {number}. Eine App zeigt, was offen ist.", "status": "idee"}


def test_a_rebuild_that_does_not_show_the_change_does_not_count(tmp_path: Path) -> None:
    record = tmp_path / "measures/massnahmen/musterstadt/app.yml"
    record.parent.mkdir(parents=True)
    record.write_text("titel: App\nkurz: >-\n  Eine App zeigt,\n  was offen ist.\nstatus: idee\n", "utf-8")
    page = tmp_path / "site/massnahmen/musterstadt/app/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("Eine App zeigt, was offen ist.", "utf-8")
    change = change_of_a_measure(tmp_path)
    change.make()
    with pytest.raises(Failed):
        change.shown(tmp_path / "site")
    page.write_text(f"{change.sentence} Eine App zeigt, was offen ist.", "utf-8")
    change.shown(tmp_path / "site")


def test_material_gets_every_page_into_its_nav(tmp_path: Path) -> None:
    (tmp_path / "docs/themen/mobil").mkdir(parents=True)
    for page in ("index.md", "themen/index.md", "themen/bus.md", "themen/mobil/rad.md"):
        (tmp_path / "docs" / page).touch()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Probe\nnot_in_nav: /themen/*\ntheme: {name: material, custom_dir: overrides}\n", "utf-8"
    )
    with_material(tmp_path, everything_in_nav=True)
    config = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert config["nav"] == ["index.md", {"themen": ["themen/index.md", "themen/bus.md", {"mobil": ["themen/mobil/rad.md"]}]}]
    assert "not_in_nav" not in config
    assert "custom_dir" not in config["theme"]


# --- measuring --------------------------------------------------------------------------------------------------------


def test_runs_are_compared_within_their_round() -> None:
    """A machine that gets slower hits both; medians compared with each other would say 1.5."""
    theirs, ours = [Run(2), Run(30), Run(300)], [Run(1), Run(20), Run(100)]
    assert ratio(theirs, ours) == 2
    assert ratio(theirs, "failed: not installed") is None


def test_contestants_take_turns_and_who_fails_is_out() -> None:
    order: list[str] = []

    def good() -> Run:
        order.append("good")
        return Run(1)

    def bad() -> Run:
        order.append("bad")
        raise Failed("no such program")

    assert in_turns({"good": good, "bad": bad}, 2) == {"good": [Run(1), Run(1)], "bad": "failed: no such program"}
    assert order == ["good", "bad", "good"]


def test_memory_counts_all_processes_together(tmp_path: Path) -> None:
    hold = "import time; held = bytearray(b'x') * 60_000_000; time.sleep(0.8)"
    alone = measured([sys.executable, "-c", hold], tmp_path)
    two = measured(
        [sys.executable, "-c", f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}; p.wait()"],
        tmp_path,
    )
    assert alone.megabytes
    assert two.megabytes
    assert 60 < alone.megabytes < 100
    if sys.platform == "linux":
        assert 120 < two.megabytes < 200
    assert 0.8 < alone.seconds < 30


def test_a_program_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="No module named"):
        measured(python("gibt_es_nicht"), tmp_path)


def test_time_belongs_to_the_outermost_room() -> None:
    way = ["__main__", "generator.cli.site", "generator.building", "mkdocs.commands.build"]
    assert stage([*way, "generator.plugin", "generator.site", "generator.pages.massnahmen", "generator.catalogue"]) == "pages"
    assert stage([*way, "generator.plugin", "generator.site", "generator.pages.rendering", "jinja2.environment"]) == "pages"
    assert stage([*way, "jinja2.environment", ""]) == "theme"
    assert stage([*way, "markdown.core", "markdown.blockparser"]) == "Markdown"
    assert stage([*way, "generator.plugin", "generator.neuer_raum.innen"]) == "generator.neuer_raum"
    assert stage(way) == REST


def test_a_page_is_interactive_when_half_a_second_is_quiet() -> None:
    tasks = [(300.0, 100.0), (700.0, 200.0), (1500.0, 400.0)]
    assert interactive(500, 600, tasks) == 900, "the last task begins after half a quiet second"
    assert interactive(500, 1000, tasks) == 1000, "not before it is loaded"
    assert interactive(500, 0, []) == 500
    assert blocked(500, 900, tasks) == 150, "what exceeds 50 ms, after the first paint"
    assert blocked(350, 900, tasks) == 50 + 150


# --- telling ----------------------------------------------------------------------------------------------------------


def _table(seconds: float) -> Table:
    table = Table("Cold build", (Column("time", "s"), Column("pages", digits=0)), "A note.")
    table.add("ours", seconds, 1326)
    table.fail("Zensical", "failed: no such program")
    return table


def test_a_table_shows_every_figure_and_who_failed() -> None:
    lines = _table(10.04).as_text().splitlines()
    assert lines[0].split() == ["Cold", "build", "time", "pages"]
    assert lines[2].split() == ["ours", "10.0", "s", "1,326"]
    assert lines[3].split() == ["Zensical", "failed:", "no", "such", "program"]
    assert lines[4] == "A note."


def test_an_older_run_stands_beside_todays() -> None:
    older = json.loads(json.dumps(_table(20).as_data()))
    older["rows"]["MkDocs"] = {"time": 5.0, "pages": 3}
    text = _table(10).as_text(older)
    assert "10.0 s (20.0 s -50 %)" in text
    assert "1,326 (1,326 +0 %)" in text
    assert any(line.split() == ["MkDocs", "not", "in", "this", "run"] for line in text.splitlines())


@pytest.mark.parametrize("words", [["--only", "alles"], ["--runs", "0"], ["--runs", "x"]])
def test_wrong_options_are_refused(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", *words])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2


def test_one_run_is_one_report_and_one_file_to_compare_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(part: Part, *words: str) -> str:
        monkeypatch.setattr(growth, "tables", lambda runs, work, times: part(runs, work))
        monkeypatch.setattr(sys, "argv", ["bench", "--runs", "1", "--only", "growth", "--json", str(tmp_path / "now.json"), *words])
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == 1, "somebody failed"
        return capsys.readouterr().out

    assert "10.0 s" in run(lambda runs, work: [_table(10)])
    written = json.loads((tmp_path / "now.json").read_text("utf-8"))
    assert {"date", "commit", "processor", "cores", "memory_gb", "versions"} <= set(written["machine"])
    assert {"python", "mkdocs", "mkdocs-material", "zensical", "pagefind", "chromium"} <= set(written["machine"]["versions"])
    (tmp_path / "then.json").write_text(json.dumps(written), "utf-8")
    assert "5.0 s (10.0 s -50 %)" in run(lambda runs, work: [_table(5)], "--compare", str(tmp_path / "then.json"))

    def cannot(runs: int, work: Path) -> list[Table]:
        raise Failed("there is no room left")

    assert "there is no room left" in run(cannot)
