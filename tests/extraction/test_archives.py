"""Data exports of invented people read to their profile; bombs, tricks and damage are refused in words."""

from __future__ import annotations

import contextlib
import io
import json
import stat
import struct
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarmerk import errors
from waarmerk.contract import wording
from waarmerk.extraction import archives
from waarmerk.extraction.archives import container

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,"
    "Websites,Instant Messengers\n"
    'Doutzen,Wiarda,,,,Klokkenluider op zondag,"Ik onderhoud negen torens.\nGeen ervan staat recht.",Erfgoed,,'
    '"Franeker, Friesland",,"[PERSONAL:https://wiarda.example,OTHER:https://torens.example]",\n'
)
LINKEDIN = {
    "Profile.csv": PROFILE,
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Stichting Torenwacht,Beheerder,Negen torens en één lift.,Franeker,Mar 2016,\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nHTS Meerwolde,1999,2003,,Bouwkunde,\n",
    "Skills.csv": "Name\nKlokken\nVoegwerk\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    "Ane,Rispens,Gemeente,Wethouder,Zij hoort een scheur voor je hem ziet.,2020,VISIBLE\n"
    "Oud,Collega,,,Verborgen woorden.,2019,HIDDEN\n",
    "Shares.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    '2026-01-02 10:00:00,https://x.example,"Toren vier luidt weer.",,,MEMBER_NETWORK\n2026-01-03,https://x.example,,,,\n',
    "Connections.csv": "Notes:\nFirst Name,Last Name\nGeheime,Vriend\n",
}
X = {
    "data/account.js": 'window.YTD.account.part0 = [{"account":{"username":"tilda_v","accountDisplayName":"Tilda Vance"}}]',
    "data/profile.js": 'window.YTD.profile.part0 = [{"profile":{"description":{"bio":"I time trains &amp; eggs.",'
    '"website":"https://vance.example","location":"Crewe"}}}]',
    "data/tweets.js": 'window.YTD.tweets.part0 = [{"tweet":{"full_text":"Seven minutes is a hard egg.","created_at":"a",'
    '"favorite_count":"4"}},{"tweet":{"full_text":"RT @eggs: buy eggs"}},{"tweet":{"full_text":"@bo Yes, eight.",'
    '"in_reply_to_status_id":"9"}}]',
}
MASTODON = {
    "actor.json": json.dumps(
        {
            "preferredUsername": "corin",
            "name": "Corin Pell",
            "summary": "<p>Paper maker.</p><p>Slow on purpose.</p>",
            "url": "https://fedi.example/@corin",
            "attachment": [
                {"name": "Location", "value": "Wookey"},
                {
                    "name": "Site",
                    "value": '<a href="https://pell.example"><span>https://</span><span>pell.example</span></a>',
                },
            ],
        }
    ),
    "outbox.json": json.dumps(
        {
            "orderedItems": [
                {"type": "Create", "object": {"content": "<p>Linen today.</p>", "published": "2026-01-01T00:00:00Z"}},
                {"type": "Create", "object": {"content": "<p>No, cotton.</p>", "inReplyTo": "https://y.example/1"}},
                {"type": "Announce", "object": "https://other.example/2"},
            ]
        }
    ),
}
INSTAGRAM = {
    "personal_information/personal_information.json": json.dumps(
        {
            "profile_user": [
                {
                    "string_map_data": {
                        "Naam": {"value": "Jop Reitsma"},
                        "Gebruikersnaam": {"value": "jop.plant"},
                        "Bio": {"value": "Boomplanter. CafÃ© na afloop."},
                        "E-mailadres": {"value": "jop@geheim.example"},
                    }
                }
            ]
        }
    ),
    "content/posts_1.json": json.dumps(
        [{"media": [{"title": "Veertig linden, drie schoppen.", "creation_timestamp": 1_772_359_200}]}]
    ),
}
FACEBOOK = {
    "profile_information/profile_information.json": json.dumps(
        {
            "profile_v2": {
                "name": {"full_name": "Maeve Sorrel"},
                "intro_bio": {"name": "Ferry cook."},
                "current_city": {"name": "Oban"},
                "work_experiences": [{"employer": "Isle Ferries", "title": "Cook"}],
                "websites": [{"address": "https://sorrel.example"}],
            }
        }
    ),
    "posts/your_posts_1.json": json.dumps([{"data": [{"post": "Soup for ninety, twice."}]}, {"data": []}]),
}


