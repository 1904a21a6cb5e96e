"""How it reads for everybody: axe-core in both themes and languages, nothing scrolls sideways, keys reach everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browsers.chromium import Chromium
from browsers.service import Service

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0"
RULES = (
    "axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations.map("
    "(violation) => [violation.id, violation.nodes.map((node) => `${node.html} ${node.failureSummary}`)]))"
)
OPEN_ALL = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
PAGES = ("/", "/methods", "/examples/polished", "/examples/plain", "/examples/dutch")


@pytest.fixture(params=["light", "dark"])
def themed(chromium: Callable[..., Chromium], request: pytest.FixtureRequest) -> Page:
    return chromium(color_scheme=request.param, locale="nl-NL").page


def test_nothing_is_amiss_for_assistive_tools(themed: Page, service: Service) -> None:
    for path in PAGES:
        themed.goto(service.url + path)
        themed.evaluate(OPEN_ALL)
        themed.evaluate(AXE)
        assert themed.evaluate(RULES) == [], path


def test_an_error_is_announced_and_in_order(themed: Page, service: Service) -> None:
    themed.goto(service.url)
    themed.click("button.main")
    themed.wait_for_selector("[role=alert]")
    themed.evaluate(AXE)
    assert themed.evaluate(RULES) == []


@pytest.mark.parametrize("width", [320, 375, 768, 1000, 1280, 2560])
def test_nothing_scrolls_sideways(page: Page, service: Service, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        for language in ("en", "nl"):
            page.goto(f"{service.url}{path}?lang={language}")
            page.evaluate(OPEN_ALL)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, language)


def test_a_word_as_long_as_a_line_fits(page: Page, service: Service) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(service.url)
    page.fill(
        "#give-text", f"I help {'x' * 300} with bread. I am a results-driven baker in Leeds. I bake 40 loaves a day."
    )
    page.fill("#give-own", "y" * 150)
    page.click("button.main")
    page.wait_for_selector(".report")
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_text_can_be_twice_as_large(page: Page, service: Service) -> None:
    page.set_viewport_size({"width": 640, "height": 800})
    for path in PAGES:
        page.goto(service.url + path)
        page.evaluate(f"document.documentElement.style.fontSize = '200%'; {OPEN_ALL}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path


def test_the_way_can_be_gone_by_keys(page: Page, service: Service) -> None:
    page.goto(service.url)
    page.focus("#give-text")
    page.keyboard.type(
        "I am a results-driven baker. I bake 40 loaves each Monday in Leeds. I believe bread is for sharing."
    )
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('button.main')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".report")
    page.focus("summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")
