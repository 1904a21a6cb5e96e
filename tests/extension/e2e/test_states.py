"""What stands in the way, and that the panel says what to do about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browsers.acts import EXTENSION, HOST, PAGES, Browser, connect, open_on, settle
from browsers.chromium import Chromium
from browsers.firefox import Firefox
from browsers.service import Service, free_port

pytestmark = pytest.mark.browser


def test_no_service_and_then_one(start_service: Callable[..., Service], browser: Browser) -> None:
    port = free_port()
    panel = open_on(browser, f"{HOST}/ines")
    settle(panel, server=f"http://127.0.0.1:{port}", language="en")
    panel.wait_for(".offline", text=f"127.0.0.1:{port}")
    assert "waarmerk serve" in panel.text(".command")
    start_service(port=port)
    panel.click(".offline .primary")
    panel.wait_for(".unpaired")


def test_a_token_the_service_does_not_know(browser: Browser, service: Service) -> None:
    panel = open_on(browser, f"{HOST}/ines")
    connect(panel, service, token="wmk-forgotten")
    panel.wait_for(".unpaired", text="no longer knows this panel")


def test_pages_of_the_browser_itself_cannot_be_read_but_text_can_be_pasted(
    in_chromium: Chromium, service: Service
) -> None:
    panel = open_on(in_chromium, "chrome://version/")
    connect(panel, service)
    panel.wait_for(".unreadable")
    panel.click(".paste summary")
    panel.fill(".paste textarea", "I mend chairs in Deventer. In 2022 I mended 41 of them.")
    panel.click(".paste button")
    panel.wait_for(".preview", text="mended 41")


def test_a_server_elsewhere_is_asked_for_and_nothing_is_sent_to_it(in_chromium: Chromium) -> None:
    panel = open_on(in_chromium, f"{HOST}/ines")
    settle(panel, server="https://waarmerk.example", token="tok", language="en")
    panel.wait_for(".host", text="waarmerk.example")
    panel.wait_for(".host button.primary", text="Allow")


def test_firefox_keeps_hosts_from_extensions_until_the_user_allows_them(
    firefox: Callable[..., Firefox], service: Service
) -> None:
    browser = firefox(EXTENSION, hosts=("profiles.example",), prefs={"extensions.originControls.grantByDefault": False})
    browser.serve(PAGES)
    panel = open_on(browser, f"{HOST}/ines")
    connect(panel, service)
    panel.wait_for(".host", text="has not yet allowed")
    panel.wait_for(".host button.primary", text="Allow 127.0.0.1")
