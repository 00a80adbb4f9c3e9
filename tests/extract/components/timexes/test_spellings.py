"""A time comes back as the same value and span from whatever usual spelling it is written in."""

from collections.abc import Iterator
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extract.components.timexes import parse_timexes
from tasks.facts import Timex

DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905  # read as words
UNITS = {"year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M"}
ENDS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def only(text: str, published: date) -> Timex:
    (timex,) = parse_timexes(text, published)
    return timex


def spelled_days(day: date) -> Iterator[str]:
    month, weekday, year = day.strftime("%B"), day.strftime("%A"), day.year
    nth = f"{day.day}{ENDS.get(day.day, 'th')}"
    yield day.isoformat()
    yield f"{day.day} {month} {year}"
    yield f"{month} {day.day}, {year}"
    yield f"{month} {nth}, {year}"
    yield f"{nth} of {month} {year}"
    yield f"{weekday}, {month} {day.day}, {year}"
    yield f"{weekday}, {day.day} {month} {year}"
    yield f"{weekday} {day.day} {month} {year}"
    if month != "May":
        yield f"{day.strftime('%b')}. {day.day}, {year}"


@given(DAYS, DAYS)
def test_any_date_comes_back(day: date, published: date) -> None:
    for words in spelled_days(day):
        text = f"The talks of {words} were short."
        timex = only(text, published)
        assert (text[slice(*timex.span)], timex.type, timex.value) == (words, "DATE", day.isoformat())
        assert (timex.start_date, timex.end_date) == (day, day)


@given(st.integers(1900, 2035), st.integers(1, 12), DAYS)
def test_any_month_and_year_come_back(year: int, month: int, published: date) -> None:
    name = date(year, month, 1).strftime("%B")
    for words in (f"{name} {year}", f"{name}, {year}", f"{name} of {year}"):
        text = f"It began in {words}."
        timex = only(text, published)
        assert (text[slice(*timex.span)], timex.value) == (words, f"{year}-{month:02}")
    assert only(f"It began in {year}.", published).value == str(year)


@given(st.integers(1, 12), st.sampled_from(sorted(UNITS)), DAYS)
def test_any_duration_comes_back(count: int, unit: str, published: date) -> None:
    plural = unit if count == 1 else f"{unit}s"
    article = "an" if unit == "hour" else "a"
    ways = [f"{count} {plural}", f"{COUNTS[count - 1]} {plural}"] + ([f"{article} {unit}"] if count == 1 else [])
    for words in ways:
        text = f"It lasted for {words}."
        timex = only(text, published)
        assert (text[slice(*timex.span)], timex.type) == (words, "DURATION")
        assert timex.value == UNITS[unit].format(count)


@given(st.integers(2, 12), st.sampled_from(["year", "month", "week", "day"]), DAYS)
def test_any_set_comes_back(count: int, unit: str, published: date) -> None:
    for words, times in (
        (f"every {unit}", 1),
        (f"every {count} {unit}s", count),
        (f"every {COUNTS[count - 1]} {unit}s", count),
        (f"twice a {unit}", 1),
    ):
        text = f"They meet {words}."
        timex = only(text, published)
        assert (text[slice(*timex.span)], timex.type) == (words, "SET")
        assert timex.value == UNITS[unit].format(times)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None)), DAYS)
def test_any_time_of_day_comes_back(moment: time, published: date) -> None:
    half = "am" if moment.hour < 12 else "pm"
    hour = moment.hour % 12 or 12
    dotted = f"{half[0]}.m."
    for words in (
        f"{moment:%H:%M}",
        f"{hour}:{moment:%M} {half}",
        f"{hour}:{moment:%M}{half}",
        f"{hour}:{moment:%M} {dotted}",
    ):
        text = f"It fell at {words} in the city."
        timex = only(text, published)
        assert (text[slice(*timex.span)], timex.type, timex.value) == (words, "TIME", f"T{moment:%H:%M}")


@given(DAYS, st.integers(2, 12), st.sampled_from(["day", "week"]))
def test_days_counted_from_publication(published: date, count: int, unit: str) -> None:
    for words in (f"{count} {unit}s ago", f"{COUNTS[count - 1]} {unit}s ago"):
        timex = only(f"It fell {words}.", published)
        assert timex.start_date is not None
        assert timex.end_date is not None
        ago = (published - timex.start_date).days, (published - timex.end_date).days
        assert ago[0] >= count * (7 if unit == "week" else 1) >= ago[1]


WORDS = [
    "Monday", "May", "4", "2019", "last", "next", "two", "weeks", "ago", "in", "every",
    "twice", "a", "year", "the", "first", "quarter", "of", "until", "6pm", "at", "18:05",
    "noon", "Q3", "1990s", "century", ",", "-", ".", "\n", "from", "to", "and",
    "yesterday", "later", "day", "before", "after", "spring", "31", "February", "0",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80), DAYS | st.none())
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_it(text: str, published: date | None) -> None:
    timexes = parse_timexes(text, published)
    assert all(0 <= timex.span[0] < timex.span[1] <= len(text) for timex in timexes)
    assert all((timex.start_date is None) == (timex.end_date is None) for timex in timexes)
    assert all(
        timex.start_date is None or timex.end_date is None or timex.start_date <= timex.end_date for timex in timexes
    )
