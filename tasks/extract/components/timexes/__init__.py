"""TIMEX3 time expressions with their value and the days that they cover."""

from tasks.extract.components.timexes.component import Timexes, make_timexes
from tasks.extract.components.timexes.parser import parse_timexes

__all__ = ["Timexes", "make_timexes", "parse_timexes"]
