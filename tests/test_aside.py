"""Work done aside gives the same result as work done here, whatever becomes of the other process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from generator import aside
from generator.aside import PORTION, WORTH_IT, Aside, shared

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "CORES", 2)


def test_the_result_comes_from_another_process() -> None:
    assert list(Aside(lambda: [os.getpid()]).results()) != [os.getpid()]


def test_with_one_core_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "CORES", 1)
    assert list(Aside(lambda: [os.getpid()]).results()) == [os.getpid()]


def test_what_the_other_process_dies_of_is_done_here() -> None:
    here = os.getpid()

    def work() -> Iterator[str]:
        yield "first"
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        yield "second"

    assert list(Aside(work).results()) == ["first", "second"]


def test_an_error_of_the_work_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(Aside(lambda: [1 / 0]).results())


def test_unwanted_work_is_ended() -> None:
    begin = time.monotonic()
    work = Aside(lambda: map(time.sleep, [60]))
    work.stop()
    work.stop()
    assert time.monotonic() - begin < 30


def test_no_more_is_begun_than_there_are_cores_for() -> None:
    first = Aside(lambda: [os.getpid(), *map(time.sleep, [60])])
    second = Aside(lambda: [os.getpid()])
    try:
        assert Aside.free_cores() == 0
        assert list(second.results()) == [os.getpid()], "what nobody has begun is done by who wants it"
    finally:
        first.stop()
    assert Aside.free_cores() == 1


def test_what_waited_is_begun_when_a_core_is_free() -> None:
    first, second = Aside(lambda: [os.getpid()]), Aside(lambda: [os.getpid()])
    assert first.over()
    Aside.free_cores()
    assert os.getpid() not in [*first.results(), *second.results()]


def test_work_that_nobody_waits_for_any_more_is_not_begun() -> None:
    first, second = Aside(lambda: map(time.sleep, [60])), Aside(lambda: [1])
    second.stop()
    first.stop()
    assert Aside.free_cores() == 1


@pytest.mark.parametrize("count", [0, 1, WORTH_IT - 1, WORTH_IT, WORTH_IT + 1, 5 * PORTION])
def test_shared_work_yields_every_item_with_its_result(count: int) -> None:
    found = dict(shared(lambda number: number * number, range(count)))
    assert found == {number: number * number for number in range(count)}


def test_a_long_piece_of_work_does_not_keep_the_other_core_waiting() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 0:
            time.sleep(1.5)
        return os.getpid()

    done_by = dict(shared(work, range(4 * WORTH_IT)))
    assert sum(process == here for process in done_by.values()) < 2 * WORTH_IT
