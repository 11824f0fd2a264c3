"""What MkDocs is told at every step of its build: whose records, which pages, converted how, finished how."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator import history, hosting
from generator.aside import Aside, shared
from generator.catalogue import Catalogue
from generator.checking.formats import as_text, summary
from generator.converting import Converter
from generator.drafts import FRAMED, DraftPage, by_hand
from generator.exports.moved import moved
from generator.files import SiteFile
from generator.finishing import Finisher
from generator.forms.doors import doors_for_templates
from generator.history import History
from generator.links.memory import BadMemory, Memory, recall
from generator.pages.remembered import Writer
from generator.placing import add, taken_along, write, written
from generator.preview import Preview, Shown
from generator.problems import BadInput, Problem
from generator.publication import Publication
from generator.reading.earlier import Earlier
from generator.records.fields import Record
from generator.remembering import makers
from generator.remembering.digests import Digests
from generator.remembering.store import Store
from generator.settings import WrongSettings
from generator.site import load, pages, products
from generator.wording import day

_LOG = get_plugin_logger("wissensspeicher")
_CODE = Path(__file__).parent
STORE = Path(".cache", "wissensspeicher.sqlite")
"""Beside mkdocs.yml: what the next build may take over from this one."""

Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, and how much there is."""


class Settings(Config):
    datensaetze = config_options.Type(str, default="measures")
    """The records folder, seen from mkdocs.yml."""


