"""The explicit list of readers, and which one reads a page: by host, by the caller's `site`, by markup, by its parts."""

from __future__ import annotations

from waarmerk.extraction.document import Document
from waarmerk.extraction.fields import host
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.sites import (
    behance,
    bluesky,
    conference,
    devto,
    dribbble,
    facebook,
    github,
    gitlab,
    homepage,
    instagram,
    linkedin,
    linktree,
    mastodon,
    medium,
    stackoverflow,
    substack,
    telegram,
    threads,
    tiktok,
    x,
    youtube,
)

READERS: tuple[Reader, ...] = (
    linkedin.READER,
    x.READER,
    bluesky.READER,
    threads.READER,
    instagram.READER,
    facebook.READER,
    tiktok.READER,
    youtube.READER,
    github.READER,
    gitlab.READER,
    stackoverflow.READER,
    medium.READER,
    substack.READER,
    devto.READER,
    dribbble.READER,
    behance.READER,
    linktree.READER,
    telegram.READER,
    mastodon.READER,
    conference.READER,
    homepage.READER,
)


def choose(doc: Document) -> Reader:
    """The reader of a page; the home-page reader where nothing else knows it."""
    return _by_host(host(doc.url)) or _by_site(doc.site) or _by_markup(doc) or _by_assets(doc) or homepage.READER


def _by_host(name: str) -> Reader | None:
    return next((r for r in READERS for known in r.hosts if name == known or name.endswith(f".{known}")), None)


def _by_site(site: str | None) -> Reader | None:
    return next((r for r in READERS if site and r.site == site.strip().casefold()), None)


def _by_markup(doc: Document) -> Reader | None:
    return next((r for r in READERS if r.matches(doc)), None)


def _by_assets(doc: Document) -> Reader | None:
    """Only for a page that does not say where it is from: others load a network's parts too."""
    return None if host(doc.url) else next((r for r in READERS if r.assets and doc.mentions(r.assets)), None)
