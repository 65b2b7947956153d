"""Finds lengths of time in English text: "about 50 minutes", "an hour and a half", "two-day", "30 to 40 mins"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from summarizer.reading.agreement import Agreement, Bound, compare
from summarizer.reading.counts.bounds import Cue, cue_after, cue_before, is_bound
from summarizer.reading.flat import Flat, flatten
from summarizer.reading.timing.duration_joins import join, with_ranges
from summarizer.reading.timing.duration_parts import Part, read_parts
from summarizer.reading.timing.time_units import ALONE_ONLY, DAY, LENGTHS, Length
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as the text tells it.

    `span` covers number and unit, `bound_span` the words that set `bound`, `full` both. `low` and `high`
    are lengths that keep calendar months apart from minutes; they differ for a range ("30 to 40 minutes")
    and are None where no number is told ("several hours"). `unit` is the smallest unit told. `offset` is
    "before" or "after" when the length only says how far two moments lie apart ("two days ago").
    """

    span: Span
    low: Length | None
    high: Length | None
    unit: str
    bound: Bound = "exact"
    bound_span: Span | None = None
    offset: str | None = None

    @property
    def minutes(self) -> float | None:
        """Minutes, a month taken as 30 days and a year as 365; None for a range or a vague length."""
        return self.low.total if self.low is not None and self.low == self.high else None

    @property
    def value(self) -> float | None:
        """The same as `minutes`."""
        return self.minutes

    @property
    def seconds(self) -> float | None:
        """Seconds, by the same conventions as `minutes`."""
        return None if self.minutes is None else float(Fraction(self.minutes).limit_denominator(10**6) * 60)

    @property
    def full(self) -> Span:
        """The span with the words that set the bound."""
        if self.bound_span is None:
            return self.span
        return Span(min(self.span.start, self.bound_span.start), max(self.span.end, self.bound_span.end))

    def same_as(self, other: Duration) -> bool:
        """Whether both tell the same length with the same bound."""
        return self.agrees(other) is Agreement.EQUAL

    def agrees(self, other: Duration) -> Agreement:
        """Compare with another duration; UNKNOWN when either tells no number.

        "12 months" equals "a year"; "30 days" and "a month" are only compatible.
        """
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return Agreement.UNKNOWN
        if (self.low, self.high) != (self.low, self.low) or (other.low, other.high) != (other.low, other.low):
            return _agree_ranges(self.low, self.high, other.low, other.high)
        if self.low.same_as(other.low):
            return compare(self.low.total, self.bound, self.low.total, other.bound)
        result = compare(self.low.total, self.bound, other.low.total, other.bound)
        if not _calendar(self.low, other.low):
            return result
        apart = result is Agreement.CONFLICT and not _near(self.low, other.low)
        return Agreement.CONFLICT if apart else Agreement.COMPATIBLE


def _agree_ranges(low: Length, high: Length, other_low: Length, other_high: Length) -> Agreement:
    if low.same_as(other_low) and high.same_as(other_high):
        return Agreement.EQUAL
    meet = low.total <= other_high.total and other_low.total <= high.total
    return Agreement.COMPATIBLE if meet else Agreement.CONFLICT


def _calendar(length: Length, other: Length) -> bool:
    """Whether one of the two is told in months or years and the other in days or less."""
    return (length.all_months == 0) != (other.all_months == 0)


def _near(length: Length, other: Length) -> bool:
    """Whether two lengths differ by no more than the unevenness of months (28 to 31 days)."""
    return abs(length.total - other.total) <= 0.07 * max(length.total, other.total)


# --- finding

_LONGEST = 10**40  # of any unit
_ALONE = re.compile(r"\s*(?P<number>\d{1,4}(?:\.\d{1,3})?)[ ]?(?P<unit>[A-Za-z]{1,2}|['’′\"″”])\s*")
_AGE = re.compile(r"[ -](?:old|of age)\b", re.IGNORECASE)
_OFFSET = re.compile(
    r"['’]?[ ](?:(?P<before>ago|earlier|before|prior|back(?! to)|previously)|(?P<after>later|after|from (?:now|today|tomorrow|yesterday)"
    r"|hence|afterwards?|on(?=[,.])))\b",
    re.IGNORECASE,
)


def find_durations(text: str) -> list[Duration]:
    """Return the durations in `text` in order; they do not overlap.

    Ages ("70 years old") and rates ("$20 an hour") are left out. Marks that mean other things in running
    text ("2 m", "2'") are read only where they are all of the text.
    """
    if len(text) < 16 and (alone := _alone(text)):
        return [alone]
    flat = flatten(text)
    found = durations_of(flat)
    if flat.text is text:
        return list(found)
    return [
        replace(item, span=flat.span(*item.span), bound_span=item.bound_span and flat.span(*item.bound_span))
        for item in found
    ]


def durations_of(flat: Flat) -> list[Duration]:
    """Return the durations of a flattened text, with their places in it."""
    if flat.lengths is None:
        text, known = flat.text, flat.numerals
        parts = join(text, with_ranges(text, read_parts(flat), known), known)
        every = (part for part in parts if not _AGE.match(text, part.end) and _is_countable(part))
        flat.lengths = [_finish(text, part) for part in every]
    return flat.lengths


def _is_countable(part: Part) -> bool:
    """Whether a length is one that arithmetic can hold: hundreds of digits tell no duration."""
    return all(
        max(length.years, length.months, length.minutes) <= _LONGEST
        for length in (part.low, part.high)
        if length is not None
    )


def _alone(text: str) -> Duration | None:
    """Read a text that is nothing but a number and a mark of minutes or seconds: "2'", "2 m"."""
    match = _ALONE.fullmatch(text)
    unit = match and ALONE_ONLY.get(match["unit"])
    if not match or not unit:
        return None
    length = LENGTHS[unit] * Fraction(match["number"])
    return Duration(Span(match.start("number"), match.end("unit")), length, length, unit)


def _finish(text: str, part: Part) -> Duration:
    offset = _OFFSET.match(text, part.end)
    side = None if offset is None else "before" if offset["before"] else "after"
    duration = Duration(
        Span(part.start, part.end), part.low, part.high, part.unit, part.bound or "exact", offset=side
    )
    cue = _cue(text, part)
    return replace(duration, bound=cue.bound, bound_span=Span(cue.start, cue.end)) if cue else duration


def _cue(text: str, part: Part) -> Cue | None:
    cue = cue_before(text, part.start)
    if cue and is_bound(text, cue, LENGTHS[part.unit].total >= DAY):
        return cue
    return cue_after(text, part.end)