def packed(members: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as box:
        for name, text in members.items():
            box.writestr(name, text)
    return buffer.getvalue()


def test_linkedin_export() -> None:
    profile = archives.read(packed({f"Basic_Export/{name}": text for name, text in LINKEDIN.items()}))
    fields = profile.fields
    assert (profile.site, fields.name, fields.headline) == ("linkedin", "Doutzen Wiarda", "Klokkenluider op zondag")
    assert fields.about == "Ik onderhoud negen torens.\nGeen ervan staat recht."
    assert fields.location == "Franeker, Friesland"
    assert fields.links == ("https://wiarda.example", "https://torens.example")
    assert (fields.experience[0].title, fields.experience[0].organisation) == ("Beheerder", "Stichting Torenwacht")
    assert (fields.experience[0].start, fields.experience[0].end) == ("Mar 2016", None)
    assert (fields.education[0].organisation, fields.education[0].text) == ("HTS Meerwolde", "Bouwkunde")
    assert fields.skills == ("Klokken", "Voegwerk")
    assert [(r.by, r.text) for r in fields.recommendations] == [
        ("Ane Rispens", "Zij hoort een scheur voor je hem ziet.")
    ]
    assert [post.text for post in fields.posts] == ["Toren vier luidt weer."]
    assert "Geheime" not in repr(profile)


def test_x_archive() -> None:
    profile = archives.read(packed(X))
    fields = profile.fields
    assert (profile.site, fields.name, profile.owner.handle) == ("x", "Tilda Vance", "tilda_v")
    assert (fields.about, fields.location) == ("I time trains & eggs.", "Crewe")
    assert [(post.text, post.is_repost, post.is_reply) for post in fields.posts] == [
        ("Seven minutes is a hard egg.", False, False),
        ("RT @eggs: buy eggs", True, False),
        ("@bo Yes, eight.", False, True),
    ]
    assert fields.posts[0].likes == 4


def test_mastodon_archive() -> None:
    profile = archives.read(packed(MASTODON))
    fields = profile.fields
    assert (profile.site, fields.name, profile.owner.handle) == ("mastodon", "Corin Pell", "corin@fedi.example")
    assert fields.about == "Paper maker.\n\nSlow on purpose."
    assert (fields.location, fields.links) == ("Wookey", ("https://pell.example",))
    assert [(post.text, post.is_reply) for post in fields.posts] == [("Linen today.", False), ("No, cotton.", True)]


def test_instagram_export_in_dutch() -> None:
    profile = archives.read(packed(INSTAGRAM))
    assert (profile.site, profile.fields.name, profile.owner.handle) == ("instagram", "Jop Reitsma", "jop.plant")
    assert profile.fields.about == "Boomplanter. Café na afloop."
    assert [(post.text, post.at) for post in profile.fields.posts] == [
        ("Veertig linden, drie schoppen.", "2026-03-01T10:00:00+00:00")
    ]
    assert "geheim" not in repr(profile)


def test_facebook_export() -> None:
    profile = archives.read(packed(FACEBOOK))
    fields = profile.fields
    assert (profile.site, fields.name, fields.about, fields.location) == (
        "facebook",
        "Maeve Sorrel",
        "Ferry cook.",
        "Oban",
    )
    assert (fields.experience[0].title, fields.experience[0].organisation) == ("Cook", "Isle Ferries")
    assert [post.text for post in fields.posts] == ["Soup for ninety, twice."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_tables(encoding: str) -> None:
    profile = archives.read(packed({"Profile.csv": PROFILE.replace("Doutzen", "Zoë").encode(encoding)}))
    assert profile.fields.name == "Zoë Wiarda"


@pytest.mark.parametrize(
    "name", ["../../../etc/Profile.csv", "/etc/Profile.csv", "C:\\Profile.csv", "a\\..\\..\\Profile.csv", "a/../b.txt"]
)
def test_paths_that_climb_are_refused(name: str) -> None:
    with pytest.raises(errors.InvalidRequest, match="outside its own folder"):
        archives.read(packed({"Profile.csv": PROFILE, name: PROFILE}))


def test_a_link_in_an_archive_is_refused() -> None:
    link = zipfile.ZipInfo("Profile.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as box:
        box.writestr(link, "/etc/passwd")
    with pytest.raises(errors.InvalidRequest, match="outside its own folder"):
        archives.read(buffer.getvalue())


def test_an_archive_in_an_archive_is_refused_in_words() -> None:
    with pytest.raises(errors.InvalidRequest, match="inside this archive"):
        archives.read(packed({"export.zip": packed(LINKEDIN)}))


def test_a_member_that_packs_far_too_well_is_refused() -> None:
    with pytest.raises(errors.TooLarge, match="hundreds of times"):
        archives.read(packed({"Profile.csv": PROFILE + "x" * 2_000_000}))


def test_bomb_is_refused_before_it_inflates() -> None:
    bomb = packed({"Profile.csv": b"\0" * 400_000_000})
    begun = time.process_time()
    with pytest.raises(errors.TooLarge):
        archives.read(bomb)
    assert time.process_time() - begun < 2


def test_too_many_members_are_refused() -> None:
    with pytest.raises(errors.TooLarge):
        archives.read(packed({f"f{at}": "" for at in range(container.MAX_MEMBERS + 1)}))


def test_locked_archive_is_refused_in_words() -> None:
    data = bytearray(packed({"Profile.csv": PROFILE}))
    flags = data.find(b"PK\x01\x02") + 8
    data[flags : flags + 2] = struct.pack("<H", 1)
    data[6:8] = struct.pack("<H", 1)
    with pytest.raises(errors.InvalidRequest, match="password"):
        archives.read(bytes(data))


@pytest.mark.parametrize("data", [b"", b"PK", b"<html>", packed({"readme.txt": "hello"}), packed(X)[:-30]])
def test_no_export_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(errors.InvalidRequest) as caught:
        archives.read(data)
    assert len(caught.value.detail) > 30


def test_a_refusal_speaks_the_callers_language() -> None:
    token = wording.LANGUAGE.set("nl")
    try:
        with pytest.raises(errors.InvalidRequest, match="Download de export nog eens"):
            archives.read(b"PK")
    finally:
        wording.LANGUAGE.reset(token)


def test_of_many_posts_the_newest_are_kept_and_the_rest_is_told() -> None:
    tweets = [
        {"tweet": {"full_text": f"{day} " + "x" * 1000, "created_at": f"Mon Jan {day:02} 10:00:00 +0000 2024"}}
        for day in range(1, 29)
    ] * 8
    tweets = [{"tweet": {**t["tweet"], "full_text": f"{at} {t['tweet']['full_text']}"}} for at, t in enumerate(tweets)]
    members = {**X, "data/tweets.js": f"window.YTD.tweets.part0 = {json.dumps(tweets)}"}
    posts = archives.read(packed(members)).fields.posts
    assert 100 < len(posts) < len(tweets)
    assert sum(len(post.text) for post in posts) <= 120_000
    assert {post.at for post in posts[:8]} == {"Mon Jan 28 10:00:00 +0000 2024"}


@pytest.mark.parametrize(
    "members",
    [
        {"Profile.csv": ""},
        {"Profile.csv": "First Name,Last Name\n,\n"},
        {"data/account.js": "window.YTD = ["},
        {"actor.json": "[" * 100_000, "outbox.json": "{}"},
        {"personal_information.json": '{"profile_user": 5}'},
    ],
)
def test_export_of_nobody(members: dict[str, str]) -> None:
    with pytest.raises(errors.NoOwner):
        archives.read(packed(members))


@given(
    st.sampled_from([LINKEDIN, X, MASTODON, INSTAGRAM, FACEBOOK]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255))),
)
def test_damaged_bytes_give_a_profile_or_a_named_error(members: dict[str, str], hits: list[tuple[int, int]]) -> None:
    data = bytearray(packed(members))
    for at, value in hits:
        data[at % len(data)] = value
    with contextlib.suppress(errors.WaarmerkError):
        assert archives.read(bytes(data)).owner.name
