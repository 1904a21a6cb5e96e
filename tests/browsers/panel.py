"""The extension's panel as a test drives it: the same few acts in both browsers.

Acts go through the page's own elements (real `click()`, real `input` events); anything not in reach fails loudly.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


class ScriptError(AssertionError):
    """A script threw in the page; the message is the page's own."""


class Panel:
    """Drives an open panel by `evaluate(expression) -> value` of its browser."""

    def __init__(self, evaluate: Callable[[str], Any], screenshot: Callable[[Path], None]) -> None:
        self.evaluate = evaluate
        self.screenshot = screenshot

    def wait_for(self, selector: str, *, text: str = "", timeout: float = 15) -> None:
        """Until an element of `selector` is rendered whose text holds `text`."""
        condition = (
            f"[...document.querySelectorAll({json.dumps(selector)})].some((e) => e.getClientRects().length > 0"
            f" && e.textContent.includes({json.dumps(text)}))"
        )
        self.until(condition, timeout=timeout, what=f"{selector} {text!r}")

    def until(self, expression: str, *, timeout: float = 15, what: str = "") -> None:
        """Until the expression is true in the panel."""
        ends = time.monotonic() + timeout
        while not self.evaluate(expression):
            if time.monotonic() > ends:
                shown = self.evaluate("document.body.innerText")
                raise TimeoutError(f"waited {timeout} s for {what or expression}; the panel shows: {shown}")
            time.sleep(0.05)

    def text(self, selector: str = "body") -> str:
        """What a reader sees of the first element of `selector`."""
        found = f"document.querySelector({json.dumps(selector)})"
        return str(self.evaluate(f"{found}.innerText ?? {found}.textContent"))  # drawings have no innerText

    def count(self, selector: str) -> int:
        return int(self.evaluate(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def click(self, selector: str) -> None:
        self.wait_for(selector)
        self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def fill(self, selector: str, value: str) -> None:
        """Types `value` into a field, in place of what stands there."""
        self.wait_for(selector)
        self.evaluate(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.focus();"
            f" e.value = {json.dumps(value)}; e.dispatchEvent(new Event('input', {{bubbles: true}}));"
            " e.dispatchEvent(new Event('change', {bubbles: true})); })()"
        )

    def press(self, selector: str, key: str) -> None:
        """A key, as the page's own handlers see it."""
        self.evaluate(
            f"document.querySelector({json.dumps(selector)}).dispatchEvent("
            f"new KeyboardEvent('keydown', {{key: {json.dumps(key)}, bubbles: true, cancelable: true}}))"
        )
