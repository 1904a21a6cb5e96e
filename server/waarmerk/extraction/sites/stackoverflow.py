"""Stack Overflow and its sister sites: the user card, the about text, top tags as skills."""

from __future__ import annotations

from waarmerk.extraction import card, nodes, opengraph, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader

_PAGE = "page"


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[2] if len(parts) > 2 else None
    region = doc.region("#mainbar-full", "#content", "main")
    draft.text(
        "name", region.text("[itemprop=name]", ".fs-headline2", ".user-card-name", ".profile-user--name", "h1"), _PAGE
    )
    draft.text("headline", region.text("[itemprop=jobTitle]", ".current-position"), _PAGE)
    for line in region.all(".fs-title")[:1]:  # headings of the page are .fs-title too, but not light
        draft.text("headline", nodes.text(line) if "fc-light" in nodes.classes(line) else "", _PAGE)
    draft.text("about", region.text(".js-about-me-content", ".profile-user--bio", ".bio", ".s-prose"), _PAGE)
    place = region.text("[itemprop=homeLocation]", ".adr", ".js-location")
    located = region.one("[itemprop=addressLocality]")
    draft.text("location", place or nodes.text(located), _PAGE)
    for icon in region.all(".iconLocation", ".icon-location", ".svg-icon-location"):
        draft.text("location", nodes.text(icon.parent), _PAGE)
    for box in region.all(".wmx2"):
        said = nodes.text(box)
        draft.text("location", said if said == nodes.attr(box, "title") else "", _PAGE)
    mine = [a for a in region.all("a") if "me" in nodes.attr(a, "rel").split()]
    draft.links((nodes.attr(a, "href") for a in mine), _PAGE)
    top = region.one("#top-tags")
    tags = region.all("a", within=top) if top is not None else []
    draft.strings("skills", (nodes.text(tag) for tag in tags), _PAGE)
    _titled(doc, draft)
    card.fill(doc.region("#mainbar-full", "#content", "main"), draft, site="stackoverflow.com")


def _titled(doc: Document, draft: Draft) -> None:
    """The name in "User Ann Lee - Stack Overflow"."""
    title = opengraph.title(doc)
    title = title if social.named(title) else opengraph.split(doc.title)
    if social.named(title):
        draft.text("name", title.name.removeprefix("User "), opengraph.ORIGIN)


READER = Reader(
    "stackoverflow",
    ("stackoverflow.com", "stackexchange.com", "serverfault.com", "superuser.com"),
    fill,
    assets="cdn.sstatic.net",
)
