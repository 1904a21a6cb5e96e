"""Oversharing: phone, home address, e-mail, birth date, BSN, IBAN, card, keys and tokens, confidential facts.

Source: what may be shared and what not (mission, idea 15; GDPR). Numbers are told apart by their check digits: IBAN
modulo 97, BSN eleven-test, card numbers by Luhn. Known gap: an address written out in words.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk import private
from waarmerk.records import Brand, Finding, Reading, Span, Text
from waarmerk.signals import kit

ID = "oversharing"
FLAGGED = {
    "en": ("Call me on +44 7700 900123 or pay to GB33 BUKB 2020 1555 5555 55.",),
    "nl": ("Mijn BSN is 111222333 en ik woon op Dorpsstraat 12, 1234 AB Merelveld.",),
}
CLEAN = {"en": ("I wired 38 houses in 2021.",), "nl": ("Ik bedraadde 38 huizen in 2021.",)}
SERIOUS = {
    "bsn": 1.0,
    "ssn": 1.0,
    "iban": 1.0,
    "card": 1.0,
    "key": 1.0,
    "address": 0.8,
    "birth-date": 0.7,
    "phone": 0.5,
}
MILD = 0.25  # an e-mail address on a profile is often meant to be there


def measure(text: Text, brand: Brand) -> Reading:
    """Summed seriousness of what is shared, 0 nothing, 1 something that should go at once."""
    if not text.profiles:
        return kit.absent(ID, "too-little-text")
    found = list(_findings(text))
    return Reading(ID, measure=round(min(2.0, sum(f.strength for f in found)), 4), findings=tuple(found))


def _findings(text: Text) -> Iterator[Finding]:
    for i, profile in enumerate(text.profiles):
        for path, given in private.fields_of(profile.fields):
            for hit in private.find(given):
                strength = SERIOUS.get(hit.kind, MILD)
                note = f"report.note.{ID}.concern"
                yield Finding(ID, Span(i, path, hit.start, hit.end), note, strength, params={"kind": hit.kind})
