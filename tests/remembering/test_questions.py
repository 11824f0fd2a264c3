"""A page written earlier holds as long as the catalogue would answer all its questions as it did, and no longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from generator.catalogue import Catalogue
from generator.links.memory import Memory
from generator.pages import pages
from generator.pages.remembered import Writer
from generator.publication import NOBODY
from generator.remembering.digests import Digests
from generator.remembering.ledger import Ledger, Line
from generator.remembering.questions import Notes, Questions
from generator.site import load

APP = "musterstadt/stadt-app"
Asking = Callable[[Catalogue], Any]


def noted(catalogue: Catalogue, ask: Asking) -> Notes:
    questions = Questions(catalogue, Digests())
    with questions.noted() as notes:
        ask(cast(Catalogue, questions))
        return notes


def holds(notes: Notes, catalogue: Catalogue) -> bool:
    """Whether a page that noted these questions would be taken over by the build after the one that wrote them down."""
    ledger = Ledger()
    kept = Ledger.of(ledger.portions({"page": Line("", "", "", {}, ledger.numbers(notes))}))
    line = kept.line("page")
    assert line
    return kept.changed(Questions(catalogue, Digests()).digest).isdisjoint(line.asked)


def edited(folder: Path, file: str, old: str, new: str) -> Catalogue:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return load(folder)[0]


ASKED: dict[str, Asking] = {
    "one record": lambda catalogue: catalogue.massnahmen[APP].titel,
    "all of a kind": lambda catalogue: [measure.titel for measure in catalogue.massnahmen.values()],
    "a method": lambda catalogue: list(catalogue.massnahmen_von(catalogue.modellprojekte["musterstadt"])),
    "how many of a kind": lambda catalogue: len(catalogue.massnahmen),
    "how many a method found": lambda catalogue: len(catalogue.massnahmen_von(catalogue.modellprojekte["musterstadt"])),
    "whether there is any": lambda catalogue: bool(catalogue.massnahmen_von(catalogue.modellprojekte["musterstadt"])),
    "a term of a vocabulary": lambda catalogue: list(catalogue.mit("massnahmen", "status", "umgesetzt")),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_answers_are_the_catalogues_own(sample_catalogue: Catalogue, ask: Asking) -> None:
    assert ask(cast(Catalogue, Questions(sample_catalogue, Digests()))) == ask(sample_catalogue)


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_without_a_change_every_answer_holds(sample_catalogue: Catalogue, ask: Asking) -> None:
    notes = noted(sample_catalogue, ask)
    assert notes
    assert holds(notes, sample_catalogue)


@pytest.mark.parametrize("asked", ["one record", "all of a kind", "a method"])
def test_a_changed_record_is_noticed_by_whoever_asked_for_it(sample: Path, asked: str) -> None:
    notes = noted(load(sample)[0], ASKED[asked])
    assert not holds(notes, edited(sample, f"massnahmen/{APP}.yml", "1.500-mal", "1.600-mal"))


@pytest.mark.parametrize("asked", ["how many of a kind", "how many a method found", "whether there is any"])
def test_who_only_counts_is_not_told_of_a_changed_text(sample: Path, asked: str) -> None:
    notes = noted(load(sample)[0], ASKED[asked])
    assert holds(notes, edited(sample, f"massnahmen/{APP}.yml", "1.500-mal", "1.600-mal"))


def test_a_change_elsewhere_is_nobodys_business(sample: Path) -> None:
    notes = noted(load(sample)[0], ASKED["one record"])
    assert holds(notes, edited(sample, "vokabular/status.yml", "name: ", "name: Neu "))


def test_a_record_that_came_or_went_is_noticed(sample: Path) -> None:
    before = load(sample)[0]
    everybody = noted(before, ASKED["how many of a kind"])
    one_project = noted(before, ASKED["how many a method found"])
    missing = noted(before, lambda catalogue: "musterstadt/neu" in catalogue.massnahmen)
    text = (sample / "massnahmen/musterstadt/pegelsensoren.yml").read_text("utf-8").replace("titel: ", "titel: Ganz anderes Vorhaben ")
    (sample / "massnahmen/musterstadt/neu.yml").write_text(text, "utf-8")
    after = load(sample)[0]
    assert not holds(everybody, after)
    assert not holds(one_project, after)
    assert not holds(missing, after)


def test_every_page_can_be_remembered(sample_catalogue: Catalogue) -> None:
    """A page made of values that have no digest, or that asks in a way nobody could repeat, fails here."""
    writer = Writer(sample_catalogue, NOBODY)
    for draft in pages(sample_catalogue, cast(Memory, {})):
        _, notes = writer.write(draft)
        assert writer.written_with(draft) == writer.written_with(draft)
        assert holds(notes, sample_catalogue)


def test_pages_share_their_questions_and_only_what_is_named_is_kept() -> None:
    ledger = Ledger()
    one: Notes = {("stand",): "a", ("mit()", "x", 1): "b"}
    two: Notes = {("stand",): "a"}
    lines = {"one": Line("", "", "", {}, ledger.numbers(one)), "two": Line("", "", "", {}, ledger.numbers(two))}
    answers = {("stand",): "a", ("mit()", "x", 1): "else"}
    changed = Ledger.of(ledger.portions(lines)).changed(answers.get)
    assert changed == {1}
    assert list(Ledger.of(ledger.portions({"two": lines["two"]})).changed(answers.get)) == []


def test_values_that_say_different_things_have_different_digests(sample_catalogue: Catalogue) -> None:
    one, other = list(sample_catalogue.massnahmen.values())[:2]
    values: list[Any] = ["", None, 0, False, "0", (), [], ("a", "b"), ("ab",), ["a", "b"], {"a": "b"}, {"b": "a"}, one, other, (one, other)]
    digests = [Digests().of(value) for value in values]
    assert len(set(digests)) == len(digests)


def test_what_has_no_digest_is_refused() -> None:
    with pytest.raises(TypeError, match="no digest for a object"):
        Digests().of(object())
