"""A Word document (DOCX) as a profile: its paragraphs, with the styles that make headings of some.

Source: ECMA-376, part 1, WordprocessingML. Only the document itself, its styles and its links are read: comments and
notes are others' words, deleted text is gone. No entities, no DTD, no network; what inflates too far is refused.
Known gap: headers and footers are not read, so a name that stands only there is not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from waarmerk.extraction import refusal
from waarmerk.extraction.archives.container import Container
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.files import outline
from waarmerk.extraction.files.entries import Line
from waarmerk.records import Profile

ORIGIN = "docx"
_MAX_XML = 8_000_000  # bytes of one part; a CV has under half a million
_MAX_CHARACTERS = 400_000  # of text; more than an audit takes is refused there
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says again what stands before it
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_SHOUTED = 40  # characters of a bold line that may be a heading without a style
_BOLD = 6  # the level such a line has: below all styles


def matches(box: Container) -> bool:
    """Whether this zip is a Word document."""
    return "word/document.xml" in box.names


def read(box: Container) -> Profile:
    """The owner's profile. Raises InvalidRequest for a damaged document or one without text, TooLarge beyond limits."""
    levels = _levels(_part(box, "word/styles.xml"))
    body = _part(box, "word/document.xml")
    if body is None:
        raise refusal.invalid("docx-damaged")
    lines = list(_lines(body, levels))
    if not any(line.text for line in lines):
        raise refusal.invalid("docx-empty")
    draft = Draft(site="text", url=None, language=None)
    outline.fill(lines, draft, ORIGIN)
    draft.links(_links(_part(box, "word/_rels/document.xml.rels")), ORIGIN)
    return draft.profile()


def _part(box: Container, name: str) -> etree._Element | None:
    """A part as a tree; None where it is not there."""
    data = box.bytes(name, most=_MAX_XML) if name in box.names else b""
    if not data:
        return None
    if b"<!DOCTYPE" in data.replace(b"\0", b""):  # UTF-16 is ASCII with empty bytes between
        raise refusal.invalid("docx-entities")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.replace(_STRICT, _W[1:-1].encode()), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise refusal.invalid("docx-damaged") from None
    if root.getroottree().docinfo.doctype:  # in an encoding we did not think of
        raise refusal.invalid("docx-entities")
    return root


def _levels(styles: etree._Element | None) -> dict[str, int]:
    """Style id -> level of heading. Ids come in Word's own language ("Kop1"), names do not ("heading 1")."""
    found: dict[str, int] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name = _value(style.find(f"{_W}name")).casefold()
        outlined = _value(style.find(f"{_W}pPr/{_W}outlineLvl"))
        if name == "title":
            level = 1
        elif name.startswith("heading ") and name[8:].isdigit():
            level = int(name[8:]) + 1
        else:
            level = int(outlined) + 2 if outlined.isdigit() and len(outlined) == 1 and int(outlined) < 9 else 0
        if level:
            found[style.get(f"{_W}styleId", "")] = level
    return found


def _value(node: etree._Element | None) -> str:
    return "" if node is None else node.get(f"{_W}val", "")


def _lines(body: etree._Element, levels: dict[str, int]) -> Iterator[Line]:
    """Each paragraph as a line (several where it holds breaks), with empty lines as they stand."""
    left = _MAX_CHARACTERS
    for paragraph in _paragraphs(body):
        text = "".join(_texts(paragraph)).strip()
        left -= len(text)
        if left < 0:
            raise refusal.too_large("text-length", limit=_MAX_CHARACTERS)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
        level = levels.get(_value(style), 0) or (_BOLD if not item and _stands_out(paragraph, text) else 0)
        for part in text.split("\n"):
            yield Line(part.strip(" "), level, item)


def _paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs in order, those of tables and text boxes too, but for deleted ones and what is said again."""
    walk = etree.iterwalk(body, events=("start",))
    for _, node in walk:
        if node.tag in _SKIPPED:
            walk.skip_subtree()
        elif node.tag == f"{_W}p":
            yield node


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """The visible text of a paragraph, without that of paragraphs inside it (text boxes), which come for themselves."""
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _BREAKS:
            yield _BREAKS[node.tag]
        elif node.tag not in _SKIPPED and node.tag != f"{_W}p":
            stack.extend(reversed(node))


def _stands_out(paragraph: etree._Element, text: str) -> bool:
    """Whether a short line is bold or in capitals throughout: how CVs without styles write their headings."""
    if not 0 < len(text) <= _SHOUTED or text.endswith((".", ",", ";")):
        return False
    runs = [run for run in paragraph.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    bold = all((b := run.find(f"{_W}rPr/{_W}b")) is not None and _value(b) not in ("0", "false") for run in runs)
    return text.isupper() or (bold and bool(runs))


def _links(relations: etree._Element | None) -> list[str]:
    """The addresses the document links to."""
    return [node.get("Target", "") for node in (relations if relations is not None else ()) if node.get("TargetMode")]
