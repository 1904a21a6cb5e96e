"""Numbers as pages write them ("1.1M", "2 805", "12,4 dzd", "500+"), and the counters they belong to."""

from __future__ import annotations

import re

from waarmerk.extraction.words import words

# digits in groups of three parted by blanks, or digits with points and commas
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d(?:[\d.,’']*\d)?")
_KEYS = ("followers", "following", "connections", "posts", "likes", "members")
_SCALES = (("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000))
MAX_TEXT = 2_000


def _scale(word: str) -> int:
    return next((factor for key, factor in _SCALES if word in words("numbers", key)), 1)


def _value(digits: str, factor: int) -> int | None:
    digits = re.sub(r"[ \u00a0\u202f\u2009’']", "", digits)
    marks = [char for char in digits if char in ".,"]
    if marks and (factor > 1 and len(marks) == 1):
        digits = digits.replace(",", ".")
    elif len(set(marks)) == 2:  # "1.234,5": the last mark is the decimal one
        last = max(digits.rfind("."), digits.rfind(","))
        digits = re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :]
    elif marks:
        groups = re.split(r"[.,]", digits)
        whole = all(len(group) == 3 for group in groups[1:])
        digits = "".join(groups) if whole else digits.replace(",", ".")
    try:
        value = float(digits) * factor
    except ValueError:
        return None
    return int(value + 0.5) if value < 1e12 else None


def number(text: str) -> int | None:
    """The first number of a text as a whole number; None where there is none."""
    match = _NUMBER.search(text[:MAX_TEXT])
    if not match:
        return None
    return _value(match[0], _scale_after(text, match.end())[0])


def _scale_after(text: str, at: int) -> tuple[int, int]:
    """Factor of the magnitude that follows (glued or one blank on), and where it ends."""
    rest = text[at : at + 12]
    stripped = rest.lstrip(" \u00a0\u202f")
    word = re.match(r"[^\W\d_]+", stripped)
    if word and (factor := _scale(word[0].casefold())) > 1:
        return factor, at + len(rest) - len(stripped) + word.end()
    return 1, at


def find(text: str) -> dict[str, int]:
    """Counters in a line such as "1,234 Followers, 56 Following" or "Volgers: 1.234"; the first of each kind."""
    text = text[:MAX_TEXT]
    found: dict[str, int] = {}
    for match in _NUMBER.finditer(text):
        factor, end = _scale_after(text, match.end())
        value = _value(match[0], factor)
        after = re.match(r"[\s+.]{0,3}([^\W\d_]+(?:['’\-][^\W\d_]+)*)", text[end : end + 40])
        before = re.search(r"([^\W\d_]+)[\s:]{0,3}$", text[max(0, match.start() - 30) : match.start()])
        for word in (after and after[1], before and before[1]):
            key = word and label(word)
            if key and value is not None:
                found.setdefault(key, value)
                break
    return found


def label(word: str) -> str | None:
    """Which counter a word names."""
    low = word.casefold().strip(" .:+").replace("’", "'")
    return next((key for key in _KEYS if low in words("counts", key)), None)
