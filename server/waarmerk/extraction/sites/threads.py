"""Threads: the title and description every visitor gets; posts from the page by the link to their author."""

from __future__ import annotations

from waarmerk.extraction import blobs, nodes, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import plain
from waarmerk.records import Post

_STATE, _PAGE = "state", "page"


def _state(doc: Document, draft: Draft) -> None:
    for user in doc.objects("username", "biography"):
        if plain(blobs.string(user, "username")) == plain(draft.handle or ""):
            draft.text("name", blobs.string(user, "full_name"), _STATE)
            draft.text("about", blobs.string(user, "biography"), _STATE)
            draft.count("followers", blobs.integer(user, "follower_count"), _STATE)
            draft.links([blobs.string(entry, "url") for entry in blobs.rows(user, "bio_links")], _STATE)
    made = []
    for post in doc.objects("caption", "user", "like_count"):
        text = blobs.string(post, "caption", "text")
        if text and plain(blobs.string(post, "user", "username")) == plain(draft.handle or ""):
            made.append(Post(text, likes=blobs.integer(post, "like_count")))
    draft.posts(made, _STATE)


def _posts(region: Region, draft: Draft) -> None:
    """Posts on the page whose first profile link is the owner's."""
    made = []
    for box in region.all("[data-pressable-container=true]"):
        first = next(
            (p[0] for a in region.all("a", within=box) if (p := path(nodes.attr(a, "href"))) and p[0][:1] == "@"), ""
        )
        told = max((c for c in nodes.chunks(box) if len(c) > 20), key=len, default="")
        if told and first:
            made.append(Post(told, is_repost=plain(first.lstrip("@")) != plain(draft.handle or "")))
    draft.posts(made, _PAGE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0].lstrip("@") if parts and parts[0].startswith("@") else None
    _state(doc, draft)
    social.shell(doc, draft)
    _posts(doc.body, draft)


READER = Reader("threads", ("threads.net", "threads.com"), fill)
