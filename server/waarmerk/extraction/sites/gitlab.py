"""GitLab (any server that shows its generator): the user's page by itemprop and profile hooks."""

from __future__ import annotations

from waarmerk.extraction import card, counts, nodes, opengraph
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader

_PAGE = "page"


def matches(doc: Document) -> bool:
    """Whether a GitLab server made this page."""
    return doc.first_meta("og:site_name").casefold() == "gitlab" and doc.has(
        ".user-profile, .profile-header, .user-info"
    )


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts else None
    region = doc.region("main", "#content-body", "body")
    draft.text("name", region.text("[itemprop=name]", ".cover-title", ".user-info h1"), _PAGE)
    draft.text("about", region.text(".profile-user-bio", ".cover-desc-bio", ".user-profile-bio"), _PAGE)
    draft.text(
        "location", region.text("[itemprop=addressLocality]", "[itemprop=address]", "[itemprop=homeLocation]"), _PAGE
    )
    title, works = region.text("[itemprop=jobTitle]"), region.text("[itemprop=worksFor]")
    draft.text("headline", title, _PAGE)
    draft.items("experience", [position(title, works)] if works else [], _PAGE)
    draft.text("pronouns", region.text(".user-pronouns").strip("()"), _PAGE)
    boxes = [a for a in region.all("a") if "me" in nodes.attr(a, "rel").split() or nodes.attr(a, "itemprop") == "url"]
    draft.links((nodes.attr(a, "href") for a in boxes), _PAGE)
    for anchor in region.all("a"):
        last = path(nodes.attr(anchor, "href"))[-1:]
        if last in (("followers",), ("following",)):
            draft.count(last[0], counts.number(nodes.text(anchor)), _PAGE)
    draft.text("about", region.text(".user-readme", ".wiki .md"), _PAGE)
    draft.text("name", opengraph.title(doc).name, opengraph.ORIGIN)
    if "about" not in draft:
        card.fill(region, draft, site=host(doc.url))


READER = Reader("gitlab", ("gitlab.com",), fill, matches)
