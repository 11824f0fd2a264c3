"""The commands; the only package that prints. One module per group of commands."""

from __future__ import annotations

import click

from generator.cli.base import Commands
from generator.cli.checking import check
from generator.cli.forms import make_forms
from generator.cli.new import new
from generator.cli.site import build, pages, serve
from generator.cli.tables import export_tables, import_table
from generator.cli.upkeep import links, report
from generator.cli.writing import format_files
from generator.german_commands import speak_german

speak_german()


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …"
)
def main() -> None:
    """Wissensspeicher: Datensätze prüfen, pflegen und als Website veröffentlichen."""


for command in (check, build, serve, pages, new, format_files, import_table, export_tables, report, links, make_forms):
    main.add_command(command)
