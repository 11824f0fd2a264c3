"""The commands as contributors and CI use them: in a process of their own, by their output and exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BROKEN = "massnahmen/musterstadt/pegelsensoren.yml"


def run(*words: object, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator.cli", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def broken(sample: Path) -> Path:
    file = sample / BROKEN
    file.write_text(file.read_text("utf-8").replace("geplant", "geplannt"), "utf-8")
    return sample


def test_good_records_pass(sample: Path) -> None:
    done = run("check", "--records", sample)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "36 Datensätze geprüft: 0 Fehler, 0 Warnungen, 0 Hinweise.\n"


def test_text_names_place_value_and_remedy(broken: Path) -> None:
    done = run("check", "--records", "measures", folder=broken.parent)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == (
        f"measures/{BROKEN}:7:9: Fehler: status: „geplannt“ steht nicht im Vokabular „status“. Meinten Sie „geplant“? "
        "Erlaubt sind: idee, geplant, in-umsetzung, umgesetzt, verstetigt, eingestellt, unbekannt. [vokabular]"
    )


def test_json_is_one_object_per_line(broken: Path) -> None:
    done = run("check", "--records", broken, "--format", "json")
    (line,) = done.stdout.splitlines()
    told = json.loads(line)
    assert list(told) == ["file", "line", "column", "severity", "code", "field", "message"]
    assert (told["file"], told["line"], told["column"], told["severity"], told["code"], told["field"]) == (
        BROKEN,
        7,
        9,
        "error",
        "vokabular",
        "status",
    )


def test_github_annotates_the_line(broken: Path) -> None:
    done = run("check", "--records", "measures", "--format", "github", folder=broken.parent)
    assert done.stdout.startswith(f"::error file=measures/{BROKEN},line=7,col=9,title=status::„geplannt“")


def test_gitlab_gets_a_code_quality_report(broken: Path) -> None:
    done = run("check", "--records", "measures", "--format", "gitlab", folder=broken.parent)
    (told,) = json.loads(done.stdout)
    assert told["location"] == {"path": f"measures/{BROKEN}", "lines": {"begin": 7}}
    assert (told["check_name"], told["severity"]) == ("vokabular", "major")
    assert len(told["fingerprint"]) == 64


def test_a_good_run_is_valid_in_every_format(sample: Path) -> None:
    assert run("check", "--records", sample, "--format", "json").stdout == ""
    assert json.loads(run("check", "--records", sample, "--format", "gitlab").stdout) == []


def test_single_files_are_checked_against_everything(broken: Path) -> None:
    """Only their problems are shown, but their references are looked up in all records."""
    other = "massnahmen/musterstadt/stadt-app.yml"
    assert run("check", "--records", broken, other).returncode == 0
    assert run("check", "--records", broken, broken / BROKEN).returncode == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["check", "--records", "gibt-es-nicht"], "Den Ordner mit den Datensätzen gibt es nicht: gibt-es-nicht"),
        (["check", "gibt-es-nicht.yml"], "Diese Datei gibt es im Ordner „measures“ nicht: gibt-es-nicht.yml"),
        (["check", "--format", "xml"], "'xml' ist nicht erlaubt"),
        (["chek"], "Den Befehl 'chek' gibt es nicht. Meinten Sie 'check'?"),
        (["pages"], "Es fehlt die Angabe 'ORDNER'."),
        (["import", "gibt-es-nicht.xlsx"], "'gibt-es-nicht.xlsx' gibt es nicht."),
        (["export", "README.md"], "'README.md' ist eine Datei, gebraucht wird ein Ordner."),
    ],
)
def test_wrong_use_is_said_in_german_with_status_2(words: list[str], message: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert message in done.stderr


def test_one_record_is_said_as_one(sample: Path) -> None:
    assert run("check", "--records", sample, sample / BROKEN).stdout == "1 Datensatz geprüft: 0 Fehler, 0 Warnungen, 0 Hinweise.\n"
    assert run("format", "--records", sample, sample / BROKEN).stdout == "1 Datei, davon 0 geändert.\n"


def test_the_report_on_one_project_counts_its_measures_alone(sample: Path) -> None:
    def aufwand(*words: str) -> str:
        lines = run("report", "--records", sample, *words).stdout.splitlines()
        return next(line for line in lines if line.endswith("  aufwand")).split()[0]

    assert (aufwand(), aufwand("--projekt", "musterstadt")) == ("2", "1")


@pytest.mark.parametrize(
    "command", ["", "check", "build", "serve", "pages", "new", "format", "import", "export", "report", "links", "vorlagen"]
)
def test_help_is_german(command: str) -> None:
    said = run(*filter(None, [command]), "--help").stdout
    assert "Aufruf:" in said
    assert "Optionen:" in said
    for english in ("Usage", "Options", "Commands", "Show", "default", "PATH"):
        assert english not in said


# --- input that nobody should write -----------------------------------------------------------------------------------


def spoiled(sample: Path, content: bytes) -> list[dict[str, object]]:
    """What check says of a measure with this content, after it has said it quickly and without a traceback."""
    (sample / BROKEN).write_bytes(content)
    done = run("check", "--records", sample, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return [problem for problem in told if problem["file"] == BROKEN]


def test_a_file_of_five_megabytes_is_refused_unread(sample: Path) -> None:
    (problem,) = spoiled(sample, b"titel: " + b"x" * 5_000_000)
    assert problem["code"] == "groesse"
    assert problem["message"] == "Die Datei ist 5000 kB groß; ein Datensatz hat höchstens 300 kB."


def test_a_yaml_bomb_is_never_expanded(sample: Path) -> None:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 30)]
    problems = spoiled(sample, b"\n".join(lines))
    assert "„*a0“ verweist auf eine andere Stelle der Datei. Schreiben Sie den Wert aus." in {problem["message"] for problem in problems}


def test_an_unreadable_file_loses_nothing_else(sample: Path) -> None:
    (sample / BROKEN).unlink()
    (sample / BROKEN).symlink_to(sample / "gibt-es-nicht")
    (sample / "massnahmen/musterstadt/stadt-app.yml").write_text("titel: x\n", "utf-8")
    told = [json.loads(line) for line in run("check", "--records", sample, "--format", "json").stdout.splitlines()]
    assert {problem["code"] for problem in told if problem["file"] == BROKEN} == {"lesen"}
    assert {problem["code"] for problem in told if problem["file"].endswith("stadt-app.yml")} == {"pflichtfeld", "zu-kurz"}


def test_a_link_that_is_asked_for_alone_is_refused_as_in_a_whole_check(sample: Path) -> None:
    (sample / "massnahmen/musterstadt/neu.yml").symlink_to("stadt-app.yml")
    done = run("check", "--records", sample, sample / "massnahmen/musterstadt/neu.yml")
    assert done.returncode == 1
    assert "musterstadt/neu.yml:1:1: Fehler: Das ist ein Verweis (symbolischer Link)" in done.stdout


def test_a_folder_without_records(tmp_path: Path) -> None:
    done = run("check", "--records", tmp_path, "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["code"] == "leer"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"\x00" * 100,
        b"[" * 200_000,
        b"{" * 200_000,
        b"- " * 100_000,
        b"? " * 1000,
        b"!!python/object:os.system x",
        b"%",
        b"---\n---\n---\n",
        b"a: !!binary x",
    ],
)
def test_no_content_makes_a_traceback(content: bytes, sample: Path) -> None:
    assert spoiled(sample, content)
