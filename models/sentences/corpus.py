"""The project's own labelled bios: one sparse text format, one reader, one writer.

A bio is a header `# lang | kind | polish 2 human 4 why 1` and one line a sentence, `text || labels // second reading`; a
blank line ends it. The first labels are the writer's. The second reading was made cold, by a reader who saw the bio and the
guide but no labels; it holds mode, circle, boast, hype and values only, and may be missing.
Labels: mode, circle, `sN` specific 1-5, `bN` boast, `hN` hype (0-2, default 0), `+value`, `!principle`, `~hollow phrase~`,
`@name=kind/relation/attachment/stance`, `act:dialogue|action` (default inform). Phrases and names stand verbatim in the text.
A header `# lang | loose` starts independent sentences that carry no principles, act, hollow phrases or associations.
The meaning of each label is told in README.md beside this file.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

DATA = Path(__file__).parent / "data"
EVERY = ("bios/*.txt", "sentences/*.txt")
# The files whose bios hold plain facts, deeds and values as often as real profiles do: points of decision are chosen on
# them. The other files were written to be rich in what is rare.
PLAIN = ("bios/own-*.txt", "bios/??-3?.txt")
POSTS = ("sentences/posts-*.txt",)
LANGUAGES = ("en", "nl")
MODES = ("claim", "show", "belief", "fact", "ask", "other")
CIRCLES = ("why", "how", "what", "none")
ACTS = ("inform", "dialogue", "action")
PRINCIPLES = ("reciprocity", "commitment", "social-proof", "authority", "liking", "scarcity", "unity")
VALUES = (
    "honesty", "transparency", "integrity", "craftsmanship", "curiosity", "creativity", "innovation", "courage",
    "ambition", "independence", "freedom", "adventure", "playfulness", "joy", "care", "service", "reliability",
    "loyalty", "family", "community", "collaboration", "inclusion", "justice", "sustainability", "health",
    "simplicity", "tradition", "faith", "security", "discipline", "humility", "knowledge-sharing", "beauty",
    "prosperity", "leadership", "impact",
)  # fmt: skip
KINDS = (
    "brand", "employer", "client", "institution", "school", "club", "faith", "party", "union", "media", "product",
    "community",
)  # fmt: skip
RELATIONS = (
    "founder", "employee", "alum", "client", "partner", "user", "fan", "critic", "member", "certified", "featured",
    "mention",
)  # fmt: skip
ATTACHMENTS = ("loose", "committed", "absolute")

_NAME = re.compile(rf"@(.+?)=({'|'.join(KINDS)})/({'|'.join(RELATIONS)})/({'|'.join(ATTACHMENTS)})/(-1|0|\+?1)(?=\s|$)")
_HOLLOW = re.compile(r"~(.+?)~(?=\s|$)")
_WORD = re.compile(r"\S+")


class CorpusError(ValueError):
    """A line that breaks the format; says the file, the line number and why."""


@dataclass(frozen=True)
class Association:
    """A name the bio's person ties themselves to, verbatim, with how."""

    name: str
    kind: str
    relation: str
    attachment: str = "loose"
    stance: int = 0


@dataclass(frozen=True)
class Second:
    """What the second reader said of a sentence."""

    mode: str
    circle: str
    boast: int = 0
    hype: int = 0
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """One sentence and everything a reader said of it."""

    text: str
    mode: str
    circle: str
    specific: int
    boast: int = 0
    hype: int = 0
    values: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    act: str = "inform"
    associations: tuple[Association, ...] = ()
    second: Second | None = None

    def again(self) -> Labelled:
        """The sentence as the second reader labelled it; the first labels where there was no second reading."""
        return replace(self, **vars(self.second)) if self.second else self


@dataclass(frozen=True)
class Bio:
    """Sentences in order. `loose`: one sentence alone, labelled for mode, circle, values, boast, hype and specific only."""

    lang: str
    kind: str
    sentences: tuple[Labelled, ...]
    polish: int = 0
    human: int = 0
    why: int = 0
    loose: bool = False

    def again(self) -> Bio:
        """The bio as the second reader labelled it."""
        return replace(self, sentences=tuple(s.again() for s in self.sentences))


def sentence(line: str) -> Labelled:
    """Read `text || labels` or `text || labels // second reading`. Raises ValueError with the reason."""
    text, found, labels = line.rpartition(" || ")
    text = text.strip()
    if not found or not text:
        raise ValueError("no ' || ' between text and labels")
    labels, _, again = labels.partition(" // ")
    fields: dict[str, object] = {"boast": 0, "hype": 0, "act": "inform"}
    lists: dict[str, list[object]] = {"values": [], "principles": [], "hollow": [], "associations": []}
    at = 0
    while (at := at + len(labels[at:]) - len(labels[at:].lstrip())) < len(labels):
        if m := _NAME.match(labels, at):
            lists["associations"].append(Association(m[1], m[2], m[3], m[4], int(m[5])))
        elif m := _HOLLOW.match(labels, at):
            lists["hollow"].append(m[1])
        elif m := _WORD.match(labels, at):
            name, value = _plain(m[0])
            if name in lists:
                lists[name].append(value)
            else:
                fields[name] = value
        assert m is not None
        at = m.end()
    for need in ("mode", "circle", "specific"):
        if need not in fields:
            raise ValueError(f"no {need}")
    for quote in [*map(str, lists["hollow"]), *(a.name for a in lists["associations"] if isinstance(a, Association))]:
        if quote not in text:
            raise ValueError(f"{quote!r} does not stand in the sentence")
    second = _second(again.split()) if again else None
    return Labelled(text, **fields, **{k: tuple(v) for k, v in lists.items()}, second=second)  # type: ignore[arg-type]


