"""Whatever a profile holds: edits invent nothing, quote truly, and keep what denies; tried on many odd texts."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from bios import sample
from hypothesis import given, settings
from hypothesis import strategies as st

from waarmerk import lexicons, pipeline
from waarmerk.records import Brand, Fields, Options, Profile, Span
from waarmerk.suggestions import advice, edits, leave_out, nothing_new, plain_words, why_first

LANGUAGES = ("en", "nl")
WORD = re.compile(r"[^\W_]+")
ODD = [
    "\n",
    " | ",
    " – ",
    " 🎉 ",
    "…",
    "  ",
    "“",
    "”",
    " (",
    ") ",
    "’",
    " 42 ",
    " Harrow ",
    "-",
    "/",
    "\u00ad",
    "e\u0301",
]
NEGATIONS = {"en": {"not", "no", "never", "without"}, "nl": {"niet", "geen", "nooit", "zonder"}}


def phrases(language):
    """Entries of the lists that edits touch, as somebody could have written them."""
    rows = [
        r["phrase"]
        for name in ("buzzwords", "stock-phrases", "hype", "boast", "plain")
        for r in lexicons.entries(language, name)
    ]
    return sorted(
        {r.replace("*", "").replace("_", "Otley").replace("(", "").replace(")", "").split("/")[0] for r in rows}
    )


def small(language):
    grammar = advice.table(language)["grammar"]
    return sorted(
        {
            w
            for name in ("determiners", "conjunctions", "copulas", "prepositions", "pronouns", "negations")
            for w in grammar[name]
        }
    )


def texts(language):
    """Heaps of list entries, small words, plain words and odd marks, in any order: mostly no grammar at all."""
    plain = {
        "en": ["baker", "bread", "in Otley", "children", "who bake"],
        "nl": ["bakker", "brood", "in Hoorn", "kinderen", "die bakken"],
    }
    part = st.one_of(
        st.sampled_from(phrases(language)), st.sampled_from(small(language)), st.sampled_from(plain[language]),
        st.sampled_from([",", ".", "!", ":", ";", *ODD]), st.sampled_from(phrases(language)).map(str.capitalize),
    )  # fmt: skip
    return st.lists(part, min_size=3, max_size=40).map(lambda parts: re.sub(r" ([,.!:;])", r"\1", " ".join(parts)))


def proposed(language, about):
    audit = pipeline.judge((Profile(Fields(about=about)),), Brand(), Options(language=language))
    for source in (plain_words, leave_out, why_first):
        for edit in source.candidates(audit):
            yield audit, edit


def free(language):
    """What may be new, told apart from the code under test: the right side of the list of plain words, and articles."""
    words = {w for r in lexicons.entries(language, "plain") for w in WORD.findall(r["after"].lower())}
    return words | ({"a", "an", "and", "or"} if language == "en" else {"een", "en", "of"})


def invents_nothing(language, before, after):
    was, now = Counter(WORD.findall(before.lower())), Counter(WORD.findall(after.lower()))
    new = set(now - was)
    assert new <= free(language), new
    assert not any(c.isdigit() for w in new for c in w)
    assert after == "" or sum(now[w] for w in NEGATIONS[language]) == sum(was[w] for w in NEGATIONS[language])


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=40)
def test_no_heap_of_words_makes_an_edit_invent(language, data):
    about = data.draw(texts(language))
    for audit, edit in proposed(language, about):
        assert (
            edits.read(audit.text.profiles[0].fields, edit.span.field)[edit.span.start : edit.span.end] == edit.before
        )
        assert nothing_new.holds(edit.before, edit.after, edit.language) or edit.advice == "why"
        invents_nothing(edit.language, edit.before, edit.after)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_edit_of_a_whole_bio_invents_or_loses_a_figure_or_link(language):
    seen = 0
    for about in sample(language, 250):
        for _, edit in proposed(language, about):
            seen += 1
            invents_nothing(edit.language, edit.before, edit.after)
            assert sorted(re.findall(r"\d+", edit.after)) == sorted(re.findall(r"\d+", edit.before))
            assert "  " not in edit.after or "  " in edit.before
            assert not re.search(r" [,.;!?]", edit.after) or re.search(r" [,.;!?]", edit.before)
    assert seen > 10


@given(
    before=st.text(min_size=1, max_size=60),
    word=st.text(alphabet=st.characters(categories=["L", "N"]), min_size=2, max_size=12),
)
def test_a_word_from_nowhere_is_always_caught(before, word):
    known = nothing_new.words(before)
    lone = nothing_new.words(word)
    if lone and lone[0] not in known and lone[0] not in nothing_new.allowed("en"):
        assert not nothing_new.holds(before, f"{before} {word}", "en")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.text(max_size=20))
def test_applying_an_edit_is_exact(about, one, other, after):
    start, end = sorted((min(one, len(about)), min(other, len(about))))
    changed = edits.apply((Profile(Fields(about=about)),), Span(0, "about", start, end), after)
    assert changed[0].fields.about == about[:start] + after + about[end:]
