"""A profile while it is read: the first trusted source of a field wins, and its origin is written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from waarmerk.extraction.fields import clean, link, one_line, without_labels
from waarmerk.extraction.words import plain, words
from waarmerk.records import Fields, Owner, Position, Post, Profile, Recommendation

_LINES = ("name", "headline", "location", "pronouns")
_EXPECTED = ("name", "headline", "about")
_MAX = {
    "links": 60,
    "experience": 60,
    "education": 30,
    "skills": 100,
    "recommendations": 60,
    "featured": 60,
    "posts": 500,
}
_TEXT_LIMITS = {"name": 120, "headline": 400, "location": 160, "pronouns": 40}


class Draft:
    """What is read so far. Sources are asked in order of trust, so nothing is overwritten."""

    def __init__(self, *, site: str, url: str | None, language: str | None) -> None:
        self.site, self.url, self.language = site, url, language
        self.values: dict[str, Any] = {}
        self.origins: dict[str, str] = {}
        self.counts: dict[str, int] = {}
        self.warnings: list[str] = []
        self.handle: str | None = None
        self.home: str | None = None

    def __contains__(self, field: str) -> bool:
        return field in self.values

    def get(self, field: str) -> str:
        """A text field as read so far."""
        return str(self.values.get(field, ""))

    def text(self, field: str, value: str | None, origin: str) -> bool:
        """A text field, unless one is there or nothing is left of it once cleaned."""
        said = one_line(value or "") if field in _LINES else without_labels(clean(value or ""))
        if not said or field in self.values or len(said) > _TEXT_LIMITS.get(field, len(said)):
            return False
        if field == "name" and plain(said) in words("notnames", "placeholder"):
            return False
        if field == "about" and said.endswith("…"):
            self.warn("truncated:about")
        self.values[field] = said
        self.origins[field] = origin
        return True

    def items(self, field: str, found: Iterable[object], origin: str) -> None:
        """A list field, unless one is there."""
        kept = [entry for entry in found if entry]
        if field in self.values or not kept:
            return
        if len(kept) > _MAX[field]:
            self.warn(f"too-many:{field}")
        self.values[field] = tuple(kept[: _MAX[field]])
        self.origins[field] = origin

    def strings(self, field: str, found: Iterable[str], origin: str) -> None:
        """A list of short texts without doubles."""
        unique: dict[str, str] = {}
        for entry in found:
            said = one_line(entry)
            if said and len(said) <= 600 and plain(said) not in words("labels", "more"):
                unique.setdefault(plain(said), said)
        self.items(field, unique.values(), origin)

    def links(self, found: Iterable[str], origin: str) -> None:
        """Web addresses of the owner, redirects undone, without doubles. Later sources add to earlier ones."""
        unique = {_key(href): href for href in self.values.get("links", ())}
        for href in found:
            real = link(href)
            if real:
                unique.setdefault(_key(real), real)
        if unique:
            self.values["links"] = tuple(list(unique.values())[: _MAX["links"]])
            self.origins.setdefault("links", origin)

    def posts(self, found: Iterable[Post], origin: str) -> None:
        """Posts without doubles."""
        unique = {(post.text, post.is_repost): post for post in reversed(list(found)) if post.text}
        self.items("posts", list(reversed(unique.values())), origin)

    def count(self, key: str, value: int | None, origin: str) -> None:
        """A counter, unless one is there."""
        if value is not None and value >= 0 and key not in self.counts:
            self.counts[key] = value
            self.origins[f"counts.{key}"] = origin

    def add_counts(self, found: dict[str, int], origin: str) -> None:
        """Several counters."""
        for key, value in found.items():
            self.count(key, value, origin)

    def warn(self, code: str) -> None:
        """A warning, once."""
        if code not in self.warnings:
            self.warnings.append(code)

    def owned(self) -> bool:
        """Whether there is somebody: a name, or a handle with words of its own."""
        words = any(field in self.values for field in ("about", "headline", "posts", "experience"))
        return "name" in self.values or bool(self.handle and words)

    def profile(self) -> Profile:
        """The record, with warnings for what a profile usually has and this page did not show."""
        for field in _EXPECTED:
            if field not in self.values and not (field == "headline" and "about" in self.values):
                self.warn(f"missing:{field}")
        handle = (self.handle or "").lstrip("@") or None
        owner = Owner(name=self.values.get("name"), handle=handle, url=self.home or self.url)
        return Profile(
            fields=Fields(**self.values, counts=dict(self.counts)),
            site=self.site,
            url=self.url,
            owner=owner,
            language_hint=self.language,
            warnings=tuple(self.warnings),
            origins=dict(self.origins),
        )


def _key(href: str) -> str:
    return href.casefold().partition("://")[2].removeprefix("www.").rstrip("/")


def position(
    title: str | None,
    organisation: str | None,
    start: str | None = None,
    end: str | None = None,
    text: str | None = None,
) -> Position | None:
    """A cleaned entry of experience or education; None without title and organisation."""
    names = [one_line(part)[:300] if part else None for part in (title, organisation, start, end)]
    names = [name if name and any(char.isalnum() for char in name) else None for name in names]  # "*****" is a mask
    if not names[0] and not names[1]:
        return None
    words = without_labels(clean(text)) if text else None
    return Position(
        title=names[0] or None,
        organisation=names[1] or None,
        start=names[2] or None,
        end=names[3] or None,
        text=words or None,
    )


def recommendations(found: Sequence[tuple[str, str | None]]) -> list[Recommendation]:
    """Cleaned recommendations from (text, by) pairs."""
    cleaned = [(without_labels(clean(text)), one_line(by or "") or None) for text, by in found]
    return [Recommendation(text=text, by=by) for text, by in cleaned if text]
