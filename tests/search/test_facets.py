"""Filters: OR within a facet, AND between facets, and counts that say what one more click would give."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page

from generator.search.documents import Document
from tests.search.conftest import ask, records

pytestmark = pytest.mark.browser


def keys(found: list[Document], **facets: set[str]) -> set[str]:
    return {document.key for document in found if all(set(document.facets.get(name, ())) & values for name, values in facets.items())}


def test_several_values_of_a_facet_widen(engine: Page, found: list[Document]) -> None:
    hits = set(records(engine, "", filter={"land": ["sachsen", "saarland"]}, count=9999))
    assert hits == keys(found, land={"sachsen", "saarland"})


def test_several_facets_narrow(engine: Page, found: list[Document]) -> None:
    chosen = {"handlungsfeld": ["mobilitaet"], "status": ["umgesetzt", "verstetigt"], "groesse": ["kleinstadt"]}
    hits = set(records(engine, "", filter=chosen, count=9999))
    assert hits == keys(found, **{name: set(values) for name, values in chosen.items()})
    assert hits


def test_every_facet_filters(engine: Page, found: list[Document]) -> None:
    for facet in ("handlungsfeld", "technologie", "status", "land", "groesse", "staffel", "projekt", "ziel", "open_source"):
        value = Counter(value for document in found for value in document.facets.get(facet, ())).most_common(1)[0][0]
        assert set(records(engine, "", filter={facet: [value]}, count=9999)) == keys(found, **{facet: {value}}), facet
    assert {record.split("/")[0] for record in records(engine, "", filter={"art": ["loesungen"]}, count=9999)} == {"loesungen"}


def test_counts_say_what_a_click_would_give(engine: Page) -> None:
    """For every value of every facet, with a query and filters of two facets: choose it, and see."""
    chosen = {"handlungsfeld": ["mobilitaet"], "land": ["bayern"]}
    counts = ask(engine, "Sensor", filter=chosen)["counts"]
    values = engine.evaluate("search.facetValues()")
    for facet in ("handlungsfeld", "land", "status", "groesse", "art"):
        for (value, _), count in zip(values[facet], counts[facet], strict=True):
            alone = ask(engine, "Sensor", filter={**chosen, facet: [value]}, count=1)["total"]
            assert alone == count, (facet, value)


def test_unknown_values_change_nothing(engine: Page) -> None:
    everything = ask(engine, "Bus")["total"]
    assert ask(engine, "Bus", filter={"status": ["xyz"], "gibtesnicht": ["a"], "constructor": ["b"]})["total"] == everything
    assert (
        ask(engine, "Bus", filter={"status": ["xyz", "umgesetzt"]})["total"]
        == ask(engine, "Bus", filter={"status": ["umgesetzt"]})["total"]
    )


def test_sorting(engine: Page) -> None:
    titles = ["".join(hit["title"]) for hit in ask(engine, "Sensor", sorting="titel", count=50)["hits"]]
    assert titles == engine.evaluate("(titles) => [...titles].sort((a, b) => a.localeCompare(b, 'de'))", titles)
    dates = [hit["date"] for hit in ask(engine, "Sensor", sorting="neueste", count=50)["hits"]]
    assert dates == sorted(dates, reverse=True)


def test_portions_make_up_the_whole(engine: Page) -> None:
    whole = records(engine, "Sensor", count=60)
    assert [record for start in (0, 20, 40) for record in records(engine, "Sensor", **{"from": start}, count=20)] == whole
