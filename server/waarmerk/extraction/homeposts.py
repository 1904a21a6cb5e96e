"""Posts on a personal page: h-entry and article elements, or teasers (a titled link and a "read more" to the same)."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from waarmerk.extraction import nodes
from waarmerk.extraction.region import Region, inside, outermost
from waarmerk.extraction.words import plain, split, words
from waarmerk.records import Post

MAX_POST = 8_000  # characters of one post
_CITATIONS = split(
    "comment comments commentlist u-comment p-comment h-cite u-in-reply-to p-in-reply-to u-repost-of p-repost-of"
    " u-like-of p-like-of reply-context"
)


def _own(region: Region, item: Tag, *keys: str) -> list[Tag]:
    """Elements of the first key that has any in this post itself, not in what it cites or what others said under it."""
    for key in keys:
        found = [node for node in region.all(key, within=item) if not _cited(node, item)]
        if found:
            return found
    return []


def _cited(node: Tag, item: Tag) -> bool:
    box: Tag | None = node
    while box is not None and box is not item:
        if any(name in _CITATIONS for name in nodes.classes(box)) or nodes.attr(box, "id") == "comments":
            return True
        box = box.parent
    return False


def _first(region: Region, item: Tag, *keys: str) -> str:
    return next((said for node in _own(region, item, *keys) if (said := nodes.text(node))), "")


def _body(region: Region, item: Tag) -> str:
    """The words of a post: its content element, else its paragraphs."""
    said = _first(region, item, ".e-content", ".entry-content", ".p-content", "[itemprop=articleBody]", ".p-summary")
    return said or "\n".join(nodes.text(p) for p in _own(region, item, "p"))


def entries(region: Region) -> Iterator[Post]:
    """Posts in h-entry, hentry, BlogPosting or article elements."""
    for item in outermost(region.all(".h-entry", ".hentry", "article")):
        if any(name in _CITATIONS for name in nodes.classes(item)):
            continue
        title = _first(region, item, ".p-name", ".entry-title", "[itemprop=headline]", "h1", "h2", "h3")
        body = _body(region, item)
        same = plain(body).startswith(plain(title)) or plain(title).startswith(plain(body))
        said = max(title, body, key=len) if same else f"{title}\n{body}"
        stamp = region.one("time", within=item)
        if said:
            yield Post(
                text=said[:MAX_POST],
                at=(nodes.attr(stamp, "datetime") or None) if stamp is not None else None,
                is_reply=bool(region.all(".u-in-reply-to", ".p-in-reply-to", "[rel=in-reply-to]", within=item)),
                is_repost=bool(region.all(".u-repost-of", ".p-repost-of", ".u-like-of", within=item)),
            )


def teasers(region: Region) -> Iterator[Post]:
    """Posts announced by a title and a "read more" that lead to the same address."""
    by_href: dict[str, list[Tag]] = {}
    for anchor in region.all("a"):
        href = nodes.attr(anchor, "href")
        if href and not href.startswith("#"):
            by_href.setdefault(href, []).append(anchor)
    more = words("labels", "more")
    for anchors in by_href.values():
        titles = [a for a in anchors if plain(nodes.text(a)) and plain(nodes.text(a)) not in more]
        if not titles or len(titles) == len(anchors):
            continue
        last = next(a for a in anchors if a not in titles)
        box = next((p for p in titles[0].parents if inside(last, p)), None)
        told = "\n".join(said for p in (region.all("p", within=box) if box else ()) if (said := nodes.text(p)))
        yield Post(text="\n".join(part for part in (nodes.text(titles[0]), told) if part)[:MAX_POST])


def find(region: Region) -> list[Post]:
    """All posts of the page; one lone article is the page itself, not a post."""
    found = list(entries(region))
    return found if len(found) > 1 else list(teasers(region))
