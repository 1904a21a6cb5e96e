"""Words, skeleton and cues: what a sentence is turned into."""

from __future__ import annotations

import numpy as np
import pytest

from waarmerk.classifiers import cues, features

COMMON = {"in": "in", "i": "i", "she": "he", "he": "he", "the": "the", "built": "built", "for": "for"}


def skeleton(read, text, lang="en"):
    return features.signs(read([text], lang)[0], COMMON).skeleton


def test_the_skeleton_forgets_names_figures_and_rare_words(read):
    assert skeleton(read, "In 2021 I built 14 hurdles for Wexcombe.") == [
        "<s>", "in", "<year>", "i", "built", "<num>", "~les", "for", "<name>", ".", "</s>",
    ]  # fmt: skip


def test_words_that_count_as_one(read):
    assert skeleton(read, "She built the hurdles") == skeleton(read, "He built the hurdles")


def test_a_name_that_opens_is_no_word(read):
    assert skeleton(read, "Rosalind built the hurdles")[1] == features.OPENING


def test_capitals_everywhere_say_nothing_of_names(read):
    shouted, plain = (
        skeleton(read, "I BUILT THE HURDLES FOR WEXCOMBE"),
        skeleton(read, "I built the hurdles for wexcombe"),
    )
    assert shouted == plain


def test_links_and_handles_are_told_apart(read):
    assert skeleton(read, "@wexcombe #hurdles www.wexcombe.example")[1:-1] == ["<handle>", "<tag>", "<link>"]


def test_keys_are_distinct_and_ascending(read):
    for keys in features.keys(read(["I built the hurdles and I built the hurdles."])[0], COMMON):
        assert keys.dtype == np.uint32
        assert (np.diff(keys.astype(np.int64)) > 0).all()


def cue(read, text, name, lang="en"):
    return cues.matrix(read([text], lang))[0, cues.NAMES.index(name)]


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        ("I have never been honest.", "en", "denied"),
        ("Ik ben niet eerlijk.", "nl", "denied"),
        ('They call me "innovative" here.', "en", "quoted"),
        ("I repair clocks.", "en", "opens-pronouns"),
        ("12 years of clocks.", "en", "opens-number"),
        ("Baker | father | Otley", "en", "pipe"),
        ("Ik repareer klokken.", "nl", "dutch"),
        ("Since 1998.", "en", "years"),
    ],
)
def test_cues_that_hold(read, text, lang, name):
    assert cue(read, text, name, lang) > 0


def test_cues_of_the_neighbours_stand_beside_the_own(read):
    told, wide = cues.matrix(read(["I repair clocks.", "Since 1998.", "Come by!"])), len(cues.NAMES)
    assert (told[1, wide : 2 * wide] == told[0, :wide]).all()
    assert (told[1, 2 * wide :] == told[2, :wide]).all()
    assert not told[0, wide : 2 * wide].any()
    assert not told[2, 2 * wide :].any()
