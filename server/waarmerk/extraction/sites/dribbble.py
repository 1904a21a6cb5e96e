"""Dribbble: the masthead of a designer's page, JSON-LD, titles of the shots, the description."""

from __future__ import annotations

from waarmerk.extraction import card, counts, jsonld, nodes, sections, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader

_PAGE = "page"


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    jsonld.fill(doc, draft)
    region = doc.region("main", "#main", "body")
    draft.text("name", region.text(".masthead-profile-name", "[itemprop=name]", "h1"), _PAGE)
    draft.text("headline", region.text(".masthead-intro", ".masthead-teams", ".profile-headline"), _PAGE)
    draft.text("location", region.text(".masthead-profile-locality", ".location"), _PAGE)
    draft.text("about", region.text(".profile-about-bio", ".bio-text", ".bio"), _PAGE)
    found = sections.find(region)
    if "about" in found:
        draft.text("about", sections.running_text(found["about"]), "heading")
    if "skills" in found:
        draft.strings("skills", sections.running_text(found["skills"]).split("\n"), "heading")
    for box in region.all(".profile-stats-section", ".masthead-stats"):
        draft.add_counts(counts.find(" ".join(nodes.text(box).split())), _PAGE)
    shots = [a for a in region.all("a") if path(nodes.attr(a, "href"))[:1] == ("shots",) and nodes.text(a)]
    draft.strings("featured", (nodes.text(a) for a in shots), _PAGE)
    if "headline" not in draft:
        card.fill(region, draft, site="dribbble.com")
    social.shell(doc, draft)


READER = Reader("dribbble", ("dribbble.com",), fill, assets="cdn.dribbble.com")
