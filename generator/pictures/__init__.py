"""Catalogue to pictures: maps, network and charts, drawn when the site is built, as HTML that needs no JavaScript to be seen."""

from __future__ import annotations

from generator.pictures.bars import Bar, bars
from generator.pictures.filters import Choice, Facet, filter_form
from generator.pictures.map import locator, map_filter, map_of_projects, table_of_projects
from generator.pictures.network import network, network_filter, table_of_adoptions
from generator.pictures.overview import bars_of_records, bars_of_series, bars_of_terms

__all__ = [
    "Bar",
    "Choice",
    "Facet",
    "bars",
    "bars_of_records",
    "bars_of_series",
    "bars_of_terms",
    "filter_form",
    "locator",
    "map_filter",
    "map_of_projects",
    "network",
    "network_filter",
    "table_of_adoptions",
    "table_of_projects",
]
