"""The canonical form: what a record says and what people noted beside it survives, only the writing changes."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.reading.files import record_files
from generator.records import KINDS
from generator.writing.canonical import canonical
from generator.writing.formatting import formatted
from generator.writing.parsing import parse
from generator.writing.tree import Unwritable, as_text, comments
from tests.conftest import RECORDS
from tests.test_cli import run

MEASURE = KINDS["massnahmen"]


def form(text: str) -> str:
    return canonical(text, MEASURE, MEASURE.model)


UNTIDY = """\
# Wer diese Datei ändert: bitte auch die Lösung ansehen.
status: "umgesetzt"   # laut Amtsblatt
quellen:
# die wichtigste zuerst
- {url: https://a.example/x,   # die Projektseite
   stand: '2024'}
- stand: 2024-06-30
  url: "https://b.example"
  # dort steht auch mehr
titel:   'Rufbus'
partner: [IAV, "Autohaus: LUEG", '2024']  # Reihenfolge wie im Antrag
# noch zu prüfen
#   mit Einrückung
kurz: |
  Erste Zeile.
  Zweite Zeile # kein Kommentar
handlungsfelder: [ mobilitaet ]
# ganz am Ende
"""

TIDY = """\
titel: Rufbus
# noch zu prüfen
#   mit Einrückung
kurz: |-
  Erste Zeile.
  Zweite Zeile # kein Kommentar
handlungsfelder:
  - mobilitaet
# ganz am Ende
# Wer diese Datei ändert: bitte auch die Lösung ansehen.
status: umgesetzt  # laut Amtsblatt
partner:  # Reihenfolge wie im Antrag
  - IAV
  - 'Autohaus: LUEG'
  - '2024'
quellen:
  # die wichtigste zuerst
  - url: https://a.example/x  # die Projektseite
    stand: 2024
  - url: https://b.example
    # dort steht auch mehr
    stand: '2024-06-30'
