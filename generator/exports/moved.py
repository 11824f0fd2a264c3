"""Where old addresses lead, for web servers. The pages that lead on exist anyway; a server can answer at once."""

from __future__ import annotations

from generator.addresses import page_for
from generator.catalogue import Catalogue


def moved(catalogue: Catalogue) -> dict[str, str]:
    """Old to new address, both seen from the root of the site."""
    return {
        f"{page_for(kind, old).removesuffix('.md')}/": f"{page_for(kind, record.id).removesuffix('.md')}/"
        for kind, old, record in catalogue.umgezogen()
    }
