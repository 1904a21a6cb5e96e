"""The house stays as planned: who imports whom, what is documented, and what may never stand in the tree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import methods
import pytest

from waarmerk import lexicons, messages, settings, signals

ROOT = Path(__file__).parents[1]
CODE = sorted((ROOT / "server" / "waarmerk").rglob("*.py"))
OUTSIDE = r"flask|apiflask|sqlalchemy|requests|httpx|urllib\.request"
STAGES = ("extraction", "text", "signals", "scoring", "suggestions", "report", "classifiers")


def test_import_contract():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("stage", STAGES)
def test_no_web_or_store_inside_the_analysis(stage):
    for file in (ROOT / "server" / "waarmerk" / stage).rglob("*.py"):
        found = re.findall(rf"^\s*(?:from|import) ({OUTSIDE})\b", file.read_text("utf-8"), re.M)
        assert not found, file


def test_the_package_never_fetches():
    for file in CODE:
        assert not re.search(r"\b(urlopen|requests\.get|httpx\.|socket\.create_connection)", file.read_text("utf-8")), (
            file
        )


def test_every_setting_is_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [s.name for s in settings.SETTINGS if f"`{s.name}`" not in readme]
    assert not missing


def test_a_signal_file_carries_its_id():
    for signal in signals.SIGNALS:
        assert Path(signal.__file__).stem == signal.ID.replace("-", "_")


def test_no_package_host_stands_in_the_tree():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    hosts = ("pypi" + ".org", "registry.npm" + "js.org", "files.python" + "hosted.org")
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in (".txt", ".toml", ".json", ".md", ".py", ".js", ".yaml", ".cfg", "") and path.is_file():
            text = path.read_text("utf-8", errors="ignore")
            assert not [h for h in hosts if h in text], name


def test_every_language_has_its_words_texts_headings_and_advice():
    data = ROOT / "server" / "waarmerk" / "data"
    assert lexicons.LANGUAGES == messages.LANGUAGES
    for folder in ("extraction", "suggestions"):
        assert {file.stem for file in (data / folder).glob("*.toml")} - {"common"} == set(messages.LANGUAGES)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_methods_page_is_made_from_the_present_data(language):
    written = methods.file(language).read_text("utf-8")
    assert written == methods.page(language)
    for signal in signals.SIGNALS:
        assert f"`{signal.ID}`" in written
        assert messages.text(language, f"signals.{signal.ID}.gap") in written
