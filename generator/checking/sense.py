"""Do the fields of a record agree with one another?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.problems import Problem
from generator.reading import Entry, Reading
from generator.reading.shape import shown


def stopped_with_reason(reading: Reading) -> Iterator[Problem]:
    """A reason to stop belongs to a stopped measure, which deserves one; a reason to stall to one that is not finished."""
    for entry in _of_kind(reading, "massnahmen"):
        status, reason = entry.get("status"), entry.get("beendet_weil")
        if reason and status != "eingestellt":
            message = f"Die Maßnahme nennt einen Grund für ihr Ende, der Status ist aber „{status}“. Ist sie eingestellt?"
            yield entry.problem(("status",), "widerspruch", message, "warning")
        elif not reason and status == "eingestellt":
            message = "Die Maßnahme ist eingestellt. Ist der Grund bekannt, gehört er in das Feld „beendet_weil“."
            yield entry.problem(("status",), "grund-fehlt", message, "hint")
        if entry.get("stockt_weil") and status in ("umgesetzt", "verstetigt", "eingestellt"):
            message = f"Die Maßnahme nennt einen Grund, warum sie stockt, der Status ist aber „{status}“. Löschen Sie eines von beiden."
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
                message = f"Die Maßnahme {shown(measure)} gehört nicht zum Modellprojekt „{project}“."
                yield entry.problem((name, "massnahme"), "widerspruch", message)


def _of_kind(reading: Reading, folder: str) -> Iterator[Entry]:
    return (entry for entry in reading.entries if entry.kind.folder == folder)


def _side(entry: Entry, name: str) -> dict[str, Any]:
    side = entry.get(name)
    return side if isinstance(side, dict) else {}
