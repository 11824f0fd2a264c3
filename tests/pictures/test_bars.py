"""Charts: the number stands in the table, the bar is as long as the number."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.catalogue import Catalogue
from generator.pictures import Bar, bars, bars_of_records, bars_of_series, bars_of_terms


def rows(html: str) -> list[LexborNode]:
    return LexborHTMLParser(html).css("tbody tr")


def length(row: LexborNode) -> str | None:
    return row.css("rect.wert")[0].attributes["width"]


def test_bars_are_as_long_as_their_numbers() -> None:
    made = rows(str(bars("Mittel", [Bar("2021", 2500.5), Bar("2022", 10002), Bar("2023", 0)], "Jahr", "Tsd. Euro")))
    assert [length(row) for row in made] == ["25.0%", "100.0%", "0.0%"]
    assert [row.css(".zahl")[0].text() for row in made] == ["2.500,5", "10.002", "0"]


def test_nothing_but_zeros_draws_nothing() -> None:
    assert [length(row) for row in rows(str(bars("Leer", [Bar("a", 0)], "Was", "Anzahl")))] == ["0.0%"]
    assert rows(str(bars("Leer", [], "Was", "Anzahl"))) == []


def test_the_funds_called_are_a_chart_with_all_that_limits_them(catalogue: Catalogue) -> None:
    made = rows(str(bars_of_series(catalogue.programm["mittelabruf"])))
    assert len(made) == 8
    assert made[-1].text(separator="|", strip=True) == "2. Halbjahr 2024|26.863|bis 30.11."
    assert length(made[5]) == "100.0%", "the second half of 2023 is the largest"


def test_numbers_of_different_things_are_not_drawn_beside_each_other(catalogue: Catalogue) -> None:
    made = str(bars_of_series(catalogue.programm["beratung-und-veranstaltungen"]))
    assert "3.840" in made
    assert "<svg" not in made


def test_a_date_that_only_repeats_the_name_is_left_out(catalogue: Catalogue) -> None:
    assert "Hinweis" not in bars_of_series(catalogue.programm["reichweite"])


def test_terms_are_links_with_the_number_of_measures(catalogue: Catalogue) -> None:
    made = LexborHTMLParser(str(bars_of_terms(catalogue, "programm/index.md", "handlungsfelder")))
    first = made.css("tbody tr")[0]
    assert first.css("a")[0].attributes["href"] == "../themen/beteiligung/"
    assert first.css(".zahl")[0].text() == str(len(catalogue.mit("massnahmen", "handlungsfelder", "beteiligung")))


def test_what_has_an_order_keeps_it(catalogue: Catalogue) -> None:
    made = LexborHTMLParser(str(bars_of_terms(catalogue, "index.md", "groessenklassen"))).css("tbody th")
    assert [cell.text() for cell in made] == [term.name for term in catalogue.begriffe["groessenklassen"].values()]


def test_the_programme_page_counts_us_six_ways(catalogue: Catalogue) -> None:
    captions = [node.text() for node in LexborHTMLParser(str(bars_of_records(catalogue, "programm/index.md"))).css("caption")]
    assert captions == [f"Maßnahmen nach {name}" for name in ("Handlungsfeld", "Technik", "Stand", "Land", "Größe der Kommune", "Staffel")]
