"""Medium: the user of the Apollo state whose name is the address's, that user's stories, and the meta description."""

from __future__ import annotations

from typing import Any

from waarmerk.extraction import blobs, counts, jsonld, nodes, opengraph, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region, outermost
from waarmerk.extraction.words import plain
from waarmerk.records import Post

_STATE, _PAGE = "state", "page"


def _handle(doc: Document) -> str | None:
    """From medium.com/@ann or ann.medium.com."""
    parts = path(doc.url)
    if parts and parts[0].startswith("@"):
        return parts[0].lstrip("@")
    name = host(doc.url).removesuffix("medium.com").rstrip(".")
    return name or None


def _state(doc: Document, draft: Draft) -> None:
    state = doc.blob("__APOLLO_STATE__")
    entries: dict[str, Any] = state if isinstance(state, dict) else {}
    for key, user in entries.items():
        if not key.startswith("User:") or plain(blobs.string(user, "username")) != plain(draft.handle or ""):
            continue
        draft.text("name", blobs.string(user, "name"), _STATE)
        draft.text("about", blobs.string(user, "bio"), _STATE)
        for name in ("followers", "following"):
            draft.count(name, blobs.integer(user, "socialStats", f"{name.removesuffix('s')}Count"), _STATE)
        made = [_story(post) for post in entries.values() if blobs.string(post, "creator", "__ref") == key]
        draft.posts([post for post in made if post], _STATE)


def _story(post: object) -> Post | None:
    title = blobs.string(post, "title")
    told = blobs.string(post, "extendedPreviewContent", "subtitle") or blobs.string(post, "previewContent", "subtitle")
    text = "\n".join(part for part in (title, told) if part)
    return Post(text, likes=blobs.integer(post, "clapCount")) if title else None


def _described(doc: Document) -> str:
    """The bio in "Read writing from Ann on Medium. … Every day, Ann and thousands of other voices …"."""
    told = opengraph.description(doc)
    head, mark, rest = told.partition(" on Medium. ")
    told = rest if mark and len(head) < 120 else told
    return told.partition("Every day, ")[0].strip()


def _page(region: Region, draft: Draft) -> None:
    for anchor in region.all("a"):
        last = path(nodes.attr(anchor, "href").partition("?")[0])[-1:]
        if last in (("followers",), ("following",)):
            draft.count(last[0], counts.number(nodes.text(anchor)), _PAGE)
    made = []
    for item in outermost(region.all("article")):
        text = "\n".join(dict.fromkeys(nodes.text(n) for name in ("h2", "h3") for n in region.all(name, within=item)))
        made.append(Post(text))
    draft.posts(made, _PAGE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    draft.handle = _handle(doc)
    _state(doc, draft)
    jsonld.fill(doc, draft)
    _page(doc.region("main", "#root", "body"), draft)
    title = opengraph.title(doc)
    if social.named(title):
        draft.text("name", title.name, opengraph.ORIGIN)
    draft.text("about", _described(doc), opengraph.ORIGIN)


READER = Reader("medium", ("medium.com",), fill, assets="cdn-client.medium.com")
