"""From text to the terms of the index: words, without those that carry no meaning, as stems."""

from __future__ import annotations

from generator.german import FUNCTION_WORDS, stem, words


def terms(text: str) -> list[str]:
    return [stem(word) for word in words(text) if carries_meaning(word)]


def carries_meaning(word: str) -> bool:
    """A single letter says nothing; a single digit may be a Staffel."""
    return word not in FUNCTION_WORDS and (len(word) > 1 or word.isdecimal())
