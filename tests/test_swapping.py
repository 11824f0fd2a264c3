"""A folder takes another one's place whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import swapping
from generator.swapping import successor


def filled(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, "utf-8")


def read(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


@pytest.fixture(params=["one step", "two steps"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With the system's exchange of names and, as elsewhere, without."""
    if request.param == "two steps":
        monkeypatch.setattr(swapping, "_exchange", lambda one, other: False)
    return tmp_path / "site"


def test_the_new_takes_the_place_of_the_old(target: Path) -> None:
    for text in ("alt", "neu"):
        with successor(target) as fresh:
            filled(fresh, text)
        assert read(target) == text
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_failure_changes_nothing(target: Path) -> None:
    filled(target, "alt")

    def fail() -> None:
        with successor(target) as fresh:
            filled(fresh, "halb")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        fail()
    assert read(target) == "alt"
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_swept_by_the_next(target: Path) -> None:
    filled(target, "alt")
    filled(target.parent / ".site-neu-tot/site", "halb")
    with successor(target) as fresh:
        filled(fresh, "neu")
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_swap_cut_off_between_its_steps_is_undone(target: Path) -> None:
    filled(target.parent / ".site-neu-tot/alt", "alt")
    filled(target.parent / ".site-neu-tot/site", "neu")
    with successor(target) as fresh:
        assert read(target) == "alt", "back before anything else happens"
        filled(fresh, "neuer")
    assert read(target) == "neuer"


def test_a_build_that_is_still_running_is_left_alone(target: Path) -> None:
    with successor(target) as one:
        filled(one, "eins")
        with successor(target) as other:
            filled(other, "zwei")
        assert read(one) == "eins"
        assert read(target) == "zwei"
    assert read(target) == "eins", "who finishes last stays"


def test_an_impossible_swap_keeps_the_old(target: Path) -> None:
    filled(target, "alt")

    def vanish() -> None:
        with successor(target):
            pass  # nothing was built, so there is nothing to put in place

    with pytest.raises(FileNotFoundError):
        vanish()
    assert read(target) == "alt"
