"""The list of places: whole, small, in one order, and made from GeoNames by a function that is told what GeoNames says."""

from __future__ import annotations

import gzip
from collections import Counter

from generator.catalogue import Catalogue
from generator.german import fold
from generator.matching.places import FILE, Place, place_file, places
from generator.matching.renew import german_places


def test_all_of_germany_is_there_and_small_enough_to_load() -> None:
    assert len(places()) > 11_000
    assert len({place.state for place in places()}) == 16
    assert len(gzip.compress(str(place_file().content).encode(), 9)) < 250_000


def test_every_line_is_a_place_in_germany_and_the_order_never_changes() -> None:
    assert all(47 < place.latitude / 100 < 56 and 5 < place.longitude / 100 < 16 and place.inhabitants >= 0 for place in places())
    assert list(places()) == sorted(set(places()), key=lambda place: (fold(place.name), place))
    assert FILE.read_text("utf-8") == "".join(f"{place}\n" for place in places())


def test_names_are_german_and_shared_names_are_kept_apart() -> None:
    names = Counter(place.name for place in places())
    assert names["München"] == names["Nürnberg"] == 1
    assert not {"Munich", "Nuremberg", "Cologne"} & names.keys()
    assert names["Neuenkirchen"] == 11


def test_small_places_count_and_unknown_inhabitants_stay_unknown() -> None:
    assert Place("Aasbüttel", "SH", 94, 5407, 944) in places()
    assert sum(place.inhabitants == 0 for place in places()) > 300


def test_every_state_is_one_of_our_vocabulary(catalogue: Catalogue) -> None:
    assert {place.state for place in places()} == {state.kuerzel for state in catalogue.begriffe["laender"].values()}


def test_renewing_takes_german_places_in_german_and_rounds_their_position() -> None:
    cities = [
        {"name": "Zwönitz", "countrycode": "DE", "admin1code": "13", "population": 11547, "latitude": 50.63, "longitude": 12.81009},
        {"name": "Munich", "countrycode": "DE", "admin1code": "02", "population": 1505005, "latitude": 48.13743, "longitude": 11.57549},
        {"name": "Zürich", "countrycode": "CH", "admin1code": "ZH", "population": 341730, "latitude": 47.36667, "longitude": 8.55},
    ]
    assert [str(place) for place in german_places(cities)] == ["München\tBY\t1505005\t4814\t1158", "Zwönitz\tSN\t11547\t5063\t1281"]
