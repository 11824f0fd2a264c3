"""The files that are made of the models and lie in the repository."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.base import need_setup, records_option, reported
from generator.writing.files import write_all


@click.command("vorlagen", options_metavar="[OPTIONEN]")
@records_option
@click.option("--check", is_flag=True, help="Nichts schreiben, nur sagen, was veraltet ist.")
def make_forms(records: Path, check: bool) -> None:
    """Formulare, Schemas und Feldtabelle aus den Modellen erneuern."""
    from generator.forms import generated
    from generator.site import load

    need_setup(records)
    with reported(records):
        files = {Path(made.path): made.content for made in generated(load(records)[0])}
        stale = {path: text for path, text in files.items() if not path.is_file() or path.read_text("utf-8") != text}
        if not check:
            write_all(dict(stale))
    for path in stale:
        click.echo(f"{path}: {'veraltet' if check else 'neu geschrieben'}")
    click.echo(
        f"{len(files)} Dateien, davon {len(stale)} {'veraltet. Erneuern: make vorlagen' if check and stale else 'erneuert' if not check else 'veraltet'}"
    )
    sys.exit(1 if check and stale else 0)
