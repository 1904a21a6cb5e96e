"""Readability: reading ease per language, on a formula made for that language.

Source: for English Flesch (1948), for Dutch Flesch-Douma (1960), both 0..100, higher is easier (`ease.py`).
Known gap: formulas see length, not meaning; a list of short jargon reads as easy.
"""

from __future__ import annotations

from waarmerk import ease
from waarmerk.records import Brand, Reading, Text
from waarmerk.signals import kit

ID = "readability"
FEWEST = 30  # words
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
    found = ease.read(sentences, text.language)
    if found is None or found.words < FEWEST:
        return kit.absent(ID, "fewer-than-thirty-words")
    details = {"words_per_sentence": round(found.length, 1), "formula": text.language}
    return Reading(ID, measure=round(found.ease, 2), details=details)
