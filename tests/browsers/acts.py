"""What a user does with the extension, step by step, in whichever browser, on invented pages under a host of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from browsers.chromium import Chromium
from browsers.firefox import Firefox
from browsers.panel import Panel
from browsers.service import Service

Browser = Chromium | Firefox

EXTENSION = Path(__file__).parents[2] / "extension"
CHROMIUM_ID = "hocnfkabcgbcgoljhacmleahdkkdgpjh"  # fixed by the manifest's key
HOST = "http://profiles.example"
_SAVED = Path(__file__).parents[1] / "extension" / "e2e" / "pages"
PAGES = {f"{HOST}/{page.stem}": page.read_text(encoding="utf-8") for page in _SAVED.glob("*.html")}


def open_on(browser: Browser, url: str) -> Panel:
    """Goes to a page and clicks the toolbar button."""
    browser.goto(url)
    browser.click_toolbar()
    return browser.panel()


def settle(panel: Panel, **settings: Any) -> None:
    """What the settings page would have stored."""
    panel.evaluate(f"(globalThis.browser ?? chrome).storage.local.set({json.dumps(settings)})")


def connect(panel: Panel, service: Service, **settings: Any) -> None:
    """Knows the service, as after an earlier pairing."""
    settle(panel, **{"language": "en", "server": service.url, "token": service.token, **settings})


def audit(panel: Panel, *values: str) -> None:
    """Declares values and has the page audited."""
    panel.wait_for(".preview")
    panel.fill(".values-field input", ", ".join(values))
    panel.evaluate("document.querySelector('button.audit').focus()")
    panel.click("button.audit")
    panel.wait_for(".report")
