"""Plain ES modules, joined into the few classic scripts that pages load; and styles without what only we read.

Browsers load no module in a page opened from a folder, and elsewhere they would ask for one after the other, each a round
trip later than the one that names it. What a script consists of follows from its import statements. A module that several
scripts of a page share runs once, as modules do: what one script notes, the other one knows.

Joining is simple because our modules import and export by name, and nothing in a circle.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

PUBLISHED = (".js", ".css")

_IMPORT = re.compile(r'^import (?:\* as (\w+)|(\{[^}]*\})) from "(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:\{\};\n|((?:async )?(?:class|function\*?|const) (\w+)))", re.MULTILINE)
_MODULE = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*[\s\S]*?\*/|//.*)[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t\n]+", re.MULTILINE)
_HEAD = """(() => {
"use strict";
const $modules = (globalThis.wissensspeicherModules ??= {});
const $here = globalThis.document?.currentScript?.src;
"""


class BadScript(ValueError):
    """A module that cannot be joined; the message says which and why."""


def published(files: Mapping[str, str]) -> dict[str, str]:
    """Every module that no other one imports, with all that it needs; styles without comments; and what is neither, as it is."""
    modules = {name: text for name, text in files.items() if _MODULE.search(slim(text))}
    parts = {part for name in modules for part in _in_order(modules, name) if part != name}
    slimmed = {name: slim(text) if name.endswith(".css") else text for name, text in files.items() if name not in parts}
    return {name: joined(modules, name) if name in modules else text for name, text in slimmed.items()}


def publish_in(folder: Path) -> None:
    """The same with files: the scripts take the place of the modules."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.suffix in PUBLISHED}
    texts = published({name: path.read_text("utf-8") for name, path in files.items()})
    for name, path in files.items():
        if name in texts:
            path.write_text(texts[name], "utf-8")
        else:
            path.unlink()


def joined(modules: Mapping[str, str], entry: str) -> str:
    """A module and all it imports as one script, each after what it needs. Names are paths: they lead from one to the other."""
    parts = dict.fromkeys(_in_order(modules, entry))
    return _HEAD + "".join(_defined(name, modules[name], entry) for name in parts) + "})();\n"


def slim(text: str) -> str:
    """Without comments and indentation: for browsers, not for readers."""
    return _INDENT.sub("", _COMMENT.sub("", text))


def _target(name: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


def _in_order(modules: Mapping[str, str], name: str, above: tuple[str, ...] = ()) -> Iterator[str]:
    if name in above:
        raise BadScript(f"Diese Module brauchen einander im Kreis: {' → '.join((*above, name))}")
    if name not in modules:
        raise BadScript(f"{above[-1]}: Das Modul „{name}“ gibt es nicht.")
    for match in _IMPORT.finditer(slim(modules[name])):
        yield from _in_order(modules, _target(name, match[3]), (*above, name))
    yield name


def _defined(name: str, text: str, entry: str) -> str:
    def imported(match: re.Match[str]) -> str:
        return f"const {match[1] or match[2].replace(' as ', ': ')} = $modules[{json.dumps(_target(name, match[3]))}];\n"

    text = slim(text)
    if broken := next((line for line in text.splitlines() if line.count("`") % 2), None):
        raise BadScript(f"{name}: „{broken}“: Ein Text über mehrere Zeilen verlöre seine Einrückung. Setzen Sie ihn aus Zeilen zusammen.")
    exports = ", ".join(match[2] for match in _EXPORT.finditer(text) if match[2])
    body = _EXPORT.sub(lambda match: match[1] or "", _IMPORT.sub(imported, text))
    if left := _MODULE.search(body):
        raise BadScript(f"{name}: „{left[0]}“ lässt sich nicht zusammenfügen. Erlaubt sind Einfuhren und Ausfuhren mit Namen.")
    here = json.dumps(posixpath.relpath(name, posixpath.dirname(entry)))
    body = body.replace("import.meta.url", f"new URL({here}, $here).href")
    return f"$modules[{json.dumps(name)}] ??= (() => {{\n{body}return {{ {exports} }};\n}})();\n"
