"""The owner's places elsewhere, from a personal page: rel=me, lists of them, profile addresses, a CV to download."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from waarmerk.extraction.document import Document
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.words import plain, words

_FOREIGN = ("comment", "commentlist", "comments", "post", "hentry", "h-entry", "entry-content", "e-content", "article")


def profile(href: str) -> bool:
    """Whether an address is a person's page on a known network: one or two path parts, no share button."""
    name, parts = host(href), path(href)
    if not parts or parts[0].casefold() in words("networks", "never") or parts[0].endswith(".php"):
        return False
    labels = name.split(".")
    domains = [".".join(labels[at:]) for at in range(len(labels) - 1)]
    if any(domain in words("networks", "bare") for domain in domains):
        return len(parts) == 1
    first = "~" if parts[0].startswith("~") else parts[0]
    handle = name == "youtube.com" and first.startswith("@")
    return handle or any(f"{domain}/{first}" in words("networks", "under") for domain in domains)


def _inside_writing(node: LexborNode) -> bool:
    """Inside a post, an article or a comment: what is linked there is what is written about."""
    parent = node.parent
    while parent is not None:
        if parent.tag in ("article", "blockquote"):
            return True
        if any(name in _FOREIGN for name in (parent.attributes.get("class") or "").split()):
            return True
        parent = parent.parent
    return False


def _is_cv(node: LexborNode, href: str) -> bool:
    """A document that calls itself a CV."""
    if not href.casefold().partition("?")[0].endswith((".pdf", ".doc", ".docx")):
        return False
    said = plain(f"{node.text()} {href.rsplit('/', 1)[-1]}".replace("_", " ").replace("%20", " ").replace("-", " "))
    return any(f" {word} " in f" {said} " for word in words("profile", "cv"))


def find(doc: Document) -> Iterator[str]:
    """Addresses in page order: those marked as the owner's, their companions in a list, profiles, CVs; not this page."""
    here = (host(doc.url), path(doc.url))
    return (href for href in _found(doc) if (host(href), path(href)) != here)


def _found(doc: Document) -> Iterator[str]:
    lists: set[int] = set()
    for node in doc.tree.css('a[rel~="me"]'):
        box = node.parent.parent if node.parent is not None and node.parent.tag == "li" else None
        if box is not None and box.mem_id not in lists:
            lists.add(box.mem_id)
            anchors = box.css("li > a[href]")
            if 2 * len([a for a in anchors if "me" in (a.attributes.get("rel") or "").split()]) >= len(anchors):
                yield from (a.attributes.get("href") or "" for a in anchors)
        yield node.attributes.get("href") or ""
    for node in doc.tree.css('link[rel~="me"]'):
        yield node.attributes.get("href") or ""
    for node in doc.tree.css("a[href]")[:5_000]:
        href = (node.attributes.get("href") or "").strip()
        if "//" in href and (profile(href) or _is_cv(node, href)) and not _inside_writing(node):
            yield href
