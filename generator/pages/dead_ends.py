"""What did not work out, as a help for whoever is about to start the same: stopped, stalled, and apart from both what is merely old."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.catalogue import Catalogue
from generator.records.massnahme import Massnahme

TERM = ("status", "eingestellt")
"""The page of this term says it all."""
_OLDEST = 20


def dead_ends(catalogue: Catalogue) -> dict[str, Any]:
    measures = catalogue.massnahmen.values()
    old = [measure for measure in measures if catalogue.veraltet(measure)]
    return {
        "eingestellt": _newest_first(catalogue.mit("massnahmen", *TERM)),
        "teile": [solution for solution in catalogue.loesungen.values() if solution.beendet_weil],
        "stockend": _newest_first(measure for measure in measures if measure.stockt_weil),
        "alt": [
            (term, [measure for measure in old if measure.status == term.id])
            for term in catalogue.begriffe["status"].values()
            if term.offen
        ],
        "aelteste": sorted((measure for measure in old if measure.status_datum), key=lambda m: (m.status_datum or "", m.id))[:_OLDEST],
    }


def _newest_first(measures: Iterable[Massnahme]) -> list[Massnahme]:
    return sorted(sorted(measures, key=lambda measure: measure.titel), key=lambda measure: measure.status_datum or "", reverse=True)
