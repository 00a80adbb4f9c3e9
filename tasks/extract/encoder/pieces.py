"""Words as the encoder reads them: word pieces, and what the uncased vocabulary forgets about their spelling."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

CONTINUATION = "##"
PADDING, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
PARAGRAPH_BREAK, OTHER_SPACE = "[unused0]", "[unused1]"
# A URL or a run of symbols says nothing more after so many pieces.
MOST_PIECES = 12
MOST_REMEMBERED = 50_000
LONGEST_RUN = 60


class Shape(IntEnum):
    """How a piece is written; the vocabulary itself knows lower case only."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    INITIAL = 4
    MIXED = 5
    DIGITS = 6
    SYMBOL = 7
    SPACE = 8
    CASELESS = 9


class Quotation(IntEnum):
    """Where a piece stands with regard to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


Spelled = tuple[tuple[int, ...], tuple[int, ...]]
"""Ids and features of a token's pieces."""
FEATURES = len(Shape) * 2 * len(Quotation)
"""Number of distinct spelling features of a piece."""
STRAIGHT, BACKTICKS, APOSTROPHES = '"', "``", "''"
OPENING, CLOSING = frozenset("\u201c\u201e\u00ab") | {BACKTICKS}, frozenset("\u201d\u00bb") | {APOSTROPHES}
MARKS = OPENING | CLOSING | {STRAIGHT}


def feature(shape: Shape, *, has_space: bool, quotation: Quotation) -> int:
    """The index, below `FEATURES`, of a piece's spelling: its shape, the space before it, the quotation around it."""
    return (shape * 2 + has_space) * len(Quotation) + quotation


@dataclass(frozen=True, slots=True)
class Word:
    """The pieces of one token.

    Attributes:
        ids: Vocabulary ids, at least one.
        shapes: Shape of each piece.
    """

    ids: tuple[int, ...]
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's pieces, token by token.

    Attributes:
        ids: For each token the vocabulary ids of its pieces.
        features: For each token the spelling features of its pieces, aligned with `ids`.
    """

    ids: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.ids)


class Wordpieces:
    """Cuts tokens into the longest pieces of a BERT vocabulary, from the left (Wu et al. 2016; Devlin et al. 2019).

    The tokens are spaCy's, so that every piece belongs to exactly one of them. Letters are lowered and lose their
    accents, as the vocabulary wants; the shapes keep what that loses.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the vocabulary in the order of its ids.

        Raises:
            ValueError: A piece that the encoder needs is missing.
        """
        self.vocabulary = {piece: number for number, piece in enumerate(vocabulary)}
        special = (PADDING, UNKNOWN, START, END, PARAGRAPH_BREAK, OTHER_SPACE)
        if missing := [piece for piece in special if piece not in self.vocabulary]:
            raise ValueError(f"the vocabulary lacks {', '.join(missing)}")
        self.padding, self.unknown, self.start, self.end, self._break, self._space = map(
            self.vocabulary.__getitem__, special
        )
        # By what stands around a token: a dictionary per case is quicker than one whose keys name the case.
        self._known: list[list[dict[str, Spelled]]] = [[{}, {}] for _ in Quotation]

    def word(self, token: str) -> Word:
        """The pieces of one token."""
        if token.isspace() or not token:
            return Word((self._break if "\n" in token else self._space,), (Shape.SPACE,))
        pieces = [piece for run in _runs(token) for piece in self._longest(*run)][:MOST_PIECES]
        if not pieces:
            return Word((self.unknown,), (Shape.SYMBOL,))
        return Word(tuple(number for number, _ in pieces), tuple(shape for _, shape in pieces))

    def read(self, tokens: Sequence[str], spaces: Sequence[bool]) -> Pieces:
        """The pieces of a text.

        Args:
            tokens: Its tokens, those of white space included.
            spaces: Whether a space follows each token.
        """
        for known in chain.from_iterable(self._known):
            if len(known) > MOST_REMEMBERED:
                known.clear()
        read = []
        has_space = False
        for token, quotation, follows in zip(tokens, quotations(tokens), spaces, strict=True):
            # Remembered, since news repeats its words.
            known = self._known[quotation][has_space]
            spelled = known.get(token)
            if spelled is None:
                spelled = known[token] = self._spelled(token, has_space=has_space, quotation=quotation)
            read.append(spelled)
            has_space = follows or token.isspace()
        return Pieces(tuple(ids for ids, _ in read), tuple(features for _, features in read))

    def _spelled(self, token: str, *, has_space: bool, quotation: Quotation) -> Spelled:
        """Ids and features of a token's pieces; the space before it is told of its first piece only."""
        word = self.word(token)
        first, *rest = word.shapes
        features = (
            feature(first, has_space=has_space, quotation=quotation),
            *(feature(shape, has_space=False, quotation=quotation) for shape in rest),
        )
        return word.ids, features

    def _longest(self, letters: str, case: str) -> list[tuple[int, Shape]]:
        if len(letters) > LONGEST_RUN:
            return [(self.unknown, shape_of(letters, case))]
        found: list[tuple[int, Shape]] = []
        start = 0
        while start < len(letters):
            prefix = CONTINUATION if start else ""
            for end in range(len(letters), start, -1):
                number = self.vocabulary.get(prefix + letters[start:end])
                if number is not None:
                    break
            else:
                return [(self.unknown, shape_of(letters, case))]
            found.append((number, shape_of(letters[start:end], case[start:end])))
            start = end
        return found


def _runs(token: str) -> list[tuple[str, str]]:
    """A token's runs of letters and single symbols, lowered and without accents, beside their case ("u" or "l")."""
    if token.isascii() and token.isalpha():
        return [(token.lower(), "".join("u" if character.isupper() else "l" for character in token))]
    runs: list[tuple[str, str]] = []
    letters: list[str] = []
    case: list[str] = []

    def close() -> None:
        if letters:
            runs.append(("".join(letters), "".join(case)))
            letters.clear()
            case.clear()

    for character in token:
        mark = "u" if character.isupper() else "l"
        for part in unicodedata.normalize("NFD", character.lower()):
            category = unicodedata.category(part)
            if category == "Mn":
                continue
            if category[0] in "PSZC" or _is_ideograph(part):
                close()
                if category[0] not in "ZC":
                    runs.append((part, mark))
            else:
                letters.append(part)
                case.append(mark)
    close()
    return runs


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def shape_of(letters: str, case: str) -> Shape:
    """The shape of a piece.

    Args:
        letters: The piece, lowered.
        case: For each letter "u" if it was a capital, else "l".
    """
    if not letters[0].isalnum():
        return Shape.SYMBOL
    if letters.isdigit():
        return Shape.DIGITS
    if "u" not in case:
        return Shape.LOWER if letters.upper() != letters else Shape.CASELESS
    if "l" not in case:
        return Shape.UPPER if len(case) > 1 else Shape.INITIAL
    return Shape.TITLE if case.count("u") == 1 and case[0] == "u" else Shape.MIXED


def quotations(tokens: Iterable[str]) -> list[Quotation]:
    """For each token whether it stands inside quotation marks; what is left open ends with its paragraph."""
    found: list[Quotation] = []
    is_open = False
    for token in tokens:
        if token in MARKS:
            is_open = token in OPENING or (token == STRAIGHT and not is_open)
            found.append(Quotation.MARK)
            continue
        if "\n" in token:
            is_open = False
        found.append(Quotation.INSIDE if is_open else Quotation.OUTSIDE)
    return found
