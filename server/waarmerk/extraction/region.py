"""A part of a page as a BeautifulSoup tree, with an index of the hooks readers look for.

One pass builds the index, so that a look-up costs nothing; keys are written as in CSS: `h1`, `#about`, `.name`,
`[itemprop=name]`, `[data-testid=UserName]`, `[role=main]`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bs4 import NavigableString, Tag

from waarmerk.extraction import nodes

_HOOKS = (
    "itemprop",
    "data-testid",
    "role",
    "data-e2e",
    "data-section",
    "rel",
    "property",
    "aria-hidden",
    "data-test-id",
    "data-pressable-container",
    "dir",
)
_HIDDEN = ("visually-hidden", "sr-only", "screen-reader-text", "a11y-text", "visuallyhidden")


class Region:
    """Elements of one region, by hook, in document order."""

    def __init__(self, markup: str) -> None:
        tree = nodes.soup(markup)
        self.root: Tag = tree
        self.new_tag = tree.new_tag
        self.index: dict[str, list[Tag]] = {}
        order = self.root.find_all(True)
        for node in order:
            self._register(node)
        # Position of every element and of its last descendant: "inside" is then a comparison, not a climb.
        self._at = {id(node): at for at, node in enumerate(order)}
        self._end: dict[int, int] = {}
        for node in reversed(order):
            last = next((child for child in reversed(node.contents) if isinstance(child, Tag)), None)
            self._end[id(node)] = self._at[id(node)] if last is None else self._end[id(last)]
        self._drop_twins()

    def _register(self, node: Tag) -> None:
        add = self.index.setdefault
        add(node.name, []).append(node)
        for name, value in node.attrs.items():
            if name == "class":
                for word in set(str(value).split()):
                    add(f".{word}", []).append(node)
            elif name == "id":
                add(f"#{value}", []).append(node)
            elif name in _HOOKS:
                for word in set(str(value).split()):
                    add(f"[{name}={word}]", []).append(node)

    def _drop_twins(self) -> None:
        """Texts that stand twice, once for the eye (aria-hidden) and once for a screen reader: the second goes."""
        for node in self.index.get("[aria-hidden=true]", ()):
            twin = node.next_sibling
            while isinstance(twin, NavigableString) and not twin.strip():
                twin = twin.next_sibling
            if isinstance(twin, Tag) and _alike(node, twin):
                twin.clear()

    def all(self, *keys: str, within: Tag | None = None) -> list[Tag]:
        """Elements of the first key that has any (inside `within`, when given)."""
        for key in keys:
            found = self.index.get(key, [])
            if within is not None:
                low, high = self._span(within)
                found = found[
                    bisect_left(found, low, key=self._position) : bisect_right(found, high, key=self._position)
                ]
            if found:
                return found
        return []

    def _position(self, node: Tag) -> int:
        return self._at[id(node)]

    def _span(self, node: Tag) -> tuple[int, int]:
        """First and last position within a node; for one made afterwards, those of what was put in it."""
        if node is self.root:
            return 0, len(self._at)
        if id(node) in self._at:
            return self._at[id(node)], self._end[id(node)]
        held = [self._span(child) for child in node.contents if isinstance(child, Tag)]
        return (held[0][0], held[-1][1]) if held else (0, -1)

    def inside(self, node: Tag, outer: Tag) -> bool:
        """Whether a node stands inside another (or is it)."""
        low, high = self._span(outer)
        return low <= self._at.get(id(node), -1) <= high

    def all_of(self, names: Sequence[str], within: Tag | None = None) -> list[Tag]:
        """Elements of any of these tags, in document order."""
        wanted = frozenset(names)
        return [node for node in (within or self.root).find_all(True) if node.name in wanted]

    def one(self, *keys: str, within: Tag | None = None) -> Tag | None:
        """The first element of the first key that has any."""
        found = self.all(*keys, within=within)
        return found[0] if found else None

    def text(self, *keys: str, within: Tag | None = None, raw: bool = False) -> str:
        """Text of the first element of the first key whose element has any."""
        for key in keys:
            said = nodes.text(self.one(key, within=within), raw=raw)
            if said:
                return said
        return ""

    def headings(self) -> list[Tag]:
        """All headings (h1–h6 and role=heading), in document order."""
        found = [tag for name in ("h1", "h2", "h3", "h4", "h5", "h6") for tag in self.index.get(name, ())]
        found += [tag for tag in self.index.get("[role=heading]", ()) if tag.name[0] != "h" or tag.name == "header"]
        return sorted(found, key=self._position)


def inside(node: Tag, outer: Tag) -> bool:
    """Whether a node stands inside another."""
    return any(parent is outer for parent in node.parents)


def outermost(found: Sequence[Tag]) -> list[Tag]:
    """Those that stand in no other of them."""
    ids = {id(node) for node in found}
    return [node for node in found if not any(id(parent) in ids for parent in node.parents)]


def _alike(node: Tag, twin: Tag) -> bool:
    """Same words (or nearly: "2019 - 2024" is read out as "2019 to 2024"), or a twin that says it is one."""
    mine, other = node.get_text(" ").split(), twin.get_text(" ").split()
    if not mine or not other:
        return False
    if any(name in _HIDDEN for name in nodes.classes(twin)):
        return True
    return 2 * len(set(mine) & set(other)) >= 1.4 * max(len(set(mine)), len(set(other)))
