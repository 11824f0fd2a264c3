"""Which measures a reader of one wants to see next, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from generator.compounds import count_nouns, lexicon, part, split
from generator.german import stem, words
from generator.records.massnahme import Massnahme
from generator.similarity import Pieces, Similar, Text, similar

MOST = 5
MOST_OF_ONE_PROJECT = 2
AT_LEAST = 0.06
"""Below this two measures that have a word in both titles rarely help the same reader. Found by judging, see tests/similar."""
AT_LEAST_ELSEWHERE = 0.09
"""The same for those that have none."""
WORDS_NAMED = 3
UNMISTAKABLE = 0.15
"""A word that says so much of both texts needs no second one."""
_BROAD = """Verkehr Rad Sicherheit Büro Gebäude Fläche Monitor Strecke Schule Antenne Stadtplanung
    Besucher Dashboard Karte Echtzeit Wasser Strom Marktplatz Forum Handel Kataster Quartier Sensorik"""
"""With a single one of these two measures still have little in common, as with the names of fields and technologies."""
UNSPECIFIC = "sonstige"


class Found(NamedTuple):
    id: str
    worth: float
    words: tuple[str, ...]


def alike(
    measures: Mapping[str, Massnahme], places: Mapping[str, str], terms: Iterable[str], spellings: Iterable[str] = ()
) -> dict[str, tuple[Found, ...]]:
    """For every measure up to five others: by what both texts say, more when they serve the same fields with the same technology.

    The spellings are words as a vocabulary writes them, in which a reason is given.
    """
    texts = {
        key: Text(measure.titel, measure.kurz, measure.herausforderung or "", _project(key), places[_project(key)])
        for key, measure in measures.items()
    }
    found = similar(texts, _pieces(texts), AT_LEAST, spellings)
    broad = frozenset(stem(word) for name in (*terms, _BROAD) for word in words(name))
    return {key: _best(measures, key, near, broad) for key, near in found}


def _pieces(texts: Mapping[str, Text]) -> Pieces:
    spread, nouns = count_nouns(f"{text.title}. {text.body} {text.around}" for text in texts.values())
    known = lexicon(spread, nouns)

    @cache
    def pieces(word: str) -> tuple[str, ...]:
        """The words inside a compound, and the compounds inside it: Starkregen in Starkregenwarnung."""
        spelled = split(word, known)
        runs = ("".join(spelled[start:end]) for start, end in combinations(range(len(spelled) + 1), 2) if 1 < end - start < len(spelled))
        inside = (stem(run) for run in runs)
        return (*(part(piece, known) or piece for piece in spelled), *(run for run in inside if spread[run] > 1))

    return pieces


def _best(measures: Mapping[str, Massnahme], key: str, near: Sequence[Similar], broad: frozenset[str]) -> tuple[Found, ...]:
    worth = {other.id: _worth(measures[key], measures[other.id], other, broad) for other in near}
    best: list[Found] = []
    of_project: Counter[str] = Counter()
    for other in sorted(near, key=lambda other: (-worth[other.id], other.id)):
        enough = AT_LEAST if other.shared and max(shared.in_titles for shared in other.shared) == 2 else AT_LEAST_ELSEWHERE
        if worth[other.id] >= enough and of_project[_project(other.id)] < MOST_OF_ONE_PROJECT:
            of_project[_project(other.id)] += 1
            best.append(Found(other.id, worth[other.id], tuple(shared.word for shared in other.shared[:WORDS_NAMED])))
    return tuple(best[:MOST])


def _worth(measure: Massnahme, other: Massnahme, near: Similar, broad: frozenset[str]) -> float:
    """How near the texts are, less where field and technology differ; nothing where it hangs on a single word that may be chance."""
    fields = _overlap(measure.handlungsfelder, other.handlungsfelder)
    technology = _overlap(measure.technologien, other.technologien)
    telling = [shared for shared in near.shared if shared.stem not in broad]
    evidence = sum(2 if shared.in_titles == 2 or (shared.in_titles and shared.weight > UNMISTAKABLE) else 1 for shared in telling)
    same_kind = fields > 0.6 and technology > 0.6 and any(shared.in_titles == 2 for shared in near.shared)
    if evidence < 2 and not same_kind:
        return 0.0
    return near.score * (0.3 + 0.4 * fields + 0.3 * technology)


@cache
def _overlap(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """How far two lists of terms agree, from 0 to 1. The first term counts double; where nobody knows, half."""
    here, there = ({term: 1.0 + (index == 0) for index, term in enumerate(terms) if term != UNSPECIFIC} for terms in (mine, theirs))
    if not here or not there:
        return 0.5
    both = sum(min(weight, there[term]) for term, weight in here.items() if term in there)
    return both / min(sum(here.values()), sum(there.values()))


def _project(key: str) -> str:
    return key.split("/")[0]
