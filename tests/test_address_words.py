"""What a source is called whose title nobody noted."""

from __future__ import annotations

import pytest

from generator.records.address_words import LONGEST, readable_address
from generator.records.fields import Source


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://smartcity.zwoenitz.example/projekte/erzmobil", "smartcity.zwoenitz.example · erzmobil"),
        ("https://www.beispiel.de/", "beispiel.de"),
        ("https://beispiel.de/news/grosse-plaene-1790510", "beispiel.de · grosse plaene"),
        ("https://beispiel.de/143576/ressourcen-sparen/index.php?rubrik=1", "beispiel.de · ressourcen sparen"),
        ("https://beispiel.de/lokal/stadt_artikel,-eine-app-f%C3%BCr-alle-_arid,5627995.html", "beispiel.de · eine app für alle"),
        ("https://beispiel.de/hitzecheck-in-der-stadt-art-5071942", "beispiel.de · hitzecheck in der stadt"),
        ("https://beispiel.de/zwilling-1.5026399", "beispiel.de · zwilling"),
        ("https://beispiel.de/news/detail/spurensuche-~2aac9e38-5793-4403-8ea3-600767d9c838", "beispiel.de · spurensuche"),
        ("https://beispiel.de/smart+city+innenstadt+nov+2022", "beispiel.de · smart city innenstadt nov 2022"),
        ("https://beispiel.de/node/11836", "beispiel.de · Seite 11836"),
        ("https://beispiel.de/?p=9571", "beispiel.de · Seite 9571"),
        ("https://github.com/beispiel/stadt-app-2024", "github.com · beispiel/stadt-app-2024"),
        ("https://gitlab.opencode.de/stadt/smart_city_consul", "gitlab.opencode.de · stadt/smart_city_consul"),
        ("https://beispiel.de/berichte/plan%202030.pdf", "beispiel.de · plan 2030"),
    ],
)
def test_an_address_is_read_as_host_and_words(url: str, name: str) -> None:
    assert Source(url=url).name == name


def test_a_known_title_goes_first() -> None:
    assert Source(url="https://beispiel.de/a/b", titel="Ein Bericht (Beispielstadt)").name == "Ein Bericht (Beispielstadt)"


def test_a_long_address_ends_after_a_whole_word() -> None:
    name = readable_address("https://beispiel.de/" + "-".join(["digitalisierung"] * 20))
    assert name.endswith("digitalisierung …")
    assert len(name) <= len("beispiel.de · ") + LONGEST + 2
    assert len(readable_address("https://beispiel.de/" + "x" * 500)) <= len("beispiel.de · ") + LONGEST + 2


@pytest.mark.parametrize("hidden", ["%E2%80%AE", "%00", "%0A", "%E2%80%8B", "%FF"])
def test_what_would_turn_or_break_the_line_stays_encoded(hidden: str) -> None:
    assert readable_address(f"https://beispiel.de/plan-{hidden}-stadt") == f"beispiel.de · plan {hidden} stadt"
