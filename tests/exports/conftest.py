"""What the exports write, from the fictitious records, with a public address and without."""

from __future__ import annotations

from itertools import chain

import pytest

from generator.catalogue import Catalogue
from generator.exports import descriptions, interface, spreadsheets
from generator.history import Change, History
from generator.publication import Publication
from generator.settings import Publisher

ADDRESS = "https://wissen.example.org/kommunen/"
APP = "massnahmen/musterstadt/stadt-app.yml"
LEVEL = "massnahmen/musterstadt/pegelsensoren.yml"


@pytest.fixture(scope="session")
def publication() -> Publication:
    publisher = Publisher(
        name="Kreis Beispiel",
        website="https://kreis.example.org/",
        email="daten@kreis.example.org",
        dcatde_contributor_id="http://dcat-ap.de/def/contributors/kreisBeispiel",
    )
    return Publication("Wissen der Kreise", "Was Kreise gebaut haben.", ADDRESS, publisher=publisher)


@pytest.fixture(scope="session")
def history() -> History:
    return {
        APP: Change("2024-02-01T09:00:00Z", "2026-03-04T10:00:00Z"),
        LEVEL: Change("2026-05-06T08:00:00Z", "2026-05-06T08:00:00Z"),
    }


@pytest.fixture(scope="session")
def published(sample_catalogue: Catalogue, publication: Publication, history: History) -> dict[str, bytes]:
    parts = (
        spreadsheets(sample_catalogue, publication),
        descriptions(sample_catalogue, publication, history),
        interface(sample_catalogue, publication, history),
    )
    return {file.path: file.data for file in chain(*parts)}
