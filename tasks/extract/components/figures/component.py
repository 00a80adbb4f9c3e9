"""Figures: numbers of a text that state facts, with value, bound, unit, what is counted and what is stated."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from tasks.extract.components.figures.ages import YEAR, is_age, old_end
from tasks.extract.components.figures.counted import counted_of, number_span
from tasks.extract.components.figures.exclusions import designations, is_excluded, telephone_numbers
from tasks.extract.components.figures.measures import Verdict, measure_of
from tasks.extract.components.figures.quantities import Quantity, find_quantities
from tasks.extract.components.figures.relations import dates_of, innermost, part_of, place_of
from tasks.extract.components.figures.special import special_quantities
from tasks.facts import Figure, Span, Timex
from tasks.vocabularies import Measure, TimexType

# Timexes that tell a distance in time: their number is a figure ("seven days earlier").
MEASURING_METHODS = ("duration", "offset")
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
    bare = tuple(_bare_figures(doc))
    return tuple(
        replace(
            figure,
            part_of=part_of(doc, bare, index),
            attribution=innermost(doc._.attributions, figure.span),
            place=place_of(doc, doc._.mentions, figure.span),
            start_date=dates[0],
            end_date=dates[1],
        )
        for index, figure in enumerate(bare)
        for dates in (dates_of(doc, doc._.timexes, figure.span),)
    )


def _bare_figures(doc: Doc) -> Iterator[Figure]:
    """Figures by themselves, before they are set in relation to anything."""
    quantities = _candidates(doc)
    names = designations(doc, quantities)
    number = 0
    for quantity in quantities:
        figure = _figure(doc, quantity, names)
        if figure is not None:
            number += 1
            yield replace(figure, id=f"f{number}")


def _candidates(doc: Doc) -> tuple[Quantity, ...]:
    """Quantities outside dates, clock times, telephone numbers and addresses."""
    special = special_quantities(doc.text)
    taken = [quantity.span for quantity in special]
    blocked = [*_dates(doc._.timexes), *telephone_numbers(doc.text), *(m.span() for m in _ADDRESS.finditer(doc.text))]
    plain = (
        q for q in find_quantities(doc.text) if not _overlaps(q.number, taken) and not _overlaps(q.number, blocked)
    )
    return tuple(sorted((*special, *plain), key=lambda quantity: quantity.span))


def _dates(timexes: tuple[Timex, ...]) -> Iterator[Span]:
    for timex in timexes:
        if timex.type in {TimexType.DATE, TimexType.TIME, TimexType.SET} and not timex.method.startswith(
            MEASURING_METHODS
        ):
            yield timex.span


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _figure(doc: Doc, quantity: Quantity, names: frozenset[str]) -> Figure | None:
    if is_age(doc, quantity):
        end = old_end(doc.text, quantity) or quantity.span[1]
        aged = replace(quantity, span=(quantity.span[0], end), unit=quantity.unit if quantity.measure else YEAR)
        return _assembled(aged, None, Verdict(Measure.AGE, "age"))
    if (end := old_end(doc.text, quantity)) is not None:
        old = replace(quantity, span=(quantity.span[0], end))
        return _assembled(old, counted_of(doc, old), Verdict(Measure.OTHER, "age of a thing"))
    counted = counted_of(doc, quantity)
    if is_excluded(doc, quantity, counted, names):
        return None
    return _assembled(quantity, counted, measure_of(doc, quantity, number_span(doc, quantity), counted))


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
