"""The extension in both browsers, loaded unpacked as it is, and invented pages under a host name of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
from browsers.acts import CHROMIUM_ID, EXTENSION, PAGES
from browsers.chromium import Chromium
from browsers.firefox import UUID, Firefox
from browsers.harness import chromium, firefox, playwright_driver  # noqa: F401
from browsers.pages import PageServer
from browsers.service import Service


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The real service; the fixed token may be used by the extension, so that only one test has to pair."""
    running = Service(tmp_path_factory.mktemp("service"), WAARMERK_EXTENSION_IDS=f"{CHROMIUM_ID},{UUID}")
    yield running
    running.close()


@pytest.fixture
def start_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Service]]:
    """Starts services for one test; asked for before a browser, it outlives it and has no open connections to wait for."""
    with ExitStack() as stack:

        def start(**given: int) -> Service:
            running = Service(tmp_path_factory.mktemp("service"), **given)
            stack.callback(running.close)
            return running

        yield start


@pytest.fixture
def in_chromium(chromium: Callable[..., Chromium]) -> Chromium:  # noqa: F811
    browser = chromium(EXTENSION, locale="en-GB")
    browser.serve(PAGES)
    return browser


@pytest.fixture(scope="module")
def one_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox takes seconds to start, so that a module's tests share one."""
    with closing(PageServer()) as server:
        browser = Firefox(tmp_path_factory.mktemp("firefox"), server, {}, ("profiles.example",))
        with closing(browser):
            browser.install(EXTENSION)
            browser.serve(PAGES)
            yield browser


@pytest.fixture
def in_firefox(one_firefox: Firefox) -> Iterator[Firefox]:
    yield one_firefox
    one_firefox.start_over()


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Chromium | Firefox:
    """The same test in each browser."""
    return request.getfixturevalue(f"in_{request.param}")  # type: ignore[no-any-return]
