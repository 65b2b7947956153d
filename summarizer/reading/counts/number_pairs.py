"""Reads two numbers together: "one in three", "30 to 40", "$5-6 billion", "between 5 and 10 percent"."""

from __future__ import annotations

import re
from fractions import Fraction

from summarizer.reading.counts.bounds import cue_before
from summarizer.reading.counts.number_forms import Draft

_PAIRED = re.compile(r"[ ](?P<word>over|out of|in|in every|out of every|of every)[ ]", re.IGNORECASE)
_JOINED = re.compile(r"[ ]?(?:(?P<dash>-|–|—|to(?=[ $€£]))|(?P<or>or)|(?P<and>and))[ ]?|-to-")
_DASHES = ("-", "–")
_MORE = re.compile(r"[-–]\d")
_FROM = re.compile(r"\bfrom (?:about |around |some |nearly |just )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|range of|ranging from|anywhere from) (?:about |some )?$", re.IGNORECASE)
_TIME_UNIT = re.compile(
    r"[ -](?:\w+ )?(?:second|minute|hour|day|week|month|quarter|year|decade)s?\b", re.IGNORECASE
)


def read_pair(text: str, first: Draft, second: Draft) -> Draft | None:
    """Read "one in three", "two out of five", "one over twenty" as a fraction."""
    if second.start - first.end > 14 or first.kind != "number" or second.kind != "number":
        return None
    match = _PAIRED.fullmatch(text, first.end, second.start)
    if (
        match is None
        or first.value == 0
        or not -second.value < first.value < second.value
        or not _whole(first)
        or not _whole(second)
    ):
        return None
    word, whole = match["word"].lower(), int(second.value)
    if _TIME_UNIT.match(text, second.end):
        return None
    if word == "over" and re.compile(r"[ -]*\w").match(text, second.end):
        return None
    round_number = whole <= 10 or str(whole).strip("0") == "1"
    if word == "in" and (1800 <= whole <= 2100 or not (first.value == 1 or round_number)):
        return None
    span = first.numeral._replace(end=second.numeral.end, value=Fraction(first.value) / whole)
    return Draft(span, span.value, first.start, second.end, "fraction")


def _whole(draft: Draft) -> bool:
    return draft.value.denominator == 1


def read_range(text: str, lower: Draft, upper: Draft) -> None:
    """Read "30 to 40", "$5-6 billion", "between 5 and 10": share unit and scale, and set the bounds."""
    match = _JOINED.fullmatch(text, lower.end, upper.start)
    if match is None or "ordinal" in (lower.kind, upper.kind):
        return
    if match["dash"] and (text[lower.start - 1 : lower.start] in _DASHES or _MORE.match(text, upper.end)):
        return  # one of "2022-01-20", "555-01-20"
    between = _BETWEEN.search(text, max(0, lower.start - 24), lower.start) is not None
    if match["and"] and not between:
        return
    scale = upper.numeral.scale if lower.numeral.scale == 1 else 1
    value = lower.value * scale if lower.value < upper.value / Fraction(scale) else lower.value
    if upper.unit is None and lower.kind == "money" and not lower.numeral.scale > scale:
        upper.kind, upper.unit = lower.kind, lower.unit
    if lower.unit not in (None, upper.unit) or value >= upper.value:
        return
    lower.value = value
    if lower.unit is None and upper.kind in ("percent", "money", "measure"):
        lower.kind, lower.unit = upper.kind, upper.unit
    if (_is_year(lower) and _is_year(upper)) or _FROM.search(text, max(0, lower.start - 16), lower.start):
        return
    if cue := cue_before(text, lower.start):  # "about 30 to 40", "up to $2,000 or $5,000"
        upper.bound = cue.bound
        return
    lower.bound, upper.bound = "at_least", "at_most"


def _is_year(draft: Draft) -> bool:
    return draft.kind == "number" and draft.numeral.digits and 1800 <= draft.value <= 2100 and _whole(draft)
