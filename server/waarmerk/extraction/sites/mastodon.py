"""Mastodon, on any server: known by its markup (initial state, its root element, ActivityPub links), not by host.

Reads the rendered page (account header), the older server-rendered page (h-card), and the bare shell a visitor gets
without JavaScript (OpenGraph: "Name (@user@server)", counters and bio in the description).
"""

from __future__ import annotations

from bs4 import Tag

from waarmerk.extraction import counts, nodes, opengraph, words
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import from_markup, host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region, outermost
from waarmerk.records import Post

_PAGE = "page"
_META = opengraph.ORIGIN


def matches(doc: Document) -> bool:
    """Whether a Mastodon server made this page."""
    if any(attributes.get("id") == "initial-state" for attributes, _ in doc.scripts) and doc.has(
        "#mastodon, #initial-state"
    ):
        return True
    if "@" in (opengraph.title(doc).handle or "").lstrip(
        "@"
    ):  # "Ann (@ann@server.example)": no other network writes it so
        return True
    generator = doc.first_meta("generator", "application-name").casefold()
    return "mastodon" in generator or doc.has(
        "#mastodon, .public-account-header, .account__header__bar, .account__header__content"
    )


def _header(region: Region, draft: Draft) -> None:
    name = region.one(".account__header__tabs__name", ".public-account-header__tabs__name", ".account__display-name")
    if name is not None:
        title = region.one("h1", within=name) or name
        small = region.one("small", within=title)
        draft.text("name", nodes.text(title, skip=frozenset([id(small)]) if small else frozenset()), _PAGE)
        draft.handle = draft.handle or _handle(nodes.text(small))
    draft.text("name", region.text(".display-name__html", ".p-name"), _PAGE)
    draft.text("about", region.text(".account__header__content", ".p-note", ".public-account-bio .note"), _PAGE)
    facts = region.one(".account__header__fields", ".account-fields")
    draft.links((nodes.attr(a, "href") for a in region.all("a", within=facts)) if facts else (), _PAGE)
    for item in region.all("dl", within=facts):
        label, value = region.text("dt", within=item), region.text("dd", within=item)
        if words.plain(label) in words.words("profile", "location"):
            draft.text("location", value, _PAGE)
        elif words.plain(label) in ("pronouns", "voornaamwoorden"):
            draft.text("pronouns", value, _PAGE)
    _counters(region, draft)


def _counters(region: Region, draft: Draft) -> None:
    """The counters link to their lists; the exact number may stand in a title."""
    bar = region.one(".account__header__extra__links", ".public-account-header__tabs__tabs", ".details-counters")
    for link in region.all("a", within=bar):
        if not counts.find(nodes.text(link)) or len(nodes.text(link)) > 40:
            continue
        titled = nodes.attr(link, "title")
        exact = {key: counts.number(titled) for key in counts.find(nodes.text(link))} if titled[:1].isdigit() else {}
        draft.add_counts({key: value for key, value in exact.items() if value is not None}, _PAGE)
        draft.add_counts(counts.find(" ".join(nodes.text(link).split())), _PAGE)


def _handle(text: str) -> str | None:
    return next((word.lstrip("@") for word in text.split() if word.startswith("@")), None)


def _posts(region: Region, draft: Draft) -> None:
    """Statuses of the profile's own column; boosts are marked by their prepended line."""
    made = []
    for item in outermost(region.all("article", ".h-entry", ".status")):
        said = nodes.chunks(item)
        handles = [word for chunk in said for word in [_handle(chunk)] if word and chunk.startswith("@")]
        body = region.one(".status__content__text", ".status__content", ".e-content", within=item)
        told = nodes.text(body) or max((c for c in said if not c.startswith("@")), key=len, default="")
        head = region.text(".status__prepend", within=item) or " ".join(said[:1])
        author = handles[0] if handles else draft.handle or ""
        foreign = author.split("@")[0].casefold() != (draft.handle or author).split("@")[0].casefold()
        boosted = told != head and words.mentions(head, "profile", "reposted")
        replying = told != head and words.mentions(head, "profile", "replying")
        if told:
            made.append(Post(told, at=_time(region, item), is_reply=replying, is_repost=boosted or foreign))
    draft.posts(made, _PAGE)


def _time(region: Region, item: Tag) -> str | None:
    stamp = region.one("time", within=item)
    return nodes.attr(stamp, "datetime") or None if stamp else None


def _shell(doc: Document, draft: Draft) -> None:
    """The meta elements of a page whose body is empty until scripts run."""
    title = opengraph.title(doc)
    draft.handle = draft.handle or title.handle or doc.first_meta("profile:username") or None
    draft.text("name", title.name, _META)
    told = from_markup(doc.first_meta("og:description", "description"))
    head, mark, rest = told.partition("·")
    counted = counts.find(head)
    if len(counted) >= 2:
        draft.add_counts(counted, _META)
        told = rest if mark else ""
    draft.text("about", told.strip(), _META)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    region = doc.body
    draft.handle = doc.first_meta("profile:username") or None
    parts = path(doc.url)
    if draft.handle is None and parts and parts[0].startswith("@"):
        name = parts[0].lstrip("@")
        draft.handle = name if "@" in name else f"{name}@{host(doc.url)}"
    _header(region, draft)
    _posts(region, draft)
    _shell(doc, draft)
    marked = [node.attributes.get("href") or "" for node in doc.tree.css('a[rel~="me"]')]
    draft.links((href for href in marked if host(href) != host(doc.url)), "rel-me")


READER = Reader("mastodon", (), fill, matches)
