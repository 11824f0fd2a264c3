"""The index in few bytes.

lunr's own form of it names every document and weight anew and is five times as big. What the weights are made of is
enough: which document holds which word, from which `index.js` computes the same weights again. What follows
from something else that is sent is not sent either: the words of a title from the title, those of a place from the
project. Numbers are written as characters, one each: the step from the last number, counted from `#`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any

from generator.addresses import FACETS
from generator.catalogue import Catalogue
from generator.compounds import split
from generator.german import FUNCTION_WORDS, IRREGULAR, fold, words
from generator.search.analysis import terms
from generator.search.documents import BY_PROJECT, KINDS_FOUND, Document, of_project, place_of, states_of
from generator.search.index import BY_FACET, FIELDS, K1, KIND_WEIGHTS, B, Built

ZERO = 35
"""The character that stands for nought: the first after the quotation mark, so that little needs escaping."""
END = " "
_SLUG = re.compile(r"[a-z0-9]+")


def packed(catalogue: Catalogue, built: Built, by_facet: Mapping[tuple[str, str], list[str]], lexicon: frozenset[str]) -> str:
    documents = built.documents
    known = built.terms
    facets = _facets(catalogue, documents)
    whole: dict[str, Any] = {
        "stand": catalogue.stand,
        "arten": [[kind, many, sum(document.kind == kind for document in documents), one] for kind, (one, many) in KINDS_FOUND.items()],
        "gewichte": [KIND_WEIGHTS[kind] for kind in KINDS_FOUND],
        "titel": "\n".join(document.title for document in documents),
        "kennungen": "\n".join(_short_id(document) for document in documents),
        "orte": _places(catalogue, documents),
        "seiten": _addresses(documents),
        "daten": _column([document.date for document in documents]),
        "veraltet": steps(number for number, document in enumerate(documents) if document.outdated),
        "facetten": facets,
        "woerter": _front_coded(known, lexicon),
        "lexikon": " ".join(sorted(lexicon - set(known))),
        "felder": {name: _postings(built, name, known) for name in FIELDS if name not in BY_FACET and name != "titel"},
        "ausFacetten": {
            field: {facet: [" ".join(by_facet.get((facet, value), ())) for value in _values(facets, facet)] for facet in names}
            for field, names in BY_FACET.items()
        },
        "faktoren": FIELDS,
        "b": B,
        "k1": K1,
        "fuellwoerter": " ".join(sorted(FUNCTION_WORDS)),
        "beiwoerter": " ".join(sorted(words(files("generator.search").joinpath("beiwoerter.txt").read_text("utf-8")))),
        "unregelmaessig": IRREGULAR,
        "synonyme": _thesaurus(catalogue, set(known)),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


# --- numbers as characters -------------------------------------------------------------------------------------------


def number(value: int) -> str:
    return chr(ZERO + value)


def steps(values: Iterable[int]) -> str:
    """Ascending numbers, each as the step from the one before."""
    found, last = [], -1
    for value in values:
        found.append(number(value - last - 1))
        last = value
    return "".join(found)


def _column(values: Sequence[str]) -> dict[str, Any]:
    """A value per document out of few: the different ones, and one character per document."""
    different = sorted(set(values))
    place = {value: number(index) for index, value in enumerate(different)}
    return {"werte": different, "je": "".join(place[value] for value in values)}


# --- words -----------------------------------------------------------------------------------------------------------


def _front_coded(known: Sequence[str], lexicon: frozenset[str]) -> str:
    """Every word as what differs from the one before, cut where it is a compound; in capitals the count says it builds compounds."""
    lines, before = [], ""
    for word in known:
        marked = "|".join(split(word, lexicon)) or word
        same = _shared(before, marked)
        lines.append(chr((80 if word in lexicon else 48) + same) + marked[same:])
        before = marked
    return "\n".join(lines)


def _shared(one: str, other: str, most: int = 31) -> int:
    count = 0
    while count < min(len(one), len(other), most) and one[count] == other[count]:
        count += 1
    return count


def _postings(built: Built, field: str, known: Sequence[str]) -> str:
    """For every word the documents that hold it in a field."""
    return END.join(steps(sorted(int(reference) for reference in built.postings[word][field])) for word in known)


# --- documents -------------------------------------------------------------------------------------------------------


def _short_id(document: Document) -> str:
    """The id, without what follows from the project and the title: `*3` are the first three words of the title."""
    name = document.id.rpartition("/")[2] if document.kind == "massnahmen" else document.id
    title = _SLUG.findall(fold(document.title))
    count = name.count("-") + 1
    return f"*{count}" if "-".join(title[:count]) == name else name


def _places(catalogue: Catalogue, documents: Sequence[Document]) -> dict[str, str]:
    """The places that are not simply those of a document's projects, or the states of a project."""
    found = {}
    for index, document in enumerate(documents):
        projects = [catalogue.modellprojekte[key] for key in document.facets.get("projekt", ())]
        expected = states_of(catalogue, projects[0]) if document.kind == "modellprojekte" else place_of(projects)
        if document.place != expected:
            found[str(index)] = document.place
    return found


