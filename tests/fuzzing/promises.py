"""What holds whatever comes in: one function per way into the Wissensspeicher. `__main__` runs them long, `test_promises` short."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.catalogue import link
from generator.checking import check
from generator.checking.formats import FORMATS
from generator.cli import main
from generator.compounds import split
from generator.problems import Problem, errors
from generator.reading import Reading, entry_of, read
from generator.reading.files import record_files
from generator.reading.layout import lines_of
from generator.search.analysis import terms
from generator.tables.exporting import tables as exported
from generator.writing.canonical import canonical
from generator.writing.formatting import formatted
from generator.writing.tree import Unwritable
from tests.conftest import SAMPLE, TODAY
from tests.fuzzing import strategies as some

Asked = Callable[[list[str]], list[list[Any]]]
"""Asks the search in a browser: for each text its terms, and for each of its words the pieces."""

# --- what is true of everything that is said -------------------------------------------------------------------------

_QUOTED = re.compile("„.*?“|'.*?'", re.DOTALL)
_ENGLISH = re.compile(r"\b(should|expected|while|could|did|must|invalid|allowed|than|error|cannot|missing|unexpected|Input)\b")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def well_said(problems: list[Problem], texts: Mapping[str, str]) -> None:
    """Every problem names a place that there is, and says in one German sentence or more what is wrong."""
    for problem in problems:
        assert problem.file, problem
        last = lines_of(texts.get(problem.file) or some.TEXTS.get(problem.file, "")).rstrip(" \t\n").count("\n") + 1
        assert 1 <= problem.line <= last, (problem, last)
        assert problem.column >= 1, problem
        assert re.match("[„A-ZÄÖÜ'…]", problem.message), problem
        assert problem.message.rstrip("“").endswith((".", "?", "!", "…")), problem
        assert not _ENGLISH.search(_QUOTED.sub("", problem.message)), problem
        assert len(problem.message) < 2500, (len(problem.message), problem)
    for form in ("text", "github"):
        said = FORMATS[form](problems, "measures")
        assert said.count("\n") == len(problems), said
        assert not _CONTROL.search(said.replace("\n", "")), said
    for line in FORMATS["json"](problems, "measures").splitlines():
        assert set(json.loads(line)) == {"file", "line", "column", "severity", "code", "field", "message"}
    json.loads(FORMATS["gitlab"](problems, "measures"))


def finished(done: Result, *statuses: int) -> str:
    """A command came to an end of its own; what it said."""
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code in statuses, done.output
    done.output.encode()
    assert "Traceback" not in done.output
    return str(done.output)


def meaning(text: str) -> Any:
    """What a text means to somebody who knows nothing of us: all scalars as texts, spaces around them left out."""
    return _bare(yaml.load(text.lstrip("\ufeff"), Loader=yaml.CBaseLoader))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {_bare(key): _bare(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_bare(inner) for inner in value]
    return value.strip()


def _as_written(value: Any, other: Any) -> Any:
    """What we read, put as the other reading puts it: numbers and nothing as they stand in the file."""
    if isinstance(value, dict) and isinstance(other, dict) and value.keys() == other.keys():
        return {key: _as_written(inner, other[key]) for key, inner in value.items()}
    if isinstance(value, list) and isinstance(other, list) and len(value) == len(other):
        return [_as_written(*pair) for pair in zip(value, other, strict=True)]
    if value is None:
        return other if other in ("", "~", "null", "Null", "NULL") else None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return other if float(other) == value else value
    return str(value).strip() if isinstance(value, (str, int)) else value


def head_of(name: str, text: str) -> str:
    """The YAML of a record: all of it, or what stands between the first two lines of dashes."""
    return re.split(r"^-{3,}[ \t]*$", lines_of(text), maxsplit=2, flags=re.MULTILINE)[1] if name.endswith(".md") else text


# --- reading ---------------------------------------------------------------------------------------------------------


@given(some.spoiled_bytes())
def lesen(found: tuple[str, bytes]) -> None:
    """Any bytes become a record or problems, and a record says what the file says."""
    name, raw = found
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True)
        path.write_bytes(raw)
        reading = read(Path(folder))
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    well_said(reading.problems, {name: text})
    entry = reading.entries[0]
    assert entry.record is not None or errors(reading.problems)
    if not reading.problems:
        said, wanted = dict(entry.tree.data), meaning(head_of(name, text))
        if name.endswith(".md"):
            said.pop("text", None)
            wanted.pop("text", None)
        assert _as_written(said, wanted) == wanted


# --- checking --------------------------------------------------------------------------------------------------------


def reading_with(*found: tuple[str, str]) -> Reading:
    """The fictitious records, some of them with another text."""
    entries, problems = {entry.file: entry for entry in some.READING.entries}, []
    for name, text in found:
        entries[name], said = entry_of(name, lines_of(text))  # as it would come from a file
        problems += said
    return Reading(list(entries.values()), problems)


@given(st.lists(some.valued() | some.valued() | some.spoiled_text(), min_size=1, max_size=3))
def pruefen(found: list[tuple[str, str]]) -> None:
    """The rules judge whatever was read; what they let pass can be linked."""
    texts = dict(found)
    reading = reading_with(*texts.items())
    problems = check(reading, TODAY)
    well_said(problems, texts)
    assert {problem.file for problem in problems} <= {*texts, *some.FILES}
    if not errors(problems):
        assert sum(map(len, link(reading, problems).kinds().values())) == len(reading.entries)


# --- the canonical form ----------------------------------------------------------------------------------------------


@given(some.valued() | some.spoiled_text())
def formatieren(found: tuple[str, str]) -> None:
    """The canonical form says the same to us and to others, keeps every comment and is its own canonical form."""
    name, text = found
    entry, problems = entry_of(name, lines_of(text))  # as it would come from a file
    try:
        after = canonical(text, entry.kind, entry.kind.model_of(entry.id))
    except Unwritable:
        assert errors(check(reading_with(found), TODAY)), "what is right can be written"
        return
    assert canonical(after, entry.kind, entry.kind.model_of(entry.id)) == after
    assert meaning(head_of(name, after)) == meaning(head_of(name, text))
    again, problems_after = entry_of(name, after)
    if entry.record is not None:
        assert again.record == entry.record
        assert {(p.code, p.field, p.message) for p in problems_after} == {(p.code, p.field, p.message) for p in problems}


# --- tables ----------------------------------------------------------------------------------------------------------


@contextmanager
def records() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(SAMPLE, Path(folder, "measures")))


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@given(
    st.one_of(st.tuples(st.just(".csv"), some.csv_bytes()), st.tuples(st.just(".xlsx"), some.excel_bytes())),
    st.sets(st.sampled_from(["--overwrite", "--dry-run"])),
    st.booleans(),
)
def einlesen(table: tuple[str, tuple[str, bytes]], options: set[str], named: bool) -> None:
    """Any table: what it may not do it does not do, what it does it says, and the records stay without fault."""
    suffix, (kind, raw) = table
    with records() as folder:
        file = folder.parent / f"{kind}{suffix}"
        file.write_bytes(raw)
        before = snapshot(folder)
        words = ["import", "--records", folder, file, *sorted(options), *(["--art", kind] if named else [])]
        said = finished(run(*words), 0, 1)
        after = snapshot(folder)
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        told = re.search(r"^(\d+) Datens(?:atz|ätze) in .* geschrieben\.$", said, re.MULTILINE)
        assert len(changed) == (int(told[1]) if told else 0), said
        assert bool(told) != said.endswith("Es wurde nichts geändert.\n"), said
        assert before.keys() <= after.keys()
        assert not ("--dry-run" in options and changed)
        assert all(name.removesuffix(Path(name).suffix).partition("/")[2] in said for name in changed)
        assert errors(check(read(folder), TODAY)) == []
        assert [name for name in record_files(folder) if formatted(folder, name) is not None] == []
        if changed:
            again = finished(run(*words), 0, 1)
            assert ": 0 neu, 0 geändert, " in again, again
            assert snapshot(folder) == after


@given(st.lists(some.valued(only_prose=True), min_size=1, max_size=3))
def hin_und_zurueck(found: list[tuple[str, str]]) -> None:
    """What is exported and imported unchanged changes nothing, whatever the records say."""
    reading = reading_with(*dict(found).items())
    problems = check(reading, TODAY)
    assume(not errors(problems))
    catalogue = link(reading, problems)
    with records() as folder:
        for name, text in dict(found).items():
            (folder / name).write_text(text, "utf-8")
        before = snapshot(folder)
        for name, content in exported(read(folder), catalogue.begriffe):
            if name.endswith(".xlsx") or any(other.startswith(name.removesuffix(".csv")) for other, _ in found):
                (folder.parent / name).write_bytes(content)
                said = finished(run("import", "--records", folder, folder.parent / name, "--overwrite", "--ja"), 0)
                assert ": 0 neu, 0 geändert, " in said, said
                assert ", 0 wartet, 0 falsch." in said, said
        assert snapshot(folder) == before


# --- new -------------------------------------------------------------------------------------------------------------


@given(some.given_fields(), st.booleans())
def anlegen(found: tuple[str, list[str]], sure: bool) -> None:
    """A new record is one canonical file without fault where it belongs, or nothing at all."""
    kind, pairs = found
    with records() as folder:
        before = snapshot(folder.parent)
        words = [word for pair in pairs for word in ("--set", pair)]
        done = run("new", kind, "--records", folder, *words, *(["--ja"] if sure else []))
        said = finished(done, 0, 1, 2)
        after = snapshot(folder.parent)
        fresh = sorted(after.keys() - before.keys())
        assert {name: after.get(name) for name in before} == before, "what there was stays"
        assert len(fresh) == (done.exit_code == 0), said
        for name in fresh:
            assert name.startswith(f"measures/{kind}/"), name
            assert name in said, said
            assert errors(check(read(folder), TODAY)) == []
            assert formatted(folder, name.removeprefix("measures/")) is None


@given(st.sampled_from(sorted(some.TABLES)), st.lists(some.TEXT.map(lambda text: text.split("\n")[0]), max_size=60))
def gefragt(kind: str, answers: list[str]) -> None:
    """Asked field by field, any answer is taken or asked for again; without the last yes nothing is written."""
    with records() as folder:
        before = snapshot(folder)
        done = CliRunner().invoke(main, ["new", kind, "--records", str(folder)], input="\n".join(answers))
        finished(done, 0, 1, 2)
        assert (snapshot(folder) == before) == (done.exit_code != 0)


# --- search ----------------------------------------------------------------------------------------------------------

LEXICON = frozenset("burg rad bus strass haus daten plattform stadt park raum verkehr wasser sensor app land innen".split())


@given(some.WORDS)
def zerlegen(text: str) -> None:
    """Every text has terms: folded, not empty, and words that are made of words are made of all their letters."""
    found = terms(text)
    assert terms(text.replace("\n", " ")) == found
    for term in found:
        assert term
        assert not re.search(r"[\sA-ZÄÖÜäöüß]", term), term
        pieces = split(term, LEXICON)
        assert "".join(pieces) in ("", term)
        assert len(pieces) != 1


def gleich(asked: Asked, known: frozenset[str]) -> Callable[[], None]:
    """Browser and Python make the same of every text, and no question is one too many."""

    @given(st.lists(some.WORDS, min_size=1, max_size=30))
    def compared(texts: list[str]) -> None:
        for text, answer in zip(texts, asked(texts), strict=True):
            assert answer == [found := terms(text), [list(split(term, known)) for term in found]], text

    return compared


PROMISES: dict[str, Callable[[], None]] = {
    function.__name__: function for function in (lesen, pruefen, formatieren, einlesen, hin_und_zurueck, anlegen, gefragt, zerlegen)
}
