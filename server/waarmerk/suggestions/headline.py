"""The headline recast from what already stands in the profile: who, then for whom, why or a deed, within the site's limit.

Source: who, for whom and why in one line (signals/headline.py). Its parts are the headline's own and whole sentences of the
bio, so that nothing is made up and the grammar is the owner's. Known gap: sentences are not shortened to clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from waarmerk import sites
from waarmerk.records import Audit, Profile, Sentence, Span
from waarmerk.suggestions import plain_words
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.repair import capital
from waarmerk.suggestions.told import role
from waarmerk.suggestions.usable import leans, short_of, usable
from waarmerk.suggestions.worth import benefit, deed, emptiness, why

FIELD, ADVICE, SIGNAL = "headline", "headline", "headline"
LIMIT = 220  # code points where the site states no limit: the longest that any site takes
LONGEST = 120  # code points of a sentence that may be part of a headline
TELLING = 0.5  # from here a sentence says for whom, why, or what was done
HOLLOW = 0.5  # from here a part of the headline is left out
MARK = " | "


def candidates(audit: Audit) -> Iterator[Edit]:
    """A few headlines for each profile that has one and a bio."""
    if not short_of(audit, SIGNAL):
        return
    for i, profile in enumerate(audit.text.profiles):
        given = profile.fields.headline or ""
        for n, text in enumerate(composed(audit, i) if given else ()):
            span = Span(i, FIELD, 0, len(given))
            yield Edit(SIGNAL, span, given, text, 0.95 - n / 100, ADVICE, audit.text.languages[i])


def composed(audit: Audit, i: int) -> list[str]:
    """Headlines for profile `i`, made of its own words, other than the one it has."""
    profile, language = audit.text.profiles[i], audit.text.languages[i]
    rows = [s for s in audit.text.sentences if s.profile == i and s.field in (FIELD, "about")]
    if language == "uncertain" or not all(usable(audit, s) for s in rows if s.field == FIELD):
        return []
    bio = [s for s in rows if s.field == "about" and usable(audit, s)]
    who = _who(audit, i, [s for s in rows if s.field == FIELD]) or capital(role(bio, language))
    limit = sites.limit(profile.site, FIELD) or LIMIT
    kinds = [_part(profile, bio, told) for told in (benefit, why, deed)]
    rests = [[part] for part in kinds if part]
    if kinds[0] and kinds[1] and kinds[0] != kinds[1]:
        rests.append([kinds[0], kinds[1]])
    own = (profile.fields.headline or "").strip()
    made = [MARK.join([who, *rest]) for rest in rests] if who else []
    shorter = [who] if who and len(who) < len(own) else []
    return list(dict.fromkeys(text for text in (*made, *shorter) if len(text) <= limit and text != own))


def _who(audit: Audit, i: int, parts: Sequence[Sentence]) -> str:
    """The parts of the headline that are not hollow, without the hollow words that can go."""
    given = audit.text.profiles[i].fields.headline or ""
    plain = {e.span: e.after for e in plain_words.candidates(audit)} if parts else {}
    kept: list[str] = []
    for s in parts:
        text = plain.get(Span(i, FIELD, s.start, s.end), given[s.start : s.end])
        hollow = [given[m.start : m.end] for m in s.hollow if m.grade >= HOLLOW]
        kept += [part for part in map(str.strip, text.split("|")) if part and not _covered(part, hollow)]
    return MARK.join(kept[:2])


def _covered(part: str, hollow: Sequence[str]) -> bool:
    """Whether hollow words are the better half of a part."""
    return sum(len(phrase) for phrase in hollow if phrase in part) * 2 >= len(part)


def _part(profile: Profile, bio: Sequence[Sentence], told: Callable[[Sentence], float]) -> str:
    """The sentence of the bio that tells most, as far as it can stand by itself; "" where none does."""
    about = profile.fields.about or ""
    fit = [
        s
        for s in bio
        if told(s) >= TELLING
        and emptiness(s) < HOLLOW
        and s.end - s.start <= LONGEST
        and not leans(s)
        and "?" not in s.text
    ]
    best = max(fit, key=told, default=None)
    return " ".join(about[best.start : best.end].split()).rstrip(". ") if best else ""
