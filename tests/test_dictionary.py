from tasks.ask.queries import NamedQuery, Parameter
from tasks.dictionary import DICTIONARY, Column, Table, current_dictionary, current_tables, render


def test_committed_dictionary_is_up_to_date() -> None:
    assert DICTIONARY.read_text("utf-8") == current_dictionary(), (
        "run `python -m tasks.dictionary` and commit the result"
    )


def test_every_table_and_column_is_described() -> None:
    tables = current_tables()
    assert [name for table in tables for name in table.undescribed] == []
    assert {table.name for table in tables} >= {"articles", "attributions", "claim_ledger", "disputes", "entity_daily"}


def test_what_lacks_a_comment_is_named() -> None:
    columns = (
        Column("a", "integer", is_nullable=True, comment=""),
        Column("b", "integer", is_nullable=True, comment="B."),
    )
    assert Table("core", "t", "", columns).undescribed == ("core.t", "core.t.a")


def test_cells_keep_their_table_whole() -> None:
    table = Table("core", "t", "T.", (Column("a", "varchar", is_nullable=False, comment="x | y"),))
    query = NamedQuery("q", "Why?", (Parameter("p", "a|b", "one | two"),), "e", "select 1")
    text = render((table,), (), (query,))
    assert "| `a` | varchar, never NULL | x \\| y |" in text
    assert "| `q` | Why? | `p=a\\|b`: one \\| two |" in text
