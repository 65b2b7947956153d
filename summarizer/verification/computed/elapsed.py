"""Elapsed time: a length between two days or two clock times that are told, a weekday, and a time that follows from a length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.computed.calendar import knows_weekdays
from summarizer.verification.computed.clock import between_times, shifted
from summarizer.verification.computed.computation import Computation
from summarizer.verification.computed.days import BOUND, Day, bind, days_for
from summarizer.verification.computed.lasting import days_match, lasts, months_between
from summarizer.verification.computed.stretches import Spread, spread_in, stretch_in
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.quantities import Quantity, weekday_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_DAY = 24 * 60
_RECENT = 14  # days before the day of a text: one that it tells may be that of its event
_TO_COME = late_regex(
    r"\b(?:planned|due|scheduled|will|expected|set\s+for|to\s+(?:be|take|meet|begin|start|open|come|follow)|forthcoming|upcoming)\b",
    re.IGNORECASE,
)
_AHEAD = late_regex(r"\b(?:will|would|shall|going\s+to|planned|scheduled|until)\b", re.IGNORECASE)


def elapsed_time(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how a length, a clock time or a weekday of a claim follows from days and times of the source."""
    if claimed.sort == "time":
        return shifted(c.document, c.claim, claimed, c.quantities)
    if claimed.sort == "duration" and claimed.item.minutes is not None and claimed.item.minutes < _DAY:
        return between_times(c, claimed)
    if weekday_of(claimed) is not None:
        return _of_lapse(weekday(c.document, c.claim, claimed))
    lapse = lapse_of(c.document, c.claim.text)
    if lapse is not None and lapse.place.overlaps(claimed.span):
        return _of_lapse(lapse)
    if claimed.sort == "date" and claimed.item.kind == "date":
        return _day_of_text(c, claimed)
    return None


def _of_lapse(lapse: Lapse | None) -> Computation | None:
    if lapse is None or lapse.holds is False:
        return None
    return Computation(lapse.message, lapse.spans, plain=lapse.holds is True)


# -- lengths between days --------------------------------------------------------------------------


@dataclass(frozen=True)
class Lapse:
    """What the days that a claim's events are bound to come to.

    `holds`: whether that is what the claim tells; None where the events may be of other days too. `sure`: whether no other days
    can be meant. `place`: the length in the claim, or the weekday; `events`: where it names them; `clause`: the part of the claim that tells all this.
    """

    message: str
    spans: tuple[Span, ...]
    place: Span
    holds: bool | None
    sure: bool
    events: tuple[Span, ...] = ()
    clause: Span | None = None

    def links(self, place: Span) -> bool:
        """Whether words of the claim only tie its events to its length, and so tell nothing of either."""
        inside = self.clause is not None and self.clause.contains(place)
        return inside and not any(event.overlaps(place) for event in self.events)


_KNOWN = 0.6  # of the words for either event, the same
_SURE = 0.75  # of the words for each event, what must stand with its day where the days contradict a claim


@remembered
def lapse_of(document: Document, text: str) -> Lapse | None:
    """Return what lies between the two events of a claim in the text, beside the length that it tells; None where nothing binds them."""
    claim = claim_of(document, text)
    return _spread(document, claim) or _between(document, claim)


def _between(document: Document, claim: Claim) -> Lapse | None:
    stretch = stretch_in(claim.text)
    if stretch is None:
        return None
    days = days_for(document, claim.text)
    early, late = (
        bind(document, claim, [place] if place else [], days) for place in (stretch.early, stretch.late)
    )
    anchor = document.reading.anchor
    if stretch.late and anchor and _TO_COME.search(claim.text, stretch.late.start, stretch.late.end):
        ahead = tuple((d, fit) for d, fit in late if d.span and d.last > anchor)
        late = ahead or late  # what is planned is not of the day of the text, or before it
    if stretch.goal:  # nothing is left to do on the day of the text
        late = tuple((d, fit) for d, fit in late if d.span) or _only_ahead(document, days)
    pairs = [
        ((a, b), (x + y) / 2)
        for (a, x), (b, y) in product(early, late)
        if a.first != b.first and not _same_day_of_year(a, b)
    ]
    weak = min(max((fit for _, fit in found), default=0.0) for found in (early, late)) < _KNOWN
    if not stretch.ordered:
        pairs = [((a, b) if a.first < b.first else (b, a), fit) for (a, b), fit in pairs]
    if not pairs:
        return None
    pairs = [((a, b), fit + _likely(document, a, b)) for (a, b), fit in pairs]
    (a, b), holds, sure = _decide(
        pairs, lambda a, b: a.first < b.first and lasts(stretch.length, a, b, age=stretch.age)
    )
    lapse = _lapse(document, a, b, stretch.place, holds, sure and not weak)
    events = tuple(place for place in (stretch.early, stretch.late) if place)
    return replace(lapse, events=events, clause=stretch.clause)


