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
from waarmerk.suggestions import KINDS, advice, edits, nothing_new, variants
from waarmerk.suggestions.candidate import Edit

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


def proposed(language, about, headline=None):
    profile = Profile(Fields(name="Ann Bell", headline=headline, about=about), site="linkedin" if headline else "text")
    audit = pipeline.judge((profile,), Brand(), Options(language=language))
    for source in KINDS:
        for edit in source.candidates(audit):
            yield audit, edit


SLOTS = ("deed", "role", "name", "own")
ELSEWHERE = ("headline", "question")  # kinds that may use words of the rest of the profile


def free(language, kind):
    """What may be new, told apart from the code under test: the right side of the list of plain words, and articles."""
    table = advice.table(language)
    words = {w for r in lexicons.entries(language, "plain") for w in WORD.findall(r["after"].lower())}
    words |= {"a", "an", "and", "or"} if language == "en" else {"een", "en", "of"}
    if kind == "split":
        words |= {*table["clauses"]["subjects"], table["clauses"]["there"]}
    if kind == "reader":
        words |= {"you", "your", "yourself", "je", "u", "jezelf"}
    if kind == "question":
        shapes = [w for name, rows in table["question"].items() if name.endswith(SLOTS) for w in rows]
        words |= {w for shape in shapes for w in WORD.findall(re.sub(r"{\w+}", "", shape).lower())}
    return words


def invents_nothing(language, edit, said):
    """Every word stands in the edit's own stretch, or for a headline or question in the profile; figures too."""
    elsewhere = edit.advice in ELSEWHERE
    was = Counter(WORD.findall((said if elsewhere else edit.before).lower()))
    now = Counter(WORD.findall(edit.after.lower()))
    new = {w for w in now if w not in was} if elsewhere else set(now - was)
    told = new - free(language, edit.advice)
    if edit.advice == "question":  # a verb may stand in its third person: restores, repareert
        told = {w for w in told if not any(w.startswith(v[:2]) for v in was if len(v) > 1)} - {"is", "heeft"}
    assert told == set(), (edit.advice, told)
    assert not any(c.isdigit() for w in new for c in w)
    denied = {name: sum(n[w] for w in NEGATIONS[language]) for name, n in (("was", was), ("now", now))}
    if edit.advice == "question":
        assert denied["now"] == 0
    elif edit.advice != "headline":
        assert edit.after == "" or denied["was"] == denied["now"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=40)
def test_no_heap_of_words_makes_an_edit_invent(language, data):
    about = data.draw(texts(language))
    headline = data.draw(st.none() | texts(language).map(lambda t: t[:80]))
    for audit, edit in proposed(language, about, headline):
        given = edits.read(audit.text.profiles[0].fields, edit.span.field)
        assert given[edit.span.start : edit.span.end] == edit.before
        said = edits.own_words(audit.text.profiles[0])
        if nothing_new.proves(edit, said):  # what cannot be proven is never tried
            invents_nothing(edit.language, edit, said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_edit_of_a_whole_bio_invents_or_loses_a_figure_or_link(language):
    seen = Counter()
    for about in sample(language, 250):
        for audit, edit in proposed(language, about, about[:60]):
            said = edits.own_words(audit.text.profiles[0])
            if not nothing_new.proves(edit, said):
                continue
            seen[edit.advice] += 1
            invents_nothing(edit.language, edit, said)
            if edit.advice not in ELSEWHERE:
                assert sorted(re.findall(r"\d+", edit.after)) == sorted(re.findall(r"\d+", edit.before))
            assert "  " not in edit.after or "  " in edit.before
            assert not re.search(r" [,.;!?]", edit.after) or re.search(r" [,.;!?]", edit.before)
            assert not re.search(r"[.!?] [a-zé]", edit.after) or re.search(r"[.!?] [a-zé]", edit.before + said)
    assert sum(seen.values()) > 50
    assert {"split", "question"} <= set(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_variant_is_the_owners_own_and_it_fits_its_site(language):
    seen = 0
    for about in sample(language, 30, 60):
        profile = Profile(Fields(headline="Baker | Otley", about=about))
        audit = pipeline.judge((profile,), Brand(), Options(language=language))
        words = set(WORD.findall(edits.own_words(profile).lower())) | free(language, "plain")
        found = variants.compose(audit, pipeline.judge, 3)
        seen += len(found)
        assert all(len(v.text) <= v.limit for v in found)
        assert all(set(WORD.findall(v.text.lower())) <= words for v in found)
        for key in {(v.field, v.site) for v in found}:
            group = [v for v in found if (v.field, v.site) == key]
            assert len({v.text for v in group}) == len(group) <= 3
            assert [v.score or 0.0 for v in group] == sorted((v.score or 0.0 for v in group), reverse=True)
    assert seen > 30


BEFORE = {"en": "I bake, and I help people.", "nl": "Ik bak, en ik help mensen."}
BREAKING = [
    ("en", "split", "I bake. He bakes.", False),
    ("en", "split", "I bake. I sell cake.", False),
    ("en", "split", "I bake. I help people.", True),
    ("en", "reader", "I bake, and I help you.", True),
    ("en", "reader", "I bake, and I help your mayor.", False),
    ("en", "question", " What would you ask a mayor?", False),
    ("en", "question", " What would you ask someone who baked 99 loaves?", False),
    ("en", "question", " What would you ask someone who helps people?", True),
    ("en", "question", " What would you ask someone who sells people?", False),
    ("en", "headline", "Baker | Mayor", False),
    ("nl", "split", "Ik bak. Ik verkoop taart.", False),
    ("nl", "reader", "Ik help je burgemeester.", False),
    ("nl", "question", " Wat zou jij een burgemeester willen vragen?", False),
    ("nl", "question", " Wat zou je willen weten van iemand die mensen helpt?", True),
    ("nl", "question", " Wat zou je willen weten van iemand die 99 broden bakt?", False),
    ("nl", "headline", "Bakker | Burgemeester", False),
]


@pytest.mark.parametrize(("language", "kind", "after", "holds"), BREAKING)
def test_the_words_that_a_kind_may_add_open_no_door_for_others(language, kind, after, holds):
    edit = Edit("x", Span(0, "about", 0, 0), BEFORE[language], after, 1.0, kind, language)
    assert nothing_new.proves(edit, BEFORE[language]) == holds


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
