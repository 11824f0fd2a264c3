"""Do the fields of a record agree with one another?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.problems import Problem
from generator.reading import Entry, Reading
from generator.reading.shape import shown
from generator.records.wissen import STARTING_POINT


def stopped_with_reason(reading: Reading) -> Iterator[Problem]:
    """A reason to stop belongs to a stopped measure, which deserves one; a reason to stall to one that is not finished."""
    for entry in _of_kind(reading, "massnahmen"):
        status, reason = entry.get("status"), entry.get("beendet_weil")
        if reason and status != "eingestellt":
            message = f"Die Maßnahme nennt einen Grund für ihr Ende, der Status ist aber {shown(str(status))}. Ist sie eingestellt?"
            yield entry.problem(("status",), "widerspruch", message, "warning")
        elif not reason and status == "eingestellt":
            message = "Die Maßnahme ist eingestellt. Ist der Grund bekannt, gehört er in das Feld „beendet_weil“."
            yield entry.problem(("status",), "grund-fehlt", message, "hint")
        if entry.get("stockt_weil") and status in ("umgesetzt", "verstetigt", "eingestellt"):
            message = (
                f"Die Maßnahme nennt einen Grund, warum sie stockt, der Status ist aber {shown(str(status))}. Löschen Sie eines von beiden."
            )
            yield entry.problem(("status",), "widerspruch", message, "warning")


def adoption_between_two(reading: Reading) -> Iterator[Problem]:
    for entry in _of_kind(reading, "nachnutzungen"):
        giver, taker = _side(entry, "von"), _side(entry, "nach")
        if giver.get("name") and str(giver["name"]).casefold() == str(taker.get("name")).casefold():
            message = f"{shown(taker['name'])} steht auf beiden Seiten. Eine Nachnutzung verbindet zwei Kommunen."
            yield entry.problem(("nach", "name"), "widerspruch", message)
        for name, side in (("von", giver), ("nach", taker)):
            measure, project = side.get("massnahme"), side.get("modellprojekt")
            if measure and project and not str(measure).startswith(f"{project}/"):
                message = f"Die Maßnahme {shown(measure)} gehört nicht zum Modellprojekt {shown(project)}."
                yield entry.problem((name, "massnahme"), "widerspruch", message)


def starting_point_complete(reading: Reading) -> Iterator[Problem]:
    """A starting point compares ways, says what to do first and what went wrong elsewhere; no other page of knowledge does."""
    for entry in _of_kind(reading, "wissen"):
        is_one = entry.get("art") == STARTING_POINT
        for name in ("wege", "zuerst", "fallstricke"):
            if is_one and entry.get(name) is None:
                yield entry.problem(
                    (), "pflichtfeld", f"Das Pflichtfeld „{name}“ fehlt. Ein Einstieg nennt Wege, erste Schritte und Fallstricke."
                )
            elif not is_one and entry.get(name) is not None:
                message = f"Das Feld „{name}“ gehört nur in einen Einstieg, die Art ist aber {shown(entry.get('art'))}."
                yield entry.problem((name,), "widerspruch", message, at_key=True)


def proven_ways(reading: Reading) -> Iterator[Problem]:
    """What has been given up since is no way to recommend."""
    stopped = {entry.id for entry in _of_kind(reading, "massnahmen") if entry.get("status") == "eingestellt"}
    for entry in _of_kind(reading, "wissen"):
        ways = entry.get("wege")
        for index, way in enumerate(ways if isinstance(ways, list) else ()):
            measure = way.get("massnahme") if isinstance(way, dict) else None
            if isinstance(measure, str) and measure in stopped:
                message = f"Die Maßnahme {shown(measure)} ist eingestellt. Als Weg taugt sie nicht mehr, vielleicht als Fallstrick."
                yield entry.problem(("wege", index, "massnahme"), "widerspruch", message, "warning")


def examples_that_find(reading: Reading) -> Iterator[Problem]:
    """A search that the start page suggests leads somewhere. Only the beginning of a word counts, so endings do not matter."""
    told = "\n".join(str(entry.get(name)) for entry in reading.entries for name in ("titel", "kurz") if entry.kind.folder != "vokabular")
    told = told.casefold()
    for entry in _of_kind(reading, "vokabular"):
        terms = entry.get("begriffe") if entry.id == "beispielsuchen" else None
        for index, term in enumerate(terms if isinstance(terms, list) else ()):
            name = term.get("name") if isinstance(term, dict) else None
            if isinstance(name, str) and not all(_beginning(word) in told for word in re.findall(r"\w+", name.casefold())):
                message = f"Die Startseite schlägt die Suche {shown(name)} vor. Kein Titel und keine Kurzfassung enthält diese Wörter."
                yield entry.problem(("begriffe", index, "name"), "beispielsuche", message, "hint")


def _beginning(word: str) -> str:
    return word[: max(4, len(word) - 2)]


def _of_kind(reading: Reading, folder: str) -> Iterator[Entry]:
    return (entry for entry in reading.entries if entry.kind.folder == folder)


def _side(entry: Entry, name: str) -> dict[str, Any]:
    side = entry.get(name)
    return side if isinstance(side, dict) else {}
