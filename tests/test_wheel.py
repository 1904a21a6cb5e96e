"""The wheel, alone in an empty environment, audits: words, numbers and models travel with it."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_alone_audits(tmp_path):
    def run(*command: object, **more) -> subprocess.CompletedProcess[str]:
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd=tmp_path, **more)
        assert done.returncode == 0, done.stderr[-2000:]
        return done

    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", ROOT]
    run(*build)
    wheel = next((tmp_path / "dist").glob("*.whl"))
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    quiet = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(python, *quiet, "--require-hashes", "-r", ROOT / "requirements" / "run.txt")
    run(python, *quiet, "--no-deps", wheel)
    about = "I believe honesty matters. In 2021 I published all 14 of my invoices. I repair clocks in Wexcombe."
    done = run(tmp_path / "env" / "bin" / "waarmerk", "audit", "-", "--values", "honesty", "--json", input=about)
    report = json.loads(done.stdout)
    assert report["overall"]["score"] is not None
    assert set(report["engine"]["models"]) == {"encoder", "sentences", "outside"}
