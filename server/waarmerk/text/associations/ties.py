"""How the person is tied to a name: the words near it, what an enumeration shares, tense, kind; else the encoder.

Word lists: lexicons/<lang>/relations.txt and ties.txt. The nearest words before the name win, then the list `ties`,
then the longest. Past words ("previously", "werkte") turn an employee into an alum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.records import Attachment, Match, Sentence, Span
from waarmerk.text.associations import counted, names, stance, words
from waarmerk.text.associations.moods import Feeling
from waarmerk.text.associations.seen import POST, RANK, Name, Seen, enumerated

TOLD_WITHIN = 3  # tokens between attachment words and the name they are about
LISTED_WITHIN = 8  # the same for words that often open a list: "a fan of flat design, git, X"
FOR, AGAINST = 0.6, -0.4  # stance that makes a fan or a critic of somebody who is tied by no words
_FACTS = frozenset({"employee", "alum", "certified", "client", "featured", "founder", "member", "partner"})
_BY_FEELING = frozenset({"mention", "user", "fan", "critic"})
_LISTED = frozenset({"fan", "client", "featured"})
_TIMES = frozenset({"past", "now"})
_BY_KIND = {"product": "user", "school": "alum"}
_IMPLAUSIBLE = {  # what the encoder says of a known name, where its kind speaks against that and no words tell
    ("product", "alum"): "user",
    ("product", "certified"): "user",
    ("institution", "user"): "certified",
    ("community", "user"): "member",
    ("school", "user"): "alum",
}
_KIND_OF = {"employee": "employer", "alum": "employer", "client": "client", "featured": "media", "member": "community"}


def told(sentence: Sentence, found: Sequence[Name], feeling: Feeling) -> Iterator[Seen]:
    """A sighting per name that the person is tied to; names that are common words need words that tell."""
    shared: Match | None = None
    reached = -1
    for i, name in enumerate(found):
        listed = enumerated(sentence.tokens, reached, name.start)
        match = _behind(sentence, name) or _before(sentence, name.start) or (shared if listed else None)
        beside = listed or (i + 1 < len(found) and enumerated(sentence.tokens, name.end, found[i + 1].start))
        shared, reached = match, name.end
        relation = _relation(sentence, name, match)
        fact = _fact(sentence, match, relation)
        towards = stance.towards(feeling, name, found, match, fact=fact)
        if not counted.counts(sentence, name, match, beside, towards):
            continue
        relation = _moved(relation, match, towards)
        yield Seen(
            name=name.label,
            kind=_kind(sentence, name, match, relation),
            relation=relation,
            attachment=_attachment(sentence, name, match),
            stance=towards,
            span=Span(sentence.profile, sentence.field, name.start, name.end),
            emotion=stance.emotion(feeling, name, found, fact=fact),
        )


def _fact(sentence: Sentence, match: Match | None, relation: str) -> bool:
    """Whether the tie tells work, study or membership, in words or, in running text of a profile, by the encoder."""
    return relation in _FACTS and (match is not None or not sentence.field.startswith(POST))


def _behind(sentence: Sentence, name: Name) -> Match | None:
    """Words right behind a name that make a title of it: "AWS certified", "Unix-adept"."""
    for match in sentence.matches.get("behind", ()):
        gap = [t for t in sentence.tokens if name.end <= t.start < match.start]
        if match.start >= name.end and all(t.text == "-" for t in gap):
            return match
    return None


def _before(sentence: Sentence, start: int) -> Match | None:
    """The words that stand shortly before a name: the nearest, of those the list `ties` first, then the longest."""
    best: tuple[int, bool, int] | None = None
    found = None
    for list_name in ("ties", "relations"):
        for match in sentence.matches.get(list_name, ()):
            if match.end > start or match.flags in _TIMES:
                continue
            gap = [t for t in sentence.tokens if match.end <= t.start < start]
            listing = (match.cls or match.flags) in _LISTED or (bool(gap) and gap[-1].text == ":")
            if len(gap) > (LISTED_WITHIN if listing else TOLD_WITHIN):
                continue
            turned = any(t.norm in words.small("turns", sentence.language) for t in gap)
            if turned or any(t.text in (";.()" if listing else ",;:.()") for t in gap):
                continue
            rank = (len(gap), list_name != "ties", match.start - match.end)
            if best is None or rank < best:
                best, found = rank, match
    return found


def _relation(sentence: Sentence, name: Name, match: Match | None) -> str:
    relation = (match.cls or match.flags) if match else ""
    if not relation and name.mention:
        relation = name.mention.relation
        if name.known:
            relation = _IMPLAUSIBLE.get((name.kind, relation), relation)
    relation = relation or _BY_KIND.get(name.kind, "mention")
    if relation == "employee" and _past(sentence, name.start):
        return "alum"
    return relation


def _moved(relation: str, match: Match | None, towards: float) -> str:
    """A fan or a critic by feeling, where no words tell how the person is tied to the name."""
    if match is not None and (match.cls or match.flags) not in ("", "mention"):
        return relation
    if relation not in _BY_FEELING:
        return relation
    return "critic" if towards <= AGAINST else "fan" if towards >= FOR else relation


def _past(sentence: Sentence, start: int) -> bool:
    """Whether the last word of time before the name speaks of the past."""
    times = [m for m in sentence.matches.get("ties", ()) if m.flags in _TIMES and m.end <= start]
    return bool(times) and times[-1].flags == "past"


def _kind(sentence: Sentence, name: Name, match: Match | None, relation: str) -> str:
    kind = name.kind or names.kind_beside(sentence, name.start, name.end) or (name.mention.kind if name.mention else "")
    return kind or (match.kind if match else "") or _KIND_OF.get(relation, "brand")


def _attachment(sentence: Sentence, name: Name, match: Match | None) -> Attachment:
    if any(m.flags == "absolute" for m in sentence.matches.get("relations", ())):
        return "absolute"  # "in hart en nieren" may stand on either side of the name
    return max((name.mention.attachment if name.mention else "loose", _degree(match)), key=lambda a: RANK[a])


def _degree(match: Match | None) -> Attachment:
    flags = match.flags if match else ""
    return "absolute" if flags == "absolute" else "committed" if flags == "committed" else "loose"
