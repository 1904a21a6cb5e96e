"""Takes up the browsers of the shared harness."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from browsers.harness import chromium, firefox, playwright_driver, service  # noqa: F401
