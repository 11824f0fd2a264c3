"""Tables in and out."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from generator import wording
from generator.catalogue import link
from generator.checking import check
from generator.cli.base import alone, need_folder, records_option, reported, save, shown, terms_of
from generator.hidden import visible
from generator.nearest import did_you_mean
from generator.reading import read
from generator.records import Kind
from generator.records.columns import columns
from generator.records.schema import Terms
from generator.tables.layout import CHOICES_SHEET, HELP_SHEET, TABULAR, Foreign, Layout, kind_named, read_mapping, understand
from generator.tables.planning import Fate, Planner, counted
from generator.tables.sheets import Sheet, Unreadable, read_sheets
from generator.writing.files import write_all


@click.command("export", options_metavar="[OPTIONEN]")
@records_option
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path, file_okay=False))
def export_tables(records: Path, folder: Path) -> None:
    """Alle Datensätze als Tabellen in ORDNER schreiben: Excel und CSV."""
    from generator.tables.exporting import tables

    need_folder(records)
    with reported(records):
        reading = read(records)
        catalogue = link(reading, check(reading))
        files = dict(tables(reading, catalogue.begriffe))
        write_all({folder / name: content for name, content in files.items()})
    count = sum(entry.kind.folder in TABULAR for entry in reading.entries)
    click.echo(f"{wording.count(count, 'Datensatz', 'Datensätze')} nach {folder}/ geschrieben: {', '.join(files)}")


@click.command("import", options_metavar="[OPTIONEN]")
@records_option
@click.option("--dry-run", is_flag=True, help="Nur zeigen, was geschehen würde.")
@click.option("--overwrite", is_flag=True, help="Auch löschen: leere Zellen leeren das Feld, kürzere Listen kürzen es.")
@click.option("--ja", is_flag=True, help="Ohne Rückfrage schreiben.")
@click.option("--art", metavar="ART", help=f"Art der Datensätze, wenn das Blatt nicht so heißt: {', '.join(TABULAR)}.")
@click.option(
    "--zuordnung",
    "mapping",
    metavar="DATEI",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="YAML-Datei, die fremde Überschriften unseren Feldern zuordnet.",
)
@click.option("--kodierung", "encoding", metavar="NAME", default="utf-8", show_default=True, help="Kodierung einer CSV-Datei.")
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_table(
    records: Path, dry_run: bool, overwrite: bool, ja: bool, art: str | None, mapping: Path | None, encoding: str, file: Path
) -> None:
    """Datensätze aus einer Excel- oder CSV-Tabelle übernehmen.

    Zuerst wird gezeigt, was neu, geändert, unverändert oder falsch ist. Geändert wird nur, was in der Tabelle steht;
    Kommentare und andere Felder bleiben. Eine falsche Zeile hält die anderen nicht auf.
    """
    need_folder(records)
    with alone(records):
        reading = read(records)
        try:
            foreign = read_mapping(mapping) if mapping else Foreign()
            layouts = _layouts(read_sheets(file, encoding), _kind(art or foreign.kind), foreign, terms_of(reading))
        except Unreadable as error:
            click.echo(f"{file}: {error}\nEs wurde nichts geändert.", err=True)
            sys.exit(1)
        with Console(stderr=True).status("Die Zeilen werden geprüft …"):
            fates = Planner(records, reading, overwrite).plan((layout, foreign) for layout in layouts)
        _show(fates)
        _write(records, {} if dry_run else {records / fate.file: fate for fate in fates if fate.text}, ja)
    sys.exit(1 if any(fate.what == "falsch" for fate in fates) or not layouts else 0)


def _write(records: Path, fates: dict[Path, Fate], ja: bool) -> None:
    if fates and (ja or not sys.stdin.isatty() or click.confirm(f"{wording.count(fates, 'Datensatz', 'Datensätze')} schreiben?")):
        save(records, {path: fate.text for path, fate in fates.items()}, {path: fate.before for path, fate in fates.items()})
        click.echo(f"{wording.count(fates, 'Datensatz', 'Datensätze')} in {shown(records)}/ geschrieben.")
    else:
        click.echo("Es wurde nichts geändert.")


def _kind(name: str | None) -> Kind | None:
    if name is None:
        return None
    found = kind_named(name)
    if found is None:
        raise Unreadable(f"Die Art „{name}“ gibt es nicht.{did_you_mean(name, TABULAR)} Möglich sind: {', '.join(TABULAR)}.")
    return found


def _layouts(sheets: list[Sheet], kind: Kind | None, foreign: Foreign, terms: Terms) -> list[Layout]:
    if foreign.sheet and foreign.sheet not in [sheet.name for sheet in sheets]:
        raise Unreadable(f"Das Blatt „{foreign.sheet}“ gibt es nicht. Die Datei enthält: {', '.join(sheet.name for sheet in sheets)}.")
    found = []
    for sheet in sheets:
        if sheet.name in (HELP_SHEET, CHOICES_SHEET) or (foreign.sheet or sheet.name) != sheet.name:
            continue
        its_kind = kind or kind_named(sheet.name)
        if its_kind is None:
            click.echo(
                f"Blatt „{sheet.name}“: So heißt keine Art von Datensätzen. Es wird nicht eingelesen; mit --art massnahmen ginge es."
            )
            continue
        layout, said = understand(sheet, its_kind, columns(its_kind, terms), foreign)
        click.echo("".join(f"{visible(line)}\n" for line in said), nl=False)
        if layout:
            found.append(layout)
    return found


def _show(fates: list[Fate]) -> None:
    """Every row's fate but of those that change nothing; what needs a person comes last, then the sum."""
    for what in ("neu", "geändert", "wartet", "falsch"):
        rows = [fate for fate in fates if fate.what == what]
        if rows:
            click.echo(f"\n{what.capitalize()} ({len(rows)})")
        for fate in rows:
            click.echo(f"  Blatt „{visible(fate.row.sheet)}“, Zeile {fate.row.number}: {visible(fate.name)}")
            click.echo("".join(f"      {visible(line)}\n" for line in fate.said), nl=False)
    counts = counted(fates)
    click.echo(
        "\n"
        + f"{wording.count(fates, 'Zeile', 'Zeilen')}: "
        + ", ".join(f"{wording.number(count)} {what}" for what, count in counts.items())
        + "."
    )
