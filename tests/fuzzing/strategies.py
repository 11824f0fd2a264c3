"""Input that is nearly right: the fictitious records and tables, spoiled the ways people, editors and attackers spoil them."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from generator.checking import check
from generator.reading import read
from generator.reading.files import record_files
from generator.records.columns import columns
from generator.site import load
from generator.tables.exporting import Line, lines
from generator.tables.layout import TABULAR
from tests.conftest import SAMPLE, TODAY

TEXTS = {file: (SAMPLE / file).read_text("utf-8") for file in record_files(SAMPLE)}
FILES = sorted(TEXTS)
READING = read(SAMPLE)
assert [problem for problem in check(READING, TODAY) if problem.severity == "error"] == []

WEIRD_YAML = [
    "null", "~", "yes", "no", "On", "true", "1e309", "-1e309", ".nan", ".inf", "-0", "007", "0o7", "0x1F", "0b1", "1_000", "12:30", "190:20:30",
    "2024-01-01", "2024-13", "0000-00", "2024-02-31", "2024-01-01T00:00:00Z", "9" * 400, "0." + "9" * 400, "=", "<<", "<<: *a", "&a 1", "*a", "*",
    "&", "!!python/object/apply:os.system [x]", "!!binary aGk=", "!!float 1", "!x y", "!<tag:x> y", "%YAML 1.2", "---", "...", "--- x",
    "{a: 1", "[1, [2", "{}", "[]", "{a: {b: {c: [d]}}}", "? x", "? [a]\n: b", "- - - x", "# c", "a # c", "a #c", "a: b", "a:b", "@x", "`x`", "|", ">-",
    "|2", "|+", ">9", "|\n  a\n b\n", ">-\n  a\n\n\n    b\n  c", "'", '"', "''", '""', "'it''s'", '"\\x00"', '"\\ud800"', '"\\N\\_\\L\\P"', '"\\e[31m"',
    '"a\\nb"', '"a\\\n   b"', "'a\n\n   b'", "[" * 40, "{a: " * 40, "[[" + "]]", "\t", "x\ty", "\tx", "[a,\tb]", "a\u0085b", "a\u2028b", "\ufeff", "a\u200bb",
    "a\u0301", "ä" * 300, "😀", "x" * 5000, "ab " * 2000, "\u202egnp", "\x7f", "\x1b[2J", "\x00", "\x08", "=1+1", "../../etc/passwd",
    "https://", "https://a b", "javascript:alert(1)", "http://[::1]/", "https://x.example/" + "a" * 700, "musterstadt", "umgesetzt", "2024", "2024-06",
]  # fmt: skip
"""Values as somebody may write them after a colon."""

NASTY = "aä😀 \t\n\r\x00\x1b\x85\u2028\u2029\u200b\ufeff\u0301:#-?|>&*!%@`'\"{}[],\\/;=+~.0123e_"
TEXT = st.one_of(
    st.sampled_from([value for value in WEIRD_YAML if "\x00" not in value]),
    st.text(alphabet=NASTY, max_size=40),
    st.text(max_size=30),
    st.lists(
        st.sampled_from("Rufbus Bürger | ; , \n - 'x' \"y\" # : 2024 https://a.example/x titel: url: stand: = + @ \\| \\".split(" ")),
        max_size=40,
    ).map(" ".join),
)
"""What a value may be once it is read."""
_FIELD = re.compile(r"^(\s*(?:- )?)([a-z_]+)(:) ?(.*)$")


def quoted(text: str) -> str:
    """Any text as YAML that means just this text."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\ufeff", "\\ufeff").replace("\u0085", "\\x85")


# --- records ---------------------------------------------------------------------------------------------------------


_PROSE = (
    "titel kurz name ergebnis erfahrungen herausforderung betrieb voraussetzungen aufwand hinweis umfang erklaerung zusatz themen".split()
)


