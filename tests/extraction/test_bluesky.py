"""Bluesky's repository, its records unpacked, and the JSON of tools: all of one invented person read to the same profile."""

from __future__ import annotations

import json
import tracemalloc
from typing import Any

import pytest
from made_files import Link, car, cbor, cid, packed, varint

from waarmerk import errors
from waarmerk.extraction.archives import car as cars
from waarmerk.extraction.archives import dagcbor
from waarmerk.extraction.files import kinds
from waarmerk.records import Profile

DID = "did:plc:tilda"
PROFILE = {
    "$type": "app.bsky.actor.profile",
    "displayName": "Tilda Vonk",
    "description": "Ik tel treinen.\nEn eieren.",
    "pronouns": "zij",
    "website": "https://vonk.example",
}
POST = {"$type": "app.bsky.feed.post", "text": "Zeven minuten is een hard ei.", "createdAt": "2026-03-01T10:00:00.000Z"}
REPLY = {
    "$type": "app.bsky.feed.post",
    "text": "Acht, bij nader inzien.",
    "createdAt": "2026-03-02T10:00:00.000Z",
    "reply": {"parent": {"uri": "at://did:plc:bo/app.bsky.feed.post/3a"}, "root": {"uri": "at://x"}},
}
REPOST = {"$type": "app.bsky.feed.repost", "subject": {"uri": "at://did:plc:bo/app.bsky.feed.post/3b"}}
LIKE = {"$type": "app.bsky.feed.like", "subject": {"uri": "at://did:plc:bo/app.bsky.feed.post/3c"}}
RECORDS = (PROFILE, POST, REPLY, REPOST, LIKE)


def read(data: bytes | str | Any, name: str = "export.json") -> Profile:
    raw = data if isinstance(data, bytes) else (data if isinstance(data, str) else json.dumps(data)).encode()
    found = kinds.read(raw, name)
    assert isinstance(found, Profile)
    return found


def posts(profile: Profile) -> list[tuple[str, bool, bool]]:
    return [(post.text, post.is_reply, post.is_repost) for post in profile.fields.posts]


OWN = [(REPLY["text"], True, False), (POST["text"], False, False)]


def unpacked() -> bytes:
    """As `goat repo unpack` leaves it, in a zip."""
    folder = f"{DID}/"
    return packed(
        {
            f"{folder}_commit.json": json.dumps({"did": DID, "version": 3}),
            f"{folder}app.bsky.actor.profile/self.json": json.dumps(PROFILE),
            f"{folder}app.bsky.feed.post/3kaaa.json": json.dumps(POST),
            f"{folder}app.bsky.feed.post/3kbbb.json": json.dumps(REPLY),
            f"{folder}app.bsky.feed.repost/3kccc.json": json.dumps(REPOST),
        }
    )


def listed(record: dict[str, Any], number: int) -> dict[str, Any]:
    return {"uri": f"at://{DID}/{record['$type']}/3k{number}", "cid": "bafy", "value": record}


def event(record: dict[str, Any]) -> dict[str, Any]:
    """A line of Jetstream."""
    commit = {"operation": "create", "collection": record["$type"], "rkey": "3k", "record": record}
    return {"did": DID, "time_us": 1, "kind": "commit", "commit": commit}


