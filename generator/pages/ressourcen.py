"""A page per study, guide, template, format or platform, and their list, which can be filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.matching.surroundings import phases as numbered_phases
from generator.pages.rendering import Page
from generator.pictures import Choice, Facet, filter_form
from generator.publication import PROGRAMME
from generator.wording import first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    resources = catalogue.ressourcen
    yield Page(
        "ressourcen/index.md",
        "ressourcen",
        "Studien und Arbeitshilfen",
        f"{len(resources)} Studien, Leitfäden, Vorlagen und Angebote rund um die {PROGRAMME}.",
        filtered(catalogue),
    )
    for resource in resources.values():
        kind = catalogue.begriff("ressourcenarten", resource.art).name
        yield Page(page_of(resource), "ressource", f"{resource.titel} ({kind})", first_sentence(resource.kurz), {"r": resource}, resource)


def filtered(catalogue: Catalogue) -> Mapping[str, Any]:
    """What the list of resources needs: its filter, and the phases in which each resource helps."""
    phases: dict[str, list[str]] = {key: [] for key in catalogue.ressourcen}
    for lesson in catalogue.wissen.values():
        for key in dict.fromkeys(lesson.ressourcen):
            phases[key].append(lesson.id)
    facets = (
        Facet("art", "Art", _choices(catalogue, "ressourcenarten", Counter(r.art for r in catalogue.ressourcen.values()))),
        Facet(
            "phase",
            "Phase",
            [Choice(s.id, f"{s.nummer}. {s.titel}", len(s.ressourcen)) for s in numbered_phases(catalogue) if s.ressourcen],
        ),
        Facet(
            "handlungsfeld",
            "Handlungsfeld",
            _choices(catalogue, "handlungsfelder", Counter(field for r in catalogue.ressourcen.values() for field in r.handlungsfelder)),
        ),
    )
    return {"phasen_von": phases, "ressourcenfilter": filter_form(facets, "Einträge")}


def _choices(catalogue: Catalogue, vocabulary: str, counted: Counter[str]) -> list[Choice]:
    return [Choice(term.id, term.name, counted[term.id]) for term in catalogue.begriffe[vocabulary].values() if counted[term.id]]
