"""The icons of the installed theme. Taken from its package when the site is built, never copied into the project."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_FOLDER = files("material") / "templates" / ".icons"
_NAME = re.compile(r"[a-z0-9-]{1,60}(/[a-z0-9-]{1,60}){1,3}")
"""Nothing that could lead out of the folder."""


@cache
def icon(name: str) -> str | None:
    """The SVG of an icon such as material/bus, or None if the theme has none of that name."""
    if not _NAME.fullmatch(name):
        return None
    file = _FOLDER / f"{name}.svg"
    return file.read_text("utf-8") if file.is_file() else None
