"""The training loop: epochs of AdamW over all heads at once, and the running mean of the weights as the result."""

from __future__ import annotations

import copy
import random
import time
from argparse import Namespace
from collections.abc import Callable
from typing import Any

import batches
import distil
import examples
import losses
import torch
from network import Network
from torch import Tensor

SAMPLE = {"valueeval": 900, "corporate": 500, "hypo": 300, "voice": 400}  # how many of each outside set an epoch sees
NEW, KNOWN = 2e-3, 4e-4  # rate of the answering layers: begun at random, or taken from a teacher
VARIED = 0.25  # share of our bios an epoch sees once more in varied form, beside what a teacher read
Pool = dict[str, list[examples.Example]]
Known = list[batches.Item]


def groups(net: Network, rate: float, decay: float, answers: float) -> list[dict[str, Any]]:
    """The deeper a layer, the slower it learns; the new answering layers learn fastest."""
    depth = len(net.layers)
    below = [*net.word.parameters(), *net.place.parameters(), *net.eln.parameters()]
    parts = [(below, rate * decay ** (depth + 1))]
    parts += [(list(layer.parameters()), rate * decay ** (depth - n)) for n, layer in enumerate(net.layers)]
    parts += [([p for part in (net.sentence, net.token, net.document) for p in part.parameters()], answers)]
    return [{"params": [p for p in some if p.requires_grad], "lr": r} for some, r in parts]


def material(pool: Pool, rnd: random.Random) -> list[examples.Example]:
    """What one epoch sees: every bio of ours, loose sentences strung together, a sample of each outside set."""
    chosen = [e for s, n in SAMPLE.items() for e in rnd.sample(pool.get(s, []), min(n, len(pool.get(s, []))))]
    return chosen + [examples.either(e, rnd) for e in pool["own"]] + examples.grouped(pool["loose"], rnd)


def epoch_items(pieces: object, pool: Pool, known: Known, rnd: random.Random) -> list[batches.Item]:
    """Mostly as the teacher read it, where there is one; the rest varied."""
    if not known:
        return [i for e in material(pool, rnd) for i in batches.items(pieces, examples.varied(e, rnd))]
    some = [examples.either(e, rnd) for e in pool["own"] if rnd.random() < VARIED]
    return known + [i for e in some for i in batches.items(pieces, examples.varied(e, rnd))]


def cost(net: Network, batch: list[batches.Item], balance: dict[str, Tensor], chosen: Namespace) -> Tensor:
    """The loss of one batch: what readers said, and what a teacher said of the same text, where one was asked."""
    (ids, *rest), targets = batches.tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        ours = net(batches.blanked(ids, chosen.blank), *rest)
    vectors, sentence, token, document = (o.float() for o in ours)
    outputs = {"sentence": sentence, "token": token, "document": document[:, None]}
    taught = distil.loss((vectors, sentence, token, document), batch, rest[0], rest[1])
    return losses.loss(outputs, targets, balance) + chosen.pull * taught


def fit(
    net: Network,
    teacher: Network | None,
    pieces: object,
    pool: Pool,
    chosen: Namespace,
    look: Callable[[Network], None],
) -> Network:
    """A warm start, then a straight fall of the rate; `look` is shown the mean of the weights now and then."""
    rnd = random.Random(chosen.seed)
    first = epoch_items(pieces, pool, [], rnd)
    balance = losses.balance(first)
    known: Known = []
    if teacher is None:
        losses.prior(net, first)
    elif chosen.pull:
        known = distil.remember(teacher, [i for e in material(pool, rnd) for i in batches.items(pieces, e)])
        first = epoch_items(pieces, pool, known, rnd)
    steps = chosen.epochs * sum(1 for _ in batches.batches(first, random.Random(0)))
    net.word.requires_grad_(not chosen.freeze)
    net.layers[: chosen.still].requires_grad_(False)
    mean = copy.deepcopy(net)
    learned = [p for p in net.parameters() if p.requires_grad]
    averaged = [q for p, q in zip(net.parameters(), mean.parameters(), strict=True) if p.requires_grad]
    optimiser = torch.optim.AdamW(
        groups(net, chosen.rate, chosen.decay, NEW if teacher is None else KNOWN), weight_decay=0.01, fused=True
    )
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1, n / (0.1 * steps)) * max(0.02, 1 - n / steps))
    done = 0
    for epoch in range(chosen.epochs):
        begin, total, before = time.time(), 0.0, done
        net.train()
        for batch in batches.batches(epoch_items(pieces, pool, known, rnd), rnd):
            value = cost(net, batch, balance, chosen)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            plan.step()
            done += 1
            with torch.no_grad():
                torch._foreach_lerp_(averaged, learned, 1 - min(0.99, done / (done + 10)))
            total += value.item()
        print(f"epoch {epoch + 1} loss {total / (done - before):.3f} {time.time() - begin:.0f} s", flush=True)
        if (epoch + 1) % chosen.every == 0:
            look(mean)
    return mean
