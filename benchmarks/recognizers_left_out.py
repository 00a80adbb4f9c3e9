"""Which cases of Recognizers-Text are not compared, by what stands in their expressions, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a case one that news does not write.

    Attributes:
        reason: Why it is left out.
        pattern: Stands in its input, or in one of its expressions.
        in_input: Whether the whole input is searched.
    """

    reason: str
    pattern: re.Pattern[str]
    in_input: bool = True


def _rule(reason: str, pattern: str, *, in_input: bool = True) -> Rule:
    return Rule(reason, re.compile(pattern, re.IGNORECASE), in_input)


def reason(rules: Sequence[Rule], text: str, expressions: Sequence[str]) -> str | None:
    """Why a case is left out, None if it is compared."""
    for rule in rules:
        if any(rule.pattern.search(each) for each in ((text,) if rule.in_input else expressions)):
            return rule.reason
    return None


_ORDINAL = r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)\w*|hundredth|trillionth|thousandth|millionth"
NUMBER_RULES = (
    _rule("powers and exponents, arithmetic", r"\^|\de[+-]?\d|x10|\d\s?[G]\b"),
    _rule(
        "divisions in words and fractions below tenths or of compound numbers",
        rf"\bover (?:\d|one|three|twenty|a )|hundredths?\b|trillionth|(?:{_ORDINAL})[- ]+(?:and )?(?:\w+[- ])*"
        r"(?:first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|thirtieth)s?\b"
        r"|hundred[- ](?:and )?\w*[- ]?\w*fifths?\b"
        r"|thousand fifths|\b(?:one|twenty) twenty|hundred three fifths|hundred and fifth",
    ),
    _rule("addresses, phone numbers, codes", r"\d\.\d+\.\d|phone|\+1-|http|www"),
    _rule("marks of other languages' decimals", r"\d,\d{1,2}(?!\d)"),
    _rule("abbreviations of chat", r"dzs?\b|dozs|\bMM\b|\dmil\b|\d\s?MM|\d+\s?[kb]\b|tln"),
    _rule("negative numbers without a unit, which news does not count", r"(?:^|\s)- ?\d|negative|\bminus\b"),
    _rule("numbers beside a unit, which are measures here", r"\d\s?(?:ml|km|m)\b"),
    _rule("pronouns, which only a parse can tell", r"\b(?:the|this|that|which) one\b"),
    _rule("words of poets and games", r"nought|naught"),
    _rule("tests of the tool's own limits", r"valid numbers?|isn't a number|\d/\d+/\d{4}"),
)
RANGE_RULES = (
    _rule("signs of programs", r"[<>]|\bx\b|\d~\d"),
    _rule("ages, which are a kind of their own here", r"years old"),
    _rule("ranks", r"\b(?:tenth|fifteenth)\b"),
    _rule("bounds stated twice, and equations", r"equal|equals|or (?:greater|more|less) than \w|-2222"),
    _rule(
        "two bounds joined by words", r"(?:and|but|,) (?:less|smaller|lower|below|at least|no less|greater|more than)"
    ),
)
PERCENT_RULES = (
    _rule("a share of an unknown number", r"percents? of|per cent of"),
    _rule("addresses", r"http"),
)
CURRENCY_RULES = (
    _rule("currencies that are gone or of one game", r"markka|guilder|peseta|satoshi|bitcoin|btc"),
    _rule("tokens torn apart by spaces", r"\d \. \d|\bc \$|\bhk \$|\bus \$|\bu \. s|\ba \$|\d , \d"),
    _rule(
        "codes in lower case and names from chat",
        r"(?-i:usd|rmb|mxn|aud\$|cad\$|nzd\$|kuai|u\.s \$|us dollars|1 \$ 10|10 \$ 30)",
    ),
    _rule(
        "cents without their word",
        r"(?:dollars?|USD) (?:and )?(?:15|50|25|forty five)\b|points? of your|\bsen \d|dollar \d|\u0bb0\u0bc2",
    ),
)
DIMENSION_RULES = (
    _rule(
        "units of kitchens, chemistry and angles",
        r"tablespoon|teaspoon|\bcups?\b|dram\b|rad\b|turns?\b|\bmcg\b|microg|\u03bcg|pico|\bpm\b|deci|\bdm\b",
    ),
    _rule("units per millisecond, in brackets, without a number", r"per ms|/ms|millisecond|[(\[{<]kg"),
    _rule("part numbers", r"scp|24703|L-?202"),
    _rule(
        "temperatures, dates and clock times that no dimension is expected in",
        r"degrees?|celsius|friday|april|pm\b|2020",
    ),
)
TIME_RULES = (
    _rule(
        "numeric dates without a year, with a short year or a month's name between marks",
        r"(?<![\d/])\d{1,2}[/.-]\d{1,2}(?![/.\d-])|\d{1,2}[/-]\d{1,2}[/-]\d\d(?!\d)|[/-][A-Za-z]{3,9}\b[/-]?"
        r"|\b[A-Za-z]{3,9}[/-]\d|\b\d{8}\b|\d{4}[ ~]\d\d|\b20\d\d-\d\d?(?!\d|-\d)",
    ),
    _rule(
        "a weekday with a bare number",
        r"\b(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|\w+th|\w+ first)\b",
    ),
    _rule(
        "years and days in words",
        r"nineteen|seventeen|two thousand|twenty|\bnine?th\b|thirty|\b(?:fifteen|sixteen)\b|eleventh",
    ),
    _rule(
        "fiscal and school years, numbered weeks, business days, trade's abbreviations",
        r"\b[fcs]y ?\d|fiscal|school|week \d|business day|work ?week|\beo[ymd]\b|\botd\b|tmrw|year to date"
        r"|to date\b|\b20\d\d [hq]\d|\bh\d\b|-q\d|weekday",
    ),
    _rule(
        "comparisons in words or signs",
        r"greater|or later|or after|later than|and (?:later|after)|no later|as (?:early|late) as|any time|[<>]"
        r"|starting|\$",
    ),
    _rule("up to now, which is no day of the calendar", r"\b(?:and|to|till?|until) (?:now|date)\b|between now"),
    _rule(
        "parts of a period, whose days are a convention",
        r"(?:end|middle|start|beginning) of .* (?:to|and|until) |to the (?:end|start)|(?:early|mid|late) [a-z]+$|"
        r"(?:after|before) the (?:end|beginning)|end of (?:week|month|year)$|(?:earlier|later) in the|remaining",
        in_input=False,
    ),
    _rule(
        "weeks and months of a month or year, which conventions count differently",
        r"(?:first|last|third|\d(?:st|nd|rd|th)) (?:\w+ )?(?:week|month)s? of",
    ),
    _rule("a time that the sentence does not give", r"same (?:week|month|year)|that (?:week|weekend|month|year)\b"),
    _rule(
        "words of offices and tables", r"calendar year|working week|\bw/c\b|week after next|\d s\b|^=|week commencing"
    ),
    _rule(
        "holidays",
        r"holiday|christmas|easter|independence|juneteenth|new year|black friday|earth day|saint patrick"
        r"|workers' day|halloween|labor day|eid|thanksgiving|freedom day",
    ),
    _rule(
        "the day, week, month or year as such",
        r"^(?:for |in |of )?(?:the )?(?:day|week|month|year|hour)$|^all (?:day|week|month)",
        in_input=False,
    ),
    _rule(
        "numeric dates whose order of day and month is open, which stay unresolved",
        r"(?<!\d)(?:0?\d|1[0-2])[/-](?:0?\d|1[0-2])[/-]\d{4}",
    ),
    _rule("several quarters or decades, counted from today or by the calendar", r"\w+ quarters\b|\bdecades\b"),
    _rule(
        "two expressions that fix one day", r"(?:from (?:now|today)|\bin 3 days) on |day,? (?:two|three|\d+) \w+ from"
    ),
    _rule(
        "the last, next or following weekday: in news the nearest, in the specification one of another week",
        r"\b(?:last|next|previous|following) (?:mon|tues|wednes|thurs|fri|satur|sun)day",
    ),
    _rule("years of two digits", r"of \d\d\b"),
    _rule("days that do not exist", r"feb(?:ruary)? 30|2/29/2019"),
    _rule(
        "orders to an assistant that name a time of day or a slot",
        r"\b(?:\d{1,2}(?::\d\d)? ?[ap]\.?m|1:1|\d:\d\d|o'clock|eastern|afternoons?|mornings?|lunch|dinner)\b",
    ),
    _rule("vague amounts, whose value is a convention", r"\b(?:few|some|several|couple)\b"),
    _rule("units abbreviated to a letter", r"\d(?:h|d|y|w|years)\b"),
    _rule("a date that is a name of something else", r"\bwww\.|xlsx|12345|dates? back"),
    _rule("seasons without a year", r"^(?:the )?(?:summer|winter|spring|autumn|fall)$", in_input=False),
)
FIGURE_RULES: dict[str, tuple[Rule, ...]] = {
    "Number": NUMBER_RULES,
    "NumberRange": RANGE_RULES,
    "Percent": PERCENT_RULES,
    "Currency": CURRENCY_RULES,
    "Dimension": DIMENSION_RULES,
}
