"""Where a model's artefacts stand: inside the installed package, else beside it in the checkout."""

from __future__ import annotations

from pathlib import Path

FOLDERS = (Path(__file__).parent / "models", Path(__file__).parents[2] / "models")


def find(model: str, name: str) -> Path | None:
    """The path of an artefact such as `find("sentences", "manifest.json")`, or None where it is not there."""
    return next((path for folder in FOLDERS if (path := folder / model / name).is_file()), None)
