"""The catalogue for data portals, checked against what DCAT-AP.de 3.0 demands."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, RDF

from generator.exports.dcat import DCATDE
from generator.publication import Publication
from generator.settings import UNSET
from tests.exports.conftest import ADDRESS

DCAT = Namespace("http://www.w3.org/ns/dcat#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset, DCTERMS.license, DCTERMS.language),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCATDE.contributorID, DCAT.distribution, DCAT.theme,
                   DCAT.keyword, DCAT.landingPage, DCAT.contactPoint, DCTERMS.identifier, DCTERMS.modified),
    DCAT.Distribution: (DCTERMS.title, DCAT.accessURL, DCTERMS.license, DCATDE.licenseAttributionByText, DCTERMS["format"]),
    FOAF.Agent: (FOAF.name,),
    VCARD.Kind: (VCARD.fn, VCARD.hasEmail),
}  # fmt: skip
"""Mandatory in DCAT-AP.de, and what GovData's conventions demand or recommend (K01, K12, K30, K31, K32, K36 and those without a number)."""
_EU = "http://publications.europa.eu/resource/authority/"
FROM_LISTS = {
    DCTERMS.license: "http://dcat-ap.de/def/licenses/",
    DCTERMS["format"]: f"{_EU}file-type/",
    DCAT.theme: f"{_EU}data-theme/",
    DCTERMS.language: f"{_EU}language/",
    DCATDE.contributorID: "http://dcat-ap.de/def/contributors/",
    DCATDE.politicalGeocodingLevelURI: "http://dcat-ap.de/def/politicalGeocoding/Level/",
}


def parsed(content: bytes, form: str) -> Graph:
    return Graph().parse(data=content, format=form, publicID=f"{ADDRESS}api/v1/katalog.ttl")


@pytest.fixture(params=["ttl", "jsonld"])
def graph(request: pytest.FixtureRequest, published: dict[str, bytes]) -> Graph:
    return parsed(published[f"api/v1/katalog.{request.param}"], {"ttl": "turtle", "jsonld": "json-ld"}[request.param])


def test_nothing_mandatory_is_missing(graph: Graph) -> None:
    missing = [
        (str(node), str(needed))
        for kind, properties in MANDATORY.items()
        for node in graph.subjects(RDF.type, kind)
        for needed in properties
        if graph.value(node, needed) is None
    ]
    assert missing == []
    assert len(set(graph.subjects(RDF.type, DCAT.Dataset))) == 10


def test_values_come_from_the_lists_that_portals_know(graph: Graph) -> None:
    for said, start in FROM_LISTS.items():
        values = {str(value) for value in graph.objects(None, said)}
        assert values
        assert {value for value in values if not value.startswith(start)} == set()


def test_a_data_set_is_as_old_as_its_first_record(graph: Graph) -> None:
    assert str(graph.value(URIRef(f"{ADDRESS}daten/#massnahmen"), DCTERMS.issued)).startswith("2024-02-01T09:00:00")
    assert graph.value(URIRef(f"{ADDRESS}daten/#wissen"), DCTERMS.issued) is None, "nobody knows"


def test_what_is_pointed_to_is_described(graph: Graph) -> None:
    for pointing, kind in ((DCAT.dataset, DCAT.Dataset), (DCAT.distribution, DCAT.Distribution), (DCTERMS.publisher, FOAF.Agent)):
        assert {node for node in graph.objects(None, pointing) if (node, RDF.type, kind) not in graph} == set()


def test_licence_publisher_and_contributor_are_those_of_the_configuration(graph: Graph) -> None:
    assert set(graph.objects(None, DCATDE.contributorID)) == {URIRef("http://dcat-ap.de/def/contributors/kreisBeispiel")}
    assert {str(name) for name in graph.objects(None, FOAF.name)} == {"Kreis Beispiel"}
    assert {str(found) for found in graph.objects(None, DCTERMS.license)} == {"http://dcat-ap.de/def/licenses/cc-by/4.0"}


def test_every_distribution_is_a_file_we_publish(graph: Graph, published: dict[str, bytes]) -> None:
    files = {str(address).removeprefix(ADDRESS) for address in graph.objects(None, DCAT.downloadURL)}
    assert files <= published.keys()
    assert "daten/massnahmen.xlsx" in files


def test_both_forms_say_the_same(published: dict[str, bytes]) -> None:
    turtle, json_ld = parsed(published["api/v1/katalog.ttl"], "turtle"), parsed(published["api/v1/katalog.jsonld"], "json-ld")
    assert isomorphic(turtle, json_ld)


def test_the_site_marks_what_its_publisher_has_not_filled_in(site: Path) -> None:
    turtle = (site / "api/v1/katalog.ttl").read_text("utf-8")
    assert f'foaf:name "{UNSET} Name der herausgebenden Stelle"' in turtle
    assert Publication().publisher.unset == ["name", "website", "email", "dcatde_contributor_id"]
    assert parsed(turtle.encode(), "turtle").value(URIRef(f"{ADDRESS}daten/#katalog"), RDF.type) == DCAT.Catalog
