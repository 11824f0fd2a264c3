"""Elements: whatever a text contains, it stays text."""

from __future__ import annotations

import pytest

from generator.addresses import href
from generator.html import decimal, element


def test_texts_and_attributes_are_escaped() -> None:
    made = element("a", '<b>"Müll" & mehr</b>', href='x"><script>', class_="ort", data_art="a b", hidden=True, title=None, download=False)
    assert made == ('<a href="x&#34;&gt;&lt;script&gt;" class="ort" data-art="a b" hidden>&lt;b&gt;&#34;Müll&#34; &amp; mehr&lt;/b&gt;</a>')


def test_elements_nest_and_empty_ones_have_no_end() -> None:
    assert element("p", element("br"), None, "Ende") == "<p><br>Ende</p>"


@pytest.mark.parametrize(("value", "text"), [(12.0, "12"), (12.34, "12.3"), (-0.01, "0"), (-7.25, "-7.2")])
def test_coordinates_are_short(value: float, text: str) -> None:
    assert decimal(value) == text


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("netzwerk/index.md", "massnahmen/a/b.md", "../massnahmen/a/b/"),
        ("massnahmen/a/b.md", "massnahmen/a/c.md", "../c/"),
        ("massnahmen/a/b.md", "massnahmen/index.md", "../../"),
        ("index.md", "modellprojekte/a.md", "modellprojekte/a/"),
        ("merkliste.md", "index.md", "../"),
        ("programm/index.md", "programm/index.md#mittel", "#mittel"),
        ("wissen/index.md", "programm/index.md#mittel", "../programm/#mittel"),
        ("index.md", "index.md", "./"),
    ],
)
def test_addresses_in_raw_html_lead_from_folder_to_folder(here: str, there: str, way: str) -> None:
    assert href(here, there) == way
