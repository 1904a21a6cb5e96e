"""Laws of reading pages, over generated markup: no crash, nobody else's words, the same page the same profile."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from waarmerk import errors, extraction
from waarmerk.extraction import counts, fields, nodes
from waarmerk.records import Page, Profile

URLS = st.sampled_from(
    [
        "https://www.linkedin.com/in/ann", "https://x.com/ann", "https://bsky.app/profile/ann.example",
        "https://www.facebook.com/ann", "https://www.instagram.com/ann/", "https://www.threads.com/@ann",
        "https://www.tiktok.com/@ann", "https://www.youtube.com/@ann", "https://github.com/ann", "https://gitlab.com/ann",
        "https://stackoverflow.com/users/1/ann", "https://medium.com/@ann", "https://substack.com/@ann",
        "https://dev.to/ann", "https://dribbble.com/ann", "https://www.behance.net/ann", "https://linktr.ee/ann",
        "https://t.me/ann", "https://toot.example/@ann", "https://conf.example/speakers/ann-lee", "https://annlee.example/",
    ]
)  # fmt: skip
TAGS = st.sampled_from(
    ["div", "p", "span", "li", "ul", "section", "main", "article", "h1", "h2", "h3", "a", "b", "table", "tr", "td", "br",
     "header", "aside"]
)  # fmt: skip
ATTRIBUTES = st.sampled_from(
    ["", ' id="about"', ' id="experience"', ' data-testid="tweet"', ' data-testid="UserName"', ' class="h-card vcard"',
     ' class="p-name fn"', ' itemprop="name"', ' aria-hidden="true"', ' role="main"', ' href="https://x.com/ann"',
     ' rel="me"', ' class="hentry"', ' class="hresume"', ' itemscope itemtype="http://schema.org/Person"', ' broken="']
)  # fmt: skip
WORDS = st.sampled_from(
    ["About", "Ervaring", "Ann Lee", "2019 - heden", "1.2K followers", "see more", "I mend clocks.", "@ann", "<", "&",
     "é\x00", "🙂"]
)  # fmt: skip
SCRIPTS = st.sampled_from(
    ["", '<script type="application/ld+json">{"@type":"Person","name":"Ann Lee"}</script>',
     '<script type="application/ld+json">[{"@graph":[{"@type":["Person"],"name":{"@value":1}}]}]</script>',
     '<script type="application/ld+json">{"@type":"ProfilePage","mainEntity":{"@id":"#a"}}</script>',
     "<script>window.__APOLLO_STATE__ = {</script>", "<script>var ytInitialData = [[[]]];</script>",
     '<script id="__NEXT_DATA__">{"props":{"pageProps":{"account":5,"links":{"a":1}}}}</script>',
     '<script>window._preloads = JSON.parse("{\\"pub\\":[]}")</script>',
     '<script>{"username":"ann","biography":null,"bio_links":3}</script>',
     '<script>{"user":{"uniqueId":"ann"},"stats":[]}</script>',
     '<meta property="og:title" content="Ann Lee (@ann) on X"><meta property="og:type" content="profile">']
)  # fmt: skip


@st.composite
def markup(draw: st.DrawFn) -> str:
    """A page of random nesting, closed or not, with the hooks readers look for in the wrong places."""
    pieces = [draw(SCRIPTS)]
    for _ in range(draw(st.integers(0, 40))):
        tag = draw(TAGS)
        pieces.append(f"<{tag}{draw(ATTRIBUTES)}>{draw(WORDS)}" + (f"</{tag}>" if draw(st.booleans()) else ""))
    return "".join(pieces)


PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*/*/page.html"))
SCRAPS = st.sampled_from(
    ["<div>", "</div>", '"', "<", ">", "\x00", "<table>", "</script>", "<!--", "{", "}", "null", "[]", "é"]
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """One of the saved pages with pieces cut out, put twice or put in, and its address."""
    file = draw(st.sampled_from(PAGES))
    html = file.read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 8))):
        at, size = draw(st.integers(0, len(html))), draw(st.integers(0, 300))
        piece = draw(st.one_of(st.just(""), SCRAPS, st.just(html[max(0, at - size) : at])))
        html = html[:at] + piece + html[at + (0 if piece else size) :]
    return html, json.loads((file.parent / "expected.json").read_text(encoding="utf-8"))["url"]


def read(html: str, url: str | None) -> Profile | None:
    try:
        return extraction.read(Page(html=html, url=url))
    except errors.WaarmerkError:
        return None


@given(markup(), URLS)
def test_any_markup_gives_a_profile_or_a_named_error(html: str, url: str) -> None:
    profile = read(html, url)
    if profile is not None:
        assert profile.owner.name or profile.owner.handle
        assert profile == read(html, url)


@given(damaged())
def test_a_damaged_page_gives_a_profile_or_a_named_error(page: tuple[str, str]) -> None:
    profile = read(*page)
    assert profile is None or profile.owner.name or profile.owner.handle


@given(st.text(max_size=400), URLS)
def test_any_text_as_a_page(text: str, url: str) -> None:
    assert read(text, url) == read(text, url)


@given(markup(), URLS)
def test_words_of_others_never_enter(html: str, url: str) -> None:
    foreign = (
        '<aside><h2>People also viewed</h2><ul><li>Zorblatt Quux, plumber at Foreign Works</li></ul></aside>'
        '<footer>Zorblatt Quux made this site</footer><nav>Zorblatt Quux menu of all pages</nav>'
        '<div id="comments" class="comment">Zorblatt Quux says this is wrong</div>'
        '<div role="dialog" id="cookie-banner"><p>Zorblatt Quux uses cookies for everything.</p></div>'
    )  # fmt: skip
    profile = read(f'<body><main><div class="h-card"><p class="p-name">Ann Lee</p></div></main>{foreign}</body>', url)
    assert "Zorblatt" not in repr(profile)


@given(st.text(max_size=300))
def test_clean_is_idempotent_and_leaves_no_controls(text: str) -> None:
    once = fields.clean(text)
    assert fields.clean(once) == once
    assert not any(ord(char) < 32 and char != "\n" for char in once)
    assert "\n\n\n" not in once


@given(st.integers(0, 10**9))
def test_a_number_is_read_back_as_written_in_both_languages(value: int) -> None:
    assert counts.number(f"{value:,}") == value
    assert counts.number(f"{value:,}".replace(",", ".")) == value
    assert counts.number(f"{value:,}".replace(",", "\u202f")) == value
    assert counts.find(f"{value:,} followers").get("followers") == value
    assert counts.find(f"Volgers: {value}").get("followers") == value


@given(
    st.lists(st.sampled_from(["<b>", "</b>", "<p>", "word", " ", "\n", "<br>", "<img alt='🙂'>", "</p>"]), max_size=30)
)
def test_text_never_glues_paragraphs(pieces: list[str]) -> None:
    said = nodes.markup_text("<p>first</p><p>" + "".join(pieces) + "</p><p>last</p>")
    assert said.split("\n")[0] == "first"
    assert said.split("\n")[-1] == "last"
