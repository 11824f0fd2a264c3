"""Pages of ours as MkDocs has them: converted from Markdown and framed only if they would come out differently than last time.

What a page is made of is known exactly: the Markdown it would be written in and the files its links were looked up
among, and for its frame the templates, the configuration and the navigation. HTML waits on disk until it is wanted.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from copy import copy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from generator.listening import listening
from generator.pages.remembered import Writer
from generator.pages.rendering import Page as Draft
from generator.remembering import makers
from generator.remembering.digests import Digests
from generator.remembering.store import Store

FRAMED = "gerahmt.html"
"""The template of a page whose frame is known already."""
_ONCE = "nur dieser Bau"
"""The key of what no later build may take over: what MkDocs warned of shall be warned of again."""
_SHOWN = ("site_name", "site_description", "site_author", "site_url", "repo_url", "extra", "extra_css", "extra_javascript", "copyright")
"""What frames show of the configuration."""
Row = tuple[str, str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the conversion of a page yields beside its HTML."""

    looked_up: Mapping[str, str | None]
    """Where a link's target leads, by the path that was asked for. None: there was no such page."""
    meta: dict[str, Any]
    toc: Sequence[Any]
    anchors: Sequence[str]
    links: Mapping[str, dict[str, str]]
    """The anchors on other pages that this one leads to."""
    html: str
    """The digest of the HTML."""


class Converter:
    def __init__(self, writer: Writer, store: Store, config: MkDocsConfig) -> None:
        self.files = Files([])
        self.store = store
        self._writer = writer
        self._config = config
        self._digests = Digests()
        settings = (config.markdown_extensions, config.mdx_configs, config.validation)
        self._made_with = self._digests.of(makers.code(), *map(repr, settings))
        self._frame = ""
        self._last: tuple[DraftPage, Facts] | None = None
        """The facts of the page that is being worked at, which everybody asks for."""

    # --- from Markdown to HTML ---------------------------------------------------------------------------------------

    def known(self, page: DraftPage) -> bool:
        """Whether the page would be converted into what it was converted into last."""
        source = self._writer.known(page.draft)
        if source is None:
            return False
        page.key = self._key(source)
        self.store.want(f"html {page.draft.path}")
        facts = self._stored(page)
        return facts is not None and all(self._leads_to(path) == url for path, url in facts.looked_up.items())

    def convert(self, page: DraftPage, aloud: bool = False) -> list[Row]:
        """The page anew, as rows for the store. What MkDocs has to say about it is heard only if it is said aloud."""
        written, digest, notes = self._writer.write(page.draft)
        files = _Asked(self.files)
        plain = Page(None, copy(page.file), self._config)
        plain.markdown = written.body
        with listening("mkdocs.structure.pages", logging.INFO, aloud) as warned:
            plain.render(self._config, cast(Files, files))
        html = plain.content or ""
        facts = Facts(
            files.asked,
            dict(written.meta),
            [_token(anchor) for anchor in plain.toc],
            sorted(plain.present_anchor_ids or ()),
            {file.src_uri: found for file, found in (plain.links_to_anchors or {}).items()},
            self._digests.of(html),
        )
        page.key = _ONCE if warned else self._key(digest)
        self._last = None
        return [
            self._writer.row(page.draft, digest, notes),
            (f"inhalt {page.draft.path}", page.key, json.dumps(asdict(facts), ensure_ascii=False)),
            (f"html {page.draft.path}", facts.html, html),
        ]

    def say_again(self, page: DraftPage) -> None:
        """What was said of the page when not all files were there yet, if it still holds, and in this process."""
        if page.key == _ONCE:
            self.keep(self.convert(page, aloud=True))

    def facts(self, page: DraftPage) -> Facts:
        if self._last is None or self._last[0] is not page:
            self._last = page, self._fetched(page, lambda: self._stored(page))
        return self._last[1]

    def html(self, page: DraftPage) -> str:
        return self._fetched(page, lambda: self.store.get(f"html {page.draft.path}", self.facts(page).html))

    def _fetched(self, page: DraftPage, get: Callable[[], T | None]) -> T:
        """From the store, after converting the page anew where it is not there."""
        found = get()
        if found is None:
            self.keep(self.convert(page))
            found = get()
        assert found is not None
        return found

    def keep(self, rows: list[Row]) -> None:
        for row in rows:
            self.store.put(*row)

    def _stored(self, page: DraftPage) -> Facts | None:
        found = self.store.get(f"inhalt {page.draft.path}", page.key)
        return None if found is None else Facts(**json.loads(found))

    def _key(self, source: str) -> str:
        return self._digests.of(self._made_with, source)

    def _leads_to(self, path: str) -> str | None:
        file = self.files.src_uris.get(path)
        return file.url if file else None

    # --- from HTML to the whole page ---------------------------------------------------------------------------------

    def frame_with(self, navigation: Navigation, templates: Path | None) -> None:
        """From here on pages are framed, and every title of the navigation is known."""
        shown = [repr(self._config[name]) for name in _SHOWN]
        theme = {name: repr(value) for name, value in self._config.theme.items()}
        self._frame = self._digests.of(
            makers.code(), shown, theme, makers.theme(templates) if templates else "", list(_places(navigation.items))
        )

    @property
    def framing(self) -> bool:
        return bool(self._frame)

    def framed(self, page: DraftPage) -> str | None:
        """The page in its frame, if nothing about either has changed."""
        return self.store.get(f"seite {page.draft.path}", self._frame_key(page))

    def remember_framed(self, page: DraftPage, html: str) -> None:
        if page.key != _ONCE:
            self.store.put(f"seite {page.draft.path}", self._frame_key(page), html)

    def _frame_key(self, page: DraftPage) -> str:
        return self._digests.of(self._frame, page.key, self.facts(page).html, page.update_date, page.title)


