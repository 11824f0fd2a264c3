"""Runs MkDocs on our configuration: build beside the old site and swap, live preview, and the site as a plain folder."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.forms.doors import WrongSettings, with_doors
from generator.links.memory import BadMemory, recall
from generator.site import load, site
from generator.wording import day

CONFIG = Path("mkdocs.yml")
RECORDS_VARIABLE = "WISSENSSPEICHER_DATENSAETZE"
"""mkdocs.yml asks it where the records are."""


class BuildFailed(Exception):
    """The site could not be built; what MkDocs said about it is the message."""


@dataclass(frozen=True, slots=True)
class Built:
    pages: int
    bytes: int


def build(records: Path, target: Path, strict: bool) -> Built:
    """Build into a new folder beside the target; only a complete site takes its place."""
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-neu-", dir=target.parent) as work:
        fresh = Path(work, "site")
        _mkdocs(records, lambda: mkdocs_build(load_config(str(CONFIG), site_dir=str(fresh), strict=strict)))
        files = [file for file in fresh.rglob("*") if file.is_file()]
        built = Built(sum(file.suffix == ".html" for file in files), sum(file.stat().st_size for file in files))
        _swap(fresh, target, Path(work, "old"))
    return built


def _swap(fresh: Path, target: Path, aside: Path) -> None:
    if target.exists():
        target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        if aside.exists():
            aside.rename(target)
        raise


def serve(records: Path, port: int) -> None:
    _mkdocs(records, lambda: mkdocs_serve(str(CONFIG), dev_addr=f"127.0.0.1:{port}"))


def _mkdocs(records: Path, run: Callable[[], None]) -> None:
    os.environ[RECORDS_VARIABLE] = str(records.resolve())
    with _warnings() as said:
        try:
            run()
        except Abort:
            raise BuildFailed("\n".join(said) or "MkDocs hat den Bau abgebrochen.") from None
        except MkDocsException as error:
            raise BuildFailed(str(error)) from None


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, and show it."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


# --- the same site as a folder that needs neither this package nor its plugin ----------------------------------------


def write_pages(records: Path, folder: Path) -> int:
    """Pages, hand-written and generated, with theme and configuration, for MkDocs alone or for Zensical."""
    config = yaml_load(CONFIG.read_text("utf-8"))
    try:
        extra = with_doors(config.get("extra") or {})
    except WrongSettings as error:
        raise BuildFailed(str(error)) from None
    catalogue, _ = load(records)
    _clear(folder)
    docs = folder / "docs"
    shutil.copytree(config["docs_dir"], docs)
    shutil.copytree(config["theme"]["custom_dir"], folder / "overrides")
    try:
        files = list(site(catalogue, Path(config["docs_dir"]), recall(records)))
    except BadMemory as error:
        raise BuildFailed(str(error)) from None
    for made in files:
        path = docs / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.content, "utf-8")
    extra |= {"stand": day(catalogue.stand)}
    plain = config | {"docs_dir": "docs", "site_dir": "site", "plugins": [], "extra": extra}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    return len(files)


def _clear(folder: Path) -> None:
    """Make room for a new set of pages, but only where an old one of ours lies."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "mkdocs.yml").is_file():
        raise BuildFailed(
            f"Der Ordner „{folder}“ ist nicht leer und enthält keine früher geschriebenen Seiten. Wählen Sie einen leeren Ordner."
        )
    for part in ("docs", "overrides", "site"):
        shutil.rmtree(folder / part, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
