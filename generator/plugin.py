"""Hands the files of the site to MkDocs. With `building`, the only module that knows MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from generator.checking.formats import as_text, summary
from generator.forms.doors import WrongSettings, with_doors
from generator.links.memory import BadMemory, recall
from generator.problems import BadInput
from generator.site import load, site
from generator.wording import day

_LOG = get_plugin_logger("wissensspeicher")
_CODE = Path(__file__).parent


class Settings(Config):
    datensaetze = config_options.Type(str, default="measures")
    """The records folder, seen from mkdocs.yml."""


class WissensspeicherPlugin(BasePlugin[Settings]):
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Its presence keeps this object alive over the rebuilds of `serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch what pages are made of, so that `serve` notices every change, and put up the doors."""
        try:
            config.extra["tueren"] = with_doors(config.extra)["tueren"]
        except WrongSettings as error:
            raise PluginError(str(error)) from None
        config.watch += [
            str(self._records(config)),
            str(_CODE / "pages" / "templates"),
            str(_CODE / "search" / "browser"),
            *self._custom_dir(config),
        ]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every generated page to the hand-written ones."""
        folder = self._records(config)
        if not folder.is_dir():
            raise PluginError(f"Den Ordner mit den Datensätzen gibt es nicht: {folder}")
        try:
            catalogue, problems = load(folder)
            memory = recall(folder)
        except BadInput as bad:
            raise PluginError(f"Die Datensätze enthalten Fehler.\n{as_text(bad.problems, folder.name)}") from None
        except BadMemory as error:
            raise PluginError(str(error)) from None
        _LOG.info(summary(problems, sum(map(len, catalogue.kinds().values()))))
        config.extra["stand"] = day(catalogue.stand)
        for made in site(catalogue, Path(config.docs_dir), memory):
            files.append(File.generated(config, made.path, content=made.content))
        return files

    def _records(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").resolve().parent / self.config.datensaetze

    @staticmethod
    def _custom_dir(config: MkDocsConfig) -> list[Any]:
        return [config.theme.custom_dir] if config.theme.custom_dir else []
