"""Invented pages as large as saved ones are: an owner, a feed of others, and the scripts, styles and markup around them.

Two shapes that the readers know: a signed-in profile on a network (cards under headings, words said twice for screen
readers, state blobs), and somebody's own site (menus, an article, comments, widgets). People and texts are our own.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator

from benching import texts

ABOUT = "I repair pumps in Wexcombe. In 2023 I kept 41 of them out of the scrap yard."
SIGNS = ("Merle Ashdown", "Tobin Farrow", "Ines Calder", "Ruud Veldman", "Odile Marsh", "Pim Oosting", "Greta Sand")


def made(shape: str, size: int) -> str:
    """A page of that shape (`network` or `home`) of about `size` characters; a third is feed, the rest what stands around."""
    head, item, tail = SHAPES[shape]
    sentences = itertools.cycle(texts.running("en", 60_000).split(". "))
    people = itertools.cycle(SIGNS)
    parts, length = [head()], 0
    for number in itertools.count():
        part = item(number, next(people), next(sentences)) + _around(number)
        parts.append(part)
        length += len(part)
        if length + len(parts[0]) >= size:
            return "".join((*parts, tail))
    raise AssertionError("counting never ends")


def _around(number: int) -> str:
    """A script, a state blob, a style or a drawing: what pages carry between the words."""
    kinds: tuple[Callable[[int], str], ...] = (_script, _blob, _style, _drawing)
    return kinds[number % len(kinds)](number)


def _script(number: int) -> str:
    calls = "".join(f"window.q{number}.push(['event',{n},function(a,b){{return a<b?a&&{n}:b}}]);" for n in range(40))
    return f"<script>window.q{number}=[];{calls}</script>"


def _blob(number: int) -> str:
    rows = [{"entityUrn": f"urn:x:member:{number}{n}", "tracking": "aGVsbG8" * 6, "count": n * 7} for n in range(20)]
    return f'<code style="display:none" id="bpr-{number}"><!--{json.dumps({"included": rows})}--></code>'


def _style(number: int) -> str:
    return "<style>" + "".join(f".k{number}-{n}{{margin:{n}px;color:#0{n % 9}a}}" for n in range(90)) + "</style>"


def _drawing(number: int) -> str:
    lines = "".join(f'<path d="M{n} {number % 90}l3 4-5 1z" fill="none"></path>' for n in range(60))
    return f'<svg viewBox="0 0 24 24" aria-hidden="true"><g>{lines}</g></svg>'


def _twice(text: str) -> str:
    return (
        f'<span aria-hidden="true"><!---->{text}<!----></span><span class="visually-hidden"><!---->{text}<!----></span>'
    )


def _card(name: str, heading: str, body: str) -> str:
    anchor = f'<div id="{name}" class="pv-profile-card__anchor"></div>'
    return f'<section class="artdeco-card pv-profile-card">{anchor}<h2>{_twice(heading)}</h2>{body}</section>'


def _network_head() -> str:
    jobs = "".join(
        f"<li><div>{_twice(f'Pump fitter {n}')}</div><span>{_twice(f'Fenland Pumps {n}')}</span>"
        f"<span>{_twice(f'Jan {2003 + n} - Mar {2004 + n} · 1 yr')}</span></li>"
        for n in range(12)
    )
    top = "<section><h1>Nora Fenwright</h1><div>Pump fitter in Wexcombe</div><span>Wexcombe, England</span></section>"
    cards = _card("about", "About", f"<div>{_twice(ABOUT)}</div>") + _card(
        "experience", "Experience", f"<ul>{jobs}</ul>"
    )
    title = "<title>Nora Fenwright | LinkedIn</title>"
    return f'<!DOCTYPE html><html lang="en"><head>{title}</head><body><main>{top}{cards}<section><h2>Activity</h2><ul>'


def _network_item(number: int, who: str, said: str) -> str:
    rows = "".join(
        f'<div class="update-components-{n} ember-view" data-x="{number}"><div></div></div>' for n in range(40)
    )
    head = f'<a href="/in/member-{number}">{_twice(f"Nora Fenwright posted this • {number % 50 + 1}w")}</a>'
    return f"<li><div>{head}{rows}<div>{_twice(said)}</div><span>{number} reactions</span><p>{who} likes this</p></div></li>"


def _home_head() -> str:
    menu = "".join(f'<li class="menu-item"><a href="/page-{n}/">Page {n}</a></li>' for n in range(40))
    card = f'<article class="h-card"><h1 class="p-name">Nora Fenwright</h1><p class="p-note">{ABOUT}</p></article>'
    title = "<title>About · Nora Fenwright</title>"
    return f'<!DOCTYPE html><html lang="en"><head>{title}</head><body><nav><ul>{menu}</ul></nav><main>{card}</main><aside><ol>'


def _home_item(number: int, who: str, said: str) -> str:
    boxes = "".join(
        f'<div class="widget wp-block-{n} is-layout-flow" data-id="{number}"><span></span></div>' for n in range(40)
    )
    reply = f'<a href="#r{number}">Reply</a>'
    return f'<li class="comment" id="comment-{number}"><cite>{who}</cite>{boxes}<p>{said}</p>{reply}</li>'


SHAPES: dict[str, tuple[Callable[[], str], Callable[[int, str, str], str], str]] = {
    "network": (_network_head, _network_item, "</ul></section></main></body></html>"),
    "home": (_home_head, _home_item, "</ol></aside></body></html>"),
}
ADDRESSES = {"network": "https://www.linkedin.com/in/nora-fenwright", "home": "https://fenwright.example/about"}


def all_of(sizes: tuple[int, ...]) -> Iterator[tuple[str, str, str]]:
    """(shape, address, page) of every shape in every size."""
    for shape in SHAPES:
        for size in sizes:
            yield shape, ADDRESSES[shape], made(shape, size)
