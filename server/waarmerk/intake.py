"""A file as a profile, or a whole request, of the public contract: what the command line and the web page both take.

Which kinds there are, and how each is read: `extraction/files/kinds.py`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from waarmerk.extraction.files import kinds
from waarmerk.records import Page, Profile
from waarmerk.report.fields import as_dict


def source(data: bytes, name: str = "", *, url: str = "") -> dict[str, Any]:
    """One profile of a request, or a request where a JSON file holds one. `url` tells where a page was saved from.

    Raises InvalidRequest, TooLarge or NoOwner with what to do.
    """
    found = kinds.read(data, name)
    if isinstance(found, Page):
        return {"html": found.html, **({"url": url} if url else {})}
    return _profile(found) if isinstance(found, Profile) else found


def _profile(found: Profile) -> dict[str, Any]:
    """A profile as the contract takes it, with whose it is, what could not be found, and where each field was read."""
    told: dict[str, Any] = {
        "site": found.site,
        "url": found.url,
        "language": found.language_hint,
        "fields": as_dict(found.fields),
        "warnings": list(found.warnings),
        "origins": dict(found.origins),
    }
    owner = {key: value for key, value in asdict(found.owner).items() if value}
    told |= {"owner": owner} if owner else {}
    return {key: value for key, value in told.items() if value or key == "fields"}
