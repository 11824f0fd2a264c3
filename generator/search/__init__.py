"""The search: what the site needs so that a reader finds what was meant. Catalogue and hand-written pages in, assets out.

`documents` says what can be found, `index` lets lunr count its words, `packing` makes it small, `browser/` holds what runs at
the reader's. Nothing is looked up anywhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from generator.catalogue import Catalogue
from generator.compounds import count_nouns, lexicon
from generator.files import SiteFile, handed_over
from generator.search.documents import Document, documents
from generator.search.index import build, terms_by_facet
from generator.search.packing import packed
from generator.search.scripts import lunr, script
from generator.search.written import WrittenPage

FOLDER = "assets/suche"
PORTION = 64
"""Documents per file of texts; `texts.js` counts the same."""


def search(catalogue: Catalogue, written: Iterable[WrittenPage] = ()) -> Iterator[SiteFile]:
    found = documents(catalogue, written)
    engine = lunr() + script("engine")
    yield SiteFile(f"{FOLDER}/motor.js", engine)
    yield SiteFile(f"{FOLDER}/suche.js", script("page").replace("__ENGINE__", sha256(engine.encode()).hexdigest()[:8]))
    yield handed_over(f"{FOLDER}/daten", _data(catalogue, found))
    yield from _texts("kurz", [document.short for document in found])
    yield from _texts("mehr", [document.rest for document in found])


def _data(catalogue: Catalogue, found: Sequence[Document]) -> str:
    by_facet = terms_by_facet(catalogue)
    spread, nouns = count_nouns(f"{document.title}. {document.short} {document.rest}" for document in found)
    return packed(catalogue, build(found, by_facet), by_facet, lexicon(spread, nouns))


def _texts(name: str, texts: Sequence[str]) -> Iterator[SiteFile]:
    for number, start in enumerate(range(0, len(texts), PORTION)):
        portion = json.dumps(texts[start : start + PORTION], ensure_ascii=False, separators=(",", ":"))
        yield handed_over(f"{FOLDER}/{name}-{number}", portion)
