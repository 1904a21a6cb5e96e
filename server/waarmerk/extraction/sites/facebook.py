"""Facebook: the page as signed in (headings and wording), the plain mobile page (rows of label and value), OpenGraph.

Comments, other people's posts and questions to the owner are never read; posts are left out, for their author cannot
be told with certainty from the saved markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag

from waarmerk.extraction import counts, nodes, opengraph, sections, social, words
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft, position
from waarmerk.extraction.fields import host, path
from waarmerk.extraction.reader import Reader
from waarmerk.extraction.region import Region, inside
from waarmerk.extraction.words import plain
from waarmerk.records import Position

_PAGE = "page"


def _rows(region: Region) -> Iterator[tuple[str, Tag]]:
    """(label, value cell) of two-cell rows whose value is not a prompt."""
    for row in region.all("tr"):
        cells = [node for node in nodes.tags(row) if node.name == "td"]
        if len(cells) == 2 and nodes.text(cells[1]):
            labels = nodes.chunks(cells[0])
            yield (plain(labels[0]) if labels else "", cells[1])


def _from_rows(region: Region, draft: Draft) -> None:
    places = words.words("profile", "location")
    for label, cell in _rows(region):
        if label in places:
            draft.text("location", nodes.text(cell), _PAGE)
        elif label in words.words("profile", "website"):
            draft.links((social.target(a) for a in region.all("a", within=cell)), _PAGE)


def _bio(region: Region, name: str) -> str:
    """The line of one's own under the name: no link, no heading, before the tabs."""
    root = region.one("#root", "[role=main]", "body")
    linked = {id(node) for key in ("a", "[role=heading]", "h1", "h2", "strong") for node in region.all(key)}
    seen = False
    for leaf in root.find_all(True) if root is not None else ():
        said = nodes.text(leaf)
        if plain(said) in words.words("facts", "tabs"):
            return ""
        seen = seen or (plain(said) == plain(name) and bool(name))
        own = any(str(child).strip() for child in leaf.contents if not isinstance(child, Tag))
        if not seen or not own or plain(said) == plain(name) or id(leaf) in linked:
            continue
        if any(id(parent) in linked for parent in leaf.parents) or counts.find(said):
            continue
        return said
    return ""


def _facts(section: Tag, draft: Draft) -> list[Position | None]:
    """ "Works at Acme", "Lives in Utrecht", "Studied at …" of the intro; gives the jobs, sets the rest."""
    jobs: list[Position | None] = []
    schools: list[Position | None] = []
    for item in section.find_all(["li", "div"]):
        said = nodes.text(item)
        if "\n" in said or len(said) > 140:
            continue
        for kind, found in (("works", jobs), ("studied", schools)):
            named = words.starts_with(said, "facts", kind)
            if named and all(entry is None or entry.organisation != named for entry in found):
                found.append(position(None, named))
        draft.text("location", words.starts_with(said, "profile", "location"), _PAGE)
    draft.items("education", schools, _PAGE)
    return jobs


def _modern(region: Region, draft: Draft) -> None:
    head = next((node for node in region.all("h1") if nodes.text(node)), None)
    if head is None:
        return
    chunks = nodes.chunks(head)
    draft.text("name", chunks[0] if chunks else "", _PAGE)
    found = sections.find(region)
    if "about" not in found:
        return
    intro = found["about"]
    jobs = _facts(intro, draft)
    draft.items("experience", jobs, _PAGE)
    lines = [line for line in sections.running_text(intro).split("\n") if not _fact(line)]
    draft.text("about", lines[0] if lines else "", _PAGE)
    anchors = [a for a in region.all("a", within=intro) if inside(a, intro)]
    hrefs = [nodes.attr(a, "href") for a in anchors]
    draft.links((href for href in hrefs if not host(href).endswith("facebook.com") or "/l.php" in href), _PAGE)


def _fact(line: str) -> bool:
    lists = (("facts", "works"), ("facts", "studied"), ("profile", "location"), ("facts", "edit"))
    return any(words.starts_with(line, table, key) is not None for table, key in lists) or bool(counts.find(line))


def fill(doc: Document, draft: Draft) -> None:
    """Everything the page shows of its owner."""
    parts = path(doc.url)
    draft.handle = parts[0] if parts and not parts[0].endswith(".php") else None
    region = doc.region("[role=main]", "#root", "body")
    _modern(region, draft)
    title = opengraph.title(doc)
    if "name" not in draft and social.named(title):
        draft.text("name", title.name, opengraph.ORIGIN)
    if "about" not in draft and doc.has("#root"):
        draft.text("about", _bio(region, draft.get("name")), _PAGE)
    _from_rows(region, draft)
    for chunk in nodes.chunks(region.root)[:60]:
        if len(chunk) < 60:
            draft.add_counts({k: v for k, v in counts.find(chunk).items() if k in ("followers", "following")}, _PAGE)
    social.shell(doc, draft)


READER = Reader("facebook", ("facebook.com", "fb.com"), fill, assets="fbcdn.net")
