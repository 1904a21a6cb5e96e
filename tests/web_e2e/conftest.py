"""The first page in both browsers, with JavaScript and without, before the real service."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1]))
from browsers.chromium import Chromium
from browsers.firefox import Firefox
from browsers.harness import chromium, firefox, playwright_driver, service  # noqa: F401


@pytest.fixture
def page(chromium: Callable[..., Chromium]) -> Page:  # noqa: F811
    """A tab of Chromium that reads English; scripts run."""
    return chromium(locale="en-GB").page


@pytest.fixture
def bare_page(chromium: Callable[..., Chromium]) -> Page:  # noqa: F811
    """A tab of Chromium in which no script runs."""
    return chromium(locale="en-GB", java_script_enabled=False).page


@pytest.fixture
def in_firefox(firefox: Callable[..., Firefox]) -> Firefox:  # noqa: F811
    """Firefox that reads English."""
    return firefox(prefs={"intl.accept_languages": "en-GB, en"})
