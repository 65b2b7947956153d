"""Finds dates in English text, absolute and relative, and resolves them against an anchor."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from summarizer.reading.agreement import dates_agree
from summarizer.reading.flat import flatten
from summarizer.reading.timing import calendar_words as words
from summarizer.reading.timing.date_months import days_alone, interval, month_dates
from summarizer.reading.timing.date_numeric import holidays, numeric_dates, year_parts, years
from summarizer.reading.timing.date_relative import offset_date, relative_dates, weekday_dates
from summarizer.reading.timing.date_values import Date, DateKind, Draft, Frame, real
from summarizer.reading.timing.durations import Duration, durations_of

_START = re.compile(
    rf"""
    (?P<holiday>\b(?:{"|".join(name.replace("'", "['’]").replace(" ", "[ ]") for name in words.HOLIDAYS)})\b)
    |(?P<weekday>\b(?:{words.FULL_WEEKDAY}s?\b|(?:mon|tues?|wed|thur?s?|fri)\.(?=[ ,])
       |(?:(?<=\bon[ ])|(?<=\bnext[ ])|(?<=\bthis[ ])|(?<=\blast[ ]))(?:mon|tues?|wed|thur?s?|fri)(?![\w-])))
    |(?P<month>\b(?:{words.MONTH})(?![a-z]))
    |(?P<the>\bthe[ ](?={words.ORDINAL_DAY}|\d{{1,2}}[ ]?(?:[.,;!?]|\Z)))
    |(?P<relative>\b(?:today|tonight|tomorrow|tmrw|tomorow|yesterday|(?:the[ ])?day[ ](?:after[ ](?:tomorrow|tmrw)|before[ ]yesterday)
       |this[ ](?:morning|afternoon|evening|day)|last[ ]night|(?:the[ ])?(?:next|following|previous)[ ]day
       |(?:the[ ])?(?:this|next|last|previous|coming|current|following)[ ](?:week(?:end)?|month|quarter|year|decade)
       |(?<=of[ ])the[ ](?:week|month|year|decade))\b)
    |(?P<part>\bQ[1-4]\b|\b(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ -](?:quarter|half)(?=[ ]of\b|[ ]\d))
    |(?P<year>(?<![\w.,/:$€£\#])(?:1[4-9]|20|21)\d\d(?:s\b|(?![\w]|[.,]\d|[-/]\d{{1,2}}[-/]\d)))
    |(?P<numeric>(?<![\w.,/:$€£-])\d{{1,4}}[-/.]\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What digits must look like to begin a date: a year, digits with a sign between them, or an ordinal.
_DIGITS = re.compile(r"\d{1,4}[-/.]\d|\d{4}(?!\d)|\d{1,2} ?(?:[snrt][tdh]|[.,;!?]|\Z)", re.IGNORECASE)
_READERS: dict[str, Callable[[Frame, re.Match[str]], list[Draft]]] = {
    "holiday": holidays, "weekday": weekday_dates, "month": month_dates, "the": days_alone, "relative": relative_dates,
    "part": year_parts, "numeric": numeric_dates, "year": years,
}  # fmt: skip
_JOINT = re.compile(r"[ ]?(?:-|–|—)[ ]?|[ ](?:to|through|thru|until|till|(?P<and>and))[ ]")
_BETWEEN = re.compile(r"\bbetween[ ](?:the[ ])?$", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:mov(?:ed?|ing)|postpon\w+|delay\w*|reschedul\w+|shift\w*|push\w*|brought forward|chang\w+|rais\w+|r[io]se\w*|f[ae]ll\w*)\b",
    re.IGNORECASE,
)


def find_dates(text: str, anchor: date | None = None) -> list[Date]:
    """Return the dates in `text` in order; they do not overlap.

    `anchor` is the day of publication, which "Thursday", "tomorrow" and "January 12" refer to; without it such
    dates have no value and `needs_anchor`. A weekday or day without a hint of tense is read as news is
    written, as past for weekdays and as the nearest for days of a month, with the other reading among the
    candidates.
    """
    flat = flatten(text)
    frame = Frame(flat.text, anchor)
    lengths = [length for length in durations_of(flat) if length.minutes is None or length.minutes >= 24 * 60]
    drafts = _collect(frame, flat.triggers["calendar"], lengths)
    for draft in drafts:
        if draft.other and frame.day_first > 0:
            draft.value, draft.candidates = draft.other, ()
        elif draft.other and frame.day_first < 0:
            draft.candidates = ()
    dates = [
        d for d in (draft.finished() for draft in _merge(flat.text, drafts)) if not _names_thing(flat.text, d)
    ]
    return dates if flat.text is text else [replace(found, span=flat.span(*found.span)) for found in dates]


# "The March 12 Movement", "17 February Square": a day that a body or a place is named after.
_NAMED_AFTER = re.compile(
    r"\s+(?:Movement|Front|Brigades?|Coalition|Martyrs|Square|Street|Avenue|Boulevard|Bridge|Stadium|Party|Platform|Battalion|Forces|University|Hospital|Airport)\b"
)


def _names_thing(text: str, found: Date) -> bool:
    return _NAMED_AFTER.match(text, found.span.end) is not None


def _collect(frame: Frame, positions: Sequence[int], lengths: list[Duration]) -> list[Draft]:
    """Read dates from left to right, each with what was mentioned before it."""
    drafts: list[Draft] = []
    rest = iter(lengths)
    length = next(rest, None)
    for position in positions:
        while length is not None and length.span.start <= position:
            _keep(frame, drafts, offset_date(frame, length) if length.span.start >= frame.floor else [])
            length = next(rest, None)
        if position >= frame.floor:
            _keep(frame, drafts, _read_at(frame, position))
    for last in ([length] if length else []) + list(rest):
        _keep(frame, drafts, offset_date(frame, last) if last.span.start >= frame.floor else [])
    return drafts


def _keep(frame: Frame, drafts: list[Draft], found: list[Draft]) -> None:
    for draft in found:
        frame.mention(draft)
    drafts += found


def _read_at(frame: Frame, position: int) -> list[Draft]:
    """Read the dates that begin at a trigger, or at "the" before it."""
    if frame.text[position].isdigit() and not _DIGITS.match(frame.text, position):
        return []
    starts = [position]
    if frame.text[position - 4 : position].lower() == "the " and position - 4 >= frame.floor:
        starts.insert(0, position - 4)
    for start in starts:
        match = _START.match(frame.text, start)
        try:
            if match and (found := _READERS[match.lastgroup or ""](frame, match)):
                return found
        except OverflowError:
            return []  # a weekday before the first day of the calendar, or after the last
    return []


def _merge(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join two dates with "to", a dash, or "and" after "between" into one interval."""
    merged: list[Draft] = []
    for draft in drafts:
        if merged and (joined := _joined(text, merged[-1], draft)):
            merged[-1] = joined
        else:
            merged.append(draft)
    return merged


def _joined(text: str, first: Draft, last: Draft) -> Draft | None:
    if last.start - first.end > 9 or "interval" in (first.kind, last.kind):
        return None
    match = _JOINT.fullmatch(text, first.end, last.start)
    before = max(0, first.start - 40)
    if match is None or (match["and"] and not _BETWEEN.search(text, before, first.start)):
        return None
    if _MOVED.search(text, before, first.start) or first.qualifier != last.qualifier:
        return None
    if first.month and first.day and not last.month and last.value:
        _share_year(first, last.value)
    if first.kind == last.kind == "weekday" and first.value and last.value:
        _after(first.value, last)
    if first.value and last.value:
        if len(first.value) != len(last.value) or first.value > last.value:
            return None
    elif not (first.anchored and last.anchored):
        return None
    return interval(first, last)


def _after(first: str, last: Draft) -> None:
    """Let a weekday that closes a range come after the one that opens it."""
    start, end = date.fromisoformat(first), date.fromisoformat(last.value or first)
    days = (end - start).days % 7
    if start <= date.max - timedelta(days=days):
        last.value, last.candidates = (start + timedelta(days=days)).isoformat(), ()


def _share_year(first: Draft, value: str) -> None:
    """Give "December 30" in "December 30 to January 2, 2022" the year before that of the end."""
    day = real(int(value[:4]), first.month, first.day)
    if day and day.isoformat() > value:
        day = real(day.year - 1, first.month, first.day)
    if day:
        first.value, first.candidates, first.anchored = day.isoformat(), (), False


__all__ = ["Date", "DateKind", "dates_agree", "find_dates"]
