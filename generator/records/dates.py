"""Dates as records hold them: 2024, 2024-06 or 2024-06-30. Who wrote one in another way is told how it goes here."""

from __future__ import annotations

import re
from calendar import monthrange

from pydantic_core import PydanticCustomError

from generator.wording import MONTHS

MONTH = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", re.ASCII)
DAY = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
UNKNOWN = "unbekannt"

_NAMES = {name[:3].casefold(): place for place, name in enumerate(MONTHS, 1)}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WAYS = [
    re.compile(way, re.ASCII | re.IGNORECASE)
    for way in (
        rf"(?:(?P<day>\d\d?)[./]\s*)?(?P<month>\d\d?)[./]\s*{_YEAR}",
        rf"(?:(?P<day>\d\d?)\.?\s*)?(?P<name>{'|'.join(_NAMES)})[a-z]*\.?\s+{_YEAR}",
        rf"{_YEAR}[./-](?P<month>\d\d?)(?:[./-](?P<day>\d\d?))?",
        rf"\D*{_YEAR}\D*",
    )
]
"""12.5.2026, Mai 2026, 2026/5, Sommer 2026."""


def checked_month(value: str) -> str:
    if not MONTH.fullmatch(value):
        said = f"ist kein Jahr und kein Monat; erlaubt sind Angaben wie 2024 oder 2024-06{_meant(value, longest=7)}"
        raise PydanticCustomError("datum", "{said}", {"said": said})
    return value


def checked_day(value: str) -> str:
    if not _is_day(value):
        said = f"ist kein Datum; erlaubt sind Angaben wie 2024, 2024-06 oder 2024-06-30{_meant(value, longest=10)}"
        raise PydanticCustomError("datum", "{said}", {"said": said})
    return value


def checked_day_or_unknown(value: str) -> str:
    return value if value == UNKNOWN else checked_day(value)


def _is_day(value: str) -> bool:
    """No 30th of February. A year or a month is always one."""
    if not DAY.fullmatch(value):
        return False
    year, month, day = (int(part) for part in f"{value}-01-01".split("-")[:3])
    return day <= monthrange(year, month)[1]


def _meant(value: str, longest: int) -> str:
    """A question to end the message with, where one can tell."""
    for found in filter(None, (way.fullmatch(value.strip()) for way in _WAYS)):
        said = found.groupdict()
        month = _NAMES.get(str(said.get("name")).casefold()) or said.get("month")
        parts = [said["year"], *(f"{int(part):02}" for part in (month, said.get("day")) if part)]
        if _is_day(text := "-".join(parts)[:longest]):
            return f". Meinten Sie {text}?"
    return ""
