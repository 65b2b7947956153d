"""The days that a text tells, with the words that say what happened on each, and the day of what the text itself is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.agreement import iso_days
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.dates import find_dates
from summarizer.reading.words import Concept, Keys, all_keys, keys
from summarizer.source import Span
from summarizer.verification.computed.anniversaries import anniversaries
from summarizer.verification.computed.calendar import guessed_day
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.direction import PARTED, zones
from summarizer.verification.context import Document, remembered
from summarizer.verification.values.quantities import Quantity, quantities_of, weekday_of

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim

_TOP = 4  # sentences in which a line may date the text
_MANY = 200  # days that are looked at: a text with more is a calendar
_AROUND = 30  # tokens around a date that tell what happened on it
# What a text calls the event that it is about, which took place on the day that the text is of, and what was done there.
EVENT = frozenset(
    """
    statement call meeting conversation talk talks report readout declaration conference summit visit session briefing communique
    discussion discussions consultation consultations dialogue phone telephone publication announcement release article signing document
    """.split()
)
_DONE = frozenset(
    """
    met meet meets spoke speak speaks talked held publish published issue issued release released came out news account text page appear
    appeared signed press online put posted
    """.split()
)
# What a claim about the page itself may rest on: the links and dates that stand beside the text.
_OF_PAGE = late_regex(r"\b(?:page|link(?:s|ed)?|related|entry|item|website|site)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A day, or month or year, that the source tells, with the words around it; the day of publication has no place.

    `near`: the words of its own clause. `after`: those of the next sentence, where that tells no day of its own. `event`: it is told at
    the top as that of the event, a few days before the text is dated.
    """

    first: date
    last: date
    span: Span | None
    around: Keys
    near: Keys = frozenset()
    after: Keys = frozenset()
    event: bool = False

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


@remembered
def days_of(document: Document, of_page: bool = False) -> tuple[Day, ...]:
    """Return the days that a text tells, each with what happened on it, and the day that the text is of."""
    sentences = document.reading.sentences if of_page else document.story
    told = tuple(islice(_told_in(document, sentences), _MANY))
    return (*told, *_own_day(document, told))


def days_for(document: Document, claim: str) -> tuple[Day, ...]:
    """Return the days that a claim may rest on: those of the story, and those beside it where the claim speaks of the page."""
    return days_of(document, _OF_PAGE.search(claim) is not None)


def _told_in(document: Document, sentences: Iterable[Sentence]) -> Iterator[Day]:
    anchor = document.reading.anchor
    for sentence in sentences:
        dates = [dated(document, q) for q in _quantities(document, sentence) if q.sort == "date"]
        dates = [q for q in dates if q.item.value]
        beside = zones(document, dates, PARTED, frozenset({"and"})) if dates else []
        for q, near in zip(dates, beside, strict=True):
            if sentence.furniture:  # the date of a link stands on a line of its own
                near = near | document.retrieval.keys_of(
                    document.reading.sentences[max(0, sentence.number - 3) : sentence.number]
                )
            near = near or _behind(document, q.span, [o.span.start for o in dates], sentence.span.end)
            around = near | _keys_around(document, sentence, q.span)
            after = _next_sentence(document, sentence) if q is dates[-1] else frozenset[str]()
            for first, last in _readings(q, anchor):
                if (last - first).days < 367:
                    event = first == last and _of_event(document, sentence, q, first, near)
                    yield Day(first, last, q.span, around, near, after, event)
        for one in anniversaries(document, sentence):
            yield Day(one.first, one.last, one.span, one.what, one.what)


def _next_sentence(document: Document, sentence: Sentence) -> Keys:
    """Return the words of the sentence behind one, in its paragraph, if it tells no date: it goes on about that day."""
    behind = document.reading.sentences[sentence.number : sentence.number + 1]
    same = [s for s in behind if s.block.span == sentence.block.span and not s.furniture]
    if not same or any(q.sort == "date" for q in document.quantities_in(same[0])):
        return frozenset()
    return document.retrieval.keys_of(same)


_NEWS = 10  # days after an event in which a text about it is dated
_AT_TOP = 5  # sentences in which such a text tells the day of its event
_OCCASIONS = " ".join(EVENT - {"statement", "document", "text"})


