"""Voice drift: how far the polished bio sounds from the everyday posts, and one site from another; the clone gap.

Source: front and back stage (Goffman, 1959); the polished clone (mission, idea 1). What drifts is told per dimension, and only
beyond the noise that sentences drawn anew make of one voice (voice.py). The distance is drawn towards
`typical` of data/voice.toml as long as there are few sentences. Two languages are compared on what means the same in both.
Known gap: a short bio can hide any drift; posts are another genre, so a little distance is everybody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from waarmerk import voice
from waarmerk.records import Brand, Fields, Finding, Post, Reading, Span, Text
from waarmerk.signals import kit, sides, site_values

ID = "voice-drift"
POLISHED = "jargon"  # the bio having less of it than the posts is no gap
FLAGGED = {
    "en": (
        Fields(
            about="As a results-driven thought leader I leverage synergies and deliver cutting-edge, customer-centric "
            "solutions. A proven track record of operational excellence characterises this dynamic career. "
            "Best-in-class methodologies facilitate the sustainable transformation of organisations. "
            "Strategic stakeholder management guarantees seamless, end-to-end value creation.",
            posts=(
                Post("Dropped my phone in the soup again. It's fine. I am not."),
                Post("My neighbour's cat sat on my bread. I cried a bit and baked a new one!"),
                Post("I got up at five and I still missed the bus."),
                Post("Who has a bike pump? Mine broke and I am stuck in Otley."),
                Post("I fixed my chain with a hair clip. My gran would be proud."),
                Post("Soup was good, by the way. I had two bowls."),
            ),
        ),
    ),
    "nl": (
        Fields(
            about="Als resultaatgerichte verbinder creëer ik synergie en lever ik innovatieve, klantgerichte oplossingen. "
            "Een bewezen staat van dienst in operationele excellentie kenmerkt deze dynamische loopbaan. "
            "Toonaangevende methodieken faciliteren de duurzame transformatie van organisaties. "
            "Strategisch stakeholdermanagement garandeert naadloze waardecreatie van A tot Z.",
            posts=(
                Post("Telefoon weer in de soep laten vallen. Die doet het nog. Ik niet."),
                Post("De kat van de buurman zat op mijn brood. Ik moest er bijna van huilen!"),
                Post("Ik stond om vijf uur op en ik miste de bus toch."),
                Post("Wie heeft een fietspomp? De mijne is stuk en ik sta in Sneek."),
                Post("Ik heb mijn ketting gemaakt met een haarspeld. Oma was trots geweest."),
                Post("De soep was trouwens lekker. Ik nam twee kommen."),
            ),
        ),
    ),
}
CLEAN = {
    "en": (
        Fields(
            about="I mend bikes in Otley. I learned it from my gran, who had a shed full of wheels. I still miss the bus, so "
            "I ride. On Friday I cook soup for the street. I have burned it twice.",
            posts=FLAGGED["en"][0].posts,
        ),
    ),
    "nl": (
        Fields(
            about="Ik maak fietsen in Sneek. Dat leerde ik van mijn oma, die had een schuur vol wielen. Ik mis nog altijd de "
            "bus, dus ik fiets. Op vrijdag kook ik soep voor de straat. Die brandde ik al twee keer aan.",
            posts=FLAGGED["nl"][0].posts,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides and what differs between them; `here` is a bio."""

    here: sides.Side
    there: sides.Side
    found: tuple[voice.Difference, ...]

    @property
    def drift(self) -> float:
        """0 one voice, to 1: grows with every dimension that drifts beyond the noise."""
        return 1.0 - prod(1.0 - d.drift for d in self.found)

    @property
    def distance(self) -> float:
        """The drift, drawn towards what is assumed of anybody while there are few sentences.

        Hollow sentences may show that two voices are apart, never that they are one: saying nothing must not help.
        """
        rules = voice.rules()
        assumed, prior = float(rules["typical"]), float(rules["prior"])
        apart = self.drift > assumed
        read = min(len(s.sentences) if apart else s.plainly for s in (self.here, self.there))
        return assumed + (self.drift - assumed) * read / (read + prior)


def measure(text: Text, brand: Brand) -> Reading:
    """Distance in voice where it is largest, 0..1 (0 is best)."""
    compared = _compared(text)
    if not compared:
        return kit.absent(ID, sides.missing(text))
    worst = max(compared, key=lambda c: (c.drift, -c.distance))
    values = site_values.read(text, brand)
    drifting = [(c, d) for c in compared for d in c.found if d.drift > 0]
    strongest = sorted(drifting, key=lambda row: -row[1].drift)[: voice.rules()["shown"]]
    found = {f.span: f for f in reversed([_finding(c, d) for c, d in strongest])}
    details = {"comparisons": [_told(c) for c in compared], "values": values.rows}
    return Reading(ID, measure=round(worst.distance, 4), findings=(*found.values(), *values.findings), details=details)


def _compared(text: Text) -> list[Comparison]:
    pairs = sides.pairs(text)
    return [Comparison(a, b, _differences(a, b, tests=len(pairs))) for a, b in pairs]


def _differences(here: sides.Side, there: sides.Side, tests: int) -> tuple[voice.Difference, ...]:
    rest = [d for d in voice.DIMENSIONS if d != POLISHED]
    found = voice.compare(here.whole, there.whole, (POLISHED,), tests=tests)
    if there.name == sides.POSTS:
        found = tuple(d for d in found if d.distance > 0)
    if min(here.plainly, there.plainly) >= 1.0:
        found += voice.compare(here.plain, there.plain, rest, tests=tests)
    return found


def _finding(c: Comparison, d: voice.Difference) -> Finding:
    """At the sentence that sounds most different: of the bio beside posts, else of the site that has more of it."""
    posts = c.there.name == sides.POSTS
    side, other = (c.here, c.there) if posts or d.distance > 0 else (c.there, c.here)
    level = d.there if side is c.here else d.here
    sign = 1.0 if d.distance > 0 or not posts else -1.0

    def stands_out(weighed: voice.Weighed) -> float:
        top, bottom = voice.level(weighed[0], d.dimension)
        return sign * (top - level * bottom) * weighed[1]

    s, _ = max(side.whole if d.dimension == POLISHED else side.plain, key=stands_out)
    note = f"posts.{d.dimension}.{'more' if sign > 0 else 'less'}" if posts else f"site.{d.dimension}"
    params = {} if posts else {"number": int(other.name) + 1}
    span = Span(s.profile, s.field, s.start, s.end)
    return Finding(ID, span, f"report.note.{ID}.{note}", round(d.drift, 3), params=params)


def _told(c: Comparison) -> dict[str, object]:
    rows = [
        {
            "id": d.dimension,
            "here": d.here,
            "there": d.there,
            "distance": d.distance,
            "noise": d.noise,
            "drift": d.drift,
        }
        for d in c.found
    ]
    return {"between": [c.here.name, c.there.name], "drift": round(c.drift, 4), "dimensions": rows}
