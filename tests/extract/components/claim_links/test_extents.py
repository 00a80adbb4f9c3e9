import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.components.claim_links.extents import apart


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), ()),
        (((5, 9), (0, 3)), ((0, 3), (5, 9))),
        (((0, 9), (2, 9), (12, 14)), ((0, 9), (12, 14))),
        (((0, 5), (3, 8)), ((0, 8),)),
        (((0, 5), (5, 8)), ((0, 5), (5, 8))),
    ],
    ids=["none", "sorted", "one within another", "overlapping", "touching"],
)
def test_extents_stand_apart(spans: tuple[tuple[int, int], ...], expected: tuple[tuple[int, int], ...]) -> None:
    assert apart(spans) == expected


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair))), max_size=8))
def test_they_cover_the_same_characters_in_order(spans: list[tuple[int, int]]) -> None:
    extents = apart(spans)
    covered = {place for start, end in spans for place in range(start, end)}
    assert sorted(covered) == [place for start, end in extents for place in range(start, end)]
