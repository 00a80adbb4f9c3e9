import pytest
from spacy.language import Language

from tasks.extract.components.attributions.layout import layout_of
from tasks.extract.components.attributions.lists import list_end, past_coordination

LISTS = [
    pytest.param("Ana Silva, Joko Widodo and Anna Keller| on Monday.", id="and within the last member"),
    pytest.param("Ana Silva, Joko Widodo, and Anna Keller|, who lived here.", id="comma before and"),
    pytest.param("Ana Silva|, who lived in Lima and Rome.", id="relative clause"),
    pytest.param("Ana Silva|, police said.", id="no list"),
    pytest.param("a shop owner|", id="no comma"),
]


@pytest.mark.parametrize("marked", LISTS)
def test_a_list_is_kept_together(attributions_nlp: Language, marked: str) -> None:
    text = marked.replace("|", "")
    layout = layout_of(attributions_nlp(text))
    end = list_end(layout, 0, len(layout))
    assert layout.ends[end - 1] >= marked.index("|")
    assert layout.ends[end - 1] == marked.index("|") or text[marked.index("|") :] == " on Monday."


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        pytest.param(
            "They blamed error and the fear of war.", "They blamed error", "error and the fear of war", id="in"
        ),
        pytest.param("They blamed error and the war went on.", "They blamed error", "error", id="clause"),
        pytest.param("They blamed error and left.", "They blamed error", "error", id="verb"),
    ],
)
def test_a_second_noun_phrase_belongs_to_the_first(
    attributions_nlp: Language, text: str, phrase: str, expected: str
) -> None:
    layout = layout_of(attributions_nlp(text))
    end = past_coordination(layout, layout.ends.index(len(phrase)) + 1, len(layout))
    assert text[: layout.ends[end - 1]].endswith(expected)
