"""Private data in a text: what it is and where it stands, told apart by check digits where there are any.

IBAN: ISO 13616, modulo 97. BSN: eleven-test. Cards: Luhn (ISO/IEC 7812). Every pattern is bounded and starts with a
character of its own kind, so cost is linear. Known gap: addresses and birth dates written out in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from waarmerk.records import Fields


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of private data; offsets into the text as given."""

    kind: str
    start: int
    end: int


def iban(text: str) -> bool:
    """Whether letters and digits make a valid IBAN."""
    plain = "".join(c for c in text.upper() if c.isalnum())
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def bsn(text: str) -> bool:
    """Whether nine digits pass the Dutch eleven-test."""
    digits = _digits(text)
    return (
        len(digits) == 9
        and any(digits)
        and (sum(d * w for d, w in zip(digits, range(9, 1, -1), strict=False)) - digits[8]) % 11 == 0
    )


def card(text: str) -> bool:
    """Whether the digits are a card number by Luhn, with an issuer's first digit."""
    digits = _digits(text)
    if not 13 <= len(digits) <= 19 or digits[0] not in (3, 4, 5, 6):
        return False
    doubled = [d if i % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def phone(text: str) -> bool:
    """Whether the digits have a telephone number's length and start."""
    digits = _digits(text)
    return 9 <= len(digits) <= 15 and (text.lstrip("(").startswith(("+", "0")))


def _digits(text: str) -> list[int]:
    return [int(c) for c in text if c in "0123456789"]


def _always(text: str) -> bool:
    return True


_STREET = (
    r"straat|laan|weg|plein|gracht|kade|dijk|singel|dreef|hof|steeg|pad|park|"
    r"\sStreet|\sSt\.?|\sRoad|\sRd\.?|\sLane|\sAvenue|\sAve\.?|\sDrive|\sClose|\sCrescent|\sTerrace"
)
_EDGE = r"(?<![\w])"
_NAME = r"[A-Z][^\W\d_]{2,30}"
_MAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,24}){1,4}"
_KEYS = r"sk-|sk_live_|ghp_|gho_|github_pat_|xox[abp]-|AKIA|AIza|glpat-"
# Order matters: what is found first is not looked at again.
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("key", re.compile(rf"{_EDGE}(?:{_KEYS})[A-Za-z0-9_-]{{12,120}}"), _always),
    ("key", re.compile(r"-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----"), _always),
    ("email", re.compile(rf"{_EDGE}{_MAIL}"), _always),
    ("iban", re.compile(rf"{_EDGE}[A-Z]{{2}}\d{{2}}(?:[ ]?[A-Z0-9]){{11,30}}(?!\w)"), iban),
    ("card", re.compile(rf"{_EDGE}\d(?:[ -]?\d){{12,18}}(?![\w])"), card),
    ("birth-date", re.compile(
        r"(?i:born on|date of birth|d\.o\.b\.?|dob|geboren op|geboortedatum)[: ]{1,3}"
        r"(\d{1,2}[ ./-](?:\d{1,2}|[^\W\d_]{3,10})[ ./-]\d{2,4}|\d{4}-\d{2}-\d{2}|[^\W\d_]{3,10} \d{1,2},? \d{4})"
    ), _always),
    ("ssn", re.compile(r"(?i:ssn|social security)[^\n\d]{0,20}(\d{3}-\d{2}-\d{4})(?!\d)"), _always),
    ("bsn", re.compile(r"(?i:bsn|burgerservicenummer|sofinummer)[^\n\d]{0,20}(\d{3}[. ]?\d{3}[. ]?\d{3})(?!\d)"), bsn),
    ("address", re.compile(rf"{_EDGE}\d{{4}} ?[A-Z]{{2}}(?![\w])(?: {_NAME})?"), _always),
    ("address", re.compile(rf"{_EDGE}{_NAME}(?:{_STREET}) \d{{1,4}}[a-z]?(?!\w)"), _always),
    ("address", re.compile(rf"{_EDGE}\d{{1,4}}[a-z]? {_NAME}(?: {_NAME})?(?:{_STREET})(?!\w)"), _always),
    ("phone", re.compile(r"(?<![\w.,:/])\+?\(?\d(?:[ ().-]{0,3}\d){8,14}(?![\w])"), phone),
)  # fmt: skip


def find(text: str) -> tuple[Hit, ...]:
    """All private data in a text, in order, not overlapping."""
    found: list[Hit] = []
    for kind, pattern, holds in _KINDS:
        for match in pattern.finditer(text):
            group = 1 if match.re.groups else 0
            start, end = match.span(group)
            if holds(match.group(group)) and all(end <= h.start or start >= h.end for h in found):
                found.append(Hit(kind, start, end))
    return tuple(sorted(found, key=lambda h: h.start))


def fields_of(fields: Fields) -> Iterator[tuple[str, str]]:
    """(path, text) of everything the owner wrote that a reader of the profile sees, links aside."""
    for name in ("headline", "about", "location"):
        if value := getattr(fields, name):
            yield name, value
    for i, position in enumerate(fields.experience):
        if position.text:
            yield f"experience[{i}].text", position.text
    for i, position in enumerate(fields.education):
        if position.text:
            yield f"education[{i}].text", position.text
    for i, feature in enumerate(fields.featured):
        yield f"featured[{i}]", feature
    for i, post in enumerate(fields.posts):
        yield f"posts[{i}]", post.text
