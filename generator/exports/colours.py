"""The publisher's own accent as a style sheet, in light and dark, each with the text colour that can be read on it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.files import SiteFile
from generator.publication import Publication

_OURS = {"hell": "#0b5563", "dunkel": "#83d3dd"}
"""As in wissensspeicher.css, for who changes only one of the two."""
_GROUND = {"hell": "#ffffff", "dunkel": "#172124"}


def files(publication: Publication) -> Iterator[SiteFile]:
    """Nothing where nobody chose a colour."""
    if chosen := publication.colours.model_dump(exclude_none=True):
        yield SiteFile("assets/eigene-farben.css", _rule(_OURS | chosen))


def _rule(accent: dict[str, str]) -> str:
    text = {key: readable_on(colour) for key, colour in accent.items()}
    tint = {key: f"color-mix(in srgb, {colour} 12%, {_GROUND[key]})" for key, colour in accent.items()}
    names = {"--ws-akzent": accent, "--ws-akzent-fg": text, "--ws-akzent-leise": tint, "--ws-fokus": accent}
    rules = "".join(f"  {name}: light-dark({pair['hell']}, {pair['dunkel']});\n" for name, pair in names.items())
    return f":root {{\n{rules}}}\n"


def readable_on(colour: str) -> str:
    """Black or white, whichever has the greater contrast by WCAG 2."""
    return "#ffffff" if 1.05 / (_luminance(colour) + 0.05) >= (_luminance(colour) + 0.05) / 0.05 else "#000000"


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
