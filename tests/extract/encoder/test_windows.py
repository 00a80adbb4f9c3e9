"""Windows answer for every token once, and are no longer than they may be."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.encoder.windows import NEWS_SIZES, READ_SIZES, Sizes, break_levels, cut

COUNTS = st.lists(st.integers(1, 12), max_size=400)
SIZES = st.builds(
    Sizes,
    longest=st.integers(60, 120),
    before=st.integers(0, 20),
    after=st.integers(0, 20),
    fill=st.floats(0.2, 1),
    whole=st.booleans(),
)


@given(COUNTS, st.data(), SIZES)
def test_cores_cover_the_text_in_order(counts: list[int], data: st.DataObject, sizes: Sizes) -> None:
    levels = data.draw(st.lists(st.integers(0, 2), min_size=len(counts), max_size=len(counts)))
    windows = list(cut(counts, levels, sizes=sizes))
    covered = [token for window in windows for token in range(window.core_start, window.core_end)]
    assert covered == list(range(len(counts)))
    for window in windows:
        assert 0 <= window.start <= window.core_start < window.core_end <= window.end <= len(counts)
        assert sum(counts[window.start : window.end]) <= sizes.longest
        assert sum(counts[window.start : window.core_start]) <= sizes.before or len(windows) == 1
        assert sum(counts[window.core_end : window.end]) <= sizes.after or len(windows) == 1


def test_a_short_text_is_one_window() -> None:
    (window,) = cut([1] * 318, [0] * 318)
    assert (window.start, window.core_start, window.core_end, window.end) == (0, 0, 318, 318)


def test_a_text_is_cut_after_a_paragraph_rather_than_a_sentence() -> None:
    levels = [0] * 400
    levels[220], levels[240] = 2, 1
    first, second = cut([1] * 400, levels)
    assert first.core_end == second.core_start == 221
    assert (second.start, first.end) == (221 - NEWS_SIZES.before, 221 + NEWS_SIZES.after)


def test_reading_fills_windows_further_than_learning() -> None:
    levels = [0] * 500
    levels[150] = 2
    assert [next(cut([1] * 500, levels, sizes=sizes)).core_end for sizes in (NEWS_SIZES, READ_SIZES)] == [151, 262]


def test_reading_sees_whole_sentences_around_a_core() -> None:
    levels = [0] * 600
    for place in (220, 240, 252, 255, 263, 269, 278):
        levels[place] = 1
    first, second, *_ = cut([1] * 600, levels, sizes=READ_SIZES)
    assert (first.core_end, first.end) == (256, 279)
    assert (second.start, second.core_start) == (241, 256)


def test_break_levels() -> None:
    tokens = ["He", "left", ".", '"', "She", "stayed", "\n\n", "Really", "?", "Yes"]
    assert break_levels(tokens) == [0, 0, 0, 1, 0, 0, 2, 0, 1, 0]
