"""The publisher's own colours as a style sheet, each with the text colour that can be read on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.files import SiteFile
from generator.publication import Publication

_SCHEMES = {"hell": "default", "dunkel": "slate"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def files(publication: Publication) -> Iterator[SiteFile]:
    rules = [_rule(scheme, publication.colours[key]) for key, scheme in _SCHEMES.items() if key in publication.colours]
    yield SiteFile("assets/farben.css", "".join(rules) or "/* Keine eigenen Farben: mkdocs.yml, extra: farben. */\n")


def _rule(scheme: str, colour: str) -> str:
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"„{colour}“ ist keine Farbe. In mkdocs.yml unter extra: farben: stehen Angaben wie '#0b6e4f'.")
    text = readable_on(colour)
    names = {
        "--ws-akzent": colour,
        "--ws-akzent-fg": text,
        "--md-primary-fg-color": colour,
        "--md-primary-bg-color": text,
        "--md-accent-fg-color": colour,
        "--md-typeset-a-color": colour,
    }
    return f'body[data-md-color-scheme="{scheme}"] {{\n' + "".join(f"  {name}: {value};\n" for name, value in names.items()) + "}\n"


def readable_on(colour: str) -> str:
    """Black or white, whichever has the greater contrast by WCAG 2."""
    return "#ffffff" if 1.05 / (_luminance(colour) + 0.05) >= (_luminance(colour) + 0.05) / 0.05 else "#000000"


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
