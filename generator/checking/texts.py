"""Are the texts plain sentences: no HTML, no shouting, no personal data, no traps for whoever shows them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.problems import Path, Problem
from generator.reading import Entry, Reading
from generator.reading.shape import shown
from generator.records.scalars import Trap

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,10}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,/–-])(?:\+49|0049|0)(?:[\s/()-]|\(0\))*[1-9]\d{1,4}[\s/()-]+\d[\d\s-]{3,}\d(?![\d.,]*\s*(?:Euro|EUR|€))")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_DAYS = ("stand", "status_stand")
"""Fields that hold a whole day; anywhere else an unquoted one is an error already."""
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"\]\(\s*(?!https?://)([^)\s]*)|^\s*\[[^\]]+\]:\s*(?!https?://)(\S+)", re.MULTILINE)


def clean_texts(reading: Reading) -> Iterator[Problem]:
    for entry in reading.entries:
        for path, text in _texts(entry.tree.data):
            yield from _one(entry, path, text)
        for path, text in _texts(entry.tree.data, traps=True):
            yield entry.problem(
                path,
                "yaml-datum",
                f"{shown(text)} steht ohne Anführungszeichen; andere Programme machen daraus ein Datum. Schreiben Sie '{text}'.",
                "warning",
            )


def _texts(value: Any, path: Path = (), traps: bool = False) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key), traps)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index), traps)
    elif isinstance(value, Trap):
        if traps and value.is_date and path[-1] in _DAYS:
            yield path, value
    elif isinstance(value, str) and not traps:
        yield path, value


def _one(entry: Entry, path: Path, text: str) -> Iterator[Problem]:
    if found := _HIDDEN.search(text):
        yield entry.problem(path, "unsichtbar", f"Der Text enthält ein unsichtbares Zeichen (U+{ord(found[0]):04X}). Löschen Sie es.")
    if text.lower().startswith(("http://", "https://")):
        return
    if found := _HTML.search(text):
        yield entry.problem(path, "html", f"Der Text enthält HTML: {shown(found[0])}. Schreiben Sie reinen Text.")
    if found := _MAIL.search(text):
        yield entry.problem(
            path, "personendaten", f"Der Text enthält die E-Mail-Adresse {shown(found[0])}. Verweisen Sie stattdessen auf eine Website."
        )
    if found := _PHONE.search(text):
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
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 12 and " " in text.strip() and all(letter.isupper() for letter in letters if letter != "ß")


def _body(entry: Entry, text: str) -> Iterator[Problem]:
    if _IMAGE.search(text):
        yield entry.problem(("text",), "bild", "Der Text bindet ein Bild ein. Bilder sind in Datensätzen nicht erlaubt.")
    if found := _LINK.search(text):
        yield entry.problem(
            ("text",),
            "adresse",
            f"Der Text verweist auf {shown(found[1] or found[2] or '')}. Erlaubt sind nur vollständige Adressen mit https:// oder http://.",
        )
