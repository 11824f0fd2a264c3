"""The commands; the only module that prints."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from generator.checking import check as check_all
from generator.checking.formats import FORMATS, summary
from generator.german_commands import speak_german
from generator.problems import BadInput, Problem, errors
from generator.reading import read

speak_german()

records_option = click.option(
    "--records",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    default=Path("measures"),
    show_default=True,
    help="Ordner mit den Datensätzen.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …")
def main() -> None:
    """Wissensspeicher: Datensätze prüfen und als Website veröffentlichen."""


@main.command(options_metavar="[OPTIONEN]")
@records_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form der Ausgabe.")
@click.argument("files", nargs=-1, metavar="[DATEI ...]", type=click.Path(path_type=Path))
def check(records: Path, form: str, files: tuple[Path, ...]) -> None:
    """Datensätze prüfen und jedes Problem nennen.

    Ohne DATEI werden alle gezeigt, sonst nur die Probleme der genannten Dateien.
    """
    _need_folder(records)
    reading = read(records)
    problems = _only(check_all(reading), [_inside(file, records) for file in files])
    click.echo(FORMATS[form](problems, _shown(records)), nl=False)
    if form == "text":
        click.echo(summary(problems, len(files) or len(reading.entries)))
    sys.exit(1 if errors(problems) else 0)


@main.command(options_metavar="[OPTIONEN]")
@records_option
@click.option(
    "--site",
    "target",
    metavar="ORDNER",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Ordner für die fertige Website.",
)
@click.option("--strict", is_flag=True, help="Auch bei Warnungen abbrechen, etwa toten Verweisen.")
def build(records: Path, target: Path, strict: bool) -> None:
    """Prüfen und die Website bauen.

    Erst eine vollständige neue Website ersetzt die alte.
    """
    from generator.building import build as build_site

    _need_setup(records)
    start = time.perf_counter()
    with _progress() as progress, _reported(records):
        built = build_site(records, target, strict, progress)
    for warning in built.warnings:
        click.echo(f"Warnung: {warning}", err=True)
    click.echo(
        f"Fertig: {target}/\n"
        f"  Seiten      {_whole(built.pages)}\n"
        f"  Datensätze  {_whole(built.records)}, Stand {built.stand}\n"
        f"  Dateien     {_whole(built.files)}, {_decimal(built.bytes / 1e6)} MB\n"
        f"  Dauer       {_decimal(time.perf_counter() - start)} Sekunden\n"
        f"  Warnungen   {_whole(len(built.warnings))}"
    )


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on a terminal, elsewhere a line per step."""
    console = Console(stderr=True)
    if not console.is_terminal:
        steps: dict[str, None] = {}

        def line(step: str, done: int, total: int) -> None:
            if step not in steps:
                steps[step] = None
                click.echo(f"→ {step}", err=True)

        yield line
        return
    with Progress(TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task("Beginnen", total=None)
        yield lambda step, done, total: bar.update(task, description=step, completed=done, total=total if done or total > 1 else None)


@main.command(options_metavar="[OPTIONEN]")
@records_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port der Vorschau.")
def serve(records: Path, port: int) -> None:
    """Vorschau, die jede Änderung gleich zeigt."""
    from generator.building import serve as serve_site

    _need_setup(records)
    click.echo(f"Vorschau unter http://127.0.0.1:{port}/ – beenden mit Strg-C.")
    with _reported(records):
        serve_site(records, port)


@main.command(options_metavar="[OPTIONEN]")
@records_option
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path))
def pages(records: Path, folder: Path) -> None:
    """Die Website als Markdown in ORDNER schreiben.

    MkDocs allein oder Zensical bauen sie daraus, ohne dieses Programm.
    """
    from generator.building import write_pages

    _need_setup(records)
    with _reported(records):
        count = write_pages(records, folder)
    click.echo(f"{count} Seiten nach {folder}/ geschrieben. Bauen: mkdocs build -f {folder}/mkdocs.yml")


@contextmanager
def _reported(records: Path) -> Iterator[None]:
    """Whatever goes wrong is said in German, and the exit status says so too."""
    from generator.building import BuildFailed

    try:
        yield
    except BadInput as bad:
        click.echo(FORMATS["text"](bad.problems, _shown(records)), err=True, nl=False)
        sys.exit(1)
    except (BuildFailed, OSError) as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        click.echo(f"Abgebrochen: {'Auf dem Datenträger ist kein Platz mehr. ' if full else ''}{error}", err=True)
        sys.exit(1)


def _need_setup(records: Path) -> None:
    _need_folder(records)
    if not Path("mkdocs.yml").is_file():
        raise click.UsageError("Hier liegt keine mkdocs.yml. Rufen Sie den Befehl im Ordner des Wissensspeichers auf.")


def _need_folder(records: Path) -> None:
    if not records.is_dir():
        raise click.UsageError(f"Den Ordner mit den Datensätzen gibt es nicht: {records}")


def _inside(file: Path, records: Path) -> str:
    """A file as the records folder knows it, given from here or from there."""
    for path in (file, records / file):
        if path.is_file() and path.resolve().is_relative_to(records.resolve()):
            return path.resolve().relative_to(records.resolve()).as_posix()
    raise click.UsageError(f"Diese Datei gibt es im Ordner „{records}“ nicht: {file}")


def _only(problems: list[Problem], files: list[str]) -> list[Problem]:
    return [problem for problem in problems if problem.file in files] if files else problems


def _shown(records: Path) -> str:
    """The records folder as seen from here, which is how both forges name files."""
    here = Path.cwd()
    whole = records.resolve()
    return (whole.relative_to(here) if whole.is_relative_to(here) else records).as_posix()


def _whole(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


if __name__ == "__main__":
    main()
