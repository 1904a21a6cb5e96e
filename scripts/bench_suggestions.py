"""What suggestions bring, on our own bios and on any file of bios: coverage, honesty of the gains, and the lift of all edits.

`bench_suggestions.py [--sample 150] [--pool FILE.jsonl] [--show FILE]`: the pool's lines hold `lang` and `text`; its texts are
measured and kept nowhere. `--show` writes every edit, before and after, to a file outside the repository, to be read by eye.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "models" / "sentences"))

from waarmerk import contract, pipeline, suggestions  # noqa: E402
from waarmerk.memo import Memo  # noqa: E402
from waarmerk.records import Audit, Brand, Fields, Options, Profile, Suggestion, Together  # noqa: E402
from waarmerk.suggestions import edits  # noqa: E402

WORDS = 60  # a bio shorter than this is not measured
USEFUL = 3  # suggestions that a bio should get
SAME = 0.1  # points that a second audit may differ
SEED = 7


def own(language: str) -> list[str]:
    """Our own bios, as the models learn from them."""
    import corpus

    bios = (b for b in corpus.read() if b.lang == language and not b.loose)
    return [" ".join(s.text if s.text[-1:] in ".!?" else s.text + "." for s in bio.sentences) for bio in bios]


def pool(path: Path, language: str) -> list[str]:
    """The texts of a file of bios, in one language."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [row["text"] for row in rows if row["lang"] == language]


@dataclass
class Tally:
    """What was seen of one source in one language."""

    bios: int = 0
    covered: int = 0
    edits: int = 0
    asks: int = 0
    reproduced: int = 0
    totals: int = 0
    totals_reproduced: int = 0
    lifts: list[float] = field(default_factory=list)
    before: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    after: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    gains: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seconds: list[float] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another source with this one."""
        for name in ("bios", "covered", "edits", "asks", "reproduced", "totals", "totals_reproduced"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.lifts += other.lifts
        self.seconds += other.seconds
        for mine, theirs in ((self.before, other.before), (self.after, other.after), (self.gains, other.gains)):
            for key, rows in theirs.items():
                mine[key] += rows


def useful(found: Sequence[Suggestion]) -> int:
    """Edits that help, and questions that are expected to bring something."""
    return sum(s.kind == "edit" or s.gain > 0 for s in found)


def measured(text: str, brand: Brand, tally: Tally) -> list[Suggestion]:
    """One bio: its suggestions, each gain audited a second time from nothing, and all edits of the set at once."""
    profiles, options = (Profile(Fields(about=text)),), Options()
    memo, started = Memo(), time.perf_counter()
    audit = pipeline.judge(profiles, brand, options, memo)
    found, together = suggestions.suggest(audit, partial(pipeline.judge, memo=memo, intervals=False))
    tally.seconds.append(time.perf_counter() - started)
    score = audit.scores.overall.score
    if score is None:
        return []
    changed = [s for s in found if s.kind == "edit"]
    tally.bios += 1
    tally.covered += useful(found) >= USEFUL
    tally.edits += len(changed)
    tally.asks += len(found) - len(changed)
    for s in changed:
        again = pipeline.judge(edits.apply(profiles, s.span, s.after), brand, options).scores.overall.score
        tally.reproduced += again is not None and abs(again - score - s.gain) <= SAME + 1e-9
        tally.gains[s.title].append(s.gain)
    _all(audit, found, together, tally)
    return changed


def _all(audit: Audit, found: Sequence[Suggestion], together: Together | None, tally: Tally) -> None:
    """All edits of the set applied at once, audited from nothing."""
    rows = [found[i] for i in together.edits] if together else []
    profiles = edits.all_applied(audit.text.profiles, [(s.span, s.after) for s in rows])
    after = pipeline.judge(profiles, audit.brand, audit.options)
    lift = (after.scores.overall.score or 0.0) - (audit.scores.overall.score or 0.0)
    tally.lifts.append(lift)
    if together:
        tally.totals += 1
        tally.totals_reproduced += abs(lift - together.gain) <= SAME + 1e-9
    for old, new in zip(audit.scores.categories, after.scores.categories, strict=True):
        if old.score.score is not None and new.score.score is not None:
            tally.before[old.id].append(old.score.score)
            tally.after[old.id].append(new.score.score)


def told(name: str, tally: Tally) -> None:
    """Print one tally."""
    print(f"\n{name}: {tally.bios} bios")
    print(f"  at least {USEFUL} useful: {tally.covered / tally.bios:.1%}", end="; ")
    print(f"{tally.edits / tally.bios:.2f} edits and {tally.asks / tally.bios:.2f} questions a bio")
    print(f"  gains reproduced to ±{SAME}: {tally.reproduced}/{tally.edits}", end="; ")
    print(f"totals {tally.totals_reproduced}/{tally.totals}")
    lift = statistics.median(tally.lifts)
    print(f"  all edits at once: median lift {lift:+.1f}, mean {statistics.mean(tally.lifts):+.2f}", end="; ")
    print(f"{sum(x > 0 for x in tally.lifts) / tally.bios:.0%} of the bios are lifted")
    moved = {c: statistics.median(tally.after[c]) - statistics.median(tally.before[c]) for c in tally.before}
    print("  category medians: " + ", ".join(f"{c} {x:+.1f}" for c, x in moved.items()))
    for title, number in Counter({title: len(rows) for title, rows in tally.gains.items()}).most_common():
        print(f"    {number:4d} × {statistics.median(tally.gains[title]):+.1f}  {title}")
    print(f"  wall time of audit and suggestions: median {1000 * statistics.median(tally.seconds):.0f} ms")


def main() -> None:
    """Measure, print, and perhaps write the edits down to be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=150, help="bios per source and language; 0 for all")
    parser.add_argument("--pool", type=Path, help="a file of bios, one JSON object a line")
    parser.add_argument("--values", default="", help="declared values, by comma")
    parser.add_argument("--show", type=Path, help="where to write every edit, to be read by eye")
    args = parser.parse_args()
    pipeline.warm_up()
    values = [v for v in args.values.split(",") if v]
    brand = pipeline.resolve(contract.parse_request({"profiles": [{"text": "a"}], "brand": {"values": values}})[1])
    every, shown = Tally(), []
    for source in ("own", "pool") if args.pool else ("own",):
        for language in ("en", "nl"):
            texts = own(language) if source == "own" else pool(args.pool, language)
            texts = [t for t in texts if len(t.split()) >= WORDS]
            texts = random.Random(SEED).sample(texts, min(args.sample or len(texts), len(texts)))
            tally = Tally()
            for text in texts:
                shown += [{"source": source, "language": language, **_shown(s)} for s in measured(text, brand, tally)]
            told(f"{source} {language}", tally)
            every.add(tally)
    told("all", every)
    if args.show:
        args.show.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in shown), "utf-8")


def _shown(s: Suggestion) -> dict[str, object]:
    return {"title": s.title, "gain": s.gain, "before": s.before, "after": s.after}


if __name__ == "__main__":
    main()