def _second(labels: list[str]) -> Second:
    read = [_plain(word) for word in labels]
    values = tuple(str(v) for name, v in read if name == "values")
    single = {name: v for name, v in read if name != "values"}
    if single.keys() - {"mode", "circle", "boast", "hype"} or not {"mode", "circle"} <= single.keys():
        raise ValueError("a second reading holds a mode, a circle, and perhaps boast, hype and values")
    return Second(values=values, **single)  # type: ignore[arg-type]


def _plain(word: str) -> tuple[str, object]:
    """A label without spaces -> (field, value)."""
    for name, known in (("mode", MODES), ("circle", CIRCLES)):
        if word in known:
            return name, word
    if word[0] == "+" and word[1:] in VALUES:
        return "values", word[1:]
    if word[0] == "!" and word[1:] in PRINCIPLES:
        return "principles", word[1:]
    if word.startswith("act:") and word[4:] in ACTS:
        return "act", word[4:]
    for letter, name, allowed in (("s", "specific", "12345"), ("b", "boast", "012"), ("h", "hype", "012")):
        if len(word) == 2 and word[0] == letter and word[1] in allowed:
            return name, int(word[1])
    raise ValueError(f"unknown label {word!r}")


def parse(lines: list[str], source: str = "text") -> Iterator[Bio]:
    """Bios of one file; raises CorpusError at the first broken line."""
    head: tuple[str, str, dict[str, int], bool] | None = None
    body: list[Labelled] = []
    for number, line in enumerate([*lines, ""], 1):
        line = line.strip()
        try:
            if line.startswith("# ") and " | " in line and not body:
                head = header(line)
            elif line:
                if head is None:
                    raise ValueError("a sentence before any header")
                body.append(sentence(line))
                if head[3]:
                    yield Bio(head[0], head[1], tuple(body), loose=True)
                    body = []
            elif head is not None and body:
                yield Bio(head[0], head[1], tuple(body), **head[2])
                head, body = None, []
        except ValueError as error:
            raise CorpusError(f"{source}:{number}: {error}") from error


def header(line: str) -> tuple[str, str, dict[str, int], bool]:
    """`# lang | kind | polish 2 human 4 why 1` -> (lang, kind, scores, loose)."""
    lang, _, rest = line[2:].partition(" | ")
    kind, _, scores = rest.partition(" | ")
    if lang not in LANGUAGES:
        raise ValueError(f"unknown language {lang!r}")
    words = scores.split()
    figures = {k: int(v) for k, v in zip(words[::2], words[1::2], strict=True)}
    if figures.keys() - {"polish", "human", "why"}:
        raise ValueError(f"unknown score in {scores!r}")
    return lang, kind, figures, kind == "loose"


def write(bio: Bio) -> str:
    """The bio in the sparse format, so that parse(write(bio)) == bio."""
    out = [] if bio.loose else [f"# {bio.lang} | {bio.kind} | polish {bio.polish} human {bio.human} why {bio.why}"]
    for s in bio.sentences:
        labels = [s.mode, s.circle, f"s{s.specific}"] + [f"b{s.boast}"] * (s.boast > 0) + [f"h{s.hype}"] * (s.hype > 0)
        labels += [f"+{v}" for v in s.values] + [f"!{p}" for p in s.principles] + [f"act:{s.act}"] * (s.act != "inform")
        labels += [f"@{a.name}={a.kind}/{a.relation}/{a.attachment}/{a.stance}" for a in s.associations]
        out.append(f"{s.text} || {' '.join(labels + [f'~{p}~' for p in s.hollow])}")
        if r := s.second:
            again = [r.mode, r.circle] + [f"b{r.boast}"] * (r.boast > 0) + [f"h{r.hype}"] * (r.hype > 0)
            out[-1] += f" // {' '.join(again + [f'+{v}' for v in r.values])}"
    return "\n".join(out)


def read(folder: Path = DATA, patterns: Sequence[str] = EVERY) -> list[Bio]:
    """Every bio and loose sentence of the files below `folder` that match a pattern, files in name order."""
    files = sorted({file for pattern in patterns for file in folder.glob(pattern)})
    return [b for f in files for b in parse(f.read_text("utf-8").splitlines(), f.name)]


if __name__ == "__main__":
    found = read(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
    for lang in LANGUAGES:
        own = [b for b in found if b.lang == lang]
        print(lang, sum(not b.loose for b in own), "bios,", sum(len(b.sentences) for b in own), "sentences")
