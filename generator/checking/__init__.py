"""What one record cannot know alone. Every rule takes the whole reading and yields problems; none stops another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.checking import dates, duplicates, references, sense, texts
from generator.problems import Problem
from generator.reading import Reading

Rule = Callable[[Reading], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references.known_targets,
    references.known_symbols,
    references.own_project,
    references.free_old_ids,
    duplicates.doubled_files,
    duplicates.doubled_terms,
    duplicates.similar_titles,
    texts.clean_texts,
    sense.stopped_with_reason,
    sense.adoption_between_two,
    sense.starting_point_complete,
    sense.proven_ways,
    sense.examples_that_find,
)


def check(reading: Reading, today: date | None = None, rules: tuple[Rule, ...] = RULES) -> list[Problem]:
    """Every problem of every record, in the order of files and lines."""
    found = list(reading.problems)
    whole = Reading([*reading.entries, *reading.misnamed], reading.problems)
    for rule in rules:
        found += rule(whole)
    found += dates.plausible_dates(whole, today or date.today())
    return sorted(set(found))
