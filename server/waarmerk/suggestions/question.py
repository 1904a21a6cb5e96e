"""A question to end with, made of what the person does or is: a proposal where the profile asks nobody anything.

Source: markets are conversations (Levine et al. 2000). It tells nothing new: its words are a closed list in
data/suggestions, and what fills the slot is a deed, a role or a name that stands in the text.
Known gap: deeds and roles are known by word lists; where none is found the question is to the person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

from waarmerk import sites
from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions import advice, deed, worth
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.repair import vowel_sound
from waarmerk.suggestions.told import name, role
from waarmerk.suggestions.usable import private, short_of, usable

FIELD, ADVICE, SIGNAL = "about", "question", "dialogue"
FEWEST = 2  # sentences before the question
MOST = 3  # questions tried


def candidates(audit: Audit) -> Iterator[Edit]:
    """A few questions, of which one is to stand at the end of the first bio that asks nothing."""
    if not short_of(audit, SIGNAL, "needs-stage"):
        return
    for i, profile in enumerate(audit.text.profiles):
        rows = [s for s in audit.text.sentences if s.profile == i and s.field == FIELD and s.scored]
        about = profile.fields.about or ""
        language = audit.text.languages[i]
        if len(rows) < FEWEST or language == "uncertain" or _asks(rows) or private(audit, rows[-1]):
            continue
        at = len(about.rstrip())
        limit = sites.limit(profile.site, FIELD)
        free = [s for s in rows if usable(audit, s)]
        leant = [span for a in audit.text.associations for span in a.spans if (span.profile, span.field) == (i, FIELD)]
        for n, question in enumerate(asked(free, about, language, leant)):
            added = _gap(about) + question
            if limit is None or at + len(added) <= limit:
                yield Edit(SIGNAL, Span(i, FIELD, at, at), "", added, 1.0 - n / 100, ADVICE, language)
        return


def _telling(s: Sentence) -> float:
    return worth.deed(s) + s.classes.specific


def _asks(rows: Sequence[Sentence]) -> bool:
    return any("?" in s.text or s.classes.act == "dialogue" for s in rows)


def _gap(about: str) -> str:
    """A blank behind a full sentence; a new line behind anything else, so that the two stay apart."""
    return " " if about.rstrip().endswith((".", "!")) else "\n"


def asked(rows: Sequence[Sentence], about: str, language: str, leant: Sequence[Span] = ()) -> list[str]:
    """The questions in words, most telling first; a deed that leans on no organisation (`leant`) goes before one that does."""
    table = advice.table(language)["question"]
    used = {t.norm for s in rows for t in s.tokens}
    formal = "formal_" if not used.isdisjoint(table["formal"]) else ""
    seed = crc32(about.encode())  # the same text gets the same question, another text perhaps another

    def shape(kind: str) -> str:
        shapes: Sequence[str] = table[formal + kind]
        return shapes[seed % len(shapes)]

    best = sorted((s for s in rows if s.classes.circle != "none"), key=lambda s: -_telling(s))
    deeds = [d for d in dict.fromkeys(deed.told(s, about) for s in best) if d]
    names = [about[span.start : span.end] for span in leant]
    deeds.sort(key=lambda d: any(name in d for name in names))
    found = [shape("deed").format(deed=d) for d in deeds[: MOST - 1]]
    known, called = role(rows, language), name(rows)
    if known:
        found.append(shape("role").format(a="an" if vowel_sound(known) else "a", role=known))
    elif not used.isdisjoint(table["first"]):
        found.append(shape("own"))
    elif called:
        found.append(shape("name").format(name=called))
    return found[:MOST]
