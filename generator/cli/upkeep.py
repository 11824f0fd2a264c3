"""What needs care: the report, and the check of the addresses."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from generator.cli.base import need_folder, records_option, reported, shown
from generator.writing.files import write

if TYPE_CHECKING:
    from generator.links.memory import Result
    from generator.upkeep import Dead, ProjectState, Upkeep

_SHOWN = 15
_SAVED_EVERY = 50
_NO_ANSWER = "Keine einzige Adresse hat geantwortet. Vermutlich fehlt hier der Zugang zum Internet; es wurde nichts gemerkt."


@click.command(options_metavar="[OPTIONEN]")
@records_option
@click.option("--projekt", metavar="KENNUNG", help="Nur ein Modellprojekt.")
@click.option("--alle", is_flag=True, help="Listen ganz zeigen, auch jede einzelne Maßnahme.")
def report(records: Path, projekt: str | None, alle: bool) -> None:
    """Zeigen, was Pflege braucht: Lücken, alte Angaben, Doppelungen, tote Adressen."""
    from generator.links.memory import BadMemory, recall
    from generator.site import load
    from generator.upkeep import upkeep

    need_folder(records)
    with reported(records):
        catalogue, _ = load(records)
    if projekt and projekt not in catalogue.modellprojekte:
        raise click.UsageError(f"Das Modellprojekt „{projekt}“ gibt es nicht.")
    try:
        found = upkeep(catalogue, recall(records))
    except BadMemory as error:
        raise click.UsageError(str(error)) from None

    click.echo(f"Stand der Pflege, Angaben bis {found.stand}")
    for title, lines in _sections(found, projekt, alle):
        click.echo(f"\n{title}: {len(lines)}")
        click.echo("".join(f"  {line}\n" for line in (lines if alle else lines[:_SHOWN])), nl=False)
        if len(lines) > _SHOWN and not alle:
            click.echo(f"  … und {len(lines) - _SHOWN} weitere (--alle)")


def _sections(found: Upkeep, projekt: str | None, alle: bool) -> Iterator[tuple[str, list[str]]]:
    """The lists of the report with their titles, each line said in full."""

    def mine(file: str) -> bool:
        return projekt is None or file.startswith(f"massnahmen/{projekt}/")

    projects = sorted((s for s in found.projects if projekt in (None, s.project.id)), key=lambda s: (s.complete, s.project.id))
    yield "Vollständig nach Modellprojekt, das lückenhafteste zuerst", [_of_project(state) for state in projects]
    old = [f"{r.status_datum or 'ohne Datum':10}  {r.file}: {r.status}" for r in found.old if mine(r.file)]
    yield "Offener Status, der überholt sein kann, der älteste zuerst", old
    missing = found.missing if projekt is None else projects[0].missing
    yield "Was Übernehmende am dringendsten suchen, fehlt bei", [f"{count:4}  {name}" for name, count in missing.items()]
    gaps = [f"{gap.record.file}: {', '.join(gap.missing)}" for gap in found.gaps if mine(gap.record.file)]
    yield "Davon dort, wo andere schon übernommen haben", gaps
    yield "Ohne Quelle mit Datum", [r.file for r in found.undated if mine(r.file)]
    doubles = [d for d in found.doubles if mine(d.one.file) or mine(d.other.file)]
    yield "Auffallend ähnlich", [f"{d.likeness:3} %  {d.one.id} – {d.other.id}" for d in doubles]
    dead = [_of_dead(d) for d in found.dead if any(mine(r.file) for r in d.records)]
    yield "Tote Adressen" if found.asked else "Tote Adressen (noch nicht geprüft: wissensspeicher links)", dead
    if alle:
        complete = sorted((share, file) for file, share in found.complete.items() if mine(file))
        yield "Vollständig nach Datensatz", [f"{share:3} %  {file}" for share, file in complete]


def _of_project(state: ProjectState) -> str:
    return (
        f"{state.complete:3} %  {state.project.id}: {state.measures} Maßnahmen, {state.old} vielleicht überholt, "
        f"{state.unchecked} nie verglichen, jüngste Quelle {state.newest or 'ohne Datum'}"
    )


def _of_dead(dead: Dead) -> str:
    said = dead.result.status or dead.result.problem
    return f"{dead.url}: {said}, seit {dead.result.seit}, bei {', '.join(r.file for r in dead.records[:3])}"


@click.command(options_metavar="[OPTIONEN]")
@records_option
@click.option(
    "--nach-tagen",
    "days",
    metavar="TAGE",
    type=click.IntRange(0),
    default=30,
    show_default=True,
    help="Nur Adressen, die so lange nicht geprüft wurden.",
)
@click.option("--hoechstens", "at_most", metavar="ZAHL", type=click.IntRange(1), help="Höchstens so viele Adressen in diesem Lauf.")
@click.option(
    "--pause",
    metavar="SEKUNDEN",
    type=click.FloatRange(0),
    default=1.0,
    show_default=True,
    help="Pause zwischen zwei Anfragen an denselben Server.",
)
@click.option("--kontakt", metavar="ADRESSE", default="", help="Adresse, die Betreiber der Server sehen sollen.")
@click.option("--intern", is_flag=True, help="Auch Adressen im eigenen Netz anfragen.")
def links(records: Path, days: int, at_most: int | None, pause: float, kontakt: str, intern: bool) -> None:
    """Prüfen, ob die Adressen in den Datensätzen noch erreichbar sind.

    Das Ergebnis steht in links/ergebnisse.json und erscheint unter „Stand der Pflege“. Was nicht angefragt werden soll,
    steht mit Grund in links/auslassen.yml.
    """
    from generator.links.asking import ask_all
    from generator.links.memory import BadMemory, addresses, as_text, file_of, left_out, recall
    from generator.site import load

    need_folder(records)
    with reported(records):
        catalogue, _ = load(records)
    try:
        memory, skipped = recall(records), left_out(records)
    except BadMemory as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    today = date.today()
    named = addresses(catalogue)
    left = {url for url in named if any(url.startswith(start) for start, _ in skipped)}
    due = _due(named.keys() - left, memory, (today - timedelta(days=days)).isoformat())[:at_most]
    agent = f"Wissensspeicher-Linkpruefung/1.0{f' (+{kontakt})' if kontakt else ''}"

    def save(fresh: Mapping[str, Result]) -> None:
        if any(result.status is not None for result in fresh.values()):  # without any answer it is our network that is down
            write(file_of(records), as_text({url: result for url, result in {**memory, **fresh}.items() if url in named}))

    fresh = _asked(lambda told: ask_all(due, memory, today, agent, pause, told, internal=intern), len(due), save)
    failed = {url: result for url, result in sorted(fresh.items()) if not result.good}
    for url, result in failed.items():
        click.echo(f"{result.status or result.problem}: {url} ({', '.join(f'{shown(records)}/{r.file}' for r in named[url][:3])})")
    if fresh and all(result.status is None for result in fresh.values()):
        click.echo(_NO_ANSWER, err=True)
        sys.exit(1)
    known = {**memory, **fresh}
    dead = sum(known[url].dead for url in named if url in known)
    click.echo(
        f"{len(named)} Adressen: {len(fresh)} geprüft, {len(failed)} davon mit Fehler, {len(left)} ausgelassen, {dead} gelten als tot."
    )


def _asked(
    ask: Callable[[Callable[[str, Result], None]], Coroutine[Any, Any, None]], count: int, save: Callable[[Mapping[str, Result]], None]
) -> dict[str, Result]:
    """Every result, saved again and again, so that a run that is stopped has not asked for nothing."""
    fresh: dict[str, Result] = {}
    with Console(stderr=True).status("Adressen werden geprüft …") as status:

        def told(url: str, result: Result) -> None:
            fresh[url] = result
            status.update(f"{len(fresh)} von {count} Adressen geprüft …")
            if len(fresh) % _SAVED_EVERY == 0:
                save(fresh)

        try:
            asyncio.run(ask(told))
        finally:
            save(fresh)
    return fresh


def _due(urls: Iterable[str], memory: Mapping[str, Result], until: str) -> list[str]:
    """What was not asked since that day, the longest ago first, what never was before all."""
    last = {url: memory[url].geprueft if url in memory else "" for url in urls}
    return sorted((url for url, day in last.items() if day <= until), key=lambda url: (last[url], url))
