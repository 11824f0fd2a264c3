"""A portrait per model project."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.groups import by_field
from generator.pages.rendering import Page
from generator.publication import PROGRAMME
from generator.wording import count, listed


def pages(catalogue: Catalogue) -> Iterator[Page]:
    projects = catalogue.modellprojekte
    yield Page(
        "modellprojekte/index.md",
        "modellprojekte",
        "Modellprojekte",
        f"Die {len(projects)} {PROGRAMME} nach Land und Größe, mit ihren Maßnahmen und Strategien.",
        kind="weit",
    )
    for project in projects.values():
        measures = catalogue.massnahmen_von(project)
        states = listed(catalogue.begriff("laender", land).name for land in project.laender)
        yield Page(
            page_of(project),
            "modellprojekt",
            f"{project.titel} (Modellprojekt)",
            f"Modellprojekt {project.titel} ({states}): {count(measures, 'Maßnahme', 'Maßnahmen')} mit Stand und Quellen.",
            {"p": project, "gruppen": by_field(catalogue, measures)},
            project,
        )
