"""The benchmark of names: offsets of UNER's sentences in the text of their document, and what counts."""

from collections import Counter

import pytest

from benchmarks.names import Found, Text, compare, uner_texts

PART = """# newdoc id = a
# sent_id = a-0001
# text = Ann Lee left.
1\tAnn\tB-PER\t-\t-
2\tLee\tI-PER\t-\t-
3\tleft\tO\t-\t-
4\t.\tO\t-\t-

# sent_id = a-0002
# text = She likes Oslo, the U.N. and jazz.
1\tShe\tO\t-\t-
2\tlikes\tO\t-\t-
3\tOslo\tB-LOC\t-\t-
4\t,\tO\t-\t-
5\tthe\tO\t-\t-
6\tU.N.\tB-ORG\t-\t-
7\tand\tO\t-\t-
8\tjazz\tB-OTH\t-\t-
9\t.\tO\t-\t-

# newdoc id = b
# sent_id = b-0001
# text = Hi
1\tHi\tO\t-\t-
"""


def test_sentences_are_joined_to_documents() -> None:
    first, second = uner_texts(PART.splitlines())
    assert first.text == "Ann Lee left. She likes Oslo, the U.N. and jazz."
    words = {(first.text[name.start : name.end], name.kind) for name in first.gold}
    assert words == {("Ann Lee", "person"), ("Oslo", "place"), ("U.N.", "organisation")}
    assert (second.text, second.gold) == ("Hi", frozenset())


@pytest.mark.parametrize(
    ("found", "counts"),
    [
        pytest.param(Found(0, 7, "person"), {"right": 1, "wrong": 0, "missed": 0}, id="right"),
        pytest.param(Found(0, 7, "place"), {"right": 0, "wrong": 1, "missed": 1}, id="other kind"),
        pytest.param(Found(4, 7, "person"), {"right": 0, "wrong": 1, "missed": 1}, id="other bounds"),
        pytest.param(Found(10, 14, "place"), {"right": 0, "wrong": 0, "missed": 1}, id="left open"),
    ],
)
def test_names_count_if_span_and_kind_agree(found: Found, counts: dict[str, int]) -> None:
    text = Text("Ann Lee in Oslo", frozenset({Found(0, 7, "person")}), ((11, 15),))
    assert compare({found}, text) == Counter(counts)
