"""A document of headings and paragraphs (Markdown, DOCX, PDF) as a profile: what a known heading announces is its field.

Words of the headings in all languages: `data/extraction`. A heading that is not known belongs to the running text. A
document is its owner's own, so sections that no field is for keep their sentences, as part of `about`, and lose their
lists (languages, certificates); what referees say is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from waarmerk.extraction import names, words
from waarmerk.extraction.draft import Draft, recommendations
from waarmerk.extraction.files.entries import Line, positions

_LISTS = ("experience", "education", "skills", "featured", "recommendations")
_ANY = 99  # the level of no section
_NAME = 6  # words of a name at most
_HEADLINE = 120  # characters
_PHONE = 7  # digits of a telephone number at least
_POSTAL = 5  # digits of a street with its postal code at least
_SENTENCE = 60  # characters that make a line running text, where it has no full stop


def fill(lines: Sequence[Line], draft: Draft, origin: str) -> None:
    """Fill a draft from a document's lines; empty ones part paragraphs."""
    sections = _sections(lines)
    draft.links(_links(lines), origin)
    about = [_head(sections[0][1], draft, origin)]
    lists: dict[str, list[Any]] = {}
    for kind, inside in sections[1:]:
        found = _found(kind, inside)
        lists.setdefault(kind, []).extend(found)
        if kind == "about" or (kind in _LISTS and not found):
            about.append(_text(inside))
        elif kind not in (*_LISTS, "elsewhere"):
            about.append(_text([line for line in inside if _is_prose(line.text)]))
    for kind in ("experience", "education", "recommendations"):
        draft.items(kind, lists.get(kind, ()), origin)
    for kind in ("skills", "featured"):
        draft.strings(kind, lists.get(kind, ()), origin)
    draft.text("about", "\n\n".join(part for part in about if part), origin)


def _found(kind: str, inside: Sequence[Line]) -> Sequence[Any]:
    """The entries of a section that is a list; none of another."""
    if kind in ("experience", "education"):
        return positions(inside)
    if kind == "recommendations":
        return recommendations([(part, None) for part in _text(inside).split("\n\n")])
    if kind == "skills":
        return [skill for skill in _skills(inside) if skill.strip()]
    return [line.text for line in inside if line.text] if kind == "featured" else []


def _sections(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """(kind, lines) in order; the first is what stands above all sections. Lower headings stay inside their section."""
    found: list[tuple[str, list[Line]]] = [("top", [])]
    rank = _ANY
    title = True  # above all text: the headings here are the name and the like
    for line in lines:
        kind = words.heading(line.text) if 0 < line.level <= rank else None
        if kind:
            found.append((kind, []))
            rank = line.level
        else:
            if 0 < line.level <= rank and not title:
                found.append(("about", []))
            found[-1][1].append(line)
        title = title and not kind and (line.level > 0 or not line.text)
    return found


def _head(lines: list[Line], draft: Draft, origin: str) -> str:
    """Name and headline from what stands on top; the rest of it, without addresses and numbers, is about."""
    told = [Line(_without_cv(line.text), line.level, line.item) for line in lines]
    at = next((i for i, line in enumerate(told) if line.text and not _is_contact(line.text)), len(told))
    if at < len(told) and _is_name(told[at]):
        draft.text("name", told.pop(at).text, origin)
        told = [line for line in told if not _is_contact(line.text)]
        at = next((i for i, line in enumerate(told) if line.text), len(told))
        if at < len(told) and len(told[at].text) <= _HEADLINE and not _is_sentence(told[at].text):
            draft.text("headline", told.pop(at).text, origin)
    return _text(line for line in told if not _is_contact(line.text))


def _without_cv(text: str) -> str:
    """ "CV Ann Bell", "Curriculum vitae" without the words that only say what it is."""
    rest = words.starts_with(text, "profile", "cv")
    return text if rest is None or len(text) > _HEADLINE else rest


def _is_name(line: Line) -> bool:
    bare = line.text.replace("@", "0")
    short = len(bare.split()) <= _NAME and not any(char.isdigit() for char in bare) and not _is_sentence(bare)
    return (line.level == 1 and short) or names.looks_like_name(line.text)


def _is_contact(text: str) -> bool:
    """A short line with an e-mail address, a telephone number, a street with its postal code or a web address."""
    if len(text) > _HEADLINE or _is_sentence(text):
        return False
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    mail = any("@" in token and "." in token for token in text.split())
    return mail or _PHONE <= digits > letters or (digits >= _POSTAL and "," in text) or bool(_addresses(text))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?"))


def _is_prose(text: str) -> bool:
    return not text or _is_sentence(text) or len(text) >= _SENTENCE


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines).strip()


def _skills(lines: Iterable[Line]) -> Iterable[str]:
    """Items, or what commas and the like part; a label in front ("Tools: saw, plane") is dropped."""
    for line in lines:
        said = line.text.partition(": ")[2] or line.text
        for mark in ("|", "·", "•", ";", "\t"):
            said = said.replace(mark, ",")
        yield from said.split(",")


def _links(lines: Iterable[Line]) -> list[str]:
    return [address for line in lines for address in _addresses(line.text)]


def _addresses(text: str) -> list[str]:
    tokens = (token.strip("()<>[],;|·•").rstrip(".") for token in text.split())
    return [
        f"https://{t}" if t.startswith("www.") else t for t in tokens if t.startswith(("http://", "https://", "www."))
    ]
