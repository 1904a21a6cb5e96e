"""Brands and institutions the person leans on, found in fields and running text, each once.

Source: brands and institutions as identity (mission, idea 5). Names come from the fields experience and education, the
encoder's mentions, the table of known brands, attachment words before a capitalised name (names.py) and hosts (links.py);
how the person is tied to them from words near the name (ties.py), and where no words tell from the encoder; what the
person thinks of them from the feeling of the clause (moods.py, stance.py).
Known gap: a tie told of in a sentence before ("there I learned ...") is not followed across sentences; feeling is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from waarmerk import brands, lexicons
from waarmerk.records import Association, Sentence, Span, Text
from waarmerk.text import fields
from waarmerk.text.associations import links, moods, names, stance, ties, words
from waarmerk.text.associations.seen import POST, RANK, Name, Seen

SENSITIVE = frozenset({"faith", "party", "union"})


def find(text: Text) -> tuple[Association, ...]:
    """Each association once, in the order of first mention; special categories only when asked for.

    Names in the caller's own vocabulary are never told.
    """
    owners = {part for p in text.profiles for part in lexicons.norm(p.fields.name or p.owner.name or "").split()}
    spared = {brands.key(term) for term in text.vocabulary}
    merged: dict[str, list[Seen]] = {}
    told = (*_from_fields(text), *_from_sentences(text))
    for seen in (*told, *links.in_fields(text, frozenset(brands.key(s.name) for s in told))):
        known = brands.named(seen.name)
        key = brands.key(known.name if known else seen.name)
        if not key or spared & {key, brands.key(seen.name)} or set(lexicons.norm(seen.name).split()) <= owners:
            continue
        merged.setdefault(key, []).append(seen)
    found = tuple(_joined(group) for group in merged.values())
    return found if text.sensitive else tuple(a for a in found if a.kind not in SENSITIVE)


def _joined(group: list[Seen]) -> Association:
    best = max(group, key=lambda s: (s.relation != "mention", RANK[s.attachment]))
    known = next((k for s in group if (k := brands.named(s.name))), None)
    stances = [s.stance for s in group if s.stance]
    return Association(
        name=group[0].name,
        kind=_kind(best, known),
        relation=best.relation,
        stance=sum(stances) / len(stances) if stances else 0.0,
        emotion=max(s.emotion for s in group),
        attachment=max((s.attachment for s in group), key=lambda a: RANK[a]),
        values=known.values if known else (),
        spans=tuple(s.span for s in group if s.span),
    )


def _kind(seen: Seen, known: brands.Known | None) -> str:
    """The table's kind; a brand one works at is an employer, one works for a client."""
    if known is None or (known.name == seen.name and seen.kind in SENSITIVE):
        return seen.kind
    if known.kind in ("brand", "employer") and seen.relation in ("employee", "alum", "founder"):
        return "employer"
    return "client" if known.kind in ("brand", "employer") and seen.relation == "client" else known.kind


def _from_fields(text: Text) -> Iterator[Seen]:
    for i, profile in enumerate(text.profiles):
        for j, job in enumerate(profile.fields.experience):
            if job.organisation:
                relation = "alum" if job.end and not _current(job.end) else "employee"
                span = Span(i, f"experience[{j}].organisation", 0, len(job.organisation))
                yield Seen(job.organisation, "employer", relation, span=span)
        for j, school in enumerate(profile.fields.education):
            if school.organisation:
                span = Span(i, f"education[{j}].organisation", 0, len(school.organisation))
                yield Seen(school.organisation, "school", "alum", span=span)


def _current(end: str) -> bool:
    return lexicons.norm(end).strip() in words.small("current")


def _from_sentences(text: Text) -> Iterator[Seen]:
    given = [{path: body for path, body, _ in fields.fields_of(p.fields)} for p in text.profiles]
    for _, group in groupby((s for s in text.sentences if s.scored), key=lambda s: (s.profile, s.field)):
        field = list(group)
        found = [names.find(s) for s in field]
        felt = _felt(field, given[field[0].profile].get(field[0].field, ""), found)
        for sentence, named, feeling in zip(field, found, felt, strict=True):
            yield from ties.told(sentence, named, feeling)


def _felt(field: Sequence[Sentence], given: str, found: Sequence[Sequence[Name]]) -> list[moods.Feeling]:
    """The feeling of each sentence of a field; what a sentence without names says goes to the one it speaks of."""
    ends = [*(s.start for s in field[1:]), len(given)]
    felt = [moods.read(s, given[s.start : end]) for s, end in zip(field, ends, strict=True)]
    named = [i for i, there in enumerate(found) if there]
    post = field[0].field.startswith(POST)
    for i, feeling in enumerate(felt):
        if found[i] or not feeling.moods or not named:
            continue
        before = max((n for n in named if n < i), default=None)
        about = before if before is not None else named[0]
        share = stance.share(feeling, post=post, follows=before == i - 1)
        if share:
            later = (m._replace(grade=share * m.grade) for m in feeling.moods)
            felt[about] = replace(felt[about], later=(*felt[about].later, *later))
    return felt
