"""Puts parts of a duration together: "2 hours and 5 minutes", "an hour and a half", "30 to 40 minutes"."""

from __future__ import annotations

import re
from fractions import Fraction

from summarizer.reading.counts.bounds import cue_before
from summarizer.reading.counts.numerals import Numeral
from summarizer.reading.timing.duration_parts import Part
from summarizer.reading.timing.time_units import LENGTHS, WORD, Length

_AND_PART = re.compile(
    r"[ -]and[ -](?:an?[ -]|one[ -])?(?P<part>half|quarter|third|three[ -]quarters|two[ -]thirds)\b"
    rf"(?![ -](?:of[ -])?(?:an?[ -])?(?:{WORD})\b|[ -]of\b|-)",
    re.IGNORECASE,
)
_PARTS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "third": Fraction(1, 3),
    "three": Fraction(3, 4),
    "two": Fraction(2, 3),
}
_JOINT = re.compile(r"(?P<plain>[ ]?)|(?:,? and |, | & )(?:an? )?", re.IGNORECASE)
_RANGE = re.compile(r"[ -]?(?:-|–|—|to|or|(?P<and>and))[ ]?(?:about |almost |nearly )?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about )?$", re.IGNORECASE)
_BARE_UNIT = re.compile(
    r"\b(?:next|past|last|coming|the)[ ](?P<start>(?P<unit>hour|day|week|month|year))[ ](?:to|or)[ ]$",
    re.IGNORECASE,
)
_OR_TWO = re.compile(r" or (?P<more>two|three|so)\b", re.IGNORECASE)
_RATE = re.compile(r"[ ](?:a|per|each|every)[ ]")


def with_ranges(text: str, parts: list[Part], known: list[Numeral]) -> list[Part]:
    """Widen "40 minutes" to "30 to 40 minutes" where a bare numeral stands before it."""
    position = 0
    for part in parts:
        while position < len(known) and known[position].end <= part.start:
            position += 1
        if part.high is None:
            continue
        if bare := _BARE_UNIT.search(text, max(0, part.start - 24), part.start):
            _widen(part, bare.start("start"), LENGTHS[bare["unit"].lower()])
        if position == 0:
            continue
        lower = known[position - 1]
        match = _RANGE.fullmatch(text, lower.end, part.start) if part.start - lower.end < 20 else None
        if match is None or lower.form == "ordinal" or not _opens(text, match, lower.start):
            continue
        _widen(part, lower.start, LENGTHS[part.unit] * lower.value)
    return parts


def _widen(part: Part, start: int, low: Length) -> None:
    """Let a part begin earlier and reach down to `low`."""
    if part.high is not None and 0 < low.total < part.high.total:
        part.start, part.low, part.whole = start, low, False


def _opens(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a joint makes a range: "and" does so only after "between"."""
    return not match["and"] or _BETWEEN.search(text, max(0, start - 20), start) is not None


def join(text: str, parts: list[Part], known: list[Numeral]) -> list[Part]:
    """Put parts together: "2 hours and 5 minutes", "an hour and a half", "a week to ten days", "a day or two"."""
    starts = {numeral.start: numeral for numeral in known}
    joined: list[Part] = []
    for part in parts:
        _extend(text, part, starts)
        if (
            not joined
            or part.start < joined[-1].end
            or not (_add(text, joined[-1], part) or _span(text, joined[-1], part))
        ):
            joined.append(part)
    return joined


def _extend(text: str, part: Part, starts: dict[int, Numeral]) -> None:
    """Add what follows the unit: "and a half", "or two", or minutes told without their unit."""
    if part.low is None or not part.whole:
        return
    length = LENGTHS[part.unit]
    if match := _AND_PART.match(text, part.end):
        added = length * _PARTS[match["part"].lower().split()[0].split("-")[0]]
        part.low, part.high, part.end, part.whole = part.low + added, part.low + added, match.end(), False
    elif (match := _OR_TWO.match(text, part.end)) and part.low == length and match["more"].lower() != "so":
        part.high, part.end = length * (2 if match["more"].lower() == "two" else 3), match.end()
    elif part.unit in ("hour", "minute") and (
        match := re.compile(r"[ ](?:and[ ])?(?=\w)").match(text, part.end)
    ):
        numeral = starts.get(match.end())
        if numeral and 0 < numeral.value < 60 and re.compile(r"\s*(?:$|[.,;:!?)])").match(text, numeral.end):
            smaller = LENGTHS["minute" if part.unit == "hour" else "second"]
            part.low = part.high = part.low + smaller * numeral.value
            part.end, part.whole = numeral.end, False


def _add(text: str, first: Part, second: Part) -> bool:
    """Join two parts that make one length, the larger unit first, or in any order when only a blank parts them."""
    if first.low is None or second.low is None or first.low != first.high or second.low != second.high:
        return False
    match = _JOINT.fullmatch(text, first.end, second.start)
    if (
        match is None
        or first.unit == second.unit
        or first.bound
        or second.bound
        or _RATE.match(text, second.end)
    ):
        return False
    if match["plain"] is None and LENGTHS[first.unit].total <= LENGTHS[second.unit].total:
        return False
    if text[match.start()] == "," and cue_before(text, first.start):
        return False  # "just under an hour, 59 minutes": a rough length goes on to no minutes, the exact one follows it
    first.low = first.high = first.low + second.low
    first.end, first.whole = second.end, False
    first.unit = min(first.unit, second.unit, key=lambda unit: LENGTHS[unit].total)
    return True


def _span(text: str, first: Part, second: Part) -> bool:
    """Join two parts that make a range: "a week to ten days", "90-minute to two-hour"."""
    if first.low is None or second.high is None or first.low.total >= second.high.total:
        return False
    match = _RANGE.fullmatch(text, first.end, second.start)
    if match is None or not _opens(text, match, first.start):
        return False
    first.high, first.end, first.whole = second.high, second.end, False
    first.unit = min(first.unit, second.unit, key=lambda unit: LENGTHS[unit].total)
    return True
