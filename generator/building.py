"""Runs MkDocs on our configuration: build beside the old site and swap, live preview, and the site as a plain folder."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator import history, hosting
from generator.links.memory import BadMemory, recall
from generator.listening import listening
from generator.plugin import Progress, WissensspeicherPlugin, told_to_the_theme
from generator.publication import Publication
from generator.scripts import BadScript, publish_in
from generator.settings import WrongSettings
from generator.site import load, site
from generator.swapping import successor

CONFIG = Path("mkdocs.yml")
RECORDS_VARIABLE = "WISSENSSPEICHER_DATENSAETZE"
"""mkdocs.yml asks it where the records are."""
BESIDE = "beilagen"
"""In a folder of pages: what belongs beside the built site, untouched. By it such a folder is known."""


class BuildFailed(Exception):
    """The site could not be built; what MkDocs said about it is the message."""


@dataclass(frozen=True, slots=True)
class Built:
    """What there is to say about a finished build."""

    pages: int
    records: int
    files: int
    bytes: int
    stand: str
    warnings: list[str]


def build(records: Path, target: Path, strict: bool, progress: Progress | None = None) -> Built:
    """Build into a new folder beside the target; only a complete site takes its place."""
    target = target.resolve()
    _only_over_a_site(target)
    with _stopped_politely(), successor(target) as fresh:
        config, doubtful = _config(records, site_dir=str(fresh), strict=strict)
        plugin = next(plugin for plugin in config.plugins.values() if isinstance(plugin, WissensspeicherPlugin))
        plugin.before = target if target.is_dir() else None
        if progress:
            plugin.progress = progress
        said = doubtful + _mkdocs(lambda: mkdocs_build(config))
        files = [Path(folder, name) for folder, _, names in os.walk(fresh) for name in names]
        pages = sum(file.suffix == ".html" for file in files)
        size = sum(file.stat().st_size for file in files)
        entries = sum(map(len, plugin.catalogue.kinds().values()))
        warned = [*(f"{problem.file}: {problem.message}" for problem in plugin.problems if problem.severity == "warning"), *said]
        if progress:
            progress("Alte Website austauschen", 1, 1)
    return Built(pages, entries, len(files), size, plugin.catalogue.stand, warned)


def _only_over_a_site(target: Path) -> None:
    """What takes the place of a folder destroys it: so only a site may stand there, or nothing. It is known by what nobody else has."""
    if target.is_dir() and any(target.iterdir()) and not (target / hosting.NGINX).is_file():
        raise BuildFailed(f"Der Ordner „{target}“ ist nicht leer und enthält keine früher gebaute Website. Wählen Sie einen anderen.")
    if target.exists() and not target.is_dir():
        raise BuildFailed(f"„{target}“ ist kein Ordner.")


@contextmanager
def _stopped_politely() -> Iterator[None]:
    """Asked to stop, tidy up first, as after Ctrl-C."""

    def stop(number: int, frame: object) -> None:
        sys.exit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, stop) for number in _STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_STOPS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


def serve(records: Path, port: int) -> None:
    os.environ[RECORDS_VARIABLE] = str(records.resolve())
    _mkdocs(lambda: mkdocs_serve(str(CONFIG), dev_addr=f"127.0.0.1:{port}"))


def _config(records: Path, **settings: Any) -> tuple[MkDocsConfig, list[str]]:
    """mkdocs.yml, and what is doubtful about it; in strict mode that is too much."""
    os.environ[RECORDS_VARIABLE] = str(records.resolve())
    with listening("mkdocs", logging.WARNING) as said:
        try:
            config = load_config(str(CONFIG), **settings)
        except MkDocsException as error:
            raise BuildFailed("\n".join([_NOT_UNDERSTOOD, *said, str(error)])) from None
    if said and config.strict:
        raise BuildFailed("\n".join([_NOT_UNDERSTOOD, *said]))
    return config, said


_NOT_UNDERSTOOD = (
    "MkDocs versteht mkdocs.yml nicht; seine Meldung steht unten. "
    "site_url und SITE_URL sind die ganze öffentliche Adresse, etwa https://wissen.beispiel.de/."
)


def _mkdocs(run: Callable[[], None]) -> list[str]:
    """Run it, and return what it warned of."""
    with listening("mkdocs", logging.WARNING) as said:
        try:
            run()
        except Abort:
            raise BuildFailed("\n".join(said) or "MkDocs hat den Bau abgebrochen.") from None
        except MkDocsException as error:
            raise BuildFailed(str(error)) from None
    return said


# --- the same site as a folder that needs neither this package nor its plugin ----------------------------------------


def write_pages(records: Path, folder: Path) -> int:
    """Pages, hand-written and generated, with theme and configuration, for MkDocs alone or for Zensical.

    What neither of them would publish as it is lies in its own folder, to be copied over the finished site.
    """
    config, _ = _config(records)
    try:
        publication = Publication.of(config)
    except WrongSettings as error:
        raise BuildFailed(str(error)) from None
    catalogue, _ = load(records)
    _clear(folder)
    docs = folder / "docs"
    shutil.copytree(config.docs_dir, docs)
    if config.theme.custom_dir:
        shutil.copytree(config.theme.custom_dir, folder / "overrides")
    try:
        publish_in(folder / "overrides")
        files = list(site(catalogue, Path(config.docs_dir), recall(records), publication, history.read(records)))
    except (BadMemory, BadScript) as error:
        raise BuildFailed(str(error)) from None
    for made in files:
        path = (folder / BESIDE if made.finished else docs) / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.data)
    with CONFIG.open("rb") as said:
        written = yaml_load(said)
    extra = dict(config.extra) | told_to_the_theme(publication, catalogue)
    plain = written | {"docs_dir": "docs", "site_dir": "site", "plugins": [], "extra": extra}
    if config.theme.custom_dir:
        plain["theme"] = written["theme"] | {"custom_dir": "overrides"}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    return sum(made.path.endswith(".md") and not made.finished for made in files)


def _clear(folder: Path) -> None:
    """Make room for a new set of pages, but only where an old one of ours lies."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / BESIDE).is_dir():
        raise BuildFailed(
            f"Der Ordner „{folder}“ ist nicht leer und enthält keine früher geschriebenen Seiten. Wählen Sie einen leeren Ordner."
        )
    for part in ("docs", "overrides", "site", BESIDE):
        shutil.rmtree(folder / part, ignore_errors=True)
    (folder / BESIDE).mkdir(parents=True)
