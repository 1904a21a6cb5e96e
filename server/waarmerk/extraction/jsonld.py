"""Schema.org JSON-LD: the page's Person, whole pages about somebody (ProfilePage) first.

Source: schema.org/Person, schema.org/ProfilePage, and what search engines ask of profile pages.
Known gap: a Person who is only the author of an article is not taken for the page's owner.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from waarmerk.extraction import blobs
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.fields import from_markup, host, one_line, path
from waarmerk.extraction.words import plain
from waarmerk.records import Position

ORIGIN = "json-ld"
_ORGANISATIONS = {
    "Organization",
    "Corporation",
    "LocalBusiness",
    "EducationalOrganization",
    "CollegeOrUniversity",
    "NGO",
}
_ARTICLES = {"Article", "NewsArticle", "BlogPosting", "TechArticle", "Report", "Recipe"}  # their Person is the author
_COUNTERS = {"FollowAction": "followers", "SubscribeAction": "followers", "WriteAction": "posts", "LikeAction": "likes"}


def kinds(node: object) -> set[str]:
    """The `@type`s of a node, without their namespace."""
    found = blobs.dig(node, "@type")
    names = found if isinstance(found, list) else [found]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    """A string, or the name of the thing that stands in its place."""
    for entry in _listed(value):
        found = entry if isinstance(entry, str) else blobs.string(entry, "name") or blobs.string(entry, "@value")
        if found:
            return from_markup(found)
    return ""


def person(doc: Document) -> dict[str, Any] | None:
    """The Person the page is about; None where there is none, or several and nothing tells which."""
    nodes = doc.json_ld
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    for node in nodes:
        if kinds(node) & {"ProfilePage", "AboutPage"}:
            for key in ("mainEntity", "about", "author"):
                found = blobs.dig(node, key)
                found = by_id.get(blobs.string(found, "@id"), found)
                if "Person" in kinds(found) and isinstance(found, dict):
                    return found
    people = [node for node in nodes if "Person" in kinds(node)]
    named = {plain(_text(node.get("name"))) for node in people}
    article = not doc.about_somebody and any(kinds(node) & _ARTICLES for node in nodes)
    if len(named) == 1 and not article:
        return max(people, key=len)
    return next((node for node in people if _is_page(node, doc)), None)


def _is_page(node: dict[str, Any], doc: Document) -> bool:
    """Whether a Person's address is this page's, or the title names this one."""
    mine = (host(doc.url), tuple(part.casefold() for part in path(doc.url)))
    for key in ("url", "@id", "mainEntityOfPage"):
        for href in _listed(node.get(key)):
            if isinstance(href, str) and host(href) and mine == (host(href), tuple(p.casefold() for p in path(href))):
                return True
    name = plain(_text(node.get("name")))
    return bool(name) and name in plain(doc.title)


def organisation(doc: Document) -> bool:
    """Whether the page says that it is an organisation's own profile."""
    for node in doc.json_ld:
        main = blobs.dig(node, "mainEntity") if "ProfilePage" in kinds(node) else None
        if kinds(main) & _ORGANISATIONS and "Person" not in kinds(main):
            return True
    return False


def counters(node: object, draft: Draft) -> None:
    """`interactionStatistic` and `agentInteractionStatistic` of a Person or page."""
    for key in ("interactionStatistic", "agentInteractionStatistic"):
        for entry in _listed(blobs.dig(node, key)):
            kind = blobs.dig(entry, "interactionType")
            kind = (kind if isinstance(kind, str) else next(iter(kinds(kind)), "")).rsplit("/", 1)[-1]
            name = _COUNTERS.get(kind)
            following = name == "followers" and (
                key[0] == "a" or blobs.string(entry, "name") in ("Friends", "Following")
            )
            if name:
                value = blobs.integer(entry, "userInteractionCount")
                draft.count("following" if following else name, value, ORIGIN)


def _positions(found: Iterable[object], titles: list[str]) -> list[Position]:
    """Organisations with the title beside them, where there are as many titles."""
    listed = list(found)
    paired = titles if len(titles) == len(listed) else [""] * len(listed)
    made = []
    for entry, title in zip(listed, paired, strict=True):
        member = blobs.dig(entry, "member")
        role = _text(blobs.dig(entry, "roleName")) or _text(blobs.dig(entry, "jobTitle")) or title
        start, end = blobs.dig(member or entry, "startDate"), blobs.dig(member or entry, "endDate")
        name = _text(entry)
        if "*" not in name:  # LinkedIn masks names for visitors
            text = from_markup(blobs.string(member, "description"))
            made.append(position(role, name, _date(start), _date(end), text))
    return [entry for entry in made if entry]


def _date(value: object) -> str | None:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _place(node: dict[str, Any]) -> str:
    for key in ("address", "homeLocation", "workLocation", "location"):
        for place in _listed(node.get(key)):
            address = blobs.dig(place, "address") or place
            if isinstance(address, str):
                return address
            parts = (_text(blobs.dig(address, part)) for part in ("addressLocality", "addressRegion", "addressCountry"))
            joined = ", ".join(dict.fromkeys(part for part in parts if part))
            if joined or _text(place):
                return joined or _text(place)
    return ""


def fill_counts(doc: Document, draft: Draft) -> None:
    """Only the exact counters of the page's Person."""
    counters(person(doc), draft)


def fill(doc: Document, draft: Draft, *, about: bool = True) -> bool:
    """Fields from the page's Person; whether there is one. `about=False` leaves descriptions to better sources."""
    node = person(doc)
    if node is None:
        return False
    given = f"{_text(node.get('givenName'))} {_text(node.get('familyName'))}".strip()
    draft.text("name", _text(node.get("name")) or given, ORIGIN)
    titles = [_text(entry) for entry in _listed(node.get("jobTitle"))]
    titles = [title for title in titles if title and "*" not in title]
    draft.text("headline", titles[0] if titles else "", ORIGIN)
    if about:
        draft.text("about", _text(node.get("description")), ORIGIN)
    draft.text("location", _place(node), ORIGIN)
    draft.text("pronouns", _text(node.get("pronouns")), ORIGIN)
    same = [href for key in ("sameAs", "url") for href in _listed(node.get(key)) if isinstance(href, str)]
    draft.links((href for href in same if host(href) != host(doc.url)), ORIGIN)
    draft.items("experience", _positions(_listed(node.get("worksFor")), titles), ORIGIN)
    draft.items("education", _positions(_listed(node.get("alumniOf")), []), ORIGIN)
    draft.strings("skills", (_text(entry) for entry in _listed(node.get("knowsAbout"))), ORIGIN)
    counters(node, draft)
    draft.handle = (
        draft.handle or one_line(_text(node.get("alternateName")) or _text(node.get("additionalName"))) or None
    )
    return True
