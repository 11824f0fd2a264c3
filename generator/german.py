"""German words: folding, splitting and stems, the same for everything that compares texts.

`search/browser/german.js` says the same in JavaScript for what a reader types; a test in a real browser holds
both to each other over the whole vocabulary. The stemmer follows the idea of Savoy's light stemmers: take off the few
endings that only bend a word, and leave the rest alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile(r"[\u0300-\u036f]")

FUNCTION_WORDS = frozenset(
    """aber alle allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus ausser bei beim bekommen
    bekommt bevor bin bis bitte brauche brauchen braucht bzw da dabei dadurch dafuer damit dann daran darauf daraus darf darum das
    dass davon dazu dein dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du duerfen durch ein
    eine einem einen einer eines einige er erst es etc etwa etwas euch euer finde finden findet fuer fur gab ganz geben gegen geht
    gehen gern gerne gesucht gibt ging habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
    immer in innen ins ist ja je jede jedem jeden jeder jedes kann kannst kein keine keinen keiner koennen koennte kommen kommt
    konnen koennten kriegen laesst lassen machen macht man mehr mehrere mein mich mir mit moechte moechten muessen muss nach neben
    neue neuen neuer nicht nichts noch nun nur ob oder ohne rund schon sehr sein seine seinem seinen seiner seit selber sich sie
    sind so sobald soll sollen sollte sollten sonst sowie statt suche suchen sucht tun tut uber ueber um und uns unser unsere
    unserem unseren unserer unter usw viel viele vielen vom von vor waehrend wahrend war waren warum was wegen weil welche welchem
    welchen welcher welches wenn wer werden weshalb wie wieder wieso wieviel will wir wird wo wofuer woher wohin wollen womit worum
    wozu wurde wurden zu zum zur zwei zwischen""".split()
)
"""They carry no meaning in a text, nor in a question such as: Wie finden wir Ehrenamtliche?"""

IRREGULAR = {
    "buerger": "burger", "buergern": "burger", "buergers": "burger", "buergerin": "burger", "buergerinnen": "burger",
    "bauten": "bau",
    "zeitung": "zeitung", "zeitungen": "zeitung", "sitzung": "sitzung", "sitzungen": "sitzung",
    "museen": "museum", "museums": "museum", "zentren": "zentrum", "zentrums": "zentrum", "firmen": "firma", "praxen": "praxis",
    "themen": "thema", "gymnasien": "gymnasium", "konten": "konto", "risiken": "risiko",
    "aalen": "aalen", "aalener": "aalen", "satzung": "satzung", "satzungen": "satzung",
    "schulung": "schulung", "schulungen": "schulung", "schulungs": "schulung", "kurs": "kurs", "kurse": "kurs", "kursen": "kurs",
    "park": "parks", "parks": "parks", "laeden": "laeden", "faehre": "faehre", "faehren": "faehre",
    "anfaenger": "anfaenger", "anfaengern": "anfaenger",
}  # fmt: skip
"""Words whose ending is no ending, or that would meet a stranger: Bürger is no Burg, Schulung no Schule, Parken no Park."""

_FEMININE = re.compile(r"(?<=.{3}er)in$|(?<=.{4})innen$")
_UNG = re.compile(r"(?<=.{4})ung(?:en|s)?$")
_BUSES = re.compile(r"(?<=bus)s(?:e|en|es)$")
_HEIT = re.compile(r"(?<=.{4})(?:heit|keit)(?:en|s)?$")
_FIRST = re.compile(r"(?<=.{3})(?:ern|en|er|es)$|(?<=.{3})e$|(?<=.{2}[bdfghklmnprty])s$|(?<=.{3}[ao])s$|(?<=.{4}[ei][lr])n$|(?<=.{3}el)n$")
_SECOND = re.compile(r"(?<=.{3})(?:er|en)$|(?<=.{4})est$")
_LICH = re.compile(r"(?<=.{5})(?:lich|isch)$")
_ENDINGS = (
    ("n", _FEMININE),
    ("ens", _BUSES),
    ("tns", _HEIT),
    ("gns", _UNG),
    ("nrse", _FIRST),
    ("nrt", _SECOND),
    ("h", _LICH),
)
"""In the order they are taken off, with the letters they end with, which tell at a glance that most words have none of them."""
_NISS = re.compile(r"niss$")
_ATION = re.compile(r"(?<=.{4})(?<!st)ation$")
_UMLAUT = re.compile(r"(?<![aeq])(?:(a)e|(o)e|(u)e)")


def fold(text: str) -> str:
    """Bürger, Buerger and buerger meet, and Café and Cafe."""
    german = unicodedata.normalize("NFC", text).lower()
    if german.isascii():
        return german
    german = german.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    return german if german.isascii() else _ACCENT.sub("", unicodedata.normalize("NFD", german))


def words(text: str) -> list[str]:
    """The folded words of a text, function words included."""
    return _WORD.findall(fold(text))


@cache
def stem(word: str) -> str:
    """Bäume, Bäumen and Baum meet, and so do messen and Messung, simulieren and Simulation. Takes and gives folded words."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for last, ending in _ENDINGS:
        if word[-1:] in last:
            word = ending.sub("", word, count=1)
    word = _ATION.sub("i", _NISS.sub("nis", word))
    return _UMLAUT.sub(lambda found: found[1] or found[2] or found[3], word)


@cache
def first_stem(written: str) -> str | None:
    """The stem of a word as a text writes it, be it with signs around it."""
    found = words(written)
    return stem(found[0]) if found else None
