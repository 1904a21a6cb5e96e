"""Cleaning of text that goes into a field, and the codes of what a reader warns of.

A warning is `code` or `code:detail`; their texts are in `data/locale/<lang>/extraction.toml`, table `warnings`.
"""

from __future__ import annotations

import html
import unicodedata
from urllib.parse import SplitResult, parse_qs, urlsplit

from waarmerk.extraction.words import plain, words

WARNINGS = ("missing", "truncated", "unreadable", "generic-reader", "too-many", "channel-page")

MAX_FIELD = 20_000  # characters of one field; more is never a profile's
# Bidi marks, zero-width space and no-break, soft hyphen: invisible, and they part words that are one.
_INVISIBLE = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0xFEFF, 0xAD, 0x2060]
)
# Control characters, lone surrogates and separators part words; line feeds stay.
_CONTROLS = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), 0x2028, 0x2029, *range(0xD800, 0xE000)), " ")
_TRACKERS = ("utm_", "fbclid", "igsh", "mcid")


def clean(text: str) -> str:
    """Plain text: no control or invisible characters, white space squeezed, at most one empty line between lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE).translate(_CONTROLS)
    lines: list[str] = []
    for raw in unicodedata.normalize("NFC", text).split("\n"):
        line = " ".join(raw.split())
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip()[:MAX_FIELD]


def one_line(text: str) -> str:
    """`clean`, on a single line."""
    return " ".join(clean(text).split())


def without_labels(text: str) -> str:
    """Drops "… see more", "meer weergeven" and the like where they end a line or stand alone on one."""
    labels = words("labels", "more")
    kept = [line for line in text.split("\n") if plain(line) not in labels or not line]
    for index, line in enumerate(kept):
        head, mark, tail = line.rpartition("…")
        if mark and plain(tail) in labels:
            whole = head.rstrip().endswith((".", "!", "?"))  # only clamped for the eye, the sentence is complete
            kept[index] = head.rstrip() if whole else f"{head.rstrip()}…"
    return "\n".join(kept).strip()


def from_markup(text: str) -> str:
    """Plain text of a string that may hold entities or a little markup, as embedded data does."""
    text = html.unescape(text)
    if "<" in text and ">" in text:
        from waarmerk.extraction.nodes import markup_text

        text = markup_text(text)
    return clean(text)


def link(href: str) -> str | None:
    """The address a link really leads to, or None where it is no web address. Redirectors are undone."""
    href = "".join(href.split()) if "\n" in href else href.strip()
    if href.startswith("//"):
        href = f"https:{href}"
    parts = _split(href)
    if parts is None or parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    for key in ("u", "q", "url", "target"):
        redirect = parts.path.rstrip("/") in ("/l.php", "/redirect", "/redir/redirect", "/link/v2", "") and parts.query
        inner = parse_qs(parts.query).get(key, [""])[0] if redirect else ""
        if inner.startswith(("http://", "https://")):
            return _untracked(inner)
    return _untracked(href)


def _untracked(href: str) -> str:
    base, mark, query = href.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith(_TRACKERS)]
    return f"{base}?{'&'.join(kept)}" if mark and kept else base


def host(url: str | None) -> str:
    """Lower-cased host of an address without `www.`/`m.`, or an empty string."""
    parts = _split(url or "")
    name = (parts.hostname or "") if parts else ""
    for prefix in ("www.", "m.", "mobile."):
        name = name.removeprefix(prefix)
    return name


def path(url: str | None) -> tuple[str, ...]:
    """The parts of an address's path."""
    parts = _split(url or "")
    return tuple(part for part in parts.path.split("/") if part) if parts else ()


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.hostname
    except ValueError:  # "http://[" and other broken addresses
        return None
    return parts
