"""Personal names as parts that can be compared, whatever the spelling: titles, particles, initials, accents, order.

Words: data/people.toml. Source: name matching by rule, as record linkage does before it counts. Known gap: names in two
scripts are not compared, and brothers with one initial are one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from waarmerk.people.words import letters, one_name, words
from waarmerk.records import Profile

Verdict = Literal["same", "different", "unknown"]
LONGEST = 120  # characters of a name that are looked at
PARTS = 8  # and parts of it
LATIN = "\u024f"  # the last Latin letter
_CUTS = "|•·–—/("


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name without titles and particles (an initial is one letter), and the family name with particles."""

    parts: tuple[str, ...]
    family: str


def of(profile: Profile) -> Name | None:
    """The name a profile shows, or None where it shows none."""
    return parse(profile.fields.name or profile.owner.name or "")


def parse(given: str) -> Name | None:
    """A name as written: `Dr. J.W. van der Berg, MSc`, `Berg, Jan van den`, `Ann Bell | Joiner`."""
    shown = given[:LONGEST].strip()
    for mark in _CUTS:
        shown = shown.partition(mark)[0].strip() or shown.strip(mark)
    first, _, after = shown.partition(",")
    tokens, later = _tokens(first), _tokens(after)
    if later and len(tokens) == 1 and after.strip()[:1].isupper() and not _are_titles(later):
        tokens = later + tokens
    while len(tokens) > 1 and tokens[0] in words("titles"):
        tokens.pop(0)
    while len(tokens) > 2 and tokens[-1] in words("titles"):
        tokens.pop()
    small = [i for i, t in enumerate(tokens) if t in words("particles") and 0 < i < len(tokens) - 1]
    parts = tuple(t for i, t in enumerate(tokens) if i not in small)[:PARTS]
    return Name(parts, "".join(tokens[small[0] :]) if small else parts[-1]) if parts else None


def _are_titles(tokens: Sequence[str]) -> bool:
    return all(t in words("titles") for t in tokens)


def _tokens(text: str) -> list[str]:
    pieces = "".join(c if c.isalpha() else "" if c in "'’" else " " for c in text).split()
    shouted = text.isupper()
    found: list[str] = []
    for piece in pieces:
        if piece.isupper() and not shouted and 1 < len(piece) <= 3 and letters(piece) not in words("titles"):
            found.extend(letters(c) for c in piece)  # "JW" is two initials
        else:
            found.append(letters(piece))
    return [t for t in found if t]


def compare(a: Name, b: Name) -> Verdict:
    """Whether two names can be one person's; one part alone ("Ann") never tells that they are not."""
    if "".join(a.parts) == "".join(b.parts) or "".join(sorted(a.parts)) == "".join(sorted(b.parts)):
        return "same"
    if min(len(a.parts), len(b.parts)) < 2 or _latin(a) != _latin(b):
        return "unknown"
    left, right = list(a.parts), list(b.parts)
    if a.family == b.family:
        left[-1] = right[-1] = a.family  # "van den Berg" and "Vandenberg"
    whole = _pair(left, right, _equal)
    soft = _pair(left, right, _alike)
    if whole + soft >= 2 and whole:
        return "same"
    return "unknown" if soft >= 2 else "different"


def _latin(name: Name) -> bool:
    return all(c <= LATIN for part in name.parts for c in part)


def _pair(left: list[str], right: list[str], fits: Callable[[str, str], bool]) -> int:
    """How many parts of both fit; those that do are taken out."""
    count = 0
    for part in tuple(left):
        other = next((o for o in right if fits(part, o)), None)
        if other is not None:
            left.remove(part)
            right.remove(other)
            count += 1
    return count


def _equal(a: str, b: str) -> bool:
    return len(a) > 1 and (a == b or _slip(a, b))


def _slip(a: str, b: str) -> bool:
    """Whether two long parts differ by one letter only: a slip, or another spelling."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[head + (len(a) >= len(b)) :] == b[head + (len(b) >= len(a)) :]


def _alike(a: str, b: str) -> bool:
    """An initial and its name, a short form, a beginning."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return one_name(a, b) or (len(short) >= 3 and long.startswith(short))
