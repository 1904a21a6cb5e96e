"""Fixtures for tests in real browsers. A suite's conftest takes them up like this:

    import sys
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).parents[1]))  # the tests folder
    from browsers.harness import chromium, firefox, playwright_driver, service  # noqa: F401

`chromium(extension=None, **playwright_options)` gives a `Chromium` (`.page`, `.context`, `.serve({url: html})`,
`.click_toolbar()`, `.panel()`); `firefox(extension=None, hosts=(), prefs={})` gives a `Firefox` (`.goto`, `.evaluate`,
`.screenshot`, …); `service` is a running `waarmerk serve` (`.url`, `.token`, `.output`). Every browser has a fresh
profile, speaks to this machine only and is closed at the end of the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from browsers.chromium import Chromium
from browsers.firefox import Firefox
from browsers.pages import PageServer
from browsers.service import Service


@pytest.fixture(scope="module")
def playwright_driver() -> Iterator[Playwright]:
    """One driver a module: a second in the same thread is refused; its event loop must not outlive the tests."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture
def chromium(
    playwright_driver: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Chromium]]:
    with ExitStack() as closing:

        def launch(extension: Path | None = None, **options: Any) -> Chromium:
            browser = Chromium(playwright_driver, tmp_path_factory.mktemp("chromium"), extension, **options)
            closing.callback(browser.close)
            return browser

        yield launch


@pytest.fixture
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Firefox]]:
    with ExitStack() as closing:

        def launch(
            extension: Path | None = None,
            *,
            hosts: tuple[str, ...] = (),
            prefs: Mapping[str, bool | int | str] | None = None,
        ) -> Firefox:
            server = PageServer()
            closing.callback(server.close)
            browser = Firefox(tmp_path_factory.mktemp("firefox"), server, prefs or {}, hosts)
            closing.callback(browser.close)
            if extension is not None:
                browser.install(extension)
            return browser

        yield launch


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("service"))
    yield running
    running.close()
