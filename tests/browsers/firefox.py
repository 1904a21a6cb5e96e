"""Firefox ESR over WebDriver BiDi: the extension installed, its toolbar button clicked, its real sidebar driven.

BiDi lists tabs only. The sidebar's document is made known to it from the browser's own window, where the session also
clicks the toolbar button (that is what `-remote-allow-system-access` is for).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from browsers.bidi import Bidi
from browsers.pages import PageServer
from browsers.panel import Panel, ScriptError

UUID = "0a0a0a0a-0b0b-4c0c-8d0d-0e0e0e0e0e0e"

CLICK_TOOLBAR = """(() => {
  const { extension } = WebExtensionPolicy.getByID(ADDON);
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
})()"""

SIDEBAR_BROWSER = """document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser")"""

SIDEBAR_READY = f"""(() => {{
  const sidebar = {SIDEBAR_BROWSER};
  return Boolean(sidebar?.currentURI?.spec.endsWith("/panel/panel.html") && !sidebar.webProgress.isLoadingDocument);
}})()"""

ADOPT_SIDEBAR = f"""(() => {{
  const sidebar = {SIDEBAR_BROWSER};
  const {{ NavigableManager }} = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  sidebar.permanentKey ??= {{}};
  const id = NavigableManager.getIdForBrowser(sidebar);
  const tabs = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (wanted) => (wanted === id ? sidebar : tabs(wanted));
  return id;
}})()"""


class Firefox:
    """One browser with a profile of its own and one tab; `serve` answers real host names from this machine."""

    def __init__(
        self, profile: Path, server: PageServer, prefs: Mapping[str, bool | int | str], hosts: tuple[str, ...]
    ) -> None:
        ids = json.dumps({"extension@waarmerk.example": UUID})
        self._server = server
        local = {"network.dns.localDomains": ",".join(hosts), "network.socket.forcePort": f"80={server.port}"}
        self.bidi = Bidi(profile, {"extensions.webextensions.uuids": ids, **(local if hosts else {}), **prefs})
        self.tab: str = self.bidi.send("browsingContext.getTree")["contexts"][0]["context"]
        chrome = self.bidi.send("browsingContext.getTree", **{"moz:scope": "chrome"})
        self._window: str = chrome["contexts"][0]["context"]

    def install(self, extension: Path) -> None:
        self.bidi.send("webExtension.install", extensionData={"type": "path", "path": str(extension)})

    def serve(self, pages: Mapping[str, str]) -> None:
        """Pages by `http://host/path`; the hosts were named when the browser was started."""
        self._server.pages = dict(pages)

    def goto(self, url: str) -> None:
        self.bidi.send("browsingContext.navigate", context=self.tab, url=url, wait="complete")

    def evaluate(self, expression: str, *, context: str | None = None) -> Any:
        """The JSON value of an expression in the tab (or in another context); promises are awaited."""
        wrapped = f"(async () => JSON.stringify(await ({expression})))()"
        target = {"context": context or self.tab}
        reply = self.bidi.send(
            "script.evaluate", expression=wrapped, target=target, awaitPromise=True, userActivation=True
        )
        if reply["type"] == "exception":
            raise ScriptError(reply["exceptionDetails"]["text"])
        value = reply["result"].get("value")
        return None if value is None else json.loads(value)

    def screenshot(self, path: Path, *, context: str | None = None) -> None:
        shot = self.bidi.send("browsingContext.captureScreenshot", context=context or self.tab, origin="document")
        path.write_bytes(base64.b64decode(shot["data"]))

    def click_toolbar(self) -> None:
        """Clicks the extension's toolbar button on the tab in front."""
        self.in_window(CLICK_TOOLBAR.replace("ADDON", json.dumps("extension@waarmerk.example")))

    def in_window(self, expression: str) -> Any:
        """An expression in the browser's own window."""
        return self.evaluate(expression, context=self._window)

    def panel(self) -> Panel:
        """The sidebar, once it is open."""
        window = Panel(self.in_window, self.screenshot)
        window.until(SIDEBAR_READY, timeout=10, what="the sidebar")
        context = str(self.in_window(ADOPT_SIDEBAR))
        return Panel(
            lambda expression: self.evaluate(expression, context=context),
            lambda path: self.screenshot(path, context=context),
        )

    def start_over(self) -> None:
        """As freshly installed: nothing stored, the sidebar closed, an empty page in the tab."""
        if self.in_window(SIDEBAR_READY):
            self.panel().evaluate("Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])")
            self.in_window("SidebarController.hide()")
        self.goto("about:blank")

    def close(self) -> None:
        self.bidi.close()
