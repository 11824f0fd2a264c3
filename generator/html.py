"""HTML and SVG elements as values: escaped, on one line, with attributes in the order given."""

from __future__ import annotations

from markupsafe import Markup, escape

Attribute = str | int | float | bool | None


def element(name: str, /, *children: str | Markup | None, **attributes: Attribute) -> Markup:
    """`element("a", "Zwönitz", href="…", class_="ort")`. True stands alone, False and None stay away.

    Python's names become HTML's: `class_` is class, `aria_label` is aria-label.
    """
    opening = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{opening}>")
    inside = "".join(escape(child) for child in children if child is not None)
    return Markup(f"<{name}{opening}>{inside}</{name}>")


_VOID = frozenset({"input", "br", "hr", "img"})


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(decimal(value) if isinstance(value, float) else str(value))}"'


def decimal(value: float) -> str:
    """As short as a coordinate can be: 12.5, 12, never 12.0 or -0."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def joined(parts: list[Markup]) -> Markup:
    return Markup("").join(parts)
