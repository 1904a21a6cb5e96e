"""Text of markup: BeautifulSoup nodes to plain text and to the chunks a reader tells apart.

Walks are iterative, so that no depth of nesting can exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import PageElement

from waarmerk.extraction.fields import clean
from waarmerk.extraction.words import split

_KEPT_ATTRIBUTES = split(
    "id class href src alt role rel itemprop itemtype itemscope content property name title datetime lang dir value"
    " aria-label aria-hidden aria-labelledby data-testid data-section data-e2e data-view-name data-name data-bio-text"
    " componentkey data-value data-field data-control-name data-test-id data-test-selector data-pressable-container data-post"
)
BLOCKS = split(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr"
    " ul html"
)
_SILENT = split("script style svg noscript template iframe button select option input textarea head title")
_FORMATTING = split("b i em strong mark u s del ins sub sup small wbr code abbr q cite font tt big")


class _Builder(LXMLTreeBuilder):
    """lxml builder without XML name spaces that keeps only the attributes readers use: half the time on real pages."""

    def start(self, tag: str, attrs: Mapping[str, str], nsmap: Mapping[str, str] | None = None) -> None:
        """One opening tag."""
        kept = {key: value for key, value in attrs.items() if key in _KEPT_ATTRIBUTES}
        self.soup.handle_starttag(tag, None, None, kept, namespaces={})

    def end(self, tag: str) -> None:
        """One closing tag."""
        self.soup.endData()
        self.soup.handle_endtag(tag, None)

    def comment(self, text: str) -> None:
        """Comments are no content."""


def soup(markup: str) -> BeautifulSoup:
    """Markup as a BeautifulSoup tree on lxml."""
    if markup.lstrip().startswith("<?"):  # an XML declaration says nothing about a piece of a page
        markup = f"<div>{markup}"
    return BeautifulSoup(markup, builder=_Builder(multi_valued_attributes=None))


def attr(node: Tag, name: str) -> str:
    """An attribute as one string, empty where absent."""
    value = node.attrs.get(name)
    return value if isinstance(value, str) else " ".join(value) if value else ""


def classes(node: Tag) -> list[str]:
    """The class names of a node."""
    return attr(node, "class").split()


def tags(node: Tag) -> list[Tag]:
    """Child elements."""
    return [child for child in node.contents if isinstance(child, Tag)]


def silent(node: Tag) -> bool:
    """Whether a node's text is interface rather than content: scripts, buttons, twins for screen readers."""
    return node.name in _SILENT or (attr(node, "role") == "button" and node.name != "a")


def _emoji(node: Tag) -> str:
    """The emoji an image stands for; an alt with letters is a description, not content."""
    alt = attr(node, "alt").strip()
    shortcode = len(alt) > 2 and alt[0] == alt[-1] == ":"
    return (
        alt if alt and len(alt) <= 16 and (shortcode or not any(c.isalpha() and ord(c) < 0x2000 for c in alt)) else ""
    )


def _pieces(root: Tag, skip: frozenset[int], raw: bool) -> Iterator[str]:
    """Text pieces in order; "\\n" where a block begins or ends, "\\x00" where two inline elements touch."""
    stack: list[PageElement | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str) and not isinstance(node, NavigableString):
            yield node
        elif isinstance(node, NavigableString):
            if type(node) is NavigableString:
                yield str(node) if raw else " ".join(f"x{node}x".split())[1:-1]
        elif isinstance(node, Tag):
            if id(node) in skip or (node is not root and silent(node)):
                continue
            if node.name == "br":
                yield "\n"
            elif node.name == "img":
                yield _emoji(node)
            else:
                block = node.name in BLOCKS and not (raw and node.name == "div")
                edge = "\n" if block else "" if node.name in _FORMATTING else "\x00"
                stack.append(edge)
                stack.extend(reversed(node.contents))
                yield edge


def text(node: Tag | None, *, skip: frozenset[int] = frozenset(), raw: bool = False) -> str:
    """Clean text of a node: blocks become lines, touching inline elements do not glue words, emoji images stay.

    `skip` holds ids (`id()`) of nodes left out; `raw` keeps the source's own line breaks (pre-wrapped texts, where
    a div is no new line either).
    """
    if node is None:
        return ""
    out: list[str] = []
    touched = False  # an element edge lies between the last character and the next
    last = ""
    address = False  # inside an address that the page cut in spans: never part it
    for piece in _pieces(node, skip, raw):
        if piece == "\x00":
            touched = touched or bool(last)
            continue
        if not piece:
            continue
        if touched and last.isalnum() and piece[0].isalnum() and not address:
            out.append(" ")
        tail = piece.rsplit(None, 1)[-1] if not piece[-1].isspace() else ""
        address = tail.startswith(("http://", "https://")) or (address and tail == piece)
        touched, last = False, piece[-1]
        out.append(piece)
    return clean("".join(out))


def markup_text(markup: str) -> str:
    """Plain text of a piece of markup."""
    return text(soup(markup[:200_000]))


def leaves(root: Tag, *, stop: frozenset[str] = frozenset()) -> Iterator[tuple[Tag, str]]:
    """Elements whose texts stand apart on the page, with those texts: elements without words of their own are opened.

    Elements whose tag is in `stop` are left out (nested lists of an entry, say).
    """
    stack: list[Tag] = [root]
    while stack:
        node = stack.pop()
        if node is not root and (silent(node) or node.name in stop):
            continue
        own = any(type(child) is NavigableString and child.strip() for child in node.contents)
        inner = tags(node)
        if own or not inner or all(child.name in ("br", "img") for child in inner):
            said = text(node)
            if said:
                yield node, said
        else:
            stack.extend(reversed(inner))


def chunks(root: Tag, *, stop: frozenset[str] = frozenset()) -> list[str]:
    """The texts of `leaves`."""
    return [said for _, said in leaves(root, stop=stop)]