@composite
def valued(draw: DrawFn, only_prose: bool = False) -> tuple[str, str]:
    """A record whose values are other texts, written so that YAML means them; only texts of people, if so asked."""
    name = draw(st.sampled_from(FILES))
    found = TEXTS[name].split("\n")
    places = [
        number
        for number, line in enumerate(found)
        if (match := _FIELD.match(line)) and match[4] not in ("", ">-", "|-") and (not only_prose or match[2] in _PROSE)
    ]
    if not places:
        return name, TEXTS[name]
    for number in draw(st.lists(st.sampled_from(places), min_size=1, max_size=4, unique=True)):
        start, key, colon, _ = _FIELD.match(found[number]).groups()  # type: ignore[union-attr]
        value = f"Ein Satz {draw(TEXT)}" if only_prose else draw(TEXT)
        found[number] = f"{start}{key}{colon} {quoted(value)}"
    return name, "\n".join(found)


Accident = Callable[[DrawFn, str], list[str]]
"""What becomes of one line."""


def _other_value(draw: DrawFn, line: str) -> list[str]:
    value, weird = _FIELD.match(line), draw(st.sampled_from(WEIRD_YAML))
    return [f"{value[1]}{value[2]}: {weird}" if value else weird]


def _cut_in(draw: DrawFn, line: str) -> list[str]:
    cut = draw(st.integers(0, len(line)))
    return [line[:cut] + draw(st.text(alphabet=NASTY, min_size=1, max_size=3)) + line[cut:]]


_BEFORE = [" ", "  ", "\t", "- ", "\ufeff", "# ", "? "]
_AFTER = [" # Notiz", "#", " #", "  ", "\t", ":", " &a", " |", ",", "\r", "\x00"]
_BETWEEN = ["# Notiz", "    # tief", "#", "", "---", "...", "quellcode: {repository: x}", "x" * 3000 + ": 1", "<<: *a", "<<: {titel: x}"]
_ACCIDENTS: list[Accident] = [
    lambda draw, line: [],
    lambda draw, line: [line, line],
    _other_value,
    _other_value,
    _other_value,
    _cut_in,
    lambda draw, line: [draw(st.sampled_from(_BEFORE)) + line],
    lambda draw, line: [line.lstrip()],
    lambda draw, line: [line + draw(st.sampled_from(_AFTER))],
    lambda draw, line: [f"{quoted(draw(TEXT))}: {draw(st.sampled_from(WEIRD_YAML))}", line],
    lambda draw, line: [draw(st.sampled_from(_BETWEEN)), line],
]


@composite
def spoiled_lines(draw: DrawFn, text: str) -> str:
    found = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at, other = draw(st.integers(0, len(found) - 1)), draw(st.integers(0, len(found) - 1))
        match draw(st.integers(0, len(_ACCIDENTS) + 1)):
            case 0:
                del found[at + 1 :]
            case 1:
                found[at], found[other] = found[other], found[at]
            case number:
                found[at : at + 1] = _ACCIDENTS[number - 2](draw, found[at]) or ([] if len(found) > 1 else [""])
    return "\n".join(found)


@composite
def spoiled_text(draw: DrawFn) -> tuple[str, str]:
    """A record's file and its text after a few accidents."""
    name, text = draw(valued() | st.sampled_from(FILES).map(lambda name: (name, TEXTS[name])))
    return name, draw(spoiled_lines(text))


@composite
def spoiled_bytes(draw: DrawFn) -> tuple[str, bytes]:
    name, text = draw(spoiled_text())
    raw = text.encode()
    match draw(st.integers(0, 9)):
        case 0:
            raw = b"\xef\xbb\xbf" + raw
        case 1:
            raw = raw.replace(b"\n", b"\r\n")
        case 2:
            raw = raw.replace(b"\n", b"\r")
        case 3:
            raw = text.encode(draw(st.sampled_from(["utf-16", "utf-32", "utf-16-be", "cp1252", "latin-1"])), "replace")
        case 4 | 5:
            at = draw(st.integers(0, len(raw)))
            raw = raw[:at] + draw(st.binary(min_size=1, max_size=4)) + raw[at:]
        case 6:
            raw = raw[: draw(st.integers(0, len(raw)))]
        case 7:
            raw *= draw(st.integers(2, 40))
    return name, raw


