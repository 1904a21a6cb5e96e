"""Behance: the owner in the embedded state, then the page's headings and the description."""

from __future__ import annotations

from waarmerk.extraction import blobs, sections, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.words import plain

_STATE, _PAGE = "state", "page"


def _state(doc: Document, draft: Draft) -> None:
    for owner in doc.objects("username", "occupation"):
        if plain(blobs.string(owner, "username")) != plain(draft.handle or ""):
            continue
        full = f"{blobs.string(owner, 'first_name')} {blobs.string(owner, 'last_name')}".strip()
        draft.text("name", blobs.string(owner, "display_name") or blobs.string(owner, "displayName") or full, _STATE)
        draft.text("headline", blobs.string(owner, "occupation"), _STATE)
        draft.text("location", blobs.string(owner, "location"), _STATE)
        for entry in blobs.rows(owner, "sections"):
            draft.text("about", blobs.string(entry, "value") or blobs.string(entry, "text"), _STATE)
        draft.text("about", blobs.string(owner, "about"), _STATE)
        stats = blobs.dig(owner, "stats")
        for key in ("followers", "following"):
            draft.count(key, blobs.integer(stats, key), _STATE)
        links = blobs.rows(owner, "social_links") or blobs.rows(owner, "socialReferences")
        draft.links([blobs.string(owner, "website"), *(blobs.string(link, "url") for link in links)], _STATE)
    mine = (p for p in doc.objects("covers", "owners", "name") if _owns(p, draft.handle))
    draft.strings("featured", (blobs.string(project, "name") for project in mine), _STATE)


def _owns(project: object, handle: str | None) -> bool:
    owners = blobs.rows(project, "owners")
    return any(plain(blobs.string(owner, "username")) == plain(handle or "") for owner in owners)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    _state(doc, draft)
    region = doc.region("main", "#site-content", "body")
    draft.text("name", region.text("h1"), _PAGE)
    found = sections.find(region)
    if "about" in found:
        draft.text("about", sections.running_text(found["about"]), "heading")
    social.shell(doc, draft)


READER = Reader("behance", ("behance.net",), fill, assets="behance.net/")
