"""Hands the files of the site to MkDocs. With `building`, the only module that knows MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import history, hosting
from generator.assets import FOLDER, Assets
from generator.catalogue import Catalogue
from generator.checking.formats import as_text, summary
from generator.exports.feed import as_moment
from generator.exports.moved import moved
from generator.files import SiteFile
from generator.finishing import Finisher
from generator.forms.doors import WrongSettings, with_doors
from generator.history import History
from generator.links.memory import BadMemory, recall
from generator.problems import BadInput, Problem
from generator.publication import Publication
from generator.records.fields import Record
from generator.security import protected
from generator.site import load, site
from generator.wording import day

_LOG = get_plugin_logger("wissensspeicher")
_CODE = Path(__file__).parent

Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, and how much there is."""


class Settings(Config):
    datensaetze = config_options.Type(str, default="measures")
    """The records folder, seen from mkdocs.yml."""


class WissensspeicherPlugin(BasePlugin[Settings]):
    catalogue: Catalogue
    problems: list[Problem]
    progress: Progress = staticmethod(lambda step, done, total: None)
    _finisher: Finisher
    _history: History
    _records: dict[str, Record]
    """The record of every page that shows one, by the page's file."""
    _beside: list[SiteFile]
    """What MkDocs does not need to see."""
    _pages = _done = 0
    _serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence keeps this object alive over the rebuilds of `serve`."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch what pages are made of, so that `serve` notices every change, and put up the doors."""
        try:
            config.extra["tueren"] = with_doors(config.extra)["tueren"]
        except WrongSettings as error:
            raise PluginError(str(error)) from None
        config.watch += [
            str(self._folder(config)),
            str(_CODE / "pages" / "templates"),
            str(_CODE / "search" / "browser"),
            *self._custom_dir(config),
        ]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every generated page to the hand-written ones."""
        folder = self._folder(config)
        if not folder.is_dir():
            raise PluginError(f"Den Ordner mit den Datensätzen gibt es nicht: {folder}")
        self.progress("Datensätze lesen und prüfen", 0, 1)
        try:
            self.catalogue, self.problems = load(folder)
            memory = recall(folder)
        except BadInput as bad:
            raise PluginError(f"Die Datensätze enthalten Fehler.\n{as_text(bad.problems, folder.name)}") from None
        except BadMemory as error:
            raise PluginError(str(error)) from None
        _LOG.info(summary(self.problems, sum(map(len, self.catalogue.kinds().values()))))
        config.extra["stand"] = day(self.catalogue.stand)
        publication = Publication.of(config)
        self._history = history.read(folder)
        self._records, self._beside = {}, []
        by_file = {record.file: record for records in self.catalogue.kinds().values() for record in records.values()}
        self.progress("Seiten und Daten erzeugen", 0, 1)
        for made in site(self.catalogue, Path(config.docs_dir), memory, publication, self._history):
            if made.finished:
                self._beside.append(made)
                continue
            if made.source:
                if files.get_file_from_path(made.path):
                    raise PluginError(
                        f"{made.source}: So heißt schon die Seite docs/{made.path}. Geben Sie dem Datensatz einen anderen Namen."
                    )
                self._records[made.path] = by_file[made.source]
            is_page = made.path.endswith(".html") and not self._serving
            files.append(File.generated(config, made.path, content=protected(str(made.content)) if is_page else made.content))
        self._finisher = Finisher(self._assets(files, config), with_policy=not self._serving)
        return files

    @staticmethod
    def _assets(files: Files, config: MkDocsConfig) -> Assets:
        """Take the assets out and put them back under the names of their content, without the theme's, which no page loads."""
        found = {file.src_uri: file for file in files if file.src_uri.startswith(FOLDER)}
        kept = {name: file.content_bytes for name, file in found.items() if not _from_theme(file, config)}
        assets = Assets(kept, _mentions(config))
        for file in found.values():
            files.remove(file)
        for name, content in assets.content.items():
            files.append(File.generated(config, name, content=content))
        return assets

    # --- page by page ------------------------------------------------------------------------------------------------

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self._pages, self._done = len(files.documentation_pages()), 0

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        self._done += 1
        self.progress("Seiten umwandeln", self._done, self._pages)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        self._done = 0

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """A page is as old as its record, whatever the clock says: the site map tells search engines so."""
        record = self._records.get(page.file.src_uri)
        changed = self._history.get(record.file) if record else None
        page.update_date = changed.updated[:10] if changed else as_moment(self.catalogue.stand)[:10]
        return page

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        self._done += 1
        self.progress("Seiten schreiben", self._done, self._pages)
        return self._finisher.page(output, "../" * page.url.count("/"), self._records.get(page.file.src_uri))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name == "sitemap.xml" and not config.site_url:
            return ""  # a site map names whole addresses or nothing
        return self._finisher.page(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self.progress("Daten schreiben", 0, 1)
        for made in (*self._beside, *hosting.files(moved(self.catalogue))):
            path = Path(config.site_dir, made.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made.data)

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.datensaetze

    @staticmethod
    def _custom_dir(config: MkDocsConfig) -> list[Any]:
        return [config.theme.custom_dir] if config.theme.custom_dir else []


def _from_theme(file: File, config: MkDocsConfig) -> bool:
    """Our frame stands on its own: scripts, styles and pictures of the theme below it are needless."""
    path = Path(file.abs_src_path) if file.abs_src_path else None
    below = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
    return path is not None and any(path.is_relative_to(folder) for folder in below)


def _mentions(config: MkDocsConfig) -> str:
    """Every text of configuration and templates that may name an asset."""
    templates = [path for folder in filter(None, [config.theme.custom_dir]) for path in sorted(Path(folder).rglob("*.html"))]
    named = [*config.extra_css, *config.extra_javascript, config.theme.get("logo"), config.theme.get("favicon")]
    return "\n".join([*(path.read_text("utf-8") for path in templates), *map(str, named)])
