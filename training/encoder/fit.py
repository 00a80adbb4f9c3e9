"""Fine-tune the encoder on all tasks at once: seeded, with checkpoints to go on from."""

from __future__ import annotations

import json
import random
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from tasks.extract.encoder.pieces import Wordpieces
from training.augment import curl_words, straighten_word
from training.encoder.examples import Maker, batches, collate, collect_labels, inventory_of
from training.encoder.losses import losses
from training.encoder.measure import measure
from training.encoder.network import Network, load_pretrained
from training.encoder.schedule import rate
from training.encoder.texts import read_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tasks.extract.encoder.session import Labels
    from training.encoder.examples import Example
    from training.encoder.texts import Text

CHECKPOINT = "checkpoint.pt"
CURLED, STRAIGHTENED = 0.25, 0.15
LOWERED, CAPITALISED = 0.03, 0.02
"""Shares of the texts that are spelled otherwise each time they are read."""
LOSS_WEIGHTS = {"arc": 1.5, "dep": 1.0, "name": 2.0, "cue": 2.0, "role": 2.0, "factuality": 0.3, "start": 2.0}


@dataclass(frozen=True, slots=True)
class Options:
    """How to train.

    Attributes:
        cycles: Where each cycle of the learning rate ends, in batches, and how high the rate gets in it, as a share of
            the highest ones (see `schedule.rate`).
        pieces: Pieces in a batch, padding counted.
        encoder_rate: Highest learning rate of the pretrained part.
        head_rate: Highest learning rate of everything new.
        warm_up: Share of a cycle in which the rate rises.
        decay: Weight decay.
        shares: For each task, how many times its texts are read in a round; a fraction reads some of them.
        seed: Seed of everything that is drawn.
        save_every: Steps between checkpoints.
        measure_every: Steps between measurements.
        threads: Processor threads.
    """

    cycles: tuple[tuple[int, float], ...] = ((4000, 1.0), (8500, 0.7))
    pieces: int = 2560
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.05
    decay: float = 0.01
    shares: tuple[tuple[str, float], ...] = (
        ("syntax", 2.5),
        ("names", 0.5),
        ("relations", 1.25),
    )
    seed: int = 20241
    save_every: int = 250
    measure_every: int = 1000
    threads: int = 2

    @property
    def steps(self) -> int:
        """Batches to learn from, all in all."""
        return self.cycles[-1][0]


def respell(text: Text, *, rng: random.Random) -> Text:
    """Vary typography now and then: curly or straight quotes, lower case, capitals."""
    words = list(text.words)
    draw = rng.random()
    if draw < CURLED:
        words = curl_words(words, tags=list(text.labels.get("tag", ("",) * len(words))))
    elif draw < CURLED + STRAIGHTENED:
        words = [straighten_word(word) for word in words]
    draw = rng.random()
    if draw < LOWERED:
        words = [word.lower() for word in words]
    elif draw < LOWERED + CAPITALISED:
        words = [word.upper() for word in words]
    return replace(text, words=tuple(words))


def draw_round(
    texts: Mapping[str, Sequence[Text]], maker: Maker, *, options: Options, rng: random.Random
) -> list[Example]:
    """The examples of one round: each task's texts as often as its share says, cut and spelled anew."""
    chosen: list[Text] = []
    for task, share in options.shares:
        listed = list(texts[task])
        chosen += listed * int(share)
        chosen += rng.sample(listed, round(len(listed) * (share % 1)))
    return [example for text in chosen for example in maker.make(respell(text, rng=rng), rng=rng)]


class Trainer:
    """A network, its optimiser and where they stand."""

    def __init__(self, network: Network, *, options: Options) -> None:
        self.network = network
        self.options = options
        self.step = 0
        self.optimizer = torch.optim.AdamW(_groups(network, options), betas=(0.9, 0.98), eps=1e-6, fused=True)
        self.highest = [group["lr"] for group in self.optimizer.param_groups]

    def learn(self, examples: Sequence[Example]) -> dict[str, float]:
        """Take one step; return the losses."""
        share = rate(self.step, self.options.cycles, warm_up=self.options.warm_up)
        for group, highest in zip(self.optimizer.param_groups, self.highest, strict=True):
            group["lr"] = highest * share
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(self.network, collate(examples))
        total = sum((loss * LOSS_WEIGHTS.get(task, 1.0) for task, loss in found.items()), torch.zeros(()))
        total.backward()  # type: ignore[no-untyped-call] # torch
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        return {task: float(loss.detach()) for task, loss in found.items()}

    def save(self, path: Path, *, labels: Labels) -> None:
        """Write a checkpoint beside its place, then move it there."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "labels": asdict(labels),
            "options": asdict(self.options),
        }
        fresh = path.with_suffix(".partial")
        torch.save(state, fresh)
        fresh.replace(path)

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from a checkpoint."""
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]


