"""Pages in Markdown, with all that they were written with and all that they asked on the way."""

from __future__ import annotations

from functools import cache
from typing import cast

from generator.catalogue import Catalogue
from generator.pages.rendering import Page, Renderer, Written
from generator.publication import Publication
from generator.remembering import makers
from generator.remembering.digests import Digests
from generator.remembering.questions import Notes, Question, Questions


class Writer:
    def __init__(self, catalogue: Catalogue, publication: Publication) -> None:
        self._digests = Digests()
        self._questions = Questions(catalogue, self._digests)
        self._renderer = Renderer(cast(Catalogue, self._questions), publication)
        self._made_with = self._digests.of(makers.code(), publication)
        self._template = cache(makers.template)

    def written_with(self, page: Page) -> str:
        """Changes with the page's own values, its template and the code."""
        template = self._template(f"{page.template}.md.jinja") if page.template else ""
        return self._digests.of(self._made_with, template, page)

    def answer(self, question: Question) -> str:
        """What the catalogue answers today, as a digest."""
        return self._questions.digest(question)

    def write(self, page: Page) -> tuple[Written, Notes]:
        with self._questions.noted() as notes:
            return self._renderer.write(page), notes
