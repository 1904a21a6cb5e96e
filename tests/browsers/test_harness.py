"""The harness itself: both browsers start, show a page under a real host name, and close."""

from collections.abc import Callable
from pathlib import Path

import pytest

from browsers.chromium import Chromium
from browsers.firefox import Firefox

pytestmark = pytest.mark.browser
PAGE = "<!doctype html><html lang='en'><title>Ines</title><h1>Ines Vermaat</h1></html>"


def test_chromium_shows_a_page_under_its_own_host(chromium: Callable[..., Chromium]) -> None:
    browser = chromium()
    browser.serve({"https://profiles.example/ines": PAGE})
    browser.page.goto("https://profiles.example/ines")
    assert browser.page.inner_text("h1") == "Ines Vermaat"


def test_firefox_shows_a_page_under_its_own_host(firefox: Callable[..., Firefox], tmp_path: Path) -> None:
    browser = firefox(hosts=("profiles.example",))
    browser.serve({"http://profiles.example/ines": PAGE})
    browser.goto("http://profiles.example/ines")
    assert browser.evaluate("[location.host, document.querySelector('h1').textContent]") == [
        "profiles.example",
        "Ines Vermaat",
    ]
    browser.screenshot(tmp_path / "shot.png")
    assert (tmp_path / "shot.png").read_bytes().startswith(b"\x89PNG")
