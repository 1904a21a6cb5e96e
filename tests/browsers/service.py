"""The real service, `waarmerk serve` on a free loopback port with a token of its own and an empty data folder."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

TOKEN = "wmk-browser-tests-0123456789abcdef"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    """A running service: `url`, `token`, the terminal's `output` so far, and the `pairing_code` it shows there."""

    def __init__(self, folder: Path, *, port: int | None = None, **settings: str) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.token = TOKEN
        self._log = folder / "serve.log"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("WAARMERK_")}
        environment |= {"WAARMERK_TOKEN": TOKEN, "DATABASE_URL": f"sqlite:///{folder / 'waarmerk.db'}", **settings}
        command = [str(Path(sys.executable).with_name("waarmerk")), "serve", "--port", str(self.port)]
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                command, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    @property
    def output(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def pairing_code(self) -> str:
        """The code for the browser extension, as a user reads it off the terminal."""
        found = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", self.output)
        assert found, f"no code in the terminal:\n{self.output}"
        return found[0]

    def _wait(self) -> None:
        ends = time.monotonic() + 60
        while time.monotonic() < ends and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise TimeoutError(f"the service did not become ready:\n{self.output[-2000:]}")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)  # its own group: the workers go too
            self._process.wait()
