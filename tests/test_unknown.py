"""What nobody knows is said once; what somebody knows is not said to be unknown."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.pages.unknown import unknown
from generator.wording import heading


def test_costs_with_only_a_remark_are_not_unknown(catalogue: Catalogue) -> None:
    stopped = catalogue.massnahmen["hannover/sensorgesteuerte-zisternen"]
    assert stopped.kosten_eur is None
    assert stopped.kosten_hinweis
    assert "Kosten" not in unknown(stopped)
    assert "Kosten" in unknown(catalogue.massnahmen["bochum/botechnologies"])


def test_no_line_of_a_heading_begins_with_a_dash() -> None:
    assert heading("ERZmobil – Rufbus") == "ERZmobil\u00a0– Rufbus"
