"""The encoder: same text, same bytes, whatever stands beside it; spans that lie where they say."""

import numpy as np
import pytest

from waarmerk import encoder
from waarmerk.encoder.windows import level, windows

ENGLISH = (
    "Maud van Dalen is a joiner in Leeds.",
    "She works at Harrow & Finch \u2014 passionate about wood \U0001fa91.",
    "I believe a door should last a hundred years.",
)
DUTCH = ("Ik ben wijkverpleegkundige bij Thuiszorg De Linde.", "Vraag gerust naar mijn \u201cboerenverstand\u201d!")
LONG = tuple(f"In {1990 + n} I built cabinet number {n} for the people of Otley." for n in range(60))


@pytest.fixture(scope="module")
def model():
    found = encoder.load()
    if found is None:
        pytest.skip("no encoder artefact here")
    return found


def same(a, b):
    assert a.vectors.tobytes() == b.vectors.tobytes()
    assert all(a.heads[k].tobytes() == b.heads[k].tobytes() for k in a.heads)
    assert (a.hollow, a.names) == (b.hollow, b.names)


def test_neighbouring_documents_and_their_order_change_nothing(model):
    together = model.encode([ENGLISH, LONG, DUTCH])
    turned = model.encode([DUTCH, ENGLISH, LONG])
    for alone, a, b in zip(
        (model.encode([d])[0] for d in (ENGLISH, LONG, DUTCH)), together, (turned[1], turned[2], turned[0]), strict=True
    ):
        same(alone, a)
        same(alone, b)


def test_every_sentence_gets_a_row_and_probabilities(model):
    for document in (ENGLISH, DUTCH, LONG, (), ("",), ("\U0001f6b2",), ("a" * 5000,)):
        made = model.encode([document])[0]
        assert made.vectors.shape == (len(document), model.manifest["width"]["vector"])
        assert made.vectors.dtype == np.float32
        for name, rows in made.heads.items():
            assert rows.shape == (len(document), len(model.labels[name]))
            assert np.isfinite(rows).all()
            if model.manifest["heads"][name]["kind"] == "one":
                assert np.allclose(rows.sum(1), 1, atol=1e-4)


def test_mentions_lie_inside_their_sentence(model):
    for document in (ENGLISH, DUTCH, LONG):
        made = model.encode([document])[0]
        for m in (*made.hollow, *made.names):
            quote = document[m.sentence][m.start : m.end]
            assert quote == quote.strip() != ""
            assert 0.5 < m.probability <= 1


def test_emoji_and_typographic_quotes_change_nothing(model):
    plain = tuple(t.replace("\U0001fa91", " ").replace("\u201c", '"').replace("\u201d", '"') for t in ENGLISH + DUTCH)
    same(model.encode([ENGLISH + DUTCH])[0], model.encode([plain])[0])


@pytest.mark.parametrize("text", ["GRÜẞE AUS BONN", "\u0130STANBUL NOW", "\u2018a\u2019 \U0001f44d\ufe0f b", "ok"])
def test_levelling_keeps_every_offset(text):
    assert len(level(text)) == len(text)


def test_windows_cut_at_sentence_borders(model):
    cut = list(windows(model._pieces, LONG))
    assert len(cut) > 1
    assert [w.first for w in cut] == list(np.cumsum([0] + [len(w.places) for w in cut[:-1]]))