# --- tables ----------------------------------------------------------------------------------------------------------

TERMS = load(SAMPLE)[0].begriffe
TABLES: dict[str, list[Line]] = {folder: lines(READING, kind, columns(kind, TERMS)) for folder, kind in TABULAR.items()}
_CELLS: SearchStrategy[Any] = st.one_of(
    TEXT,
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
    st.sampled_from(
        [
            "=A1",
            "#BEZUG!",
            "45413",
            "65.000 €",
            "1,4",
            "ja",
            "NEIN",
            "Mobilität; Verwaltung",
            "06.2024",
            "31.12.2024",
            "Sommer 2023",
            "BÃ¼rger",
            "'=x",
        ]
    ),
    st.sampled_from([cell for table in TABLES.values() for row in table[1:] for cell in row if cell is not None]),
)


Rows = list[list[Any]]


def _other_cell(draw: DrawFn, rows: Rows, at: int, column: int) -> None:
    if column < len(rows[at]):
        rows[at][column] = draw(_CELLS)


def _other_heading(draw: DrawFn, rows: Rows, at: int, column: int) -> None:
    if column < len(rows[0]):
        rows[0][column] = draw(_CELLS | st.sampled_from(rows[0]))


def _new_row(draw: DrawFn, rows: Rows, at: int, column: int) -> None:
    title = rows[0].index("Titel") if "Titel" in rows[0] else column
    rows.append([None if number == 0 else f"Neu {draw(TEXT)}" if number == title else cell for number, cell in enumerate(rows[at])])


def _without_column(draw: DrawFn, rows: Rows, at: int, column: int) -> None:
    rows[:] = [row[:column] + row[column + 1 :] for row in rows] if len(rows[0]) > 1 else rows


_TABLE_ACCIDENTS: list[Callable[[DrawFn, Rows, int, int], None]] = [
    *[_other_cell] * 4,
    _other_heading,
    _new_row,
    _without_column,
    lambda draw, rows, at, column: rows.append(["", *rows[at][1:]]),
    lambda draw, rows, at, column: rows.append(list(rows[at])),
    lambda draw, rows, at, column: rows.__delitem__(slice(max(at, 1), max(at, 1) + 1)),
    lambda draw, rows, at, column: rows[at].__delitem__(slice(max(column, 1), None)),
    lambda draw, rows, at, column: rows[at].append(draw(_CELLS)),
]


@composite
def tables(draw: DrawFn) -> tuple[str, Rows]:
    """A kind and the table of its records with other cells, rows and headings."""
    folder = draw(st.sampled_from(sorted(TABLES)))
    rows: Rows = [list(row) for row in TABLES[folder]]
    for accident in draw(st.lists(st.sampled_from(_TABLE_ACCIDENTS), max_size=5)):
        accident(draw, rows, draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, max(len(rows[0]) - 1, 0))))
    return folder, rows


@composite
def csv_bytes(draw: DrawFn) -> tuple[str, bytes]:
    folder, rows = draw(tables())
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=draw(st.sampled_from(";;;,\t"))).writerows([_plain(cell) for cell in row] for row in rows)
    raw = text.getvalue().encode(draw(st.sampled_from(["utf-8-sig", "utf-8", "utf-8", "utf-16", "cp1252"])), "replace")
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(raw)))
        raw = raw[:at] + draw(st.binary(max_size=3)) + raw[at + draw(st.integers(0, 3)) :]
    return folder, raw


def _plain(cell: Any) -> Any:
    return cell.replace("\x00", "") if isinstance(cell, str) else cell


