"""What needs care: the report, and the check of the addresses."""

from __future__ import annotations

import asyncio
import sys
from datetime import date, timedelta
from pathlib import Path

import click
from rich.console import Console

from generator.cli.base import need_folder, records_option, reported, shown
from generator.writing.files import write

_SHOWN = 15
_SAVED_EVERY = 50


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

    def mine(file: str) -> bool:
        return projekt is None or file.startswith(f"massnahmen/{projekt}/")

    def listed(title: str, lines: list[str]) -> None:
        click.echo(f"\n{title}: {len(lines)}")
        click.echo("".join(f"  {line}\n" for line in (lines if alle else lines[:_SHOWN])), nl=False)
        if len(lines) > _SHOWN and not alle:
            click.echo(f"  … und {len(lines) - _SHOWN} weitere (--alle)")

    click.echo(f"Stand der Pflege, Angaben bis {found.stand}")
    states = [s for s in found.projects if projekt in (None, s.project.id)]
    listed(
        "Vollständig nach Modellprojekt, das lückenhafteste zuerst",
        [
            f"{s.complete:3} %  {s.project.id}: {s.measures} Maßnahmen, {s.old} vielleicht überholt, {s.unchecked} nie verglichen, jüngste Quelle {s.newest or 'ohne Datum'}"
            for s in sorted(states, key=lambda s: (s.complete, s.project.id))
        ],
    )
    listed(
        "Offener Status, der überholt sein kann, der älteste zuerst",
        [f"{r.status_datum or 'ohne Datum':10}  {r.file}: {r.status}" for r in found.old if mine(r.file)],
    )
    listed("Was Übernehmende am dringendsten suchen, fehlt bei", [f"{count:4}  {name}" for name, count in found.missing.items()])
    listed(
        "Davon dort, wo andere schon übernommen haben",
        [f"{g.record.file}: {', '.join(g.missing)}" for g in found.gaps if mine(g.record.file)],
    )
    listed("Ohne Quelle mit Datum", [r.file for r in found.undated if mine(r.file)])
    listed(
        "Auffallend ähnlich",
        [f"{d.likeness:3} %  {d.one.id} – {d.other.id}" for d in found.doubles if mine(d.one.file) or mine(d.other.file)],
    )
    dead = [
        f"{d.url}: {d.result.status or d.result.problem}, seit {d.result.seit}, bei {', '.join(r.file for r in d.records[:3])}"
        for d in found.dead
        if any(mine(r.file) for r in d.records)
    ]
    listed("Tote Adressen" if found.asked else "Tote Adressen (noch nicht geprüft: wissensspeicher links)", dead)
    if alle:
        listed(
            "Vollständig nach Datensatz",
            [f"{share:3} %  {file}" for file, share in sorted(found.complete.items(), key=lambda pair: (pair[1], pair[0])) if mine(file)],
        )


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
    from generator.links.memory import BadMemory, Result, addresses, as_text, folder_of, left_out, recall
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
    reasons = {url: reason for url in named for start, reason in skipped if url.startswith(start)}
    due = (today - timedelta(days=days)).isoformat()
    asked = sorted(
        (url for url in named if url not in reasons and (url not in memory or memory[url].geprueft <= due)),
        key=lambda url: (memory[url].geprueft if url in memory else "", url),
    )[:at_most]
    fresh: dict[str, Result] = {}
    file = folder_of(records) / "ergebnisse.json"

    def save() -> None:
        if any(result.status is not None for result in fresh.values()):  # without any answer it is our network that is down
            write(file, as_text({url: result for url, result in {**memory, **fresh}.items() if url in named}))

    with Console(stderr=True).status("Adressen werden geprüft …") as status:

        def told(url: str, result: Result) -> None:
            fresh[url] = result
            status.update(f"{len(fresh)} von {len(asked)} Adressen geprüft …")
            if len(fresh) % _SAVED_EVERY == 0:
                save()

        agent = f"Wissensspeicher-Linkpruefung/1.0{f' (+{kontakt})' if kontakt else ''}"
        try:
            asyncio.run(ask_all(asked, memory, today, agent, pause, told, internal=intern))
        finally:
            save()
    for url, result in sorted(fresh.items()):
        if not result.good:
            click.echo(f"{result.status or result.problem}: {url} ({', '.join(f'{shown(records)}/{r.file}' for r in named[url][:3])})")
    if fresh and all(result.status is None for result in fresh.values()):
        click.echo(
            "Keine einzige Adresse hat geantwortet. Vermutlich fehlt hier der Zugang zum Internet; es wurde nichts gemerkt.", err=True
        )
        sys.exit(1)
    known = {**memory, **fresh}
    click.echo(
        f"{len(named)} Adressen: {len(fresh)} geprüft, {sum(not r.good for r in fresh.values())} davon mit Fehler, {len(reasons)} ausgelassen, {sum(known[u].dead for u in named if u in known)} gelten als tot."
    )
