import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.components.attributions.component import find_attributions
from tasks.extract.encoder.types import moved
from tasks.facts import Attribution

_PIECES = st.sampled_from(
    [
        "the army said", "He added", '"', "“", "”", ",", ".", "\n\n", "that it fell", "according to", "Iran", "denied",
        "reportedly", "(", ")", "claims that", "SAID THE MINISTER", "was told by", "to", "and", "it", ";", "—", "🙂",
    ]
)  # fmt: skip
PARAGRAPH = (
    '"The road is closed," Mayor Maria Silva said on Monday. "It will open in May." Police said that two people were '
    "hurt, adding that the cause was unclear. According to officials, the bridge reportedly fell at night.\n\n"
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PIECES, max_size=30))
def test_any_text_gives_spans_inside_it(attributions_nlp: Language, pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = attributions_nlp(text)._.attributions
    ids = {each.id for each in found}
    assert [each.id for each in found] == [f"a{number}" for number in range(1, len(found) + 1)]
    for each in found:
        spans = [*each.cue, *each.content, *([each.source] if each.source else [])]
        assert each.cue
        assert each.content
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(each.content) == sorted(each.content)
        assert each.parent is None or (each.parent in ids and each.parent != each.id)


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["capitals", "lower case"])
def test_letter_case_breaks_nothing(attributions_nlp: Language, change: object) -> None:
    text = PARAGRAPH.upper() if change is str.upper else PARAGRAPH.lower()
    assert len(attributions_nlp(text)._.attributions) >= 3


def _spans(found: Attribution) -> list[tuple[int, int]]:
    return [*found.cue, *found.content, *([found.source] if found.source else [])]


ODD = [
    pytest.param(
        '"The road is closed, Silva said. ' + PARAGRAPH + "“It will open, he added.\n\n" + PARAGRAPH, 3, id="marks"
    ),
    pytest.param((PARAGRAPH * 3).upper().replace("\n", ""), 3, id="capitals in one line"),
    pytest.param("The river rose by two metres on Monday. The road lies by the river.\n\n" * 8, 0, id="nobody speaks"),
    pytest.param("said " * 60 + '" ' * 60, 0, id="cues and marks only"),
    pytest.param("\n\n\t “ ” \u200b \U0001f642" * 20, 0, id="no words"),
]


@pytest.mark.parametrize(("text", "least"), ODD)
def test_odd_texts_give_spans_inside_them(attributions_nlp: Language, text: str, least: int) -> None:
    found = attributions_nlp(text)._.attributions
    assert len(found) >= least
    assert bool(found) or not least
    assert all(0 <= start < end <= len(text) for each in found for start, end in _spans(each))


def test_an_article_of_20_000_words(attributions_nlp: Language) -> None:
    paragraph = attributions_nlp(PARAGRAPH)
    copies = 20_000 // len(PARAGRAPH.split()) + 1
    doc = Doc.from_docs([paragraph] * copies, ensure_whitespace=False, exclude=["user_data"])
    doc._.roles = tuple(
        moved(roles, number * len(paragraph)) for number in range(copies) for roles in paragraph._.roles or ()
    )
    found, length = find_attributions(doc), len(doc.text)
    # A quotation may run on from one copy to the next; the rest is found in each as in the paragraph alone.
    assert len(found) >= copies * (len(paragraph._.attributions) - 1)
    assert all(0 <= start < end <= length for each in found for start, end in _spans(each))


def test_the_same_text_gives_the_same_attributions(attributions_nlp: Language) -> None:
    assert attributions_nlp(PARAGRAPH)._.attributions == attributions_nlp(PARAGRAPH)._.attributions


def test_time_grows_with_the_length_not_its_square(attributions_nlp: Language) -> None:
    paragraph = attributions_nlp(PARAGRAPH)

    def seconds(copies: int) -> float:
        doc = Doc.from_docs([paragraph] * copies, ensure_whitespace=False)
        start = time.perf_counter()
        assert len(find_attributions(doc)) >= copies
        return time.perf_counter() - start

    seconds(4)
    few = min(seconds(40) for _ in range(3))
    # Eight times the text: linear is 8, the square 64; other work on the machine may double the measure.
    assert min(seconds(320) for _ in range(2)) < 24 * few
