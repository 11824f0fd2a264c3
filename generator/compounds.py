"""Parkraummanagement is about Parken, Raum and Management: which words a compound is made of.

Works on stems, as the index holds them, and cuts only where every piece is a word of the lexicon. So a Rufbus is a Bus,
but neither Robustheit nor Bußgeld is. `search/browser/compounds.js` does the same to what a reader types.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from generator.german import FUNCTION_WORDS, first_stem, stem, words

SHORTEST = 3
LONGEST = 60
"""No German compound is longer; the time to cut a word grows with the square of its length."""
_SHORTEST_FROM_CORPUS = 5
_OFTEN = 3


@cache
def word_list() -> frozenset[str]:
    """The stems of our own list of words that build compounds in this field."""
    return frozenset(stem(word) for word in words(files("generator").joinpath("wortliste.txt").read_text("utf-8")))


def lexicon(spread: Mapping[str, int], nouns: Iterable[str]) -> frozenset[str]:
    """Our own list and the nouns several records use, as far as these are no compounds themselves."""
    often = {noun for noun in nouns if len(noun) >= _SHORTEST_FROM_CORPUS and _is_word(noun) and spread.get(noun, 0) >= _OFTEN}
    both = (word_list() | often) - {stem(word) for word in FUNCTION_WORDS}
    return frozenset(word for word in both if not split(word, both))


def _is_word(text: str) -> bool:
    return text.isalpha() and text.isascii()


def split(word: str, known: frozenset[str] | set[str]) -> tuple[str, ...]:
    """The pieces of a compound as it spells them, the fewest possible; nothing where it is not made of known words."""
    if len(word) > LONGEST:
        return ()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(SHORTEST, len(word) + 1):
        for start in range(end - SHORTEST + 1):
            before, found = best[start], best[end]
            whole = start == 0 and end == len(word)
            if before is None or whole or (found is not None and len(found) <= len(before) + 1):
                continue
            piece = word[start:end]
            if part(piece, known) if end < len(word) else piece in known:
                best[end] = (*before, piece)
    pieces = best[len(word)] or ()
    return pieces if len(pieces) > 1 else ()


def part(piece: str, known: frozenset[str] | set[str]) -> str | None:
    """The stem of a piece: what stands between two words, as in Verkehrszählung, looks like an ending and goes like one."""
    if piece in known:
        return piece
    bare = stem(piece)
    return bare if len(bare) >= SHORTEST and bare in known else None


def count_nouns(texts: Iterable[str]) -> tuple[Counter[str], set[str]]:
    """How many texts hold a stem, and which stems are written with a capital inside a sentence."""
    spread: Counter[str] = Counter()
    nouns: set[str] = set()
    for text in texts:
        spread.update({stem(word) for word in words(text)})
        for before, word in pairwise(text.split()):
            if word[0].isupper() and before[-1] not in ".!?:–" and (found := first_stem(word)):
                nouns.add(found)
    return spread, nouns
