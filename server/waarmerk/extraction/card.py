"""A profile's card by wording alone: what stands under the owner's name, where no hook says what is what.

The last resort of readers whose sites mark their cards by class names only.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from waarmerk.extraction import counts, entities, nodes
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import host
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import heading, mentions, plain, words

ORIGIN = "wording"
MAX_LINES = 30  # a card is short; what comes later is something else
_SENTENCE = 5  # words that make a line running text


def _below(region: Region, name: str) -> Iterator[tuple[Tag, str]]:
    """Lines after the last short line that is the name, up to the next section of something else."""
    found = list(nodes.leaves(region.root))
    starts = [at for at, (_, said) in enumerate(found) if plain(said) == plain(name)]
    for node, said in found[starts[0] + 1 : starts[0] + MAX_LINES] if starts else ():
        kind = heading(said)
        if kind not in (None, "about"):
            return
        if kind is None:
            yield node, said


def _linked(node: Tag) -> Tag | None:
    """The link a line is in."""
    return node if node.name == "a" else next((p for p in node.parents if p.name == "a"), None)


def _furniture(said: str, draft: Draft) -> bool:
    """Handles, buttons, dates of joining."""
    own = plain(said) in (plain(draft.handle or ""), plain(draft.get("name")))
    labels = words("labels", "contact") | words("labels", "more")
    dated = entities.is_dates(said) or entities.is_duration(said) or mentions(said, "profile", "joined")
    return own or said.startswith("@") or plain(said) in labels or dated


def fill(region: Region, draft: Draft, *, site: str = "") -> None:
    """Headline, place, about, links and counters of the card around `draft`'s name, where they are still missing."""
    about: list[str] = []
    short: list[str] = []
    links: list[str] = []
    for node, said in _below(region, draft.get("name")):
        anchor = _linked(node)
        found = counts.find(" ".join(said.split())) if len(said) < 60 else {}
        if found:
            draft.add_counts(found, ORIGIN)
        elif anchor is not None:
            href = nodes.attr(anchor, "href")
            links += [href] if host(href) and not host(href).endswith(site or "\0") else []
        elif _furniture(said, draft):
            continue
        elif len(said.split()) >= _SENTENCE:
            about.append(said)
        elif not any(char.isdigit() for char in said):
            short.append(said)
    draft.text("about", "\n".join(about[:4]), ORIGIN)
    if "headline" not in draft and len(short) > 1:
        draft.text("headline", short.pop(0), ORIGIN)
    draft.text("location", short[0] if short else "", ORIGIN)
    draft.links(links, ORIGIN)
