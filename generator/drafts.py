"""Pages in MkDocs' hands: ours and those written by hand, each asked for its parts and fetching them only then."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils.meta import get_data

from generator.pages.rendering import Page as Draft
from generator.pages.rendering import Written
from generator.remembering.ledger import Line

FRAMED = "gerahmt.html"
"""The template of a page whose frame is known already."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What frames show of a page beside its HTML."""

    meta: dict[str, Any]
    toc: Sequence[Any]


class Keeper(Protocol):
    """Who knows the parts of a page."""

    files: Files

    @property
    def framing(self) -> bool:
        """Whether pages are put into their frames by now."""

    def facts(self, page: DraftPage) -> Facts: ...

    def html(self, page: DraftPage) -> str: ...

    def framed(self, page: DraftPage) -> str | None:
        """The whole page, if it is known."""


class DraftPage(Page):
    """A page of ours. MkDocs asks it for its parts as any other page; it fetches them when asked."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, draft: Draft, keeper: Keeper) -> None:
        self.draft = draft
        self.line = Line("", "", "", {})
        self.lasting = True
        """Whether the next build may take it over."""
        self.taken = False
        """From the old site, as it stands there."""
        self.finished: str | None = None
        """The whole page, between the moment it is found in the store and the moment it is written."""
        self._keeper = keeper
        self._looked_up = False
        super().__init__(title or draft.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        found = {self._keeper.files.get_file_from_path(path): links for path, links in self.line.links.items()}
        self.present_anchor_ids = set(self.line.anchors.split())
        self.links_to_anchors = {file: links for file, links in found.items() if file}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Everything is there, or comes when it is asked for."""

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """The first to ask, when pages are framed, is MkDocs, which wants to know the template."""
        if self._keeper.framing and not self._looked_up:
            self._looked_up = True
            self.finished = "" if self.taken else self._keeper.framed(self)
        return self._facts.meta if self.finished is None else {"template": FRAMED}

    @meta.setter
    def meta(self, value: object) -> None: ...

    @property
    def toc(self) -> TableOfContents:
        return get_toc(list(self._facts.toc))

    @toc.setter
    def toc(self, value: object) -> None: ...

    @property
    def content(self) -> Any:
        return _Html(self._keeper, self)

    @content.setter
    def content(self, value: object) -> None: ...

    @property
    def _facts(self) -> Facts:
        return self._keeper.facts(self)


@dataclass(frozen=True, slots=True)
class _Html:
    """The HTML of a page, for templates, which write it out only when they come to it."""

    keeper: Keeper
    page: DraftPage

    def __str__(self) -> str:
        return self.keeper.html(self.page)


def by_hand(file: File) -> Draft | None:
    """A page that somebody wrote, to be remembered like ours. With a head that holds more than texts it is left to MkDocs."""
    try:
        body, meta = get_data(file.content_string)
    except (OSError, UnicodeDecodeError):  # MkDocs will say so
        return None
    if not meta.get("title") or not all(isinstance(value, str) for value in meta.values()):
        return None
    return Draft(file.src_uri, "", meta["title"], meta.get("description", ""), by_hand=Written(meta, body))
