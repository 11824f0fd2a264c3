"""Is everything right?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.checking import check as check_all
from generator.checking.formats import FORMATS, summary
from generator.cli.base import inside, need_folder, records_option, shown
from generator.problems import Problem, errors
from generator.reading import read


@click.command(options_metavar="[OPTIONEN]")
@records_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="Form der Ausgabe.")
@click.argument("files", nargs=-1, metavar="[DATEI ...]", type=click.Path(path_type=Path))
def check(records: Path, form: str, files: tuple[Path, ...]) -> None:
    """Datensätze prüfen und jedes Problem nennen.

    Ohne DATEI werden alle gezeigt, sonst nur die Probleme der genannten Dateien.
    """
    need_folder(records)
    reading = read(records)
    problems = _only(check_all(reading), [inside(file, records) for file in files])
    click.echo(FORMATS[form](problems, shown(records)), nl=False)
    if form == "text":
        click.echo(summary(problems, len(files) or len(reading.entries)))
    sys.exit(1 if errors(problems) else 0)


def _only(problems: list[Problem], files: list[str]) -> list[Problem]:
    return [problem for problem in problems if problem.file in files] if files else problems
