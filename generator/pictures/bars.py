"""Charts that are tables: every number stands in its row, and a bar beside it shows its length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.html import element, joined
from generator.wording import number


class Bar(NamedTuple):
    name: str | Markup
    value: float
    note: str | Markup | None = None


def bars(caption: str, rows: Sequence[Bar], column: str, unit: str, drawn: bool = True) -> Markup:
    """`column` says what the rows are, `unit` what is counted. What counts different things is not drawn as bars."""
    longest = max((row.value for row in rows), default=0)
    notes = any(row.note for row in rows)
    heads = [element("th", column, scope="col"), element("th", unit, scope="col", class_="zahl")]
    if drawn:
        heads.append(_bar_cell(None))
    if notes:
        heads.append(element("th", "Hinweis", scope="col"))
    body = joined([_row(row, longest if drawn else None, notes) for row in rows])
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", joined(heads))),
        element("tbody", body),
        class_="ws-balken",
    )


def _row(row: Bar, longest: float | None, notes: bool) -> Markup:
    cells = [element("th", row.name, scope="row"), element("td", number(row.value), class_="zahl")]
    if longest is not None:
        cells.append(_bar_cell(_bar(row.value / longest if longest else 0)))
    if notes:
        cells.append(element("td", row.note, class_="ws-leise"))
    return element("tr", joined(cells))


def _bar_cell(bar: Markup | None) -> Markup:
    """Hidden from screen readers: a bar says nothing that the number beside it does not say."""
    return element("td", bar, aria_hidden="true", class_="balken")


def _bar(share: float) -> Markup:
    """Its length is an attribute, not a style: a strict content security policy lets it pass."""
    rail = element("rect", class_="schiene", width="100%", height="100%", rx=2)
    bar = element("rect", class_="wert", width=f"{max(share, 0) * 100:.1f}%", height="100%", rx=2)
    return element("svg", rail, bar, width="100%", height=12, focusable="false")
