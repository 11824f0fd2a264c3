"""The network: who took what from whom, and who develops together. Places by what is linked, not by geography."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from generator.addresses import href, page_for, page_of
from generator.catalogue import Catalogue
from generator.html import decimal, element, joined
from generator.pictures.filters import Choice, Facet, filter_form
from generator.pictures.germany import Point
from generator.pictures.layout import Box, layout
from generator.pictures.tables import Cell, Row, table
from generator.records.fields import Party
from generator.records.nachnutzung import Nachnutzung
from generator.wording import count, day, listed

WIDTH, LETTER, MARGIN = 800.0, 6.6, 12
MUTUAL = "entwicklungsgemeinschaft"
"""The one kind of adoption without a direction."""


@dataclass(frozen=True, slots=True)
class Node:
    party: Party
    given: int
    taken: int
    shared: int

    @property
    def links(self) -> int:
        return self.given + self.taken + self.shared

    @property
    def radius(self) -> float:
        return 5 + min(self.links, 16) * 0.5

    def said(self) -> str:
        """What the picture shows about this municipality, in words."""
        parts = (
            (self.given, f"{self.given}-mal weitergegeben"),
            (self.taken, f"{self.taken}-mal übernommen"),
            (self.shared, f"{self.shared}-mal gemeinsam entwickelt"),
        )
        return f"{self.party.name}: {', '.join(text for number, text in parts if number)}"


def nodes_of(adoptions: Sequence[Nachnutzung]) -> list[Node]:
    """Every municipality that takes part, the most linked first."""
    parties: dict[str, Party] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for adoption in adoptions:
        mutual = adoption.art == MUTUAL
        for side, party in (("given", adoption.von), ("taken", adoption.nach)):
            known = parties.get(party.name)
            parties[party.name] = known if known and known.modellprojekt else party
            counted["shared" if mutual else side, party.name] += 1
    nodes = [Node(party, *(counted[side, name] for side in ("given", "taken", "shared"))) for name, party in parties.items()]
    return sorted(nodes, key=lambda node: (-node.links, node.party.name))


def network(catalogue: Catalogue, here: str) -> Markup:
    """The picture, scrollable where the screen is narrow."""
    adoptions = _sorted(catalogue)
    if not adoptions:
        return Markup("")
    nodes = nodes_of(adoptions)
    places, width, height = _placed(nodes, adoptions)
    where = {node.party.name: (node, place) for node, place in zip(nodes, places, strict=True)}
    edges = joined([_edge(here, adoption, where) for adoption in adoptions])
    picture = element(
        "svg",
        _arrow(),
        element("g", edges, class_="kanten", aria_hidden="true"),
        element(
            "g",
            joined([_node(here, node, place) for node, place in zip(nodes, places, strict=True)]),
            class_="knoten",
            role="group",
            aria_label=_description(nodes, adoptions),
        ),
        viewBox=f"0 0 {decimal(width)} {decimal(height)}",
    )
    scrolling = element("div", picture, class_="ws-rollbar", role="region", tabindex=0, aria_label="Bild des Netzwerks")
    return element("figure", scrolling, element("figcaption", _legend(catalogue, adoptions)), class_="ws-bild ws-netz", data_netz=True)


def network_filter(catalogue: Catalogue) -> Markup:
    kinds = Counter(adoption.art for adoption in catalogue.nachnutzungen.values())
    choices = [Choice(term.id, term.name, kinds[term.id]) for term in catalogue.begriffe["nachnutzungsarten"].values() if kinds[term.id]]
    return filter_form([Facet("art", "Art der Verbindung", choices)], "Verbindungen")


def table_of_adoptions(catalogue: Catalogue, here: str) -> Markup:
    adoptions = _sorted(catalogue)
    return table(
        f"Alle {len(adoptions)} belegten Verbindungen",
        ("Was", "Von", "Nach oder mit", "Art", "Wann"),
        [_row(catalogue, here, adoption) for adoption in adoptions],
    )


def _sorted(catalogue: Catalogue) -> list[Nachnutzung]:
    kinds = list(catalogue.begriffe["nachnutzungsarten"])
    return sorted(catalogue.nachnutzungen.values(), key=lambda one: (kinds.index(one.art), one.titel, one.nach.name))


def _row(catalogue: Catalogue, here: str, adoption: Nachnutzung) -> Row:
    cells = (
        element("a", adoption.titel, href=href(here, page_of(adoption))),
        _party(here, adoption.von),
        _party(here, adoption.nach),
        catalogue.begriff("nachnutzungsarten", adoption.art).name,
        Cell(day(adoption.jahr) if adoption.jahr else "nicht bekannt", adoption.jahr or ""),
    )
    return Row(cells, {"eintrag": adoption.id, "art": adoption.art})


def _party(here: str, party: Party) -> Markup | str:
    if not party.modellprojekt:
        return party.name
    return element("a", party.name, href=href(here, page_for("modellprojekte", party.modellprojekt)))


# --- the picture -----------------------------------------------------------------------------------------------------


def _placed(nodes: Sequence[Node], adoptions: Sequence[Nachnutzung]) -> tuple[list[Point], float, float]:
    index = {node.party.name: number for number, node in enumerate(nodes)}
    boxes = tuple(Box(max(44.0, len(node.party.name) * LETTER + 12), 2 * node.radius + 28) for node in nodes)
    links = tuple((index[one.von.name], index[one.nach.name]) for one in adoptions)
    places = _layout(boxes, links)
    width = max(place.x + box.width / 2 for place, box in zip(places, boxes, strict=True))
    height = max(place.y + box.height / 2 for place, box in zip(places, boxes, strict=True))
    return [Point(place.x + MARGIN, place.y + MARGIN) for place in places], width + 2 * MARGIN, height + 2 * MARGIN


@lru_cache(maxsize=4)
def _layout(boxes: tuple[Box, ...], links: tuple[tuple[int, int], ...]) -> list[Point]:
    """Remembered, because a live preview draws the same network again and again."""
    return layout(boxes, links, WIDTH)


def _dot(place: Point) -> Point:
    """The dot stands in the upper part of its box, the label below it."""
    return Point(place.x, place.y - 8)


def _node(here: str, node: Node, place: Point) -> Markup:
    dot = _dot(place)
    inside = (
        element("circle", class_="flaeche", cx=dot.x, cy=dot.y + 6, r=20),
        element("circle", class_="punkt", cx=dot.x, cy=dot.y, r=node.radius),
        element("text", node.party.name, x=dot.x, y=dot.y + node.radius + 13, text_anchor="middle"),
    )
    project = node.party.modellprojekt
    data = {"data_knoten": node.party.name}
    if project is None:
        return element("g", *inside, role="img", aria_label=f"{node.said()}. Kein Modellprojekt", class_="ort", **data)
    return element("a", *inside, href=href(here, page_for("modellprojekte", project)), aria_label=node.said(), class_="ort", **data)


def _edge(here: str, adoption: Nachnutzung, where: dict[str, tuple[Node, Point]]) -> Markup:
    """A link for the mouse; for the keyboard and for screen readers the table has the same links with words."""
    (giver, start), (taker, end) = where[adoption.von.name], where[adoption.nach.name]
    line = _line(_dot(start), _dot(end), giver.radius, taker.radius)
    directed = adoption.art != MUTUAL
    between = f"{adoption.von.name} {'→' if directed else '–'} {adoption.nach.name}"
    return element(
        "a",
        element("title", f"{adoption.titel}: {between}"),
        element("path", class_="flaeche", d=line),
        element("path", class_="kante", d=line, marker_end="url(#ws-pfeil)" if directed else None),
        href=href(here, page_of(adoption)),
        tabindex=-1,
        data_eintrag=adoption.id,
        data_art=adoption.art,
        data_von=adoption.von.name,
        data_nach=adoption.nach.name,
    )


def _line(start: Point, end: Point, before: float, after: float) -> str:
    """From rim to rim, with a little room for the arrow."""
    dx, dy = end.x - start.x, end.y - start.y
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ax, ay = start.x + dx / length * (before + 2), start.y + dy / length * (before + 2)
    bx, by = end.x - dx / length * (after + 4), end.y - dy / length * (after + 4)
    return f"M{decimal(ax)} {decimal(ay)}L{decimal(bx)} {decimal(by)}"


def _arrow() -> Markup:
    shape = element("path", d="M0 0L8 4L0 8z")
    return element(
        "defs", element("marker", shape, id="ws-pfeil", viewBox="0 0 8 8", refX=6, refY=4, markerWidth=7, markerHeight=7, orient="auto")
    )


def _description(nodes: Sequence[Node], adoptions: Sequence[Nachnutzung]) -> str:
    first = listed(node.party.name for node in nodes[:4])
    return f"Netzwerk aus {len(nodes)} Beteiligten und {count(adoptions, 'Verbindung', 'Verbindungen')}. Die meisten haben {first}."


def _legend(catalogue: Catalogue, adoptions: Sequence[Nachnutzung]) -> Markup:
    used = {adoption.art for adoption in adoptions}
    samples = [
        element(
            "span",
            element("svg", element("path", class_="kante", d=f"M2 6H{30 if term.id != MUTUAL else 38}", data_art=term.id,
                                   marker_end="url(#ws-pfeil)" if term.id != MUTUAL else None),
                    viewBox="0 0 40 12", width=40, height=12, aria_hidden="true"),
            f" {term.name}",
            class_="ws-probe",
        )
        for term in catalogue.begriffe["nachnutzungsarten"].values() if term.id in used
    ]  # fmt: skip
    words = "Ein Pfeil zeigt, wohin etwas ging; Linien ohne Pfeil stehen für gemeinsame Arbeit. Je größer ein Punkt, desto mehr Verbindungen hat er. Gefüllte Punkte sind Modellprojekte. Die Lage im Bild hat nichts mit der Landkarte zu tun."
    return joined([element("span", joined(samples), class_="ws-proben"), Markup(" "), element("span", words)])
