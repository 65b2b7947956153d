"""The day or year of an event that a text tells of by its anniversary: a 75th one on 8 May 2020 is of 8 May 1945."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.agreement import iso_days
from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.computed.computation import Computation, content_keys, share_found
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.reading.words import Keys
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.context import Document

_OF = late_regex(r"(?:st|nd|rd|th|[a-z]+)?[\s-]+(?:year\s+)?anniversary\s+of\b", re.IGNORECASE)
_OF_WHAT = 120  # characters behind "anniversary of" that tell of what
_SHARE = 0.5  # of the claim's words, the share that must tell of what the anniversary is
_ON_THE_DAY = late_regex(
    r"\b(?:marks?|marked|is|was)\s+(?:the\s+)?$", re.IGNORECASE
)  # "April 25 marks the 75th anniversary"


@dataclass(frozen=True)
class Anniversary:
    """What is remembered, the days (all of a year where no day is told) on which it happened, and where that is told."""

    first: date
    last: date
    span: Span
    what: Keys
    told: str


def anniversaries(document: Document, sentence: Sentence) -> Iterator[Anniversary]:
    """Yield the events that a sentence tells the anniversary of, with their year, or their day where the sentence is of it."""
    text = document.text
    for q in document.quantities_in(sentence):
        if q.sort != "number" or q.item.kind != "ordinal" or not (of := _OF.match(text, q.span.end)):
            continue
        words = content_keys(text[of.end() : min(sentence.span.end, of.end() + _OF_WHAT)])
        what = frozenset[str]().union(*words)
        if (when := _when(document, sentence, q)) is not None:
            first, last, exact = when
            year = first.year - int(q.item.value)
            told = f"the {q.text} anniversary in {first.year}"
            if exact and (first.month, first.day) != (2, 29):
                yield Anniversary(first.replace(year=year), last.replace(year=year), q.span, what, told)
            else:
                yield Anniversary(date(year, 1, 1), date(year, 12, 31), q.span, what, told)


def _when(document: Document, sentence: Sentence, ordinal: Quantity) -> tuple[date, date, bool] | None:
    """Return the day, or the year, of an anniversary: the only one that the sentence tells, else that of the text."""
    dates = [q for q in document.quantities_in(sentence) if q.sort == "date" and q.item.value]
    found = [(q, days) for q in dates if (days := iso_days(q.item.value)) is not None]
    if len({days[0].year for _, days in found}) > 1:
        return None
    if found:
        days = found[0][1]
        before = document.text[sentence.span.start : ordinal.span.start]
        return *days, days[0] == days[1] and _ON_THE_DAY.search(before) is not None
    anchor = document.reading.anchor
    return (anchor, anchor, False) if anchor else None


def year_of_anniversary(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how a year or day follows from an anniversary: a 75th one in 2020 is of what happened in 1945."""
    if claimed.sort != "date" or not claimed.item.value or (days := iso_days(claimed.item.value)) is None:
        return None
    words = content_keys(c.claim.text[: claimed.span.start] + c.claim.text[claimed.span.end :])
    for sentence in dict.fromkeys((c.sentence, *c.context)):
        for one in anniversaries(c.document, sentence):
            inside = days[0] <= one.first and one.last <= days[1]
            if inside and words and share_found(words, one.what) >= _SHARE:
                return Computation(f"{one.told}: {claimed.text}", (one.span,), plain=True)
    return None
