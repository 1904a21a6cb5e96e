"""The main text of a page without its furniture, where nothing better says what the owner wrote.

Furniture goes by role, element and the words sites use for it (cookie banners, comments, related pages).
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from waarmerk.extraction import nodes, words
from waarmerk.extraction.region import Region

# Elements and roles that are never the owner's own words on a personal page.
FURNITURE = (
    "nav, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=complementary],"
    " [role=search], [role=dialog], [role=alertdialog], [role=alert], [aria-modal=true], [hidden], #comments, #respond,"
    " .comments, .comment, .comment-list, .commentlist, .comments-area, .sidebar, .widget, .widget-area, .related,"
    " .share, .sharing, .sharedaddy, .newsletter, .advert, .ad, .ads, .adsbygoogle, .breadcrumbs, .breadcrumb,"
    " .pagination, .skip-link, .screen-reader-text, .sr-only, .visually-hidden,"
    " .entry-meta, .post-meta, .byline, [rel~=author], article .vcard, article .h-card, .hentry .vcard, .h-entry .h-card"
)
_BANNERS = (
    '[id*="cookie" i], [class*="cookie" i], [id*="consent" i], [class*="consent" i], [class*="gdpr" i], [id*="gdpr" i]'
)
FURNITURE_AND_BANNERS = f"{FURNITURE}, {_BANNERS}"
MIN_WORDS = 5  # a shorter line outside a paragraph is a label


def lines(region: Region, root: Tag) -> Iterator[str]:
    """Lines of running text inside `root`, in order: paragraphs, quotes and list items that are not links only."""
    for node in region.all_of(("p", "li", "blockquote", "dd", "pre"), within=root):
        said = nodes.text(node)
        linked = sum(len(nodes.text(a)) for a in region.all("a", within=node)) if said else 0
        if not said or 2 * linked > len(said) or words.plain(said) in words.words("labels", "more"):
            continue
        if len(said.split()) >= MIN_WORDS and (node.name != "li" or node.p is None):
            yield said


def loose(root: Tag) -> list[str]:
    """Running text that stands in no paragraph, as on old pages: lines of texts that are no links."""
    found = []
    for node, said in nodes.leaves(root):
        if node.name != "a" and words.heading(said) is None:
            found += [line for line in said.split("\n") if len(line.split()) >= MIN_WORDS]
    return found


def read(region: Region, *, limit: int = 6_000) -> str:
    """The main text of a region, at most `limit` characters in whole lines."""
    root = region.one("main", "[role=main]", "article", "#content", "body") or region.root
    kept: list[str] = []
    size = 0
    for line in dict.fromkeys([*lines(region, root)] or loose(root)):
        size += len(line)
        if size > limit:
            break
        kept.append(line)
    return "\n".join(kept)
