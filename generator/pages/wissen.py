"""What the programme learned: the roadmap in phases and the recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.pages.ressourcen import filtered
from generator.wording import first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    lessons = sorted(catalogue.wissen.values(), key=lambda lesson: (lesson.nummer or 99, lesson.titel))
    yield Page(
        "wissen/index.md",
        "wissen",
        "Wissen",
        "Fahrplan von der Idee bis zur Weitergabe, Empfehlungen aus der Evaluation, Ziele der Kommunalpolitik und Arbeitshilfen.",
        {"alle": lessons, **filtered(catalogue)},
    )
    for lesson in lessons:
        yield Page(page_of(lesson), "wissensseite", lesson.titel, first_sentence(lesson.kurz), {"s": lesson, "alle": lessons}, lesson)
