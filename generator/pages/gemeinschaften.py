"""A page per community. Their list stands on the page of the network."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.wording import first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    for community in catalogue.gemeinschaften.values():
        yield Page(page_of(community), "gemeinschaft", community.titel, first_sentence(community.kurz), {"g": community}, community)
