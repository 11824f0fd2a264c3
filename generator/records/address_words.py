"""What a reader sees of an address whose page has no known title: the host, and the words at its end."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST = 70
_CODE_HOSTS = re.compile(r"(^|\.)(github\.com|gitlab\.[a-z.-]+|codeberg\.org)$")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp|pdf)$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_OF_A_PAGE = re.compile(r"(?:[a-z]{0,3}|artikel)\d{3,}|\d+\.\d{4,}|(?=[a-z]*\d)[0-9a-f]{8,}|(?=(?:[a-z]*\d){3})[0-9a-z]{8,}")
"""What counts pages instead of naming them: 1790510, art5071942, 1.5464675, 7d68517cd82fe8ef, CAY2E5DEC55EY6FC7A5E35654Z."""
_UUID = re.compile(r"~?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_BEFORE_A_NUMBER = ("aid", "arid", "art", "id")
_SAYS_NOTHING = frozenset(
    "a aid aktuell aktuelle aktuelles alias ar arid artikel article article_id beitrag category cms content de detail details druck en eo "
    "false front html id include index informieren kategorie meldung meldungen media meta news node output page pages post rss "
    "seite show site standard start startseite story storyid tag true uploads web www".split()
)
"""Words of a system, not of a page."""


def readable_address(url: str) -> str:
    """https://www.beispiel.de/a/ein-artikel_12345.html becomes beispiel.de · ein artikel"""
    parts = urlsplit(url)
    host = re.sub(r"^www\d*\.", "", parts.netloc)
    segments = [_decoded(segment) for segment in parts.path.split("/") if segment]
    if _CODE_HOSTS.search(host):
        return _joined(host, "/".join(segments))
    named = next(filter(None, (_words(segment) for segment in reversed(segments))), "")
    return _joined(host, named or _numbered([*segments, *(value for _, value in parse_qsl(parts.query))]))


def _words(segment: str) -> str:
    title = segment.rpartition("_artikel,")[2]
    words = [word for word in re.split(r"[-_+ ,;=|]+", _UUID.sub("", _ENDING.sub("", title))) if word]
    while words and _counts(words[0]):
        words.pop(0)
    while words and _counts(words[-1]):
        words.pop()
        if words and words[-1].casefold() in _BEFORE_A_NUMBER:
            words.pop()
    if all(word.casefold() in _SAYS_NOTHING or not re.search(r"[^\W\d_]{2}", word) for word in words):
        return ""
    return " ".join(words)


def _counts(word: str) -> bool:
    """Whether a word at the edge is the number of a page. A year may belong to its title."""
    return bool(_NUMBER_OF_A_PAGE.fullmatch(word.casefold())) and not _YEAR.fullmatch(word)


def _numbered(values: list[str]) -> str:
    number = next((value for value in reversed(values) if re.fullmatch(r"\d{2,}", value)), None)
    return f"Seite {number}" if number else ""


def _joined(host: str, rest: str) -> str:
    if len(rest) > LONGEST:
        rest = rest[:LONGEST].rpartition(" ")[0] or rest[: LONGEST - 1]
        rest = f"{rest.rstrip()} …" if " " in rest else f"{rest}…"
    return f"{host} · {rest}" if rest else host


def _decoded(segment: str) -> str:
    """In letters, unless they would break the line they stand in or turn it around."""
    text = unicodedata.normalize("NFC", unquote(segment))
    return text if "\ufffd" not in text and text.isprintable() else segment
