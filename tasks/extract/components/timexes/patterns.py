"""Words of the calendar and the clock, and the pieces that the grammar's expressions are made of."""

from tasks.extract.numeral_words import SMALL, TENS

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, name in enumerate(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
}
# TIMEX3 designators; a duration's time part stands behind a "T".
UNITS: dict[str, str] = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "hr": "H", "min": "M", "sec": "S",
}  # fmt: skip
CLOCK_UNITS = frozenset({"second", "minute", "hour", "hr", "min", "sec"})
UNIT_PLURALS: dict[str, str] = {"centuries": "century"} | {f"{unit}s": unit for unit in UNITS if unit != "century"}
DAY_PARTS: dict[str, str] = {
    "morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV",
    "noon": "MI", "lunchtime": "MI", "nightfall": "NI", "daybreak": "MO",
}  # fmt: skip
SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
FREQUENCIES: dict[str, str] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y",
    "biennial": "P2Y", "biennially": "P2Y", "semiannual": "P0.5Y", "semiannually": "P0.5Y", "semi-annual": "P0.5Y",
    "semi-annually": "P0.5Y", "bi-monthly": "P2M", "bi-weekly": "P2W",
}  # fmt: skip
VAGUE_AMOUNTS = frozenset(
    {"several", "a few", "few", "some", "many", "a number of", "a couple of", "couple of", "dozens of"}
)
ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
LAST = frozenset({"last", "past", "previous", "preceding"})
NEXT = frozenset({"next", "following", "coming", "subsequent", "upcoming"})
# Words before a date that say how it bounds; they stay outside the span.
BOUNDING = {
    "since": "ON_OR_AFTER",
    "until": "ON_OR_BEFORE",
    "till": "ON_OR_BEFORE",
    "by": "ON_OR_BEFORE",
    "before": "BEFORE",
    "after": "AFTER",
}
# Words around a date that make it a coming one.
FORWARD_WORDS = (
    r"\b(?:will|shall|would|[\u2019']ll|is to|are to|be held|scheduled"
    r"|due(?! to (?:an?|the|this|that|these|those|his|her|its|their)\b)|set to|set "
    r"for|slated|plan(?:s|ned)? (?:to|for)|expected|"
    r"expects?|anticipated|(?-i:may|might)|next|upcoming|to take place|going to|until|deadline|"
    r"ahead of|promised to|postponed (?:to|until))\b"
)
REPORTING_WORDS = (
    r"\b(?:said|told|announced|reported|confirmed|stated|added|wrote|tweeted|claimed|warned|"
    r"declared|was|were|had|did)\b"
)

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL = r"(?:st|nd|rd|th)?"
ORDINAL_DAYS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
DAY_WORD = "|".join(sorted(ORDINAL_DAYS, key=len, reverse=True))
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
STAGE = r"(?:(?:the\s+)?(?:beginning|start|middle|end)\s+of(?:\s+the)?|early|mid|middle|late)"
_NUMBER = "|".join(sorted((*SMALL, *TENS), key=len, reverse=True))
AMOUNT = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{_NUMBER})(?:[-\s](?:{_NUMBER}|hundred))*|a\s+hundred|"
    rf"half\s+an?|half|[½¼¾]|another|(?:{_NUMBER}|\d+)\s+and\s+a\s+(?:half|quarter)|a\s+few|a\s+couple(?:\s+of)?|"
    r"a\s+number\s+of|a\s+dozen|dozens\s+of|several|many|few|some|an?)"
)
UNIT = (
    r"(?:seconds?|minutes?|hours?|hrs?|mins?|secs?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|"
    r"years?|decades?|century|centuries)"
)
DAY_PART = r"(?:morning|midday|afternoon|evening|night|noon|lunchtime|dawn|dusk)"
ZONE = (
    r"(?:(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|Z\b|local(?:\s+time)?|[ECMP][SD]?T\b|"
    r"IST\b|BST\b|CES?T\b|EES?T\b|MSK\b|JST\b|KST\b|"
    r"AE[SD]T\b|NZ[SD]T\b|(?:[A-Z][a-z]+\s)?(?:Eastern|Pacific|Central|Moscow|Beijing|Standard)\s[Tt]ime)"
)
# What must not stand behind a year: "2000 people", "2,000", "2000 million".
NOT_COUNT = (
    r"(?!\s+(?:people|troops|men|women|[a-z]{3,}(?<!ou)(?<!a)(?<!i)s)\b|[,.]\d|\s?%|\s+(?:per\s?cent|"
    r"million|billion|thousand))"
)
NOT_NUMBER = r"(?![,.]\d|\s?%|\s+(?:per\s?cent|million|billion|thousand))"
