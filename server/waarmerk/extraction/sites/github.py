"""GitHub: the profile card (schema.org and vCard hooks), pinned work, the profile's README.

The README is the owner's own text, but long and of another kind than the bio: it goes to `featured`.
"""

from __future__ import annotations

from waarmerk.errors import NoOwner
from waarmerk.extraction import counts, nodes, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region

_PAGE = "itemprop"


def _card(region: Region, draft: Draft) -> None:
    draft.text("name", region.text("[itemprop=name]", ".p-name"), _PAGE)
    note = region.one(".p-note", ".user-profile-bio", "[data-bio-text]")
    draft.text("about", nodes.attr(note, "data-bio-text") if note is not None else "", _PAGE)
    draft.text("about", nodes.text(note), _PAGE)
    draft.text("location", region.text("[itemprop=homeLocation]", ".p-label"), _PAGE)
    draft.text("pronouns", region.text("[itemprop=pronouns]"), _PAGE)
    works = region.text("[itemprop=worksFor]", ".p-org").lstrip("@")
    draft.items("experience", [position(None, works)] if works else [], _PAGE)
    boxes = region.all("[itemprop=url]") + region.all("[itemprop=social]")
    anchors = [a for box in boxes for a in ([box] if box.name == "a" else region.all("a", within=box))]
    draft.links((nodes.attr(a, "href") for a in anchors), _PAGE)


def _counters(region: Region, draft: Draft) -> None:
    for anchor in region.all("a"):
        href = nodes.attr(anchor, "href")
        for key in ("followers", "following"):
            if href.endswith(f"tab={key}"):
                draft.count(key, counts.number(nodes.text(anchor)), "page")


def _work(region: Region, draft: Draft) -> None:
    """Pinned repositories with their description, then the README."""
    found = []
    for item in region.all(".pinned-item-list-item"):
        name, told = region.text(".repo", within=item), region.text(".pinned-item-desc", within=item)
        found.append(f"{name}: {told}" if told else name)
    readme = region.one("article")
    told = nodes.text(readme) if readme is not None and nodes.attr(readme, "itemprop") == "text" else ""
    draft.items("featured", [*found, told], "page")


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    if doc.has('[itemtype*="schema.org/Organization"]') and not doc.has('[itemtype*="schema.org/Person"]'):
        raise NoOwner("This is the GitHub page of an organisation, not of a person.")
    region = doc.region("main", "body")
    _card(region, draft)
    _counters(region, draft)
    _work(region, draft)
    if "name" not in draft and len(parts) == 1:
        title = doc.first_meta("og:title")
        draft.text("name", title.partition(" - ")[0], "opengraph")
        told = social.own_words(doc.first_meta("og:description", "description"))
        draft.text("about", told.split(". ")[0] if " has " in told else told, "opengraph")


READER = Reader("github", ("github.com",), fill, assets="github.githubassets.com")
