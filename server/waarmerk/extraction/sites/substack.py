"""Substack: the profile (substack.com/@ann) or the publication (ann.substack.com) of the embedded preloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waarmerk.extraction import blobs, counts, jsonld, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.words import plain
from waarmerk.records import Post

_STATE = "state"


def matches(doc: Document) -> bool:
    """Whether this is a publication under a domain of its own."""
    return any("_preloads" in text and "substack" in text for _, text in doc.scripts)


def _profile(state: object, draft: Draft) -> None:
    """A person's own page: the object with the address's handle."""
    for node in blobs.walk(state):
        if "handle" in node and "bio" in node and plain(blobs.string(node, "handle")) == plain(draft.handle or ""):
            draft.text("name", blobs.string(node, "name"), _STATE)
            draft.text("about", blobs.string(node, "bio"), _STATE)
            draft.count("followers", blobs.integer(node, "followerCount"), _STATE)
            draft.count("followers", blobs.integer(node, "subscriberCountNumber"), _STATE)
            draft.add_counts(counts.find(blobs.string(node, "subscriberCountString")), _STATE)
            links = blobs.rows(node, "userLinks")
            draft.links([blobs.string(link, "value") or blobs.string(link, "url") for link in links], _STATE)


def _publication(state: object, draft: Draft) -> None:
    """A publication of one author: its author's name and bio, its line as headline."""
    pub = blobs.dig(state, "pub")
    draft.text("name", blobs.string(pub, "author_name"), _STATE)
    draft.text("about", blobs.string(pub, "author_bio"), _STATE)
    draft.text("headline", blobs.string(pub, "hero_text"), _STATE)
    draft.handle = draft.handle or blobs.string(pub, "author_handle") or blobs.string(pub, "subdomain") or None


def _posts(state: object, name: str) -> Iterator[Post]:
    for node in blobs.walk(state):
        if "post_date" in node and "title" in node:
            authors = [plain(blobs.string(byline, "name")) for byline in blobs.rows(node, "publishedBylines")]
            if not authors or plain(name) in authors:
                told = blobs.string(node, "subtitle") or blobs.string(node, "description")
                text = "\n".join(part for part in (blobs.string(node, "title"), told) if part)
                yield Post(text, at=blobs.string(node, "post_date") or None, likes=_likes(node))


def _likes(node: dict[str, Any]) -> int | None:
    return blobs.integer(node, "reaction_count")


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    sub = host(doc.url).removesuffix("substack.com").rstrip(".")
    draft.handle = next((part.lstrip("@") for part in parts if part.startswith("@")), None) or sub or None
    state = doc.blob("_preloads")
    _profile(state, draft)
    _publication(state, draft)
    jsonld.fill(doc, draft)
    social.shell(doc, draft)
    draft.posts(_posts(state, draft.get("name")), _STATE)


READER = Reader("substack", ("substack.com",), fill, matches)
