"""Elapsed time: a length between two days or two clock times that are told, and a time that follows from a length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.reading.agreement import iso_days
from summarizer.reading.words import Keys
from summarizer.source import Span
from summarizer.verification.computed.anniversaries import anniversaries
from summarizer.verification.computed.clock import between_times, shifted
from summarizer.verification.computed.computation import Computation, content_keys, keys_around, share_found
from summarizer.verification.values.quantities import Quantity, quantities_of, weekday_of

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_DAY = 24 * 60
_MONTH, _YEAR = 30.44, 365.25
_CLOSE = 5  # tokens around a date that tell it from the others of the sentence
_MANY = 60  # days that are looked at: a text with more is a calendar
_BESIDE = 12  # tokens around a date that tell what happened on it
# What a text calls the event that it is about, which took place on the day that the text is of.
EVENT = frozenset(
    """
    statement call meeting conversation talk talks report readout declaration conference summit visit session briefing communique
    discussion discussions consultation consultations dialogue phone telephone publication announcement release article signing document
    """.split()
)


@dataclass(frozen=True)
class Day:
    """A day, or month or year, that the source tells, with the words around it; the day of publication has no place."""

    first: date
    last: date
    span: Span | None
    around: Keys
    near: Keys = frozenset()
    joined: bool = False  # the second of two days told in one breath: "the 9th and 10th"

    @property
    def exact(self) -> bool:
        """Whether it is one day, not a month or year."""
        return self.first == self.last

    @property
    def text(self) -> str:
        """The day, month or year in words."""
        if self.exact:
            return f"{self.first.day} {self.first:%B %Y}"
        return f"{self.first:%B %Y}" if self.first.month == self.last.month else str(self.first.year)


def elapsed_time(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how a length or a clock time of a claim follows from days and times of the source."""
    if claimed.sort == "time":
        return shifted(c, claimed)
    if claimed.sort == "duration" and claimed.item.minutes is not None:
        return between_times(c, claimed) if claimed.item.minutes < _DAY else _between_days(c, claimed)
    if weekday_of(claimed) is not None:
        return _weekday(c, claimed)
    if claimed.sort == "date" and claimed.item.kind == "date":
        return _day_of_text(c, claimed)
    if claimed.sort == "date" and (length := _offset_length(claimed)) is not None:
        return _between_days(c, length)
    return None


_RECENT = 14  # days before the day of a text: one that it tells may be that of its event
_AHEAD = re.compile(r"\b(?:will|would|shall|going\s+to|planned|scheduled|until)\b", re.IGNORECASE)

# -- days ------------------------------------------------------------------------------------------

