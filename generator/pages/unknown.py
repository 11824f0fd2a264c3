"""What an adopting municipality asks first and our sources do not say. Said in one line instead of empty rows."""

from __future__ import annotations

from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme

_ASKED = {
    "kosten_eur": "Kosten",
    "aufwand": "Aufwand",
    "betrieb": "Betrieb",
    "voraussetzungen": "Voraussetzungen",
    "open_source": "ob der Quellcode offen ist",
}

_SOFTWARE = {
    "app-portal", "ar-vr", "beteiligungsplattform", "datenplattform", "datenvisualisierung", "digitaler-zwilling", "geoinformation", "ki", "planung-modellierung",
}  # fmt: skip
"""Where a reader asks for the source code: a bench or a workshop has none."""


def unknown(record: Massnahme | Loesung) -> list[str]:
    missing = {name: words for name, words in _ASKED.items() if getattr(record, name) in (None, ())}
    if record.kosten_hinweis:
        missing.pop("kosten_eur", None)
    if record.quellcode or not _SOFTWARE & set(record.technologien):
        missing.pop("open_source", None)
    return list(missing.values())
