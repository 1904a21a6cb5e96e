"""The encoder's answers as classes: probabilities made into strengths with .5 as the point of decision.

Each field is one document, so every sentence is read with its neighbours. The encoder's answers are joined with those of
the linear heads (their mean is better than either) and, for values, with the word families; shares and thresholds were
chosen on our own held-out bios (models/sentences/train.py), never on data that judges us.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from waarmerk import blind, lexicons
from waarmerk import encoder as encoders
from waarmerk.classifiers import linear, outside, rules, votes
from waarmerk.classifiers.join import Join
from waarmerk.classifiers.seen import Seen
from waarmerk.memo import Memo
from waarmerk.records import ACTS, CIRCLES, MODES, Classes, Match, Mention, Sentence

Floats = NDArray[np.float32]
KEPT = 0.03  # probabilities below this are not carried along
LISTED = 0.2  # how far a listed boast or hype lifts what both judges saw
TOLD = 0.75  # what a word list's entry alone is worth beside the encoder
SURE_HOLLOW = 0.7  # from here a hollow span that no list holds is taken
SURE_NAME = 0.5  # from here the encoder's name is taken


def classify(found: encoders.Encoder, join: Join, sentences: Sequence[Sentence], memo: Memo) -> list[Sentence]:
    """The sentences with classes, hollow spans and mentions; order kept."""
    groups = [list(g) for _, g in groupby(sentences, key=lambda s: (s.profile, s.field))]
    blinded = (memo.once("blind", (s.text, s.own), partial(_blind, s))[0] for s in sentences)
    read = found.encode([[next(blinded) for _ in group] for group in groups], memo)
    seen = Seen(sentences, memo)
    plain = linear.probabilities(seen)
    values = _values(found, join, read, plain, seen)
    judged: list[Sentence] = []
    for group, encoded in zip(groups, read, strict=True):
        hollow, names = _by_sentence(encoded.hollow), _by_sentence(encoded.names)
        human, polish = (_level(encoded.document[k]) for k in ("human", "polish"))
        for i, sentence in enumerate(group):
            at = len(judged)
            heads = {k: v[i] for k, v in encoded.heads.items()}
            other = {k: v[at] for k, v in plain.items()}
            key = (seen.contents[at], _head("", sentence), *(v.tobytes() for v in (*heads.values(), *other.values())))
            classes = memo.once("classes", key, partial(_classes, found, join, heads, other, sentence, values[at]))
            judged.append(
                replace(
                    sentence,
                    classes=replace(classes, human=human, polish=polish, voice=rules.voice(sentence, human)),
                    hollow=tuple(_hollow(sentence, m) for m in hollow.get(i, ()) if m.probability >= SURE_HOLLOW),
                    mentions=tuple(_mention(sentence, m) for m in names.get(i, ()) if m.probability >= SURE_NAME),
                )
            )
    return votes.joined(judged, _vectors(found, read), seen)


def _values(
    found: encoders.Encoder, join: Join, read: Sequence[encoders.Encoded], plain: Mapping[str, Floats], seen: Seen
) -> list[dict[str, float]]:
    """Strength per value of each sentence."""
    if not read:
        return []
    ids, own = found.labels["values"], [v.id for v in lexicons.values()]
    columns = [own.index(v) for v in ids]
    return join.values(np.concatenate([e.heads["values"] for e in read]), plain["values"][:, columns], seen.values, ids)


def _vectors(found: encoders.Encoder, read: Sequence[encoders.Encoded]) -> Floats | None:
    """One vector a sentence, where the outside heads were made for this very encoder."""
    model = outside.load()
    if model is None or not read or not model.reads(found.manifest["sha256"]["model.onnx"]):
        return None
    return np.concatenate([encoded.vectors for encoded in read])


def _classes(
    found: encoders.Encoder,
    join: Join,
    heads: Mapping[str, Floats],
    plain: Mapping[str, Floats],
    s: Sentence,
    values: Mapping[str, float],
) -> Classes:
    """All classes but for the voice, which is the field's."""
    mean = {k: join.mean(heads[k], plain[k]) for k in ("mode", "circle", "act")}
    modes, circles, acts = (_named(found, k, mean) for k in ("mode", "circle", "act"))
    levels = levelled(join, heads, plain, s)
    return Classes(
        mode=max(MODES, key=lambda m: modes[m]),
        circle=max(CIRCLES, key=lambda c: circles[c]),
        modes=modes,
        circles=circles,
        values=values,
        schwartz=rules.schwartz(values),
        principles=_principles(join.scaled("principles", _named(found, "principles", heads)), s),
        boast=join.strength(_head("boast", s), levels["boast"]),
        hype=join.strength(_head("hype", s), levels["hype"]),
        specific=levels["specific"],
        act=max(ACTS, key=lambda a: acts[a]),
        polarity=rules.polarity(s),
    )


