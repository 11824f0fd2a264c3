"""Records to a website."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.console import Console

from generator.cli.base import decimal, need_setup, records_option, reported


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
    with Console(stderr=True).status("Die Website wird gebaut …"), reported(records):
        built = build_site(records, target, strict)
    seconds = time.perf_counter() - start
    click.echo(f"{built.pages} Seiten, {decimal(built.bytes / 1e6)} MB, in {decimal(seconds)} Sekunden nach {target}/ geschrieben.")


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
    click.echo(f"{count} Seiten nach {folder}/ geschrieben. Bauen: mkdocs build -f {folder}/mkdocs.yml")
