"""How long reading alone takes: the trained pipeline, and the pipeline with the components that find facts behind it.

The difference between a run's wall time and these is what everything else costs: files, the store, marts, audits,
publishing, Prefect, starting processes, and handing articles and rows to and fro.
"""

import json
import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from spacy.language import Language

from tasks.extract.language import FACT_COMPONENTS, load_language
from tasks.extract.pool import SINGLE_THREADED
from tasks.extract.reading import Text, read_texts

CHUNK = 8
# Long enough for each worker to take one, however late it loads.
WARM_UP_S = 0.5


@dataclass(frozen=True, slots=True)
class ReadingSpeed:
    """Wall seconds per article, by as many processes as the run has, their start not counted.

    Attributes:
        model_s: The trained pipeline: tags, lemmas, parses, names.
        facts_s: The same with the components that find facts.
    """

    model_s: float
    facts_s: float


class _Worker:
    """What a worker process has loaded."""

    languages: dict[bool, Language]  # one per process, set by `_load`


def reading_speed(lines: Sequence[str], *, model_dir: Path, workers: int) -> ReadingSpeed:
    """Time both over the articles of these lines of JSON."""
    texts = [_text(line) for line in lines]
    # As the run's own workers do it: one thread each, or they would get into each other's way.
    os.environ.update(SINGLE_THREADED)
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_load, initargs=(model_dir,)) as pool:
        list(pool.map(_warm_up, range(workers)))
        model_s, facts_s = (_seconds(pool, texts, with_facts=with_facts) for with_facts in (False, True))
    return ReadingSpeed(model_s / len(texts), facts_s / len(texts))


def _seconds(pool: ProcessPoolExecutor, texts: Sequence[Text], *, with_facts: bool) -> float:
    chunks = [(texts[start : start + CHUNK], with_facts) for start in range(0, len(texts), CHUNK)]
    began = time.monotonic()
    list(pool.map(_read, chunks))
    return time.monotonic() - began


def _text(line: str) -> Text:
    article = json.loads(line)
    return Text(article["id"], article["text"], date.fromisoformat(article["published_at"]))


def _load(model_dir: Path) -> None:
    _Worker.languages = {
        with_facts: load_language(model_dir, components=FACT_COMPONENTS if with_facts else ())
        for with_facts in (False, True)
    }


def _warm_up(number: int) -> int:
    time.sleep(WARM_UP_S)
    return number


def _read(chunk: tuple[Sequence[Text], bool]) -> int:
    texts, with_facts = chunk
    return len(list(read_texts(_Worker.languages[with_facts], texts)))