"""


def test_order_quotes_and_lists_become_one_form_and_comments_go_with_their_field() -> None:
    assert form(UNTIDY) == TIDY


def test_a_second_time_changes_nothing() -> None:
    assert form(form(UNTIDY)) == form(UNTIDY)


def test_long_texts_are_folded_and_short_ones_stand_in_one_line() -> None:
    text = "Ein Satz mit Wörtern. " * 12
    written = form(f"titel: x y\nkurz: {text}\n")
    assert "kurz: >-\n  Ein Satz" in written
    assert max(map(len, written.splitlines())) <= 116 + len("Wörtern.") + 1
    assert parse(written).data["kurz"] == text.strip()
    assert form("kurz: >\n  kurz\n  genug\n") == "kurz: kurz genug\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("'ja'", "ja"),
        ("'no'", "'no'"),
        ("no", "no"),
        ('"12:30"', "'12:30'"),
        ("'true'", "'true'"),
        ('"mit: Doppelpunkt"', "'mit: Doppelpunkt'"),
        ("'#Raute'", "'#Raute'"),
        ('"Anna\'s"', "Anna's"),
        ("'- Strich'", "'- Strich'"),
        ('"Tab\\tdarin"', '"Tab\\tdarin"'),
        ("''", "''"),
        ("", ""),
        ("[]", "[]"),
    ],
)
def test_quotes_stand_only_where_yaml_would_read_something_else(value: str, written: str) -> None:
    assert form(f"titel: {value}\n") == f"titel: {written}".rstrip() + "\n"


def test_fields_nobody_knows_stay_at_the_end() -> None:
    assert form("zusatz: 1\ntitel: Rufbus\n") == "titel: Rufbus\nzusatz: 1\n"


def test_the_prose_of_a_solution_stays_as_it_is() -> None:
    kind = KINDS["loesungen"]
    text = "---\nkurz: b\ntitel: a  # Name\n---\n\n# Über\n\n* Punkt   mit Lücken\n\n    code: 'x'\n"
    assert canonical(text, kind, kind.model) == text.replace("kurz: b\ntitel: a  # Name", "titel: a  # Name\nkurz: b")


@pytest.mark.parametrize(
    "broken", ["titel: a: b\n", "a: &x 1\nb: *x\n", "a: !!str 1\n", "titel: [\n", "- nur\n- Liste\n", "a: 1\na: 2\n", ""]
)
def test_what_the_check_refuses_is_not_rewritten(broken: str) -> None:
    with pytest.raises(Unwritable):
        form(broken)


def test_every_record_is_in_canonical_form() -> None:
    assert [file for file in record_files(RECORDS) if formatted(RECORDS, file) is not None] == []


def test_comments_in_any_place_of_any_record_survive() -> None:
    """Comments sown over real records, at the ends of lines and between them, are all there afterwards, and the values too."""
    chance = random.Random(7)
    files = record_files(RECORDS)
    for file in chance.sample(files, min(150, len(files))):
        if not file.endswith(".yml"):
            continue
        before, lines, block, indent = (RECORDS / file).read_text("utf-8"), list[str](), False, ""
        for number, line in enumerate(before.splitlines()):
            if not re.match(r"\s*(- )?[a-z_]+:|\s*- ", line) or (block and line.startswith(indent)):
                lines.append(line)
                continue
            block, indent = line.endswith(">-"), " " * (len(line) - len(line.lstrip()) + 2)
            if chance.random() < 0.3:
                lines.append(indent[:-2] + f"# darüber {number}")
            lines.append(line + (f" # daneben {number}" if chance.random() < 0.3 else ""))
        text = "\n".join([*lines, "# am Ende"]) + "\n"
        after = form(text)
        assert as_text(yaml.safe_load(after)) == as_text(yaml.safe_load(before))
        assert Counter(comments(parse(after))) == Counter(re.findall(r"# (?:darüber \d+|daneben \d+|am Ende)", text))
        assert form(after) == after


# --- the command -----------------------------------------------------------------------------------------------------


def test_check_names_the_files_and_changes_none(sample: Path) -> None:
    file = sample / "massnahmen/musterstadt/stadt-app.yml"
    file.write_text("# Notiz\n" + file.read_text("utf-8").replace("status: umgesetzt", "status:   'umgesetzt'"), "utf-8")
    before = file.read_bytes()
    done = run("format", "--check", "--records", sample)
    assert done.returncode == 1
    assert "stadt-app.yml: nicht einheitlich geschrieben" in done.stdout
    assert file.read_bytes() == before
    assert run("format", "--records", sample).returncode == 0
    assert b"status: umgesetzt\n" in file.read_bytes()
    assert run("format", "--check", "--records", sample, file).returncode == 0


def test_broken_files_are_named_and_the_others_formatted(sample: Path) -> None:
    (sample / "massnahmen/musterstadt/pegelsensoren.yml").write_text("titel: a: b\n", "utf-8")
    other = sample / "massnahmen/musterstadt/stadt-app.yml"
    other.write_text(other.read_text("utf-8") + "\n\n", "utf-8")
    done = run("format", "--records", sample)
    assert done.returncode == 1
    assert "pegelsensoren.yml: lässt sich nicht formatieren. Was zu ändern ist, sagt: wissensspeicher check" in done.stderr
    assert done.stdout.endswith("davon 1 geändert, 1 nicht lesbar.\n")


def test_a_disk_that_fails_leaves_every_file_as_it_was(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.writing.files import write_all

    before = {file: (sample / file).read_bytes() for file in record_files(sample)}
    real, count = Path.write_bytes, [0]

    def full(self: Path, data: bytes) -> int:
        count[0] += 1
        if count[0] == 3:
            raise OSError("No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_all({sample / file: "titel: kaputt\n" for file in before})
    assert {file: (sample / file).read_bytes() for file in before} == before
    assert not list(sample.rglob(".*"))