_LINK = re.compile(
    r"\s*(?P<after>after|later\s+than|following|since|on\s+from|from(?!\s+now))\b|\s*(?P<before>before|prior\s+to|ahead\s+of|earlier\s+than|until|to)\b"
    r"|\s*(?P<apart>apart)\b",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:(?:spread|stretch\w*|extend\w*|span\w*|run|runs|ran)\s+(?:over|across|out\s+over|for)?"
    r"|(?:fall|falls|fell|take\s+place|took\s+place|held)\s+(?:over|across|within))\s*(?:a\s+(?:span|space|period)\s+of\s*)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:lie|lies|lay|pass|passed|passes|elapsed|went\s+by|were|are)\s+between\s+(?P<a>.+?)\s+and\s+(?P<b>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FROM_TO = re.compile(r"\b[Ff]rom\s+(?P<a>.+?)\s+to\s+(?P<b>.+?)(?:,|$)", re.DOTALL)


def _offset_length(claimed: Quantity) -> Quantity | None:
    """Return the length in a date such as "two weeks after", which counts from another event than the text's own."""
    if claimed.item.kind != "offset" or not re.search(r"\b(?:after|before|later|earlier)$", claimed.text):
        return None
    found = [q for q in quantities_of(re.sub(r"\s+\w+$", "", claimed.text), None) if q.sort == "duration"]
    if len(found) != 1 or found[0].item.minutes is None or found[0].item.minutes < _DAY:
        return None
    start = claimed.span.start + found[0].span.start
    return replace(found[0], span=Span(start, start + len(found[0].text)))


def _between_days(c: Comparison, claimed: Quantity) -> Computation | None:
    days = list(islice(days_told(c), _MANY))
    spread = bool(_SPREAD.search(c.claim.text[: claimed.span.start]))
    groups = _events(c, claimed, spread)
    if groups is None:
        return None
    pairs = [(a, b) for a in days for b in days if a.first < b.first and _matches(claimed, a, b, int(spread))]
    best: Computation | None = None
    for a, b in pairs:
        if (spread and not _outermost(c, days, a, b)) or (groups.apart and not _side_by_side(c, a, b)):
            continue
        plain = _told_apart(days, a, b, groups)
        found = _days_computation(a, b, plain, int(spread))
        if plain:
            return found
        best = best or found
    return best


def _told_apart(days: list[Day], a: Day, b: Day, groups: _Events) -> bool:
    """Whether one of two days is that of the one event, and the other that of the other, as the claim has them."""
    ways = [(groups.earlier, groups.later)]
    if not groups.ordered:
        ways.append((groups.later, groups.earlier))
    if groups.whole:
        return share_found(groups.earlier, a.around | b.around) >= _WHOLE
    if groups.apart:
        least = min(_ENOUGH, 2 / max(1, len(groups.earlier)))  # two words for the things are enough
        return all(share_found(groups.earlier, d.around) >= least for d in (a, b))
    return any(bound_to(days, a, x) and bound_to(days, b, y) for x, y in ways)


def _side_by_side(c: Comparison, a: Day, b: Day) -> bool:
    """Whether two days are told in one breath: "an order of 8 April and another of 9 April"."""
    if a.span is None or b.span is None:
        return False
    first, second = sorted((a.span, b.span))
    between = c.document.text[first.end : second.start]
    return len(between) < _BREATH and re.search(r"\band\b", between) is not None


_BREATH = 60  # characters between two days that are told in one breath


def _outermost(c: Comparison, days: list[Day], a: Day, b: Day) -> bool:
    """Whether two days are the first and the last of those that one sentence tells: what is spread over them begins and ends so."""
    if a.span is None or b.span is None:
        return False
    sentence = c.document.reading.sentence_at(a.span.start)
    if sentence is None or not sentence.span.contains(b.span):
        return False
    told = [d for d in days if d.span is not None and sentence.span.contains(d.span)]
    near = [
        d for d in told if d.first.year in (a.first.year, b.first.year)
    ]  # a day without a year is read in two
    return {d.span for d in near} == {d.span for d in told} and all(
        a.first <= d.first <= b.first for d in near
    )


def _weekday(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the day that has the weekday of a claim, where the claim speaks of what happened on it."""
    days = [d for d in islice(days_told(c), _MANY) if d.exact]
    words = content_keys(c.claim.text[: claimed.span.start] + c.claim.text[claimed.span.end :])
    best = [d for d in days if bound_to(days, d, words)]
    fits = [d for d in best if d.first.weekday() == weekday_of(claimed)]
    if not fits:
        return None
    day = next((d for d in fits if d.span is None), fits[0])
    if day.span is None:
        share = share_found(words, day.around)
        others = [d for d in days if d.first != day.first and share_found(words, d.around) >= max(share, 0.5)]
        plain = not any(d.span for d in others)  # what is told of another day by the same words may be meant
    else:
        plain = all(d.first == day.first for d in best)
    place = (day.span,) if day.span else (c.sentence.span,)
    return Computation(f"{day.text} was a {day.first:%A}", place, plain)


def _day_of_text(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the day that the text is of for a claim about its event: a readout without a day in it tells of the day it is dated."""
    anchor, event = c.document.reading.anchor, c.document.reading.event
    if anchor is None or event is None or claimed.item.value != anchor.isoformat():
        return None
    days = list(islice(days_told(c), _MANY))
    dated = any(q.sort == "date" for q in c.quantities) or any(
        d.span is not None and 0 < (anchor - d.first).days <= _RECENT for d in days
    )
    about = c.sentence in c.document.opening or c.sentence == event.sentence
    if dated or not about or _AHEAD.search(c.claim.text):
        return None
    words = content_keys(c.claim.text[: claimed.span.start] + c.claim.text[claimed.span.end :])
    own = next(d for d in days if d.span is None)
    if not bound_to(days, own, words):
        return None
    return Computation(f"the text is of {own.text}", (c.sentence.span,), plain=True)


def _days_computation(a: Day, b: Day, plain: bool, more: int) -> Computation:
    gap = (b.first - a.first).days + more
    length = f"{gap} day" + ("s" if gap != 1 else "") if a.exact and b.exact else f"{_months(a, b)} months"
    of = [f"{d.text} (publication)" if d.span is None else d.text for d in (a, b)]
    return Computation(f"{of[0]} to {of[1]}: {length}", tuple(d.span for d in (a, b) if d.span), plain)


def _months(a: Day, b: Day) -> int:
    return (b.first.year - a.first.year) * 12 + b.first.month - a.first.month


@dataclass(frozen=True)
class _Events:
    """The words for the earlier event and for the later one, and whether the claim tells which is which."""

    earlier: list[Keys]
    later: list[Keys]
    ordered: bool
    whole: bool = False  # one event, or several of one sort, that the days are the first and the last of
    apart: bool = False  # "issued one day apart": the two stand side by side


def _events(c: Comparison, claimed: Quantity, spread: bool) -> _Events | None:
    text = c.claim.text
    if match := _BETWEEN.search(text) or (_FROM_TO.search(text) if spread else None):
        ends = content_keys(match["a"]), content_keys(match["b"])
        if all(ends):  # "from 9 to 13 January" names the days alone
            return _Events(*ends, ordered=False)
    if (
        spread
    ):  # what is spread is told by all of the claim, where its sentence tells the first day and the last
        words = content_keys(text[: claimed.span.start] + text[claimed.span.end :])
        return _Events(words, words, ordered=False, whole=True)
    full = getattr(claimed.item, "full", None)
    head = text[: min(claimed.span.start, full.start) if full else claimed.span.start]
    link = _LINK.match(text, claimed.span.end)
    if link is None:
        return None
    rest = text[link.end() :]
    if link["apart"]:
        words = content_keys(head)
        return _Events(words, words, ordered=False, apart=True)
    if not head.strip() and "," in rest:
        rest, _, head = rest.partition(",")  # "Nine days after the vote, the envoys met"
    if link.group().strip().casefold() == "from" and " to " in rest:
        rest, _, head = rest.partition(" to ")  # "two days from the statement to carry out the actions"
    one, other = content_keys(rest), content_keys(head)
    return _Events(*((other, one) if link["before"] else (one, other)), ordered=True)


def days_told(c: Comparison) -> Iterator[Day]:
    """Yield the days that the passages tell, then the day of publication."""
    seen: set[tuple[date, int]] = set()
    for sentence in (c.sentence, *c.context):
        for q in c.document.quantities_in(sentence):
            for first, last in _readings(q, c.document.reading.anchor):
                if (first, q.span.start) not in seen and (last - first).days < 367:
                    seen.add((first, q.span.start))
                    around = keys_around(c, q.span, _BESIDE, _BESIDE)
                    yield Day(
                        first, last, q.span, around, keys_around(c, q.span, _CLOSE, _CLOSE), _joined(c, q)
                    )
        for one in anniversaries(c, sentence):
            yield Day(one.first, one.last, one.span, one.what, one.what)
    if (anchor := c.document.reading.anchor) is not None:
        titles = [c.document.retrieval.keys_of([s]) for s in c.document.opening]
        events = frozenset().union(*(k for word in EVENT for k in content_keys(word)), *titles)
        yield Day(anchor, anchor, None, events)


def _readings(q: Quantity, anchor: date | None) -> list[tuple[date, date]]:
    """Return the days of a date; of an interval its first and last day, of one without a year that of last year too."""
    if q.sort != "date" or not q.item.value or (days := iso_days(q.item.value)) is None:
        return []
    if "/" in q.item.value and q.item.kind != "quarter":
        return [(days[0], days[0]), (days[1], days[1])]
    found = [days]
    dated = q.item.kind in ("date", "month") and not re.search(r"\d{4}", q.text)
    if anchor is not None and dated and days[0] > anchor and re.search(r"[A-Z][a-z]+", q.text):
        found += [both for value in q.item.candidates if (both := iso_days(value)) and both[0] < anchor]
        if len(found) == 1 and (days[0].month, days[0].day) != (2, 29):
            found.append((days[0].replace(year=days[0].year - 1), days[1].replace(year=days[1].year - 1)))
    return found


def _closeness(day: Day, words: list[Keys]) -> float:
    """Return how many of some words stand around a day, those right beside it counted twice."""
    return share_found(words, day.around) + share_found(words, day.near)


def _joined(c: Comparison, q: Quantity) -> bool:
    before = c.document.text[max(0, q.span.start - 12) : q.span.start]
    return re.search(r"\d(?:st|nd|rd|th)?,?\s*(?:and|or|to|–|-)\s*(?:the\s+)?$", before) is not None


def bound_to(days: list[Day], day: Day, words: list[Keys]) -> bool:
    """Whether some words tell of what happened on a day, and of no other day better.

    The day that the text itself is of needs only the event to be named: "the call", "the statement".
    """
    share = share_found(words, day.around)
    if not share:
        return False
    others = [d for d in days if d.first != day.first and d.span is not None]
    if day.span is None:
        return all(share_found(words, d.around) <= max(share, 0.5) for d in others)
    close = _closeness(day, words)
    rivals = [d for d in others if not (d.joined and abs((d.first - day.first).days) == 1)]
    return share >= _ENOUGH and all(
        share_found(words, d.around) + share_found(words, d.near) <= close for d in rivals
    )


_WHOLE = (
    0.5  # of the words for what is spread over days, the share that must stand around the first and the last
)
_ENOUGH = 0.3  # of the words for an event, the share that must stand around its date


def _matches(claimed: Quantity, a: Day, b: Day, more: int) -> bool:
    """Whether the time from one day to another is a claimed length, as exactly as its unit and bound tell it."""
    low, bound, unit = claimed.item.low, claimed.item.bound, claimed.item.unit
    gap = (b.first - a.first).days + more
    if unit in ("month", "year", "quarter", "decade") and not (low.minutes):
        return _months_match(float(low.all_months), bound, a, b)
    if not (a.exact and b.exact):
        return False
    wanted = float(low.minutes) / _DAY
    over = gap - wanted
    slack = 2 if unit in ("week", "fortnight") else 1
    if bound == "at_least":
        return 0 < over <= max(slack, wanted * 0.1)
    if bound == "at_most":
        return -max(slack, wanted * 0.2) <= over < 0
    return bool(over == 0 or (bound == "about" and abs(over) <= slack))


def _months_match(months: float, bound: str, a: Day, b: Day) -> bool:
    """Months are counted by the calendar; a claim in months or years rounds to about a third of a month."""
    if not (a.exact and b.exact):
        years = a.first.month != a.last.month or b.first.month != b.last.month
        told = (b.first.year - a.first.year) * 12 if years else _months(a, b)
        return bound in ("exact", "about") and told == months and (not years or months >= 12)
    over = (b.first - a.first).days - months * _MONTH
    near = min(10.0, 3 + 2 * months)
    if bound == "at_least":
        return 0 < over <= max(21, months * _MONTH * 0.1)
    if bound == "at_most":
        return -max(21, months * _MONTH * 0.1) <= over < 0
    return abs(over) <= (min(16.0, near * 1.6) if bound == "about" else near if months < 24 else 30)
