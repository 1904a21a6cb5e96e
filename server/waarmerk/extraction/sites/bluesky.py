"""Bluesky: `data-testid` hooks of the app, exact counters and bio from JSON-LD, OpenGraph for the shell.

Quoted posts stand in a link of their own ("Post by …"); others' posts in the feed are reposts.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from waarmerk.extraction import counts, jsonld, nodes, social, words
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region, inside
from waarmerk.records import Post

_PAGE = "data-testid"
_FEED = "feedItem-by-"


def _header(region: Region, draft: Draft) -> None:
    draft.text("name", region.text("[data-testid=profileHeaderDisplayName]"), _PAGE)
    bio = region.one("[data-testid=profileHeaderDescription]")
    draft.text("about", nodes.text(bio, raw=True), _PAGE)
    draft.links((social.target(a) for a in region.all("a", within=bio)) if bio is not None else (), _PAGE)
    for key, hook in (("followers", "profileHeaderFollowersButton"), ("following", "profileHeaderFollowsButton")):
        node = region.one(f"[data-testid={hook}]")
        if node is not None:
            exact = counts.number(nodes.attr(node, "aria-label"))
            draft.count(key, exact if exact is not None else counts.number(nodes.text(node)), _PAGE)
            beside = node.parent
            for chunk in nodes.chunks(beside) if isinstance(beside, Tag) else ():
                draft.count("posts", counts.find(chunk).get("posts"), _PAGE)


def _items(region: Region) -> Iterator[tuple[str, Tag]]:
    """(author's handle, item) of the feed, in order."""
    for node in region.root.find_all(True):
        hook = nodes.attr(node, "data-testid")
        if hook.startswith(_FEED):
            yield hook.removeprefix(_FEED), node


def _post(region: Region, item: Tag, author: str, owner: str) -> Post | None:
    told = [
        node
        for node in region.all("[data-testid=postText]", within=item)
        if not any(nodes.attr(p, "role") == "link" and p is not item and inside(p, item) for p in node.parents)
    ]
    if not told:
        return None
    before = " ".join(nodes.chunks(item)[:4])
    likes, replies = (region.one(f"[data-testid={hook}]", within=item) for hook in ("likeBtn", "replyBtn"))
    return Post(
        text=nodes.text(told[0], raw=True),
        likes=counts.number(nodes.attr(likes, "aria-label")) if likes is not None else None,
        replies=counts.number(nodes.attr(replies, "aria-label")) if replies is not None else None,
        is_reply=words.mentions(before, "profile", "replying"),
        is_repost=bool(owner) and author.casefold() != owner,
    )


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    jsonld.fill(doc, draft, about=False)
    region = doc.region("[data-testid=profileScreen]", "main")
    _header(region, draft)
    handle = parts[1] if len(parts) > 1 and parts[0] == "profile" else draft.handle or ""
    draft.handle = handle.lstrip("@") or None
    owner = (draft.handle or "").casefold()
    made = [_post(region, item, author, "" if owner.startswith("did:") else owner) for author, item in _items(region)]
    draft.posts([post for post in made if post], _PAGE)
    jsonld.fill(doc, draft)
    social.shell(doc, draft)


READER = Reader("bluesky", ("bsky.app",), fill, assets="web-cdn.bsky.app")
