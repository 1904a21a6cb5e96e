"""Schema.org microdata: the first Person of the page that stands in no comment or article.

Source: schema.org/Person as `itemscope`/`itemprop`.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from waarmerk.extraction import nodes
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host
from waarmerk.extraction.region import Region

ORIGIN = "microdata"


def _main(node: LexborNode) -> bool:
    """Not an author of an article, not inside a comment."""
    if node.attributes.get("itemprop") in ("author", "creator", "contributor", "performer"):
        return False
    parent = node.parent
    while parent is not None:
        kind = parent.attributes.get("itemtype") or ""
        if any(word in kind for word in ("Comment", "Article", "BlogPosting", "Review", "Person", "Event")):
            return False
        parent = parent.parent
    return True


def fill(doc: Document, draft: Draft) -> bool:
    """Fields of the page's Person; whether there is one (several are a list of people: none is the owner)."""
    people = [node for node in doc.tree.css('[itemtype*="schema.org/Person"]')[:50] if _main(node)]
    if len(people) != 1 or len(people[0].html or "") > 300_000:
        return False
    region = Region(people[0].html or "")
    for field, keys in (
        ("name", ("[itemprop=name]",)),
        ("headline", ("[itemprop=jobTitle]",)),
        ("about", ("[itemprop=description]",)),
        ("location", ("[itemprop=homeLocation]", "[itemprop=addressLocality]", "[itemprop=address]")),
    ):
        draft.text(field, region.text(*keys) or _content(region, *keys), ORIGIN)
    found = [nodes.attr(a, "href") for key in ("[itemprop=sameAs]", "[itemprop=url]") for a in region.all(key)]
    draft.links((href for href in found if host(href) != host(doc.url)), ORIGIN)
    return True


def _content(region: Region, *keys: str) -> str:
    node = region.one(*keys)
    return nodes.attr(node, "content") if node is not None else ""