class WissensspeicherPlugin(BasePlugin[Settings]):
    catalogue: Catalogue
    problems: list[Problem]
    progress: Progress = staticmethod(lambda step, done, total: None)
    _publication: Publication
    _finisher: Finisher
    _history: History
    _converter: Converter
    _nav: Navigation
    _store: Store | None = None
    _drafts: Sequence[DraftPage] = ()
    _memory: Memory
    _shown: Shown
    before: Path | None = None
    """The site that the new one takes the place of."""
    _products: Sequence[Aside[SiteFile]] = ()
    """What else the site is made of; done by other processes while the pages are converted."""
    _pages = _done = 0
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence keeps this object alive over the rebuilds of `serve`."""
        self._serving = command == "serve"

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
        Preview(builder, lambda: self._shown).attend(server, config)
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check, before MkDocs touches the old site, and tell the theme. `serve` watches all that pages are made of."""
        try:
            self._publication = Publication.of(config)
        except WrongSettings as error:
            raise PluginError(str(error)) from None
        folder = self._folder(config)
        if not folder.is_dir():
            raise PluginError(f"Den Ordner mit den Datensätzen gibt es nicht: {folder}")
        self.progress("Datensätze lesen und prüfen", 0, 1)
        self._store = Store(Path(config.config_file_path or ".").resolve().parent / STORE)
        try:
            self.catalogue, self.problems = load(folder, Earlier(self._store, makers.code()))
            self._memory = recall(folder)
        except BadInput as bad:
            raise PluginError(f"Die Datensätze enthalten Fehler.\n{as_text(bad.problems, folder.name)}") from None
        except BadMemory as error:
            raise PluginError(str(error)) from None
        _LOG.info(summary(self.problems, sum(map(len, self.catalogue.kinds().values()))))
        config.extra |= told_to_the_theme(self._publication, self.catalogue)
        config.watch += [str(folder), str(_CODE / "pages" / "templates"), str(_CODE / "search" / "browser"), *self._custom_dir(config)]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every generated page to the hand-written ones, and take care of both."""
        self.progress("Seiten und Daten erzeugen", 0, 1)
        self._history = history.read(self._folder(config))
        gc.freeze()  # what was read stays until the end; nobody needs to look for garbage in it, which would copy what processes share
        parts = products(self.catalogue, Path(config.docs_dir), self._publication, self._history)
        self._products = [self._begun(part, Path(config.site_dir)) for part in parts]
        assert self._store
        self._converter = Converter(Writer(self.catalogue, self._publication), self._store, config)
        titles = dict(_titles(config.nav or []))
        for file in files.documentation_pages():
            if written := by_hand(file):
                DraftPage(titles.get(written.path), file, config, written, self._converter)
        for draft in pages(self.catalogue, self._memory):
            Aside.free_cores()
            if draft.record and files.get_file_from_path(draft.path):
                raise PluginError(
                    f"{draft.record.file}: So heißt schon die Seite docs/{draft.path}. Geben Sie dem Datensatz einen anderen Namen."
                )
            file = File.generated(config, draft.path, content="")
            DraftPage(titles.get(draft.path), file, config, draft, self._converter)
            files.append(file)
        return files

    def _begun(self, part: Iterator[SiteFile], folder: Path) -> Aside[SiteFile]:
        return Aside(lambda: (written(product, folder, not self._serving, self.before) for product in part))

    # --- page by page ------------------------------------------------------------------------------------------------

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """All files are known now, so links can be resolved: convert what has changed."""
        self._nav = nav
        gc.freeze()  # and so does what has come since
        self._converter.files = files
        self._drafts = [file.page for file in files.documentation_pages() if isinstance(file.page, DraftPage)]
        new = list(self._unknown())
        new.sort(key=lambda page: page.draft.record is not None)  # overviews, which take longest, come first
        if omitted := _omitted(self._drafts, nav):
            listed = "".join(f"\n  - {path}" for path in omitted)
            _LOG.log(config.validation.nav.omitted_files, f"mkdocs.yml: Weder unter nav noch unter not_in_nav stehen:{listed}")
        old = len(self._drafts) - len(new)
        self.progress("Seiten umwandeln", old, len(self._drafts))
        for done, (page, converted) in enumerate(shared(self._converter.convert, new), old + 1):
            self._converter.keep(page, converted)
            self.progress("Seiten umwandeln", done, len(self._drafts))
        last_first = reversed(self._products)  # what no other process has begun yet is done here, while the others go on
        assets = add((product for part in last_first for product in part.results()), files, config)
        self._finisher = Finisher(assets, with_policy=not self._serving)
        for page in new:
            self._converter.say_again(page)

    def _unknown(self) -> Iterator[DraftPage]:
        for page in self._drafts:
            Aside.free_cores()
            if not self._converter.known(page):
                yield page

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are converted now."""
        self._converter.frame_with(self._nav, Path(config.theme.custom_dir) if config.theme.custom_dir else None)
        if self.before:
            for page in self._drafts:
                page.taken = self._taken_along(page, self.before)
        self._shown = Shown(self.catalogue, self._publication, self._folder(config), config, files, self._nav, env)
        env.loader = ChoiceLoader([DictLoader({FRAMED: "{{ page.finished }}"}), *([env.loader] if env.loader else [])])
        self._pages, self._done = len(files.documentation_pages()), 0

    def _taken_along(self, page: DraftPage, before: Path) -> bool:
        """Whether the page could be taken over from the old site, if it still stands there as it would be published."""
        digest = self._converter.published(page, self._finisher.key)
        new = Path(page.file.abs_dest_path)
        return digest is not None and taken_along(before / page.file.dest_uri, lambda data: Digests().of(data) == digest, new)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """A page is as old as its record, whatever the clock says: the site map tells search engines so."""
        record = _record(page)
        changed = self._history.get(record.file) if record else None
        page.update_date = changed.updated[:10] if changed else history.as_moment(self.catalogue.stand)[:10]
        return page

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        self._done += 1
        self.progress("Seiten schreiben", self._done, self._pages)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        if not isinstance(page, DraftPage):
            return self._finisher.page(self._finisher.linked(output, page.url))
        if page.finished is None:
            page.finished = self._finisher.linked(output, page.url, _record(page))
            self._converter.remember_framed(page, page.finished)
        whole = self._finisher.page(page.finished) if not page.taken else ""
        page.finished = None
        if whole and page.lasting:
            self._converter.remember_published(page, self._finisher.key, Digests().of(whole.encode()))
        return whole

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml" and not config.site_url:
            return ""  # a site map names whole addresses or nothing
        return self._finisher.page(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.progress("Daten schreiben", 0, 1)
        for file in hosting.files(moved(self.catalogue)):
            write(file, Path(config.site_dir))
        self._leave(complete=True)

    def on_build_error(self, *, error: Exception) -> None:
        self._leave(complete=False)

    def _leave(self, complete: bool) -> None:
        if self._store is not None:
            for part in self._products:
                part.stop()
            if complete:
                self._converter.remember(self._drafts)
            self._store.close(complete)
            self._store = None
            gc.unfreeze()

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.datensaetze

    @staticmethod
    def _custom_dir(config: MkDocsConfig) -> list[Any]:
        return [config.theme.custom_dir] if config.theme.custom_dir else []


def told_to_the_theme(publication: Publication, catalogue: Catalogue) -> dict[str, Any]:
    """What frames show of the records and of whom to write to, beside what stands under `extra` in mkdocs.yml."""
    return {
        "tueren": doors_for_templates(publication.contributing),
        "stand": day(catalogue.stand),
        "suchbeispiel": next(iter(catalogue.suchbeispiele), ""),
    }


def _record(page: Page) -> Record | None:
    """What the page shows, if it shows a record."""
    return page.draft.record if isinstance(page, DraftPage) else None


def _omitted(drafts: list[DraftPage], nav: Navigation) -> list[str]:
    """MkDocs looks for them among files that have no page yet; ours all have one."""
    named = {page.file.src_uri for page in nav.pages}
    return [page.file.src_uri for page in drafts if page.file.inclusion.is_in_nav() and page.file.src_uri not in named]


def _titles(nav: Any) -> Iterator[tuple[str, str]]:
    """The pages that the navigation calls by a name of its own."""
    for item in nav:
        for title, target in item.items() if isinstance(item, dict) else ():
            if isinstance(target, str):
                yield target, title
            else:
                yield from _titles(target)
