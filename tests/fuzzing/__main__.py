"""Runs the promises long. `nice python -m tests.fuzzing [MINUTES] [NAME ...]` in the repository; ten minutes each, if not said.

Every promise gets fresh seeds until its time is over, at most 1 GB of memory and twenty seconds for one example. What breaks one is
printed with the smallest input that does, once for every place in the code; then it goes on. A finding becomes a test of its
own in `test_findings.py`.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from playwright.sync_api import sync_playwright

from tests.conftest import chromium_path
from tests.fuzzing import browser
from tests.fuzzing.promises import PROMISES, gleich

MEMORY = 1_000_000_000
HANG = 20
LONG = settings(
    max_examples=100,
    deadline=timedelta(seconds=HANG / 2),
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    report_multiple_bugs=False,
)


def run_long(promise: Callable[[], None], seconds: float) -> tuple[int, dict[str, str]]:
    """How many examples there were, and what broke the promise, by the place where it broke."""
    inner: Any = promise.hypothesis.inner_test  # type: ignore[attr-defined]
    examples, end, broken = 0, time.monotonic() + seconds, dict[str, str]()

    def counted(*words: Any, **named: Any) -> Any:
        nonlocal examples
        examples += 1
        signal.setitimer(signal.ITIMER_REAL, HANG)
        try:
            return inner(*words, **named)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    promise.hypothesis.inner_test = counted  # type: ignore[attr-defined]
    LONG(promise)
    for number in count():
        if time.monotonic() > end:
            return examples, broken
        try:
            seed(number)(promise)()
        except Exception as error:
            place = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(error.__traceback__)[-3:]))
            if place not in broken:
                broken[place] = "".join(traceback.format_exception(error)[-6:])
                sys.stdout.write(f"--- {place}\n{broken[place]}\n")
                sys.stdout.flush()
    raise AssertionError("time never ends")


_ALL = [*PROMISES, "gleich"]


def _hang(number: int, frame: Any) -> None:
    raise TimeoutError(f"one example took longer than {HANG} seconds")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description="Runs the promises long.")
    parser.add_argument("minutes", nargs="?", type=float, default=10.0, help="for each promise (default: 10)")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(_ALL)} (default: all)")
    options = parser.parse_args()
    minutes, names = options.minutes, options.names or _ALL
    if wrong := set(names) - set(_ALL):
        parser.error(f"{', '.join(sorted(wrong))}: not one of {', '.join(_ALL)}")
    signal.signal(signal.SIGALRM, _hang)
    found = 0
    with sync_playwright() as playwright:
        promises = dict(PROMISES)
        if "gleich" in names:
            page = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"]).new_page()
            promises["gleich"] = gleich(*browser.engine(page))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        for name in names:
            begin = time.monotonic()
            examples, broken = run_long(promises[name], minutes * 60)
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
            found += len(broken)
            sys.stdout.write(
                f"{name}: {examples} examples in {time.monotonic() - begin:.0f} s, {len(broken)} findings, at most {most} MB\n"
            )
            sys.stdout.flush()
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
