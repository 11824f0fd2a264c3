"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The closest known word, if one is close enough that somebody may have meant it."""
    found = process.extractOne(word, list(known), scorer=fuzz.WRatio, processor=str.lower, score_cutoff=72)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question to append to a message, or nothing."""
    found = nearest(word, known)
    return f" Meinten Sie „{found}“?" if found else ""
