"""Can everybody use it? Measured on a page of every kind, wide and narrow, light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.conftest import barriers
from tests.test_site import KINDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(width: int, scheme: str, chromium: Browser, address: str) -> None:
    """Every rule axe knows, WCAG 2.2 AA and best practice."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    axe, found = Axe(), []
    for kind, path in KINDS.items():
        page.goto(f"{address}/{path}")
        for violation in axe.run(page).response["violations"]:
            found.append((kind, violation["id"], violation["nodes"][0]["html"]))
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_what_opens_has_no_barriers(width: int, scheme: str, chromium: Browser, address: str) -> None:
    """The menu, the suggestions, the finder's filters and its hits."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/massnahmen/")
    if width == 390:
        page.get_by_text("Menü", exact=True).click()
    assert barriers(page, "header") == []
    page.goto(f"{address}/")
    page.locator("#ws-suchfeld-gross").press_sequentially("baum")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert barriers(page, "main") == []
    page.goto(f"{address}/suche/?q=parken&status=umgesetzt")
    page.wait_for_selector("html[data-bereit]")
    page.locator(".ws-treffer mark").first.wait_for()
    if width == 390:
        page.get_by_role("button", name="Filter (1)").click()
        expect(page.get_by_role("dialog")).to_be_visible()
    page.locator(".ws-filter summary").evaluate_all("all => all.forEach((one) => { one.parentElement.open = true })")
    assert barriers(page, "main") == []
    context.close()


def test_the_keyboard_reaches_everything_and_skips_what_repeats(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/massnahmen/zwoenitz/erzmobil/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "seiteninhalt"
    unreachable = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select')].filter(e => e.offsetParent && e.tabIndex < 0).map(e => e.outerHTML)"
    )
    assert unreachable == []
    page.close()


def test_the_appearance_can_be_chosen_and_is_remembered(chromium: Browser, address: str) -> None:
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto(f"{address}/")
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dunkel darstellen").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(f"{address}/massnahmen/")
    assert page.evaluate(ground) == dark
    page.get_by_role("button", name="Hell darstellen").click()
    assert page.evaluate(ground) == light
    context.close()


def test_nothing_needs_a_script_to_be_read(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    for path in KINDS.values():
        page.goto(f"{address}/{path}")
        expect(page.locator("h1")).to_be_visible()
        expect(page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Maßnahmen")).to_be_visible()
    context.close()


MOVING = """() => [...document.querySelectorAll('*')].filter((node) => {
  const style = getComputedStyle(node);
  const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
  return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration)) || style.scrollBehavior === 'smooth';
}).map((node) => node.outerHTML.slice(0, 100))"""


def test_nothing_moves_for_who_asks_for_stillness(chromium: Browser, address: str) -> None:
    lively = chromium.new_page(reduced_motion="no-preference")
    lively.goto(f"{address}/")
    assert lively.evaluate(MOVING), "otherwise this test would see nothing"
    lively.close()
    page = chromium.new_page(reduced_motion="reduce")
    for kind, path in KINDS.items():
        page.goto(f"{address}/{path}")
        assert page.evaluate(MOVING) == [], kind
    page.close()


def test_text_at_four_times_the_size_needs_no_sideways_scrolling(chromium: Browser, address: str) -> None:
    """1280 px at 400 % is a window of 320 px."""
    page = chromium.new_page(viewport={"width": 320, "height": 256})
    wide = []
    for kind, path in KINDS.items():
        page.goto(f"{address}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
    page.close()
    assert wide == []
