"""German words: folding, splitting and stems, the same for everything that compares texts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("german")
_WORD = re.compile(r"[0-9a-zäöüß]+")
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

FUNCTION_WORDS = frozenset(
    """aber alle allen aller als also am an auch auf aus bei beim bis da dabei damit dann darauf daraus das dass dazu dem den der
    deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa
    fuer gegen hat haben hier hinter ich ihr ihre ihrem ihren ihrer im in ins ist je jede jedem jeden jeder jedes kann kein keine
    koennen man mehr mehrere mit nach neben neue neuen neuer nicht noch nur ob oder ohne rund sein seine seinem seinen seiner
    seit sich sie sind so sobald soll sollen sowie statt ueber um und unter viele vom von vor waehrend war wegen weil welche wenn
    werden wer wie wird wo wurde wurden zu zum zur zwei zwischen""".split()
)


def fold(text: str) -> str:
    """Bürger, Buerger and buerger meet."""
    return unicodedata.normalize("NFC", text).lower().translate(_FOLD)


def words(text: str) -> list[str]:
    """The folded words of a text, function words included."""
    return [fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


@cache
def stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))
