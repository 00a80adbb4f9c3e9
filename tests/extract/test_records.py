"""What `article-facts extract` makes of a line."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.records import BadLine, Record, day_of, parse_lines


def only(line: bytes) -> Record | BadLine:
    [found] = parse_lines([line])
    return found


def test_a_full_line_is_taken_as_it_is() -> None:
    given_fields = {
        "id": "x1",
        "url": "https://a.example/1",
        "title": "T",
        "published_at": "2025-04-28",
        "text": " a\r\n",
    }
    record = only(json.dumps(given_fields).encode())
    assert record == Record(1, "x1", "https://a.example/1", "T", "2025-04-28", " a\r\n")


def test_a_missing_id_is_the_line_number() -> None:
    records = list(parse_lines([b'{"text": "a"}\n', b'{"text": "b", "id": null}\n', b'{"text": "c", "id": 7}']))
    assert [record.id for record in records if isinstance(record, Record)] == ["1", "2", 7]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param(b"", "empty line", id="empty"),
        pytest.param(b"  \n", "empty line", id="blank"),
        pytest.param(b"{oops", "not JSON", id="broken JSON"),
        pytest.param(b"[1]", "not a JSON object but list", id="list"),
        pytest.param(b'"text"', "not a JSON object but str", id="string"),
        pytest.param(b"{}", "`text` is missing", id="no text"),
        pytest.param(b'{"text": null}', "`text` is not a string", id="null text"),
        pytest.param(b'{"text": 5}', "`text` is not a string", id="number"),
        pytest.param(b'{"text": "\xff"}', "not UTF-8 at byte 11", id="not UTF-8"),
        pytest.param(b'{"text": "\\ud800"}', "half of a surrogate pair", id="lone surrogate"),
        pytest.param(b'{"text": "a", "url": 1}', "`url` is neither", id="number as URL"),
        pytest.param(b'{"text": "a", "id": true}', "`id` is neither", id="flag as id"),
        pytest.param(b"[" * 100_000, "not JSON", id="too deep"),
    ],
)
def test_an_unusable_line_says_why(line: bytes, message: str) -> None:
    found = only(line)
    assert isinstance(found, BadLine)
    assert message in found.message


@pytest.mark.parametrize(
    ("value", "day"),
    [
        pytest.param("2025-04-28", date(2025, 4, 28), id="day"),
        pytest.param("2025-04-28T23:30:00Z", date(2025, 4, 28), id="UTC time"),
        pytest.param("2025-04-28T23:30:00-05:00", date(2025, 4, 28), id="the paper's own day"),
        pytest.param("2025-04-28 09:30", date(2025, 4, 28), id="blank for T"),
        pytest.param("last Monday", None, id="words"),
        pytest.param("2025-13-01", None, id="no such month"),
    ],
)
def test_the_day_of_publication(value: str, day: date | None) -> None:
    assert day_of(value) == day


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through_unchanged(text: str) -> None:
    record = only(json.dumps({"text": text}).encode())
    assert isinstance(record, Record)
    assert record.text == text
