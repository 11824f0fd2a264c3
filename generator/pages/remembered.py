"""Pages in Markdown, written only if they would come out differently than last time."""

from __future__ import annotations

from functools import cache
from typing import cast

from generator.catalogue import Catalogue
from generator.pages.rendering import Page, Renderer, Written
from generator.publication import Publication
from generator.remembering import makers
from generator.remembering.digests import Digests
from generator.remembering.questions import Notes, Questions, as_notes, as_text
from generator.remembering.store import Store


class Writer:
    def __init__(self, catalogue: Catalogue, publication: Publication, store: Store) -> None:
        self._digests = Digests()
        self._questions = Questions(catalogue, self._digests)
        self._renderer = Renderer(cast(Catalogue, self._questions), publication)
        self._store = store
        self._made_with = self._digests.of(makers.code(), publication)
        self._template = cache(makers.template)

    def known(self, page: Page) -> str | None:
        """The digest of the page as it was written last, if it would be written the same now."""
        found = self._store.get(f"quelle {page.path}", self._key(page))
        if found is None:
            return None
        digest, _, notes = found.partition("\n")
        return digest if self._questions.still_answered(as_notes(notes)) else None

    def write(self, page: Page) -> tuple[Written, str, Notes]:
        with self._questions.noted() as notes:
            written = self._renderer.write(page)
        return written, self._digests.of(written.meta, written.body), notes

    def row(self, page: Page, digest: str, notes: Notes) -> tuple[str, str, str]:
        """What to keep of it: name, key and value for the store."""
        return f"quelle {page.path}", self._key(page), f"{digest}\n{as_text(notes)}"

    def _key(self, page: Page) -> str:
        return self._digests.of(self._made_with, self._template(f"{page.template}.md.jinja"), page)
