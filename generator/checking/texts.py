"""Are the texts plain sentences: no HTML, no shouting, no personal data, no traps for whoever shows them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.hidden import HIDDEN
from generator.problems import Path, Problem
from generator.reading import Entry, Reading
from generator.reading.shape import shown
from generator.records.scalars import Trap
from generator.records.web import is_address

_HTML = re.compile(r"<[a-zA-Z/!?][^<>]{0,80}>?|&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d+|#[xX][0-9a-fA-F]+);")
"""The beginning of a tag is enough: a browser takes the end from whatever follows."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,/–-])(?:\+49|0049|0)(?:[\s/()-]|\(0\))*[1-9]\d{1,4}[\s/()-]+\d[\d\s-]{3,}\d(?![\d.,]*\s*(?:Euro|EUR|€))")
_DAYS = ("stand", "status_stand")
"""Fields that hold a whole day; anywhere else an unquoted one is an error already."""
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"\]\(\s*([^)\s]*)|^[\s>*+\-\d.)]*\[[^\[\]]*\]:\s*(\S*)", re.MULTILINE)
"""Where a link in Markdown leads, beside its text or in a definition, which may stand in a list or a quotation."""


def clean_texts(reading: Reading) -> Iterator[Problem]:
    for entry in reading.entries:
        for path, text in _texts(entry.tree.data):
            yield from _trap(entry, path, text) if isinstance(text, Trap) else _one(entry, path, text)


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _trap(entry: Entry, path: Path, value: Trap) -> Iterator[Problem]:
    if value.is_date and path and path[-1] in _DAYS:
        yield entry.problem(
            path,
            "yaml-datum",
            f"{shown(value)} steht ohne Anführungszeichen; andere Programme machen daraus ein Datum. Schreiben Sie '{value}'.",
            "warning",
        )


def _one(entry: Entry, path: Path, text: str) -> Iterator[Problem]:
    if found := HIDDEN.search(text):
        yield entry.problem(path, "unsichtbar", f"Der Text enthält ein unsichtbares Zeichen (U+{ord(found[0]):04X}). Löschen Sie es.")
    if not is_address(text):
        yield from _words(entry, path, text)


def _words(entry: Entry, path: Path, text: str) -> Iterator[Problem]:
    """Most texts lack the one sign without which a pattern cannot be found; to look for that sign is much faster."""
    if ("<" in text or "&" in text) and (found := _HTML.search(text)):
        yield entry.problem(path, "html", f"Der Text enthält HTML: {shown(found[0])}. Schreiben Sie reinen Text.")
    if "@" in text and (found := _MAIL.search(text)):
        yield entry.problem(
            path, "personendaten", f"Der Text enthält die E-Mail-Adresse {shown(found[0])}. Verweisen Sie stattdessen auf eine Website."
        )
    if ("0" in text or "+49" in text) and (found := _PHONE.search(text)):
        yield entry.problem(
            path, "personendaten", f"Der Text enthält die Telefonnummer {shown(found[0])}. Verweisen Sie stattdessen auf eine Website."
        )
    if _shouts(text):
        yield entry.problem(
            path,
            "grossbuchstaben",
            f"{shown(text)} ist ganz in Großbuchstaben geschrieben. Verwenden Sie normale Groß- und Kleinschreibung.",
        )
    if path == ("text",):
        yield from _body(entry, text)


def _shouts(text: str) -> bool:
    if (bare := text.replace("ß", "")) != bare.upper():
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 12 and " " in text.strip() and all(letter.isupper() for letter in letters if letter != "ß")


def _body(entry: Entry, text: str) -> Iterator[Problem]:
    if _IMAGE.search(text):
        yield entry.problem(("text",), "bild", "Der Text bindet ein Bild ein. Bilder sind in Datensätzen nicht erlaubt.")
    for found in _LINK.finditer(text):
        target = found[1] or found[2] or ""
        if not is_address(target):
            yield entry.problem(
                ("text",),
                "adresse",
                f"Der Text verweist auf {shown(target)}. Erlaubt sind nur vollständige Adressen mit https:// oder http://.",
            )
