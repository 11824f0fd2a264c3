"""Which texts speak of the same thing, and in which words. Linear: every text meets only those that share a rare word with it.

A text is compared by its most telling words, above all its nouns. A compound counts as itself and, less, as what it is
made of, so that Baumsensoren and Sensoren an Bäumen meet. What a single group (a project) alone calls something is a name
and tells nothing about others; what everybody says of everything is in `fuellwoerter.txt` and tells nothing at all.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.german import FUNCTION_WORDS, first_stem, stem, words

WORDS_PER_TEXT = 16
"""Only the most telling words of a text are compared."""
TEXTS_PER_WORD = 60
"""A word that more texts share tells little; only those it means most to are compared."""
CANDIDATES = 25
"""How many of the nearest are looked at closely."""
_TITLE, _BODY, _AROUND = 3.0, 1.0, 0.4
_IN_A_COMPOUND = 0.5
_NO_NOUN = 0.3
"""Verbs and adjectives say how, nouns say what."""
_FEW_WORDS = 16.0
"""Keeps texts of a few words from being near to everything that has one of them."""

Pieces = Callable[[str], Iterable[str]]
"""From the stem of a compound to the stems of the words it is made of; nothing where it is none."""
Vector = dict[str, float]
Compare = Callable[[str, str], "Similar"]

_ENDINGS = ("innen", "lichen", "liche", "ses", "es", "n", "s", "e")
_RAW = re.compile(r"[^\W_]+")
_SENTENCE_ENDS = (".", "!", "?", ":", "–", "„", "(")


class Text(NamedTuple):
    """What is compared: the title counts most, then the body, then what only surrounds it."""

    title: str
    body: str
    around: str
    group: str
    names: str
    """Words that say where it is, not what."""


class Shared(NamedTuple):
    stem: str
    word: str
    """As a reader writes it."""
    weight: float
    in_titles: int
    """How many of the two have it in the title, be it inside a compound."""


class Similar(NamedTuple):
    id: str
    score: float
    shared: tuple[Shared, ...]
    """The nouns of both, the most telling first."""


@cache
def fillers() -> frozenset[str]:
    """The stems of what everybody says of everything."""
    return frozenset(stem(word) for word in words(files("generator").joinpath("fuellwoerter.txt").read_text("utf-8")))


def similar(
    texts: Mapping[str, Text], pieces: Pieces, at_least: float = 0.0, terms: Iterable[str] = ()
) -> Iterator[tuple[str, list[Similar]]]:
    """Every id with its nearest others, the nearest first. A noun that is one of the terms is spelled as there.

    One after the other, since all that texts share would take more room than the texts.
    """
    spelled = _spellings(texts.values(), frozenset(terms))
    vectors = _vectors(texts, pieces, spelled)
    by_word: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for key, vector in vectors.items():
        for word, weight in vector.items():
            by_word[word].append((weight, key))
    near = {word: sorted(found, key=lambda pair: (-pair[0], pair[1]))[:TEXTS_PER_WORD] for word, found in by_word.items()}
    titles = {key: _title_words(text.title, pieces) for key, text in texts.items()}
    compare = _comparing(vectors, titles, pieces, spelled)
    return ((key, _nearest(key, vectors, near, compare, at_least)) for key in vectors)


def _spellings(texts: Iterable[Text], terms: frozenset[str]) -> dict[str, str]:
    """How a noun is written. A capital tells a noun only inside a sentence; a word that stands nowhere else is taken for one."""
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for part in (text.title, text.body, text.around):
            for found in _RAW.finditer(part):
                before = part[max(0, found.start() - 2) : found.start()].rstrip()
                begins = not found.start() or before.endswith(_SENTENCE_ENDS)
                (first if begins else inside)[first_stem(found[0]) or ""][found[0]] += 1
    forms = first | inside
    nouns = (word for word, counted in forms.items() if max(counted, key=lambda form: (counted[form], form))[0].isupper())
    return {word: _bare(first[word] + inside[word], terms) for word in nouns}


def _bare(forms: Counter[str], terms: frozenset[str]) -> str:
    """Its most frequent form, without an ending where a vocabulary or a text has it bare: Rufbus, not Rufbusses."""
    nouns = [form for form in forms if form[0].isupper()]
    best = max(nouns, key=lambda form: (forms[form], -len(form), form))
    term = min((form for form in nouns if form in terms and len(form) < len(best)), key=len, default=None)
    bare = (best.removesuffix(ending) for ending in _ENDINGS)
    return term or next((form for form in bare if form != best and form in nouns), best)


def _counts(text: Text, pieces: Pieces) -> dict[str, float]:
    names = tuple(stem(word) for word in words(text.names) if len(word) > 3 and word not in FUNCTION_WORDS)
    counts: dict[str, float] = defaultdict(float)
    telling_nothing = fillers()
    for weight, part in ((_TITLE, text.title), (_BODY, text.body), (_AROUND, text.around)):
        for word in words(part):
            if len(word) < 3 or word in FUNCTION_WORDS or word.isdigit():
                continue
            found = stem(word)
            if found.startswith(names):
                continue
            if found not in telling_nothing:
                counts[found] += weight
            for piece in pieces(found):
                if piece not in telling_nothing and piece not in names:
                    counts[piece] += weight * _IN_A_COMPOUND
    return counts


def _vectors(texts: Mapping[str, Text], pieces: Pieces, nouns: Mapping[str, str]) -> dict[str, Vector]:
    """The most telling words of each text, weighted by how few groups use them, at length one."""
    counts = {key: _counts(text, pieces) for key, text in texts.items()}
    users: dict[str, set[str]] = defaultdict(set)
    for key, counted in counts.items():
        for word in counted:
            users[word].add(texts[key].group)
    everybody = len({text.group for text in texts.values()})
    rare = {
        word: math.log(1 + everybody / len(using)) * (1 if word in nouns else _NO_NOUN) for word, using in users.items() if len(using) > 1
    }
    return {
        key: _vector({word: math.log(1 + count) * rare[word] for word, count in counted.items() if word in rare})
        for key, counted in counts.items()
    }


def _vector(weights: Vector) -> Vector:
    best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDS_PER_TEXT]
    length = math.sqrt(_FEW_WORDS + sum(weight * weight for _, weight in best))
    return {word: weight / length for word, weight in best}


def _nearest(
    key: str, vectors: Mapping[str, Vector], near: Mapping[str, list[tuple[float, str]]], compare: Compare, at_least: float
) -> list[Similar]:
    scores: dict[str, float] = defaultdict(float)
    for word, weight in vectors[key].items():
        for other_weight, other in near[word]:
            scores[other] += weight * other_weight
    scores.pop(key, None)
    enough = [other for other, score in scores.items() if score >= at_least]
    closest = sorted(enough, key=lambda other: (-scores[other], other))[:CANDIDATES]
    return sorted((compare(key, other) for other in closest), key=lambda similar: (-similar.score, similar.id))


def _comparing(vectors: Mapping[str, Vector], titles: Mapping[str, set[str]], pieces: Pieces, spelled: Mapping[str, str]) -> Compare:
    def compare(key: str, other: str) -> Similar:
        """What two texts share; a word is not counted again as a piece of another."""
        mine, theirs = vectors[key], vectors[other]
        both = [word for word in mine if word in theirs]
        inside = {piece for word in both for piece in pieces(word)}
        whole = {word: mine[word] * theirs[word] for word in both if word not in inside}
        telling = sorted((word for word in whole if word in spelled), key=lambda word: (-whole[word], word))
        here, there = titles[key], titles[other]
        shared = tuple([Shared(word, spelled[word], whole[word], (word in here) + (word in there)) for word in telling])
        return Similar(other, sum(whole.values()), shared)

    return compare


def _title_words(title: str, pieces: Pieces) -> set[str]:
    found = {stem(word) for word in words(title)}
    return found | {piece for word in found for piece in pieces(word)}
