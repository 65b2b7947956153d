"""Compares days and weeks told by their distance from the day of speaking: "tomorrow" is "the next day", never "the same day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# What counts from another event than the speaking: "the day after the vote", "the day before yesterday".
_OF_ANOTHER = r"(?!\s+(?:the|that|this|his|her|its|their|a|an|yesterday|tomorrow|(?-i:[A-Z])))"
_UNITS = r"(?P<unit>week|month|year)"
_DISTANCES = re.compile(
    rf"\b(?:(?P<back>yesterday|the\s+(?:previous|preceding)\s+day|the\s+day\s+before{_OF_ANOTHER})"
    rf"|(?P<same>today|(?:the\s+same|that\s+same|that\s+very|that|this)\s+day)"
    rf"|(?P<ahead>tomorrow|the\s+(?:next|following)\s+day|the\s+day\s+after{_OF_ANOTHER})"
    rf"|(?P<before>last|the\s+previous|the\s+preceding)\s+{_UNITS}|(?P<this>this|that|the\s+same)\s+{_UNITS.replace('unit', 'unit_')}"
    rf"|(?P<next>next|the\s+next|the\s+following|the\s+coming)\s+{_UNITS.replace('unit', 'unit__')})\b",
    re.IGNORECASE,
)
_SIDES = {"back": -1, "before": -1, "same": 0, "this": 0, "ahead": 1, "next": 1}
_HINT = re.compile(r"\b(?:day|week|month|year|today|tomorrow|yesterday)\b", re.IGNORECASE)
_SAME = 0.2  # coverage from which the passage speaks of the same: of few words the day is one


def compare_deixis(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the one day or week of the claim where the passage has another of that sort."""
    if not _HINT.search(c.claim.text):
        return
    mine = _distances(c.claim.text)
    theirs = _distances(c.sentence.text) if mine and c.coverage >= _SAME else {}
    for unit, (side, words, _) in mine.items():
        told = theirs.get(unit)
        if told is not None and told[0] != side:
            start = c.sentence.span.start + told[2].start
            message = f"the source has “{told[1]}”, not “{words}”"
            span = Span(start, start + len(told[1]))
            yield Difference(Verdict.REVIEW, "date_mismatch", message, span)


def _distances(text: str) -> dict[str, tuple[int, str, Span]]:
    """Return how far each sort of time is from the speaking, where a text tells one of that sort alone."""
    found: dict[str, list[tuple[int, str, Span]]] = {}
    for match in _DISTANCES.finditer(text):
        kind = next(name for name in _SIDES if match[name])
        unit = match["unit"] or match["unit_"] or match["unit__"] or "day"
        found.setdefault(unit.casefold(), []).append((_SIDES[kind], match[0], Span(*match.span())))
    return {unit: told[0] for unit, told in found.items() if len(told) == 1}
