"""The shipped examples' reports in short, kept as files so that a change of judgement is read as a diff: `make golden`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from waarmerk import pipeline

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "server" / "waarmerk" / "data" / "examples"


def names() -> list[str]:
    """The examples that ship."""
    return sorted(file.stem for file in EXAMPLES.glob("*.json"))


def short(name: str) -> dict[str, Any]:
    """What a reviewer wants to see of a report."""
    found = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    report = pipeline.audit(found.get("request", found))
    return {
        "overall": {key: report["overall"][key] for key in ("score", "low", "high", "verdict")},
        "categories": {c["id"]: c["score"] for c in report["categories"]},
        "signals": {s["id"]: [s["status"], s["score"]] for s in report["signals"]},
        "values": {v["id"]: [v["claimed"], v["shown"], v["contradicted"]] for v in report["values"] if v["declared"]},
        "sentences": [f"{s['mode']} {s['circle']}" for s in report["sentences"]],
        "concerns": [f"{f['signal']}: {f['quote']}" for f in report["findings"] if f["polarity"] == "concern"],
        "associations": [
            f"{a['name']}: {a['kind']}, {a['relation']}, {a['attachment']}" for a in report["associations"]
        ],
        "suggestions": [f"{s['kind']} {s['signal']}: {s['before']} -> {s['after']}" for s in report["suggestions"]],
    }


def kept(name: str) -> Path:
    """Where the short report stands."""
    return HERE / f"{name}.json"


if __name__ == "__main__":
    for one in names():
        kept(one).write_text(json.dumps(short(one), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
