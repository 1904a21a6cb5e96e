"""Debian's Chromium with (or without) an unpacked extension: a real toolbar click, the real side panel.

The side panel is a target Playwright does not hand out, so it is reached over the browser's own DevTools session.
"""

from __future__ import annotations

import base64
import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Route

from browsers.pages import STRICT_CSP
from browsers.panel import Panel, ScriptError

EXECUTABLE = "/usr/bin/chromium"
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
OUTSIDE = re.compile(r"^https?://(?!127\.0\.0\.1)")


class Chromium:
    """One browser with a profile of its own; `context` is Playwright's, `page` its first tab."""

    def __init__(self, playwright: Playwright, profile: Path, extension: Path | None = None, **options: Any) -> None:
        args = list(QUIET)
        if extension is not None:
            args += [f"--disable-extensions-except={extension}", f"--load-extension={extension}"]
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            str(profile), executable_path=EXECUTABLE, args=args, **options
        )
        assert self.context.browser is not None
        self.page: Page = self.context.pages[0]
        self._cdp: CDPSession = self.context.browser.new_browser_cdp_session()

    def serve(self, pages: Mapping[str, str]) -> None:
        """Answers every address outside this machine from `pages` (url -> html); anything else is a 404."""

        def fulfil(route: Route) -> None:
            html = pages.get(route.request.url)
            headers = {"content-security-policy": STRICT_CSP, "content-type": "text/html; charset=utf-8"}
            route.fulfill(status=404 if html is None else 200, headers=headers, body=html or "not found")

        self.context.route(OUTSIDE, fulfil)

    def goto(self, url: str) -> None:
        self.page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the tab."""
        return self.page.evaluate(expression)

    def extension_id(self) -> str:
        """The id of the loaded extension, once its worker is up."""
        workers = self.context.service_workers
        worker = workers[0] if workers else self.context.wait_for_event("serviceworker")
        return worker.url.split("/")[2]

    def click_toolbar(self, page: Page | None = None) -> None:
        """Clicks the extension's toolbar button on the tab of `page`, as a user would."""
        page = page or self.page
        page.bring_to_front()
        worker_id = self.extension_id()
        self._cdp.send("Extensions.triggerAction", {"id": worker_id, "targetId": self._tab_of(page)})

    def _tab_of(self, page: Page) -> str:
        tabs = [t for t in self._targets() if t["type"] == "tab" and t["url"] == page.url]
        assert tabs, f"no tab shows {page.url}"
        return str(tabs[0]["targetId"])

    def _targets(self) -> list[dict[str, Any]]:
        return list(self._cdp.send("Target.getTargets", {"filter": [{}]})["targetInfos"])

    def panel(self, *, timeout: float = 10) -> SidePanel:
        """The side panel, once it is open."""
        ends = time.monotonic() + timeout
        while time.monotonic() < ends:
            for target in self._targets():
                if target["type"] != "tab" and target["url"].endswith("/panel/panel.html"):
                    session = SidePanelSession(self._cdp, str(target["targetId"]), self.page)
                    return SidePanel(session)
            self.page.wait_for_timeout(50)
        raise TimeoutError("the side panel did not open")

    def close(self) -> None:
        self.context.close()


class SidePanelSession:
    """A DevTools session to a target beside the tabs, its messages wrapped in the browser's own session."""

    def __init__(self, cdp: CDPSession, target_id: str, page: Page) -> None:
        self._cdp, self._page = cdp, page
        self._replies: dict[int, dict[str, Any]] = {}
        self._next = 0
        self._id = cdp.send("Target.attachToTarget", {"targetId": target_id, "flatten": False})["sessionId"]
        cdp.on("Target.receivedMessageFromTarget", self._keep)

    def _keep(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self._id:
            message = json.loads(event["message"])
            if "id" in message:
                self._replies[message["id"]] = message

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """One DevTools call to the panel; raises TimeoutError after ten seconds."""
        self._next += 1
        call = {"id": self._next, "method": method, "params": params}
        self._cdp.send("Target.sendMessageToTarget", {"sessionId": self._id, "message": json.dumps(call)})
        ends = time.monotonic() + 10
        while call["id"] not in self._replies:
            if time.monotonic() > ends:
                raise TimeoutError(method)
            self._page.wait_for_timeout(5)
        reply = self._replies.pop(call["id"])
        if "error" in reply:
            raise ScriptError(reply["error"]["message"])
        return dict(reply["result"])

    def evaluate(self, expression: str) -> Any:
        reply = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        if "exceptionDetails" in reply:
            details = reply["exceptionDetails"]
            raise ScriptError(details.get("exception", {}).get("description", details["text"]))
        return reply["result"].get("value")

    def screenshot(self, path: Path, *, whole: bool = True) -> None:
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]))


class SidePanel(Panel):
    """Chromium's side panel; its theme and width can be set, which a user does by other means."""

    def __init__(self, session: SidePanelSession) -> None:
        super().__init__(session.evaluate, session.screenshot)
        self._session = session

    def shot(self, path: Path) -> None:
        """Only what is in view."""
        self._session.screenshot(path, whole=False)

    def theme(self, scheme: str) -> None:
        """`light` or `dark`."""
        self._session.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def size(self, width: int, height: int = 800, *, scale: float = 1) -> None:
        """As wide as the user has dragged the panel, in CSS pixels; `scale` is the screen's density."""
        self._session.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )
