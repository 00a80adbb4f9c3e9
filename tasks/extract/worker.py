"""What runs inside a worker process: the model, loaded once, and the functions that chunks are given to."""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from tasks.errors import ArticleFactsError, ModelError
from tasks.extract.contract import json_line
from tasks.extract.language import FACT_COMPONENTS, load_language, prepare
from tasks.extract.reading import Failure, Reading, Text, read_texts
from tasks.extract.records import BadLine, Record


class _Model:
    """The process's pipeline, or why there is none.

    An initializer that raises would break the pool and hide the reason; the first chunk tells it instead.
    """

    language: Language | None = None
    error: ArticleFactsError | None = None


def load(model_dir: Path, syntax_dir: Path | None = None, *, components: Sequence[str] = FACT_COMPONENTS) -> None:
    """Load the pipeline of this process."""
    try:
        _Model.language = load_language(model_dir, syntax_dir, components=components)
        prepare(_Model.language)
    except ArticleFactsError as error:
        _Model.error = error
    except Exception as error:  # noqa: BLE001  # spaCy raises whatever the broken part of a model makes it raise
        _Model.error = ModelError(f"{model_dir}: cannot be loaded ({type(error).__name__}: {error})")


def language() -> Language:
    """The pipeline of this process.

    Raises:
        ModelError: It could not be loaded.
    """
    if _Model.language is None:
        raise _Model.error or ModelError("no pipeline was loaded in this process")
    return _Model.language


def read_records(records: Sequence[Record]) -> tuple[str | BadLine, ...]:
    """The line of JSON for each record, in order, or what is wrong with it."""
    texts = [Text(str(record.line), record.text, record.published_on) for record in records]
    readings = read_texts(language(), texts)
    return tuple(_answer(record, reading) for record, reading in zip(records, readings, strict=True))


def _answer(record: Record, reading: Reading) -> str | BadLine:
    if isinstance(reading.outcome, Failure):
        return BadLine(record.line, f"{reading.outcome.component} failed: {reading.outcome.error}")
    return json_line(record, reading.outcome)
