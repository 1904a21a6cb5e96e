"""Headlines and short bios composed from the profile's own sentences, within what sites take, ranked by audit.

A bio is a choice of the owner's own sentences, those that tell most for their length: as written, or led by who, why or a
deed, or the next best ones. Nothing is worded anew, so nothing is made up. Sources: limits of the sites in data/sites.toml.
Known gap: sentences are not shortened; a text of long sentences has no variants for a site that takes few characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from waarmerk import sites
from waarmerk.records import Audit, Sentence, Variant
from waarmerk.suggestions import headline, plain_words
from waarmerk.suggestions.choose import Judge
from waarmerk.suggestions.usable import leans, usable
from waarmerk.suggestions.worth import benefit, deed, emptiness, who, why

HEADLINES = "linkedin"  # whose limit holds where the profile's own site has no headline
SITES = ("x", "instagram", "mastodon", "github")  # where a bio may go beside its own site
FIELD, HEADLINE = "about", "headline"
HOLLOW = 0.5  # from here a sentence is not chosen, unless its hollow words can go
LEAST = 0.3  # of the site's room that a variant fills


class _Line(NamedTuple):
    """A sentence as it would stand in a bio: on one line, with its stop, without the hollow words that can go."""

    sentence: Sentence
    text: str


def compose(audit: Audit, judge: Judge, number: int) -> tuple[Variant, ...]:
    """At most `number` headlines and `number` bios per site, best first; none where the language is not covered."""
    at = next((i for i, p in enumerate(audit.text.profiles) if p.fields.about), None)
    if number <= 0 or at is None or audit.text.languages[at] == "uncertain":
        return ()
    found = [*_headlines(audit, at), *_bios(audit, at)]
    scores = {
        text: _score(audit, judge, at, field, text) for field, text in dict.fromkeys((v.field, v.text) for v in found)
    }
    ranked = sorted((replace(v, score=scores[v.text]) for v in found), key=lambda v: -(v.score or 0.0))
    kept: dict[tuple[str, str], list[Variant]] = {}
    for variant in ranked:
        kept.setdefault((variant.field, variant.site), []).append(variant)
    order = sorted(kept, key=lambda key: (key[0] != HEADLINE, key[1]))
    return tuple(v for key in order for v in _different(kept[key], number))


def _different(ranked: Sequence[Variant], number: int) -> list[Variant]:
    """The best ones that say different things, then the best in another order; best first."""
    first: dict[tuple[str, ...], Variant] = {}
    for variant in ranked:
        first.setdefault(tuple(sorted(variant.text.split())), variant)
    others = [v for v in ranked if v not in first.values()]
    chosen = [*first.values(), *others][:number]
    return [v for v in ranked if v in chosen]


def _score(audit: Audit, judge: Judge, at: int, field: str, text: str) -> float | None:
    """Overall score of the profile with that headline, or of a profile that holds that bio and no more."""
    profile = audit.text.profiles[at]
    if field == HEADLINE:
        fields = replace(profile.fields, headline=text)
    else:
        fields = replace(profile.fields, about=text, headline=None, experience=(), featured=(), posts=())
    return judge((replace(profile, fields=fields),), audit.brand, audit.options).scores.overall.score


def _headlines(audit: Audit, at: int) -> Iterator[Variant]:
    site = audit.text.profiles[at].site
    limit = sites.limit(site, HEADLINE)
    for text in headline.composed(audit, at):
        yield Variant(HEADLINE, site if limit else HEADLINES, limit or headline.LIMIT, text)


def _bios(audit: Audit, at: int) -> Iterator[Variant]:
    profile = audit.text.profiles[at]
    lines = _lines(audit, at)
    for site in dict.fromkeys((profile.site, *SITES)):
        limit = sites.limit(site, FIELD)
        for text in dict.fromkeys(_made(lines, limit)) if limit else ():
            if LEAST * (limit or 0) <= len(text) and text != profile.fields.about:
                yield Variant(FIELD, site, limit or 0, text)


def _lines(audit: Audit, at: int) -> list[_Line]:
    """The sentences that a bio may be chosen from."""
    about = audit.text.profiles[at].fields.about or ""
    plain = {
        e.span.start: e.after for e in plain_words.candidates(audit) if (e.span.profile, e.span.field) == (at, FIELD)
    }
    found = []
    for s in audit.text.sentences:
        if (s.profile, s.field) == (at, FIELD) and usable(audit, s) and not leans(s):
            text = " ".join(plain.get(s.start, about[s.start : s.end]).split())
            if s.start in plain or emptiness(s) < HOLLOW:
                found.append(_Line(s, text if text.endswith((".", "!", "?")) else text + "."))
    return found


def _made(lines: Sequence[_Line], limit: int) -> Iterator[str]:
    """Bios within the limit: the best as written, led by who, why and a deed, and without the best sentence."""
    ranked = sorted(lines, key=lambda line: -_worth(line.sentence) / len(line.text) ** 0.5)
    yield _joined(_fitting(ranked, limit), lines)
    for told in (who, why, deed):
        lead = max(lines, key=_by(told), default=None)
        if lead is not None and told(lead.sentence) > 0:
            rest = [line for line in ranked if line is not lead]
            yield _joined(_fitting([lead, *rest], limit), [lead, *(line for line in lines if line is not lead)])
    yield _joined(_fitting(ranked[1:], limit), lines)


def _by(told: Callable[[Sentence], float]) -> Callable[[_Line], float]:
    return lambda line: told(line.sentence)


def _worth(s: Sentence) -> float:
    return 1.2 * why(s) + 1.2 * deed(s) + benefit(s) + 0.5 * s.classes.specific + 0.5 * who(s)


def _fitting(ranked: Sequence[_Line], limit: int) -> list[_Line]:
    """As many as fit, taken in order."""
    chosen: list[_Line] = []
    for line in ranked:
        if len(" ".join(c.text for c in [*chosen, line])) <= limit:
            chosen.append(line)
    return chosen


def _joined(chosen: Sequence[_Line], order: Sequence[_Line]) -> str:
    return " ".join(line.text for line in order if line in chosen)
