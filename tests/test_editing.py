"""A build that remembers the one before it makes the same site as one that remembers nothing, whatever was edited in between.

Here a few rounds; `python -m tests.editing 200` goes through two hundred.
"""

from __future__ import annotations

import random
import sqlite3

import pytest

from tests.editing import EDITS, Workshop, change_the_theme


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
    workshop.build("site")
    before = _results(workshop)
    record = workshop.project / "measures/ressourcen/studie-hochwasser.yml"
    record.write_text(record.read_text("utf-8").replace("titel: ", "titel: Neue ", 1), "utf-8")
    workshop.build("site")
    after = _results(workshop)
    assert after.keys() == before.keys(), "nothing is thrown away that a later build could use"
    converted = {name.partition(" ")[2] for name in after if name.startswith("html ") and after[name] != before[name]}
    assert {"ressourcen/index.md", "wissen/index.md"} <= converted
    assert not {page for page in converted if page.startswith(("massnahmen/", "modellprojekte/", "laender/", "status/"))}


def test_a_new_frame_needs_no_new_conversion(workshop: Workshop) -> None:
    workshop.build("site")
    before = _results(workshop)
    change_the_theme(workshop.project, random.Random(1), 99)
    workshop.build("site")
    changed = {name.partition(" ")[0] for name, result in _results(workshop).items() if before[name] != result}
    assert changed == {"seite", "verzeichnis"}, "pages in their frame, and the list of all pages"


def _results(workshop: Workshop) -> dict[str, bytes]:
    """What the store holds, by name."""
    database = sqlite3.connect(workshop.project / ".cache/wissensspeicher.sqlite")
    found = dict(database.execute("SELECT name, checksum FROM results"))
    database.close()
    return found
