"""Pages as MkDocs has them, ours and those written by hand: converted from Markdown and framed only if they would come out differently than last time.

What a page is made of is known exactly: the Markdown it would be written in and the files its links were looked up
among, and for its frame the templates, the configuration and the navigation. HTML waits on disk until it is wanted.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from generator.drafts import DraftPage, Facts
from generator.listening import listening
from generator.pages.remembered import Writer
from generator.remembering import makers
from generator.remembering.digests import Digests
from generator.remembering.ledger import Ledger, Line
from generator.remembering.questions import Notes, Question
from generator.remembering.store import Store

_SHOWN = ("site_name", "site_description", "site_author", "site_url", "repo_url", "extra", "extra_css", "extra_javascript", "copyright")
"""What frames show of the configuration."""
_LEADS_TO = "datei"
"""The question where a link's target leads, beside those to the catalogue."""
_LEDGER = "verzeichnis"
_KEPT = ("inhalt", "html", "seite")
"""What the store holds of a page: facts, HTML and the whole page."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A page anew: what the ledger and the store are to keep of it."""

    line: Line
    asked: Notes
    facts: str
    html: str
    lasting: bool
    """Not if MkDocs warned of something, which it shall do again in the next build."""


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
        """The facts of the page that is being framed, which everybody asks for."""

    @cached_property
    def _ledger(self) -> Ledger:
        """Fetched when the first page is looked up, which is after everything that needs room for itself."""
        portions = int(self.store.get(_LEDGER, makers.code()) or 0)
        return Ledger.of(self.store.get(f"{_LEDGER} {number}", makers.code()) for number in range(portions))

    # --- from Markdown to HTML ---------------------------------------------------------------------------------------

    def known(self, page: DraftPage) -> bool:
        """Whether the page would be converted into what it was converted into last."""
        for kept in _KEPT:
            self.store.want(f"{kept} {page.draft.path}")
        line = self._ledger.line(page.draft.path)
        if line is None or line.written_with != self._written_with(page) or not self._changed.isdisjoint(line.asked):
            return False
        page.line = line
        return True

    @cached_property
    def _changed(self) -> frozenset[int]:
        return self._ledger.changed(self._answer)

    def _answer(self, question: Question) -> str | None:
        return self._leads_to(str(question[1])) if question[0] == _LEADS_TO else self._writer.answer(question)

    def _written_with(self, page: DraftPage) -> str:
        return self._digests.of(self._made_with, self._writer.written_with(page.draft))

    def convert(self, page: DraftPage, aloud: bool = False) -> Converted:
        """What MkDocs has to say about the page is heard only if it is said aloud."""
        written, notes = self._writer.write(page.draft)
        files = _Asked(self.files)
        plain = Page(None, copy(page.file), self._config)
        plain.markdown = written.body
        with listening("mkdocs.structure.pages", logging.INFO, aloud) as warned:
            plain.render(self._config, cast(Files, files))
        html = plain.content or ""
        facts = Facts(dict(written.meta), [_token(anchor) for anchor in plain.toc])
        line = Line(
            self._written_with(page),
            self._digests.of(facts, html),
            " ".join(sorted(plain.present_anchor_ids or ())),
            {file.src_uri: found for file, found in (plain.links_to_anchors or {}).items()},
        )
        asked = notes | {(_LEADS_TO, path): url for path, url in files.asked.items()}
        return Converted(line, asked, json.dumps(asdict(facts), ensure_ascii=False), html, lasting=not warned)

    def keep(self, page: DraftPage, converted: Converted) -> None:
        page.line = replace(converted.line, asked=self._ledger.numbers(converted.asked))
        page.lasting = converted.lasting
        self._last = None
        self.store.put(f"inhalt {page.draft.path}", page.line.content, converted.facts)
        self.store.put(f"html {page.draft.path}", page.line.content, converted.html)

    def say_again(self, page: DraftPage) -> None:
        """What was said of the page when not all files were there yet, if it still holds, and in this process."""
        if not page.lasting:
            self.keep(page, self.convert(page, aloud=True))

    def facts(self, page: DraftPage) -> Facts:
        if self._last is None or self._last[0] is not page:
            self._last = page, Facts(**json.loads(self._fetched("inhalt", page)))
        return self._last[1]

    def html(self, page: DraftPage) -> str:
        return self._fetched("html", page)

    def _fetched(self, kind: str, page: DraftPage) -> str:
        """From the store, after converting the page anew where it is not there."""
        found = self.store.get(f"{kind} {page.draft.path}", page.line.content)
        if found is None:
            self.keep(page, self.convert(page))
            found = self.store.get(f"{kind} {page.draft.path}", page.line.content)
        assert found is not None
        return found

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
        return self.store.get(f"seite {page.draft.path}", self._framed_with(page))

    def remember_framed(self, page: DraftPage, html: str) -> None:
        if page.lasting:
            self.store.put(f"seite {page.draft.path}", self._framed_with(page), html)

    def _framed_with(self, page: DraftPage) -> str:
        return self._digests.of(self._frame, page.line.content, page.update_date, page.title)

    # --- as it was published -----------------------------------------------------------------------------------------

    def published(self, page: DraftPage, finished_with: str) -> str | None:
        """The digest of the page as it would be published, if it would be published as it was."""
        return page.line.finished if page.line.framed_with == self._published_with(page, finished_with) else None

    def remember_published(self, page: DraftPage, finished_with: str, digest: str) -> None:
        page.line = replace(page.line, framed_with=self._published_with(page, finished_with), finished=digest)

    def _published_with(self, page: DraftPage, finished_with: str) -> str:
        return self._digests.of(self._framed_with(page), finished_with)

    def remember(self, pages: Iterable[DraftPage]) -> None:
        """These pages, and no others, for the next build."""
        lines = {page.draft.path: page.line for page in pages if page.lasting}
        count = 0
        for portion in self._ledger.portions(lines):
            self.store.put(f"{_LEDGER} {count}", makers.code(), portion)
            count += 1
        self.store.put(_LEDGER, makers.code(), str(count))


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