def _groups(network: Network, options: Options) -> list[dict[str, Any]]:
    fresh = "encoder.features."
    parts: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        is_old = name.startswith("encoder.") and not name.startswith(fresh)
        parts.setdefault((is_old, parameter.ndim > 1), []).append(parameter)
    return [
        {
            "params": parameters,
            "lr": options.encoder_rate if is_old else options.head_rate,
            "weight_decay": options.decay if is_matrix else 0.0,
        }
        for (is_old, is_matrix), parameters in parts.items()
    ]


def read_vocabulary(pretrained: Path) -> list[str]:
    """The vocabulary beside pretrained weights, in the order of its ids."""
    return (pretrained / "vocab.txt").read_text(encoding="utf-8").splitlines()


def fit(*, data: Path, corpus: Path, pretrained: Path, build: Path, options: Options) -> None:
    """Train, or go on training, and leave `checkpoint.pt` and `metrics.jsonl` in the build folder.

    Args:
        data: Folder of the corpora.
        corpus: Folder that the recipe's first step wrote.
        pretrained: Folder with `model.safetensors` and `vocab.txt`.
        build: Folder to write to.
        options: How to train.
    """
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    build.mkdir(parents=True, exist_ok=True)
    state = torch.load(build / CHECKPOINT, weights_only=True) if (build / CHECKPOINT).is_file() else None
    if state is not None and state["step"] >= options.steps:
        print(f"{build.name} is trained already: {options.steps} steps")  # noqa: T201 - a log
        return
    texts = read_all(data=data, corpus=corpus, part="train")
    labels = collect_labels(text for listed in texts.values() for text in listed)
    maker = Maker(Wordpieces(read_vocabulary(pretrained)), labels)
    held_out = {
        task: [example for text in listed for example in maker.make(text)]
        for task, listed in read_all(data=data, corpus=corpus, part="dev").items()
    }
    network = Network(inventory_of(labels))
    network.encoder.precision = torch.bfloat16
    trainer = Trainer(network, options=options)
    if state is not None:
        trainer.restore(state)
    else:
        load_pretrained(network.encoder, pretrained / "model.safetensors")
    _run(trainer, texts=texts, held_out=held_out, maker=maker, labels=labels, build=build)


def _run(
    trainer: Trainer,
    *,
    texts: Mapping[str, Sequence[Text]],
    held_out: Mapping[str, Sequence[Example]],
    maker: Maker,
    labels: Labels,
    build: Path,
) -> None:
    options = trainer.options
    trainer.network.train()
    smooth: dict[str, float] = {}
    started, seen = time.monotonic(), 0
    for group in _endless(texts, maker, options=options, start=trainer.step):
        for task, loss in trainer.learn(group).items():
            smooth[task] = 0.98 * smooth.get(task, loss) + 0.02 * loss
        seen += sum(len(example.ids) for example in group)
        if trainer.step % 50 == 0:
            parts = " ".join(f"{task} {loss:.3f}" for task, loss in smooth.items())
            print(f"step {trainer.step} {seen / (time.monotonic() - started):.0f} pieces/s {parts}", flush=True)  # noqa: T201 - a log
        is_last = trainer.step >= options.steps
        if trainer.step % options.save_every == 0 or is_last:
            trainer.save(build / CHECKPOINT, labels=labels)
        if trainer.step % options.measure_every == 0 or is_last:
            row = {"step": trainer.step} | {
                task: measure(trainer.network, listed, labels) for task, listed in held_out.items()
            }
            print(json.dumps(row), flush=True)  # noqa: T201 - as above
            with (build / "metrics.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
        if is_last:
            return


def _endless(
    texts: Mapping[str, Sequence[Text]], maker: Maker, *, options: Options, start: int
) -> Iterator[list[Example]]:
    """Batches, round after round; after a restart from another seed, so that it does not repeat the first round."""
    rng = random.Random(options.seed + start)  # noqa: S311 - no secret is drawn
    while True:
        yield from batches(draw_round(texts, maker, options=options, rng=rng), pieces=options.pieces, rng=rng)
