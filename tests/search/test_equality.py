"""What the browser makes of words and index is what Python made of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from generator.compounds import split
from generator.german import stem, words
from generator.search.analysis import terms
from generator.search.documents import Document
from generator.search.index import Built

pytestmark = pytest.mark.browser


def test_every_word_of_every_record_is_analysed_alike(engine: Page, found: list[Document]) -> None:
    texts = [f"{document.title} {document.place} {document.short} {document.rest}" for document in found]
    assert engine.evaluate("(texts) => texts.map((text) => search.store.german.terms(text))", texts) == [terms(text) for text in texts]


def test_unusual_signs_are_analysed_alike(engine: Page) -> None:
    texts = [
        "",
        "🚲 E‑Bike",
        "ﬁne Ⅷ ½ x² İstanbul ŁÓDŹ",
        "שלום עולם",
        "a\u0308 A\u0308PFEL",
        "𐿠sse 😀s 0𐿠E",
        "naïve Ångström ẞ ß",
        "1 23 ٣ 😀",
    ]
    assert engine.evaluate("(texts) => texts.map((text) => search.store.german.terms(text))", texts) == [terms(text) for text in texts]


def test_every_compound_is_cut_alike(engine: Page, built: Built, known_parts: frozenset[str]) -> None:
    others = [
        stem(word) for word in words("Baumsensor Schulraumluft Bürgerhaushaltsapp Windradwartung Wasserstandsmeldung Robustheit Bußgeld")
    ]
    known = built.terms
    assert engine.evaluate("search.store.words") == known
    assert set(engine.evaluate("[...search.store.lexicon]")) == known_parts
    cut = "(words) => words.map((word) => search.reader.piecesOf(word))"
    assert engine.evaluate(cut, [*known, *others]) == [list(split(word, known_parts)) for word in [*known, *others]]


def test_the_browser_fills_the_index_with_the_weights_lunr_gave(engine: Page, built: Built) -> None:
    """All of lunr's field vectors, rebuilt from the little that is sent."""
    rebuilt = engine.evaluate(
        """() => {
          for (const word of search.store.words) search.index.search(word);
          return Object.fromEntries(Object.entries(search.index.vectors).map(([name, vector]) => [name, vector.elements]));
        }"""
    )
    number = {term: index for index, term in enumerate(built.terms)}
    place = {posting["_index"]: number[term] for term, posting in built.index.inverted_index.items()}
    compared = 0
    for name, vector in built.index.field_vectors.items():
        wanted = sorted((place[index], weight) for index, weight in zip(vector.elements[::2], vector.elements[1::2], strict=True))
        got = rebuilt.get(name, [])
        assert got[::2] == [index for index, _ in wanted], name
        assert got[1::2] == pytest.approx([weight for _, weight in wanted], abs=6e-4), name
        compared += len(wanted)
    assert compared > 50_000


def test_titles_places_and_addresses_arrive_as_they_were(engine: Page, found: list[Document]) -> None:
    hits = engine.evaluate("search.search({ q: '', count: 99999 }).then(({ hits }) => hits.sort((a, b) => a.number - b.number))")
    assert [(hit["record"], "".join(hit["title"]), hit["place"], hit["date"], hit["outdated"]) for hit in hits] == [
        (document.key, document.title, document.place, document.date, document.outdated) for document in found
    ]