def _of_event(document: Document, sentence: Sentence, q: Quantity, day: date, near: Keys) -> bool:
    """Whether the top of a text tells the day of its event as news does, by its weekday: "Friday's meeting"."""
    if not re.search(r"[a-z]day\b", q.text):
        return False
    anchor = document.reading.anchor
    if anchor is None or not 0 < (anchor - day).days <= _NEWS or sentence.number > _AT_TOP:
        return False
    return not near.isdisjoint(all_keys(_OCCASIONS))


def dated(document: Document, q: Quantity) -> Quantity:
    """Return a date with the year that a text without a date of its own leaves out."""
    if q.item.value or (guess := guessed_day(document)) is None or q.item.kind not in ("date", "interval"):
        return q
    found = find_dates(q.text, guess)
    if len(found) != 1 or not found[0].value or not found[0].value.startswith(f"{guess.year}-"):
        year = [d for d in found if d.value]
        return replace(q, item=replace(q.item, value=_in_year(year[0].value, guess))) if len(year) == 1 else q
    return replace(q, item=replace(q.item, value=found[0].value))


def _in_year(value: str | None, guess: date) -> str | None:
    """Return a day in the guessed year, whatever year was read."""
    return "/".join(f"{guess.year}{day[4:]}" for day in value.split("/")) if value else None


def _behind(document: Document, span: Span, dates: Sequence[int], end: int) -> Keys:
    """Return the words of the clause that a date opens: "On 3 May, the ministers met"; up to the next date."""
    ends = [start for start in dates if start > span.start] + [
        m.start() for m in PARTED.finditer(document.text, span.end + 2, end)
    ]
    tokens = document.reading.tokens.within(Span(span.end, max(span.end, min([end, *ends]))))
    return frozenset[str]().union(*(document.retrieval.keys_at(i) for i in tokens))


def _quantities(document: Document, sentence: Sentence) -> tuple[Quantity, ...]:
    if not sentence.furniture:
        return document.quantities_in(sentence)
    return quantities_of(sentence.text, document.reading.anchor, sentence.span.start)


def _keys_around(document: Document, sentence: Sentence, span: Span) -> Keys:
    tokens = document.reading.tokens
    at, inside = tokens.within(span), tokens.within(sentence.span)
    places = range(max(inside.start, at.start - _AROUND), min(inside.stop, at.stop + _AROUND))
    return frozenset[str]().union(*(document.retrieval.keys_at(i) for i in places))


def _own_day(document: Document, told: Sequence[Day]) -> Iterator[Day]:
    """Yield the day that the text is of, with what its title and opening tell of it, and not of another day."""
    anchor = document.reading.anchor
    heading = (
        None
        if anchor is not None
        else next((d for d in told if d.span and d.exact and _in_heading(document, d.span)), None)
    )
    if anchor is None and heading is not None:
        anchor = heading.first
    if anchor is None:
        return
    event = document.reading.event
    keys_of = frozenset[str]()
    for sentence in dict.fromkeys([*document.opening, *([event.sentence] if event else [])]):
        others = [d.near for d in told if d.first != anchor and d.span and sentence.span.contains(d.span)]
        keys_of |= document.retrieval.keys_of([sentence]) - frozenset[str]().union(*others)
    words = keys_of.union(*(keys(w) for w in (*EVENT, *_DONE)))
    yield Day(anchor, anchor, None, words, words)


def _in_heading(document: Document, span: Span) -> bool:
    """Whether a day stands in a line at the top of a text, and in no sentence of it."""
    sentence = document.reading.sentence_at(span.start)
    return sentence is not None and sentence.number <= _TOP and not re.search(r"[.!?:]\s*$", sentence.text)


_END = late_regex(r"\b(?:end|close)\s+of\b", re.IGNORECASE)


def _readings(q: Quantity, anchor: date | None) -> list[tuple[date, date]]:
    """Return the days of a date; of an interval its first and last day, of one without a year that of last year too."""
    if (days := iso_days(q.item.value)) is None:
        return []
    if "/" in q.item.value and q.item.kind != "quarter":
        if not re.search(r"\d", q.text):
            return []  # "this week" is no day
        return [(days[0], days[0]), (days[1], days[1])]
    if q.item.kind in ("year", "month") and _END.search(q.text):
        return [(days[1], days[1])]  # "by the end of the year"
    found = [days]
    dated = q.item.kind in ("date", "month") and not re.search(r"\d{4}", q.text)
    if anchor is not None and dated and days[0] > anchor and re.search(r"[A-Z][a-z]+", q.text):
        found += [both for value in q.item.candidates if (both := iso_days(value)) and both[0] < anchor]
        if len(found) == 1 and (days[0].month, days[0].day) != (2, 29):
            found.append((days[0].replace(year=days[0].year - 1), days[1].replace(year=days[1].year - 1)))
    return found


