"""The request of the public contract: what comes in as records, what is told about what does not."""

import math

import pytest

from waarmerk.contract import parse_extraction, parse_request
from waarmerk.contract.wording import LANGUAGE
from waarmerk.errors import InvalidRequest, TooLarge
from waarmerk.records import Brand, Options, Owner, Page, Profile


def faults(request):
    with pytest.raises(InvalidRequest) as caught:
        parse_request(request)
    return {fault.pointer: fault.detail for fault in caught.value.faults}


def with_brand(*values):
    return {"profiles": [{"text": "I fix bicycles."}], "brand": {"values": list(values)}}


def test_the_whole_request_becomes_records():
    post = {"text": "New wheel.", "at": "2026-03-01T10:00:00Z", "likes": 3, "replies": 1, "is_reply": True}
    profiles, brand, options = parse_request(
        {
            "profiles": [
                {"url": "https://example.org/ann", "html": "<main>Ann</main>"},
                {
                    "site": "mastodon",
                    "fields": {
                        "headline": "Bicycle maker",
                        "experience": [{"title": "Maker", "from": "2019", "to": "now"}],
                        "recommendations": [{"text": "Ann listens.", "by": "Bo"}],
                        "posts": [post],
                        "counts": {"followers": 210, "likes": None},
                    },
                },
                {"text": "Just a bio."},
            ],
            "brand": {
                "values": ["craftsmanship", {"name": "Zorg voor elkaar", "weight": 2}],
                "audience": "riders",
                "avoid": ["guru"],
            },
            "options": {"language": "nl", "suggestions": 0, "off": ["hype"], "store": True},
        }
    )
    page, fields, text = profiles
    assert page == Page(html="<main>Ann</main>", url="https://example.org/ann")
    assert (fields.site, fields.fields.headline, fields.fields.counts) == (
        "mastodon",
        "Bicycle maker",
        {"followers": 210},
    )
    assert (fields.fields.experience[0].start, fields.fields.experience[0].end) == ("2019", "now")
    assert fields.fields.recommendations[0].by == "Bo"
    assert (fields.fields.posts[0].is_reply, fields.fields.posts[0].is_repost) == (True, False)
    assert text.fields.about == "Just a bio."
    assert [(v.id, v.name, v.weight) for v in brand.values] == [
        ("craftsmanship", "craftsmanship", 1.0),
        ("zorg-voor-elkaar", "Zorg voor elkaar", 2.0),
    ]
    assert (brand.audience, brand.avoid) == ("riders", ("guru",))
    assert options == Options(language="nl", suggestions=0, off=("hype",), store=True)


def test_everything_but_profiles_may_be_left_out():
    assert parse_request({"profiles": [{"text": ""}]})[1:] == (Brand(), Options())
    nothing = {"profiles": [{"text": "a"}], "brand": {"values": None, "statement": None}, "options": {"store": None}}
    assert parse_request(nothing)[1:] == (Brand(), Options())


def test_what_an_extraction_answers_can_be_sent_back():
    answer = {
        "site": "github",
        "language": "en",
        "fields": {"name": "Ann"},
        "warnings": ["no posts"],
        "owner": {"name": "Ann", "handle": "ann", "url": None},
        "origins": {"name": "h-card"},
    }
    ((profile,), _, _) = parse_request({"profiles": [answer]})
    assert profile == Profile(
        profile.fields,
        "github",
        owner=Owner("Ann", "ann"),
        language_hint="en",
        warnings=("no posts",),
        origins={"name": "h-card"},
    )


def test_half_characters_are_mended_and_offsets_stay():
    ((profile,), _, _) = parse_request({"profiles": [{"text": "cut \ud83d off"}]})
    assert profile.fields.about == "cut \ufffd off"


def test_a_float_without_fraction_is_a_whole_number():
    ((profile,), _, _) = parse_request({"profiles": [{"fields": {"counts": {"posts": 3.0}}}]})
    assert profile.fields.counts == {"posts": 3}


def test_the_first_of_two_values_with_one_slug_counts():
    _, brand, _ = parse_request(with_brand({"name": "Eérlijk", "weight": 3}, "eerlijk"))
    assert [(v.id, v.weight) for v in brand.values] == [("eerlijk", 3.0)]


def test_a_value_without_letters_gets_an_id():
    _, brand, _ = parse_request(with_brand("🌱"))
    assert brand.values[0].id == "u1f331"


@pytest.mark.parametrize("weight", [0, -1, math.inf, -math.inf, math.nan, 10**400, 1e300, True, "2"])
def test_weights_are_positive_and_finite(weight):
    assert list(faults(with_brand({"name": "a", "weight": weight}))) == ["/brand/values/0/weight"]


