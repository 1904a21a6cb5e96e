"""Fact consistency: contradictions of years, starts, counts, places, work and degrees, within and across profiles.

Source: consistency as a ground of credibility (Metzger and Flanagin, 2013); one year that does not match (mission, idea 11).
Precision comes first: rounding, older pages, past jobs beside present ones and facts of different things are left alone.
Known gap: facts told in other words than our lists know, and towns that are not in our list of places.
"""

from __future__ import annotations

from waarmerk import facts
from waarmerk.records import Brand, Fields, Finding, Position, Reading, Span, Text
from waarmerk.signals import kit

ID = "fact-consistency"
STRENGTH = 0.8
WEAK = {"employer": 0.5}  # two jobs are possible: worth a look
SHOWN = 6  # findings at most: the first contradictions are the ones to mend
FLAGGED = {
    "en": (
        Fields(
            headline="Tour guide in 20+ countries",
            about="I have ten years of experience. By now I have guided people through 12 countries.",
            experience=(Position("Guide", "Brackwell Walks", "2021", "present"),),
        ),
    ),
    "nl": (
        Fields(
            headline="Reisleider in 20+ landen",
            about="Ik heb tien jaar ervaring. Inmiddels begeleidde ik mensen door 12 landen.",
            experience=(Position("Reisleider", "Brakwoud Reizen", "2021", "heden"),),
        ),
    ),
}
CLEAN = {
    "en": (
        Fields(
            headline="Tour guide in 20+ countries",
            about="I have over ten years of experience, and I have guided people through 22 countries.",
            experience=(
                Position("Guide", "Brackwell Walks", "2021", "present"),
                Position("Teacher", "Elmfield School", "2012", "2021"),
            ),
        ),
    ),
    "nl": (
        Fields(
            headline="Reisleider in 20+ landen",
            about="Ik heb ruim tien jaar ervaring, en ik begeleidde mensen door 22 landen.",
            experience=(
                Position("Reisleider", "Brakwoud Reizen", "2021", "heden"),
                Position("Docent", "Elzencollege", "2012", "2021"),
            ),
        ),
    ),
}


def measure(text: Text, brand: Brand) -> Reading:
    """How many matters the profiles contradict themselves on (0 is best); nothing comparable is no reading."""
    verdict = facts.compare(text)
    if not verdict.compared:
        return kit.absent(ID, "no-dated-facts")
    found: dict[tuple[int, str, int], Finding] = {}
    for clash in verdict.clashes:
        for fact, other in ((clash.one, clash.other), (clash.other, clash.one)):
            if fact.span is not None and fact.span.end > fact.span.start:
                place = (fact.profile, fact.span.field, fact.span.start)
                found.setdefault(place, _finding(fact, fact.span, other))
    details = {"compared": verdict.compared, "kinds": sorted({c.one.kind for c in verdict.clashes})}
    findings = tuple(sorted(found.values(), key=lambda f: -f.strength))[:SHOWN]
    return Reading(ID, measure=float(verdict.contradictions), findings=findings, details=details)


def _finding(fact: facts.Fact, span: Span, other: facts.Fact) -> Finding:
    note = f"report.note.{ID}.{fact.kind}"
    return Finding(ID, span, note, WEAK.get(fact.kind, STRENGTH), params={"other": other.told})
