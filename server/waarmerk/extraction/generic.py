"""The sources that any page may have, in order of trust: JSON-LD, microformats, microdata, OpenGraph profiles."""

from __future__ import annotations

from waarmerk.extraction import hcard, jsonld, microdata, opengraph
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft


def fill(doc: Document, draft: Draft, *, about: bool = True) -> bool:
    """Fields from embedded and marked-up data; whether any of it names an owner."""
    found = jsonld.fill(doc, draft, about=about)
    found = hcard.fill(doc, draft) or found
    found = microdata.fill(doc, draft) or found
    if doc.first_meta("og:type").casefold() == "profile":
        opengraph.fill(doc, draft, about=about)
        found = True
    return found and "name" in draft