_NOT_IN_EXCEL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@composite
def excel_bytes(draw: DrawFn) -> tuple[str, bytes]:
    folder, rows = draw(tables())
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = draw(st.sampled_from([TABULAR[folder].many] * 5 + ["Tabelle1", "Hilfe", folder]))
    for row in rows:
        sheet.append([_for_excel(cell) for cell in row])
    if draw(st.integers(0, 5)) == 0:
        sheet.merge_cells(start_row=draw(st.integers(1, 4)), start_column=1, end_row=draw(st.integers(4, 6)), end_column=3)
    raw = io.BytesIO()
    book.save(raw)
    whole = raw.getvalue()
    if draw(st.integers(0, 7)) == 0:
        at = int(draw(st.floats(0, 1)) * len(whole))  # the file holds the time, so its length is not the same every time
        whole = whole[:at] + draw(st.binary(max_size=3)) + whole[at + draw(st.integers(0, 3)) :]
    return folder, whole


def _for_excel(cell: Any) -> Any:
    if isinstance(cell, str):
        return _NOT_IN_EXCEL.sub("", cell)[:32_000]
    return None if isinstance(cell, float) and (cell != cell or cell in (float("inf"), float("-inf"))) else cell


# --- commands and questions ------------------------------------------------------------------------------------------


@composite
def given_fields(draw: DrawFn) -> tuple[str, list[str]]:
    """A kind and the `--set` words of a new record: those of a record there is, some of them spoiled."""
    folder = draw(st.sampled_from(sorted(TABLES)))
    fields = columns(TABULAR[folder], TERMS)
    row = draw(st.sampled_from(TABLES[folder][1:]))
    pairs = {
        field.key: str(cell) for field, cell in zip(fields, row[1 + TABULAR[folder].by_project :], strict=True) if cell not in (None, "")
    }
    pairs.pop("frueher", None)
    pairs["titel"] = f"Ganz anders {draw(TEXT)}"
    if TABULAR[folder].by_project:
        pairs["modellprojekt"] = draw(st.sampled_from(["musterstadt", "Beispielkreis", "MUSTERSTADT"]) | TEXT)
    for _ in range(draw(st.integers(0, 3))):
        match draw(st.integers(0, 3)):
            case 0 | 1:
                pairs[draw(st.sampled_from([field.key for field in fields]))] = draw(TEXT)
            case 2:
                pairs["kennung"] = draw(
                    TEXT | st.sampled_from(["../x", "/etc/x", "a/b/c", "musterstadt/neu", "neu", "con", "a" * 300, "Ä", ".", "..", ""])
                )
            case 3:
                pairs.pop(draw(st.sampled_from(sorted(pairs))), None)
    return folder, [f"{key}={value}".replace("\x00", "") for key, value in pairs.items()]


_SYLLABLES = (
    "bürger bürgerin innen haus häuser strasse straße rad räder bus busse app park raum verkehr s es er en ung ungen heit keit lich isch nis nisse "
    "daten plattform stadt land hoch wasser sensor e n - / : * _ . 3d 4.0 ß ẞ é ø ł İ ı ﬁ ½ ² Ⅷ a\u0308 u\u0308 \u00ad \u200b 😀 מ 字 ٣ x"
).split()
WORDS = st.one_of(
    st.lists(st.sampled_from(_SYLLABLES), max_size=12).map("".join),
    st.lists(st.sampled_from([*_SYLLABLES, " "]), max_size=25).map("".join),
    st.text(max_size=40),
    st.text(alphabet="aäeiouübdfghklmnprstßwz", max_size=90),
    st.sampled_from(sorted({word for text in TEXTS.values() for word in text.split()})),
).map(lambda text: "".join(sign for sign in text if unicodedata.category(sign) not in ("Cs", "Cn")))
"""Words as German builds them, and signs from everywhere, as far as this Python knows them: a browser may know newer ones."""
