"""What several commands share: options, the records folder, the way mistakes are told."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator.checking.formats import FORMATS
from generator.cli.warnings import in_german
from generator.problems import BadInput
from generator.reading import Reading
from generator.reading.files import told
from generator.records.schema import Terms
from generator.swapping import locked
from generator.writing.files import NOTHING, NotWritten, write_all

records_option = click.option(
    "--records",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    default=Path("measures"),
    show_default=True,
    help="Ordner mit den Datensätzen.",
)


class Commands(click.Group):
    """All commands. What the system refuses any of them is said in German, and in signs the terminal has."""

    def main(self, *words: Any, **named: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*words, **named)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            raise  # whoever read the output has seen enough
        except OSError as error:
            click.echo(f"Abgebrochen: {told(error)}", err=True)
            _give_up_output()
            sys.exit(1)


def _give_up_output() -> None:
    """What could not be written to a full disk must not be tried again when Python ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def alone(records: Path) -> Iterator[None]:
    """Whoever reads records to change them does it alone: two at once would each overwrite what the other wrote."""
    with locked(
        records, lambda: click.echo("Ein anderer Befehl ändert gerade die Datensätze. Es geht weiter, sobald er fertig ist.", err=True)
    ):
        yield


def save(records: Path, texts: Mapping[Path, str], before: Mapping[Path, bytes | None]) -> None:
    """Write records, unless one of them has changed since or lies elsewhere through a link."""
    for path in texts:
        if not path.resolve().is_relative_to(records.resolve()):
            raise NotWritten(f"{path} führt durch einen Verweis (symbolischer Link) aus dem Ordner hinaus. {NOTHING}")
    write_all(texts, before)


@contextmanager
def reported(records: Path, state: str = "") -> Iterator[None]:
    """Whatever goes wrong is said in German, with the state that is left, and the exit status says so too."""
    from generator.building import BuildFailed

    try:
        yield
    except BadInput as bad:
        click.echo(FORMATS["text"](bad.problems, shown(records)), err=True, nl=False)
        sys.exit(1)
    except (BuildFailed, OSError) as error:
        said = (told(error) if isinstance(error, OSError) else in_german(str(error))).rstrip()
        click.echo(("\n" if "\n" in said else " ").join(filter(None, (f"Abgebrochen: {said}", state))), err=True)
        sys.exit(1)


def need_setup(records: Path) -> None:
    need_folder(records)
    if not Path("mkdocs.yml").is_file():
        raise click.UsageError("Hier liegt keine mkdocs.yml. Rufen Sie den Befehl im Ordner des Wissensspeichers auf.")


def need_folder(records: Path) -> None:
    if not records.is_dir():
        raise click.UsageError(f"Den Ordner mit den Datensätzen gibt es nicht: {records}")


def inside(file: Path, records: Path) -> str:
    """A file as the records folder knows it, given from here or from there."""
    for path in (file, records / file):
        here = path.parent.resolve() / path.name  # a file that is a link itself is named as the link it is
        if path.is_file() and here.is_relative_to(records.resolve()):
            return here.relative_to(records.resolve()).as_posix()
    raise click.UsageError(f"Diese Datei gibt es im Ordner „{records}“ nicht: {file}")


def shown(records: Path) -> str:
    """The records folder as seen from here, which is how both forges name files."""
    here = Path.cwd()
    whole = records.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else records).as_posix()


def terms_of(reading: Reading) -> Terms:
    """The terms of every readable vocabulary, though other records may be wrong."""
    return {
        entry.id: {term.id: term for term in getattr(entry.record, "begriffe", ())}
        for entry in reading.entries
        if entry.kind.folder == "vokabular" and entry.record is not None
    }
