"""A WebDriver BiDi connection to a Firefox started for one test: no geckodriver, only a websocket."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import websocket

EXECUTABLE = "firefox-esr"
# A test's browser talks to this machine only: no updates, telemetry, safe browsing or settings look-ups.
QUIET: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.region.update.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.provider.google4.updateURL": "",
    "browser.safebrowsing.provider.mozilla.updateURL": "",
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "dom.security.https_first": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "network.trr.mode": 5,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "data:,",
}
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class BidiError(AssertionError):
    """What the browser answered instead of a result."""


class Bidi:
    """Starts the browser on a profile folder and sends it commands one at a time."""

    def __init__(self, profile: Path, prefs: Mapping[str, bool | int | str]) -> None:
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in {**QUIET, **prefs}.items()]
        (profile / "user.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [EXECUTABLE, "--headless", "--no-remote", "--profile", str(profile)]
        command += ["--remote-debugging-port", "0", "-remote-allow-system-access"]
        self._log = (profile / "stderr.log").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self._log)
        try:
            address = self._address(profile / "stderr.log")
            self._socket = websocket.create_connection(f"{address}/session", timeout=30, suppress_origin=True)
            self._next = 0
            self.send("session.new", capabilities={})
        except BaseException:
            self._stop()
            raise

    def _address(self, log: Path) -> str:
        ends = time.monotonic() + 30
        while time.monotonic() < ends and self._process.poll() is None:
            found = _LISTENING.search(log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[1]
            time.sleep(0.05)
        raise TimeoutError("Firefox did not open its remote port: " + log.read_text(errors="replace")[-2000:])

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """One command; its result, or BidiError with the browser's own words."""
        self._next += 1
        self._socket.send(json.dumps({"id": self._next, "method": method, "params": params}))
        while True:
            reply = json.loads(self._socket.recv())
            if reply.get("id") != self._next:
                continue
            if reply["type"] == "error":
                raise BidiError(f"{method}: {reply['error']}: {reply['message']}")
            return dict(reply["result"])

    def close(self) -> None:
        # It is going away in any case; the process is ended below.
        with contextlib.suppress(OSError, websocket.WebSocketException, BidiError):
            self.send("browser.close")
        self._socket.close()
        self._stop()

    def _stop(self) -> None:
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
