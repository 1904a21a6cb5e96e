"""A served instance in a process group of its own, on loopback, with a store that is thrown away."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benching import memory

HOST = "127.0.0.1"
TOKEN = "measured-token-0123456789abcdef"  # of an instance that lives as long as the run
HEADERS: Mapping[str, str] = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
READY_WITHIN = 120.0  # seconds


@dataclass(frozen=True, slots=True)
class Served:
    """One running instance; `process` leads its group."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def memory(self) -> float:
        """MB held by the server and its workers together."""
        return memory.held(self.process.pid)

    def answers(self, path: str = "/healthz", timeout: float = 10.0) -> int:
        """The status of a plain GET. Raises OSError where nobody answers."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=timeout)
        try:
            connection.request("GET", path, headers=dict(HEADERS))
            return connection.getresponse().status
        finally:
            connection.close()


@contextmanager
def served(**settings: str) -> Iterator[Served]:
    """`waarmerk serve` with these settings, ready, and ended after. Raises RuntimeError with its log if it does not start."""
    with tempfile.TemporaryDirectory(prefix="waarmerk-served-") as folder:
        port, log = _free_port(), Path(folder) / "log"
        environ = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "DATABASE_URL": f"sqlite:///{folder}/w.db",
            "WAARMERK_HOST": HOST,
            "PORT": str(port),
            "WAARMERK_TOKEN": TOKEN,
            **settings,
        }
        command = [Path(sys.executable).with_name("waarmerk"), "serve"]
        with log.open("wb") as out:
            process = subprocess.Popen(command, env=environ, stdout=out, stderr=out, start_new_session=True)
        one = Served(port, process, log)
        try:
            _await_ready(one)
            yield one
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(30)


def _await_ready(one: Served) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and one.process.poll() is None:
        try:
            if one.answers("/readyz") == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"the service did not get ready:\n{one.log.read_text('utf-8', 'replace')}")


def _free_port() -> int:
    with socket.socket() as s:
        s.bind((HOST, 0))
        return int(s.getsockname()[1])