def _same_day_of_year(a: Day, b: Day) -> bool:
    """Whether two days are readings of one date that is told without its year."""
    told = (a.first.month, a.first.day) == (b.first.month, b.first.day)
    return told and a.span is not None and a.span == b.span


def _only_ahead(document: Document, days: Sequence[Day]) -> tuple[tuple[Day, float], ...]:
    """Return the one day of a text that was still to come when it was written: what is to be done is due on it."""
    anchor = document.reading.anchor
    ahead = [d for d in days if d.span and d.exact and anchor is not None and d.first > anchor]
    return tuple((d, BOUND) for d in ahead) if len({d.first for d in ahead}) == 1 else ()


def _likely(document: Document, a: Day, b: Day) -> float:
    """Return what speaks against two days as those of a claim: they are told far from each other, or the other way round."""
    apart = a.span and b.span and abs(_number(document, a.span) - _number(document, b.span)) > _BY
    return -((_APART if apart else 0.0) + (_TURNED if a.first > b.first else 0.0))


_APART, _TURNED = 0.1, 0.1
_BY = 2  # sentences between two days that are told together
_TIE = 0.055  # by how much days must fit better than others, to be told from them


def _decide(
    found: list[tuple[tuple[Day, Day], float]], fits: Callable[[Day, Day], bool]
) -> tuple[tuple[Day, Day], bool | None, bool]:
    """Return of the days that fit a claim best some that bear it out, whether all do, and whether no others can be meant.

    A date without a year, or an interval, stands for several days: one of them is enough.
    """
    best = max(fit for _, fit in found)
    places: dict[tuple[Span | None, ...], list[tuple[Day, Day]]] = {}
    for (a, b), fit in found:
        if fit >= best - _TIE:
            places.setdefault((a.span, b.span), []).append((a, b))
    borne = [next((pair for pair in pairs if fits(*pair)), None) for pairs in places.values()]
    some = next((pair for pair in borne if pair), next(iter(places.values()))[0])
    days = {(a.first, b.first) for pairs in places.values() for a, b in pairs}
    return some, True if all(borne) else None if any(borne) else False, len(days) == 1 and best >= _SURE


def _lapse(
    document: Document,
    a: Day,
    b: Day,
    place: Span,
    holds: bool | None,
    sure: bool,
    more: int = 0,
) -> Lapse:
    gap = (b.first - a.first).days + more
    length = (
        f"{gap} day" + ("s" if gap != 1 else "") if a.exact and b.exact else f"{months_between(a, b)} months"
    )
    of = [f"{d.text} (publication)" if d.span is None else d.text for d in (a, b)]
    return Lapse(f"{of[0]} to {of[1]}: {length}", _places(document, a, b), place, holds, sure)


def _places(document: Document, *days: Day) -> tuple[Span, ...]:
    """Return where days are told; the day of the text by its date line where it has one, else by its opening."""
    matter = document.reading.source.front_matter
    dated = Span(*matter.values["date"]) if matter and "date" in matter.values else None
    own = dated or (document.opening[-1].span if document.opening else None)
    return tuple(dict.fromkeys(place for d in days if (place := d.span or own)))


# -- what is spread over days ----------------------------------------------------------------------

_BREATH = 60  # characters between two days that are told in one breath


def _spread(document: Document, claim: Claim) -> Lapse | None:
    """Return the first and the last day that a sentence tells of what a claim spreads over a length, or sets so far apart."""
    spread = spread_in(claim.text)
    if spread is None:
        return None
    found = list(_runs(document, claim, spread))
    bound = bind(document, claim, list(spread.about), [day for day, _, _ in found])
    more = 0 if spread.apart else 1
    ends = {day: (a, b) for day, a, b in found}
    if not bound:
        return None
    (a, b), holds, sure = _decide(
        [(ends[day], fit) for day, fit in bound],
        lambda a, b: (
            days_match(
                float(spread.length.minutes or 0) / _DAY, spread.length, (b.first - a.first).days + more
            )
            and _moved_so(document, spread, a, b)
        ),
    )
    return _lapse(document, a, b, spread.place, holds, sure, more)


def _runs(document: Document, claim: Claim, spread: Spread) -> Iterator[tuple[Day, Day, Day]]:
    """Yield for each sentence with several days what they tell together, the first and the last; for `apart` two joined by "and"."""
    apart = spread.apart
    days = [d for d in days_for(document, claim.text) if d.span is not None and d.exact]

    def sentence(day: Day) -> int:
        at = document.reading.sentence_at(day.span.start) if day.span else None
        return at.number if at else 0

    for _, run in groupby(sorted(days, key=sentence), sentence):
        told = sorted(run, key=lambda d: d.first)
        told = [d for d in told if d.first.year in (told[-1].first.year, told[0].first.year)]
        for a, b in pairwise(told) if apart else _runs_of(document, told):
            if apart and a.first.year != b.first.year and not _years_told(document, a, b):
                continue  # "from 13 March to 20 March" are days of one year
            if (a.span == b.span and (apart or not _first_and_last(document, a, b))) or (
                apart and not _side_by_side(document, a, b, _FROM_TO if spread.moved else _AND)
            ):
                continue
            keys = a.around & b.around if apart else a.around | b.around
            yield Day(a.first, b.first, a.span, keys, keys), a, b


