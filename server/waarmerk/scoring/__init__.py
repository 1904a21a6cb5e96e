"""readings → scores: 0..100 per signal, category and overall, with 90 % intervals and contributions that add up.

A signal's score is the place of its measure between its anchors `poor` and `good` (data/scoring.toml); a category is the
weighted mean of the signals that apply, the whole the weighted mean of the categories that apply.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waarmerk.anchors import Table, table
from waarmerk.records import CategoryScore, Reading, Score, Scores, SignalScore, Text
from waarmerk.scoring import interval


def score(text: Text, readings: Sequence[Reading], *, intervals: bool = True) -> Scores:
    """The scores of all readings; what does not apply has no score and no weight.

    Without `intervals` the scores are the same, and nothing is resampled: `low` and `high` stay None.
    """
    rules = table()
    ok = [r for r in readings if r.status == "ok" and r.measure is not None and r.signal in rules.signals]
    shares = _shares(ok, rules)
    signals = {r.signal: rules.signals[r.signal].place(r.measure or 0.0) for r in ok}
    draws = interval.draws(ok, rules, sum(s.scored for s in text.sentences)) if intervals else None
    little = text.words < rules.too_little_words or not shares
    contributions = {s: round(w * (signals[s] - rules.base), 4) for s, w in shares.items()}
    overall = rules.base + sum(contributions.values())
    return Scores(
        overall=Score(None) if little else _around(overall, draws, shares),
        categories=tuple(_category(c, ok, signals, draws, rules) for c in rules.categories),
        signals=tuple(_signal(r, signals, draws, rules) for r in readings if r.signal in rules.signals),
        contributions={} if little else contributions,
        base=rules.base,
        too_little_text=little,
    )


def _shares(ok: Sequence[Reading], rules: Table) -> dict[str, float]:
    """Each signal's share of the overall score; they add up to 1."""
    by: dict[str, dict[str, float]] = {}
    for reading in ok:
        row = rules.signals[reading.signal]
        if row.weight > 0:
            by.setdefault(row.category, {})[reading.signal] = row.weight
    whole = sum(rules.categories[c].weight for c in by)
    return {
        signal: rules.categories[c].weight / whole * weight / sum(weights.values())
        for c, weights in by.items()
        for signal, weight in weights.items()
    }


def _category(
    name: str, ok: Sequence[Reading], signals: Mapping[str, float], draws: interval.Draws | None, rules: Table
) -> CategoryScore:
    members = {r.signal: rules.signals[r.signal].weight for r in ok if rules.signals[r.signal].category == name}
    listed = tuple(s for s, row in rules.signals.items() if row.category == name)
    whole = sum(members.values())
    if not whole:
        return CategoryScore(name, rules.categories[name].weight, Score(None), listed)
    shares = {s: w / whole for s, w in members.items() if w > 0}
    mean = sum(signals[s] * w for s, w in shares.items())
    return CategoryScore(name, rules.categories[name].weight, _around(mean, draws, shares), listed)


def _signal(reading: Reading, signals: Mapping[str, float], draws: interval.Draws | None, rules: Table) -> SignalScore:
    row = rules.signals[reading.signal]
    if reading.signal not in signals:
        return SignalScore(reading.signal, row.category, row.weight, Score(None))
    bounds = _around(signals[reading.signal], draws, {reading.signal: 1.0})
    return SignalScore(reading.signal, row.category, row.weight, bounds)


def _around(value: float, draws: interval.Draws | None, shares: Mapping[str, float]) -> Score:
    if draws is None:
        return Score(round(value, 1))
    return interval.around(value, interval.weighted(draws, shares))
