"""The browser's part of the search: our modules, and lunr, which they ask."""

from __future__ import annotations

from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

from generator.scripts import joined, slim

_LUNR = "mkdocs/contrib/search/templates/search/lunr.js"


def script(entry: str) -> str:
    """A module of `browser/` and all it imports."""
    folder = files("generator.search").joinpath("browser")
    modules = {f"suche/{file.name}": file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".js")}
    return joined(modules, f"suche/{entry}.js")


def lunr() -> str:
    """lunr as the installed MkDocs brings it, with its licence, without its other comments."""
    text = Path(str(distribution("mkdocs").locate_file(_LUNR))).read_text("utf-8")
    licence = text[: text.index("*/") + 2]
    return f"{licence}\n{slim(text)}"
