"""The live preview: the page of a changed record at once, everything else that changes with it a moment later.

A whole build, quick as it may be, makes whoever writes wait. So when only records have changed, their own pages are
written anew first, the browser reloads, and then the whole site follows, which also says what the check has to say.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from watchdog.observers.polling import PollingObserver

from generator.catalogue import Catalogue
from generator.converting import Converter
from generator.drafts import DraftPage
from generator.pages import KINDS_OF_PAGES
from generator.pages.remembered import Writer
from generator.publication import Publication
from generator.reading import entry_of
from generator.reading.files import record_files
from generator.records.fields import Record
from generator.remembering.store import Store

LOOK_EVERY = 0.2
"""Seconds between two looks at the files. MkDocs looks twice a second."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The site as it was built last."""

    catalogue: Catalogue
    publication: Publication
    folder: Path
    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: Environment


class Preview:
    def __init__(self, build: Callable[[], None], shown: Callable[[], Shown]) -> None:
        self._build = build
        self._shown = shown
        self._seen = _stamps(shown().folder)
        self._folder = tempfile.TemporaryDirectory(prefix="wissensspeicher-")
        self._more = Path(self._folder.name, "weiter")
        """Changes when the rest of the site is still to be built; the server watches it like any other file."""

    def attend(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """The server looks more often, and builds in two steps."""
        watched = [path for path in (config.docs_dir, config.config_file_path) if path]
        for path in watched:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=LOOK_EVERY)
        for path in (*watched, str(self._more.parent)):
            server.watch(path)
        server.builder = self.rebuild

    def rebuild(self) -> None:
        shown, now = self._shown(), _stamps(self._shown().folder)
        changed = [file for file, stamp in now.items() if self._seen.get(file) != stamp]
        self._seen = now
        if changed and all(_written_again(shown, file) for file in changed):
            self._more.write_text(str(now), "utf-8")
            return
        with suppress(Abort):  # said already; the old site stays until the mistake is mended
            self._build()


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    for file in record_files(folder):
        with suppress(OSError):  # gone again already
            stat = (folder / file).stat()
            found[file] = stat.st_mtime_ns, stat.st_size
    return found


def _written_again(shown: Shown, file: str) -> bool:
    """Whether there was a page to write. Nobody has checked the record yet: what it does to a template, the whole build will tell."""
    try:
        return write_again(shown, file)
    except Exception:
        return False


def write_again(shown: Shown, file: str) -> bool:
    """The page of a changed record, with the rest of the site as it was. False where that needs a whole build."""
    entry, _ = entry_of(file, (shown.folder / file).read_text("utf-8"))
    known = shown.catalogue.kinds().get(entry.kind.folder, {})
    if entry.record is None or entry.id not in known:
        return False
    catalogue = _with(shown.catalogue, entry.kind.folder, known, entry.record)
    store = Store()
    converter = Converter(Writer(catalogue, shown.publication), store, shown.config)
    converter.files = shown.files
    converter.frame_with(shown.navigation, None)
    try:
        return any(_written(page, shown) for page in _pages_of(entry.record, catalogue, converter, shown))
    finally:
        store.close(complete=False)


def _with(catalogue: Catalogue, kind: str, known: Mapping[str, Record], record: Record) -> Catalogue:
    """The catalogue with one record changed. What is similar to what takes longer to find out and stays as it was."""
    changes: dict[str, Any] = {kind: MappingProxyType({**known, record.id: record})}
    changed = replace(catalogue, **changes)
    vars(changed)["nearest"] = catalogue.nearest
    return changed


def _pages_of(record: Record, catalogue: Catalogue, converter: Converter, shown: Shown) -> Iterator[DraftPage]:
    for draft in (draft for kind in KINDS_OF_PAGES for draft in kind(catalogue)):
        file = shown.files.get_file_from_path(draft.path)
        if draft.record is record and file and file.page:
            page = DraftPage(file.page.title, file, shown.config, draft, converter)
            converter.keep(page, converter.convert(page))
            page.update_date = catalogue.stand
            yield page


def _written(page: DraftPage, shown: Shown) -> bool:
    page.read_source(shown.config)
    _build_page(page, shown.config, shown.files.documentation_pages(), shown.navigation, shown.environment)
    return True
