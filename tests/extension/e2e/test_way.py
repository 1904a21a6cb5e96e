"""The whole way of a user, in real Chromium and real Firefox against the real service: click, pair, look, audit."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable

import pytest

from browsers.acts import HOST, Browser, audit, connect, open_on, settle
from browsers.service import Service

pytestmark = pytest.mark.browser


def test_from_the_click_to_the_report(start_service: Callable[..., Service], browser: Browser) -> None:
    service = start_service()
    panel = open_on(browser, f"{HOST}/ines")
    before = browser.evaluate("document.documentElement.outerHTML")
    settle(panel, server=service.url, language="en")
    panel.wait_for(".unpaired", text="Pair this panel")
    panel.fill(".pairing input", "AAAA-AAAA")
    panel.click(".pairing button")
    panel.until("document.querySelector('.pairing .fault')?.textContent !== ''")
    panel.fill(".pairing input", service.pairing_code)
    panel.click(".pairing button")

    panel.wait_for(".preview", text="Ines Vermaat")
    assert "profiles.example" in panel.text(".preview .page")
    assert "mended 340 chairs" in panel.evaluate("document.querySelector('.preview').textContent")
    audit(panel, "craftsmanship", "honesty", "courage")
    assert panel.count(".say-do > table tbody > tr:not(.detail)") == 3
    assert panel.evaluate("document.activeElement.id") == "verdict", "a screen reader is not led to the report"
    assert panel.count(".category") >= 6
    assert 0 <= int(panel.text(".ring .figure")) <= 100
    assert panel.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "scrolls sideways"
    assert browser.evaluate("document.documentElement.outerHTML") == before, "something was put into the page"
    assert "do not send" not in panel.evaluate("document.documentElement.outerHTML")


def test_the_panel_shows_what_the_service_says(browser: Browser, service: Service) -> None:
    panel = open_on(browser, f"{HOST}/joris")
    connect(panel, service, language="nl")
    panel.wait_for(".preview", text="Joris Haverkamp")
    panel.click(".paste summary")
    text = (
        "Ik geloof dat mensen thuis het snelst beter worden. Vorig jaar bracht ik de wachttijd terug van elf naar vier."
    )
    panel.fill(".paste textarea", text * 3)
    panel.click(".paste button")
    panel.wait_for(".preview", text="Je tekst")
    audit(panel, "zorgzaamheid", "betrouwbaarheid")
    report = _audited(
        service, {"profiles": [{"text": text * 3}], "brand": {"values": ["zorgzaamheid", "betrouwbaarheid"]}}
    )
    assert panel.text(".ring .figure") == str(round(report["overall"]["score"]))
    assert report["overall"]["verdict"] in panel.text(".verdict")
    shown = panel.evaluate(
        "[...document.querySelectorAll('.say-do > table td.shown .number')].map((e) => e.textContent)"
    )
    assert shown == [f"{value['shown']:.2f}".replace(".", ",") for value in report["values"] if value["declared"]]
    titles = panel.evaluate("[...document.querySelectorAll('.category > summary .title')].map((e) => e.textContent)")
    assert titles == [category["title"] for category in report["categories"]]
    quotes = {finding["quote"] for finding in report["findings"]}
    marked = set(panel.evaluate("[...document.querySelectorAll('.report mark')].map((e) => e.textContent)"))
    assert marked
    assert marked <= quotes


def test_values_are_remembered_and_a_second_click_reads_the_next_page(browser: Browser, service: Service) -> None:
    panel = open_on(browser, f"{HOST}/ines")
    connect(panel, service)
    audit(panel, "craftsmanship", "plain speaking")
    browser.goto(f"{HOST}/joris")
    panel.wait_for(".moved", text="another page")
    browser.click_toolbar()
    panel.wait_for(".preview", text="Joris Haverkamp")
    assert panel.evaluate("[...document.querySelectorAll('.chip span')].map((e) => e.textContent)") == [
        "craftsmanship",
        "plain speaking",
    ]


def test_a_page_without_an_owner_is_told_in_words_and_the_paste_box_is_offered(
    browser: Browser, service: Service
) -> None:
    panel = open_on(browser, f"{HOST}/nobody")
    connect(panel, service)
    panel.wait_for(".problem")
    assert len(panel.text(".problem h2")) > 5
    assert len(panel.text(".problem p")) > 20
    panel.wait_for(".problem .paste")


def _audited(service: Service, request: dict[str, object]) -> dict[str, object]:
    body = json.dumps({**request, "options": {"report_language": "nl"}}).encode()
    headers = {"Authorization": f"Bearer {service.token}", "Content-Type": "application/json"}
    with urllib.request.urlopen(urllib.request.Request(f"{service.url}/api/v1/audits", body, headers)) as answer:
        return json.load(answer)  # type: ignore[no-any-return]
