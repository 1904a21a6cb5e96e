"""Which reader reads a page: by host, by the caller's word, by markup, by where the page says it is from."""

from __future__ import annotations

import pytest

from waarmerk.extraction import document, registry
from waarmerk.records import Page


def chosen(html: str = "<p>x</p>", url: str | None = None, site: str | None = None) -> str:
    return registry.choose(document.Document(Page(html=html, url=url, site=site))).site


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://nl.linkedin.com/in/ann", "linkedin"),
        ("https://WWW.LinkedIn.com/in/ann", "linkedin"),
        ("https://m.facebook.com/ann", "facebook"),
        ("https://mobile.twitter.com/ann", "x"),
        ("https://ann.substack.com", "substack"),
        ("https://es.stackoverflow.com/users/1/ann", "stackoverflow"),
        ("https://notlinkedin.com/in/ann", "homepage"),
        ("https://linkedin.com.evil.example/in/ann", "homepage"),
        ("https://example.com/linkedin.com", "homepage"),
        ("https://conf.example/speakers/ann-lee", "conference"),
        ("https://conf.example/speakers/", "homepage"),
    ],
)
def test_by_host(url: str, site: str) -> None:
    assert chosen(url=url) == site


def test_the_callers_word_counts_where_no_host_does() -> None:
    assert chosen(site="Mastodon") == "mastodon"
    assert chosen(site="nonsense") == "homepage"
    assert chosen(url="https://x.com/ann", site="mastodon") == "x"


@pytest.mark.parametrize(
    "html",
    [
        "<!-- saved from url=(0026)https://www.github.com/ann --><p>x</p>",
        '<link rel="canonical" href="https://github.com/ann">',
        '<meta property="og:url" content="https://github.com/ann">',
        '<link rel="stylesheet" href="https://github.githubassets.com/a.css">',
    ],
)
def test_a_saved_page_says_where_it_is_from(html: str) -> None:
    assert chosen(html) == "github"
    assert chosen(html, url="https://ann.example") == "homepage"


def test_mastodon_is_known_by_markup_on_any_host() -> None:
    html = '<div id="mastodon"></div><script id="initial-state" type="application/json">{}</script>'
    assert chosen(html, url="https://toot.example/@ann") == "mastodon"
    assert chosen('<meta property="og:title" content="Ann (@ann@toot.example)">') == "mastodon"
    assert chosen('<meta property="og:title" content="Ann (@ann) on X">') == "homepage"


def test_reader_ids_are_one_of_a_kind() -> None:
    ids = [reader.site for reader in registry.READERS]
    assert len(ids) == len(set(ids)) >= 21
    assert ids[-1] == "homepage"
