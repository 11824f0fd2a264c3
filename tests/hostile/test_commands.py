"""The commands that write: whatever they are given, nothing outside the folder of the records changes, and nothing is run."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.hidden import HIDDEN
from tests.hostile.attacks import ATTACKS, FAMILIES
from tests.projects import small_project

TEXTS = [text for _, text in ATTACKS if len(text) < 400]
NAMES = [*FAMILIES["path"], *FAMILIES["command"], *FAMILIES["control"][:3], "x" * 81, "ä", "A", "massnahmen/x"]
KURZ = "Ein Kleinbus fährt abends auf Bestellung zu festen Haltestellen."


@pytest.fixture
def around(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, bytes]]:
    """Everything around the records, with the records only counted by their names."""
    monkeypatch.chdir(sample.parent)
    (sample.parent / "nebenan.txt").write_text("bleibt", "utf-8")

    def state() -> dict[str, bytes]:
        files = (path for path in sample.parent.rglob("*") if path.is_file())
        return {path.as_posix(): path.read_bytes() for path in files if not path.is_relative_to(sample) and path.suffix in (".txt", "")}

    return state


def run(*words: str) -> Result:
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code in (0, 1, 2), done.exception
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert not HIDDEN.search(done.output.replace("\r", "")), ascii(done.output)[:300]
    return done


def names(sample: Path) -> set[str]:
    return {path.relative_to(sample).as_posix() for path in sample.rglob("*")}


def test_new_writes_no_file_a_record_could_not_have(sample: Path, around: Callable[[], dict[str, bytes]]) -> None:
    before, outside = names(sample), around()
    for name in NAMES:
        done = run("new", "ressource", "--records", str(sample), "--ja", "--set", f"kennung={name}", "--set", "titel=Leitfaden Rufbus",
                   "--set", "art=leitfaden", "--set", f"kurz={KURZ}", "--set", "quellen=https://www.beispiel.example/x")  # fmt: skip
        assert done.exit_code != 0, name
        assert around() == outside
        assert names(sample) == before, name


def test_new_takes_every_text_as_a_text(sample: Path, around: Callable[[], dict[str, bytes]]) -> None:
    """A title that attacks is refused, or becomes a record below its kind with a harmless name."""
    before, outside = names(sample), around()
    for text in TEXTS[::6]:
        run("new", "ressource", "--records", str(sample), "--ja", "--set", f"titel={text}", "--set", "art=leitfaden",
            "--set", f"kurz={KURZ}", "--set", "quellen=https://www.beispiel.example/x")  # fmt: skip
    made = names(sample) - before
    assert len(made) > 10
    assert all(Path(name).parent == Path("ressourcen") and Path(name).suffix == ".yml" for name in made)
    assert around() == outside
    assert run("check", "--records", str(sample)).exit_code == 0
    assert run("format", "--check", "--records", str(sample)).exit_code == 0


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_import_writes_below_the_records_only(sample: Path, around: Callable[[], dict[str, bytes]], suffix: str) -> None:
    heads = ["Kennung", "Titel", "Art", "Kurz gesagt", "Quellen"]
    rows = [[name, f"Leitfaden {number}", "leitfaden", KURZ, "https://www.beispiel.example/x"] for number, name in enumerate(NAMES)]
    rows += [["", text, "leitfaden", KURZ, "https://www.beispiel.example/x"] for text in TEXTS[::4]]
    table = sample.parent / f"ressourcen.{suffix}"
    if suffix == "csv":
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([heads, *rows])
    else:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "ressourcen"
        for row in [heads, *rows]:
            sheet.append([openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row])
        book.save(table)
    before, outside = names(sample), around()
    done = run("import", str(table), "--records", str(sample), "--ja", "--art", "ressourcen")
    assert done.exit_code == 1, "some rows are wrong, and said to be"
    made = names(sample) - before
    assert len(made) > 20
    assert all(Path(name).parent == Path("ressourcen") and Path(name).suffix == ".yml" for name in made)
    assert around() == outside
    assert run("check", "--records", str(sample)).exit_code == 0


@pytest.mark.parametrize("content", [
    "titel: !!python/object/apply:os.system ['touch gehackt']\n",
    "titel: &a [*a, *a]\n",
    "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
    "<<: {titel: x}\n",
    "titel: " + "[" * 5_000 + "\n",
    "? {a: b}\n: c\n",
    "titel: \"\\0\\x1b[2J\"\n",
    "%TAG ! tag:boese.example,2000:\n---\ntitel: !x y\n",
    "\ufeff\ufefftitel: x\n",
    "kosten_eur: 1e309\nbeginn: 0000-00\nende: 9999-99\n",
    "kosten_eur: .inf\nbeginn: 2024-13\n",
    "kosten_eur: 99999999999999999999999\nquick_win: NaN\n",
    "---\ntitel: a\n---\ntitel: b\n",
])  # fmt: skip
def test_files_that_are_more_than_values_are_refused_and_never_rewritten(
    sample: Path, around: Callable[[], dict[str, bytes]], content: str
) -> None:
    file = sample / "massnahmen/musterstadt/angriff.yml"
    file.write_text(content, "utf-8")
    outside = around()
    for command in ("check", "format"):
        done = run(command, "--records", str(sample))
        assert command == "format" or done.exit_code == 1
        assert "massnahmen/musterstadt/angriff.yml" in done.output or command == "format"
    assert run("check", "--records", str(sample)).exit_code == 1, "format makes nothing of it that would pass"
    assert around() == outside


@pytest.mark.parametrize("name", ["../x.yml", "ressourcen/..yml", "ressourcen/a b.yml", "ressourcen/CON.yml", "ressourcen/aux.yml",
                                  "ressourcen/index.yml", "massnahmen/index/x.yml", "ressourcen/x\n::error::y.yml", "ressourcen/\x1b[2J.yml",
                                  "ressourcen/" + "a" * 240 + ".yml", "ressourcen/-rf.yml", "ressourcen/x.yml/y.yml", "ressourcen/$(touch gehackt).yml"])  # fmt: skip
def test_names_of_files_that_mislead_are_refused(sample: Path, around: Callable[[], dict[str, bytes]], name: str) -> None:
    file = sample / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("titel: Leitfaden\nart: leitfaden\nkurz: Worum es in ihm geht.\nquellen:\n  - titel: Rat\n", "utf-8")
    outside = around()
    no_record = name.startswith("..") or Path(name).name.startswith(".")
    for form in ("text", "json", "github", "gitlab"):
        done = run("check", "--records", str(sample), "--format", form)
        assert (done.exit_code == 0) is no_record
        assert not [line for line in done.output.splitlines() if line.startswith("::error::")]
    assert around() == outside


def test_no_record_takes_the_place_of_a_page_written_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small_project(tmp_path)
    monkeypatch.chdir(project)
    (project / "docs/wissen").mkdir()
    (project / "docs/wissen/fragen.md").write_text("# Fragen\n", "utf-8")
    (project / "measures/wissen/fragen.md").write_bytes((project / "measures/wissen/phase-1.md").read_bytes())
    done = CliRunner().invoke(main, ["build"])
    assert done.exit_code == 1
    assert "wissen/fragen.md: So heißt schon die Seite docs/wissen/fragen.md." in done.stderr
    assert not (project / "site").exists()
