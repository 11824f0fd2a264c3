"""What several commands share: options, the records folder, the way mistakes are told."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.checking.formats import FORMATS
from generator.problems import BadInput
from generator.reading import Reading
from generator.records.schema import Terms

records_option = click.option(
    "--records",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    default=Path("measures"),
    show_default=True,
    help="Ordner mit den Datensätzen.",
)


@contextmanager
def reported(records: Path) -> Iterator[None]:
    """Whatever goes wrong is said in German, and the exit status says so too."""
    from generator.building import BuildFailed

    try:
        yield
    except BadInput as bad:
        click.echo(FORMATS["text"](bad.problems, shown(records)), err=True, nl=False)
        sys.exit(1)
    except (BuildFailed, OSError) as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        click.echo(f"Abgebrochen: {'Auf dem Datenträger ist kein Platz mehr. ' if full else ''}{error}", err=True)
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
        if path.is_file() and path.resolve().is_relative_to(records.resolve()):
            return path.resolve().relative_to(records.resolve()).as_posix()
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


def decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
