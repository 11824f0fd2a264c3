"""The network: one node per municipality, one line per adoption, nothing covered, and all of it in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from selectolax.lexbor import LexborHTMLParser

from generator.catalogue import Catalogue
from generator.pictures.layout import Box, layout
from generator.pictures.network import network, network_filter, nodes_of, table_of_adoptions

HERE = "netzwerk/index.md"


def test_nodes_know_what_they_gave_took_and_share(sample_catalogue: Catalogue) -> None:
    nodes = nodes_of(list(sample_catalogue.nachnutzungen.values()))
    assert [node.said() for node in nodes] == [
        "Musterstadt: 1-mal weitergegeben, 1-mal gemeinsam entwickelt",
        "Landkreis Beispiel: 1-mal gemeinsam entwickelt",
        "Nachbardorf: 1-mal übernommen",
    ]


def test_the_picture_has_a_line_for_every_row_of_the_table(catalogue: Catalogue) -> None:
    lines = LexborHTMLParser(str(network(catalogue, HERE))).css(".kanten [data-eintrag]")
    rows = LexborHTMLParser(str(table_of_adoptions(catalogue, HERE))).css("tr[data-eintrag]")
    assert [line.attributes["data-eintrag"] for line in lines] == [row.attributes["data-eintrag"] for row in rows]
    assert len(rows) == len(catalogue.nachnutzungen)


def test_only_what_went_one_way_has_an_arrow(sample_catalogue: Catalogue) -> None:
    lines = LexborHTMLParser(str(network(sample_catalogue, HERE))).css(".kanten [data-eintrag]")
    arrows = {line.attributes["data-art"]: "marker-end" in line.css(".kante")[0].attributes for line in lines}
    assert arrows == {"uebertragung": True, "entwicklungsgemeinschaft": False}


def test_model_projects_are_links_and_others_are_named(catalogue: Catalogue) -> None:
    picture = LexborHTMLParser(str(network(catalogue, HERE)))
    labels = {node.attributes["data-knoten"]: node for node in picture.css(".knoten [data-knoten]")}
    assert labels["Halle (Saale)"].attributes["href"] == "../modellprojekte/halle-saale/"
    assert labels["Magdeburg"].tag == "g"
    assert labels["Magdeburg"].attributes["aria-label"] == "Magdeburg: 1-mal übernommen. Kein Modellprojekt"


def test_the_whole_is_described(catalogue: Catalogue) -> None:
    label = LexborHTMLParser(str(network(catalogue, HERE))).css(".knoten[aria-label]")[0].attributes["aria-label"]
    assert label is not None
    most = nodes_of(list(catalogue.nachnutzungen.values()))[0].party.name
    assert f" und {len(catalogue.nachnutzungen)} Verbindungen. Die meisten haben {most}, " in label


def test_the_filter_names_kinds_that_occur(sample_catalogue: Catalogue) -> None:
    words = LexborHTMLParser(str(network_filter(sample_catalogue))).text()
    assert "Gemeinsame Entwicklung (1)" in words


BOXES = [Box(60, 30)] * 12
LINKS = [(0, node) for node in range(1, 9)] + [(9, 10)]


def test_labels_never_cover_each_other() -> None:
    places = layout(BOXES, LINKS, 400)
    for (a, one), (b, other) in combinations(enumerate(places), 2):
        apart = abs(one.x - other.x) >= 59.9 or abs(one.y - other.y) >= 29.9
        assert apart, (a, b)


def test_the_same_network_gives_the_same_picture() -> None:
    assert layout(BOXES, LINKS, 400) == layout(BOXES, LINKS, 400)


def test_groups_without_links_between_them_stand_below_each_other() -> None:
    places = layout(BOXES, LINKS, 400)
    assert max(place.y for place in places[:9]) < min(place.y for place in places[9:])


def test_the_sheet_is_as_wide_as_asked(catalogue: Catalogue) -> None:
    picture = LexborHTMLParser(str(network(catalogue, HERE)))
    box = (picture.css("svg")[0].attributes["viewBox"] or "").split()
    assert 600 < float(box[2]) < 1000


def test_without_adoptions_there_is_no_picture(sample_catalogue: Catalogue) -> None:
    assert network(replace(sample_catalogue, nachnutzungen={}), HERE) == ""
