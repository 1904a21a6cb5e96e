"""A signal and a language are added by the files that the house names, and by no others: tried on a copy of the package."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "server/waarmerk"
DATA = f"{PACKAGE}/data"
TOY = "toy-bells"
FLAGGED = {"en": "I go ding dong all day in Wexcombe.", "nl": "Ik roep de hele dag bim bam in Merelveld."}
BELLS = {"en": "ding dong", "nl": "bim bam"}

pytestmark = pytest.mark.slow


class Copy:
    """The package, its scaffold and its models in a folder of their own; what runs in it sees this code alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / PACKAGE, folder / PACKAGE, ignore=leave)
        (folder / "scripts").mkdir()
        shutil.copy(ROOT / "scripts" / "new_signal.py", folder / "scripts")
        (folder / "models").symlink_to(ROOT / "models")
        self.before = self._files()

    def _files(self) -> dict[str, str]:
        found = (f for f in (self.folder / PACKAGE).rglob("*") if f.is_file() and "__pycache__" not in f.parts)
        return {f.relative_to(self.folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in found}

    def touched(self) -> set[str]:
        """Files that are new, gone or changed."""
        now = self._files()
        return {name for name in now.keys() | self.before.keys() if now.get(name) != self.before.get(name)}

    def run(self, *command: object, given: str = "") -> str:
        environ = {**os.environ, "PYTHONPATH": str(self.folder / "server"), "PYTHONDONTWRITEBYTECODE": "1"}
        whole = [sys.executable, *map(str, command)]
        done = subprocess.run(whole, env=environ, cwd=ROOT, input=given, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
        return done.stdout

    def ask(self, code: str, given: object = None):
        """The JSON that a few lines make of `given`."""
        lines = f"import json, sys, waarmerk; given = json.load(sys.stdin); assert {str(self.folder)!r} in waarmerk.__file__"
        return json.loads(self.run("-c", f"{lines}\n{code}", given=json.dumps(given)))

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))


@pytest.fixture
def copy(tmp_path):
    return Copy(tmp_path)


def audit(text: str, language: str, report_language: str = "en") -> dict:
    options = {"language": language, "report_language": report_language, "suggestions": 2}
    return {"profiles": [{"text": text}], "brand": {"values": ["honesty"]}, "options": options}


def test_a_signal_is_its_module_a_line_a_row_and_its_words(copy):
    copy.run(copy.folder / "scripts" / "new_signal.py", TOY, "clarity")
    copy.change(f"{PACKAGE}/signals/__init__.py", "    specificity,\n", "    specificity,\n    toy_bells,\n")
    copy.change(f"{PACKAGE}/signals/__init__.py", "    respect,\n)", "    respect,\n    toy_bells,\n)")
    module = f"{PACKAGE}/signals/toy_bells.py"
    copy.change(module, "A sentence that must flag.", FLAGGED["en"])
    copy.change(module, "Een zin die gemeld moet worden.", FLAGGED["nl"])
    for language, words in BELLS.items():
        copy.write(
            f"{DATA}/lexicons/{language}/{TOY}.txt", f"# Bells ({language}). Source: invented.\n{words} | .9 | |\n"
        )
        copy.change(
            f"{DATA}/locale/{language}/signals.toml", f'[{TOY}]\ntitle = "…"', f'[{TOY}]\ntitle = "Bells {language}"'
        )

    per_language = ("lexicons/{}/toy-bells.txt", "locale/{}/signals.toml", "locale/{}/report.toml")
    assert copy.touched() == {
        module,
        f"{PACKAGE}/signals/__init__.py",
        f"{DATA}/scoring.toml",
        *(f"{DATA}/{name.format(language)}" for name in per_language for language in BELLS),
    }
    copy.run("-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", "tests/signals/test_examples.py", "-k", TOY)
    for language in BELLS:
        flagged, clean = copy.ask(
            "print(json.dumps([waarmerk.audit(one) for one in given]))",
            [
                audit(FLAGGED[language], language, language),
                audit(FLAGGED[language].replace(BELLS[language], ""), language),
            ],
        )
        row, plain = (next(s for s in report["signals"] if s["id"] == TOY) for report in (flagged, clean))
        assert (row["title"], row["status"]) == (f"Bells {language}", "ok")
        assert row["score"] < plain["score"] == 100
        assert [f["quote"] for f in flagged["findings"] if f["signal"] == TOY] == [FLAGGED[language]]
    refused = copy.ask(
        "from waarmerk.contract import parse_request\nprint(json.dumps(parse_request(given)[2].off))",
        {
            "profiles": [{"text": ""}],
            "options": {"off": [TOY]},
        },
    )
    assert refused == [TOY]


