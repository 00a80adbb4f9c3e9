"""Words and signs that numbers are written with."""

from tasks.extract.currency_codes import AMBIGUOUS_CODE, CODES

HUNDRED = 100.0
DOZEN = 12.0

SMALL: dict[str, float] = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: dict[str, float] = {
    word: 10.0 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES: dict[str, float] = {
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
# Written right behind digits. "m" is millions only behind a currency sign; the caller reads it as metres otherwise.
ABBREVIATED_SCALES: dict[str, float] = {
    "k": 1e3,
    "K": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "M": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "B": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
# The least that the plural can mean.
PLURALS: dict[str, float] = {
    "tens": 10.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 100.0,
    "thousands": 1e3,
    "lakhs": 1e5,
    "millions": 1e6,
    "crores": 1e7,
    "billions": 1e9,
    "trillions": 1e12,
}
DENOMINATORS: dict[str, float] = {
    word: 1.0 / value
    for value, words in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters fourth fourths",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
    }.items()
    for word in words.split()
}
VULGAR_FRACTIONS: dict[str, float] = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅙": 1 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
# Letters that may touch the digits behind them: signs and codes of currencies.
GLUED_PREFIXES: tuple[str, ...] = (
    *("$US", "$A", "$NZ", "RM", "Rs", "kr", "PS"),
    *(code for code in CODES if code != AMBIGUOUS_CODE),
)
