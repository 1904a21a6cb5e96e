"""Unicode normalisation that keeps offsets true: the analysed text is plain, the quoted text is the caller's own.

Typographic quotes and dashes, no-break spaces, styled letters (bold, script) and decomposed accents become plain;
zero-width marks vanish; an emoji becomes OBJECT, a mark that the sentence splitter may read as a bullet.
Source: Unicode Standard Annex 15 (normal forms). Known gap: emoji written as text (":-)") stay as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

OBJECT = "\ufffc"

_PLAIN = {
    **dict.fromkeys("‘’‚‛ʼ`´", "'"),
    **dict.fromkeys("“”„‟«»‹›", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict.fromkeys("\u2028\u2029\x0b\x0c\x85\r", "\n"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\u20e3", ""),
    "…": "...",
}


def normalise(text: str) -> tuple[str, Sequence[int]]:
    """The plain text, and for each of its characters (and its end) the offset in the text as given."""
    if text.isascii() and "\t" not in text and "\r" not in text and "`" not in text:
        return text, range(len(text) + 1)
    out: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        for char in _plain(cluster):
            if char == OBJECT and out and out[-1] == OBJECT:
                continue  # a row of emoji, or one made of several code points, is one mark
            out.append(char)
            offsets.append(start)
    offsets.append(len(text))
    return "".join(out), offsets


def _clusters(text: str) -> list[tuple[int, str]]:
    clusters: list[tuple[int, str]] = []
    for i, char in enumerate(text):
        if clusters and ord(char) > 0x2FF and unicodedata.combining(char) and len(clusters[-1][1]) < 8:
            clusters[-1] = (clusters[-1][0], clusters[-1][1] + char)
        else:
            clusters.append((i, char))
    return clusters


def _plain(cluster: str) -> str:
    known = _PLAIN.get(cluster)
    if known is not None:
        return known
    if cluster.isascii():
        return cluster if cluster.isprintable() or cluster == "\n" else " "
    if _is_emoji(cluster[0]):
        return OBJECT
    plain = unicodedata.normalize("NFKC", cluster)
    if unicodedata.category(plain[:1] or " ") in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    return plain


def _is_emoji(char: str) -> bool:
    code = ord(char)
    return (
        0x1F000 <= code <= 0x1FAFF
        or 0x2600 <= code <= 0x27BF
        or 0x2B00 <= code <= 0x2BFF
        or 0x2190 <= code <= 0x21FF
        or 0x2300 <= code <= 0x23FF
        or 0x25A0 <= code <= 0x25FF
        or 0xE0020 <= code <= 0xE007F
        or code == OBJECT_CODE
    )


OBJECT_CODE = ord(OBJECT)
