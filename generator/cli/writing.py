"""Records by hand: a new one, and the canonical form of those there are."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.base import alone, inside, need_folder, records_option, save, shown
from generator.reading.files import record_files
from generator.writing.formatting import formatted
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
    with alone(records):
        changed, broken = _changes(records, names)
        if not check:
            save(records, {path: text for path, (_, text) in changed.items()}, {path: before for path, (before, _) in changed.items()})
    for path in changed:
        click.echo(
            f"{shown(records)}/{path.relative_to(records).as_posix()}: {'nicht einheitlich geschrieben' if check else 'neu geschrieben'}"
        )
    click.echo(_summary(len(names), len(changed), broken, check))
    sys.exit(1 if broken or (check and changed) else 0)


def _changes(records: Path, names: list[str]) -> tuple[dict[Path, tuple[bytes, str]], int]:
    """What each file held and will hold, and how many cannot be written."""
    changed: dict[Path, tuple[bytes, str]] = {}
    broken = 0
    for name in names:
        try:
            found = formatted(records, name)
        except Unwritable:
            broken += 1
            click.echo(f"{shown(records)}/{name}: lässt sich nicht formatieren. Was zu ändern ist, sagt: wissensspeicher check", err=True)
            continue
        if found:
            changed[records / name] = found
    return changed, broken


def _summary(all_files: int, changed: int, broken: int, check: bool) -> str:
    said = f"{all_files} {'Datei' if all_files == 1 else 'Dateien'}, davon {changed} {'zu ändern' if check else 'geändert'}"
    said += f", {broken} nicht lesbar" if broken else ""
    return said + (". Einheitlich macht sie: wissensspeicher format" if check and changed else ".")
