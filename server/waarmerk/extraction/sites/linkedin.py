"""LinkedIn: the signed-in view, the public view, old and new markup, English and Dutch interface.

Trust: headings and stable ids, then order and wording of the entries; the state blobs are never read, for in the
single-page app they may describe somebody else. JSON-LD (public view) fills what the page itself did not show.
Known gap: entries that hide behind "Show all" are not on the page.
"""

from __future__ import annotations

from bs4 import Tag

from waarmerk.errors import NoOwner
from waarmerk.extraction import counts, entities, jsonld, nodes, opengraph, sections, words
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft, recommendations
from waarmerk.extraction.fields import path, without_labels
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region, outermost
from waarmerk.extraction.words import plain, starts_with
from waarmerk.records import Position, Post

_PAGE, _HEADING = "page", "heading"
_ORGANISATION = frozenset(("company", "school", "showcase", "company-beta"))
_DEGREES = ("1st", "2nd", "3rd", "1e", "2e", "3e", "degree connection", "graads connectie", "1ste", "2de", "3de")


def _top(region: Region, doc: Document, draft: Draft) -> None:
    """Name, headline, place, pronouns and connections from the card that holds the name."""
    titled = opengraph.split(doc.title.partition(") ")[2] if doc.title.startswith("(") else doc.title).name
    heads = [head for head in region.all("h1", "#name", ".full-name") if nodes.text(head)]
    if not heads:
        heads = [node for node, said in nodes.leaves(region.root) if plain(said) == plain(titled)]
    if not heads:
        return
    name = heads[0]
    draft.text("name", nodes.text(name), _PAGE)
    card = next((p for p in name.parents if p.name == "section"), None) or _card(name)
    chunks = nodes.chunks(card)
    at = next((i for i, chunk in enumerate(chunks) if chunk == nodes.text(name)), 0)
    _lines(chunks[at + 1 :], draft)


def _card(name: Tag) -> Tag:
    """The nearest box with words besides the name."""
    said = nodes.text(name)
    return next((p for p in name.parents if isinstance(p, Tag) and nodes.text(p) != said), name)


def _lines(chunks: list[str], draft: Draft) -> None:
    """What follows the name, by wording: pronouns, degree, headline, place, counters."""
    contact = words.words("labels", "contact_info")
    stop = next((i for i, chunk in enumerate(chunks) if plain(chunk) in contact), len(chunks))
    for chunk in chunks[stop:][:14]:
        draft.add_counts({k: v for k, v in counts.find(chunk).items() if k in ("followers", "connections")}, _PAGE)
    plain_lines: list[str] = []
    for chunk in chunks[:stop]:
        low = plain(chunk)
        found = counts.find(chunk)
        if found and len(chunk) < 60:
            draft.add_counts(found, _PAGE)
        elif _pronouns(low):
            draft.text("pronouns", chunk.strip("()"), _PAGE)
        elif low in words.words("labels", "field") or low in words.words("labels", "more"):
            continue
        elif low and not any(low == d or (" " in d and d in low) for d in _DEGREES) and len(chunk) < 400:
            plain_lines.append(chunk)
    if plain_lines:
        draft.text("headline", plain_lines[0], _PAGE)
    if len(plain_lines) > 1:
        # the place stands last, right before "Contact info"
        draft.text("location", plain_lines[-1] if stop < len(chunks) else plain_lines[1], _PAGE)


def _pronouns(low: str) -> bool:
    """ "she/her", "zij/haar", "they/them/theirs"."""
    parts = low.split("/")
    return 2 <= len(parts) <= 3 and all(part.isalpha() and 1 < len(part) <= 6 for part in parts)


def _jobs(item: Tag, region: Region) -> list[Position]:
    """The roles of one entry: one, or those of a group under its organisation."""
    labels = words.words("labels", "field")
    head = [chunk for chunk in nodes.chunks(item, stop=frozenset(("ul",))) if plain(chunk) not in labels]
    inner = outermost([node for node in region.all("li", within=item) if node is not item])
    roles = [
        node
        for node in inner
        if any(entities.is_dates(chunk) for chunk in nodes.chunks(node, stop=frozenset(("ul",)))[:4])
    ]
    if roles and head and not any(entities.is_dates(chunk) for chunk in head):
        made = [entities.role(_with_description(node), head[0]) for node in roles]
    else:
        made = [entities.role(_with_description(item))]
    return [entry for entry in made if entry]


