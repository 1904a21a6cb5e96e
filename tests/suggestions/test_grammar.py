"""Words taken out of sentences, and plain ones put in their place: what stays reads as a sentence, or nothing is done.

Marked words [like this] are to go, [like this>so] to be replaced, one after the other.
"""

from __future__ import annotations

import re

import pytest

from waarmerk.records import Match, Sentence
from waarmerk.suggestions import pieces, plain_words, repair
from waarmerk.suggestions.cut import cut
from waarmerk.suggestions.grammar import grammar
from waarmerk.text import normal, tokens

CASES = {
    "en": [
        ("I am a [results-driven] manager in Leeds.", "I am a manager in Leeds."),
        ("I am an [innovative] baker.", "I am a baker."),
        ("I am a [creative] architect.", "I am an architect."),
        ("A [passionate] engineer for schools.", "An engineer for schools."),
        ("I am a [dynamic] HR adviser.", "I am an HR adviser."),
        ("I am a [highly motivated] nurse.", "I am a nurse."),
        ("I am a very [driven] nurse.", "I am a nurse."),
        ("[Results-driven] marketing manager", "Marketing manager"),
        ("I am a [passionate], [driven] and [creative] designer.", "I am a designer."),
        ("I am a warm, [driven] and [creative] designer.", "I am a warm and creative designer."),
        ("I am a [passionate] and [driven] designer.", "I am a designer."),
        ("I work with bread, people and [synergy].", "I work with bread and people."),
        ("I work with bread, [synergy] and people.", "I work with bread and people."),
        ("I work with bread, [synergy], and people.", "I work with bread and people."),
        ("My days hold bread, tea, [synergy], and people.", "My days hold bread, tea, and people."),
        ("I sell bread and [innovative] pastry.", "I sell bread and pastry."),
        ("I am [innovative] and [creative].", "I am creative."),
        ("I [truly] love bread.", "I love bread."),
        ("I work [passionately].", "I work."),
        ("[At the end of the day], I bake bread.", "I bake bread."),
        ("I help people [with passion].", "I help people."),
        ("I help people with [passion].", "I help people."),
        ("I am the [best] baker in Otley.", "I am a baker in Otley."),
        ("We are the [best] bakers in Otley.", "We are bakers in Otley."),
        ("My [leading] bakery is in Otley.", "My bakery is in Otley."),
        ("I [utilise>use] an oven.", "I use an oven."),
        ("I built an [innovative>new] oven.", "I built a new oven."),
        ("I built a [turnkey>easy] oven.", "I built an easy oven."),
        ("[Utilising>Using] ovens is my trade.", "Using ovens is my trade."),
        ("Ovens: [utilise>use] them “well”, I say…", "Ovens: use them “well”, I say…"),
    ],
    "nl": [
        ("Ik ben een [resultaatgerichte] manager in Leiden.", "Ik ben een manager in Leiden."),
        ("Ik ben een [gepassioneerde], [gedreven] en [creatieve] ontwerper.", "Ik ben een ontwerper."),
        ("Ik ben een warme, [gedreven] en [creatieve] ontwerper.", "Ik ben een warme en creatieve ontwerper."),
        ("Ik ben een zeer [gedreven] ontwerper.", "Ik ben een ontwerper."),
        ("[Gepassioneerd] ontwerper voor scholen", "Ontwerper voor scholen"),
        ("[Gedreven] ijsmaker in Hoorn", "IJsmaker in Hoorn"),
        ("Ik werk met brood, mensen en [synergie].", "Ik werk met brood en mensen."),
        ("Ik werk met brood, [synergie] en mensen.", "Ik werk met brood en mensen."),
        ("Als jonge, [ambitieuze] adviseur help ik scholen.", "Als jonge adviseur help ik scholen."),
        ("Ik verkoop brood en [innovatieve] taart.", "Ik verkoop brood en taart."),
        ("[Met passie] help ik mensen.", "Ik help mensen."),
        ("[Vanuit mijn kracht], help ik mensen.", "Ik help mensen."),
        ("[Met passie] ben ik bakker.", "Ik ben bakker."),
        ("Ik help mensen [met passie].", "Ik help mensen."),
        ("Ik help mensen met [passie].", "Ik help mensen."),
        ("Ik ben de [beste] bakker van Hoorn.", "Ik ben een bakker van Hoorn."),
        ("Wij zijn de [beste] bakkers van Hoorn.", "Wij zijn bakkers van Hoorn."),
        ("Ik [faciliteer>help] mensen.", "Ik help mensen."),
        ("[Faciliteren>Helpen] is mijn vak.", "Helpen is mijn vak."),
    ],
}
REFUSED = {
    "en": [
        "I am a [thought leader].",
        "This is Otley's [most innovative] bakery.",
        "Ann combines bread with [passion].",
        "I speak in an [inspiring] way.",
        "I am a [connector>person who connects] who listens.",
        "He is one of the [finest] bakers.",
        "The [best] baker of Otley is my aunt.",
        "I am a baker and [innovative] cook.",
        "I am [results-driven].",
        "My [passion] drives me.",
        "I drive [innovation] and bake bread.",
        "I am creative and [committed] to care.",
        "I am filled with [passion].",
        "I love [inspiring] people.",
        "Being [innovative] drives me.",
        "I run [innovative]-looking shops.",
        "I like the word “[innovative]” least.",
        "I [won numerous] awards.",
        "With an eye for the [extraordinary], Ann turns houses into homes.",
        "With [innovation], people matter.",
        "I am a wellness [visionary] rewriting rules.",
        "I want a [sustainable] Holland.",
        "I rely on tea, [leadership] in care, and bread.",
        "When she's not baking, [you'll find her] with a dog.",
        "It is not-[creative] work.",
    ],
    "nl": [
        "Ik ben een [verbinder].",
        "Ze vertelt het op [inspirerende] wijze.",
        "Met haar stem [veroverde] zangeres Odette de zaal.",
        "Ik wil [impact maken>iets veranderen] die ertoe doet.",
        "Ik ben [een aanpakker>iemand die aanpakt] die luistert.",
        "De [snelste] bakker van Hoorn.",
        "Ik ben [resultaatgericht].",
        "Mijn [passie] drijft me.",
        "Ik werk klant- en [resultaatgericht].",
        "Ik ben altijd de [beste] geweest in rekenen.",
        "Wij tillen uw organisatie [naar een hoger niveau].",
        "[Veelgevraagd spreker], o.a. voor scholen.",
        "Ik werk in de zorg, [manusje van alles] bij de dierenarts, en thuis.",
        "Ik ben een hunter met [passie] voor groei en haal mijn target.",
        "De [synergie>samenwerking] is goed.",
        "Ik houd van het woord ‘[innovatief]’.",
    ],
}
MARK = re.compile(r"\[([^\]>]+)(?:>([^\]]+))?\]")


