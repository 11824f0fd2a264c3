"""A new record: asked for field by field, or given in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from generator.checking.formats import as_text
from generator.checking.references import renamed_in
from generator.cli.base import alone, need_folder, records_option, save, shown, terms_of
from generator.hidden import visible
from generator.nearest import did_you_mean
from generator.problems import errors
from generator.reading import Reading, read
from generator.records import KINDS, Kind
from generator.records.columns import Column, columns
from generator.tables.cells import WrongCell, from_cell
from generator.writing.new import name_for, problems_with, record_text
from generator.writing.projects import Projects
from generator.writing.similar import Titles


@click.command(options_metavar="[OPTIONEN]")
@records_option
@click.option(
    "--set",
    "given",
    metavar="FELD=WERT",
    multiple=True,
    help="Ein Feld angeben, statt gefragt zu werden. Mehrere Werte mit Semikolon oder durch Wiederholen.",
)
@click.option("--ja", is_flag=True, help="Ohne Rückfrage schreiben, auch wenn es Ähnliches gibt.")
@click.argument("art", metavar="ART")
def new(records: Path, given: tuple[str, ...], ja: bool, art: str) -> None:
    """Einen neuen Datensatz anlegen.

    ART ist etwa massnahme, nachnutzung oder loesung. Ohne --set wird jedes Feld erfragt; mit --set nur, was angegeben ist.
    """
    need_folder(records)
    kind = _kind(art)
    with alone(records):
        _new(records, kind, given, ja)


def _new(records: Path, kind: Kind, given: tuple[str, ...], ja: bool) -> None:
    reading = read(records)
    fields = columns(kind, terms_of(reading))
    asking = not given
    said = _given(given, fields, kind)
    project = _project(said.pop("modellprojekt", None), reading, asking) if kind.by_project else ""
    own_id = said.pop("kennung", None)
    values = _asked(fields, reading) if asking else said
    record_id = own_id or "/".join(filter(None, (project, name_for(str(values.get("titel") or "neu")))))
    file = f"{kind.folder}/{record_id}{kind.suffix}"
    if any(entry.file == file for entry in reading.entries):
        _stop(f"{shown(records)}/{file} gibt es schon. Wählen Sie einen anderen Titel, oder ändern Sie diese Datei.")
    if now := renamed_in(reading).get((kind.folder, record_id)):
        _stop(
            f"Die Kennung „{record_id}“ hatte früher „{now}“, und ihre Adresse leitet dorthin. Wählen Sie einen anderen Titel oder eine andere Kennung."
        )
    text = record_text(kind, record_id, values)
    problems = problems_with(reading, file, text)
    click.echo(as_text(problems, shown(records)), nl=False)
    if errors(problems):
        _stop("Es wurde nichts geschrieben.")
    _warn_of_similar(reading, kind, str(values.get("titel")), ja, asking)
    if asking:
        click.echo(f"\n{shown(records)}/{file}\n\n{text}")
    if asking and not ja and not click.confirm("So anlegen?", default=True):
        _stop("Es wurde nichts geschrieben.")
    save(records, {records / file: text}, {records / file: None})
    click.echo(f"{shown(records)}/{file} angelegt.")


def _stop(message: str) -> None:
    click.echo(message, err=True)
    sys.exit(1)


def _kind(name: str) -> Kind:
    known = {alias: kind for kind in KINDS.values() if kind.folder != "vokabular" for alias in _aliases(kind)}
    found = known.get(name.casefold())
    if found is None:
        folders = [folder for folder in KINDS if folder != "vokabular"]
        raise click.UsageError(f"Die Art „{name}“ gibt es nicht.{did_you_mean(name, known)} Möglich sind: {', '.join(folders)}.")
    return found


def _aliases(kind: Kind) -> set[str]:
    one = kind.one.casefold()
    return {kind.folder, one, one.replace("ß", "ss").replace("ö", "oe"), one.replace("ss", "ß")}


# --- given -----------------------------------------------------------------------------------------------------------


def _given(pairs: tuple[str, ...], fields: tuple[Column, ...], kind: Kind) -> dict[str, Any]:
    by_key = {field.key: field for field in fields}
    special = ["kennung", *(["modellprojekt"] if kind.by_project else [])]
    texts: dict[str, list[str]] = {}
    for pair in pairs:
        key, sign, value = _typed(pair).partition("=")
        key = key.strip()
        if not sign:
            raise click.UsageError(f"„{pair}“: Erwartet wird FELD=WERT, etwa --set titel=Rufbus.")
        if key not in by_key and key not in special:
            raise click.UsageError(
                f"Das Feld „{key}“ gibt es nicht.{did_you_mean(key, [*by_key, *special])} Möglich sind: {', '.join([*special, *by_key])}."
            )
        texts.setdefault(key, []).append(value)
    values: dict[str, Any] = {}
    for key, found in texts.items():
        field = by_key.get(key)
        if (field is None or not field.many) and len(found) > 1:
            raise click.UsageError(f"„{key}“ steht mehrmals da, nimmt aber nur einen Wert.")
        values[key] = found[0] if field is None else _read(field, "\n".join(found) if len(found) > 1 else found[0])
    return values


def _typed(word: str) -> str:
    """A word of the command line, read as UTF-8 even where the system's language is told to know no umlauts."""
    try:
        return os.fsencode(word).decode("utf-8") if any("\ud800" <= sign <= "\udfff" for sign in word) else word
    except UnicodeDecodeError:
        raise click.UsageError(f"„{visible(word)}“ ist nicht in UTF-8 geschrieben.") from None


