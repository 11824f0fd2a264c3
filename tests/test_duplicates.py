"""Titles that are nearly the same are found, however many there are, without comparing each with every other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from rapidfuzz import fuzz, process, utils

from generator.checking import duplicates
from generator.checking.duplicates import NEARLY_THE_SAME, NEIGHBOURS, nearly_the_same

WORDS = "Bus Baum Sensor Wasser Karte Forum Markt Schule Energie Verkehr Quartier Pegel Luft Dorf Stadt Parken Licht Daten".split()


def some_titles(count: int, luck: random.Random) -> list[str]:
    return [f"{' '.join(luck.sample(WORDS, 3))} in {luck.choice('ABCDEFGHIJ') * 3} {number}" for number in range(count)]


def each_with_every_other(titles: Sequence[str]) -> list[tuple[int, int]]:
    folded = [utils.default_process(title) for title in titles]
    return [
        (later, earlier)
        for later in range(len(titles))
        for earlier in range(later)
        if fuzz.token_sort_ratio(folded[later], folded[earlier]) >= NEARLY_THE_SAME
    ]


def test_among_few_every_pair_is_found() -> None:
    luck = random.Random(3)
    for _ in range(20):
        titles = some_titles(NEIGHBOURS, luck)
        assert nearly_the_same(titles) == each_with_every_other(titles)


def test_among_many_a_typing_error_or_words_in_another_order_are_found_wherever_they_stand() -> None:
    titles = [f"{number:04} {word} für die Verwaltung der Gemeinde {number:04}" for number, word in enumerate(WORDS * 30)]
    for number, spoiled in (
        (7, f"0007 {WORDS[7]} für die Verwaltng der Gemeinde 0007"),
        (123, f"Gemeinde 0123 der Verwaltung für {WORDS[123 % len(WORDS)]} die 0123"),
    ):
        assert (len(titles), number) in nearly_the_same([*titles, spoiled]), spoiled


@pytest.mark.parametrize("count", [300, 3000])
def test_no_title_meets_more_others_because_there_are_more(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[int] = []

    def counted(title: str, near: dict[int, str], **how: Any) -> Any:
        met.append(len(near))
        return process.extract_iter(title, near, **how)

    monkeypatch.setattr(duplicates, "process", SimpleNamespace(extract_iter=counted))
    nearly_the_same(some_titles(count, random.Random(5)))
    assert len(met) == 2 * count, "sorted by how they begin and by how they end"
    assert max(met) == NEIGHBOURS
