"""Serves invented pages on a loopback port, by the host the browser asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

# What a social site would send: the extension must work under it, because it injects nothing.
STRICT_CSP = "default-src 'none'; style-src 'self'; img-src 'self'"


class PageServer:
    """`pages` maps `http://host/path` to html; everything else is a 404."""

    def __init__(self) -> None:
        self.pages: Mapping[str, str] = {}
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                html = owner.pages.get(f"http://{self.headers.get('Host', '')}{self.path}")
                body = (html if html is not None else "not found").encode()
                self.send_response(404 if html is None else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", STRICT_CSP)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet: the tests say what they need."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = int(self._http.server_address[1])
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def close(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()
