"""How dates, numbers and lists are said in German."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sized
from typing import Any

_SENTENCE_END = re.compile(r"(?<=[a-zäöüß0-9)“]{3}[.!?])\s+(?=[A-ZÄÖÜ„])")
MONTHS = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")


def day(value: str | None) -> str:
    """2024-06-30 is 30. Juni 2024, 2024-06 is Juni 2024, 2024 stays 2024."""
    if not value:
        return "ohne Datum"
    year, month, date = (*value.split("-"), "", "")[:3]
    if not month:
        return year
    return f"{int(date)}. {MONTHS[int(month) - 1]} {year}" if date else f"{MONTHS[int(month) - 1]} {year}"


def from_day(value: str) -> str:
    """vom 30. Juni 2024, von Juni 2024, von 2024"""
    return f"{'vom' if len(value) > len('2024-06') else 'von'} {day(value)}"


def number(value: float) -> str:
    """12345.5 is 12.345,5"""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,"))


def count(value: int | Sized, one: str, many: str) -> str:
    """1 Maßnahme, 3 Maßnahmen, keine Maßnahmen"""
    amount = value if isinstance(value, int) else len(value)
    return f"{number(amount) if amount else 'keine'} {one if amount == 1 else many}"


def listed(values: Iterable[str]) -> str:
    """A, B und C; nothing where there is nothing."""
    *most, last = list(values) or [""]
    return f"{', '.join(most)} und {last}" if most else last


def sentence(text: str | None) -> str | None:
    """With a full stop, unless it ends in a sign of its own."""
    return text if not text or text[-1:] in ".!?…“" else f"{text}."


def opening(text: str) -> str:
    """The first sentence of a text."""
    return _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0]


def heading(text: str) -> str:
    """No line of a heading begins with a dash."""
    return text.replace(" – ", "\u00a0– ")


def first_sentence(text: str, limit: int = 160) -> str:
    """The beginning of a text, cut at a word, for descriptions."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:–") + " …"


FILTERS: dict[str, Callable[..., Any]] = {
    "tag": day,
    "zahl": number,
    "anzahl": count,
    "aufzaehlung": listed,
    "satz": sentence,
    "vom": from_day,
    "erster_satz": opening,
    "ueberschrift": heading,
}
