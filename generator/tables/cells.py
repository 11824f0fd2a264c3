"""A value of a record as what stands in one cell, and back."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

from generator.nearest import did_you_mean
from generator.reading.shape import shown
from generator.records.columns import Column

Cell = str | int | float | bool | datetime | date | None
Value = str | int | float | None
"""What we write into a cell."""
SEPARATOR = " | "
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, some also in its wide form."""
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}([.\s']\d{3})+")
_MANGLED = re.compile(r"Ã[\u0080-\u00bf¤¶¼Ÿ„–œ]|â€|\ufffd")


class WrongCell(ValueError):
    """What a cell holds cannot be read; the message says why."""


class Formula(str):
    """A cell that calculates: what it says depends on other cells."""


class Broken(str):
    """A cell that shows an error of the spreadsheet, such as #BEZUG!"""


# --- out -------------------------------------------------------------------------------------------------------------


def to_cell(column: Column, value: Any) -> str | int | float | None:
    if value is None or value == []:
        return None
    if not column.many:
        return _one(column, value)
    lines = [_block(column, item) if column.parts else _line(_one(column, item)) for item in value]
    return "\n".join(lines) + ("\n" if len(lines) == 1 and ";" in lines[0] else "")


def _one(column: Column, value: Any) -> str | int | float:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if column.form in ("ganzzahl", "zahl") and isinstance(value, (int, float)):
        return value
    return column.choices.get(str(value), str(value))


def _line(value: str | int | float) -> str:
    """An entry of a list takes one line of its cell."""
    return " ".join(str(value).split())


def _block(column: Column, block: dict[str, Any]) -> str:
    """`https://… | 2024-06` where that is clear, else `titel: … | stand: …`."""
    values = {part.key: _line(_one(part, block[part.key])) for part in column.parts if block.get(part.key) is not None}
    short = SEPARATOR.join(map(_escaped, values.values()))
    if _parts(column, short) == values:
        return short
    return SEPARATOR.join(f"{key}: {_escaped(value)}" for key, value in values.items())


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def guarded(cell: Value) -> Value:
    """Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    runs = isinstance(cell, str) and cell.lstrip("'").startswith(_RUNS) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if runs else cell


def unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_RUNS) else text


# --- in --------------------------------------------------------------------------------------------------------------


def tidy(cell: Cell) -> str:
    """What a cell says as text, whatever type the spreadsheet made of it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date)):
        return cell.isoformat()[:10]
    return unguarded(str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip(" \t\u00a0"))


def from_cell(column: Column, cell: Cell, notes: list[str]) -> Any:
    """The value a cell stands for, None for an empty one. What was read otherwise than it stands there is noted."""
    if isinstance(cell, Formula):
        raise WrongCell(f"Die Zelle enthält eine Formel ({cell}). Fügen Sie statt der Formel ihren Wert ein.")
    if isinstance(cell, Broken):
        raise WrongCell(f"Die Zelle zeigt einen Fehler der Tabelle ({cell}).")
    text = tidy(cell)
    if _MANGLED.search(text):
        raise WrongCell(f"{shown(text)} enthält falsch gelesene Umlaute. Speichern Sie die Tabelle als „CSV UTF-8“.")
    if not text.strip():
        return None
    if not column.many:
        return _value(column, cell, text, notes)
    return [_parsed_block(column, line, notes) if column.parts else _value(column, line, line, notes) for line in _entries(column, text)]


def _entries(column: Column, text: str) -> list[str]:
    """One entry per line; short ones may also be divided by semicolons, ids by commas too."""
    lines = text.split("\n")
    if len(lines) == 1 and not column.long and not column.parts:
        lines = re.split("[;,]" if column.kind else ";", text)
        if column.choices and len(lines) == 1 and text not in column.choices.values():
            lines = text.split(",")
    return [line.strip() for line in lines if line.strip()]


def _value(column: Column, cell: Cell, text: str, notes: list[str]) -> Any:
    if column.choices:
        return _term(column, text)
    match column.form:
        case "janein":
            return _yes_or_no(text)
        case "ganzzahl" | "zahl":
            return _number(text, whole=column.form == "ganzzahl", typed=isinstance(cell, str))
        case "monat" | "tag":
            return _date(column, cell, text, notes)
    return text.strip() if column.key == "text" else " ".join(text.split())


def _term(column: Column, text: str) -> str:
    by_name = {_line(name).casefold(): key for key, name in column.choices.items()}
    if text in column.choices:
        return text
    if (found := by_name.get(_line(text).casefold())) is not None:
        return found
    names = list(column.choices.values())
    meant = did_you_mean(dict(column.words).get(text.casefold(), text), names)
    raise WrongCell(f"{shown(text)} gibt es nicht zur Auswahl.{meant} Erlaubt sind: {', '.join(names)}.")


