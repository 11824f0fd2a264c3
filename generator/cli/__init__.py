"""The commands; the only package that prints. One module per group of commands."""

from __future__ import annotations

import click

from generator.cli.checking import check
from generator.cli.site import build, pages, serve
from generator.cli.tables import export_tables, import_table
from generator.cli.writing import format_files
from generator.german_commands import speak_german

speak_german()


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …")
def main() -> None:
    """Wissensspeicher: Datensätze prüfen, pflegen und als Website veröffentlichen."""


for command in (check, build, serve, pages, format_files, import_table, export_tables):
    main.add_command(command)
