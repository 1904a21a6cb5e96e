"""How the person is tied to a name: the words near it, what an enumeration shares, tense, kind; else the encoder.

Word lists: lexicons/<lang>/relations.txt and ties.txt. The nearest words before the name win, then the list `ties`,
then the longest. Past words ("previously", "werkte") turn an employee into an alum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.records import Attachment, Match, Sentence, Span
from waarmerk.text.associations import names
from waarmerk.text.associations.seen import RANK, Name, Seen, enumerated

TOLD_WITHIN = 3  # tokens between attachment words and the name they are about
LISTED_WITHIN = 8  # the same for words that often open a list: "a fan of flat design, git, X"
NEAR = 60  # characters around a name within which feeling words are about it
LEAST_LETTERS = 2
_WHERE = frozenset({"in", "from", "near", "te", "uit", "rond"})
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


def told(sentence: Sentence, found: Sequence[Name]) -> Iterator[Seen]:
    """A sighting per name that the person is tied to; names that are common words need words that tell."""
    shared: Match | None = None
    reached = -1
    for i, name in enumerate(found):
        listed = enumerated(sentence.tokens, reached, name.start)
        match = _before(sentence, name.start) or (shared if listed else None)
        beside = listed or (i + 1 < len(found) and enumerated(sentence.tokens, name.end, found[i + 1].start))
        shared, reached = match, name.end
        if not _counts(sentence, name, match, beside):
            continue
        relation = _relation(sentence, name, match)
        yield Seen(
            name=name.label,
            kind=_kind(sentence, name, match, relation),
            relation=relation,
            attachment=_attachment(sentence, name, match),
            stance=_stance(sentence, name, match),
            span=Span(sentence.profile, sentence.field, name.start, name.end),
            emotion=_emotion(sentence, name),
        )


def _counts(sentence: Sentence, name: Name, match: Match | None, beside: bool) -> bool:
    """Whether a name is one, and not a place, a scrap or a common word that looks like a brand."""
    if sum(c.isalpha() for c in name.label) < LEAST_LETTERS and not name.known:
        return False
    if name.mention is not None:
        return name.known or bool(match) or not _place(sentence, name)
    if not name.known or match is not None:
        return True
    first = bool(sentence.tokens) and sentence.tokens[0].start == name.start
    return name.kind == "product" and (beside or name.sure) and (name.sure or not first)


def _place(sentence: Sentence, name: Name) -> bool:
    """Whether an unknown name of one word stands after "in" or "from": where, rather than with whom."""
    before = next((t for t in reversed(sentence.tokens) if t.end <= name.start), None)
    return before is not None and before.norm in _WHERE and " " not in name.label


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
            if any(t.text in (";.()" if listing else ",;:.()") for t in gap):
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


def _stance(sentence: Sentence, name: Name, match: Match | None) -> float:
    """For or against: the attachment words' own, else the encoder's; -1..1."""
    if match and match.cls:
        return match.grade
    return name.mention.stance if name.mention else 0.0


def _emotion(sentence: Sentence, name: Name) -> float:
    """How much feeling the words near the name carry, either way; 0..1."""
    near = [
        abs(m.grade)
        for m in sentence.matches.get("polarity", ())
        if name.start - NEAR <= m.end and m.start <= name.end + NEAR
    ]
    return min(1.0, max(near, default=0.0))
