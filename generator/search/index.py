"""What lunr counts for the index. What a text says is weighed by where it says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lunr.builder import Builder
from lunr.index import Index

from generator.addresses import FACETS
from generator.catalogue import Catalogue
from generator.search.analysis import terms
from generator.search.documents import KINDS_FOUND, WRITTEN, Document

FIELDS = {"titel": 7.0, "ort": 2.5, "kurz": 1.7, "themen": 1.6, "mehr": 1.0}
"""The fields of the index and how much a word counts in each."""

BY_FACET = {"ort": ("projekt", "land"), "themen": ("art", "handlungsfeld", "technologie", "ziel", "status")}
"""The fields whose words follow from a document's facets: every document of a place holds the same words there."""

EXACT = ("technologie", "status", "land")
"""The facets whose terms' synonyms mean the same. Those of a field are parts of it: not all about Mobilität is Carsharing."""

UNNAMED = ("massnahmen", WRITTEN)
"""The kinds nobody asks for by name: nearly everything is a measure."""

KIND_WEIGHTS = {
    "massnahmen": 1.0,
    "loesungen": 1.1,
    "modellprojekte": 1.2,
    "strategien": 0.75,
    "ressourcen": 0.9,
    "wissen": 0.85,
    "gemeinschaften": 0.8,
    "nachnutzungen": 0.4,
    "programm": 0.6,
    "seiten": 0.85,
}
"""What a reader comes for stands before what is only about it."""

_NO_NOTES: dict[str, list[str]] = {}

B, K1 = 0.6, 1.2
"""How much a long text is held against it, and how soon a repeated word stops counting: lunr's two numbers."""


@dataclass(frozen=True)
class Built:
    """What lunr counted: the numbers that the weights are made of."""

    builder: Builder
    documents: Sequence[Document]

    @cached_property
    def index(self) -> Index:
        """lunr's own index, whose weights the browser computes anew from the same numbers."""
        return self.builder.build()

    @property
    def postings(self) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
        """The documents of every term, by field."""
        found: Mapping[str, Mapping[str, Mapping[str, object]]] = self.builder.inverted_index
        return found

    @property
    def terms(self) -> list[str]:
        return sorted(self.postings)


def build(documents: Sequence[Document], by_facet: Mapping[tuple[str, str], list[str]]) -> Built:
    """`by_facet` are the terms of every facet's values, such as those of (land, sachsen)."""
    builder = Builder()
    builder.ref("nummer")
    builder.b(B)
    builder.k1(K1)
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for number, document in enumerate(documents):
        texts: dict[str, list[str]] = {
            "titel": terms(document.title),
            "kurz": _once(terms(document.short)),
            "mehr": _once(terms(document.rest)),
        }
        for field, facets in BY_FACET.items():
            texts[field] = [term for facet in facets for value in document.values(facet) for term in by_facet.get((facet, value), ())]
        builder.add({"nummer": number, **texts}, {"boost": KIND_WEIGHTS[document.kind]})
        _slim(builder, number, texts)
    return Built(builder, documents)


def _slim(builder: Builder, number: int, texts: Mapping[str, Iterable[str]]) -> None:
    """lunr keeps a place for notes on every word in every document, which takes more room than all else, and we make none."""
    for field, words in texts.items():
        for word in words:
            builder.inverted_index[word][field][str(number)] = _NO_NOTES


def _once(words: Iterable[str]) -> list[str]:
    """How often a long text repeats a word says little; leaving it out keeps the index small."""
    return list(dict.fromkeys(words))


def terms_by_facet(catalogue: Catalogue) -> dict[tuple[str, str], list[str]]:
    """The words that stand for a facet's value: a term's name and synonyms, a project's name and municipalities."""
    found = {
        (facet, term.id): terms(" ".join((term.name, *term.synonyme) if facet in EXACT else (term.name,)))
        for facet, vocabulary in FACETS.items()
        for term in catalogue.begriffe.get(vocabulary, {}).values()
    }
    found |= {("art", kind): terms(one) for kind, (one, _) in KINDS_FOUND.items() if kind not in UNNAMED}
    for project in catalogue.modellprojekte.values():
        found["projekt", project.id] = _once(terms(" ".join((project.titel, project.motto or "", *project.kommunen))))
    return found
