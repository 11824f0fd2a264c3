"""What the long runs found, each as the smallest input that once broke a promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.checking import check
from generator.checking.formats import FORMATS
from generator.cli import main
from generator.compounds import split
from generator.problems import Problem
from generator.reading import entry_of
from generator.records import KINDS
from generator.writing.canonical import canonical
from generator.writing.tree import Unwritable
from tests.conftest import SAMPLE, TODAY, problems_of
from tests.fuzzing.promises import reading_with

MEASURE = KINDS["massnahmen"]
GROUP = "gemeinschaften/arbeitsgruppe-pegel.yml"
TEXT = (SAMPLE / GROUP).read_text("utf-8")
SOLUTION = "loesungen/pegel-baukasten.md"


def form(text: str) -> str:
    return canonical(text, MEASURE, MEASURE.model)


def said_of(file: str, text: str) -> list[Problem]:
    return [problem for problem in check(reading_with((file, text)), TODAY) if problem.file == file]


def test_lines_of_a_record_with_prose_are_counted_from_the_top_of_the_file() -> None:
    """They were one too high for fields, two for the prose."""
    text = "---\ntitel: Pegel\nkuratiert: 7\n---\n\nkurz\n"
    assert {problem.field: problem.line for problem in entry_of(SOLUTION, text)[1]}.items() >= {"kuratiert": 3, "text": 6}.items()
    assert {problem.field: problem.line for problem in entry_of(SOLUTION, f"\n\n{text}")[1]}.items() >= {"kuratiert": 5, "text": 8}.items()


def test_what_stands_above_the_head_is_not_passed_over_nor_thrown_away_by_format() -> None:
    text = "Wichtig!\n" + (SAMPLE / SOLUTION).read_text("utf-8")
    assert [problem.code for problem in said_of(SOLUTION, text)] == ["kopf"]
    with pytest.raises(Unwritable):
        canonical(text, KINDS["loesungen"], KINDS["loesungen"].model)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_signs_that_end_a_line_for_yaml_alone(sign: str) -> None:
    """Format ended in a traceback, because YAML counts more lines than an editor shows."""
    (problem,) = said_of(GROUP, TEXT.replace("Pegel\n", f"Pegel{sign}stand\n", 1))
    assert (problem.code, problem.line) == ("yaml", 1)
    with pytest.raises(Unwritable):
        form(f"titel: a{sign}b\n")


@pytest.mark.parametrize("sign", ["\\e", "\\0", "\\x85", "\\x7f", "\\r", "\\L", "\\uFFFE"])
def test_control_signs_in_a_text_are_refused(sign: str) -> None:
    """Excel and the feed cannot hold them: export ended in a traceback."""
    assert [problem.code for problem in said_of(GROUP, TEXT.replace("Arbeitsgruppe Pegel", f'"Pegel{sign}stand"', 1))] == ["unsichtbar"]


def test_an_address_with_a_control_sign_is_refused() -> None:
    text = TEXT.replace("titel: Rundbrief der Arbeitsgruppe", 'url: "https://a.example/\\e[2Jx"')
    assert "unsichtbar" in {problem.code for problem in said_of(GROUP, text)}


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_name_of_a_field_cannot_steer_the_terminal_or_make_a_second_line(form: str) -> None:
    problems = said_of(GROUP, '"a\\n\\e[2Jb": 1\n' + TEXT)
    said = FORMATS[form](problems, "measures")
    assert "\x1b" not in said
    assert said.count("\n") == len(problems) == 1
    assert "\\u000a" in said


@pytest.mark.parametrize("line", ["{key}: 1", "'{key}': 1\n'{key}': 2", "titel: &{key} x", "titel: !{key} x"])
def test_a_message_stays_short_however_long_the_mistake_is(line: str) -> None:
    for problem in said_of(GROUP, line.format(key="x" * 5000) + "\n" + TEXT):
        assert len(problem.message) < 600, problem.message[:100]
        assert len(problem.field) <= 100


def test_a_wrong_project_is_not_repeated_in_full() -> None:
    file = "nachnutzungen/hochwasser-musterstadt-beispielkreis.yml"
    text = (SAMPLE / file).read_text("utf-8").replace("modellprojekt: musterstadt", f"modellprojekt: {'x' * 5000}")
    assert max(len(problem.message) for problem in said_of(file, text)) < 600


def test_a_comment_deeper_than_its_list_stays_where_format_puts_it() -> None:
    """It moved to the left with every run."""
    once = form("titel: x y\nhandlungsfelder:\n  - mobilitaet\n    # tief\n  - energie\n    # tiefer\nquellen: []\n")
    assert form(once) == once
    assert "  - energie\n    # tiefer\n" in once


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(end: str, tmp_path: Path) -> None:
    """A record with prose from an old Mac had no head, and import called one with a mark of byte order broken."""
    kind = KINDS["loesungen"]
    text = (SAMPLE / SOLUTION).read_text("utf-8")
    assert canonical("\ufeff" + text.replace("\n", end), kind, kind.model) == text


def test_an_entry_of_a_list_with_a_break_in_it_comes_back_as_one_entry(sample: Path) -> None:
    """Export made two lines of it, and import two entries."""
    (sample / GROUP).write_text(TEXT.replace("Rundbrief der Arbeitsgruppe", '"Rundbrief\\nder Arbeitsgruppe"'), "utf-8")
    assert problems_of(sample) == problems_of(SAMPLE)
    runner = CliRunner()
    assert runner.invoke(main, ["export", "--records", str(sample), str(sample.parent)]).exit_code == 0
    done = runner.invoke(main, ["import", "--records", str(sample), str(sample.parent / "gemeinschaften.csv"), "--overwrite", "--ja"])
    assert ": 0 neu, 0 geändert, 2 unverändert, 0 wartet, 0 falsch." in done.output


def test_a_term_whose_name_has_a_break_in_it_is_known_again_in_a_table(sample: Path) -> None:
    terms = sample / "vokabular/handlungsfelder.yml"
    terms.write_text(terms.read_text("utf-8").replace("name: Verwaltung\n", 'name: "Verwaltung\\n  und Ämter"\n'), "utf-8")
    assert problems_of(sample) == []
    assert CliRunner().invoke(main, ["export", "--records", str(sample), str(sample.parent)]).exit_code == 0
    done = CliRunner().invoke(main, ["import", "--records", str(sample), str(sample.parent / "massnahmen.csv")])
    assert done.exit_code == 0, done.output
    assert ": 0 neu, 0 geändert, 3 unverändert, 0 wartet, 0 falsch." in done.output


def test_a_word_without_end_is_cut_in_no_time_as_in_the_browser() -> None:
    """Twenty thousand letters took hours: the time to cut a word grows with the square of its length."""
    assert split("radbus" * 3000, frozenset({"rad", "bus"})) == ()
    assert split("radbus" * 10, frozenset({"rad", "bus"})) == ("rad", "bus") * 10


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("titel: Pegel\n%YAML 1.2", (2, 1)),
        ("titel: Pegel\nart: [netzwerk\n\n\n", (2, 1)),
        ("titel: Pegel\nkurz\n", (2, 1)),
        ('titel: Pegel\nkurz: "ein Satz\n', (2, 7)),
        ("titel: Bäche\nkurz: Höhen\nart: \x7f\n", (3, 6)),
        ("\ufeff\ufefftitel: Pegel\n", (1, 1)),
    ],
)
def test_a_mistake_is_told_where_a_line_is(text: str, place: tuple[int, int]) -> None:
    """It was told in the line after the last, and after umlauts some lines too far down."""
    (problem,) = said_of(GROUP, text)
    assert (problem.line, problem.column) == place


def test_an_empty_value_is_told_in_a_line_that_there_is() -> None:
    told = {problem.field: (problem.line, problem.message) for problem in said_of(GROUP, "quellen:\n  -\n? titel\n\n")}
    assert told["titel"] == (3, "„titel“ ist leer. Tragen Sie einen Wert ein oder lassen Sie das Feld weg.")
    assert told["quellen[0]"] == (2, "Der Eintrag ist leer. Tragen Sie etwas ein oder löschen Sie ihn.")


def test_format_leaves_control_signs_to_the_check() -> None:
    """They were dropped in silence where they stood at the end of a text."""
    assert form('titel: "0\\x1F"\n') == 'titel: "0\\x1F"\n'
    assert form("titel: ' a '\n") == "titel: a\n"
