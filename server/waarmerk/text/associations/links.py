"""Links as associations: a host that is the name of a known brand or institution, or of one that the text names as well.

`https://www.gazelle.nl/dealers` is Gazelle, and `https://harwickfreight.com` the Harwick Freight of the line above it.
Products tell nothing by their host: on github.com and spotify.com everybody has a page.
Known gap: hosts that are named otherwise than the brand, unless brands.csv lists them as an alias ("bol.com").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from waarmerk import brands
from waarmerk.records import Sentence, Span, Text
from waarmerk.text.associations import words
from waarmerk.text.associations.seen import Name, Seen

OPEN = frozenset({"product", "media"})  # kinds on whose sites other people have pages
LONGEST = 253  # characters of a host, as in RFC 1035
LEAST = 4  # letters of a host that is taken for a name in the text
COUNTRY = 2  # letters of a country's end


def in_fields(text: Text, named: Collection[str]) -> Iterator[Seen]:
    """Sightings in the field `links`; `named`: keys of the names found elsewhere in the text."""
    for i, profile in enumerate(text.profiles):
        for j, link in enumerate(profile.fields.links):
            found = leads_to(link, named)
            if found:
                label, kind, start, end = found
                yield Seen(label, kind, "mention", span=Span(i, f"links[{j}]", start, end))


def in_sentence(sentence: Sentence) -> Iterator[Name]:
    """Links in running text that lead to a known name, which words before them may tie the person to."""
    for token in sentence.tokens:
        found = leads_to(token.text, ()) if token.kind == "link" else None
        if found:
            label, kind, start, end = found
            yield Name(label, token.start + start, token.start + end, kind, known=True)


def leads_to(link: str, named: Collection[str]) -> tuple[str, str, int, int] | None:
    """The name a link leads to, its kind ("" where only the text knows it), and where in the link it stands."""
    host, at = _host(link)
    parts = host.split(".")
    if len(parts) < COUNTRY:
        return None
    whole = brands.named(host)
    if whole and whole.kind not in OPEN:
        return whole.name, whole.kind, at, at + len(host)
    while len(parts) > 1 and (parts[-1] in words.small("ends") or len(parts[-1]) == COUNTRY):
        parts.pop()
    name = parts[-1]
    start = at + len(".".join(parts)) - len(name)
    known = brands.named(name)
    if known and known.kind not in OPEN and brands.key(name) not in known.ambiguous:
        return known.name, known.kind, start, start + len(name)
    own = brands.key(name)
    return (name, "", start, start + len(name)) if len(own) >= LEAST and own in named else None


def _host(link: str) -> tuple[str, int]:
    """The host of a link in lower case without "www.", and where it stands."""
    at = link.find("://") + 3 if "://" in link else 0
    host = link[at : at + LONGEST]
    for mark in "/?#:":
        host = host.partition(mark)[0]
    if host[:4].lower() == "www.":
        at, host = at + 4, host[4:]
    return (host.lower().rstrip(".") if host.isascii() else ""), at
