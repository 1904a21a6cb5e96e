"""Sections of a page by what their heading says, in any interface language, or by stable ids; no class names.

Works on wording and structure, so a new layout with the same headings still reads.
"""

from __future__ import annotations

from bs4 import Tag
from bs4.element import PageElement

from waarmerk.extraction import nodes, words
from waarmerk.extraction.region import Region, outermost

_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_IDS = {
    "about": ("#about", "[data-section=summary]", "[data-section=about]", "#summary", "#background-summary"),
    "experience": ("#experience", "[data-section=experience]", "#experience-section", "#background-experience"),
    "education": (
        "#education",
        "[data-section=educationsDetails]",
        "[data-section=education]",
        "#background-education",
    ),
    "skills": ("#skills", "[data-section=skills]", "#background-skills"),
    "recommendations": ("#recommendations", "[data-section=recommendations]"),
    "featured": ("#featured",),
    "posts": ("#content_collections", "[data-section=posts]", "#recent_activity"),
}


def find(region: Region) -> dict[str, Tag]:
    """Kind of section -> its element, the first of each kind; ids are asked before headings."""
    found: dict[str, Tag] = {}
    headings = [(heading, words.heading(nodes.text(heading))) for heading in region.headings()]
    known = [heading for heading, said in headings if said]
    for kind, keys in _IDS.items():
        for anchor in (node for key in keys for node in region.all(key)):
            box = _container(anchor, known, region)
            if any(said == kind and region.inside(heading, box) for heading, said in headings):
                found[kind] = box
                break
    for heading, said in headings:
        if said and said != "other" and said not in found:
            rank = _RANKS.get(heading.name, 7)
            box = _container(heading, [h for h, kind in headings if kind or _RANKS.get(h.name, 7) <= rank], region)
            if nodes.text(box) == nodes.text(heading):
                box = _following(box, heading, region)
            if len(nodes.text(box)) > len(nodes.text(heading)):
                found[said] = box
    for kind, keys in _IDS.items():  # an id without a heading is believed last
        unheaded = region.one(*keys)
        if kind not in found and unheaded is not None:
            found[kind] = unheaded
    return found


def _following(box: Tag, heading: Tag, region: Region) -> Tag:
    """A section that is no element: what follows a heading, up to the next of its rank, put in one."""
    if box.parent is None:  # nothing can follow: the heading is all there is
        return box
    rank = _RANKS.get(heading.name, 2)
    enders = [name for name, value in _RANKS.items() if value <= rank]
    made = region.new_tag("section")
    box.insert_before(made)
    node: PageElement | None = box
    while node is not None:
        after = node.next_sibling
        if node is not box and isinstance(node, Tag) and (node.name in enders or node.find(enders) is not None):
            break
        made.append(node)
        node = after
    return made


def _container(anchor: Tag, headings: list[Tag], region: Region) -> Tag:
    """The section around an anchor: the widest box that holds none of the other headings."""
    box = anchor
    for parent in anchor.parents:
        if parent.name in ("body", "html", "main", "[document]"):
            break
        others = [h for h in headings if region.inside(h, parent) and not region.inside(h, anchor)]
        own = [h for h in others if _heads(h, anchor)]
        if len(others) > len(own):
            break
        box = parent
        if parent.name == "section":
            break
    return box


def _heads(heading: Tag, anchor: Tag) -> bool:
    """Whether this heading belongs to the anchor itself (an id beside its own heading)."""
    return anchor.name not in _RANKS and anchor.find_next(list(_RANKS)) is heading


def entries(section: Tag, region: Region) -> list[Tag]:
    """The entries of a section: its outermost list items, or the boxes around its lower headings."""
    items = outermost(region.all("li", within=section))
    heads = region.all("h3", "h4", within=section)
    loose = [head for head in heads if not any(region.inside(head, item) for item in items[:200])]
    if items and not (loose and len(loose) > 1 and len(loose) == len(heads)):
        return items
    keyed = [
        node for node in section.find_all(True) if nodes.attr(node, "componentkey").startswith("entity-collection")
    ]
    if keyed:
        return outermost(keyed)
    for name in ("h3", "h4"):
        heads = region.all(name, within=section)
        if heads:
            return outermost([_box(head, name, section, region) for head in heads])
    return []


def _box(head: Tag, name: str, section: Tag, region: Region) -> Tag:
    """The widest box around one heading without its sisters."""
    box = head
    for parent in head.parents:
        if parent is section or len(region.all(name, within=parent)) > 1:
            break
        box = parent
    return box


def running_text(section: Tag) -> str:
    """A section's own words, one chunk a line, without its heading and from a next known heading on.

    Inline sisters stay on one line: they are one text cut for the eye.
    """
    kept: list[str] = []
    last: Tag | None = None
    for node, said in nodes.leaves(section):
        kind = words.heading(said)
        if kind and not kept:
            continue
        if kind:
            break
        clamped = last is not None and node.name not in nodes.BLOCKS and node.parent is last.parent
        kept.append(f" {said}" if clamped else f"\n{said}")
        last = node
    return "".join(kept).strip()
