"""The same way in Firefox, with scripts and with none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from browsers.firefox import Firefox
from browsers.panel import Panel
from browsers.service import Service

pytestmark = pytest.mark.browser
TEXT = (
    "Ik bak elke maandag veertig broden met leerlingen in Deventer. Ik geloof dat samen eten mensen bij elkaar brengt."
)


def without_scripts(browser: Firefox) -> Callable[[str], Any]:
    """Looks and acts from outside; where scripts are off, promises never settle, so none is made."""

    def evaluate(expression: str) -> Any:
        target = {"context": browser.tab}
        wrapped = f"JSON.stringify({expression})"
        reply = browser.bidi.send("script.evaluate", expression=wrapped, target=target, awaitPromise=False)
        assert reply["type"] == "success", reply
        value = reply["result"].get("value")
        return None if value is None else json.loads(value)

    return evaluate


def send(browser: Firefox, url: str, evaluate: Callable[[str], Any] | None = None) -> Panel:
    browser.goto(f"{url}/?lang=nl")
    tab = Panel(evaluate or browser.evaluate, browser.screenshot)
    tab.fill("#give-text", TEXT)
    tab.click("input[name=values][value=care]")
    tab.click("button.main")
    tab.wait_for(".report")
    return tab


def test_a_pasted_text_becomes_a_report(in_firefox: Firefox, service: Service) -> None:
    tab = send(in_firefox, service.url)
    assert tab.text("#say-do") == "Zeggen en doen"
    assert tab.text(".line.text") == TEXT
    tab.until("!document.querySelector('button.copy[hidden]')", what="the script")


def test_without_scripts_it_works_too(firefox: Callable[..., Firefox], service: Service) -> None:
    browser = firefox(prefs={"javascript.enabled": False})
    tab = send(browser, service.url, without_scripts(browser))
    assert tab.text(".line.text") == TEXT
    assert tab.count("button.copy:not([hidden])") == 0  # what needs a script stays out of sight


def test_a_note_in_a_folded_part_is_reached_from_the_text(in_firefox: Firefox, service: Service) -> None:
    tab = send(in_firefox, service.url)
    target = tab.evaluate("document.querySelector('mark a').getAttribute('href').slice(1)")
    tab.click("mark a")
    tab.until(f"document.getElementById({json.dumps(target)}).getClientRects().length > 0", what="the note")


def test_nothing_is_asked_of_any_other_host(in_firefox: Firefox, service: Service) -> None:
    tab = send(in_firefox, service.url)
    asked = tab.evaluate("performance.getEntriesByType('resource').map((each) => new URL(each.name).hostname)")
    assert set(asked) == {"127.0.0.1"}
