"""X (Twitter): `data-testid` hooks of the page, exact counters from JSON-LD, OpenGraph where only the shell is there.

A post is the owner's when its author is the page's; quoted posts inside it are not read; others' posts are reposts.
"""

from __future__ import annotations

from bs4 import Tag

from waarmerk.extraction import counts, jsonld, nodes, social, words
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region, inside
from waarmerk.records import Post

_PAGE = "data-testid"


def _header(region: Region, draft: Draft) -> None:
    name = region.one("[data-testid=UserName]", ".ProfileHeaderCard-name")
    for chunk in nodes.chunks(name) if name is not None else ():
        if chunk.startswith("@"):
            draft.handle = draft.handle or chunk
        else:
            draft.text("name", chunk, _PAGE)
    bio = region.one("[data-testid=UserDescription]", ".ProfileHeaderCard-bio")
    draft.text("about", nodes.text(bio, raw=True), _PAGE)
    draft.text("location", region.text("[data-testid=UserLocation]", ".ProfileHeaderCard-locationText"), _PAGE)
    linked = region.all("[data-testid=UserUrl]", ".ProfileHeaderCard-urlText")
    anchors = [a for node in linked for a in ([node] if node.name == "a" else region.all("a", within=node))]
    anchors += region.all("a", within=bio) if bio is not None else []
    draft.links((social.target(a) for a in anchors), _PAGE)


def _counters(region: Region, draft: Draft) -> None:
    for anchor in region.all("a"):
        last = path(nodes.attr(anchor, "href"))[-1:]
        said = nodes.text(anchor)
        if last in (("followers",), ("verified_followers",), ("following",)) and said[:1].isdigit():
            draft.count("following" if last == ("following",) else "followers", counts.number(said), _PAGE)
    for heading in region.all("h2")[:3]:
        beside = heading.find_next_sibling()
        if isinstance(beside, Tag):
            draft.count("posts", counts.find(nodes.text(beside)).get("posts"), _PAGE)


def _author(region: Region, item: Tag) -> str:
    name = region.one("[data-testid=User-Name]", within=item)
    for chunk in nodes.chunks(name) if name is not None else ():
        if chunk.startswith("@"):
            return chunk.lstrip("@").casefold()
    return ""


def _own(node: Tag, item: Tag) -> bool:
    """Not inside a quoted post (a box that is a link of its own)."""
    return not any(nodes.attr(p, "role") == "link" and inside(p, item) for p in node.parents if p is not item)


def _figure(region: Region, item: Tag, key: str) -> int | None:
    node = region.one(f"[data-testid={key}]", within=item)
    return counts.number(nodes.attr(node, "aria-label")) if node is not None else None


def _post(region: Region, item: Tag, owner: str) -> Post | None:
    told = [n for n in region.all("[data-testid=tweetText]", within=item) if _own(n, item)]
    chunks = nodes.chunks(item)
    if not told or any(words.plain(chunk) in words.words("profile", "promoted") for chunk in chunks[:12]):
        return None
    context = region.text("[data-testid=socialContext]", within=item)
    author = _author(region, item)
    replying = any(words.starts_with(nodes.text(n), "profile", "replying") is not None for n in _lines(item))
    stamp = region.one("time", within=item)
    return Post(
        text=nodes.text(told[0], raw=True),
        at=(nodes.attr(stamp, "datetime") or None) if stamp is not None else None,
        likes=_figure(region, item, "like"),
        replies=_figure(region, item, "reply"),
        is_reply=replying,
        is_repost=words.mentions(context, "profile", "reposted") or bool(owner and author and author != owner),
    )


def _lines(item: Tag) -> list[Tag]:
    """Small boxes of the post itself, in which "Replying to" may stand."""
    return [n for n in item.find_all("div") if len(n.get_text()) < 120 and _own(n, item)][:80]


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    jsonld.fill(doc, draft, about=False)
    region = doc.region("[data-testid=primaryColumn]", "main")
    _header(region, draft)
    _counters(region, draft)
    draft.handle = (draft.handle or (parts[0] if parts else "")).lstrip("@") or None
    owner = (draft.handle or "").casefold()
    made = [_post(region, item, owner) for item in region.all("[data-testid=tweet]", "article")]
    draft.posts([post for post in made if post], _PAGE)
    for node in doc.json_ld:
        if "ProfilePage" in jsonld.kinds(node):
            related = node.get("relatedLink")
            real = [href for href in related if isinstance(href, str)] if isinstance(related, list) else []
            draft.links((href for href in real if "//t.co/" not in href), jsonld.ORIGIN)
    social.shell(doc, draft)


READER = Reader("x", ("x.com", "twitter.com"), fill, assets="abs.twimg.com")
