"""What the names in a profile amount to, in words: how much of the text is theirs, and whom one is for and against.

Source: "I am brand A, certainly not brand B" (mission, idea 5) and borrowed identity (idea 6).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waarmerk import messages

SIGNAL = "attachment"
DECIDED = 0.25  # stance from which one is told to be for or against
LEAST = 0.1  # share of the sentences from which their being borrowed is worth telling
MOST = 6  # names in a row
FELT = 0.2  # feeling below which a stance comes from the tie alone
_SIDE = {"fan": "for", "critic": "against"}


def lines(report: Mapping[str, Any], language: str) -> list[str]:
    """At most two sentences; none where the text leans on nothing and is for and against nobody."""
    told = []
    signal = next((s for s in report["signals"] if s["id"] == SIGNAL and s["status"] == "ok"), None)
    share = ((signal or {}).get("details") or {}).get("borrowed")
    if share is not None and share >= LEAST:
        told.append(messages.text(language, "report.leaning.borrowed", share=round(100 * share)))
    liked, disliked = (
        ", ".join([a["name"] for a in report["associations"] if side(a) == which][:MOST])
        for which in ("for", "against")
    )
    which = "both" if liked and disliked else "for" if liked else "against" if disliked else None
    if which:
        told.append(messages.text(language, f"report.leaning.{which}", liked=liked, disliked=disliked))
    return told


def side(association: Mapping[str, Any]) -> str:
    """Whether one stands for a name, against it, or neither; a firm tie alone is no praise."""
    if association["relation"] in _SIDE:
        return _SIDE[association["relation"]]
    stance = association["stance"] if association["emotion"] >= FELT else 0.0
    return "for" if stance >= DECIDED else "against" if stance <= -DECIDED else "neither"