def _read(field: Column, text: str) -> Any:
    try:
        return from_cell(field, text, [])
    except WrongCell as wrong:
        raise click.UsageError(f"{field.key}: {wrong}") from None


# --- asked -----------------------------------------------------------------------------------------------------------


def _project(name: str | None, reading: Reading, asking: bool) -> str:
    projects = Projects(reading.entries)
    while True:
        if name is None and not asking:
            raise click.UsageError("Zu welchem Modellprojekt gehört die Maßnahme? Etwa: --set modellprojekt=zwoenitz")
        said = name if name is not None else str(click.prompt("Modellprojekt (Name oder Kennung)")).strip()
        if found := projects.id_of(said):
            return found
        if not asking:
            raise click.UsageError(projects.unknown(said))
        click.echo(projects.unknown(said))
        name = None


def _asked(fields: tuple[Column, ...], reading: Reading) -> dict[str, Any]:
    click.echo("Jedes Feld wird erklärt. Unbekanntes bleibt leer: einfach die Eingabetaste drücken. Pflichtfelder sind mit * bezeichnet.")
    ids: dict[str, list[str]] = {}
    for entry in reading.entries:
        ids.setdefault(entry.kind.folder, []).append(entry.id)
    return {field.key: _ask(field, ids) for field in fields if field.key != "frueher"}


def _ask(field: Column, ids: dict[str, list[str]]) -> Any:
    click.echo(f"\n{click.style(field.title, bold=True)}{' *' if field.required else ''}: {field.description}")
    if field.choices:
        click.echo("  " + "\n  ".join(f"{key} – {name}" for key, name in field.choices.items()))
    if field.example and not field.parts:
        click.echo(f"  Beispiel: {field.first_example}")
    if field.parts:
        click.echo(f"  Form: {' | '.join(part.title for part in field.parts)}. Je Eintrag eine Zeile, zum Schluss eine leere.")
    elif field.many:
        click.echo("  Mehrere mit Semikolon trennen.")
    while True:
        try:
            value = from_cell(field, _lines(field), [])
        except WrongCell as wrong:
            click.echo(f"  {wrong}")
            continue
        unknown = [
            one for one in (value if isinstance(value, list) else [value]) if field.kind and one and one not in ids.get(field.kind, [])
        ]
        if unknown:
            click.echo(f"  „{unknown[0]}“ gibt es nicht.{did_you_mean(unknown[0], ids.get(field.kind or '', []))}")
        elif value is None and field.required:
            click.echo("  Das ist ein Pflichtfeld.")
        else:
            return value


def _lines(field: Column) -> str:
    if not field.parts:
        return str(click.prompt(">", default="", show_default=False, prompt_suffix=" "))
    lines: list[str] = []
    while line := str(click.prompt(">", default="", show_default=False, prompt_suffix=" ")).strip():
        lines.append(line)
    return "\n".join(lines)


def _warn_of_similar(reading: Reading, kind: Kind, title: str, ja: bool, asking: bool) -> None:
    found = Titles(reading.entries, kind.folder).like(title)
    for alike in found:
        click.echo(f"Ähnliches gibt es schon: „{alike.title}“ ({alike.id}), zu {alike.likeness} % gleich.")
    if not found or ja:
        return
    if not asking:
        _stop("Es wurde nichts geschrieben. Ist es wirklich etwas anderes, dann mit --ja.")
    if not click.confirm("Ist es etwas anderes, das auch angelegt werden soll?", default=False):
        _stop("Es wurde nichts geschrieben.")
