"""A seat of government that speaks is its government, whatever the model takes its name for."""

import pytest
from spacy.language import Language

from tasks.vocabularies import SourceKind


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Washington demanded that both sides return to the talks.", "United States"),
        ("Moscow said on Monday that the convoy had reached the town.", "Russia"),
        ("The envoys left early. Beijing denied that it had delayed the vote.", "China"),
    ],
    ids=["a name of persons too", "said", "second sentence"],
)
def test_a_seat_that_speaks_is_its_government(attributions_nlp: Language, text: str, holder: str) -> None:
    [claim] = attributions_nlp(text)._.attributions
    assert (claim.source_kind, claim.source_entity) == (SourceKind.ORGANISATION, holder)