def _yes_or_no(text: str) -> bool:
    meant = {"ja": True, "j": True, "wahr": True, "true": True, "x": True, "nein": False, "n": False, "falsch": False, "false": False}
    if text.casefold() not in meant:
        raise WrongCell(f"{shown(text)} ist weder „ja“ noch „nein“.")
    return meant[text.casefold()]


def _number(text: str, whole: bool, typed: bool) -> int | float:
    """`typed` by somebody, in whose hand a point may stand between thousands; in a number of a spreadsheet it cannot."""
    plain = re.sub(r"\s*(€|Euro|EUR)$", "", text, flags=re.IGNORECASE).strip()
    if _THOUSANDS.fullmatch(plain):
        if whole:
            plain = re.sub(r"\D", "", plain)
        elif typed and plain.count(".") == 1:
            raise WrongCell(f"{shown(text)} ist nicht eindeutig. Schreiben Sie {plain.replace('.', '')} oder {plain.replace('.', ',')}.")
    if not _NUMBER.fullmatch(plain):
        raise WrongCell(f"{shown(text)} ist keine Zahl. Erlaubt sind Angaben wie 65000{'' if whole else ' oder 1,4'}.")
    value = float(plain.replace(",", "."))
    if whole and not value.is_integer():
        raise WrongCell(f"{shown(text)} ist keine ganze Zahl.")
    return int(value) if value.is_integer() and (whole or "." not in plain.replace(",", ".")) else value


_FIRST_DAY = date(1899, 12, 30)
_SERIAL = re.compile(r"[2-6]\d{4}")


def _date(column: Column, cell: Cell, text: str, notes: list[str]) -> Any:
    """A year, month or day, from whatever a spreadsheet made of it."""
    read = text
    if isinstance(cell, (datetime, date)):
        read = text[:7] if column.form == "monat" else text
    elif _SERIAL.fullmatch(text):
        read = (_FIRST_DAY + timedelta(days=int(text))).isoformat()[: 7 if column.form == "monat" else 10]
        notes.append(f"„{text}“ ist die Zahl, mit der Excel ein Datum speichert; gelesen als {read}")
    elif german := re.fullmatch(r"(?:(\d{1,2})\.)?\s?(\d{1,2})[./]\s?(\d{4})", text):
        day, month, year = german.groups()
        read = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day and column.form == "tag" else "")
    if read != text:
        notes.append(f"„{text}“ gelesen als {read}") if not notes else None
    return int(read) if re.fullmatch(r"\d{4}", read) else read


def _parts(column: Column, line: str) -> dict[str, str]:
    """The texts of a block: named ones as named, the others by what they look like, else in order."""
    found: dict[str, str] = {}
    by_key = {part.key: part for part in column.parts} | {part.title.casefold(): part for part in column.parts}
    for piece in (piece.replace("\\|", "|").strip() for piece in re.split(r"(?<!\\)\|", line)):
        name, colon, rest = piece.partition(": ")
        named = by_key.get(name) or by_key.get(name.casefold())
        if colon and named:
            found[named.key] = rest.strip()
        elif piece:
            free = sorted((part for part in column.parts if part.key not in found), key=lambda part: part.form not in _LOOKS)
            fits = next((part for part in free if _looks_like(part, piece)), None)
            if fits:
                found[fits.key] = piece
    return {part.key: found[part.key] for part in column.parts if part.key in found}


_LOOKS = {"adresse": r"https?://\S+", "tag": r"\d{4}(-\d\d){0,2}", "monat": r"\d{4}(-\d\d)?", "zahl": r"-?\d+([.,]\d+)?"}


def _looks_like(part: Column, piece: str) -> bool:
    shape = _LOOKS.get(part.form)
    if shape:
        return bool(re.fullmatch(shape, piece, re.IGNORECASE))
    return not re.fullmatch(_LOOKS["adresse"], piece, re.IGNORECASE)


def _parsed_block(column: Column, line: str, notes: list[str]) -> dict[str, Any]:
    texts = _parts(column, line)
    pieces = [piece for piece in re.split(r"(?<!\\)\|", line) if piece.strip()]
    if not texts or len(texts) < len(pieces):
        names = SEPARATOR.join(f"{part.key}: …" for part in column.parts)
        raise WrongCell(f"{shown(line)} ist nicht zu verstehen. Je Zeile gehört hinein: {names}")
    return {part.key: _value(part, texts[part.key], texts[part.key], notes) for part in column.parts if part.key in texts}
