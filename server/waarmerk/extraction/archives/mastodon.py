"""The Mastodon archive: actor.json and outbox.json (ActivityPub). Boosts hold no text and are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waarmerk.extraction import blobs, refusal
from waarmerk.extraction.archives.container import Container
from waarmerk.extraction.archives.recent import newest
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import from_markup, host
from waarmerk.extraction.words import plain, words
from waarmerk.records import Post, Profile

_ORIGIN = "export"


def matches(box: Container) -> bool:
    """Whether this is a Mastodon archive."""
    return box.has("actor.json", "outbox.json")


def _posts(outbox: Any) -> Iterator[Post]:
    for activity in blobs.rows(outbox, "orderedItems"):
        note = blobs.dig(activity, "object")
        text = from_markup(blobs.string(note, "content"))
        if blobs.string(activity, "type") == "Create" and text:
            yield Post(text, at=blobs.string(note, "published") or None, is_reply=bool(blobs.dig(note, "inReplyTo")))


def _facts(actor: Any, draft: Draft) -> None:
    """The four lines of the profile: places and links."""
    for fact in blobs.rows(actor, "attachment"):
        label, value = plain(blobs.string(fact, "name")), blobs.string(fact, "value")
        said = from_markup(value)
        if label in words("profile", "location"):
            draft.text("location", said, _ORIGIN)
        elif label in ("pronouns", "voornaamwoorden"):
            draft.text("pronouns", said, _ORIGIN)
        elif said.startswith("http") and " " not in said:
            draft.links([said], _ORIGIN)


def read(box: Container) -> Profile:
    """The owner's profile."""
    actor = box.json("actor.json")
    url = blobs.string(actor, "url") or None
    draft = Draft(site="mastodon", url=url, language=None)
    draft.text("name", blobs.string(actor, "name"), _ORIGIN)
    draft.text("about", from_markup(blobs.string(actor, "summary")), _ORIGIN)
    user = blobs.string(actor, "preferredUsername")
    draft.handle = f"{user}@{host(url)}" if user and url else user or None
    _facts(actor, draft)
    draft.posts(newest(_posts(box.json("outbox.json"))), _ORIGIN)
    if not draft.owned():
        raise refusal.nobody("mastodon-nobody")
    return draft.profile()
