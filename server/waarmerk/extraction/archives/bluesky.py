"""Bluesky: the repository (.car), its records unpacked in folders, or the JSON and JSONL that tools write.

Source: the lexicons app.bsky.actor.profile, app.bsky.feed.post, app.bsky.actor.defs and app.bsky.feed.defs; the folders of
`goat repo unpack`; the lines of `bsky` and of Jetstream. A repost holds no text; one in a feed is kept and marked.
Others' posts (parents of a reply, a timeline) never enter: see `records`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from waarmerk.extraction import blobs, refusal
from waarmerk.extraction.archives import car, dagcbor
from waarmerk.extraction.archives.bluesky_records import POST, PROFILE, Record, of_json
from waarmerk.extraction.archives.container import MAX_TOTAL, Container
from waarmerk.extraction.archives.recent import newest
from waarmerk.extraction.draft import Draft
from waarmerk.records import Post, Profile

_ORIGIN = "export"
_MAX_POSTS = 20_000  # looked at; of unpacked records the newest, as their names tell the time
_COUNTS = {"followers": "followersCount", "following": "followsCount", "posts": "postsCount"}


def matches(box: Container) -> bool:
    """Whether this zip holds a repository, whole or unpacked."""
    return any(_is_ours(name) for name in box.names)


def _is_ours(name: str) -> bool:
    return name.endswith(".car") or f"{PROFILE.casefold()}/" in name or f"{POST.casefold()}/" in name


def read(box: Container) -> Profile:
    """The owner's profile from a zip."""
    ours = [name for name in box.names if _is_ours(name)]
    whole = next((name for name in ours if name.endswith(".car")), None)
    if whole:
        return read_car(box.bytes(whole, most=MAX_TOTAL))
    profiles = [name for name in ours if f"{PROFILE.casefold()}/" in name]
    posts = sorted(set(ours) - set(profiles), key=lambda name: name.rpartition("/")[2], reverse=True)[:_MAX_POSTS]
    found = (Record(_did(name), value) for name in (*profiles, *posts) if isinstance(value := box.json(name), dict))
    return profile(found)


def _did(name: str) -> str | None:
    """The account whose folder this is."""
    return next((part for part in name.split("/") if part.startswith("did:")), None)


def read_car(data: bytes) -> Profile:
    """The owner's profile from a repository. Raises InvalidRequest for a damaged one, NoOwner for one of nobody."""
    try:
        root = next((bytes(r) for r in car.header(data)["roots"] if isinstance(r, bytes)), b"")
        did, records = _records(data, root)
    except ValueError:
        raise refusal.invalid("car-damaged") from None
    return profile(Record(did, record) for record in records)


def _records(data: bytes, root: bytes) -> tuple[str | None, list[dict[str, Any]]]:
    """The account named in the commit, and its profile and posts; blocks that cannot be read are left out."""
    did: str | None = None
    found: list[dict[str, Any]] = []
    for address, block in car.blocks(data):
        if address != root and not (b"$type" in block and (POST.encode() in block or PROFILE.encode() in block)):
            continue
        try:
            value = dagcbor.decode(block)
        except ValueError:
            continue
        if address == root:
            did = blobs.string(value, "did") or None
        elif isinstance(value, dict) and len(found) < _MAX_POSTS:
            found.append(value)
    return did, found


def read_json(value: Any) -> Profile | None:
    """The owner's profile from JSON in one of Bluesky's shapes; None where it is something else."""
    found = list(of_json(value))
    return profile(found) if found else None


def profile(found: Iterable[Record]) -> Profile:
    """The owner's profile from records. Raises NoOwner where they are several people's, or nobody's."""
    records = list(found)
    owner = _owner(records)
    own = [r for r in records if r.author in (owner, None) or r.is_repost]
    draft = Draft(site="bluesky", url=None, language=None)
    for record in own:
        if record.is_repost:
            continue
        draft.handle = draft.handle or record.handle
        draft.text("name", record.name, _ORIGIN)
        if record.kind == PROFILE:
            _fill(record.value, draft)
    draft.handle = draft.handle or owner
    draft.home = f"https://bsky.app/profile/{draft.handle}" if draft.handle else None
    draft.posts(newest(_post(r) for r in own if r.kind == POST and blobs.string(r.value, "text")), _ORIGIN)
    if "posts" not in draft and not draft.owned():
        raise refusal.nobody("bluesky-nobody")
    return draft.profile()


def _owner(records: list[Record]) -> str | None:
    """The one account these records are of."""
    profiles = {r.author for r in records if r.kind == PROFILE and r.author}
    authors = profiles or {r.author for r in records if r.author and not r.is_repost}
    if len(authors) > 1:
        raise refusal.nobody("bluesky-several")
    return next(iter(authors), None)


def _fill(value: dict[str, Any], draft: Draft) -> None:
    draft.text("name", blobs.string(value, "displayName"), _ORIGIN)
    draft.text("about", blobs.string(value, "description"), _ORIGIN)
    draft.text("pronouns", blobs.string(value, "pronouns"), _ORIGIN)
    draft.links([blobs.string(value, "website")], _ORIGIN)
    for field, key in _COUNTS.items():
        draft.count(field, blobs.integer(value, key), _ORIGIN)


def _post(record: Record) -> Post:
    return Post(
        text=blobs.string(record.value, "text"),
        at=blobs.string(record.value, "createdAt") or None,
        likes=blobs.integer(record.view, "likeCount"),
        replies=blobs.integer(record.view, "replyCount"),
        is_reply=isinstance(record.value.get("reply"), dict),
        is_repost=record.is_repost,
    )
