"""Quarters of a year and periods told by their direction only, which no date of publication needs to anchor."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter, with its year where it is told: "the third quarter", "Q3", "4Q 2020", "1Q21"."""

    span: Span
    value: int
    year: int | None = None


_QUARTER = late_regex(
    r"\b(?:Q(?P<digit>[1-4])|(?P<first>[1-4])Q|(?P<word>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-]+"
    r"(?:fiscal[\s-]+)?quarter)(?:(?:\s+(?:of\s+)?(?:fiscal\s+|FY\s?)?|['’]|(?<=\dQ)|(?<=Q\d))(?P<year>20\d\d|(?<=[Q'’])\d\d))?\b(?!-?finals?)",
    re.IGNORECASE,
)
_RANKS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip


def find_quarters(text: str) -> list[Quarter]:
    """Return the quarters of a year that a text tells."""
    if "q" not in text and "Q" not in text:
        return []  # most sentences
    return [_quarter(m) for m in _QUARTER.finditer(text)]


def _quarter(match: re.Match[str]) -> Quarter:
    value = int(match["digit"] or match["first"] or _RANKS[match["word"].casefold()])
    year = int(match["year"]) if match["year"] else None
    return Quarter(Span(*match.span()), value, year + 2000 if year is not None and year < 100 else year)


# "Last year", "the prior year", "a year ago", "year over year" look back by one year, whatever the day they count
# from; "next year" and "the coming year" look ahead. "Next" is never "last".
_UNIT = r"(?P<unit{0}>day|week|month|quarter|year|decade)"
_BEHIND = late_regex(
    rf"\b(?:last|past|previous|prior|preceding)[\s-]+{_UNIT.format(1)}(?:['’]s)?\b"
    rf"|\b(?:a|one)[\s-]+{_UNIT.format(2)}[\s-]+(?:ago|earlier|before)\b"
    rf"|\b{_UNIT.format(3)}[\s-](?:over|on|to)[\s-](?:day|week|month|quarter|year)\b"
    rf"|\b{_UNIT.format(4)}-(?:ago|earlier)\b",
    re.IGNORECASE,
)
_AHEAD = late_regex(
    rf"\b(?:next|coming|following)[\s-]+{_UNIT.format(1)}\b|\b{_UNIT.format(2)}[\s-](?:after|later|from[\s-]now)\b"
    r"|\b(?P<morrow>tomorrow)\b",
    re.IGNORECASE,
)


def find_steps(text: str) -> set[tuple[str, int]]:
    """Return the units of time by which a text looks back (-1) or ahead (1) by one: ("year", -1) for "last year"."""
    found: set[tuple[str, int]] = set()
    for pattern, step in ((_BEHIND, -1), (_AHEAD, 1)):
        for match in pattern.finditer(text):
            units = [value for name, value in match.groupdict().items() if value and name != "morrow"]
            found.add((units[0].casefold() if units else "day", step))
    return found


def same_step(claimed: str, told: str) -> bool:
    """Whether a claim's relative period is one that a passage tells, by direction and unit."""
    steps = find_steps(claimed)
    return bool(steps) and steps <= find_steps(told)


_OF_PERIODS = "day dai week month quarter year decade annual sequential".split()


def tells_period(text: str) -> bool:
    """Whether a text may have a pace, a stretch or a rate at all: a part of a word that each of them has."""
    small = text.casefold()
    return any(part in small for part in _OF_PERIODS)


_PACE = re.compile(
    r"\b(?P<unit>day|week|month|quarter|year)[\s-](?:over|on)[\s-](?P=unit)\b|\b(?P<seq>sequential(?:ly)?)\b",
    re.IGNORECASE,
)


def find_paces(text: str) -> set[str]:
    """Return the units by which a text compares one period with the one before: "quarter" for "quarter-over-quarter"."""
    return {(m["unit"] or "quarter").casefold() for m in _PACE.finditer(text)}


_STRETCH = re.compile(
    r"\b(?:(?P<ahead>coming|next|following|upcoming)|(?P<behind>past|last|recent|previous))\s+(?:few\s+|several\s+|couple\s+of\s+|two\s+|three\s+)?"
    r"(?P<unit>days|weeks|months|years|decades)\b",
    re.IGNORECASE,
)


def find_stretches(text: str) -> set[str]:
    """Return the vague stretches of time of a text by direction and unit: "in the coming weeks" is not "in the coming days"."""
    return {f"{'coming' if m['ahead'] else 'past'} {m['unit'].casefold()}" for m in _STRETCH.finditer(text)}


_RATES = {
    "daily": re.compile(r"\b(?:daily|(?:once\s+)?(?:a|every|each|per)\s+day)\b", re.IGNORECASE),
    "weekly": re.compile(r"\b(?:weekly|once\s+a\s+week|(?:every|each)\s+week)\b", re.IGNORECASE),
    "monthly": re.compile(r"\b(?:monthly|once\s+a\s+month|(?:every|each)\s+month)\b", re.IGNORECASE),
    "quarterly": re.compile(r"\b(?:quarterly|once\s+a\s+quarter|(?:every|each)\s+quarter)\b", re.IGNORECASE),
    "twice a year": re.compile(r"\b(?:bi-?annual(?:ly)?|semi-?annual(?:ly)?|twice\s+(?:a|every|each)\s+year)\b", re.IGNORECASE),
    "annual": re.compile(
        r"(?<!bi-)(?<!semi-)\b(?:annual(?:ly)?|yearly|once\s+a\s+year|(?<!twice )(?:every|each)\s+year)\b", re.IGNORECASE
    ),
}  # fmt: skip


def find_rates(text: str) -> set[str]:
    """Return how often a text says that something happens: "annually" is once a year, and not monthly."""
    return {rate for rate, pattern in _RATES.items() if pattern.search(text)}
