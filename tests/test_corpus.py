"""The sparse format of the project's own bios: what is written is what is read."""

import importlib.util
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / "models" / "sentences" / "corpus.py"
SPEC = importlib.util.spec_from_file_location("corpus", PATH)
assert SPEC is not None
assert SPEC.loader is not None
corpus = importlib.util.module_from_spec(SPEC)
sys.modules["corpus"] = corpus
SPEC.loader.exec_module(corpus)

FILES = sorted([*corpus.DATA.glob("bios/*.txt"), *corpus.DATA.glob("sentences/*.txt")])


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_file_is_read_and_written_back(path):
    for bio in corpus.parse(path.read_text("utf-8").splitlines(), path.name):
        head = f"# {bio.lang} | loose\n" if bio.loose else ""
        assert list(corpus.parse((head + corpus.write(bio)).splitlines())) == [bio]


def test_labels_with_spaces_and_signs():
    labels = "claim why s2 b1 +joy !liking @Foo + Co=employer/founder/absolute/1 ~love R&D~ act:dialogue"
    read = corpus.sentence("We at Foo + Co love R&D = fun || " + labels)
    assert read.associations == (corpus.Association("Foo + Co", "employer", "founder", "absolute", 1),)
    assert (read.hollow, read.boast, read.hype, read.act) == (("love R&D",), 1, 0, "dialogue")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("no labels here", "between text"),
        ("Text || fact what", "no specific"),
        ("Text || fact what s6", "unknown label"),
        ("Text || fact what s2 ~other~", "does not stand"),
        ("Text || fact what s2 +nonsense", "unknown label"),
    ],
)
def test_broken_lines_say_why(line, why):
    with pytest.raises(corpus.CorpusError, match=why):
        list(corpus.parse(["# en | kind | polish 1 human 1 why 0", line]))
