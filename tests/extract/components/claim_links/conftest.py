import pytest
from spacy.language import Language

from tasks.extract.language import load_language
from tasks.settings import DEFAULT_MODEL_DIR


@pytest.fixture(scope="session")
def links_nlp() -> Language:
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip(f"{DEFAULT_MODEL_DIR} holds no model; train one first")
    return load_language(
        DEFAULT_MODEL_DIR, components=("timexes", "mentions", "attributions", "figures", "claim_links")
    )
