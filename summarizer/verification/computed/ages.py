"""Years counted from an event: the year that an anniversary tells of, and how old something is on the day of the text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.reading.agreement import iso_days
from summarizer.verification.computed.anniversaries import anniversaries
from summarizer.verification.computed.computation import Computation, content_keys, share_found
from summarizer.verification.computed.elapsed import bound_to, days_told
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.computed.elapsed import Day

_SHARE = 0.5  # of the claim's words, the share that must tell of what the anniversary is
_OLD = re.compile(r"\s*(?:years?[\s-]+old|years?\s+of\s+age)\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:not\s+(?:yet|quite)|less\s+than|under|almost|nearly)\s+(?:as\s+old\s+as\s+)?$", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:more\s+than|over|already\s+over)\s+$", re.IGNORECASE)
_MANY = 60


def year_of_anniversary(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how a year or day follows from an anniversary: a 75th one in 2020 is of what happened in 1945."""
    if claimed.sort != "date" or not claimed.item.value or (days := iso_days(claimed.item.value)) is None:
        return None
    words = content_keys(c.claim.text[: claimed.span.start] + c.claim.text[claimed.span.end :])
    for sentence in dict.fromkeys((c.sentence, *c.context)):
        for one in anniversaries(c, sentence):
            inside = days[0] <= one.first and one.last <= days[1]
            if inside and words and share_found(words, one.what) >= _SHARE:
                return Computation(f"{one.told}: {claimed.text}", (one.span,), plain=True)
    return None


def age(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how old something of a told date or year is on the day of the text: "78 years old", "not yet five years old"."""
    anchor = c.document.reading.anchor
    if claimed.sort != "number" or claimed.item.kind != "number" or anchor is None:
        return None
    if not _OLD.match(c.claim.text, claimed.span.end):
        return None
    before = c.claim.text[: claimed.span.start]
    under, over = _NOT_YET.search(before), _OVER.search(before)
    words = content_keys(before)
    days = list(islice(days_told(c), _MANY))
    for day in days:
        if day.span is None or not bound_to(days, day, words):
            continue
        years, rest = _years(day, anchor.year, (anchor.month, anchor.day))
        wanted = int(claimed.item.value)
        fits = years == wanted - 1 if under else years == wanted and (not over or rest)
        if fits:
            return Computation(f"{day.text} to {anchor.year}: {years} years", (day.span,), plain=True)
    return None


def _years(day: Day, year: int, now: tuple[int, int]) -> tuple[int, bool]:
    """Return the full years since a day, or since a year by the calendar, and whether more has passed."""
    if not day.exact:
        return year - day.first.year, False
    born = (day.first.month, day.first.day)
    return year - day.first.year - (now < born), now != born