def _runs_of(document: Document, told: Sequence[Day]) -> Iterator[tuple[Day, Day]]:
    """Yield the first and the last of some days; of those that the text gives no year, in each year that all may lie in."""
    if _years_told(document, *told):
        yield told[0], told[-1]
        return
    years = [list(same) for _, same in groupby(told, lambda d: d.first.year)]
    for days in years:
        if len(days) == max(map(len, years)):
            yield days[0], days[-1]


def _first_and_last(document: Document, a: Day, b: Day) -> bool:
    """Whether two days are the first and the last of one date: "3 and 4 October", "May 19–21"."""
    told = document.text[a.span.start : a.span.end] if a.span else ""
    return a.first != b.first and len(re.findall(r"\b\d{1,2}\b", told)) >= 2


def _moved_so(document: Document, spread: Spread, early: Day, late: Day) -> bool:
    """Whether what a claim has brought forward was moved to the earlier of two days, what it has put back to the later."""
    if spread.forward is None or early.span is None or late.span is None:
        return True
    first, second = sorted((early.span, late.span))
    turned = _INSTEAD.search(document.text[first.end : second.start]) is not None
    return ((early.span == second) != turned) == spread.forward


_INSTEAD = late_regex(r"\b(?:not|instead\s+of|rather\s+than|originally|first|after)\b", re.IGNORECASE)


def _years_told(document: Document, *days: Day) -> bool:
    return all(d.span and re.search(r"\d{4}", document.text[d.span.start : d.span.end]) for d in days)


_AND = late_regex(r"\band\b")
_FROM_TO = late_regex(
    r"\b(?:to|until|till|for|not|instead\s+of|rather\s+than|originally|first)\b", re.IGNORECASE
)


def _side_by_side(document: Document, a: Day, b: Day, joined: re.Pattern[str]) -> bool:
    """Whether two days are told in one breath: "an order of 8 April and another of 9 April"."""
    if a.span is None or b.span is None:
        return False
    first, second = sorted((a.span, b.span))
    between = document.text[first.end : second.start]
    return len(between) < _BREATH and joined.search(between) is not None


# -- weekdays --------------------------------------------------------------------------------------


def weekday(document: Document, claim: Claim, claimed: Quantity) -> Lapse | None:
    """Return the day of what a claim tells of, beside the weekday that the claim gives it."""
    days = [d for d in days_for(document, claim.text) if d.exact]
    if not knows_weekdays(document):
        days = [d for d in days if d.span and _years_told(document, d)]
    anchor = document.reading.anchor or next((d.first for d in days if not d.span), None)
    if anchor is not None and _TO_COME.search(claim.text):
        days = [
            d for d in days if d.span and d.first > anchor
        ]  # what is due is not due on the day of the text
    places = [Span(0, claimed.span.start), Span(claimed.span.end, len(claim.text))]
    bound = bind(document, claim, places, days)
    if not bound:
        return None
    found = [((d, d), fit) for d, fit in bound]
    (day, _), holds, sure = _decide(found, lambda d, _: d.first.weekday() == weekday_of(claimed))
    place = _places(document, day)
    return Lapse(f"{day.text} was a {day.first:%A}", place, claimed.span, holds, sure)


def _day_of_text(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the day that the text is of for a claim about its event: a readout without a day in it tells of the day it is dated."""
    anchor, event = c.document.reading.anchor, c.document.reading.event
    if anchor is None or event is None or claimed.item.value != anchor.isoformat():
        return None
    days = days_for(c.document, c.claim.text)
    near = {s.number for s in (c.sentence, *c.context)}
    dated = any(q.sort == "date" for q in c.quantities) or any(
        0 < (anchor - d.first).days <= _RECENT for d in days if d.span and _number(c.document, d.span) in near
    )
    about = c.sentence in c.document.opening or c.sentence == event.sentence
    if dated or not about or _AHEAD.search(c.claim.text):
        return None
    places = [Span(0, claimed.span.start), Span(claimed.span.end, len(c.claim.text))]
    bound = bind(c.document, c.claim, places, days)
    if not any(d.span is None for d, _ in bound):
        return None
    own = next(d for d in days if d.span is None)
    return Computation(f"the text is of {own.text}", (c.sentence.span,), plain=True)


def _number(document: Document, span: Span) -> int:
    sentence = document.reading.sentence_at(span.start)
    return sentence.number if sentence else 0
