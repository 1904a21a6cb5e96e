"""How it reads for everybody: axe-core in both themes and languages, nothing scrolls sideways at 320 px, keys do it all."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsers.acts import CHROMIUM_ID, HOST, audit, connect, open_on
from browsers.chromium import Chromium, SidePanel
from browsers.panel import Panel
from browsers.service import Service

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parents[3] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0"
RULES = (
    "axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations.map("
    "(violation) => [violation.id, violation.nodes.map((node) => `${node.html} ${node.failureSummary}`)]))"
)
OPEN_ALL = (
    "document.querySelectorAll('details').forEach((each) => { each.open = true; });"
    " document.querySelectorAll('button.value[aria-expanded=false]').forEach((each) => each.click())"
)


def _check(panel: Panel) -> None:
    panel.evaluate(AXE)
    assert panel.evaluate(RULES) == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_panel_is_accessible_and_fits(in_chromium: Chromium, service: Service, language: str) -> None:
    panel = open_on(in_chromium, f"{HOST}/{'joris' if language == 'nl' else 'ines'}")
    assert isinstance(panel, SidePanel)
    panel.size(320)
    connect(panel, service, language=language)
    panel.wait_for(".preview")
    _in_both_themes(panel)
    audit(panel, "honesty", "maatschappelijke verantwoordelijkheid", "craftsmanship")
    _in_both_themes(panel)
    assert panel.evaluate("document.documentElement.lang") == language


def _in_both_themes(panel: SidePanel) -> None:
    panel.evaluate(OPEN_ALL)
    assert panel.evaluate("document.documentElement.scrollWidth") <= 320
    for scheme in ("light", "dark"):
        panel.theme(scheme)
        _check(panel)


def test_the_states_in_between_are_accessible(in_chromium: Chromium, service: Service) -> None:
    panel = open_on(in_chromium, f"{HOST}/ines")
    panel.wait_for(".notice")
    _check(panel)
    connect(panel, service, token="")
    panel.wait_for(".unpaired")
    _check(panel)


def test_the_settings_page(in_chromium: Chromium, service: Service) -> None:
    panel = open_on(in_chromium, f"{HOST}/ines")
    connect(panel, service)
    panel.wait_for(".preview")
    page = in_chromium.context.new_page()
    page.goto(f"chrome-extension://{CHROMIUM_ID}/options/options.html")
    page.wait_for_selector("text=Connected and paired.")
    page.evaluate(AXE)
    assert page.evaluate(RULES) == []
    page.get_by_label("Address").fill("http://waarmerk.example")
    page.get_by_role("button", name="Save").click()
    page.wait_for_selector("text=must use https")
    page.get_by_label("Your values").fill("care")
    page.keyboard.press("Enter")
    page.get_by_label("Language").select_option("nl")
    page.wait_for_selector("text=Instellingen")
    panel.wait_for(".preview", text="Wat er gelezen is")
    page.get_by_role("button", name="Ontkoppel").click()
    panel.wait_for(".unpaired", text="Koppel dit paneel")
    page.get_by_role("button", name="Vergeet alles").click()
    page.wait_for_selector("text=Forgotten.")
    assert page.evaluate("chrome.storage.local.get()") == {}
