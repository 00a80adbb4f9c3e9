"""The spaCy pipeline: the trained model, and on it one component per kind of fact, in the order needed."""

import gc
from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from tasks.errors import ModelError
from tasks.extract import clearnlp, extensions
from tasks.extract.encoder import component as encoder
from tasks.extract.model import pipeline_folder

# Later components read what earlier ones wrote.
FACT_COMPONENTS = ("timexes", "mentions", "attributions", "figures", "events", "claim_links")
COMPONENT_PACKAGE = "tasks.extract.components"
# spaCy permits no dot in a factory's name.
PREFIX = "article_facts_"
FREQUENT_WORDS = 10_000


def load_language(
    model_dir: Path, syntax_dir: Path | None = None, *, components: Sequence[str] = FACT_COMPONENTS
) -> Language:
    """The trained pipeline with the project's components behind it.

    Args:
        model_dir: Folder of a spaCy pipeline that sets tags, morphology, lemmas, Universal Dependencies and entities.
        syntax_dir: Folder or package of another pipeline that does this in its place. Of the model only the encoder is
            then used, if it has one, and only for who says what.
        components: Which of `FACT_COMPONENTS` to add; a test may want only some.

    Raises:
        ModelError: A folder holds no spaCy pipeline.
    """
    if not (model_dir / "meta.json").is_file():
        raise ModelError(
            f"{model_dir}: no spaCy pipeline there; give its folder with --model or ARTICLE_FACTS_MODEL_DIR"
        )
    multiply_with_numpy()
    nlp = spacy.load(model_dir) if syntax_dir is None else stand_in(pipeline_folder(syntax_dir), model_dir)
    add_components(nlp, components)
    return nlp


def stand_in(syntax_dir: Path, model_dir: Path) -> Language:
    """Another pipeline with its trees and names made to look like the model's, and the model's encoder behind it."""
    nlp = spacy.load(syntax_dir)
    if clearnlp.FACTORY not in nlp.pipe_names:
        nlp.add_pipe(clearnlp.FACTORY)
    if (folder := model_dir / encoder.FACTORY).is_dir():
        pipe = nlp.add_pipe(encoder.FACTORY, config={"only_roles": True})
        cast("encoder.Encoder", pipe).from_disk(folder)
    return nlp


def prepare(nlp: Language) -> None:
    """Make ready for many texts in this process.

    What is loaded stays: Python's garbage collector would walk through all of it again and again.
    """
    _remember_words(nlp)
    gc.collect()
    gc.freeze()


def _remember_words(nlp: Language) -> None:
    """Meet the most frequent words before the first text, so that they are not forgotten after each.

    Texts are read in memory zones, in which a word that is new costs the tokenizer several times as much, every time.
    """
    if encoder.FACTORY in nlp.pipe_names:
        vocabulary = cast("encoder.Encoder", nlp.get_pipe(encoder.FACTORY)).reader.wordpieces.vocabulary
        # Pieces stand in the order of their frequency.
        words = (piece for piece in vocabulary if piece.isalpha() and len(piece) > 1)
        for word in islice(words, FREQUENT_WORDS):
            nlp.tokenizer(word)
            nlp.tokenizer(word.title())


def multiply_with_numpy() -> None:
    """Let numpy's BLAS multiply matrices in this process, unless a GPU does.

    Only pipelines of spaCy's own layers multiply so. thinc brings kernels of its own (BLIS), with which one of them
    needed 1.7 times as long for the same answers.
    """
    ops = get_current_ops()
    if isinstance(ops, NumpyOps) and ops.use_blis:
        set_current_ops(NumpyOps(use_blis=False))


def add_components(nlp: Language, components: Sequence[str]) -> None:
    """Add the paragraph splitter before all else, and the fact components after all else."""
    extensions.register()
    import_module(f"{COMPONENT_PACKAGE}.paragraphs")
    if PREFIX + "paragraphs" not in nlp.pipe_names:
        nlp.add_pipe(PREFIX + "paragraphs", first=True)
    for name in FACT_COMPONENTS:
        if name in components:
            import_module(f"{COMPONENT_PACKAGE}.{name}")
            nlp.add_pipe(PREFIX + name, last=True)
