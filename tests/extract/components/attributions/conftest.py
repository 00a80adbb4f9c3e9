import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.language import load_language
from tasks.settings import DEFAULT_MODEL_DIR


def _loaded() -> Language:
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip(f"{DEFAULT_MODEL_DIR} holds no model; train one first")
    return load_language(DEFAULT_MODEL_DIR, components=("mentions", "attributions"))


@pytest.fixture(scope="session")
def attributions_nlp() -> Language:
    return _loaded()


@pytest.fixture(scope="session")
def rules_nlp() -> Language:
    """The same without what the encoder says of who says what: the rules by themselves."""
    nlp = _loaded()
    nlp.add_pipe("forget_roles", before="article_facts_mentions")
    return nlp


@Language.component("forget_roles")
def forget_roles(doc: Doc) -> Doc:
    doc._.roles = None
    return doc
