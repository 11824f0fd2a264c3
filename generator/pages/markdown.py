"""Text into Markdown that says exactly that text.

Templates insert values through `plain`, whatever they contain, so nothing in a record can become a link, an image,
HTML or an instruction to MkDocs. What shall be Markdown says so by being `Markup`.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

_INSIDE = re.compile(r"[\\`*_\[\]<>&{}|~^$=#]|:(?=\S)|(?<=\S)@")
_START = re.compile(r"^ ?(?:[-+!?/:%]|\d+[.)])")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"[<&{]")


def plain(value: Any) -> Markup:
    """One line of text, every character meaning only itself."""
    if isinstance(value, Markup):
        return value
    text = _SPACE.sub(" ", "" if value is None else str(value))
    text = _INSIDE.sub(_entity, text)
    return Markup(_START.sub(lambda found: found[0][:-1] + _entity(found[0][-1]), text))


def _entity(found: re.Match[str] | str) -> str:
    return f"&#{ord(found if isinstance(found, str) else found[0])};"


def prose(text: str | None) -> Markup:
    """The Markdown body of a record: paragraphs, lists, emphasis and links, but no HTML and no instructions."""
    lines = (_TAG.sub(_entity, line) for line in (text or "").splitlines())
    return Markup("\n".join(line[:-1] + _entity(line[-1]) if line.rstrip().endswith("}") else line for line in lines))
