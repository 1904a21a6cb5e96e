"""A saved page, opened once: its meta data, embedded data, and the part of it that a reader asks for.

selectolax (Lexbor) reads the whole page and drops what is no content; BeautifulSoup on lxml gets only the region
that a reader names. Bounds: see the constants; beyond them `TooLarge`, never a hang.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waarmerk.errors import TooLarge
from waarmerk.extraction import blobs
from waarmerk.extraction.fields import one_line, path
from waarmerk.extraction.region import Region
from waarmerk.extraction.words import split, words
from waarmerk.records import Page

MAX_CHARACTERS = 20_000_000  # of a page, scripts included (the service's limit once inflated)
MAX_REGION = 1_500_000  # of markup left to read once scripts, styles and pictures are gone
MAX_DEPTH = 1_000  # nested tags; real pages stay below 100
_STRIP = "script, style, svg, noscript, template, iframe, object, embed, canvas, video, audio"
# Elements that HTML closes by itself: many open ones are sloppy, not deep.
_SELF_CLOSING = split(
    "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option optgroup thead"
    " tbody tfoot colgroup rp rt body html head"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SCRIPT = re.compile(r"<(script|style|textarea|noscript|template)\b", re.IGNORECASE)


def _depth(html: str) -> int:
    """An upper bound of how deep tags nest, in one pass; wrong closings may make it too high, never too low."""
    deepest = depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _SELF_CLOSING:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _without_scripts(html: str) -> str:
    """The page without its scripts, whose strings may look like tags; linear."""
    out, at, low = [], 0, html.lower() if html.isascii() else html
    while match := _SCRIPT.search(html, at):
        end = low.find(f"</{match[1].lower()}", match.end())
        out.append(html[at : match.start()])
        at = len(html) if end < 0 else end
    out.append(html[at:])
    return "".join(out)


def _guard(html: str) -> None:
    """TooLarge for absurd size or depth (Lexbor is quadratic in the depth of unclosed blocks)."""
    if len(html) > MAX_CHARACTERS:
        raise TooLarge(f"The page has more than {MAX_CHARACTERS:,} characters; save only the profile's own page.")
    if html.count("<") > MAX_DEPTH and _depth(html) > MAX_DEPTH and _depth(_without_scripts(html)) > MAX_DEPTH:
        raise TooLarge(f"The page nests tags more than {MAX_DEPTH:,} deep; no profile page does.")


class Document:
    """One page while it is read. Everything is made on first use."""

    def __init__(self, page: Page) -> None:
        html = page.html.replace("\x00", "")
        _guard(html)
        self.site = page.site
        self._html = html
        self.tree = LexborHTMLParser(html)
        self.url = page.url or self._address()
        self.scripts = [(node.attributes, node.text()) for node in self.tree.css("script")]
        # LinkedIn keeps its state in hidden <code> elements; it may be another person's
        self.drop('code[style*="none"], [aria-modal="true"] form, dialog:not([open])')
        self.drop(_STRIP)

    def _address(self) -> str | None:
        """The address a page gives of itself: what a browser notes when it saves one, its canonical link, `og:url`."""
        saved = re.search(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000})", self._html[:5_000])
        if saved:
            return saved[1]
        for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
            node = self.tree.css_first(selector)
            href = (node.attributes.get(name) or "") if node is not None else ""
            if href.startswith(("http://", "https://")):
                return href
        return None

    @cached_property
    def about_somebody(self) -> bool:
        """Whether the address is a site's front or says that the page is about somebody: not one post among many."""
        parts = [part.casefold().partition(".")[0] for part in path(self.url)]
        if not parts or parts[0].startswith(("~", "@")) or words("paths", "about") & set(parts):
            return True
        # "/jan-jansen" or "/index" may be; "/ten-ways-to-paint-a-fence" and "/2026/fence" are posts
        return len(parts) == 1 and parts[0].count("-") <= 2 and not any(char.isdigit() for char in parts[0])

    def mentions(self, text: str) -> bool:
        """Whether the page's source holds a string (the hosts it loads its parts from)."""
        return text in self._html

    @cached_property
    def meta(self) -> Mapping[str, list[str]]:
        """Lower-cased name or property of a meta element -> its contents in order."""
        found: dict[str, list[str]] = {}
        for node in self.tree.css("meta"):
            attributes = node.attributes
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            content = attributes.get("content")
            if key and content:
                found.setdefault(key.lower(), []).append(content)
        return found

    def first_meta(self, *names: str) -> str:
        """The first content of the first of these meta elements that is there."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    @cached_property
    def title(self) -> str:
        """The page's title on one line."""
        node = self.tree.css_first("head title") or self.tree.css_first("title")
        return one_line(node.text()) if node else ""

    @cached_property
    def language(self) -> str | None:
        """Primary language of `<html lang>`: the interface's, so a hint only."""
        root = self.tree.root
        lang = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
        primary = lang.replace("_", "-").split("-")[0].strip().lower()
        return primary if 2 <= len(primary) <= 3 and primary.isalpha() else None

    @cached_property
    def json_ld(self) -> list[dict[str, object]]:
        """All JSON-LD nodes of the page, graphs and lists flattened."""
        texts = [text for attributes, text in self.scripts if "ld+json" in (attributes.get("type") or "").lower()]
        return blobs.json_ld(texts)

    def blob(self, name: str) -> object | None:
        """Embedded state: a JSON script with this id, or the value assigned to a variable of this name."""
        return blobs.state(self.scripts, name)

    def objects(self, *keys: str) -> Iterator[dict[str, Any]]:
        """Objects with all of these keys in the page's embedded JSON."""
        return blobs.objects(self.scripts, *keys)

    def all(self, selector: str) -> list[LexborNode]:
        """Elements by a CSS selector, each once: a list of selectors may name one element twice."""
        return list({node.mem_id: node for node in self.tree.css(selector)}.values())

    def drop(self, selector: str) -> None:
        """Takes elements out before a region is asked for; innermost first, for a freed node must not be met again."""
        for node in reversed(self.all(selector)):
            if node.tag not in ("html", "body", "main"):
                node.decompose()

    def has(self, selector: str) -> bool:
        """Whether the page has an element by this CSS selector."""
        return self.tree.css_first(selector) is not None

    def region(self, *selectors: str) -> Region:
        """The first of these elements as a tree to read, or the whole body."""
        for selector in selectors:
            node = self.tree.css_first(selector)
            if node is not None:
                return self._region(node)
        return self.body

    @cached_property
    def body(self) -> Region:
        """The whole body."""
        return self._region(self.tree.body)

    def keep_first(self, selector: str, number: int) -> bool:
        """Takes out all but the first elements by a selector; whether there were more."""
        rest = self.all(selector)[number:]
        for node in reversed(rest):
            node.decompose()
        return bool(rest)

    def texts(self, selector: str, limit: int) -> list[str]:
        """The texts of the first elements by a CSS selector, each on one line: for quick looks without a tree."""
        return [one_line(node.text(separator=" ")[:2_000]) for node in self.tree.css(selector)[:limit]]

    def _region(self, node: LexborNode | None) -> Region:
        markup = (node.html or "") if node is not None else ""
        if len(markup) > MAX_REGION:
            raise TooLarge("The page is too large to read even without its scripts; save only the profile's own page.")
        return Region(markup)
