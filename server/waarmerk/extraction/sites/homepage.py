"""Any personal page: home pages, portfolios, blogs, speaker pages; also the reader of sites nobody knows.

Trust: embedded data, microformats and microdata, then headings and wording, then the main text. A name that only
stands in the title is believed when something else on the page bears it out; else there is no owner.
"""

from __future__ import annotations

from bs4 import Tag

from waarmerk.errors import NoOwner
from waarmerk.extraction import (
    entities,
    generic,
    homelinks,
    homeposts,
    jsonld,
    maintext,
    names,
    nodes,
    opengraph,
    sections,
)
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import heading, plain, words
from waarmerk.records import Position

MAX_POSTS = 300  # on one page; an archive of years adds time, not insight
_TAGLINES = "[role=doc-subtitle], .p-job-title, .tagline, .site-description, .subtitle"


def _name(doc: Document, draft: Draft, links: list[str]) -> None:
    """The owner's name from wording, borne out by another place on the page."""
    heads = doc.texts("h1", 5)
    shown = heads + doc.texts("h2", 5)
    firsts = [said[:200] for said in doc.texts("p", 8)]
    author = doc.first_meta("author", "dc.creator", "article:author")
    introduced = [said for said in map(names.greeted, [doc.title, *shown, *firsts]) if said]
    draft.text("name", next((said for said in introduced if names.looks_like_name(said)), ""), "greeting")
    personal = names.first_person(" ".join(doc.texts("body", 1)))
    witnesses = [*shown, author, *links, _copyright(doc), *firsts[:3]]
    titles = [part for title in (opengraph.title(doc).name, doc.title, author) for part in names.parts(title)]
    candidates = [
        part
        for part in [*titles, *(part for head in heads for part in names.parts(head))]
        if names.looks_like_name(part)
    ]
    for candidate in dict.fromkeys(() if _article(doc) else candidates):
        needed = 1 + (candidate in heads or candidate == author) - personal
        if names.borne_out(candidate, doc.url, witnesses) >= needed:
            draft.text("name", candidate, "title")
            return
    for greeted in introduced:
        draft.text("name", next((c for c in candidates if c.split()[0] == greeted), greeted), "greeting")
    if candidates and path(doc.url) and doc.about_somebody and candidates[0] in heads:
        draft.text("name", candidates[0], "title")


def _article(doc: Document) -> bool:
    """Whether this is one article of a site: its title names the site and its author is not the page's subject."""
    if doc.about_somebody:
        return False
    lone = len(doc.all("article, .hentry, .h-entry")) == 1
    return lone or doc.first_meta("og:type").casefold() == "article"


def _copyright(doc: Document) -> str:
    """The words around a copyright mark at the foot of the page."""
    for node in reversed(doc.tree.css("footer, #footer, [role=contentinfo]")):
        said = node.text(separator=" ")[:2_000]
        at = said.find("©")
        if at >= 0:
            return said[at : at + 100]
    return ""


def _about(doc: Document, draft: Draft, found: dict[str, str], region: Region) -> None:
    draft.text("about", found.get("about"), "heading")
    if "about" not in draft and "posts" not in draft:
        draft.text("about", maintext.read(region), "main-text")
    draft.text("about", opengraph.description(doc), "description")


def _headline(draft: Draft, region: Region, taglines: list[str]) -> None:
    """A tagline: marked as such, or the short line right under the first heading."""
    draft.text("headline", next((said for said in taglines if said), ""), "tagline")
    head = region.one("h1")
    follower = head.find_next(["h2", "h3", "p"]) if head is not None else None
    said = nodes.text(follower) if isinstance(follower, Tag) else ""
    if (
        0 < len(said) <= 140
        and said not in draft.get("about")
        and plain(said) != plain(draft.get("name"))
        and not _heading(said)
    ):
        draft.text("headline", said, "under-heading")


def _heading(text: str) -> bool:
    """Whether a line is a heading of a section rather than a tagline."""
    return heading(text) is not None or plain(text) in words("labels", "more")


def _positions(found: dict[str, list[list[str]]], draft: Draft) -> None:
    for field, make in (("experience", entities.role), ("education", entities.study)):
        made: list[Position | None] = []
        for chunks in found.get(field, ()):
            first = next((i for i, chunk in enumerate(chunks) if not entities.is_dates(chunk)), 0)
            made.append(make(chunks[first:] + chunks[:first]))
        draft.items(field, made, "heading")


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    links = list(homelinks.find(doc))
    if jsonld.organisation(doc):
        raise NoOwner("This is the page of an organisation, not of a person.")
    generic.fill(doc, draft, about=True)
    if "name" not in draft:
        _name(doc, draft, links)
    taglines = doc.texts(_TAGLINES, 3)
    draft.links(links, "links")
    doc.drop(maintext.FURNITURE_AND_BANNERS)
    if doc.keep_first("article, .h-entry, .hentry", MAX_POSTS):
        draft.warn("too-many:posts")
    region = doc.body
    draft.posts(homeposts.find(region), "articles")
    boxes = sections.find(region)
    lists = {kind: [nodes.chunks(item) for item in sections.entries(box, region)] for kind, box in boxes.items()}
    texts = {"about": sections.running_text(boxes["about"])} if "about" in boxes else {}
    _about(doc, draft, texts, region)
    _headline(draft, region, taglines)
    _positions(lists, draft)
    draft.strings(
        "skills", (chunks[0] for chunks in lists.get("skills", ()) if chunks and len(chunks[0]) < 80), "heading"
    )
    draft.strings("featured", (chunks[0] for chunks in lists.get("featured", ()) if chunks), "heading")
    draft.warn("generic-reader")


READER = Reader("homepage", (), fill)
