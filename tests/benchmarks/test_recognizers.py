"""The comparison with Recognizers-Text: what counts as agreeing, what is left out."""

from typing import Any

import pytest

from benchmarks import recognizers
from benchmarks import recognizers_left_out as left_out
from benchmarks.recognizers_values import Expression, expected_figures, found_figures

Case = dict[str, Any]


def case(text: str, expression: str, **resolution: str) -> Case:
    start = text.index(expression)
    return {"Input": text, "Results": [{"Start": start, "End": start + len(expression) - 1, "Resolution": resolution}]}


@pytest.mark.parametrize(
    ("kind", "given", "is_same"),
    [
        ("Number", case("he saw 1,200 ships", "1,200", value="1200"), True),
        ("Number", case("he saw 1,200 ships", "1,200", value="1201"), False),
        ("NumberRange", case("more than 30 in all", "more than 30", value="(30,)"), True),
        ("NumberRange", case("at least 30 in all", "at least 30", value="(30,)"), False),
        ("Percent", case("half or 50% of it", "50%", value="50%"), True),
        ("Currency", case("a fine of $3 million", "$3 million", value="3000000", unit="Dollar"), True),
        (
            "Currency",
            case("a fine of $3 million", "$3 million", value="3000000", unit="Euro", isoCurrency="EUR"),
            False,
        ),
        ("Dimension", case("it is 5 feet 6 inches", "5 feet 6 inches", value="5.5", unit="Foot"), True),
    ],
)
def test_agreement(kind: str, given: Case, *, is_same: bool) -> None:
    assert recognizers.agrees(expected_figures(kind)(given), found_figures(kind)(given)) is is_same


def test_nothing_may_be_found_where_nothing_is_expected() -> None:
    found = {Expression((0, 2), frozenset({"12"}))}
    assert recognizers.agrees(set(), set())
    assert not recognizers.agrees(set(), found)


def test_a_case_is_left_out_for_the_first_reason_that_holds() -> None:
    rules = left_out.FIGURE_RULES["Number"]
    assert left_out.reason(rules, "1.1^23", ["1.1^23"]) == "powers and exponents, arithmetic"
    assert left_out.reason(rules, "killed 12 people", ["12"]) is None


def test_missing_specifications_are_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    missing = recognizers.FIGURES / "nowhere"
    monkeypatch.setattr(recognizers, "FIGURES", missing)
    monkeypatch.setattr("sys.argv", ["recognizers"])
    assert recognizers.main() == 2
    assert "skipped" in capsys.readouterr().err
