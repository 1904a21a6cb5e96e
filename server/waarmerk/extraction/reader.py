"""What a site's reader is: an id, the hosts it knows, markup it recognises, and how it fills a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft


def _never(doc: Document) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """One site. `hosts` match themselves and their subdomains; `matches` looks at the markup where no host fits.

    `assets` is where the site loads its parts from: how a saved page without an address is told.
    """

    site: str
    hosts: tuple[str, ...]
    fill: Callable[[Document, Draft], None]
    matches: Callable[[Document], bool] = _never
    assets: str | None = None
