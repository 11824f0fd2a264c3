"""Tables that are the equal of a picture: every row a record, ready for the page's filter and for sorting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.html import element, joined


@dataclass(frozen=True, slots=True)
class Cell:
    content: str | Markup
    order: str | int | None = None
    """What it is sorted by, where that is not its text."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[Cell | str | Markup]
    """The first one names the row."""
    data: Mapping[str, str] = field(default_factory=dict)
    """Its data attributes."""


def table(caption: str, columns: Sequence[str], rows: Iterable[Row], numbers: Sequence[int] = ()) -> Markup:
    """`numbers` are the columns that hold numbers."""
    heads = joined([element("th", name, scope="col", class_="zahl" if index in numbers else None) for index, name in enumerate(columns)])
    return element(
        "div",
        element(
            "table",
            element("caption", caption),
            element("thead", element("tr", heads)),
            element("tbody", joined([_row(row, columns, numbers) for row in rows])),
            class_="ws-tabelle",
            data_sortierbar=True,
        ),
        class_="ws-rollbar",
        role="region",
        tabindex=0,
        aria_label=caption,
    )


def _row(row: Row, columns: Sequence[str], numbers: Sequence[int]) -> Markup:
    """Every cell knows its column, for narrow windows, where it stands under its row's name."""
    cells = [
        element(
            "td" if index else "th",
            cell.content,
            scope=None if index else "row",
            class_="zahl" if index in numbers else None,
            data_wert=cell.order,
            data_spalte=columns[index] if index else None,
        )
        for index, cell in enumerate(cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells)
    ]
    return element("tr", joined(cells), **{f"data_{key}": value for key, value in row.data.items()})
