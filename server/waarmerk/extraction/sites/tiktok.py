"""TikTok: the user of the embedded state (three generations of it), `data-e2e` hooks, and the description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waarmerk.extraction import blobs, counts, social
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import plain
from waarmerk.records import Post

_STATE, _PAGE = "state", "data-e2e"
_COUNTS = {"followers": "followerCount", "following": "followingCount", "likes": "heartCount", "posts": "videoCount"}


def _users(doc: Document) -> Iterator[tuple[dict[str, Any], object]]:
    """(user, stats) wherever a state keeps them."""
    for pair in doc.objects("user", "stats"):
        if isinstance(pair["user"], dict):
            yield pair["user"], pair.get("statsV2") or pair["stats"]
    for module in doc.objects("users", "stats"):
        users = module["users"] if isinstance(module["users"], dict) else {}
        for name, user in users.items():
            if isinstance(user, dict):
                yield user, blobs.dig(module, "stats", name)


def _state(doc: Document, draft: Draft) -> None:
    for user, stats in _users(doc):
        if plain(blobs.string(user, "uniqueId")) != plain(draft.handle or ""):
            continue
        draft.text("name", blobs.string(user, "nickname"), _STATE)
        draft.text("about", blobs.string(user, "signature"), _STATE)
        draft.links([_address(blobs.string(user, "bioLink", "link"))], _STATE)
        for key, name in _COUNTS.items():
            draft.count(key, blobs.integer(stats, name), _STATE)
    found = doc.objects("desc", "author", "video")
    mine = (item for item in found if plain(_author(item)) == plain(draft.handle or ""))
    draft.posts(
        (Post(blobs.string(item, "desc"), likes=blobs.integer(item, "stats", "diggCount")) for item in mine), _STATE
    )


def _author(item: dict[str, Any]) -> str:
    return blobs.string(item, "author") or blobs.string(item, "author", "uniqueId")


def _address(text: str) -> str:
    return text if not text or "://" in text else f"https://{text}"


def _page(region: Region, draft: Draft) -> None:
    draft.text("name", region.text("[data-e2e=user-subtitle]"), _PAGE)
    draft.text("about", region.text("[data-e2e=user-bio]"), _PAGE)
    draft.links([_address(region.text("[data-e2e=user-link]"))], _PAGE)
    for key, hook in (("followers", "followers-count"), ("following", "following-count"), ("likes", "likes-count")):
        draft.count(key, counts.number(region.text(f"[data-e2e={hook}]")), _PAGE)


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0].lstrip("@") if parts and parts[0].startswith("@") else None
    _state(doc, draft)
    _page(doc.body, draft)
    social.shell(doc, draft)


READER = Reader("tiktok", ("tiktok.com",), fill, assets="tiktokcdn")
