"""How the person is tied to a name: the words near it, what an enumeration shares, tense, kind; else the encoder.

Word lists: lexicons/<lang>/relations.txt and ties.txt. The nearest words before the name win, then the list `ties`,
then the longest. Past words ("previously", "werkte") turn an employee into an alum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waarmerk.records import Attachment, Match, Sentence, Span, Token
from waarmerk.text.associations import names, stance, words
from waarmerk.text.associations.moods import Feeling
from waarmerk.text.associations.seen import RANK, Name, Seen, enumerated

TOLD_WITHIN = 3  # tokens between attachment words and the name they are about
LISTED_WITHIN = 8  # the same for words that often open a list: "a fan of flat design, git, X"
LEAST_LETTERS = 2
POST = "posts["
FELT = 0.25  # stance from which a known name in running text counts though no words tie the person to it
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
        match = _before(sentence, name.start) or (shared if listed else None)
        beside = listed or (i + 1 < len(found) and enumerated(sentence.tokens, name.end, found[i + 1].start))
        shared, reached = match, name.end
        relation = _relation(sentence, name, match)
        fact = _fact(sentence, match, relation)
        towards = stance.towards(feeling, name, found, match, fact=fact)
        if not _counts(sentence, name, match, beside, towards):
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


def _counts(sentence: Sentence, name: Name, match: Match | None, beside: bool, towards: float) -> bool:
    """Whether a name is one, and not a place, a scrap or a common word that looks like a brand."""
    if sum(c.isalpha() for c in name.label) < LEAST_LETTERS and not name.known:
        return False
    if name.mention is not None:
        return name.known or bool(match) or not _place(sentence, name)
    if not name.known or match is not None:
        return True
    tag = _token_at(sentence, name.start).kind in ("handle", "hashtag")
    apart = tag or _stands_out(sentence, name)
    if abs(towards) >= FELT:
        return name.sure or apart or name.kind == "product"
    return name.kind == "product" and (apart or (name.sure and beside))


def _stands_out(sentence: Sentence, name: Name) -> bool:
    """Whether a name is told by its capital: inside a sentence that is not written in capitals throughout."""
    spoken = [t for t in sentence.tokens if t.kind == "word" and t.text[:1].isalpha()]
    inside = [t for t in spoken if name.start <= t.start < name.end]
    others = [t for t in spoken[1:] if t not in inside]
    return (
        bool(inside)
        and inside[0] is not spoken[0]
        and inside[0].text[:1].isupper()
        and sum(t.text[:1].isupper() for t in others) <= len(others) // 2
    )


def _token_at(sentence: Sentence, start: int) -> Token:
    """The token that holds an offset."""
    return next(t for t in sentence.tokens if t.start <= start < t.end)


def _fact(sentence: Sentence, match: Match | None, relation: str) -> bool:
    """Whether the tie tells work, study or membership, in words or, in running text of a profile, by the encoder."""
    return relation in _FACTS and (match is not None or not sentence.field.startswith(POST))


def _place(sentence: Sentence, name: Name) -> bool:
    """Whether an unknown name of one word stands after "in" or "from": where, rather than with whom."""
    before = next((t for t in reversed(sentence.tokens) if t.end <= name.start), None)
    return before is not None and before.norm in words.small("where") and " " not in name.label


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
