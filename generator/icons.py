"""The icons of the installed theme. Taken from its package when the site is built, never copied into the project."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FOLDER = files("material") / "templates" / ".icons"


@cache
def icon(name: str) -> str | None:
    """The SVG of an icon such as material/bus, or None if the theme has none of that name."""
    file = _FOLDER / f"{name}.svg"
    return file.read_text("utf-8") if file.is_file() else None
