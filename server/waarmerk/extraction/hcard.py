"""Microformats: the page's representative h-card (hCard too) and h-resume, through mf2py.

Source: microformats.org/wiki/representative-h-card-parsing, h-card, h-resume.
Known gap: cards inside comments and citations are never taken, even where they are the owner's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import mf2py
from bs4 import BeautifulSoup
from selectolax.lexbor import LexborNode

from waarmerk.extraction import classic
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.fields import clean, host, one_line
from waarmerk.extraction.words import plain
from waarmerk.records import Position

ORIGIN = "h-card"
MAX_MARKUP = 300_000  # characters of all cards together
_ROOTS = ".h-card, .vcard, .h-resume, .hresume"
_FOREIGN = (
    "comment",
    "h-cite",
    "u-comment",
    "p-comment",
    "commentlist",
    "u-in-reply-to",
    "u-repost-of",
    "hreview",
    "h-review",
)


def items(markup: str, url: str | None = None) -> list[dict[str, Any]]:
    """mf2 items of a piece of markup, as the microformats2 parsing rules give them; none where it is too nested."""
    try:
        soup = BeautifulSoup(markup, "lxml")
        classic.upgrade(soup)
        parsed = mf2py.parse(doc=soup, url=url)
    except (RecursionError, ValueError):
        return []
    found: list[dict[str, Any]] = parsed["items"]
    return found


def _foreign(node: LexborNode, *, lone: bool) -> bool:
    """Whether a card stands in a comment, a citation or another card; or signs the one article of a page."""
    parent = node.parent
    while parent is not None:
        names = (parent.attributes.get("class") or "").split()
        if any(name in names for name in (*_FOREIGN, "h-card", "vcard", "h-resume", "hresume")):
            return True
        if lone and (parent.tag == "article" or "hentry" in names or "h-entry" in names):
            return True
        if (parent.attributes.get("id") or "").startswith("comment"):
            return True
        parent = parent.parent
    return False


def cards(doc: Document) -> list[dict[str, Any]]:
    """All cards and resumes of the page that are not somebody else's by their place."""
    markup, size = [], 0
    lone = not doc.about_somebody and len(doc.all("article, .hentry, .h-entry")) == 1
    for node in doc.all(_ROOTS)[:200]:
        html = node.html or ""
        if _foreign(node, lone=lone) or size + len(html) > MAX_MARKUP:
            continue
        markup.append(html)
        size += len(html)
    return items("".join(markup), doc.url) if markup else []


def _first(item: dict[str, Any], *names: str) -> str:
    """First value of the first property that is there, as text."""
    for name in names:
        for value in item.get("properties", {}).get(name, ()):
            said = _string(value)
            if said:
                return said
    return ""


def _string(value: Any) -> str:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return clean(str(value.get("value") or "")) or _first(value, "name")
    return ""


def _strings(item: dict[str, Any], name: str) -> Iterator[str]:
    return (said for value in item.get("properties", {}).get(name, ()) if (said := _string(value)))


def representative(doc: Document, parsed: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The card of the page's owner: its url is the page's, or rel=me; else the only one named on the page."""
    people = [item for item in parsed if "h-card" in item.get("type", ())]
    mine = _key(doc.url)
    me = {_key(node.attributes.get("href")) for node in doc.tree.css('[rel~="me"]')}
    for wanted in ({mine} if mine else set(), me):
        for item in people:
            if any(_key(url) in wanted for url in _strings(item, "url")):
                return item
    here = [item for item in people if any(host(url) == host(doc.url) for url in _strings(item, "url"))]
    for found in (people, here):
        if len({plain(_first(item, "name")) for item in found}) == 1:
            return max(found, key=lambda item: len(item["properties"]))
    return None


def _key(url: str | None) -> str:
    return (url or "").casefold().partition("://")[2].removeprefix("www.").rstrip("/")


def _card(item: dict[str, Any], doc: Document, draft: Draft) -> None:
    name = _first(item, "name") or f"{_first(item, 'given-name')} {_first(item, 'family-name')}".strip()
    if _first(item, "name") == _first(item, "org"):
        return  # an organisation's card
    draft.text("name", name, ORIGIN)
    title, org = _first(item, "job-title", "role"), _first(item, "org", "organization-name")
    draft.text("headline", title, ORIGIN)
    draft.text("about", _first(item, "note"), ORIGIN)
    parts = [_first(item, key) for key in ("locality", "region", "country-name")]
    for place in item.get("properties", {}).get("adr", ()):
        parts = (
            parts
            if any(parts) or not isinstance(place, dict)
            else [_first(place, key) for key in ("locality", "region", "country-name")]
        )
    draft.text("location", ", ".join(part for part in parts if part), ORIGIN)
    draft.text("pronouns", _first(item, "pronouns", "pronoun"), ORIGIN)
    draft.links((url for url in _strings(item, "url") if host(url) != host(doc.url)), ORIGIN)
    if title and org:
        draft.items("experience", [position(title, org)], ORIGIN)
    draft.handle = draft.handle or one_line(_first(item, "nickname")) or None


def _role(item: Any) -> Position | None:
    """An entry of an h-resume: an h-event or h-card with title, organisation, dates and description."""
    if not isinstance(item, dict):
        return position(None, _string(item))
    title = _first(item, "job-title", "title", "role")
    name = _first(item, "org", "organization-name", "name")
    place = next((loc for loc in item.get("properties", {}).get("location", ()) if isinstance(loc, dict)), None)
    organisation = _first(place, "org", "name") if place else name
    return position(
        title or (name if place else None),
        organisation or name,
        _first(item, "start", "dtstart") or None,
        _first(item, "end", "dtend") or None,
        _first(item, "description", "note", "summary") or None,
    )


def _resume(item: dict[str, Any], doc: Document, draft: Draft) -> None:
    properties = item.get("properties", {})
    for contact in properties.get("contact", ()):
        if isinstance(contact, dict):
            _card(contact, doc, draft)
    draft.text("name", _first(item, "name"), "h-resume")
    draft.text("about", _first(item, "summary"), "h-resume")
    for field in ("experience", "education"):
        draft.items(field, [_role(entry) for entry in properties.get(field, ())], "h-resume")
    draft.strings("skills", _strings(item, "skill"), "h-resume")


def fill(doc: Document, draft: Draft) -> bool:
    """Fields of the owner's card or resume; whether there is one."""
    found = cards(doc)
    resume = next((item for item in found if "h-resume" in item.get("type", ())), None)
    if resume is not None:
        _resume(resume, doc, draft)
    card = representative(doc, found)
    if card is not None:
        _card(card, doc, draft)
    return resume is not None or card is not None
