"""Figures: numbers of a text that state facts, with value, bound, unit, what is counted and what is stated."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from tasks.extract.components.figures.ages import YEAR, is_age, old_end
from tasks.extract.components.figures.article import Article, Site
from tasks.extract.components.figures.changes import with_changes
from tasks.extract.components.figures.circumstances import TOLLS, dates_of, place_of
from tasks.extract.components.figures.counted import counted_of
from tasks.extract.components.figures.exclusions import is_excluded, telephone_numbers
from tasks.extract.components.figures.measures import Verdict, measure_of
from tasks.extract.components.figures.naming import designations
from tasks.extract.components.figures.parts import parts_of
from tasks.extract.components.figures.quantities import Quantity, find_quantities
from tasks.extract.components.figures.relations import innermost
from tasks.extract.components.figures.shared_units import with_shared_units
from tasks.extract.components.figures.sharing import DEFAULT, shared
from tasks.extract.components.figures.special import special_quantities
from tasks.extract.components.figures.unit_reader import COUNT
from tasks.facts import Figure, Span, Timex
from tasks.vocabularies import Bound, Measure, TimexType

# Timexes that tell a distance in time: their number is a figure ("seven days earlier").
MEASURING_METHODS = ("duration", "offset")
_OR_MORE = re.compile(r"\s+or\s+(more|fewer|less)\b(?!\s+(?:than|\w+ly)\b)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


class Figures:
    """Writes `doc._.figures`; reads timexes, mentions and attributions."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the figures of a parsed text."""
        doc._.figures = figures_of(doc)
        return doc


@Language.factory("article_facts_figures")
def make_figures(nlp: Language, name: str) -> Figures:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    return Figures()


def figures_of(doc: Doc) -> tuple[Figure, ...]:
    """The figures of a text, in text order."""
    article = Article.of(doc)
    bare = _bare_figures(article)
    wholes = parts_of(article.text, bare)
    changed = with_changes(doc, bare)
    return tuple(_related(article, figure, wholes.get(figure.id)) for figure in changed)


def _related(article: Article, figure: Figure, whole: Figure | None) -> Figure:
    """A figure in its relations to other figures, attributions, places and dates."""
    doc = article.doc
    if whole is not None and _takes_measure(figure, whole):
        figure = replace(figure, measure=whole.measure, method=figure.method.removesuffix(DEFAULT) + "+whole")
    start_date, end_date = dates_of(article, doc._.timexes, figure)
    if whole is not None and figure.counted is None and figure.unit == COUNT == whole.unit and figure.span > whole.span:
        figure = replace(figure, counted=whole.counted)
    return replace(
        figure,
        part_of=whole.id if whole is not None else None,
        attribution=innermost(doc._.attributions, figure.span),
        place=place_of(article, doc._.mentions, figure),
        start_date=start_date,
        end_date=end_date,
    )


def _takes_measure(part: Figure, whole: Figure) -> bool:
    """Whether a part states what its whole does: nothing else is known of it, or they are its victims."""
    is_victims = part.measure == Measure.AFFECTED and part.method.endswith("+noun") and whole.measure in TOLLS
    is_open = part.method.endswith(DEFAULT) or is_victims
    return is_open and part.unit == whole.unit and part.measure != whole.measure


def _bare_figures(article: Article) -> tuple[Figure, ...]:
    """Figures by themselves, before they are set in relation to anything but their neighbours."""
    quantities = _candidates(article)
    names = designations(article, quantities)
    found = [figure for quantity in quantities if (figure := _figure(article, quantity, names)) is not None]
    return tuple(replace(each, id=f"f{number}") for number, each in enumerate(shared(article.text, found), start=1))


def _candidates(article: Article) -> tuple[Quantity, ...]:
    """Quantities outside dates, clock times, telephone numbers and addresses."""
    text = article.text
    special = special_quantities(text)
    taken = [quantity.span for quantity in special]
    addresses = (match.span() for match in _ADDRESS.finditer(text))
    blocked = [*taken, *_dates(article.doc._.timexes), *telephone_numbers(text), *addresses]
    plain = (
        quantity
        for quantity in with_shared_units(text, find_quantities(text))
        if not _overlaps(quantity.number, blocked)
    )
    return tuple(sorted((*special, *plain), key=lambda quantity: quantity.span))


def _dates(timexes: tuple[Timex, ...]) -> Iterator[Span]:
    for timex in timexes:
        if timex.type in {TimexType.DATE, TimexType.TIME} and not timex.method.startswith(MEASURING_METHODS):
            yield timex.span


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _figure(article: Article, quantity: Quantity, names: frozenset[str]) -> Figure | None:
    end = old_end(article.text, quantity)
    if end is not None:
        quantity = replace(quantity, span=(quantity.span[0], end))
    if is_age(article, quantity):
        aged = replace(quantity, unit=quantity.unit if quantity.measure else YEAR)
        return _assembled(aged, None, Verdict(Measure.AGE, "age"))
    counted = counted_of(article, quantity)
    if end is not None:
        return _assembled(quantity, counted, Verdict(Measure.OTHER, "thing_age"))
    if is_excluded(article, quantity, counted, names):
        return None
    verdict = measure_of(quantity, Site(article, article.tokens(quantity), counted))
    return _assembled(bounded_behind(article.text, quantity, counted), counted, verdict)


def bounded_behind(text: str, quantity: Quantity, counted: TokenSpan | None) -> Quantity:
    """A number that a bound behind its noun limits ("sixty-six people or more")."""
    if counted is None or quantity.best is None or counted.start_char < quantity.span[1]:
        return quantity
    match = _OR_MORE.match(text, counted.end_char)
    if match is None:
        return quantity
    span = (quantity.span[0], match.end())
    if match[1].casefold() == "more":
        return replace(quantity, span=span, low=quantity.best, best=None, bound=Bound.AT_LEAST)
    return replace(quantity, span=span, high=quantity.best, best=None, bound=Bound.AT_MOST)


def _assembled(quantity: Quantity, counted: TokenSpan | None, verdict: Verdict) -> Figure:
    return Figure(
        id="",
        span=quantity.span,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        bound=quantity.bound,
        unit=quantity.unit,
        counted=(counted.start_char, counted.end_char) if counted is not None else None,
        measure=verdict.measure,
        part_of=None,
        attribution=None,
        place=None,
        start_date=None,
        end_date=None,
        method=f"{quantity.form.value}+{verdict.method}",
    )
