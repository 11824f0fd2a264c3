"""The map: where things lie, that every project can be hit, and what it says in words."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.catalogue import Catalogue
from generator.pictures.germany import WIDTH, Point, height, projected, states
from generator.pictures.map import APART, locator, map_filter, map_of_projects, table_of_projects
from generator.pictures.spreading import spread

HERE = "modellprojekte/index.md"


def test_the_outline_has_the_states_of_the_vocabulary(catalogue: Catalogue) -> None:
    assert sorted(states()) == sorted(catalogue.begriffe["laender"])


def test_the_outline_fills_the_sheet_and_stays_on_it() -> None:
    points = [point for rings in states().values() for ring in rings for point in ring]
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= height() for point in points)
    assert max(point.x for point in points) - min(point.x for point in points) > 0.95 * WIDTH
    assert max(point.y for point in points) - min(point.y for point in points) > 0.95 * height()


def test_the_projection_keeps_distances() -> None:
    """Kiel and Konstanz lie about 740 km apart, Köln and Dresden about 474."""
    scale = math.dist(projected(10.13, 54.32), projected(9.18, 47.66)) / 742
    assert math.dist(projected(6.96, 50.94), projected(13.74, 51.05)) / scale == pytest.approx(474, rel=0.02)


def _inside(point: Point, ring: tuple[Point, ...]) -> bool:
    crossed = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > point.y) != (by > point.y) and point.x < (bx - ax) * (point.y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


def test_projects_lie_in_their_states(catalogue: Catalogue) -> None:
    """The whole chain from a record's coordinates to the sheet. A kilometre of coast was given up, so some may miss by a little."""
    astray = []
    for project in catalogue.modellprojekte.values():
        place = projected(project.koordinaten.laenge, project.koordinaten.breite)
        rings = [ring for land in project.laender for ring in states()[land]]
        nearest = min(math.dist(place, corner) for ring in rings for corner in ring)
        if not any(_inside(place, ring) for ring in rings) and nearest > 8:
            astray.append(project.id)
    assert astray == []


def test_no_two_points_are_too_close_and_none_is_far_from_its_place(catalogue: Catalogue) -> None:
    places = [projected(p.koordinaten.laenge, p.koordinaten.breite) for p in catalogue.modellprojekte.values()]
    moved = spread(tuple(places), APART)
    assert min(math.dist(one, other) for one, other in combinations(moved, 2)) > APART - 0.1
    assert max(math.dist(place, now) for place, now in zip(places, moved, strict=True)) < APART
    assert sum(math.dist(place, now) < 4 for place, now in zip(places, moved, strict=True)) > 0.7 * len(places)


def test_points_at_the_very_same_place_are_parted_and_always_the_same_way() -> None:
    same = [Point(10, 10)] * 3
    once = spread(tuple(same), 20)
    assert min(math.dist(one, other) for one, other in combinations(once, 2)) > 19.9
    assert spread(tuple(same), 20) == once


def test_every_project_is_a_link_with_words(catalogue: Catalogue) -> None:
    picture = LexborHTMLParser(str(map_of_projects(catalogue, HERE)))
    links = {link.attributes["href"]: link.attributes["aria-label"] for link in picture.css("figure a")}
    assert len(links) == len(catalogue.modellprojekte)
    measures = len(catalogue.massnahmen_von(catalogue.modellprojekte["zwoenitz"]))
    assert links["zwoenitz/"] == f"Zwönitz: Kleinstadt, 1. Staffel (2019), {measures} Maßnahmen"


def test_the_table_has_what_the_map_has(catalogue: Catalogue) -> None:
    on_map = LexborHTMLParser(str(map_of_projects(catalogue, HERE))).css("[data-eintrag]")
    in_table = LexborHTMLParser(str(table_of_projects(catalogue, HERE))).css("tr[data-eintrag]")
    keys = ("data-eintrag", "data-staffel", "data-groesse")
    assert [[node.attributes[key] for key in keys] for node in on_map] == [[node.attributes[key] for key in keys] for node in in_table]


def test_the_filter_counts_what_it_finds(sample_catalogue: Catalogue) -> None:
    words = LexborHTMLParser(str(map_filter(sample_catalogue))).css("form")[0].text()
    assert "Kleinstadt (1)" in words
    assert "Landgemeinde" not in words, "nothing to choose where nothing is"


def test_a_project_page_shows_where_it_lies_in_words_too(catalogue: Catalogue) -> None:
    picture = LexborHTMLParser(str(locator(catalogue, catalogue.modellprojekte["zwoenitz"])))
    svg = picture.css("svg")[0]
    assert svg.attributes["role"] == "img"
    assert svg.attributes["aria-label"] == "Lage von Zwönitz in Sachsen"
    assert len(picture.css("path.hervor")) == 1
    assert picture.css_first("a") is None


def test_pictures_survive_markdown_and_a_strict_content_security_policy(catalogue: Catalogue) -> None:
    """A blank line would end the HTML block, a style attribute would be refused."""
    for picture in (map_of_projects(catalogue, HERE), map_of_projects(catalogue, HERE, small=True), table_of_projects(catalogue, HERE)):
        assert "\n" not in picture
        assert " style=" not in picture
        assert " on" + "click=" not in picture


def test_a_small_map_is_small(catalogue: Catalogue) -> None:
    few = [catalogue.modellprojekte["zwoenitz"]]
    assert len(map_of_projects(catalogue, HERE, few, small=True)) < 10_000
    assert len(locator(catalogue, few[0])) < 5_500
