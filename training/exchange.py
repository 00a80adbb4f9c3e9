"""Exchange the names of a labelled text, so that training meets more names in real contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.labelled import LabelledText, Name

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence


def exchange_names(
    text: LabelledText, *, pools: Mapping[str, Sequence[tuple[str, ...]]], share: float, rng: random.Random
) -> LabelledText:
    """Return the text with some of its names exchanged for others of the same label.

    Args:
        text: A labelled text.
        pools: For each label, names as words.
        share: Chance of each name to be exchanged.
        rng: Chooses.
    """
    words: list[str] = []
    spaces: list[bool] = []
    names: list[Name] = []
    unjudged: set[int] = set()
    at = 0
    for name in [*text.names, Name(len(text.words), len(text.words), "")]:
        unjudged |= {index - at + len(words) for index in text.unjudged if at <= index < name.start}
        words += text.words[at : name.start]
        spaces += text.spaces[at : name.start]
        if not name.label:
            break
        old = text.words[name.start : name.end]
        pool = pools.get(name.label)
        new = rng.choice(pool) if pool and rng.random() < share else old
        names.append(Name(len(words), len(words) + len(new), name.label))
        words += new
        inner = text.spaces[name.start : name.end - 1] if new == old else [True] * (len(new) - 1)
        spaces += [*inner, text.spaces[name.end - 1]]
        at = name.end
    return LabelledText(text.doc_id, tuple(words), tuple(spaces), tuple(names), frozenset(unjudged))
