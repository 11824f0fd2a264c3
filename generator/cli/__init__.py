"""The commands; the only package that prints. One module per group of commands, loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from generator.cli.base import Commands
from generator.cli.german import speak_german

speak_german()

COMMANDS = {
    "check": "checking.check",
    "build": "site.build",
    "serve": "site.serve",
    "pages": "site.pages",
    "new": "new.new",
    "format": "writing.format_files",
    "import": "tables.import_table",
    "export": "tables.export_tables",
    "report": "upkeep.report",
    "links": "upkeep.links",
    "vorlagen": "forms.make_forms",
}
"""Every command with its place in this package."""


class Loaded(Commands):
    """Knows every command by name and loads only the one that is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, function = COMMANDS[name].partition(".")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), function)
        return command


@click.command(
    cls=Loaded, context_settings={"help_option_names": ["-h", "--help"]}, options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …"
)
def main() -> None:
    """Wissensspeicher: Datensätze prüfen, pflegen und als Website veröffentlichen."""
