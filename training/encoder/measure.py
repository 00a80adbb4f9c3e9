"""Score the network itself, on gold words, while it learns; the finished pipeline is scored from raw text elsewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch

from tasks.extract.encoder.decoding import best_labels, log_softmax, runs, transitions, tree_heads
from training.encoder.examples import IGNORED, batches, collate
from training.encoder.losses import role_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tasks.extract.encoder.session import Labels
    from training.encoder.examples import Batch, Example
    from training.encoder.network import Network, Words

PIECES = 4096


class Tally:
    """Hits and tries: shares for word tasks, F1 for spans."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.guessed: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, key: str, *, right: int, guessed: int, gold: int) -> None:
        """Count one comparison."""
        self.right[key] += right
        self.guessed[key] += guessed
        self.gold[key] += gold

    def scores(self) -> dict[str, float]:
        """F1 for each key, which for word tasks is the share that is right."""
        known = sorted(key for key, count in self.gold.items() if count)
        return {key: round(2 * self.right[key] / (self.guessed[key] + self.gold[key]), 4) for key in known}


@torch.inference_mode()
def measure(network: Network, examples: Sequence[Example], labels: Labels) -> dict[str, float]:
    """Accuracies, attachment scores and exact-span F1 of what the examples have labels for.

    Roles are looked for around the right cues, so that their scores say nothing of cues missed.
    """
    network.eval()
    tally = Tally()
    errors: list[float] = []
    for group in batches(examples, pieces=PIECES):
        batch = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = network.words(batch.ids, batch.features, batch.mask, batch.first)
            _count_words(tally, network, words, batch)
            _count_trees(tally, network, words, batch)
            lengths = batch.lengths.tolist()
            _count_runs(
                tally, network.name(words.names), batch.words["name"], key="name", lengths=lengths, labels=labels.name
            )
            _count_runs(tally, network.cue(words.roles), batch.cue, key="cue", lengths=lengths, labels=labels.cue)
            if len(batch.roles):
                scores = role_scores(network, words, batch)
                _count_roles(tally, scores, batch, labels.role)
            guess = network.syntax.factuality(words.syntax)[..., 0].float()
            known = ~batch.factuality.isnan()
            errors += (guess[known] - batch.factuality[known]).abs().tolist()
    network.train()
    found = tally.scores()
    if errors:
        found["factuality_error"] = round(float(np.mean(errors)), 4)
    return found


def _count_words(tally: Tally, network: Network, words: Words, batch: Batch) -> None:
    for task in ("tag", "pos", "morph", "lemma"):
        gold = batch.words[task]
        known = gold != IGNORED
        right = (getattr(network.syntax, task)(words.syntax).argmax(-1)[known] == gold[known]).sum().item()
        _share(tally, task, int(right), int(known.sum().item()))
    known = ~batch.starts.isnan()
    guess = network.syntax.start(words.syntax)[..., 0][known] > 0
    gold_starts = batch.starts[known] > 0
    tally.add("start", right=int((guess & gold_starts).sum()), guessed=int(guess.sum()), gold=int(gold_starts.sum()))


def _share(tally: Tally, key: str, right: int, count: int) -> None:
    tally.add(key, right=right, guessed=count, gold=count)


def _count_trees(tally: Tally, network: Network, words: Words, batch: Batch) -> None:
    if not (batch.sentences >= 0).any():
        return
    arcs = network.syntax.arcs(words.syntax).float().numpy()
    dependents, head_states = network.syntax.label_dependent(words.syntax), network.syntax.label_head(words.syntax)
    for row in range(len(arcs)):
        sentences = batch.sentences[row].numpy()
        heads = np.zeros(len(sentences), dtype=np.int64)
        for number in set(sentences[sentences >= 0].tolist()):
            inside = np.flatnonzero(sentences == number)
            heads[inside] = inside[tree_heads(arcs[row][np.ix_(inside, inside)])]
        scores = network.syntax.labels(dependents[row], head_states[row][heads])
        known = (batch.heads[row].numpy() != IGNORED) & (batch.words["dep"][row].numpy() != IGNORED)
        right = (heads == batch.heads[row].numpy()) & known
        labelled = right & (scores.argmax(-1).numpy() == batch.words["dep"][row].numpy())
        _share(tally, "uas", int(right.sum()), int(known.sum()))
        _share(tally, "las", int(labelled.sum()), int(known.sum()))


def _count_runs(
    tally: Tally, scores: torch.Tensor, gold: torch.Tensor, *, key: str, lengths: Sequence[int], labels: Sequence[str]
) -> None:
    known = gold != IGNORED
    if not known.any():
        return
    best = best_labels(log_softmax(scores.float().numpy()), lengths, transitions(labels))
    for row, (guess, truth) in enumerate(zip(best, gold.numpy(), strict=True)):
        if not known[row].any():
            continue
        open_words = truth == IGNORED
        wanted = set(runs(np.where(open_words, 0, truth), labels))
        given = {run for run in runs(guess, labels) if not open_words[run[0] : run[1]].any()}
        tally.add(key, right=len(wanted & given), guessed=len(given), gold=len(wanted))


def _count_roles(tally: Tally, scores: torch.Tensor, batch: Batch, labels: Sequence[str]) -> None:
    lengths = batch.lengths[batch.cue_rows].tolist()
    best = best_labels(log_softmax(scores.float().numpy()), lengths, transitions(labels))
    for guess, truth in zip(best, batch.roles.numpy(), strict=True):
        wanted = _by_kind(runs(np.where(truth == IGNORED, 0, truth), labels))
        given = _by_kind(runs(guess, labels))
        for kind in ("SOURCE", "CONTENT"):
            is_right = kind in wanted and wanted[kind] == given.get(kind)
            tally.add(kind.lower(), right=is_right, guessed=kind in given, gold=kind in wanted)


def _by_kind(found: Iterable[tuple[int, int, str]]) -> dict[str, frozenset[tuple[int, int]]]:
    kinds: dict[str, set[tuple[int, int]]] = {}
    for start, end, kind in found:
        kinds.setdefault(kind, set()).add((start, end))
    return {kind: frozenset(spans) for kind, spans in kinds.items()}
