"""The catalogue for open data portals: DCAT-AP.de 3.0, in Turtle and JSON-LD.

Every node has an address of its own, so nothing in the files depends on how a library numbers nameless ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from generator.catalogue import Catalogue
from generator.exports.api import XLSX
from generator.exports.envelope import ROOT
from generator.exports.tables import TABLES
from generator.files import SiteFile
from generator.history import History
from generator.publication import Publication
from generator.records import KINDS

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
DCATAP = Namespace("http://data.europa.eu/r5r/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EU = "http://publications.europa.eu/resource/authority"
_LICENCE = URIRef("http://dcat-ap.de/def/licenses/cc-by/4.0")
_AVAILABLE = URIRef(f"{_EU}/planned-availability/STABLE")
_GERMAN = URIRef(f"{_EU}/language/DEU")
_GERMANY = URIRef(f"{_EU}/country/DEU")
_THEMES = tuple(URIRef(f"{_EU}/data-theme/{theme}") for theme in ("GOVE", "REGI", "TECH"))


class _Form(NamedTuple):
    title: str
    path: str
    media: str
    format: str


def files(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    graph = described(catalogue, publication, history)
    yield SiteFile(f"{ROOT}/katalog.ttl", graph.serialize(format="turtle"))
    yield SiteFile(f"{ROOT}/katalog.jsonld", _json_ld(graph))


def described(catalogue: Catalogue, publication: Publication, history: History) -> Graph:
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dct", DCTERMS), ("foaf", FOAF), ("vcard", VCARD), ("dcatde", DCATDE), ("dcatap", DCATAP)):
        graph.bind(prefix, namespace)
    here = _Places(publication)
    _publisher(graph, here, publication)
    catalog = here("katalog")
    _say(graph, catalog, DCAT.Catalog, f"{publication.name}: offene Daten", publication.description or publication.name, here)
    graph.add((catalog, DCTERMS.license, _LICENCE))
    graph.add((catalog, DCTERMS.modified, _date(catalogue.stand)))
    graph.add((catalog, FOAF.homepage, here.page("")))
    graph.add((catalog, DCAT.themeTaxonomy, URIRef(f"{_EU}/data-theme")))
    for folder in KINDS:
        node = _dataset(graph, folder, catalogue, publication, here)
        graph.add((catalog, DCAT.dataset, node))
        if known := [history[record.file].created for record in catalogue.kinds()[folder].values() if record.file in history]:
            graph.add((node, DCTERMS.issued, Literal(min(known), datatype=XSD.dateTime, normalize=False)))
    return graph


class _Places:
    """Addresses of what is described: whole where the public address is known, else relative to the catalogue's file."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def page(self, path: str) -> URIRef:
        return URIRef(self._publication.url(path, "../../"))

    def __call__(self, name: str) -> URIRef:
        return self.page(f"daten/#{name}")


def _say(graph: Graph, node: URIRef, kind: URIRef, title: str, description: str, here: _Places) -> None:
    """What catalogue and data sets alike must have."""
    graph.add((node, RDF.type, kind))
    graph.add((node, DCTERMS.title, Literal(title, lang="de")))
    graph.add((node, DCTERMS.description, Literal(description, lang="de")))
    graph.add((node, DCTERMS.publisher, here("herausgeber")))
    graph.add((node, DCTERMS.language, _GERMAN))
    graph.add((node, DCTERMS.spatial, _GERMANY))


def _publisher(graph: Graph, here: _Places, publication: Publication) -> None:
    agent, contact, publisher = here("herausgeber"), here("kontakt"), publication.publisher
    graph.add((agent, RDF.type, FOAF.Agent))
    graph.add((agent, FOAF.name, Literal(publisher.name, lang="de")))
    graph.add((agent, FOAF.homepage, URIRef(publisher.website)))
    graph.add((agent, FOAF.mbox, URIRef(f"mailto:{publisher.email}")))
    for kind in (VCARD.Organization, VCARD.Kind):  # the second follows from the first, but not every checker infers it
        graph.add((contact, RDF.type, kind))
    graph.add((contact, VCARD.fn, Literal(publisher.name)))
    graph.add((contact, VCARD.hasEmail, URIRef(f"mailto:{publisher.email}")))


