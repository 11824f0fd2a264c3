"""Check boxes that hide what does not fit. Without JavaScript the form stays away and everything is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.html import element, joined


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One question with its answers. Its key is the data attribute of what it filters: `staffel` is `data-staffel`."""

    key: str
    title: str
    choices: Sequence[Choice]


def filter_form(facets: Iterable[Facet], what: str) -> Markup:
    """`what` is filtered, in the plural. Filters everything on the page that carries `data-eintrag` and the data attributes of the facets."""
    return element(
        "form",
        *(_fieldset(facet) for facet in facets if len(facet.choices) > 1),
        element(
            "p",
            element("span", role="status", data_was=what),
            element("button", "Alle zeigen", type="reset", hidden=True),
            class_="ws-filter-stand",
        ),
        class_="ws-filter",
        data_filter=True,
        autocomplete="off",
        hidden=True,
    )


def _fieldset(facet: Facet) -> Markup:
    boxes = [
        element(
            "label",
            element("input", type="checkbox", name=facet.key, value=choice.value),
            f" {choice.name} ",
            element("span", f"({choice.count})", class_="ws-leise"),
        )
        for choice in facet.choices
    ]
    return element("fieldset", element("legend", facet.title), joined(boxes))
