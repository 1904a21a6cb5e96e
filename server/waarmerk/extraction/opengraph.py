"""OpenGraph and plain meta elements: the title split into name, handle and site; descriptions that are no slogan.

Source: ogp.me (`profile:*`, `og:title`, `og:description`).
"""

from __future__ import annotations

from dataclasses import dataclass

from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import from_markup, one_line

ORIGIN = "opengraph"


@dataclass(frozen=True, slots=True)
class Title:
    """A page title in parts; `rest` is what follows the name."""

    name: str
    handle: str | None
    rest: str


def split(title: str) -> Title:
    """ "Ann Lee (@ann) on X", "Ann Lee (@ann) • Instagram photos", "Ann Lee | LinkedIn" in parts."""
    title = one_line(from_markup(title))
    at = title.rfind("(@")
    if at > 0:
        handle, _, rest = title[at + 1 :].partition(")")
        return Title(title[:at].strip(" \"'“”"), handle.strip(), rest.strip(" •·|-–—/"))
    cuts = [(title.find(mark), mark) for mark in (" | ", " • ", " · ", " – ", " — ", " - ", " / ", " :: ", " » ")]
    cuts = [(where, mark) for where, mark in cuts if where > 0]
    if not cuts:
        return Title(title, None, "")
    where, mark = min(cuts)
    return Title(title[:where].strip(), None, title[where + len(mark) :].strip())


def title(doc: Document) -> Title:
    """The title of the page as its meta elements, or its title element, give it."""
    return split(doc.first_meta("og:title", "twitter:title") or doc.title)


def description(doc: Document) -> str:
    """The page's description, entities undone, line breaks kept."""
    found = (
        from_markup(text)
        for key in ("og:description", "description", "twitter:description")
        for text in doc.meta.get(key, ())
    )
    return max(found, key=len, default="")


def fill(doc: Document, draft: Draft, *, about: bool = True) -> None:
    """Name, handle and description of a page that calls itself a profile (or whose reader knows it is one)."""
    first, last = doc.first_meta("profile:first_name"), doc.first_meta("profile:last_name")
    parts = title(doc)
    draft.text("name", f"{first} {last}".strip() or parts.name, ORIGIN)
    handle = parts.handle or doc.first_meta("profile:username")
    draft.handle = draft.handle or handle or None
    if about:
        draft.text("about", description(doc), ORIGIN)
