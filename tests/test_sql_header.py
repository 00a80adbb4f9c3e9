import pytest

from tasks.errors import ArticleFactsError
from tasks.sql_header import parse_header

TEXT = """-- grain: one row per thing
-- reads: core.a,
--        core.b
-- parameter: x = 1 | one
-- parameter: y = 2 | two
select 1;
-- not: a field
"""


def test_fields_end_with_the_first_statement() -> None:
    header = parse_header("t.sql", TEXT)
    assert header.value("grain") == "one row per thing"
    assert header.value("reads") == "core.a, core.b"
    assert header.values("parameter") == ("x = 1 | one", "y = 2 | two")
    assert header.values("not") == ()


@pytest.mark.parametrize(
    ("key", "text"),
    [("why", TEXT), ("grain", "-- grain:\nselect 1"), ("grain", "-- grain: a\n-- grain: b\nselect 1")],
    ids=["missing", "empty", "repeated"],
)
def test_a_key_must_stand_there_once(key: str, text: str) -> None:
    with pytest.raises(ArticleFactsError, match=rf"t\.sql: .*-- {key}: "):
        parse_header("t.sql", text).value(key)


@pytest.mark.parametrize("text", ["-- Just a comment\n", "--   continues nothing\n"], ids=["prose", "continuation"])
def test_other_comments_are_refused_with_their_line(text: str) -> None:
    with pytest.raises(ArticleFactsError, match=r"t\.sql:1: expected"):
        parse_header("t.sql", text)