# -- which day is that of an event -----------------------------------------------------------------

BOUND = 0.4  # of the words for an event, by weight, the share that must stand around its date
_CLAUSE = 0.5  # what a word in the clause of a date counts beside one in its sentence
_AFTER = 0.75  # what a word in the sentence behind it counts beside one in its own
_TOLD = 0.12  # by how much a day that is told is preferred to that of the text
_WORSE = 0.35  # by how much a day may fit worse than the best, which may be that of the other event
_OWN = 0.3  # by how much that of the text is preferred for what is called by no name: "the call", "when they met"
# Words that only say that there is a day, and how exactly it is meant.
_OF_TIME = frozenset(
    "date day time moment occasion hour dated place came come took take happened already still exactly precisely just only due "
    "cited cites cite mentioned mentions mention recalled refers referred related linked links".split()
)


def bind(
    document: Document, claim: Claim, places: Sequence[Span], days: Sequence[Day]
) -> tuple[tuple[Day, float], ...]:
    """Return the days that parts of a claim may tell of, each with how well it fits: by a date of their own, and by the words around it.

    What names nothing ("when it came out") is the event of the text.
    """
    words = _words(document, claim, places)
    own = _own_dates(claim, places)
    mine = [d for d in days if not own or _inside(d, own)]
    total = sum(words.values())
    if not total:
        return tuple((d, 1.0) for d in mine if own or d.span is None)
    if not own and all(x.form in _DONE for x in words):
        days = mine = [d for d in days if d.span is None]

    def share(have: Keys) -> float:
        return sum(words[x] for x in words if not have.isdisjoint(x.keys)) / total

    least = BOUND / 2 if own else BOUND
    plainest = _OWN if all(x.form in EVENT or x.form in _DONE for x in words) else 0.0
    told_apart = any(d.event for d in days)  # the day of the event is told: that of the text is another
    fits = {
        d: (around + _CLAUSE * share(d.near)) / (1 + _CLAUSE)
        + (_TOLD if d.span else 0.0)
        + (plainest if d.event or (not d.span and not told_apart) else 0.0)
        for d in days
        if (around := max(share(d.around), _AFTER * share(d.around | d.after))) >= least
    }
    if plainest and not own and any(d.event for d in fits):
        fits = {
            d: fit for d, fit in fits.items() if d.event
        }  # "the meeting" is the one that all of it is about
    # What a claim dates itself is not told of the day of the text, unless that is the date.
    best = max((fit for d, fit in fits.items() if not own or d.span or d in mine), default=0.0)
    return tuple((d, fit) for d, fit in fits.items() if d in mine and fit >= best - _WORSE)


def _words(document: Document, claim: Claim, places: Sequence[Span]) -> dict[Concept, float]:
    """Return the words of parts of a claim that tell of an event, with their weight: none of its values, of the text or of who publishes that.

    What the text has nowhere is told in other words, and weighs less.
    """
    sides = document.identities.sides
    text = claim.text
    for span in [q.span for q in claim.quantities] + [n.span for n in claim.names if sides.publishes(n.text)]:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    text = re.sub(r"['’]s\b", "  ", text)
    every = document.concepts(" ; ".join(text[p.start : p.end] for p in places)).each
    told = [x for x in every if x.form in EVENT or not (x.form in _OF_TIME or is_frame(x.form))]
    have = document.retrieval.tells
    if not told:  # "A begins", "B leaves": only who it is tells the one from the other
        inside = [claim.span(x.at) for x in claim.name_concepts.each]
        told = [
            x
            for x, at in zip(claim.name_concepts.each, inside, strict=True)
            if any(p.contains(at) for p in places)
        ]
    return {
        x: (document.retrieval.weight(x) + 0.1) * (1.0 if have(document.story, x.keys) else 0.5) for x in told
    }


def _own_dates(claim: Claim, places: Sequence[Span]) -> list[tuple[date, date]]:
    inside = [q for q in claim.quantities if q.sort == "date" and any(p.contains(q.span) for p in places)]
    dates = [q for q in inside if q.item.value and q.item.kind != "offset" and weekday_of(q) is None]
    return [days for q in dates if (days := iso_days(q.item.value)) is not None]


def _inside(day: Day, own: list[tuple[date, date]]) -> bool:
    return any(first <= day.first and day.last <= last for first, last in own)