SHAPES = {
    "repository": car(RECORDS),
    "repository in a zip": packed({"backup/repo.car": car(RECORDS), "backup/blobs/a.jpg": b"\xff\xd8"}),
    "unpacked": unpacked(),
    "list": json.dumps([PROFILE, POST, REPLY, REPOST]).encode(),
    "lines": "\n".join(json.dumps(record) for record in RECORDS).encode(),
    "record list": json.dumps({"records": [listed(r, at) for at, r in enumerate(RECORDS)], "cursor": "3k"}).encode(),
    "jetstream": "\n".join(json.dumps(event(record)) for record in RECORDS).encode(),
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_reads_to_the_same_profile(name: str) -> None:
    profile = read(SHAPES[name], "export")
    fields = profile.fields
    assert (profile.site, fields.name, fields.pronouns) == ("bluesky", "Tilda Vonk", "zij")
    assert fields.about == "Ik tel treinen.\nEn eieren."
    assert fields.links == ("https://vonk.example",)
    assert posts(profile) == OWN
    if name not in ("list", "lines"):
        assert (profile.owner.handle, profile.owner.url) == (DID, f"https://bsky.app/profile/{DID}")


def shown(record: dict[str, Any], did: str = DID, handle: str = "tilda.example", **more: Any) -> dict[str, Any]:
    author = {"did": did, "handle": handle, "displayName": handle.partition(".")[0].title()}
    return {
        "post": {"uri": f"at://{did}/x/3k", "author": author, "record": record, "likeCount": 4, "replyCount": 1},
        **more,
    }


FOREIGN = {"$type": "app.bsky.feed.post", "text": "Koop eieren!", "createdAt": "2026-03-03T10:00:00.000Z"}
REASON = {"$type": "app.bsky.feed.defs#reasonRepost", "by": {"did": DID}}


def test_a_feed_keeps_counters_marks_reposts_and_leaves_parents_out() -> None:
    parent = {"parent": {"author": {"did": "did:plc:bo"}, "record": {**FOREIGN, "text": "Geheime ouder"}}}
    feed = [shown(REPLY, reply=parent), shown(POST), shown(FOREIGN, "did:plc:bo", "bo.example", reason=REASON)]
    profile = read({"feed": feed})
    assert (profile.fields.name, profile.owner.handle) == ("Tilda", "tilda.example")
    assert posts(profile) == [("Koop eieren!", False, True), *OWN]
    assert (profile.fields.posts[2].likes, profile.fields.posts[2].replies) == (4, 1)
    assert "Geheime" not in repr(profile)


def test_of_a_timeline_the_profiles_own_posts_are_kept() -> None:
    owner = {"did": DID, "handle": "tilda.example", "displayName": "Tilda Vonk", "followersCount": 12, "postsCount": 2}
    lines = [owner, shown(POST), shown(FOREIGN, "did:plc:bo", "bo.example")]
    profile = read("\n".join(json.dumps(line) for line in lines), "timeline.jsonl")
    assert (profile.fields.name, profile.fields.counts) == ("Tilda Vonk", {"followers": 12, "posts": 2})
    assert posts(profile) == [(POST["text"], False, False)]
    assert "eieren!" not in repr(profile)


@pytest.mark.parametrize(
    "value",
    [
        [shown(POST), shown(FOREIGN, "did:plc:bo", "bo.example")],
        [{"did": DID, "handle": "a.example"}, {"did": "did:plc:bo", "handle": "b.example"}],
        [event(POST), {**event(FOREIGN), "did": "did:plc:bo"}],
    ],
)
def test_several_people_are_refused(value: Any) -> None:
    with pytest.raises(errors.NoOwner, match="several people"):
        read(value)


def test_posts_alone_are_the_owners() -> None:
    profile = read(json.dumps(POST) + "\n" + json.dumps(REPLY), "posts.jsonl")
    assert posts(profile) == OWN
    assert "missing:name" in profile.warnings


def test_a_cut_line_at_the_end_is_left_out() -> None:
    assert posts(read(json.dumps(POST) + "\n" + json.dumps(REPLY)[:40], "posts.jsonl")) == [
        (POST["text"], False, False)
    ]


@pytest.mark.parametrize("records", [(), (LIKE, REPOST), ({"$type": "app.bsky.feed.post", "text": ""},)])
def test_a_repository_of_nobody_is_refused(records: tuple[Any, ...]) -> None:
    with pytest.raises(errors.NoOwner, match="no profile and no post"):
        read(car(records, did=None), "repo.car")


def test_a_broken_block_is_left_out_and_a_cut_off_file_refused() -> None:
    whole = car([PROFILE, POST])
    broken = whole.replace(b"dtext", b"\xfftext")
    assert posts(read(broken, "repo.car")) == []
    with pytest.raises(errors.InvalidRequest, match="damaged or cut off"):
        read(whole[:-5], "repo.car")


@pytest.mark.parametrize(
    "data",
    [
        b"\x0a\xa1gversion\x02" + bytes(51),  # version 2
        varint(20) + cbor({"roots": [], "version": 7}),
        car([POST])[:40],
        varint(2**40) + cbor({"roots": [], "version": 1}),
    ],
)
def test_another_version_or_a_broken_header_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(errors.InvalidRequest, match="damaged or cut off"):
        read(data, "repo.car")


def test_values_are_read_back_as_written() -> None:
    value = {"a": [1, -5, 2**40, -(2**40), 1.5, True, False, None, "é", b"\1\2"], "b": {"c": {}}}
    assert dagcbor.decode(cbor(value)) == value
    assert dagcbor.decode(cbor({"link": Link(cid(3))})) == {"link": cid(3)}
    assert [content for _, content in cars.blocks(car([POST]))][2] == cbor(POST)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x81" * 100 + b"\x00",  # too deep
        b"\x9f\xff",  # of no definite length
        b"\x1c",
        b"\xa1\x01\x01",  # a key that is no text
        b"\xc1\x00",  # a tag that is no link
        b"\xd8\x2a\x61a",  # a link that is none
        b"\xf7",
        b"\x61\xff",  # not UTF-8
        b"\x00\x00",  # two values
        b"\x5b" + b"\xff" * 8,
        cbor([0] * 25_000),  # too many
    ],
)
def test_damaged_values_are_named(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        dagcbor.decode(data)


def test_claims_cost_nothing() -> None:
    """Nested lists that each claim to hold all the rest: no room is made for what is only claimed."""
    claims = b"".join(b"\x9a" + (1_999_990 - 5 * at).to_bytes(4, "big") for at in range(399_998)) + bytes(10)
    tracemalloc.start()
    with pytest.raises(ValueError, match="deep"):
        dagcbor.decode(claims)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
