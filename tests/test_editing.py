"""A build that remembers the one before it makes the same site as one that remembers nothing, whatever was edited in between.

Here a few rounds; `python -m tests.editing 200` goes through two hundred.
"""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.editing import EDITS, Workshop


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("editing") / "projekt")


@pytest.mark.parametrize("seed", range(4))
def test_every_kind_of_edit(workshop: Workshop, seed: int) -> None:
    chance = random.Random(seed)
    kinds = [edit for edit, _ in EDITS][seed::4]
    edited = [edit for edit in kinds if any(workshop.edit(edit, chance, 10 * seed + attempt) for attempt in range(9))]
    assert edited == kinds, "every kind of edit can be made"
    assert workshop.differences() == []


def test_only_what_changed_is_made_again(workshop: Workshop) -> None:
    """Pages are converted and framed again only if something they show has changed."""
    workshop.build("site")
    store = workshop.project / ".cache/wissensspeicher.sqlite"
    before = _values(store)
    record = workshop.project / "measures/ressourcen/studie-hochwasser.yml"
    record.write_text(record.read_text("utf-8").replace("titel: ", "titel: Neue ", 1), "utf-8")
    workshop.build("site")
    changed = {name.partition(" ")[2] for name, value in _values(store).items() if name.startswith("html ") and before.get(name) != value}
    assert "ressourcen/index.md" in changed
    assert "massnahmen/musterstadt/stadt-app.md" not in changed


def _values(store: Path) -> dict[str, bytes]:
    database = sqlite3.connect(store)
    found = dict(database.execute("SELECT name, checksum FROM results"))
    database.close()
    return found