class DraftPage(Page):
    """A page of ours. MkDocs asks it for its parts as any other page; it fetches them when asked."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, draft: Draft, converter: Converter) -> None:
        self.draft = draft
        self.key = ""
        self.finished: str | None = None
        """The whole page, between the moment it is found in the store and the moment it is written."""
        self._converter = converter
        self._looked_up = False
        super().__init__(title or draft.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        facts = self._converter.facts(self)
        found = {self._converter.files.get_file_from_path(path): links for path, links in facts.links.items()}
        self.present_anchor_ids = set(facts.anchors)
        self.links_to_anchors = {file: links for file, links in found.items() if file}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Everything is there, or comes when it is asked for."""

    @property
    def meta(self) -> MutableMapping[str, Any]:
        """The first to ask, when pages are framed, is MkDocs, which wants to know the template."""
        if self._converter.framing and not self._looked_up:
            self._looked_up = True
            self.finished = self._converter.framed(self)
        return self._converter.facts(self).meta if self.finished is None else {"template": FRAMED}

    @meta.setter
    def meta(self, value: object) -> None: ...

    @property
    def toc(self) -> TableOfContents:
        return get_toc(list(self._converter.facts(self).toc))

    @toc.setter
    def toc(self, value: object) -> None: ...

    @property
    def content(self) -> Any:
        return _Html(self._converter, self)

    @content.setter
    def content(self, value: object) -> None: ...


@dataclass(frozen=True, slots=True)
class _Html:
    """The HTML of a page, for templates, which write it out only when they come to it."""

    converter: Converter
    page: DraftPage

    def __str__(self) -> str:
        return self.converter.html(self.page)


class _Asked:
    """The files, and what was asked of them."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.asked: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self._files.get_file_from_path(path)
        self.asked[path] = file.url if file else None
        return file


def _token(anchor: AnchorLink) -> dict[str, Any]:
    return {"name": anchor.title, "id": anchor.id, "level": anchor.level, "children": [_token(child) for child in anchor.children]}


def _places(items: Sequence[Any], depth: int = 0) -> Iterator[tuple[int, str, str]]:
    """The navigation as far as a frame can show it."""
    for item in items:
        yield depth, str(item.title), str(getattr(item, "url", ""))
        yield from _places(item.children or (), depth + 1)
