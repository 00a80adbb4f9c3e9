"""The facts of one article, as plain frozen values.

Spans are half-open `(start_char, end_char)` pairs in Unicode code points of the article's text. Ids (`a1`, `f2`, `e3`)
are unique within one article only; the warehouse gives each row a `fact_id` that is unique everywhere.
`method` names the rule or the model head that decided a row.
"""

from dataclasses import dataclass
from datetime import date

from tasks.vocabularies import (
    Bound,
    ChangeDirection,
    ChangeRole,
    EventAux,
    EventType,
    Factuality,
    Measure,
    MentionKind,
    NameLabel,
    QuoteType,
    Relation,
    SourceKind,
    SpeechAct,
    TimexMod,
    TimexType,
)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Located:
    """A place of the gazetteer, as what a name of a place stands for.

    Attributes:
        name: Name in the gazetteer.
        country_code: ISO 3166-1 alpha-2 code of its country, None for areas of several countries and the sea.
        latitude: Degrees north of a point in it.
        longitude: Degrees east of it.
        kind: country, region, district, town, alias (another name of a large town) or area.
        confidence: From 0 to 1, how sure it is that this place of the name is meant.
    """

    name: str
    country_code: str | None
    latitude: float
    longitude: float
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, nominal or pronoun in the text.

    Attributes:
        span: The mention's whole extent, without determiner.
        label: OntoNotes label of what is named.
        kind: Proper name, definite description or pronoun.
        entity: Canonical name of what the words name ("Moscow").
        referent: Canonical name of what they stand for here ("Russia", if Moscow speaks).
        is_metonym: Whether entity and referent differ because a place or building stands for a body.
        method: Rule or head that decided.
        place: Where the place lies that a name names; None for other mentions, for places that the gazetteer does not
            have, and for metonyms.
    """

    span: Span
    label: NameLabel
    kind: MentionKind
    entity: str
    referent: str
    is_metonym: bool
    method: str
    place: Located | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (TIMEX3).

    Attributes:
        span: Extent of the expression.
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value ("2024", "2024-W31", "P3M"); None if it needs a publication date and there is none.
        mod: TIMEX3 modifier or None.
        start_date: First day of the interval, None if unresolved or not a calendar interval.
        end_date: Last day of the interval (inclusive).
        method: Rule that decided.
    """

    span: Span
    type: TimexType
    value: str | None
    mod: TimexMod | None
    start_date: date | None
    end_date: date | None
    method: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source-cue-content relation (PARC 3.0, PolNeAR).

    Attributes:
        id: `a1`, `a2` ... in text order of the cue.
        source: The holder's noun phrase, None where the text gives none.
        cue: The attributing words, one or more spans in text order.
        content: What is attributed, one or more spans in text order.
        parent: Id of the attribution whose content contains this one.
        source_entity: Canonical name of the holder; several are joined by "; ".
        method: Rules that decided relation, act and factuality, joined by "+".
    """

    id: str
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: str | None
    quote_type: QuoteType
    speech_act: SpeechAct
    factuality: Factuality
    source_kind: SourceKind
    source_entity: str | None
    method: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that states a fact (UCDP low/best/high).

    Attributes:
        id: `f1`, `f2` ... in text order.
        span: The number with its bound and hedge words.
        low: Lower bound, None if unbounded below.
        best: Point value, None unless the text states one.
        high: Upper bound, None if unbounded above.
        unit: `count`, `percent`, an ISO 4217 code, or the unit's name in the singular.
        counted: The noun that is counted, None if there is none.
        part_of: Id of the figure that this one is a part of.
        attribution: Id of the innermost attribution whose content contains the figure.
        place: Canonical name of the place that the figure is about, None if unknown.
        start_date: First day of the period that it is about, None if unknown.
        end_date: Last day of that period (inclusive).
        method: Rule that decided.
        change: Which way the quantity went, None if the text tells of no change.
        change_role: Whether the figure is by how much it changed, what it was before, or what it came to.
        base: Id of the figure that it changed from, of an amount or a result; None if the text gives none.
    """

    id: str
    span: Span
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    unit: str
    counted: Span | None
    measure: Measure
    part_of: str | None
    attribution: str | None
    place: str | None
    start_date: date | None
    end_date: date | None
    method: str
    change: ChangeDirection | None = None
    change_role: ChangeRole | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening (PLOVER 2023).

    Attributes:
        id: `e1`, `e2` ... in text order of the trigger.
        type: PLOVER type, or DISASTER.
        mode: PLOVER mode in lower case, None if none applies.
        trigger: The word that names the happening most directly.
        actor: Canonical name of who did it, or an unnamed group's words.
        recipient: Canonical name of whom it was done to, or an unnamed group's words.
        place: Extent of the most specific place given for it.
        date: ISO 8601 date or period ("2019-01-24", "2018-12", "2018"), None if not resolvable.
        aux: Whether it happened, will, may, did not, or lies more than a year back.
        attribution: Id of the innermost attribution whose content contains the trigger.
        method: Rule that decided.
        actor_country: ISO 3166-1 alpha-2 code of the country that the actor is or belongs to, None if unknown.
        recipient_country: The same of the recipient.
        is_actor_country_inferred: Whether the text does not say so: another country of the sentence stands for it.
        is_recipient_country_inferred: The same of the recipient.
    """

    id: str
    type: EventType
    mode: str | None
    trigger: Span
    actor: str | None
    recipient: str | None
    place: Span | None
    date: str | None
    aux: EventAux
    attribution: str | None
    method: str
    actor_country: str | None = None
    recipient_country: str | None = None
    is_actor_country_inferred: bool = False
    is_recipient_country_inferred: bool = False


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """How one attribution stands to another.

    Attributes:
        source: Id of the attribution that disputes, confirms, relays or updates.
        target: Id of the attribution that it does so to.
        relation: The relation.
        evidence: Extents of the words that show it, in text order.
        method: Rule that decided.
    """

    source: str
    target: str
    relation: Relation
    evidence: tuple[Span, ...]
    method: str


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All facts of one text, each kind in text order."""

    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[ClaimLink, ...] = ()