ESPERANTO = (
    "Mi bakas panon en Leeds ekde 2004 kaj mi instruas miajn najbarojn. "
    "Mi estas sinergia vizjulo kun pasio por la mondo."
)
SITE = "https://panisto.example/"
WORDS = {
    "smallwords": "kaj\nla\nmi\nestas\nkun\npor\nmiajn\nekde",
    "buzzwords": "sinergi* | .9 | | says nothing\nvizjul* | .9 | | says nothing",
    "pronouns": "i | mi\ni | miajn",
    "values": "honesty | honest* | 1 | name |\nknowledge-sharing | instruas | .9 | deed |",
    "deeds": "bakas | .8 | done |\ninstruas | .8 | done |",
    "abbreviations": "ktp.",
}


def test_a_language_is_data_alone(copy):
    for name, words in WORDS.items():
        copy.write(f"{DATA}/lexicons/eo/{name}.txt", f"# {name} (eo). Source: invented for a test.\n{words}\n")
    shutil.copytree(copy.folder / DATA / "locale" / "en", copy.folder / DATA / "locale" / "eo")
    copy.change(f"{DATA}/locale/eo/signals.toml", 'title = "Hollow words"', 'title = "Malplenaj vortoj"')
    copy.change(f"{DATA}/locale/eo/pages.toml", 'own_name = "English"', 'own_name = "Esperanto"')
    copy.write(f"{DATA}/extraction/eo.toml", '[headings]\nabout = ["pri mi"]\n')
    assert all(name.startswith(f"{DATA}/") and "eo" in Path(name).with_suffix("").parts[4] for name in copy.touched())

    told, found = copy.ask(
        "print(json.dumps([waarmerk.audit(one) for one in given]))",
        [audit(ESPERANTO, "eo", "eo"), audit(ESPERANTO, "auto", "eo")],
    )
    assert told["language"] == found["language"] == found["profiles"][0]["language"] == "eo"
    for report in (told, found):
        rows = {s["id"]: s for s in report["signals"]}
        assert not [s for s, row in rows.items() if row["status"] == "error"]
        assert rows["buzzwords"]["title"] == "Malplenaj vortoj"
        assert {"sinergia", "vizjulo"} <= {f["quote"] for f in report["findings"] if f["signal"] == "buzzwords"}
        assert report["overall"]["score"] is not None
    page = (
        f"<html lang='eo'><title>Ana Panisto</title><main><h1>Ana Panisto</h1><h2>Pri mi</h2><p>{ESPERANTO}</p></main>"
    )
    read = copy.ask(
        "from waarmerk import pipeline\nprint(json.dumps(pipeline.extract(given)))", {"html": page, "url": SITE}
    )
    assert read["language"] == "eo"
    assert ESPERANTO in read["fields"]["about"]
    given = copy.run(
        "-c",
        "from waarmerk.cli import main; main()",
        "audit",
        "-",
        "--language",
        "eo",
        "--report-language",
        "eo",
        given=ESPERANTO,
    )
    assert "Malplenaj vortoj" in given
    for other, language in (
        ("I bake bread in Leeds and I teach my neighbours.", "en"),
        ("Ik bak brood in Leiden met mijn buren.", "nl"),
    ):
        assert copy.ask("print(json.dumps(waarmerk.audit(given)['language']))", audit(other, "auto")) == language
