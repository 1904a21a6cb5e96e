"""Speaker pages of conferences and speaker directories: one speaker, their bio and their talks.

Known by address (…/speakers/ann-lee) or host; a page that lists many speakers has no owner.
"""

from __future__ import annotations

from bs4 import Tag

from waarmerk.extraction import generic, homelinks, maintext, names, nodes, sections
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import heading, plain, words

_PAGE = "page"


def matches(doc: Document) -> bool:
    """Whether the address is that of one speaker."""
    parts = [part.casefold() for part in path(doc.url)]
    return any(part in words("profile", "speaker") for part in parts[:-1])


def _name(doc: Document, region: Region, draft: Draft) -> None:
    """The heading that looks like a name and comes back in the address or the title."""
    letters = "".join(char for char in "".join(path(doc.url)[-1:]).casefold() if char.isalpha())
    heads = [nodes.text(node) for key in ("h1", "h2", "h3") for node in region.all(key)]
    for said in heads:
        squeezed = "".join(char for char in said.casefold() if char.isalpha())
        if names.looks_like_name(said) and (squeezed in letters or plain(said) in plain(doc.title)):
            draft.text("name", said, _PAGE)
    if len(region.all("h1")) == 1 and names.looks_like_name(region.text("h1")):
        draft.text("name", region.text("h1"), _PAGE)


def _lines(region: Region, draft: Draft) -> None:
    """The short line under the name is the headline, the paragraphs up to the talks are the bio."""
    head = next(
        (n for key in ("h1", "h2", "h3") for n in region.all(key) if plain(nodes.text(n)) == plain(draft.get("name"))),
        None,
    )
    told: list[str] = []
    after = head.find_all_next(["p", "h2", "h3", "h4", "div", "span"]) if head is not None else []
    for node in (entry for entry in after if isinstance(entry, Tag)):
        said = nodes.text(node)
        if heading(said) in ("featured", "posts", "other", "elsewhere"):
            break
        if node.name == "p" and len(said.split()) >= maintext.MIN_WORDS and said not in told:
            told.append(said)
        elif not told and said and len(said) <= 120 and "\n" not in said and heading(said) is None:
            draft.text("headline", said if plain(said) != plain(draft.get("name")) else "", _PAGE)
    draft.text("about", "\n".join(told), _PAGE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its speaker."""
    links = [href for href in homelinks.find(doc) if host(href) != host(doc.url)]
    generic.fill(doc, draft)
    doc.drop(maintext.FURNITURE_AND_BANNERS)
    region = doc.region("main", "[role=main]", "#content", "body")
    if "name" not in draft:
        _name(doc, region, draft)
    if "name" not in draft:
        return
    found = sections.find(region)
    if "about" in found:
        draft.text("about", sections.running_text(found["about"]), "heading")
    _lines(region, draft)
    draft.links(links, "links")
    if "featured" in found:
        titles = [nodes.text(node) for key in ("h3", "h4") for node in region.all(key, within=found["featured"])]
        draft.strings("featured", (said for said in titles if heading(said) is None), "heading")


READER = Reader("conference", ("sessionize.com", "noti.st", "speakerhub.com"), fill, matches)
