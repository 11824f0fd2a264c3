"""Records to a website."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from generator.cli.base import need_setup, records_option, reported
from generator.cli.warnings import in_german
from generator.wording import number


@click.command(options_metavar="[OPTIONEN]")
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

    need_setup(records)
    start = time.perf_counter()
    with _progress() as progress, reported(records, "Die bisherige Website ist unverändert."):
        built = build_site(records, target, strict, progress)
    for warning in built.warnings:
        click.echo(f"Warnung: {in_german(warning)}", err=True)
    click.echo(
        f"Fertig: {target}/\n"
        f"  Seiten      {number(built.pages)}\n"
        f"  Datensätze  {number(built.records)}, Stand {built.stand}\n"
        f"  Dateien     {number(built.files)}, {number(round(built.bytes / 1e6, 1))} MB\n"
        f"  Dauer       {number(round(time.perf_counter() - start, 1))} Sekunden\n"
        f"  Warnungen   {number(len(built.warnings))}"
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

        def shown(step: str, done: int, total: int) -> None:
            known = total if done or total > 1 else None
            bar.update(task, description=step, completed=done, total=known, refresh=done == total)  # a step may end before it is drawn

        yield shown


@click.command(options_metavar="[OPTIONEN]")
@records_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port der Vorschau.")
def serve(records: Path, port: int) -> None:
    """Vorschau, die jede Änderung gleich zeigt."""
    from generator.building import serve as serve_site

    need_setup(records)
    click.echo(f"Vorschau unter http://127.0.0.1:{port}/ – beenden mit Strg-C.")
    with reported(records):
        serve_site(records, port)


@click.command(options_metavar="[OPTIONEN]")
@records_option
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path))
def pages(records: Path, folder: Path) -> None:
    """Die Website als Markdown in ORDNER schreiben.

    MkDocs allein oder Zensical bauen sie daraus, ohne dieses Programm.
    """
    from generator.building import write_pages

    need_setup(records)
    with reported(records):
        count = write_pages(records, folder)
    click.echo(f"{count} Seiten nach {folder}/ geschrieben. Bauen: .venv/bin/mkdocs build -f {folder}/mkdocs.yml")
