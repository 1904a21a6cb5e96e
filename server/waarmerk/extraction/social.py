"""What networks have in common: the shell a visitor gets (title and description), shortened links, slogans."""

from __future__ import annotations

from bs4 import Tag

from waarmerk.extraction import counts, nodes, opengraph
from waarmerk.extraction.document import Document
from waarmerk.extraction.draft import Draft
from waarmerk.extraction.fields import clean, from_markup, host
from waarmerk.extraction.words import plain, words

_SHORTENERS = frozenset(("t.co", "lnkd.in", "bit.ly", "buff.ly", "fb.me", "youtu.be"))
_QUOTES = "\"“”„'"


def target(anchor: Tag) -> str:
    """Where a link leads: for shortened ones what it shows, when that is a whole address."""
    href = nodes.attr(anchor, "href")
    shown = "".join(nodes.text(anchor).split())
    redirected = host(href) in _SHORTENERS or "/l.php" in href or "/redirect?" in href
    if not redirected or not shown or shown.endswith("…") or "." not in shown:
        return href
    return shown if shown.startswith("http") else f"http://{shown}"


def own_words(text: str) -> str:
    """A description without the site's slogans: what the person wrote, or nothing."""
    text = clean(from_markup(text))
    low = text.casefold()
    if any(slogan in low for slogan in words("slogans", "whole")):
        return ""
    quoted = _quoted(text)
    if quoted is not None:
        return quoted
    cuts = [at for slogan in words("slogans", "start") if (at := low.find(slogan)) >= 0]
    if cuts:
        text = text[: min(cuts)]
        text = text[: max(text.rfind(mark) for mark in ".!?•·-\n") + 1] if text.strip() else ""
    return text.strip(" -–•·|,")


def _quoted(text: str) -> str | None:
    """The bio in `12 Followers - Ann (@ann) on Instagram: "bio"`."""
    low = text.casefold()
    for phrase in words("slogans", "on"):
        at = low.find(f"{phrase}: ")
        if at >= 0 and text[at + len(phrase) + 2 :].lstrip()[:1] in _QUOTES:
            return text[at + len(phrase) + 2 :].strip().strip(_QUOTES).strip()
    return None


def counted(text: str) -> tuple[dict[str, int], str]:
    """Counters at the head of a description, and what follows them; the whole text where it has none."""
    for mark in (" - ", " – ", " • ", " · "):
        parts = text.split(mark)
        at = 0
        found: dict[str, int] = {}
        while at < len(parts) and len(parts[at]) < 120 and (here := counts.find(parts[at])):
            found |= {key: value for key, value in here.items() if key not in found}
            at += 1
        if found and (at > 1 or len(found) > 1 or at < len(parts)):
            return found, mark.join(parts[at:])
    return {}, text


def named(title: opengraph.Title) -> bool:
    """Whether a title names somebody and not the site or an error."""
    said = plain(title.name)
    return bool(said) and said not in words("sites", "titles") and not any(s in said for s in words("slogans", "whole"))


def shell(doc: Document, draft: Draft, *, about: bool = True) -> None:
    """Name, handle, counters and bio from the meta elements of a network's profile page."""
    title = opengraph.title(doc)
    if not named(title):
        title = opengraph.split(doc.title)
    if not named(title):
        return
    draft.text("name", title.name, opengraph.ORIGIN)
    draft.handle = draft.handle or title.handle or doc.first_meta("profile:username") or None
    for key in ("og:description", "description", "twitter:description"):
        for text in doc.meta.get(key, ()):
            found, rest = counted(from_markup(text))
            draft.add_counts(found, opengraph.ORIGIN)
            if about:
                told = own_words(rest)
                if plain(told) != plain(draft.get("name")):
                    draft.text("about", told, opengraph.ORIGIN)
