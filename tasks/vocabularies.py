"""Closed sets of values that facts are written in.

Sources: PARC 3.0 and PolNeAR (attribution), FactBank (factuality), TIMEX3 (time), UCDP GED (low/best/high),
PLOVER 2023 (events), OntoNotes 5.0 (name labels).
"""

from enum import StrEnum


class QuoteType(StrEnum):
    """How much of a content stands inside quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What a holder does by saying the content."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    DISPUTE = "dispute"
    ACCUSE = "accuse"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    PRAISE = "praise"
    CONDEMN = "condemn"
    ORDER = "order"
    ASK = "ask"
    DECLINE = "decline"
    BELIEVE = "believe"
    OTHER = "other"


class Factuality(StrEnum):
    """The holder's commitment to the content (FactBank): certain, probable, possible; for it or for its negation."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    UNCOMMITTED = "Uu"


class SourceKind(StrEnum):
    """What sort of holder a statement has."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    AUTHOR = "author"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """How a figure limits the value that it states."""

    EXACT = "="
    ABOUT = "~"
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    RANGE = "range"


class Measure(StrEnum):
    """What a figure states about that which it counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    ARRESTED = "arrested"
    DEPLOYED = "deployed"
    PRESENT = "present"
    AFFECTED = "affected"
    SURVIVED = "survived"
    DESTROYED = "destroyed"
    DURATION = "duration"
    DISTANCE = "distance"
    MAGNITUDE = "magnitude"
    MONEY = "money"
    SHARE = "share"
    VOTE = "vote"
    CAPACITY = "capacity"
    AGE = "age"
    OTHER = "other"


class ChangeDirection(StrEnum):
    """Which way a quantity went."""

    INCREASE = "increase"
    DECREASE = "decrease"


class ChangeRole(StrEnum):
    """What a figure is in the change that the text tells of: "rose by 5 (amount), from 3 (base) to 8 (result)"."""

    AMOUNT = "amount"
    BASE = "base"
    RESULT = "result"


class EventType(StrEnum):
    """PLOVER 2023 event types, and DISASTER for natural and technical accidents with harm."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    SANCTION = "SANCTION"
    PROTEST = "PROTEST"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    DISASTER = "DISASTER"


class EventAux(StrEnum):
    """Whether an event happened, will, may, did not, or lies more than a year back."""

    ACTUAL = "actual"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    HISTORICAL = "historical"


class Relation(StrEnum):
    """How one attribution stands to another."""

    DISPUTES = "disputes"
    CONFIRMS = "confirms"
    RELAYS = "relays"
    UPDATES = "updates"


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexMod(StrEnum):
    """TIMEX3 modifiers."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class NameLabel(StrEnum):
    """OntoNotes 5.0 labels of what a mention names, as far as names go."""

    PERSON = "PERSON"
    NORP = "NORP"
    FAC = "FAC"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    PRODUCT = "PRODUCT"
    EVENT = "EVENT"
    WORK_OF_ART = "WORK_OF_ART"
    LAW = "LAW"
    LANGUAGE = "LANGUAGE"


class MentionKind(StrEnum):
    """ACE mention levels: a proper name, a definite description, a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
