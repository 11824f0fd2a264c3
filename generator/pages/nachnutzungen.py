"""Who took what from whom: a page per adoption, and all of them as one table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.pages.transfer import counted, ranking


def pages(catalogue: Catalogue) -> Iterator[Page]:
    adoptions = sorted(catalogue.nachnutzungen.values(), key=lambda adoption: (adoption.titel, adoption.nach.name))
    yield Page(
        "netzwerk/index.md",
        "netzwerk",
        "Wer von wem übernommen hat",
        f"{len(adoptions)} belegte Übertragungen, gemeinsame Entwicklungen und Vorbilder zwischen Kommunen.",
        {"alle": adoptions, "rangliste": ranking(catalogue), "zahlen": counted(catalogue)},
        kind="weit",
    )
    for adoption in adoptions:
        between = f"{adoption.von.name} und {adoption.nach.name}"
        yield Page(
            page_of(adoption),
            "nachnutzung",
            f"{adoption.titel}: {adoption.von.name} – {adoption.nach.name}",
            f"{adoption.titel}: was {between} verbindet, mit Art, Zeitpunkt und Quellen.",
            {"n": adoption},
            adoption,
        )
