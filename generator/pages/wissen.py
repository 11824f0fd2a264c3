"""What the programme learned: starting points for typical tasks, the roadmap in phases and the recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages import einstiege
from generator.pages.groups import entries
from generator.pages.rendering import Page
from generator.pages.ressourcen import filtered
from generator.records.wissen import STARTING_POINT
from generator.wording import first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    lessons = sorted(catalogue.wissen.values(), key=lambda lesson: (lesson.nummer or 99, lesson.titel))
    yield Page(
        "wissen/index.md",
        "wissen",
        "Wissen",
        "Einstiege in typische Aufgaben, Fahrplan von der Idee bis zur Weitergabe, Empfehlungen aus der Evaluation, Ziele der Kommunalpolitik und Arbeitshilfen.",
        {
            "alle": lessons,
            "einstiege": einstiege.doors(catalogue),
            "einstieg": STARTING_POINT,
            "zu_zielen": {goal: entries(catalogue, catalogue.mit("massnahmen", "ziele", goal)) for goal in catalogue.begriffe["ziele"]},
            **filtered(catalogue),
        },
    )
    for lesson in lessons:
        if lesson.art == STARTING_POINT:
            yield einstiege.page(catalogue, lesson)
            continue
        yield Page(page_of(lesson), "wissensseite", lesson.titel, first_sentence(lesson.kurz), {"s": lesson, "alle": lessons}, lesson)
