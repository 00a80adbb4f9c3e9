"""What kind of holder speaks, and by which name."""

import pytest
from spacy.language import Language

from tasks.vocabularies import SourceKind

from .marking import unmarked

HOLDERS = [
    pytest.param(
        "{A tweet on Monday by Juan Vega} said the talks had failed.", SourceKind.DOCUMENT, "Juan Vega", id="its author"
    ),
    pytest.param(
        "{A 2015 report from the World Bank} said prices rose.", SourceKind.DOCUMENT, "World Bank", id="its issuer"
    ),
    pytest.param("{The mayor of Leeds} said the park would open.", SourceKind.GROUP, None, id="a role without a name"),
    pytest.param(
        "Mayor Ann Lee came. {The mayor} said the park would open.",
        SourceKind.PERSON,
        "Ann Lee",
        id="a role of someone",
    ),
    pytest.param("{Religious groups} said the law was unjust.", SourceKind.GROUP, None, id="several bodies"),
    pytest.param("{Republican Representatives} said the vote was unfair.", SourceKind.GROUP, None, id="members"),
    pytest.param(
        "Joe Biden of the United States rallied. {The Biden campaign} said it would sue.",
        SourceKind.ORGANISATION,
        "Biden campaign",
        id="a campaign",
    ),
    pytest.param(
        "The World Health Organization (WHO) met. {The WHO} said cases rose.",
        SourceKind.ORGANISATION,
        "World Health Organization",
        id="an acronym like a pronoun",
    ),
    pytest.param(
        "{Former Trump adviser Sebastian Gorka} said it was over.",
        SourceKind.PERSON,
        "Sebastian Gorka",
        id="not whose adviser he is",
    ),
    pytest.param(
        "Kim Foxx came with Ed Burke. {She} said the case was closed.", SourceKind.PERSON, "Kim Foxx", id="a pronoun"
    ),
    pytest.param(
        "{One of Kenya's lawmakers, Ann Lee}, said prices rose.", SourceKind.PERSON, "Ann Lee", id="named at the end"
    ),
    pytest.param("{A Facebook user} said the page was down.", SourceKind.GROUP, None, id="a user of a company"),
]


@pytest.mark.parametrize(("sentence", "kind", "name"), HOLDERS)
def test_kind_and_name_of_a_holder(
    attributions_nlp: Language, sentence: str, kind: SourceKind, name: str | None
) -> None:
    text, spans = unmarked(sentence)
    start, end = spans["{"][0]
    found = [a for a in attributions_nlp(text)._.attributions if a.source and start <= a.source[0] < end]
    assert [(a.source_kind, a.source_entity) for a in found][:1] == [(kind, name)]
