"""A page per term of a vocabulary: what it means and which records stand under it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import TERM_FOLDERS, page_of_term
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.pages.states import by_state
from generator.pages.wording import count
from generator.publication import PROGRAMME
from generator.records.vokabular import Begriff


def pages(catalogue: Catalogue) -> Iterator[Page]:
    for vocabulary, folder in TERM_FOLDERS.items():
        whole = catalogue.vokabular[vocabulary]
        yield Page(
            f"{folder}/index.md",
            "vokabular",
            whole.titel,
            f"{whole.titel}: alle Einträge des Wissensspeichers danach geordnet.",
            {"v": whole, "name": vocabulary},
        )
        for term in whole.begriffe:
            yield _term(catalogue, vocabulary, term)


def _term(catalogue: Catalogue, vocabulary: str, term: Begriff) -> Page:
    measures = catalogue.mit("massnahmen", vocabulary, term.id)
    others = {kind: catalogue.mit(kind, vocabulary, term.id) for kind in ("loesungen", "modellprojekte", "gemeinschaften", "ressourcen")}
    return Page(
        page_of_term(vocabulary, term),
        "thema",
        f"{term.name} ({catalogue.vokabular[vocabulary].titel})",
        f"{term.name}: {count(measures, 'Maßnahme', 'Maßnahmen')} der {PROGRAMME}, nach Stand geordnet.",
        {"t": term, "vokabular": vocabulary, "massnahmen": measures, "gruppen": by_state(measures), **others},
    )
