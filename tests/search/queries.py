"""The queries with their graded records (`anfragen.yml`), and the measures every search is held to."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

USEFUL = 2
"""From this grade on a record helps whoever asked; 1 is only related."""


@dataclass(frozen=True)
class Query:
    text: str
    form: str
    set_aside: bool
    """Not looked at while the search was tuned."""
    round: int
    """The queries of a later round were written before the search had answered any of them."""
    grades: dict[str, int]


def queries() -> list[Query]:
    entries: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("anfragen.yml").read_text("utf-8"))
    return [Query(entry["anfrage"], entry["art"], entry["zurueckgelegt"], entry.get("runde", 1), entry["treffer"]) for entry in entries]


def ndcg(ranked: list[str], grades: dict[str, int], depth: int = 10) -> float:
    """How close the first ten come to the best possible ten."""
    ideal = sorted(grades.values(), reverse=True)
    return _gain([grades.get(record, 0) for record in ranked[:depth]]) / _gain(ideal[:depth])


def _gain(grades: list[int]) -> float:
    return sum((float(2) ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def success(ranked: list[str], grades: dict[str, int], depth: int = 3) -> bool:
    """Is something useful among the first three?"""
    return any(grades.get(record, 0) >= USEFUL for record in ranked[:depth])


@dataclass(frozen=True)
class Score:
    ndcg: float
    success: float
    empty: float

    def __str__(self) -> str:
        return f"nDCG@10 {self.ndcg:.3f}, success@3 {self.success:.3f}, without a hit {self.empty:.3f}"


def score(asked: list[Query], answers: list[list[str]]) -> Score:
    pairs = list(zip(asked, answers, strict=True))
    return Score(
        sum(ndcg(ranked, query.grades) for query, ranked in pairs) / len(pairs),
        sum(success(ranked, query.grades) for query, ranked in pairs) / len(pairs),
        sum(not ranked for _, ranked in pairs) / len(pairs),
    )
