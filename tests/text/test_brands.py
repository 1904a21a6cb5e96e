"""The table of brands is sound, and names are found as people write them."""

import time

import pytest

from waarmerk import brands, lexicons
from waarmerk.records import Association, Brand, DeclaredValue
from waarmerk.text import tokens

KINDS = {
    "brand", "employer", "client", "institution", "school", "club", "faith", "party", "union", "media", "product",
    "community",
}  # fmt: skip


def found(text: str) -> list[str]:
    return [h.known.name for h in brands.find(tokens.tokenise(text, range(len(text) + 1)))]


def sure(text: str) -> list[bool]:
    return [h.sure for h in brands.find(tokens.tokenise(text, range(len(text) + 1)))]


def test_every_row_has_a_kind_and_known_values() -> None:
    rows, values = brands.table(), {v.id for v in lexicons.values()}
    assert len(rows) >= 1500
    assert {r.kind for r in rows} <= KINDS
    assert all(len(r.values) <= 3 and set(r.values) <= values for r in rows)
    assert all(r.language in ("", "en", "nl") for r in rows)
    assert all(r.ambiguous <= {brands.key(n) for n in (r.name, *r.aliases)} for r in rows)


def test_no_row_hides_behind_another() -> None:
    lost = [r.name for r in brands.table() if (known := brands.named(r.name)) is None or known.name != r.name]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I write C++, C# and Node.js.", ["C++", "C#", "Node.js"]),
        ("python en javascript", ["Python", "JavaScript"]),
        ("Ik werk aan de Universiteit Utrecht.", ["Universiteit Utrecht"]),
        ("She left Ben & Jerry's for H&M", ["Ben & Jerry's", "H&M"]),
        ("lid van GroenLinks", ["GroenLinks"]),
        ("de action was leuk, ing", []),
    ],
)
def test_names_as_people_write_them(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_common_word_is_found_but_not_sure() -> None:
    assert found("Bij Action werk ik graag") == ["Action"]
    assert sure("Bij Action werk ik graag") == [False]
    assert sure("Bij Coolblue werk ik graag") == [True]


def test_an_alias_and_its_name_are_one() -> None:
    assert brands.named("UvA") == brands.named("universiteit van amsterdam") is not None
    assert brands.named("Zonnewiek Zeilmakers") is None


def test_fit_counts_shared_and_opposed_values_and_turns_for_a_critic() -> None:
    bank = Association("X", "brand", "employee", values=("honesty", "prosperity"))
    assert brands.fit(bank, Brand((DeclaredValue("honesty", "honesty"),))) == 0.5
    assert brands.fit(bank, Brand((DeclaredValue("justice", "justice"),))) == -0.5
    critic = Association("X", "brand", "critic", stance=-1.0, values=("prosperity",))
    assert brands.fit(critic, Brand((DeclaredValue("justice", "justice"),))) == 1.0
    assert brands.fit(bank, Brand()) is None
    assert brands.fit(Association("X", "brand"), Brand((DeclaredValue("honesty", "honesty"),))) is None


def test_the_walk_is_linear() -> None:
    text = "Open Open University of " * 4000
    words = tokens.tokenise(text, range(len(text) + 1))
    start = time.perf_counter()
    list(brands.find(words))
    assert time.perf_counter() - start < 2.0
