"""Templates to pages: the environment, and the few words every template can use."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import frontmatter
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import notes, pictures, wording
from generator.addresses import TERM_FOLDERS, Crumb, href, page_of, page_of_term, section_of, url_of
from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.pages.linked_data import linked_data
from generator.pages.markdown import plain, prose
from generator.publication import PROGRAMME, Publication
from generator.records.fields import Part, Record, short_address
from generator.records.vokabular import Begriff

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*\n")


@dataclass(frozen=True, slots=True)
class Written:
    """A page in Markdown: what it says of itself, and what it says."""

    meta: Mapping[str, Any]
    body: str

    def __str__(self) -> str:
        return frontmatter.dumps(frontmatter.Post(self.body, **self.meta), sort_keys=False, width=10_000) + "\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be: which template, where to, and what it is about."""

    path: str
    template: str
    title: str
    description: str
    values: Mapping[str, Any] = field(default_factory=dict)
    record: Record | None = None
    kind: str = ""
    """Lets the theme treat a page without a record in its own way, such as the start page."""
    above: tuple[Crumb, ...] = ()
    """Pages between its section and itself."""
    by_hand: Written | None = None
    """What it says, where somebody wrote it, so that it needs no template."""


class Renderer:
    def __init__(self, catalogue: Catalogue, publication: Publication) -> None:
        self._publication = publication
        self._environment = _environment()
        self._catalogue = catalogue
        self._values = {"katalog": catalogue, "ausgabe": publication, "begriff": catalogue.begriff}

    def render(self, page: Page) -> SiteFile:
        return SiteFile(page.path, str(self.write(page)))

    def write(self, page: Page) -> Written:
        if page.by_hand:
            return page.by_hand
        values = {**self._values, **page.values, "hier": page.path, "titel": page.title}
        body = self._environment.get_template(f"{page.template}.md.jinja").render(values)
        description = page.description.replace(PROGRAMME, self._publication.programme)
        meta: dict[str, Any] = {"title": page.title, "description": description}
        if crumbs := [crumb for crumb in (*section_of(page.path), *page.above) if crumb[1] != page.path]:
            meta |= {"pfad": [{"titel": title, "ziel": url_of(path)} for title, path in crumbs], "bereich": url_of(crumbs[0][1])}
        if page.kind:
            meta |= {"art": page.kind}
        if page.record is not None:
            meta |= {"jsonld": linked_data(self._catalogue, page.record, description, self._publication)}
            meta |= {"art": page.record.file.partition("/")[0], "kennung": page.record.id, "datei": page.record.file}
            if meta["art"] in ("massnahmen", "modellprojekte", "strategien"):
                meta["projekt"] = page.record.id.partition("/")[0]
        return Written(meta, _BLANK_LINES.sub("\n\n", body).strip())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.pages"),
        autoescape=True,
        finalize=plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters |= {"prosa": prose, "kennung": Markup, **wording.FILTERS}
    environment.globals |= {
        "link": _link,
        "thema": _term_link,
        "quelle": _source_link,
        "extern": _external,
        "feldname": _field_name,
        "ziel": _href,
    }
    environment.globals |= {"bild": pictures, "merken": notes.buttons}
    return environment


@pass_context
def _link(context: Context, target: Record | str, text: str | None = None) -> Markup:
    """A link from the page being written to a record or to another page."""
    path = target if isinstance(target, str) else page_of(target)
    words = text or ("" if isinstance(target, str) else str(getattr(target, "titel", target.id)))
    return _markdown_link(words, _relative(context["hier"], path))


@pass_context
def _term_link(context: Context, vocabulary: str, term: str) -> Markup:
    found: Begriff = context["katalog"].begriff(vocabulary, term)
    if vocabulary not in TERM_FOLDERS:
        return plain(found.name)
    marks = f"{{: .ws-thema .symbol-{found.id} }}" if found.symbol else ""
    return _markdown_link(found.name, _relative(context["hier"], page_of_term(vocabulary, found))) + Markup(marks)


@pass_context
def _href(context: Context, target: Record | str) -> str:
    """The address for a link in raw HTML, which MkDocs leaves as it is."""
    return href(context["hier"], target if isinstance(target, str) else page_of(target))


def _field_name(record: Part, field: str) -> str:
    """What a field is called on pages: its title in the model."""
    return str(type(record).model_fields[field].title)


def _source_link(source: Any) -> Markup:
    return _external(source.url, source.name) if source.url else plain(source.name)


def _external(url: str, text: str | None = None) -> Markup:
    return _markdown_link(text or short_address(url), url)


def _markdown_link(text: str, address: str) -> Markup:
    safe = "".join(character if character not in "()<>\\*_`[]{}|" else f"%{ord(character):02X}" for character in address)
    return Markup(f"[{plain(text)}]({safe})")


def _relative(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")