def _with_description(item: Tag) -> list[str]:
    """Chunks of an entry's head, then those of its nested lists without skills and media."""
    head = nodes.chunks(item, stop=frozenset(("ul",)))
    below = [chunk for chunk in nodes.chunks(item)[len(head) :] if chunk not in head]
    return head + [
        chunk for chunk in below if len(chunk) >= 40 and " skills" not in chunk and "vaardigheden" not in chunk
    ]


def _received(section: Tag, region: Region) -> Tag:
    """Of recommendations received and given, those received."""
    for button in region.all("button", "[role=tab]", within=section):
        if plain(button.get_text(" ")).split(" ")[0] in ("received", "ontvangen"):
            tabs = button.parent
            panel = tabs.find_next_sibling() if isinstance(tabs, Tag) else None
            return panel if isinstance(panel, Tag) else section
    return section


def _recommendation(item: Tag) -> tuple[str, str | None]:
    chunks = nodes.chunks(item)
    told = max(chunks[1:], key=len, default="")
    return (told if len(told) > 30 else "", chunks[0] if chunks else None)


def _post(item: Tag) -> Post | None:
    """A post of the activity card; None for what the owner merely liked or commented on."""
    for hidden in [n for n in item.find_all(True) if "visually-hidden" in nodes.classes(n)]:
        hidden.clear()
    chunks = nodes.chunks(item)
    head = " ".join(chunks[:2])[:300]
    tail = " ".join(chunks[-3:])[-200:]
    if words.mentions(head.split("•")[0], "profile", "liked") or starts_with(
        chunks[-1] if chunks else "", "profile", "liked"
    ):
        return None
    body = [c for c in chunks if len(c) > 1 and plain(c) not in words.words("labels", "more") and not _furniture(c)]
    told = next((c for c in body if len(c) >= 20), max(body, key=len, default=""))
    repost = words.mentions(head.split("•")[0], "profile", "reposted") or bool(starts_with(tail, "profile", "reposted"))
    return Post(text=without_labels(told), is_repost=repost) if told else None


def _furniture(chunk: str) -> bool:
    """The line that says who did what when, dates and counters."""
    return entities.is_dates(chunk) or "•" in chunk[-12:] or (len(chunk) < 30 and bool(counts.find(chunk)))


def _sections(region: Region, draft: Draft) -> None:
    """All that stands under headings."""
    found = sections.find(region)
    if "about" in found:
        draft.text("about", sections.running_text(found["about"]), _HEADING)
    for field, make in (("experience", _jobs), ("education", _studies)):
        if field in found:
            items = sections.entries(found[field], region)
            draft.items(field, [entry for item in items for entry in make(item, region)], _HEADING)
    if "skills" in found:
        listed = [nodes.chunks(item)[:1] for item in sections.entries(found["skills"], region)]
        draft.strings("skills", [chunk for chunks in listed for chunk in chunks if len(chunk) < 100], _HEADING)
    if "recommendations" in found:
        items = sections.entries(_received(found["recommendations"], region), region)
        draft.items("recommendations", recommendations([_recommendation(item) for item in items]), _HEADING)
    if "posts" in found:
        for chunk in nodes.chunks(found["posts"], stop=frozenset(("ul",)))[:6]:
            draft.count("followers", counts.find(chunk).get("followers"), _HEADING)
        made = [_post(item) for item in sections.entries(found["posts"], region)]
        draft.posts([post for post in made if post], _HEADING)


def _studies(item: Tag, region: Region) -> list[Position]:
    entry = entities.study(nodes.chunks(item, stop=frozenset(("ul",))))
    return [entry] if entry else []


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    if parts and parts[0] in _ORGANISATION:
        raise NoOwner("This is the LinkedIn page of an organisation, not of a person; open a personal profile (/in/…).")
    jsonld.fill_counts(doc, draft)  # exact where the page rounds
    region = doc.region("main", "#profile-content", "[role=main]", "#profile")
    _top(region, doc, draft)
    _sections(region, draft)
    jsonld.fill(doc, draft)
    if "name" not in draft:
        draft.text("name", opengraph.title(doc).name, opengraph.ORIGIN)
    if len(parts) > 1 and parts[0] in ("in", "pub"):
        draft.handle = parts[1]


def matches(doc: Document) -> bool:
    """Whether a page without an address is one of LinkedIn's, by its title."""
    return doc.title.endswith("| LinkedIn")


READER = Reader("linkedin", ("linkedin.com",), fill, matches, assets="static.licdn.com")