def _head(name: str, s: Sentence) -> str:
    """A post begins to boast elsewhere than a bio does."""
    return f"{name}-post" if s.field.startswith("posts[") else name


def levelled(join: Join, heads: Mapping[str, Floats], plain: Mapping[str, Floats], s: Sentence) -> dict[str, float]:
    """Boast, hype and specific before their thresholds, 0..1: both judges, lifted by what the word lists name."""
    mean = {
        k: float(join.mean(np.asarray(_level(heads[k]), np.float32), np.asarray(plain[k])))
        for k in ("boast", "hype", "specific")
    }
    for head in ("boast", "hype"):
        mean[head] = min(1.0, mean[head] + LISTED * rules.weights(s.matches, head))
    return mean


def _principles(seen: Mapping[str, float], s: Sentence) -> dict[str, float]:
    """The encoder's strengths, lifted by what the word list names."""
    listed = rules.principles(s)
    return _kept({p: rules.joined((x, TOLD * listed.get(p, 0.0))) for p, x in seen.items()})


def _named(found: encoders.Encoder, head: str, heads: Mapping[str, Floats]) -> dict[str, float]:
    return dict(zip(found.labels[head], map(float, heads[head]), strict=True))


def _level(row: Floats) -> float:
    """The expected place on an ordered scale, 0 its lowest label and 1 its highest."""
    return float(row @ np.linspace(0.0, 1.0, len(row), dtype=np.float32))


def _kept(strengths: Mapping[str, float]) -> dict[str, float]:
    return {name: x for name, x in strengths.items() if x >= KEPT}


def _by_sentence(mentions: Sequence[encoders.Mention]) -> dict[int, list[encoders.Mention]]:
    rows: dict[int, list[encoders.Mention]] = {}
    for mention in mentions:
        rows.setdefault(mention.sentence, []).append(mention)
    return rows


def _hollow(s: Sentence, found: encoders.Mention) -> Match:
    start, end = _inside(s, found)
    kind = "stock-phrases" if end - start > 24 else "buzzwords"
    return Match(s.text[start:end], round(found.probability, 4), "", s.offsets[start], s.offsets[end - 1] + 1, cls=kind)


def _mention(s: Sentence, found: encoders.Mention) -> Mention:
    start, end = _inside(s, found)
    best = {label: max(row, key=lambda k: row[k]) for label, row in found.labels.items()}
    attachment = best.get("attachment", "loose")
    stance = found.labels.get("stance", {})
    return Mention(
        name=s.text[start:end].lstrip("@#"),
        start=s.offsets[start],
        end=s.offsets[end - 1] + 1,
        kind=best.get("kind", "brand"),
        relation=best.get("relation", "mention"),
        attachment="absolute" if attachment == "absolute" else "committed" if attachment == "committed" else "loose",
        stance=round(stance.get("1", 0.0) - stance.get("-1", 0.0), 4),
        sure=round(found.probability, 4),
    )


def _blind(s: Sentence) -> tuple[str, list[int]]:
    """The sentence as the encoder reads it, and where its characters stand in the sentence."""
    return blind.read(s.text, s.own)


def _inside(s: Sentence, found: encoders.Mention) -> tuple[int, int]:
    """A mention's place in the sentence's text."""
    places = _blind(s)[1]
    return places[found.start], places[found.end - 1] + 1


def rows(found: encoders.Encoder, sentences: Sequence[Sentence]) -> Iterator[dict[str, dict[str, float]]]:
    """Per sentence each head's probabilities by label: what the join is fitted on."""
    groups = [list(g) for _, g in groupby(sentences, key=lambda s: (s.profile, s.field))]
    for encoded in found.encode([[_blind(s)[0] for s in group] for group in groups]):
        for i in range(len(encoded.vectors)):
            yield {k: dict(zip(found.labels[k], map(float, v[i]), strict=True)) for k, v in encoded.heads.items()}
