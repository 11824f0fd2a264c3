"""The browser's part of the search: our ES modules, joined into the few classic scripts the pages load.

Modules would be asked for one by one, each a round trip later than the one before, and browsers load none at all from a
folder. Joining is simple because all of them import by name and only each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:class|function\*?|const|let) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*[\s\S]*?\*/|//.*)[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t\n]+", re.MULTILINE)
_LUNR = "mkdocs/contrib/search/templates/search/lunr.js"


def script(entry: str) -> str:
    """A module and all it imports, each once, after what it needs and with names of its own."""
    return '(() => {\n"use strict";\n' + "".join(_modules(entry, set())) + "})();\n"


def _modules(name: str, seen: set[str]) -> Iterator[str]:
    seen.add(name)
    text = files("generator.search").joinpath("browser", f"{name}.js").read_text("utf-8")
    for _, needed in _IMPORT.findall(text):
        if needed not in seen:
            yield from _modules(needed, seen)
    exported = ", ".join(exported for _, exported in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = $\2;\n", text))
    yield f"const ${name} = (() => {{\n{_slim(body)}return {{ {exported} }};\n}})();\n"


def lunr() -> str:
    """lunr as the installed MkDocs brings it, with its licence, without its other comments."""
    text = Path(str(distribution("mkdocs").locate_file(_LUNR))).read_text("utf-8")
    licence = text[: text.index("*/") + 2]
    return f"{licence}\n{_slim(text)}"


def _slim(text: str) -> str:
    return _INDENT.sub("", _COMMENT.sub("", text))
