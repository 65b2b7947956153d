"""The amounts that a text tells, each with its unit, what it counts and the words beside it: what other values follow from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.reading.polarity import Operation as Polarity
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Keys, keys
from summarizer.source import Span
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.direction import PARTED, zones
from summarizer.verification.computed.gathering import label_of
from summarizer.verification.computed.sums import amount
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.quantities import Quantity

_MOST = 400  # amounts of a text; of one with more, it is a table, nothing is worked out
_BACK = 3  # sentences over which an amount keeps the unit of the last one
_ALIKE = 10.0  # how many times as large as the last one an amount of the same things may be that leaves the unit out
_MINUTES = {"hour": 60, "day": 24 * 60, "week": 7 * 24 * 60, "month": 43_800, "year": 525_600}
_NUMBERING = re.compile(r"[.)]\s")
_AGED = re.compile(r",\s*\d+\s*,")  # "Rosa Mejia, 54, who led the team"
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Figure:
    """An amount of the text. `unit` and `noun` may be those of the last amount, which it leaves out: "I had asked for 11,000"."""

    quantity: Quantity
    value: float
    unit: str | None
    noun: str | None
    zone: Keys = field(repr=False, compare=False)  # the words beside it, up to the next amount
    near: Keys = field(repr=False, compare=False)  # those of its own part of the sentence
    sentence: Sentence = field(repr=False, compare=False)
    room: Span = field(repr=False, compare=False)  # from the amount before it in the sentence to the next one

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.quantity.span

    @property
    def text(self) -> str:
        """Its words, on one line."""
        return " ".join(self.quantity.text.split())

    @property
    def counted(self) -> str | None:
        """What it counts by its own words, be it but a word of the text."""
        noun: str | None = getattr(self.quantity.item, "noun", None)
        return noun

    @property
    def share(self) -> float | None:
        """What it is of a whole, where it tells a part: 0.6 of "60 per cent", 0.5 of "half"."""
        if self.unit == "%":
            return self.value / 100
        return self.value if self.kind == "fraction" else None

    @property
    def kind(self) -> str:
        """What sort of number it is; of a length of time, "length"."""
        return str(getattr(self.quantity.item, "kind", "length"))


@remembered
def figures_of(document: Document) -> tuple[Figure, ...]:
    """Return the amounts of a text in order; none of a text that has too many."""
    told: list[tuple[Sentence, list[Quantity]]] = []
    many = 0
    for sentence in document.story:
        if here := [q for q in document.quantities_in(sentence) if _counts(document, q)]:
            told.append((sentence, here))
            many += len(here)
        if many > _MOST:
            return ()
    return tuple(_figures(document, told))


def _figures(document: Document, told: list[tuple[Sentence, list[Quantity]]]) -> Iterator[Figure]:
    last: Figure | None = None
    for sentence, here in told:
        both = zip(here, zones(document, here), zones(document, here, PARTED, _AND), strict=True)
        for i, (q, zone, near) in enumerate(both):
            room = Span(
                max(
                    (o.span.end for o in here[:i] if o.span.end <= q.span.start), default=sentence.span.start
                ),
                min(
                    (o.span.start for o in here[i:] if o.span.start >= q.span.end), default=sentence.span.end
                ),
            )
            figure = Figure(q, amount(q) or 0.0, unit_of(q), _noun(q), zone, near, sentence, room)
            aged = _AGED.match(document.text, max(0, q.span.start - 2))
            if _leaves_unit_out(figure) and not aged and last is not None and _same_things(last, figure):
                scale = _scale(last, figure)
                figure = Figure(q, figure.value * scale, last.unit, last.noun, zone, near, sentence, room)
            yield figure
            if figure.unit or figure.noun:
                last = figure if figure.share is None else last


_AND = frozenset({"and", "while", "but"})


def _counts(document: Document, q: Quantity) -> bool:
    if amount(q) is None or label_of(document.text, q.span):
        return False
    if _NUMBERING.match(document.text, q.span.end) and re.search(
        r"(?:^|\n)\s*$", document.text[max(0, q.span.start - 4) : q.span.start]
    ):
        return False  # "3. New wing"
    if q.sort == "duration":
        return not re.fullmatch(r"an?\s+\w+", q.text)  # "63 million a year" tells a rate
    return q.sort == "number" and not (_YEAR.fullmatch(q.text) and not q.item.noun)


def unit_of(q: Quantity) -> str | None:
    """Return the unit in which a value is counted: lengths of time are all told in minutes."""
    unit: str | None = "minutes" if q.sort == "duration" else q.item.unit
    return unit


def _noun(q: Quantity) -> str | None:
    """Return what a number counts, where that is no mere word of the text or of arithmetic."""
    noun = getattr(q.item, "noun", None)
    return None if noun is None or is_frame(str(noun)) else str(noun)


def _leaves_unit_out(figure: Figure) -> bool:
    return figure.unit is None and figure.counted is None and figure.kind == "number"


def _same_things(last: Figure, figure: Figure) -> bool:
    if not figure.value or not last.value or figure.sentence.number - last.sentence.number > _BACK:
        return False
    if last.kind == "length" and last.sentence is not figure.sentence:
        return False
    alike = figure.value * _scale(last, figure) / last.value
    return 1 / _ALIKE <= alike <= _ALIKE and (last.value >= 20 or bool(last.unit))


def _scale(last: Figure, figure: Figure) -> float:
    """Return how many minutes the unit has that a number leaves out: "set for two hours, it lasted five"."""
    unit = str(getattr(last.quantity.item, "unit", "")) if last.kind == "length" else ""
    return float(_MINUTES.get(unit, 1)) if figure.kind != "length" else 1.0


def of_one_sort(a: Figure, b: Figure) -> bool:
    """Whether two amounts may be added or compared: of one unit, and not plainly of different things."""
    return a.unit == b.unit and (a.noun == b.noun or None in (a.noun, b.noun) or bool(a.unit))


def fits_wanted(figure: Figure, unit: str | None, noun: str | None) -> bool:
    """Whether an amount may be one from which a value of this unit follows that counts these things."""
    if figure.unit != unit:
        return False
    if noun is None or figure.noun == noun or unit is not None:
        return True
    told = not figure.zone.isdisjoint(keys(noun))
    return told if figure.noun is not None else told or not figure.counted


def is_denied(document: Document, figure: Figure) -> bool:
    """Whether the text denies what it tells of an amount."""
    return any(
        o.operation is Polarity.NEGATION and o.scope.overlaps(figure.span)
        for o in document.reading.operators(figure.sentence)
    )


def lead(document: Document, figure: Figure, most: int = 60) -> str:
    """Return the words of the sentence right before an amount, back to the last one."""
    return document.text[max(figure.room.start, figure.span.start - most) : figure.span.start]


def tail(document: Document, figure: Figure, most: int = 80) -> str:
    """Return the words of the sentence right behind an amount, up to the next one."""
    return document.text[figure.span.end : min(figure.room.end, figure.span.end + most)]
