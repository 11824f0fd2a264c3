"""The hand-written pages, as far as the search reads them: title, description and plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import frontmatter

_CODE = re.compile(r"^(`{3,}).*?^\1`*$", re.MULTILINE | re.DOTALL)
_TAG = re.compile(r"<[^>\n]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_RULE = re.compile(r"^[ \t]*\|?[ \t:|-]+\|?[ \t]*$", re.MULTILINE)
_MARKS = re.compile(r"^[ \t]*(?:#{1,6} |[-*+] |:   |> )|\{:[^}]*\}|[`*|]", re.MULTILINE)
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    path: str
    """Relative to the folder of pages, such as mitmachen/index.md."""
    title: str
    short: str
    text: str

    @property
    def id(self) -> str:
        """mitmachen/pruefung.md is mitmachen/pruefung."""
        return self.path.removesuffix(".md")


def written_pages(folder: Path | None) -> Iterator[WrittenPage]:
    """Every Markdown page below a folder; one that says `suche: false` in its head is left out, of one with `suche: kurz` only
    title and description are read."""
    for file in sorted(folder.rglob("*.md")) if folder else ():
        post = frontmatter.loads(file.read_text("utf-8"))
        if post.metadata.get("suche", True):
            title = _HEADING.search(post.content)
            yield WrittenPage(
                file.relative_to(folder or file).as_posix(),
                _plain(title[1]) if title else str(post.metadata.get("title", file.stem)),
                str(post.metadata.get("description", "")),
                "" if post.metadata.get("suche") == "kurz" else _plain(_HEADING.sub("", post.content, count=1)),
            )


def _plain(markdown: str) -> str:
    text = _LINK.sub(r"\1", _TAG.sub(" ", _CODE.sub(" ", markdown)))
    return " ".join(_MARKS.sub(" ", _RULE.sub(" ", text)).split())
