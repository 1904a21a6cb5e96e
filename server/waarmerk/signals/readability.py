"""Readability: how easily the running text reads, by what its language makes easy or hard to read.

Source: the blend of `ease.py` (sentence and word length as Flesch, Douma and Brouwer count them, with common words, voice,
abstract nouns, office words and speaking to the reader), 0..100 about, higher is easier; the published formulas are told
beside it. A long sentence is shown where it stands.
Known gap: form only, not meaning; a list of short jargon reads as easy.
"""

from __future__ import annotations

from collections.abc import Sequence

from waarmerk import ease
from waarmerk.records import Brand, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "readability"
FEWEST = 30  # words
LONG = 35  # words; about twice the sentence of a newspaper
MOST_SHOWN = 2
FLAGGED = {
    "en": (
        "The organisational implementation of multidisciplinary transformation methodologies necessitates continuous "
        "prioritisation of interdependent responsibilities across international administrative infrastructures, "
        "notwithstanding considerable uncertainties regarding the applicability of standardised evaluation instruments "
        "and the availability of qualified professionals.",
    ),
    "nl": (
        "De organisatorische implementatie van multidisciplinaire transformatiemethodieken noodzaakt tot voortdurende "
        "prioritering van verantwoordelijkheden binnen internationale bestuursinfrastructuren, niettegenstaande "
        "aanzienlijke onzekerheden omtrent de toepasbaarheid van gestandaardiseerde evaluatie-instrumenten en de "
        "beschikbaarheid van gekwalificeerde beroepsbeoefenaren binnen de desbetreffende organisatieonderdelen.",
    ),
}
CLEAN = {
    "en": (
        "I fix old clocks. Most come from farms near the coast. I take them apart, clean each wheel and put them back. "
        "It takes me a week. Then they run for years.",
    ),
    "nl": (
        "Ik maak oude klokken. De meeste komen van een boer hier dicht bij zee. Ik haal ze uit elkaar, maak elk rad "
        "schoon en zet ze weer in elkaar. Dat kost een week. Dan lopen ze weer jaren.",
    ),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Reading ease, about 0 (hard) to 100 (easy), of the running text in the main language."""
    if not ease.covers(text.language):
        return kit.absent(ID, "language-not-covered")
    scored = kit.scored(text)
    running = [s for s in scored if s.language == text.language and s.field != "headline"]
    found = ease.read(running, text.language)
    if found is None or found.words < FEWEST:
        return kit.absent(ID, "fewer-than-thirty-words")
    formulas = ease.of(text.language).formulas
    told = {name: round(f.ease(found.length, found.syllables), 1) for name, f in formulas.items()}
    return Reading(
        ID,
        measure=round(found.ease, 2),
        findings=tuple(kit.finding(ID, s, min(1.0, _words(s) / (2 * LONG))) for s in _longest(running)),
        parts=_parts(scored, running, found, ease.of(text.language)),
        details={"words_per_sentence": round(found.length, 1), "formulas": told},
    )


def _parts(scored: Sequence[Sentence], running: Sequence[Sentence], found: ease.Ease, rules: ease.Rules) -> Parts:
    """The blend by sentence: its terms and, as one more that is always 1, the constant; sentences not read are empty."""
    kept = {id(s): (*row.values(), (1.0, 1.0)) for s, row in zip(running, found.rows, strict=True)}
    empty = ((0.0, 0.0),) * (len(ease.TERMS) + 1)
    weights = (*(rules.weights[t] for t in ease.TERMS), rules.constant)
    return Parts(tuple(kept.get(id(s), empty) for s in scored), weights=weights)


def _longest(running: Sequence[Sentence]) -> list[Sentence]:
    long = sorted((s for s in running if _words(s) > LONG), key=_words, reverse=True)[:MOST_SHOWN]
    return sorted(long, key=lambda s: (s.profile, s.field, s.start))


def _words(sentence: Sentence) -> int:
    return sum(t.kind == "word" for t in sentence.tokens)
