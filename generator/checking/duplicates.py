"""Is something here twice?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process, utils

from generator.problems import Problem
from generator.reading import Entry, Reading
from generator.reading.shape import shown

NEARLY_THE_SAME = 92
NEIGHBOURS = 60
"""Among so many titles each meets all others; among more, those it stands beside when they are sorted by how they begin and how they end."""


def doubled_files(reading: Reading) -> Iterator[Problem]:
    """The same id twice, which differs at most in the case of letters or in the ending, meets on one address."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in reading.entries:
        first = seen.setdefault((entry.kind.folder, entry.id.casefold()), entry)
        if first is not entry:
            yield entry.problem(
                (), "doppelte-kennung", f"Die Kennung „{entry.id}“ gibt es schon: {first.file}. Benennen Sie eine der beiden Dateien um."
            )


def doubled_terms(reading: Reading) -> Iterator[Problem]:
    for entry in reading.entries:
        seen: dict[str, int] = {}
        terms = entry.get("begriffe")
        for index, term in enumerate(terms if isinstance(terms, list) else ()):
            key = str(term.get("id")) if isinstance(term, dict) else ""
            if key and seen.setdefault(key.casefold(), index) != index:
                yield entry.problem(
                    ("begriffe", index, "id"), "doppelte-kennung", f"Den Begriff {shown(key)} gibt es in diesem Vokabular schon."
                )


def similar_titles(reading: Reading) -> Iterator[Problem]:
    """Two records of one project (or of one kind, where there are few) that are called nearly the same."""
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in reading.entries:
        if _title(entry) and entry.kind.folder in ("massnahmen", "loesungen", "ressourcen", "gemeinschaften"):
            groups[entry.kind.folder, entry.id.rpartition("/")[0]].append(entry)
    for group in groups.values():
        for later, earlier in nearly_the_same([_title(entry) for entry in group]):
            entry, other = group[later], group[earlier]
            yield entry.problem(
                ("titel",),
                "aehnlicher-titel",
                f"{shown(_title(entry))} heißt fast wie {shown(_title(other))} ({other.file}). Ist es dasselbe?",
                "warning",
            )


def nearly_the_same(titles: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places, the later one first. The order of the words does not matter."""
    sorted_words = [" ".join(sorted(utils.default_process(title).split())) for title in titles]
    found = set()
    for spelled in (sorted_words, [words[::-1] for words in sorted_words]):
        order = sorted(range(len(titles)), key=spelled.__getitem__)
        for place, one in enumerate(order, 1):
            near = {other: spelled[other] for other in order[place : place + NEIGHBOURS]}
            for _, _, other in process.extract_iter(spelled[one], near, scorer=fuzz.ratio, score_cutoff=NEARLY_THE_SAME):
                found.add((max(one, other), min(one, other)))
    return sorted(found)


def _title(entry: Entry) -> str:
    return str(entry.get("titel") or "")
