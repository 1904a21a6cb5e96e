"""The API page in a real browser: it can be read and tried under its own strict policy, and asks nobody else."""

import threading

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

pytestmark = pytest.mark.browser


@pytest.fixture
def address(app):
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_call_can_be_tried(address):
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 320, "height": 800})
        asked, complaints = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{address}/api/v1/docs?language=nl")
        page.fill("#token", "test-token-0123456789abcdef")
        form = page.locator('form[data-method="POST"][data-path="/api/v1/audits"]')
        form.locator("button").click()
        form.locator("pre", has_text="200").wait_for()
        assert "412" in form.locator("pre").inner_text()
        known = page.locator('form[data-method="GET"][data-path="/api/v1/audits"]')
        known.locator("input[name=limit]").fill("5")
        known.locator("button").click()
        known.locator("pre", has_text='"total": 0').wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert complaints == []
        assert all(url.startswith(address) for url in asked)
        browser.close()