def _dataset(graph: Graph, folder: str, catalogue: Catalogue, publication: Publication, here: _Places) -> URIRef:
    kind, node = KINDS[folder], here(folder)
    count = len(catalogue.kinds()[folder])
    about = f"{count} Einträge der Art „{kind.many}“ aus {publication.name}, jeder mit Quellen."
    _say(graph, node, DCAT.Dataset, f"{publication.name}: {kind.many}", about, here)
    graph.add((node, DCTERMS.identifier, Literal(f"{publication.address}api/v1/{folder}")))
    graph.add((node, DCTERMS.modified, _date(catalogue.stand)))
    graph.add((node, DCATDE.contributorID, URIRef(publication.publisher.dcatde_contributor_id)))
    graph.add((node, DCATDE.politicalGeocodingLevelURI, URIRef(publication.publisher.gebiet)))
    graph.add((node, DCAT.contactPoint, here("kontakt")))
    graph.add((node, DCAT.landingPage, here.page("daten/")))
    for theme in _THEMES:
        graph.add((node, DCAT.theme, theme))
    for keyword in (publication.programme, "Kommune", "Digitalisierung", kind.many):
        graph.add((node, DCAT.keyword, Literal(keyword, lang="de")))
    for form in _forms(folder):
        graph.add((node, DCAT.distribution, _distribution(graph, form, catalogue, publication, here)))
    return node


def _forms(folder: str) -> Iterator[_Form]:
    name = KINDS[folder].many
    yield _Form(f"{name} als JSON", f"{ROOT}/{folder}.json", "application/json", "JSON")
    if folder in TABLES:
        yield _Form(f"{name} als CSV", f"daten/{folder}.csv", "text/csv", "CSV")
        yield _Form(f"{name} als Excel-Tabelle", f"daten/{folder}.xlsx", XLSX, "XLSX")
    if folder == "modellprojekte":
        yield _Form(f"{name} als GeoJSON", f"{ROOT}/modellprojekte.geojson", "application/geo+json", "GEOJSON")


def _distribution(graph: Graph, form: _Form, catalogue: Catalogue, publication: Publication, here: _Places) -> URIRef:
    node, file = here(form.path.rpartition("/")[2].replace(".", "-")), here.page(form.path)
    graph.add((node, RDF.type, DCAT.Distribution))
    graph.add((node, DCTERMS.title, Literal(form.title, lang="de")))
    graph.add((node, DCAT.accessURL, file))
    graph.add((node, DCAT.downloadURL, file))
    graph.add((node, DCAT.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{form.media}")))
    graph.add((node, DCTERMS["format"], URIRef(f"{_EU}/file-type/{form.format}")))
    graph.add((node, DCTERMS.license, _LICENCE))
    graph.add((node, DCTERMS.modified, _date(catalogue.stand)))
    graph.add((node, DCATDE.licenseAttributionByText, Literal(f"{publication.name}, CC BY 4.0, Stand {catalogue.stand}", lang="de")))
    graph.add((node, DCATAP.availability, _AVAILABLE))
    return node


def _date(stand: str) -> Literal:
    return Literal(stand, datatype={4: XSD.gYear, 7: XSD.gYearMonth}.get(len(stand), XSD.date), normalize=False)


def _json_ld(graph: Graph) -> str:
    context = {prefix: str(namespace) for prefix, namespace in sorted(graph.namespaces()) if prefix in _PREFIXES}
    told = json.loads(graph.serialize(format="json-ld", context=context))
    return json.dumps(_in_order(told), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


_PREFIXES = {"dcat", "dct", "foaf", "vcard", "dcatde", "dcatap", "xsd"}


def _in_order(value: Any) -> Any:
    """A graph knows no order, its file needs one."""
    if isinstance(value, dict):
        return {key: _in_order(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((_in_order(inner) for inner in value), key=lambda inner: json.dumps(inner, sort_keys=True))
    return value
