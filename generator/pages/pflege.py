"""The page for whoever looks after the records: what to mend first."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.links.memory import Memory
from generator.pages.rendering import Page
from generator.upkeep import upkeep

SHOWN = 15
"""Of every list; the command `report --alle` shows all."""


def page(catalogue: Catalogue, memory: Memory) -> Page:
    return Page(
        "mitmachen/pflege.md",
        "pflege",
        "Stand der Pflege",
        "Was im Wissensspeicher zuerst gepflegt werden sollte: Lücken, alte Angaben, mögliche Doppelungen und tote Adressen.",
        {"p": upkeep(catalogue, memory), "grenze": SHOWN},
    )
