"""Bluesky's JSON in the shapes people have it, as records with their author.

Shapes: a record; `{uri, value}` of a record list; a profile or post as the app's service shows it; a feed with reasons;
a Jetstream event; lists, pages and lines of these. Only these are walked, so the parents of replies stay out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from waarmerk.extraction import blobs

PROFILE = "app.bsky.actor.profile"
POST = "app.bsky.feed.post"
_PAGES = ("records", "feed", "posts", "profiles")
_DEPTH = 4  # a list of pages of entries of records


@dataclass(frozen=True, slots=True)
class Record:
    """A record and whose it is, as far as it says; `view` is what the service adds (counters)."""

    author: str | None
    value: dict[str, Any]
    handle: str | None = None
    name: str | None = None
    view: dict[str, Any] = field(default_factory=dict)
    is_repost: bool = False

    @property
    def kind(self) -> str:
        """The record's lexicon; a profile as the service shows it may come without."""
        return blobs.string(self.value, "$type") or (PROFILE if "text" not in self.value else POST)


def of_json(value: Any, depth: int = 0) -> Iterator[Record]:
    """The profiles and posts in a value; nothing where it is none of these shapes."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for entry in value:
            yield from of_json(entry, depth + 1)
    elif isinstance(value, dict):
        pages = [value[key] for key in _PAGES if isinstance(value.get(key), list)]
        if pages and "did" not in value:
            for page in pages:
                yield from of_json(page, depth + 1)
        else:
            yield from _entry(value)


def _entry(value: dict[str, Any]) -> Iterator[Record]:
    kind = blobs.string(value, "$type")
    author = blobs.string(value, "did") or _account(blobs.string(value, "uri"))
    inner = blobs.dig(value, "commit", "record") or value.get("value")
    if kind in (PROFILE, POST):
        yield Record(author, value)
    elif isinstance(value.get("post"), dict):
        yield from _shown(value["post"], is_repost="Repost" in blobs.string(value, "reason", "$type"))
    elif isinstance(value.get("author"), dict):
        yield from _shown(value, is_repost=False)
    elif isinstance(inner, dict) and blobs.string(inner, "$type") in (PROFILE, POST):
        yield Record(author, inner)
    elif blobs.string(value, "did").startswith("did:") and "handle" in value:
        yield Record(author, {**value, "$type": PROFILE}, handle=blobs.string(value, "handle") or None)


def _shown(post: dict[str, Any], *, is_repost: bool) -> Iterator[Record]:
    """A post as the service shows it: author, record, counters."""
    record = post.get("record")
    if isinstance(record, dict) and blobs.string(record, "$type") in (POST, ""):
        author = post.get("author")
        yield Record(
            author=blobs.string(author, "did") or _account(blobs.string(post, "uri")),
            value={**record, "$type": POST},
            handle=blobs.string(author, "handle") or None,
            name=blobs.string(author, "displayName") or None,
            view=post,
            is_repost=is_repost,
        )


def _account(uri: str) -> str | None:
    """ "at://did:plc:abc/app.bsky.feed.post/3k" -> "did:plc:abc"."""
    return uri.removeprefix("at://").partition("/")[0] or None if uri.startswith("at://") else None
