"""Make the pipeline that ships of a checkpoint.

`python -m training.encoder.export CHECKPOINT PRETRAINED TARGET` writes a spaCy pipeline whose only component is the
encoder; with `--float` it stays in float.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from spacy.lookups import load_lookups

from tasks.extract.encoder.component import FACTORY
from tasks.extract.encoder.session import DEPENDENCIES, ENCODER, LABELS, RELATIONS, VOCABULARY, WORD_FORMS, Labels
from tasks.extract.tokens import blank_english
from training.assemble import META, folder_bytes, write_folder
from training.encoder.examples import inventory_of
from training.encoder.fit import read_vocabulary
from training.encoder.parts import dependencies_graph, encoder_graph, relations_graph
from training.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_graphs(checkpoint: Path, *, vocabulary: Sequence[str], target: Path, is_integer: bool) -> None:
    """Write the files that `Session` reads.

    Args:
        checkpoint: What `Trainer.save` wrote.
        vocabulary: The pieces, in the order of their ids.
        target: Folder to write to.
        is_integer: Whether large products and tables become 8-bit integers.
    """
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    labels = Labels.of(state["labels"])
    weights = {name: tensor.float().numpy() for name, tensor in state["network"].items()}
    target.mkdir(parents=True, exist_ok=True)
    graphs = {
        ENCODER: encoder_graph(weights, inventory_of(labels), is_integer=is_integer),
        RELATIONS: relations_graph(weights, is_integer=is_integer),
        DEPENDENCIES: dependencies_graph(weights),
    }
    for name, graph in graphs.items():
        (target / name).write_bytes(graph.SerializeToString(deterministic=True))
    (target / LABELS).write_text(json.dumps(asdict(labels), indent=1) + "\n", encoding="utf-8")
    (target / WORD_FORMS).write_text(json.dumps(word_forms(), separators=(",", ":")) + "\n", encoding="utf-8")
    (target / VOCABULARY).write_text("\n".join(vocabulary) + "\n", encoding="utf-8")


def word_forms() -> dict[str, object]:
    """The word list that `WordForms` reads, from spacy-lookups-data (MIT; WordNet's licence for the words)."""
    tables = load_lookups("en", ["lemma_index", "lemma_exc", "lemma_rules"])
    index, irregular, endings = (tables.get_table(name) for name in ("lemma_index", "lemma_exc", "lemma_rules"))
    return {
        part: {
            "words": " ".join(sorted(word for word in index[part] if " " not in word and "_" not in word)),
            "irregular": {form: list(lemmas) for form, lemmas in sorted(irregular[part].items())},
            "endings": endings[part],
        }
        for part in ("noun", "verb", "adj")
    }


def export(*, checkpoint: Path, pretrained: Path, target: Path, version: str, is_integer: bool = True) -> None:
    """Write the pipeline.

    Args:
        checkpoint: What `Trainer.save` wrote.
        pretrained: Folder with `vocab.txt`.
        target: Folder of the pipeline, replaced if it is there.
        version: Version that its meta data states.
        is_integer: Whether large products and tables become 8-bit integers.
    """
    with tempfile.TemporaryDirectory() as scratch:
        write_graphs(checkpoint, vocabulary=read_vocabulary(pretrained), target=Path(scratch), is_integer=is_integer)
        nlp = blank_english()
        nlp.add_pipe(FACTORY).from_disk(scratch)  # type: ignore[attr-defined] # the component's own method
        nlp.meta.update(META | {"version": version})
        write_folder(nlp, target=target)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("pretrained", type=Path, help="folder with vocab.txt")
    parser.add_argument("target", type=Path, help="folder of the pipeline")
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--float", action="store_true", help="no 8-bit integers")
    given = parser.parse_args()
    export(
        checkpoint=given.checkpoint,
        pretrained=given.pretrained,
        target=given.target,
        version=given.version,
        is_integer=not given.float,
    )
    print(f"{given.target}: {folder_bytes(given.target) / 1e6:.1f} MB")  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
