"""Readability: reading ease per language, on a formula made for that language.

Source: for English Flesch (1948), for Dutch Flesch-Douma (1960), both 0..100, higher is easier. Word and sentence lengths are
counted on our own tokens, syllables by `syllables.py`.
Known gap: formulas see length, not meaning; a list of short jargon reads as easy.
"""

from __future__ import annotations

from collections.abc import Mapping

from waarmerk import syllables
from waarmerk.records import Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "readability"
FEWEST = 30  # words
FORMULAS: Mapping[str, tuple[float, float, float]] = {  # constant, per word in a sentence, per syllable in a word
    "en": (206.835, 1.015, 84.6),
    "nl": (206.84, 0.93, 77.0),
}
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
    if text.language == "uncertain":
        return kit.absent(ID, "language-not-covered")
    sentences = [s for s in kit.scored(text) if s.language == text.language and s.field != "headline"]
    counts = [_counts(s) for s in sentences]
    words = sum(w for w, _ in counts)
    if words < FEWEST:
        return kit.absent(ID, "fewer-than-thirty-words")
    constant, per_sentence, per_word = FORMULAS[text.language]
    full = [c for c in counts if c[0] > 2]  # fragments would read as very easy sentences
    length = sum(w for w, _ in full) / max(1, len(full))
    ease = constant - per_sentence * length - per_word * sum(s for _, s in counts) / words
    return Reading(
        ID, measure=round(ease, 2), details={"words_per_sentence": round(length, 1), "formula": text.language}
    )


def _counts(sentence: Sentence) -> tuple[int, int]:
    words = [t.text for t in sentence.tokens if t.kind == "word"]
    return len(words), sum(syllables.count(w, sentence.language) for w in words)
