from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.components.attributions.quotes import find_spans

QUOTED = [
    pytest.param('He said "yes" and "no".', ['"yes"', '"no"'], id="straight"),
    pytest.param("He said “yes” and ”no.", ["“yes”", "”no."], id="wrong curly mark opens"),
    pytest.param("He said ''yes'' twice.", ["''yes''"], id="doubled singles"),
    pytest.param(
        "She said: \u2018The road is closed.\u2019 He left.", ["\u2018The road is closed.\u2019"], id="single marks"
    ),
    pytest.param("The soldiers' homes and the sailors' ships", [], id="possessives"),
    pytest.param("He is 5'10\" tall and 6'2\" wide.", [], id="inches"),
    pytest.param('He said "yes\n\nShe left.', ['"yes'], id="never closed"),
    pytest.param('"One.\n\n"Two."\n\nThree.', ['"One.', '"Two."'], id="runs on"),
    pytest.param("“He said “no” to me” and left", ["“He said “no” to me”"], id="curly in curly"),
    pytest.param("no marks", [], id="none"),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_marks_are_paired(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_spans(text)] == quoted


def test_only_what_the_next_paragraph_goes_on_with_runs_on() -> None:
    assert [runs_on for _, _, runs_on in find_spans('"One.\n\n"Two."\n\n"Three.\n\nFour.')] == [True, False, False]


@given(st.text(alphabet="aA .,\n\"'“”\u2018\u2019«»5", max_size=200))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = find_spans(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all("\n" not in text[start:end] for start, end, _ in spans)
