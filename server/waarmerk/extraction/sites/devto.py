"""DEV (dev.to and other Forem sites): profile header, JSON-LD Person, the author's own stories."""

from __future__ import annotations

from waarmerk.extraction import jsonld, nodes, sections, social, words
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import plain
from waarmerk.records import Post

_PAGE = "page"


def matches(doc: Document) -> bool:
    """Whether a Forem site made this page."""
    return doc.has(".profile-header .crayons-title, .profile-header__details")


def _header(region: Region, doc: Document, draft: Draft) -> None:
    head = region.one(".profile-header__details", ".profile-header", "header")
    draft.text("name", region.text("h1", within=head), _PAGE)
    paragraphs = [nodes.text(p) for p in region.all("p", within=head)]
    draft.text("about", next((said for said in paragraphs if said), ""), _PAGE)
    after = False
    for node, said in nodes.leaves(head) if head is not None else ():
        linked = node.name == "a" or any(p.name == "a" for p in node.parents)
        if after and not linked and not words.mentions(said, "profile", "joined") and "@" not in said:
            draft.text("location", said, _PAGE)
        after = after or said == draft.get("about")
    hrefs = [nodes.attr(a, "href") for a in region.all("a", within=head)]
    draft.links((href for href in hrefs if host(href) != host(doc.url)), _PAGE)


def _stories(region: Region, draft: Draft) -> None:
    made = []
    for title in region.all("h2", "h3"):
        box = next((p for p in title.parents if len(nodes.tags(p)) > 1), title)
        by = {plain(said) for said in nodes.chunks(box)[:12]}
        linked = region.all("a", within=title)
        if linked and plain(draft.get("name")) in by:
            made.append(Post(nodes.text(title)))
    draft.posts(made, _PAGE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    region = doc.region("main", "body")
    _header(region, doc, draft)
    jsonld.fill(doc, draft)
    found = sections.find(doc.body)
    if "skills" in found:
        said = sections.running_text(found["skills"])
        draft.strings("skills", [part for line in said.split("\n") for part in line.split(",")], _PAGE)
    _stories(region, draft)
    social.shell(doc, draft)


READER = Reader("devto", ("dev.to",), fill, matches)
