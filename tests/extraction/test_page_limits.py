"""Absurd, broken and hostile pages: an answer or a named error, in bounded time, never a crash."""

from __future__ import annotations

import time

import pytest

from waarmerk import errors, extraction
from waarmerk.extraction import document
from waarmerk.records import Page

CARD = '<div class="h-card"><a class="p-name u-url" href="https://ann.example/">Ann Lee</a></div>'
URL = "https://ann.example/"


def seconds(html: str, url: str = URL) -> tuple[float, object]:
    begun = time.process_time()
    try:
        answer: object = extraction.read(Page(html=html, url=url))
    except errors.WaarmerkError as error:
        answer = error
    return time.process_time() - begun, answer


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul", "blockquote", "font", "a", "section", "table"])
def test_fifty_thousand_nested_tags_are_refused_at_once(tag: str) -> None:
    spent, answer = seconds(f"<{tag}>" * 50_000 + "x" + f"</{tag}>" * 50_000)
    assert isinstance(answer, errors.TooLarge)
    assert "deep" in answer.detail
    assert spent < 1


@pytest.mark.parametrize("tag", ["p", "li", "td", "br", "option"])
def test_many_tags_left_open_are_sloppy_not_deep(tag: str) -> None:
    spent, answer = seconds(CARD + f"<{tag}>word " * 20_000)
    assert getattr(answer, "site", None) == "homepage"
    assert spent < 8


def test_strings_in_scripts_are_not_depth() -> None:
    script = "<script>var a = " + "'<div>' + " * 5_000 + "''</script>"
    assert getattr(seconds(script + CARD)[1], "site", None) == "homepage"


def test_page_beyond_the_size_is_refused() -> None:
    spent, answer = seconds("x" * (document.MAX_CHARACTERS + 1))
    assert isinstance(answer, errors.TooLarge)
    assert spent < 1


def test_five_megabytes_answer_in_bounded_time() -> None:
    spent, answer = seconds(CARD + "<p>hello <b>there</b> you</p>" * 190_000)
    assert isinstance(answer, errors.TooLarge)
    assert spent < 5


def test_five_megabytes_of_script_do_not_matter() -> None:
    spent, answer = seconds("<script>" + "var x = {a: [1, 2, 3]};" * 220_000 + "</script>" + CARD)
    assert getattr(answer, "site", None) == "homepage"
    assert spent < 3


def test_deep_json_is_left_out() -> None:
    deep = '<script type="application/ld+json">' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "</script>"
    assert getattr(seconds(deep + CARD)[1], "site", None) == "homepage"


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "\x00" * 10,
        "<",
        "<!--",
        "<html",
        "plain words",
        "<![CDATA[x]]>",
        "\ud800",
        "<p>\x0b\x1b[31m",
        "&#0;&#x110000;",
    ],
)
@pytest.mark.parametrize("url", [None, "", "http://[", "https://www.linkedin.com/in/", "https://x.com", "javascript:1"])
def test_scraps_have_no_owner(html: str, url: str | None) -> None:
    with pytest.raises(errors.NoOwner):
        extraction.read(Page(html=html, url=url))


def test_nul_bytes_and_controls_do_not_reach_a_field() -> None:
    profile = extraction.read(
        Page(html='<div class="h-card"><b class="p-name">An\x00n\x07 Lee\u202e</b></div>', url=URL)
    )
    assert profile.fields.name == "Ann Lee"


def test_errors_do_not_quote_the_page() -> None:
    with pytest.raises(errors.NoOwner) as caught:
        extraction.read(Page(html="<p>Zebedee Quillfeather</p>", url="https://nobody.example/zebedee"))
    assert "zebedee" not in caught.value.detail.casefold()


@pytest.mark.parametrize("number", [2_000, 8_000])
def test_time_grows_with_the_page_not_with_its_square(number: int) -> None:
    """Twice the page takes about twice the time (generous: a shared machine)."""
    row = '<article><h2><a href="/p">Title</a></h2><p>Some words of a post, neither long nor short.</p></article>'
    small, _ = seconds(CARD + row * (number // 8))
    large, _ = seconds(CARD + row * (number // 2))
    assert large < 12 * small + 0.5


def test_heading_that_is_the_whole_page() -> None:
    with pytest.raises(errors.NoOwner):
        extraction.read(Page(html="<main><h2>About</h2></main>", url="https://www.linkedin.com/in/ann"))
