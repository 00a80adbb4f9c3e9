"""Time expressions, each with the gold beside it; the publication day is Friday, 4 January 2019."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.components.timexes import parse_timexes
from tasks.facts import Timex

PUBLISHED = date(2019, 1, 4)
DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))


def only(text: str, published: date | None = PUBLISHED) -> Timex:
    (timex,) = parse_timexes(text, published)
    return timex


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It fell on Friday, January 4, 2019.", "Friday, January 4, 2019", "2019-01-04"),
        ("the 4th of March 2018", "4th of March 2018", "2018-03-04"),
        ("dated 2018-12-31 and", "2018-12-31", "2018-12-31"),
        ("on Sept. 11, 2001", "Sept. 11, 2001", "2001-09-11"),
        ("on October 6, both spoke", "October 6", "2018-10-06"),
        ("Britain will leave on March 29", "March 29", "2019-03-29"),
        ("on Monday in Magnitogorsk", "Monday", "2018-12-31"),
        ("it fell on Friday", "Friday", "2019-01-04"),
        ("it fell last Friday", "last Friday", "2018-12-28"),
        ("the court will rule on Monday", "Monday", "2019-01-07"),
        ("next Monday", "next Monday", "2019-01-07"),
        ("rescue ended yesterday", "yesterday", "2019-01-03"),
        ("yesterday morning", "yesterday morning", "2019-01-03TMO"),
        ("overnight", "overnight", "2019-01-04TNI"),
        ("Sunday evening", "Sunday evening", "2018-12-30TEV"),
        ("last week", "last week", "2018-W52"),
        ("later this week", "later this week", "2019-W01"),
        ("last year", "last year", "2018"),
        ("in August last year", "August last year", "2018-08"),
        ("on Friday next week", "Friday next week", "2019-01-11"),
        ("over the past year", "the past year", "P1Y"),
        ("the last three months", "the last three months", "P3M"),
        ("the first week of October", "the first week of October", "2018-10-01/2018-10-07"),
        ("the last Friday of July 2018", "the last Friday of July 2018", "2018-07-27"),
        ("an hour and a half", "an hour and a half", "PT1.5H"),
        ("one week after an attack", "one week", "P1W"),
        ("next month", "next month", "2019-02"),
        ("from 2 July to 10 July 2018", "2 July to 10 July 2018", "2018-07-02/2018-07-10"),
        ("between November 27 and December 10", "November 27 and December 10", "2018-11-27/2018-12-10"),
        ("from March to May 2018", "from March to May 2018", "2018-03/2018-05"),
        ("the week of January 14", "the week of January 14", "2019-W03"),
        ("it fell next week on Tuesday", "next week on Tuesday", "2019-01-08"),
        ("this past Wednesday", "this past Wednesday", "2019-01-02"),
        ("two days before yesterday", "two days before yesterday", "2019-01-01"),
        ("two weeks after January 15, 2018.", "two weeks after January 15, 2018", "2018-01-29"),
        ("it will open in two weeks.", "two weeks", "2019-W03"),
        ("the third strike in two weeks.", "two weeks", "P2W"),
        ("on the 18th, he said", "18th", "2018-12-18"),
        ("the end of the month", "the end of the month", "2019-01"),
        ("1 hour and 30 minutes", "1 hour and 30 minutes", "PT1H30M"),
        ("the fourth of July 1995", "fourth of July 1995", "1995-07-04"),
        ("February 29", "February 29", "2016-02-29"),
        ("by 2120, scientists warn", "2120", "2120"),
        ("the nineties", "the nineties", "199"),
        ("the past fortnight", "the past fortnight", "P2W"),
        ("in April", "April", "2018-04"),
        ("the war of 2017 June", "2017 June", "2017-06"),
        ("it ends two days from today.", "two days from today", "2019-01-06"),
        ("in two weeks' time", "two weeks' time", "2019-W03"),
        ("it fell two weeks and two days ago", "two weeks and two days ago", "2018-12-19"),
        ("the past quarter", "the past quarter", "2018-Q4"),
        ("sales for past quarter", "past quarter", "2018-Q4"),
        ("the week of the 14th.", "the week of the 14th", "2018-W50"),
        ("after the 15th day of next month", "15th day of next month", "2019-02-15"),
        ("between 2007 and the end of 2008", "2007 and the end of 2008", "2007/2008"),
        ("riots broke out due to the shooting in August", "August", "2018-08"),
        ("in January", "January", "2019-01"),
        ("in January 2017", "January 2017", "2017-01"),
        ("In 2018 another", "2018", "2018"),
        ("mid-2014", "mid-2014", "2014"),
        ("the 1990s", "the 1990s", "199"),
        ("between 2014 and 2017", "between 2014 and 2017", "2014/2017"),
        ("March 3-5, 2018", "March 3-5, 2018", "2018-03-03/2018-03-05"),
        ("in the first quarter of 2018", "the first quarter of 2018", "2018-Q1"),
        ("three years ago", "three years ago", "2016"),
        ("two days ago", "two days ago", "2019-01-02"),
        ("for three months", "three months", "P3M"),
        ("a 24-hour curfew", "24-hour", "PT24H"),
        ("for decades", "decades", "PXDE"),
        ("every Friday", "every Friday", "XXXX-WXX-5"),
        ("twice a year", "twice a year", "P1Y"),
        ("at 6am local time (0100 UTC)", "6am local time (0100 UTC)", "T06"),
        ("around 7:38 pm IST", "7:38 pm IST", "T19:38"),
        ("at 1400 UTC", "1400 UTC", "T14:00Z"),
        ("on Monday at 6am", "Monday at 6am", "2018-12-31T06"),
        ("at 8:00am on Tuesday", "8:00am on Tuesday", "2019-01-01T08:00"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_values(text: str, span: str, value: str) -> None:
    timex = only(text)
    assert (text[slice(*timex.span)], timex.value) == (span, value)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("in early March", "START"),
        ("in late October", "END"),
        ("since 2012", "ON_OR_AFTER"),
        ("before 2012", "BEFORE"),
        ("about two weeks ago", "APPROX"),
        ("more than three years", "MORE_THAN"),
    ],
)
def test_modifiers(text: str, mod: str) -> None:
    assert only(text).mod == mod


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on October 6. Two days earlier, talks had failed.", "2018-10-04"),
        ("It began on October 6. The following day, talks failed.", "2018-10-07"),
        ("Troops left in 2011 and returned three years later.", "2014"),
        ("It began on October 6. That day, talks failed.", "2018-10-06"),
        ("It began in October 2017. Two days later, talks failed.", None),
    ],
)
def test_counted_from_the_last_date_named(text: str, value: str | None) -> None:
    assert parse_timexes(text, PUBLISHED)[-1].value == value


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "in April", "last year", "October 6", "two days earlier"])
def test_without_a_publication_day_nothing_is_guessed(text: str) -> None:
    timex = only(text, None)
    assert (timex.value, timex.start_date, timex.end_date) == (None, None, None)


def test_a_dateline_stands_in_for_the_publication_day() -> None:
    day, relative = parse_timexes("Friday, January 4, 2019\n\nIt fell yesterday.", None)
    assert day.start_date == PUBLISHED
    assert (relative.start_date, relative.method) == (date(2019, 1, 3), "deictic+dateline")


def test_a_date_inside_the_first_line_is_no_dateline() -> None:
    timexes = parse_timexes("On January 4, 2019 a house fell.\n\nIt had cracked on Monday.", None)
    assert [timex.value for timex in timexes] == ["2019-01-04", None]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on.",
        "a 25-year-old man",
        "2000 people came",
        "5.10 metres",
        "the spring was dry",
        "Article 5",
        "no second chance",
    ],
)
def test_no_time(text: str) -> None:
    assert parse_timexes(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    "text",
    ["The vote was moved from April 7 to June 1.", "He was in his nineties.", "in 2016 and 300 others"],
)
def test_no_stretch(text: str) -> None:
    assert all("/" not in (timex.value or "") and timex.value != "199" for timex in parse_timexes(text, PUBLISHED))


@given(DAYS, DAYS)
def test_full_dates_come_back(day: date, published: date) -> None:
    month = day.strftime("%B")
    for text in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        timex = only(f"It was {text}.", published)
        assert (timex.value, timex.start_date, timex.end_date) == (day.isoformat(), day, day)


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_the_nearest_past_one(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    assert only(f"It fell on {day.strftime('%A')}.", published).start_date == day


@given(st.text(st.sampled_from("0123456789 ,.-/:MayJune Monday last year two weeks ago in at pm\n"), max_size=80), DAYS)
def test_any_text_is_survived(text: str, published: date) -> None:
    timexes = parse_timexes(text, published)
    assert all(0 <= timex.span[0] < timex.span[1] <= len(text) for timex in timexes)
    assert all(left.span[1] <= right.span[0] for left, right in pairwise(timexes))
    assert all(timex.start_date is None or timex.start_date <= timex.end_date for timex in timexes)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_calendar_has_ends(published: date) -> None:
    text = "last week, next year, 300 centuries ago, in 20000 years, tomorrow, yesterday, last decade, Monday, in April"
    assert all(timex.start_date is None for timex in parse_timexes(text, published))
