"""The promises for a few examples, the same in every run. `python -m tests.fuzzing` runs them long."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser

from tests.fuzzing import browser
from tests.fuzzing.promises import PROMISES, gleich

EXAMPLES = {"lesen": 50, "formatieren": 50, "zerlegen": 60, "hin_und_zurueck": 3}


def few(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", PROMISES)
def test_whatever_comes_in(name: str) -> None:
    few(EXAMPLES.get(name, 10))(PROMISES[name])()


@pytest.mark.browser
def test_browser_and_python_agree_on_any_text(chromium: Browser) -> None:
    page = chromium.new_page()
    few(30)(gleich(*browser.engine(page)))()
    page.close()
