"""Maps of Germany with the model projects: drawn once, sharp at any size, and never the only way to a project."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from markupsafe import Markup

from generator.addresses import href, page_of
from generator.catalogue import Catalogue
from generator.html import decimal, element, joined
from generator.pictures.filters import Choice, Facet, filter_form
from generator.pictures.germany import WIDTH, Outline, Point, Rings, height, projected, states
from generator.pictures.spreading import spread
from generator.pictures.tables import Cell, Row, table
from generator.records.modellprojekt import Modellprojekt
from generator.wording import count, listed, number

APART = 32
"""So far apart that neighbouring points can be hit: on a sheet 600 units wide, half of it around each."""
_LEGEND = (
    "Je größer der Punkt, desto größer die Kommune; eine Raute steht für einen Kreis oder eine Region. "
    "Wo es eng ist, sind Punkte auseinandergerückt; ein Strich führt dann zum Ort."
)
MOVED = 4
"""From here on a line shows where a moved point belongs."""


def map_of_projects(
    catalogue: Catalogue,
    here: str,
    projects: Iterable[Modellprojekt] | None = None,
    lit: Collection[str] = (),
    small: bool = False,
    outline: Outline = None,
) -> Markup:
    """The map with a link at every project, or at the given ones; `lit` are the ids of states to make out.

    A small one stands beside other things, such as the list of the same projects, and has no words of its own.
    """
    shown = list(catalogue.modellprojekte.values() if projects is None else projects)
    places = [projected(project.koordinaten.laenge, project.koordinaten.breite, outline) for project in shown]
    spots = [
        _spot(catalogue, here, project, place, moved)
        for project, place, moved in zip(shown, places, spread(tuple(places), APART), strict=True)
    ]
    picture = element(
        "svg",
        _ground(outline, step=4 if small else 1, lit=lit),
        element(
            "g",
            joined(spots),
            class_="orte",
            role="group",
            aria_label=f"{'Karte' if outline else 'Deutschlandkarte'} mit {count(shown, 'Modellprojekt', 'Modellprojekten')}, jedes ein Link",
        ),
        element("g", class_="schild", aria_hidden="true"),
        viewBox=f"0 0 {WIDTH} {height(outline)}",
    )
    if small:
        return element("figure", picture, class_="ws-bild ws-karte ws-karte-klein", data_karte=True)
    return element("figure", picture, element("figcaption", _LEGEND), class_="ws-bild ws-karte", data_karte=True)


def map_filter(catalogue: Catalogue) -> Markup:
    """Cohort and size, for a map and the table of the same projects on one page."""
    facets = [
        Facet(key, title, _choices(catalogue, vocabulary))
        for key, title, vocabulary in (("staffel", "Staffel", "staffeln"), ("groesse", "Größe", "groessenklassen"))
    ]
    return filter_form(facets, "Modellprojekte")


def table_of_projects(catalogue: Catalogue, here: str) -> Markup:
    """The same projects as rows: what the map shows, and the number of measures."""
    return table(
        f"Alle {len(catalogue.modellprojekte)} Modellprojekte",
        ("Modellprojekt", "Land", "Größe", "Staffel", "Maßnahmen"),
        [_row(catalogue, here, project) for project in catalogue.modellprojekte.values()],
        numbers=(4,),
    )


def locator(catalogue: Catalogue, project: Modellprojekt, outline: Outline = None) -> Markup:
    """A small map that says where in the country a project lies. No link: the page is about it."""
    place = projected(project.koordinaten.laenge, project.koordinaten.breite, outline)
    state = listed(catalogue.begriff("laender", land).name for land in project.laender)
    picture = element(
        "svg",
        _ground(outline, step=14, lit=project.laender),
        element("circle", class_="hof", cx=place.x, cy=place.y, r=52),
        element("circle", class_="punkt", cx=place.x, cy=place.y, r=24),
        viewBox=f"0 0 {WIDTH} {height(outline)}",
        role="img",
        aria_label=f"Lage von {project.titel} in {state}",
    )
    return element("figure", picture, element("figcaption", f"Lage in {state}"), class_="ws-bild ws-lage")


def _spot(catalogue: Catalogue, here: str, project: Modellprojekt, place: Point, moved: Point) -> Markup:
    size = catalogue.begriff("groessenklassen", project.groessenklasse)
    measures = count(catalogue.massnahmen_von(project), "Maßnahme", "Maßnahmen")
    away = abs(place.x - moved.x) + abs(place.y - moved.y) > MOVED
    line = f"M{decimal(place.x)} {decimal(place.y)}L{decimal(moved.x)} {decimal(moved.y)}"
    return element(
        "a",
        element("title", project.titel),
        element("path", class_="strich", d=line) if away else None,
        element("circle", class_="flaeche", cx=moved.x, cy=moved.y, r=APART // 2),
        _mark(catalogue, project, moved),
        href=href(here, page_of(project)),
        aria_label=f"{project.titel}: {size.name}, {catalogue.begriff('staffeln', project.staffel).name}, {measures}",
        data_name=project.titel,
        data_x=moved.x,
        data_y=moved.y,
        **{f"data_{key}": value for key, value in _data(project).items()},
    )


def _mark(catalogue: Catalogue, project: Modellprojekt, place: Point) -> Markup:
    """A dot that grows with the size, or a diamond where the size is no number of people: districts and regions."""
    sizes = [term.id for term in catalogue.begriffe["groessenklassen"].values() if term.ab is not None or term.unter is not None]
    if project.groessenklasse not in sizes:
        return element("path", class_="punkt", d=f"M{decimal(place.x)} {decimal(place.y - 10)}l10 10l-10 10l-10-10z")
    return element("circle", class_="punkt", cx=place.x, cy=place.y, r=6.0 + 1.1 * sizes.index(project.groessenklasse))


def _row(catalogue: Catalogue, here: str, project: Modellprojekt) -> Row:
    sizes = list(catalogue.begriffe["groessenklassen"])
    measures = len(catalogue.massnahmen_von(project))
    cells = (
        element("a", project.titel, href=href(here, page_of(project))),
        ", ".join(catalogue.begriff("laender", land).name for land in project.laender),
        Cell(catalogue.begriff("groessenklassen", project.groessenklasse).name, sizes.index(project.groessenklasse)),
        catalogue.begriff("staffeln", project.staffel).name,
        Cell(number(measures), measures),
    )
    return Row(cells, _data(project))


def _data(project: Modellprojekt) -> dict[str, str]:
    return {"eintrag": project.id, "staffel": project.staffel, "groesse": project.groessenklasse}


def _choices(catalogue: Catalogue, vocabulary: str) -> list[Choice]:
    counted = ((term, len(catalogue.mit("modellprojekte", vocabulary, term.id))) for term in catalogue.begriffe[vocabulary].values())
    return [Choice(term.id, term.name, found) for term, found in counted if found]


# --- the ground ------------------------------------------------------------------------------------------------------


def _ground(outline: Outline, step: int, lit: Collection[str]) -> Markup:
    paths = [
        element("path", class_="land hervor" if state in lit else "land", d=_path(rings, step))
        for state, rings in sorted(states(outline).items())
    ]
    return element("g", joined(paths), aria_hidden="true")


def _path(rings: Rings, step: int) -> str:
    """Whole numbers, and no point nearer than a step to the one before: a small map needs few."""
    parts = []
    for ring in rings:
        points = [(round(ring[0].x), round(ring[0].y))]
        for x, y in ring[1:]:
            if max(abs(x - points[-1][0]), abs(y - points[-1][1])) >= step:
                points.append((round(x), round(y)))
        if len(points) > 3:
            steps = "".join(f"l{bx - ax} {by - ay}" for (ax, ay), (bx, by) in pairwise(points))
            parts.append(f"M{points[0][0]} {points[0][1]}{steps}z")
    return "".join(parts).replace(" -", "-")