def _facets(catalogue: Catalogue, documents: Sequence[Document]) -> dict[str, Any]:
    values = {
        facet: [(term.id, term.name) for term in catalogue.begriffe.get(vocabulary, {}).values()] for facet, vocabulary in FACETS.items()
    }
    values["projekt"] = [(project.id, project.titel) for project in catalogue.modellprojekte.values()]
    values["open_source"] = [("ja", "ja")]
    own = {project.id: of_project(project) for project in catalogue.modellprojekte.values()}
    found = {}
    for facet, pairs in values.items():
        place = {value: number(index) for index, (value, _) in enumerate(pairs)}
        if facet in BY_PROJECT:
            lines, name = ([own[project][facet] for project in own], "jeProjekt")
        else:
            lines, name = ([document.facets.get(facet, ()) for document in documents], "je")
        found[facet] = {"werte": pairs, name: END.join("".join(place[value] for value in line) for line in lines)}
    return found


def _values(facets: Mapping[str, Any], facet: str) -> list[str]:
    """In the order that the browser numbers them by."""
    return list(KINDS_FOUND) if facet == "art" else [value for value, _ in facets[facet]["werte"]]


def _addresses(documents: Sequence[Document]) -> dict[str, str]:
    """The addresses that do not follow from kind and id."""
    found = {document.key: (address(document.page), document) for document in documents}
    return {key: page for key, (page, document) in found.items() if page != _expected(document)}


def _expected(document: Document) -> str:
    return f"programm/#{document.id}" if document.kind == "programm" else f"{document.key}/"


def address(page: str) -> str:
    """The address of a page from the start page: programm/index.md#zahl is programm/#zahl."""
    file, mark, anchor = page.partition("#")
    path = file.removesuffix(".md").removesuffix("index")
    return (path if not path or path.endswith("/") else f"{path}/") + mark + anchor


# --- thesaurus -------------------------------------------------------------------------------------------------------


def _thesaurus(catalogue: Catalogue, known: set[str]) -> str:
    """A line per group: its words, after a bar the merely related ones that some document holds, after another those only asked with."""
    lines = []
    for group in catalogue.begriffe.get("synonyme", {}).values():
        same = _phrases((group.name, *group.synonyme))
        near = [phrase for phrase in _phrases(group.verwandt) if phrase not in same and set(phrase.split()) <= known]
        asked = [phrase for phrase in _phrases(group.alltag) if phrase not in same]
        lines.append("|".join(map(",".join, (same, near, asked))).rstrip("|"))
    return "\n".join(sorted(lines))


def _phrases(names: Iterable[str]) -> list[str]:
    """As terms. Of several words two must remain: "kein Strom" would stand for all about Strom."""
    pairs = ((terms(name), len(words(name))) for name in names)
    return list(dict.fromkeys(" ".join(found) for found, count in pairs if len(found) >= min(count, 2)))
