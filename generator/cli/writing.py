"""Records by hand: a new one, and the canonical form of those there are."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.base import inside, need_folder, records_option, shown
from generator.writing.files import write_all
from generator.writing.formatting import formatted, record_files
from generator.writing.tree import Unwritable


@click.command("format", options_metavar="[OPTIONEN]")
@records_option
@click.option("--check", is_flag=True, help="Nichts ändern, nur sagen, was geändert würde.")
@click.argument("files", nargs=-1, metavar="[DATEI ...]", type=click.Path(path_type=Path))
def format_files(records: Path, check: bool, files: tuple[Path, ...]) -> None:
    """Datensätze einheitlich schreiben: Reihenfolge, Umbruch, Anführungszeichen.

    Kommentare bleiben stehen, und kein Wert ändert sich. Ohne DATEI gilt es für alle.
    """
    need_folder(records)
    names = [inside(file, records) for file in files] or list(record_files(records))
    changed: dict[Path, str | bytes] = {}
    broken = 0
    for name in names:
        try:
            text = formatted(records, name)
        except Unwritable:
            broken += 1
            click.echo(f"{shown(records)}/{name}: lässt sich nicht formatieren. Was zu ändern ist, sagt: wissensspeicher check", err=True)
            continue
        if text is not None:
            changed[records / name] = text
            click.echo(f"{shown(records)}/{name}: {'nicht einheitlich geschrieben' if check else 'neu geschrieben'}")
    if not check:
        write_all(changed)
    click.echo(_summary(len(names), len(changed), broken, check))
    sys.exit(1 if broken or (check and changed) else 0)


def _summary(all_files: int, changed: int, broken: int, check: bool) -> str:
    said = f"{all_files} Dateien, davon {changed} {'zu ändern' if check else 'geändert'}"
    said += f", {broken} nicht lesbar" if broken else ""
    return said + (". Einheitlich macht sie: wissensspeicher format" if check and changed else ".")
