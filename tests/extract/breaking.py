"""A pipeline for tests of the workers: it finds each number, and breaks on certain words."""

import os
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract import extensions, worker
from tasks.facts import Figure, Timex
from tasks.vocabularies import Bound, Measure, TimexType

FIGURES = "test_figures"


@Language.component(FIGURES)
def figures(doc: Doc) -> Doc:
    """A figure for each number; the words CRASH, RAISE and BACKWARDS do what they say."""
    words = {token.text for token in doc}
    if "CRASH" in words:
        os._exit(1)
    if "RAISE" in words:
        raise ValueError("this text is too much")
    numbers = [token for token in doc if token.text.isdigit()]
    doc._.figures = tuple(
        Figure(
            id=f"f{index}",
            span=(token.idx, token.idx + (len(token) if "BACKWARDS" not in words else -1)),
            low=None,
            best=float(token.text),
            high=None,
            bound=Bound.EXACT,
            unit="count",
            counted=None,
            measure=Measure.OTHER,
            part_of=None,
            attribution=None,
            place=None,
            start_date=None,
            end_date=None,
            method="test",
        )
        for index, token in enumerate(numbers, start=1)
    )
    published = extensions.published_on(doc)
    doc._.timexes = (Timex((0, 1), TimexType.DATE, None, None, published, published, "test"),) if published else ()
    return doc


def load(model_dir: Path) -> None:  # noqa: ARG001  # the place of the model does not matter here
    """Set up the process with that pipeline."""
    extensions.register()
    nlp = spacy.blank("en")
    nlp.add_pipe("test_figures")
    worker._Model.language = nlp
