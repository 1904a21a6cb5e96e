"""Posts on a personal page: h-entry and article elements, or teasers (a titled link and a "read more" to the same)."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from waarmerk.extraction import nodes
from waarmerk.extraction.region import Region, inside, outermost
from waarmerk.extraction.words import plain, words
from waarmerk.records import Post

MAX_POST = 8_000  # characters of one post
_COMMENT = ("comment", "u-comment", "h-cite", "p-comment")


def _title(region: Region, item: Tag) -> str:
    return region.text(".p-name", ".entry-title", "[itemprop=headline]", "h1", "h2", "h3", within=item)


def _body(region: Region, item: Tag) -> str:
    """The words of a post: its content element, else its paragraphs."""
    box = region.one(
        ".e-content",
        ".entry-content",
        ".p-content",
        "[itemprop=articleBody]",
        ".p-summary",
        ".entry-summary",
        within=item,
    )
    if box is not None:
        return nodes.text(box)
    return "\n".join(nodes.text(p) for p in region.all("p", within=item))


def entries(region: Region) -> Iterator[Post]:
    """Posts in h-entry, hentry, BlogPosting or article elements."""
    items = outermost(region.all(".h-entry", ".hentry", "article"))
    for item in items:
        if any(name in _COMMENT for name in nodes.classes(item)):
            continue
        title, body = _title(region, item), _body(region, item)
        said = (
            body
            if plain(title) and plain(body).startswith(plain(title))
            else "\n".join(part for part in (title, body) if part)
        )
        stamp = region.one("time", within=item)
        if said:
            yield Post(
                text=said[:MAX_POST],
                at=(nodes.attr(stamp, "datetime") or None) if stamp is not None else None,
                is_reply=bool(region.all(".u-in-reply-to", within=item)),
                is_repost=bool(region.all(".u-repost-of", within=item)),
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
