"""The X (Twitter) archive: profile, account and tweets as JavaScript that assigns JSON.

Retweets are kept and marked; replies are marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waarmerk.extraction import blobs, refusal
from waarmerk.extraction.archives.container import Container
from waarmerk.extraction.archives.recent import newest
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import from_markup
from waarmerk.records import Post, Profile

_ORIGIN = "export"


def matches(box: Container) -> bool:
    """Whether this is X's archive."""
    return box.has("account.js")


def _entries(value: Any, key: str) -> Iterator[dict[str, Any]]:
    for entry in value if isinstance(value, list) else ():
        inner = blobs.dig(entry, key)
        if isinstance(inner, dict):
            yield inner


def _count(value: object) -> int | None:
    return blobs.integer(value)


def _post(tweet: dict[str, Any]) -> Post | None:
    text = from_markup(blobs.string(tweet, "full_text") or blobs.string(tweet, "text"))
    if not text:
        return None
    return Post(
        text=text,
        at=blobs.string(tweet, "created_at") or None,
        likes=_count(tweet.get("favorite_count")),
        is_reply=bool(tweet.get("in_reply_to_status_id") or tweet.get("in_reply_to_user_id")),
        is_repost=text.startswith("RT @"),
    )


def read(box: Container) -> Profile:
    """The owner's profile."""
    draft = Draft(site="x", url=None, language=None)
    for account in _entries(box.json("account.js"), "account"):
        draft.text("name", blobs.string(account, "accountDisplayName"), _ORIGIN)
        draft.handle = draft.handle or blobs.string(account, "username") or None
    for profile in _entries(box.json("profile.js"), "profile"):
        described = blobs.dig(profile, "description")
        draft.text("about", from_markup(blobs.string(described, "bio")), _ORIGIN)
        draft.text("location", blobs.string(described, "location"), _ORIGIN)
        draft.links([blobs.string(described, "website")], _ORIGIN)
    tweets = box.json("tweets.js") or box.json("tweet.js")
    draft.posts(newest(post for tweet in _entries(tweets, "tweet") if (post := _post(tweet))), _ORIGIN)
    if not draft.owned():
        raise refusal.nobody("x-nobody")
    draft.home = f"https://x.com/{draft.handle}" if draft.handle else None
    return draft.profile()