def carried_out(marked: str, language: str) -> str | None:
    """The sentence after all marked words went or were replaced; None where one of them could not."""
    given, wanted, at = "", [], 0
    for m in MARK.finditer(marked):
        given += marked[at : m.start()]
        wanted.append((len(given), len(given) + len(m[1]), m[2]))
        given, at = given + m[1], m.end()
    given += marked[at:]
    plain, offsets = normal.normalise(given)
    sentence = Sentence(0, "about", 0, len(given), plain, tokens.tokenise(plain, offsets))
    whole = pieces.of(sentence, given)
    g, kept = grammar(language), list(whole)
    for start, end, instead in wanted:
        place = pieces.within(kept, start, end)
        assert place is not None
        match = Match(given[start:end], 1.0, instead or "", start, end)
        cut_out = plain_words._instead(kept, *place, match, g) if instead else cut(kept, *place, g)
        if cut_out is None or not repair.sound(repair.repaired(cut_out, whole, g), whole, g):
            if start == wanted[-1][0]:
                return None if kept == whole else pieces.joined(repair.repaired(kept, whole, g))
            continue
        kept = cut_out
    return pieces.joined(repair.repaired(kept, whole, g))


@pytest.mark.parametrize(
    ("language", "before", "after"), [(lang, *case) for lang, rows in CASES.items() for case in rows]
)
def test_the_sentence_that_stays_is_a_sentence(language: str, before: str, after: str) -> None:
    assert carried_out(before, language) == after


@pytest.mark.parametrize(("language", "before"), [(lang, case) for lang, rows in REFUSED.items() for case in rows])
def test_where_the_grammar_is_in_doubt_nothing_is_taken_out(language: str, before: str) -> None:
    assert carried_out(before, language) is None