@pytest.mark.parametrize(
    ("request_", "pointer"),
    [
        ([], ""),
        ("text", ""),
        (None, ""),
        ({}, "/profiles"),
        ({"profiles": []}, "/profiles"),
        ({"profiles": {}}, "/profiles"),
        ({"profiles": [None]}, "/profiles/0"),
        ({"profiles": [{}]}, "/profiles/0"),
        ({"profiles": [{"text": None}]}, "/profiles/0"),
        ({"profiles": [{"text": "a", "html": "b"}]}, "/profiles/0"),
        ({"profiles": [{"text": 7}]}, "/profiles/0/text"),
        ({"profiles": [{"text": "a"}, {"fields": {"posts": [{}]}}]}, "/profiles/1/fields/posts/0/text"),
        ({"profiles": [{"fields": {"counts": {"likes": -1}}}]}, "/profiles/0/fields/counts/likes"),
        ({"profiles": [{"fields": {"counts": {"likes": math.inf}}}]}, "/profiles/0/fields/counts/likes"),
        ({"profiles": [{"text": "a", "url": " javascript:alert(1)"}]}, "/profiles/0/url"),
        ({"profiles": [{"text": "a"}], "brand": {"values": [" "]}}, "/brand/values/0"),
        ({"profiles": [{"text": "a"}], "brand": {"values": [{}]}}, "/brand/values/0/name"),
        ({"profiles": [{"text": "a"}], "options": {"suggestions": 101}}, "/options/suggestions"),
        ({"profiles": [{"text": "a"}], "options": {"language": "tlh"}}, "/options/language"),
        ({"profiles": [{"text": "a"}], "options": {"store": "true"}}, "/options/store"),
        ({"profiles": [{"text": "a", "a/b~c": 1}]}, "/profiles/0/a~1b~0c"),
    ],
)
def test_the_pointer_says_where(request_, pointer):
    assert list(faults(request_)) == [pointer]


def test_misspelt_names_are_told_with_the_near_one():
    found = faults(
        {
            "profiles": [{"fields": {"headlin": "x", "posts": [{"text": "", "like": 1}]}}],
            "brand": {"values": [{"name": "a", "wieght": 2}], "audiense": "x"},
            "options": {"report_langage": "nl"},
            "optoins": {},
        }
    )
    assert {pointer: detail.rsplit("`", 2)[1] for pointer, detail in found.items()} == {
        "/profiles/0/fields/headlin": "headline",
        "/profiles/0/fields/posts/0/like": "likes",
        "/brand/values/0/wieght": "weight",
        "/brand/audiense": "audience",
        "/options/report_langage": "report_language",
        "/optoins": "options",
    }


def test_nothing_of_the_text_is_repeated():
    secret = "the unrepeatable sentence about my knee " * 3
    with pytest.raises(InvalidRequest) as caught:
        parse_request(
            {"profiles": [{"text": "a", secret: secret, "url": secret + ":"}], "options": {"language": secret}}
        )
    assert "unrepeatable" not in repr((caught.value, caught.value.faults, caught.value.__cause__))
    assert caught.value.__context__ is None


def test_faults_come_in_the_callers_language():
    token = LANGUAGE.set("nl")
    try:
        assert faults({"profiles": []}) == {"/profiles": "Geef er minstens één."}
    finally:
        LANGUAGE.reset(token)


@pytest.mark.parametrize(
    ("request_", "pointers"),
    [
        ({"profiles": [{"text": "a"}] * 11}, ["/profiles"]),
        ({"profiles": [{"fields": {"posts": [{"text": ""}] * 501}}]}, ["/profiles/0/fields/posts"]),
        ({"profiles": [{"text": "a" * 200_001}]}, []),
        ({"profiles": [{"text": "a" * 150_000}, {"fields": {"skills": ["b" * 50_001]}}]}, []),
        ({"profiles": [{"text": "a" * 150_000}], "brand": {"statement": "b" * 50_001}}, []),
    ],
)
def test_beyond_the_stated_limits(request_, pointers):
    with pytest.raises(TooLarge) as caught:
        parse_request(request_)
    assert [fault.pointer for fault in caught.value.faults] == pointers


def test_the_limits_themselves_are_allowed():
    posts = [{"text": "a" * 20}] * 500
    profiles, _, _ = parse_request({"profiles": [{"fields": {"posts": posts}}] * 10})
    assert len(profiles) == 10
    parse_request({"profiles": [{"text": "a" * 200_000}]})


def test_an_extraction_takes_a_page_only():
    assert parse_extraction({"html": "<p>", "url": ""}) == Page("<p>")
    with pytest.raises(InvalidRequest) as caught:
        parse_extraction({"url": "https://example.org", "text": "a"})
    assert {f.pointer for f in caught.value.faults} == {"/html", "/text"}
