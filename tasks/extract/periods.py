"""The days that an ISO 8601 period covers."""

from datetime import date, timedelta

DECEMBER = 12

Days = tuple[date | None, date | None]


def days_of(value: str | None) -> Days:
    """First and last day of a day, month, year, or interval of them ("2019-01-24", "2018-12", "2018", "2018/2019").

    None and None of anything else.
    """
    if value is None:
        return None, None
    first, _, last = value.partition("/")
    try:
        start, end = _days(first)[0], _days(last or first)[1]
    except ValueError:
        return None, None
    return (start, end) if start <= end else (None, None)


def _days(value: str) -> tuple[date, date]:
    match [int(part) for part in value.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, DECEMBER, 31)
        case [year, month]:
            following = date(year + month // DECEMBER, month % DECEMBER + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case _:
            raise ValueError(value)
