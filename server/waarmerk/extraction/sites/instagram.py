"""Instagram: the user object of the embedded state (old and new), the page's header, and the description.

Only the object whose user name is the address's is read; suggested accounts carry objects of the same shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waarmerk.extraction import blobs, counts, nodes, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import plain
from waarmerk.records import Post

_STATE, _PAGE = "state", "page"
_COUNTS = {
    "followers": (("edge_followed_by", "count"), ("follower_count",)),
    "following": (("edge_follow", "count"), ("following_count",)),
    "posts": (("edge_owner_to_timeline_media", "count"), ("media_count",)),
}
# What the site itself writes as an image's description when there is no caption.
_DESCRIBED = (
    "photo by",
    "photo shared",
    "may be",
    "image may",
    "foto van",
    "foto gedeeld",
    "kan een afbeelding",
    "profile p",
)


def _posts(user: dict[str, Any]) -> Iterator[Post]:
    for edge in blobs.rows(user, "edge_owner_to_timeline_media", "edges"):
        node = blobs.dig(edge, "node")
        text = blobs.string(node, "edge_media_to_caption", "edges", 0, "node", "text")
        likes = blobs.integer(node, "edge_liked_by", "count")
        if likes is None:
            likes = blobs.integer(node, "edge_media_preview_like", "count")
        if text:
            yield Post(text, likes=likes, replies=blobs.integer(node, "edge_media_to_comment", "count"))


def _state(doc: Document, draft: Draft) -> None:
    for user in doc.objects("username", "biography"):
        if plain(blobs.string(user, "username")) != plain(draft.handle or ""):
            continue
        draft.text("name", blobs.string(user, "full_name"), _STATE)
        draft.text("about", blobs.string(user, "biography"), _STATE)
        draft.text("headline", blobs.string(user, "category_name"), _STATE)
        pronouns = blobs.dig(user, "pronouns")
        draft.text(
            "pronouns",
            "/".join(p for p in pronouns if isinstance(p, str)) if isinstance(pronouns, list) else "",
            _STATE,
        )
        links = [blobs.string(entry, "url") for entry in blobs.rows(user, "bio_links")]
        draft.links([blobs.string(user, "external_url"), *links], _STATE)
        for key, places in _COUNTS.items():
            for place in places:
                draft.count(key, blobs.integer(user, *place), _STATE)
        draft.posts(_posts(user), _STATE)


def _header(region: Region, draft: Draft) -> None:
    head = region.one("header")
    if head is None:
        return
    for item in region.all("li", within=head):
        exact = next((t for n in item.find_all(True) if (t := nodes.attr(n, "title"))[:1].isdigit()), "")
        for key, value in counts.find(" ".join(nodes.text(item).split())).items():
            draft.count(key, counts.number(exact) if exact else value, _PAGE)
    heads = [nodes.text(node) for node in region.all("h1", within=head)]
    bio = next((said for said in heads if plain(said) not in (plain(draft.handle or ""), plain(draft.get("name")))), "")
    draft.text("about", bio, _PAGE)
    outside = [a for a in region.all("a", within=head) if "l.instagram.com" in nodes.attr(a, "href")]
    draft.links((social.target(a) for a in outside), _PAGE)


def _captions(region: Region, draft: Draft) -> None:
    found = []
    for anchor in region.all("a"):
        if {"p", "reel"} & set(path(nodes.attr(anchor, "href"))):
            image = next((n for n in anchor.find_all("img") if nodes.attr(n, "alt")), None)
            alt = nodes.attr(image, "alt") if image is not None else ""
            if alt and not alt.casefold().startswith(_DESCRIBED):
                found.append(Post(alt))
    draft.posts(found, _PAGE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    _state(doc, draft)
    region = doc.region("main", "[role=main]")
    if "name" not in draft:
        social.shell(doc, draft, about=False)
    _header(region, draft)
    social.shell(doc, draft)
    _captions(region, draft)


READER = Reader("instagram", ("instagram.com",), fill, assets="static.cdninstagram.com")
