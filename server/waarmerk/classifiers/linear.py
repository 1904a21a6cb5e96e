"""The fallback where the encoder cannot be loaded: classes by rule from the word lists and counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waarmerk.classifiers import rules
from waarmerk.records import Circle, Classes, Mode, Sentence


def classify(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, in the same order, each with its classes."""
    return [replace(s, classes=_by_rule(s)) for s in sentences]


def _by_rule(s: Sentence) -> Classes:
    has = s.matches
    numbers = sum(t.kind == "number" for t in s.tokens)
    names = sum(t.kind == "word" and t.text[:1].isupper() for t in s.tokens[1:])
    act = rules.act(s)
    boast = rules.weights(has, "boast")
    specific = min(1.0, 0.15 + 0.2 * numbers + 0.12 * names) * (1 - 0.5 * rules.weights(has, "vague", "buzzwords"))
    mode: Mode = (
        "ask" if has.get("ask") or act != "inform"
        else "belief" if has.get("belief")
        else "show" if has.get("deeds") and specific >= 0.4
        else "claim" if has.get("traits") or has.get("boast") or has.get("buzzwords")
        else "fact" if len(s.tokens) > 2 else "other"
    )  # fmt: skip
    circle: Circle = (
        "why" if mode == "belief" else "how" if has.get("how") else "none" if mode in ("ask", "other") else "what"
    )
    return Classes(
        mode=mode,
        circle=circle,
        values=rules.values(s),
        principles=rules.principles(s),
        boast=boast,
        hype=rules.weights(has, "hype"),
        specific=specific,
        voice=0.7 if any(m.cls == "i" for m in has.get("pronouns", ())) else 0.5,
        act=act,
        polarity=rules.polarity(s),
    )
