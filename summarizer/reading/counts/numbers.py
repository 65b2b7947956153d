"""Finds numbers in English text with what they measure or count and how exactly they are meant."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from summarizer.reading.agreement import Agreement, Bound, compare
from summarizer.reading.counts.bounds import Cue, cue_after, cue_before
from summarizer.reading.counts.number_forms import Draft, NumberKind, read_number
from summarizer.reading.counts.number_pairs import read_pair, read_range
from summarizer.reading.flat import Flat, flatten
from summarizer.reading.nouns import counted_noun
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text tells it.

    `span` covers the numeral with its sign, scale and unit; `value` is an int where it is integral.
    `unit` is an ISO 4217 code for money, "%" or "pp" (percentage points) for percentages, a symbol such
    as "km" for measures. `noun` is what is counted, singular and lower case ("three formats": "format").
    `bound_span` covers the words that set `bound`. In a range ("30 to 40") the lower number is `at_least`
    and the upper one `at_most`.
    """

    span: Span
    value: int | float
    kind: NumberKind = "number"
    unit: str | None = None
    noun: str | None = None
    bound: Bound = "exact"
    bound_span: Span | None = None

    def same_as(self, other: Number) -> bool:
        """Whether both tell the same value of the same thing with the same bound."""
        return self.agrees(other) is Agreement.EQUAL

    def agrees(self, other: Number) -> Agreement:
        """Compare with another number; UNKNOWN when the two count or measure different things."""
        if (self.kind == "ordinal") != (other.kind == "ordinal") or not _same_unit(self.unit, other.unit):
            return Agreement.UNKNOWN
        if self.noun and other.noun and self.noun != other.noun:
            return Agreement.UNKNOWN
        return compare(self.value, self.bound, other.value, other.bound)


def _same_unit(unit: str | None, other: str | None) -> bool:
    """Whether two units may be the same: "pounds" are money or weight."""
    return unit == other or {unit, other} in ({"pound", "GBP"}, {"pound", "lb"})


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the numbers in `text[start:end]` in order; spans refer to `text`.

    Numbers in words and digits, decimals, fractions, ordinals, percentages, money and measures. Left out:
    identifiers ("G7", "5G"), clock times, "one" as a pronoun, and vague amounts ("hundreds of people").
    Numbers inside dates and durations are returned too: drop those whose spans overlap one.
    """
    low, high = max(0, start - _MARGIN), len(text) if end is None else end + _MARGIN
    flat = flatten(text[low:high] if low or high < len(text) else text)
    found = _finish(flat, _drafts(flat), low)
    if low == 0 and end is None:
        return found
    return [
        number for number in found if start <= number.span.start and (end is None or number.span.end <= end)
    ]


_MARGIN = 200  # characters looked at around a part of a text


def _drafts(flat: Flat) -> list[Draft]:
    text = flat.text
    drafts: list[Draft] = []
    for numeral in flat.numerals:
        draft = read_number(text, numeral)
        if draft is None:
            continue
        if drafts:
            draft.start = max(draft.start, drafts[-1].end)  # a sign between two numbers belongs to the first
        if drafts and (pair := read_pair(text, drafts[-1], draft)):
            drafts[-1] = pair
            continue
        drafts.append(draft)
    for lower, upper in pairwise(drafts):
        if upper.start - lower.end < 8:
            read_range(text, lower, upper)
    return drafts


def _finish(flat: Flat, drafts: list[Draft], low: int) -> list[Number]:
    """Make numbers of drafts, last first, since the lower number of a range counts what the upper one does."""
    noun: str | None = None
    following: Draft | None = None
    numbers: list[Number] = []
    for draft in reversed(drafts):
        value = _plain_value(draft.value)
        if value is None:
            continue
        joined = following is not None and draft.bound == "at_least" and following.bound == "at_most"
        if draft.unit or draft.kind == "ordinal":
            noun = None
        elif not joined:
            noun = counted_noun(flat.text, draft.end, plural=value != 1)
        bound, cue = _bound(flat.text, draft)
        if cue and noun in _COVERS and flat.text[cue.start : cue.end].lower() == "under":
            bound, cue = "exact", None
        span = _moved(flat, draft.start, draft.end, low)
        bound_span = _moved(flat, cue.start, cue.end, low) if cue else None
        numbers.append(Number(span, value, draft.kind, draft.unit, noun, bound, bound_span))
        following = draft
    return numbers[::-1]


# What things stand or fall under: "under five headings" sets no bound.
_COVERS = frozenset(
    "heading title rubric category item name condition article agreement treaty chapter section flag regulation order law act rule "
    "decree clause contract".split()
)


def _moved(flat: Flat, start: int, end: int, low: int) -> Span:
    """Return the place in the text that was flattened from `low` on."""
    span = flat.span(start, end)
    return Span(span.start + low, span.end + low) if low else span


def _bound(text: str, draft: Draft) -> tuple[Bound, Cue | None]:
    if draft.bound or draft.kind == "ordinal":
        return draft.bound or "exact", None
    cue = cue_before(text, draft.start) or cue_after(text, draft.end)
    if cue and draft.value == 1 and not draft.numeral.digits and " " not in text[cue.start : cue.end]:
        return "exact", None  # "about one of them", "under one roof"
    return (cue.bound if cue else "exact"), cue


def _plain_value(value: int | Fraction) -> int | float | None:
    """Return an int where the value is integral, else a float; nothing where it is beyond both."""
    if not -_LARGEST <= value <= _LARGEST:
        return None
    return int(value) if value.denominator == 1 else float(value)


_LARGEST = 10**40
