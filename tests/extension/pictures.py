"""Makes the pictures that the repository carries: the icons from their drawing, the panel from a real audit.

python tests/extension/pictures.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from browsers.acts import CHROMIUM_ID, EXTENSION, HOST, PAGES, audit, connect, open_on
from browsers.chromium import EXECUTABLE, Chromium
from browsers.service import Service

PANEL = EXTENSION.parent / "docs" / "images" / "panel.png"
SIZES = (16, 32, 48, 128)


def icons(playwright: Playwright) -> None:
    """`mark.svg` at every size the manifest names."""
    drawing = (EXTENSION / "icons" / "mark.svg").read_text(encoding="utf-8")
    browser = playwright.chromium.launch(executable_path=EXECUTABLE)
    for size in SIZES:
        page = browser.new_page(viewport={"width": size, "height": size})
        page.set_content(f"<style>* {{margin: 0}} svg {{display: block; width: {size}px}}</style>{drawing}")
        page.screenshot(path=EXTENSION / "icons" / f"{size}.png", omit_background=True)
    browser.close()


def panel(playwright: Playwright, folder: Path) -> None:
    """The panel after an audit of an invented profile, from the score to the first fixes."""
    service = Service(folder, WAARMERK_EXTENSION_IDS=CHROMIUM_ID)
    browser = Chromium(playwright, folder / "profile", EXTENSION)
    browser.serve(PAGES)
    side = open_on(browser, f"{HOST}/mara")
    connect(side, service)
    side.wait_for(".preview")
    side.size(400, 1096, scale=1.5)
    audit(side, "craftsmanship", "honesty", "knowledge sharing")
    side.shot(PANEL)
    browser.close()
    service.close()


if __name__ == "__main__":
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as scratch:
        icons(driver)
        panel(driver, Path(scratch))
