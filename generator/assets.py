"""Names by content for what pages load, so that browsers may keep a file for good and never keep an old one.

Renamed is what somebody names in full: configuration or template (`assets/a.css`), a style or a script by a relative
address (`import "./a.js"`, `new URL("./index.json", import.meta.url)`). A file whose name is put together in the
reader's browser keeps it, for nobody could tell the browser the new one.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

FOLDER = "assets/"
_TEXT = (".css", ".js", ".mjs")
_NAMED = re.compile(r"""(["'(])(\.{1,2}/[^"'()\s?#]+|[\w-]+(?:/[\w.-]+)*\.(?:css|png|svg|webp|woff2))(?=[?#"')])""")
_MENTIONED = re.compile(r"assets/[\w./-]+")
_IN_PAGE = re.compile(r"""assets/[^"'\s?#,]+""")
_ATTRIBUTE = re.compile(r"""=["'][^"'\s<>]*$""")


class Assets:
    """The files under assets/ as they are published: by their old name, the new one and the content."""

    def __init__(self, files: Mapping[str, bytes], mentions: str) -> None:
        """`mentions` is any text that names assets: templates, lists of styles and scripts."""
        self._files = files
        named = {name: self._references(name) for name in self._files if name.endswith(_TEXT)}
        wanted = {found.rstrip(".") for found in _MENTIONED.findall(mentions)}.union(*named.values())
        wanted = {name for name in wanted if name in self._files}
        self.names = {name: self._renamed(name, named) for name in sorted(wanted)}
        self.content = {self.names.get(name, name): self._rewritten(name) for name in sorted(self._files)}

    def _references(self, name: str) -> set[str]:
        found = (self._target(name, match[2]) for match in _NAMED.finditer(self._files[name].decode("utf-8", "replace")))
        return {target for target in found if target in self._files}

    @staticmethod
    def _target(name: str, address: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))

    def _renamed(self, name: str, named: Mapping[str, set[str]]) -> str:
        """The hash covers all that the file leads to: if anything behind it changes, so does its name."""
        behind, waiting = {name}, [name]
        while waiting:
            new = named.get(waiting.pop(), set()) - behind
            behind |= new
            waiting += new
        digest = hashlib.sha256(b"\0".join(self._files[one] for one in sorted(behind))).hexdigest()[:10]
        stem, dot, suffix = name.rpartition(".")
        return f"{stem}.{digest}{dot}{suffix}"

    def _rewritten(self, name: str) -> bytes:
        if not name.endswith(_TEXT):
            return self._files[name]

        def renamed(match: re.Match[str]) -> str:
            target = self._target(name, match[2])
            if target not in self.names:
                return match[0]
            address = posixpath.relpath(self.names[target], posixpath.dirname(name))
            return match[1] + (address if address.startswith(".") else f"./{address}")

        return _NAMED.sub(renamed, self._files[name].decode()).encode()

    def in_page(self, html: str) -> str:
        """The page with the new names wherever an attribute leads to one of the files."""

        def renamed(match: re.Match[str]) -> str:
            new = self.names.get(match[0])
            return new if new and _ATTRIBUTE.search(html, max(0, match.start() - 300), match.start()) else match[0]

        return _IN_PAGE.sub(renamed, html)
