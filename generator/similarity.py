"""Which texts speak of the same thing, and in which words. Linear: every text meets only those that share a rare word with it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from generator.german import FUNCTION_WORDS, stem, words

WORDS_PER_TEXT = 14
"""Only the most telling words of a text are compared."""
TEXTS_PER_WORD = 60
"""A word that more texts share tells little; only those it means most to are compared."""


class Similar(NamedTuple):
    id: str
    score: float
    shared: tuple[str, ...]
    """Stems the two share, the most telling first."""


def similar(texts: Mapping[str, tuple[str, str]], count: int, at_least: float) -> dict[str, list[Similar]]:
    """For every id the nearest others. A text is its title, which counts more, and its body."""
    vectors = _vectors({key: _counts(title, body) for key, (title, body) in texts.items()})
    by_word: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for key, vector in vectors.items():
        for word, weight in vector.items():
            by_word[word].append((weight, key))
    near = {word: sorted(found, key=lambda pair: (-pair[0], pair[1]))[:TEXTS_PER_WORD] for word, found in by_word.items() if len(found) > 1}
    return {key: _nearest(key, vector, near, count, at_least) for key, vector in vectors.items()}


def _counts(title: str, body: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for weight, text in ((3, title), (1, body)):
        for word in words(text):
            if len(word) > 2 and word not in FUNCTION_WORDS:
                counts[stem(word)] += weight
    return counts


def _vectors(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """The most telling words of each text, weighted by how rare they are, at length one."""
    spread = Counter(word for words_of in counts.values() for word in words_of)
    vectors = {}
    for key, words_of in counts.items():
        weights = {word: (1 + math.log(count)) * math.log(1 + len(counts) / spread[word]) for word, count in words_of.items()}
        best = dict(sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:WORDS_PER_TEXT])
        length = math.sqrt(sum(weight * weight for weight in best.values())) or 1.0
        vectors[key] = {word: weight / length for word, weight in best.items()}
    return vectors


def _nearest(key: str, vector: dict[str, float], near: dict[str, list[tuple[float, str]]], count: int, at_least: float) -> list[Similar]:
    scores: dict[str, float] = defaultdict(float)
    shared: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for word, weight in vector.items():
        for other_weight, other in near.get(word, ()):
            if other != key:
                scores[other] += weight * other_weight
                shared[other].append((weight * other_weight, word))
    best = sorted(scores, key=lambda other: (-scores[other], other))[:count]
    return [
        Similar(other, scores[other], tuple(word for _, word in sorted(shared[other], reverse=True)))
        for other in best
        if scores[other] >= at_least
    ]
