"""Amounts told by their order only: "dozens", "tens of thousands", "millions". A number fits one, another order does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Magnitude:
    """An order of numbers: from `low` up to, and not with, `high`."""

    span: Span
    low: float
    high: float

    @property
    def value(self) -> tuple[float, float]:
        """Both ends: two magnitudes are the same where these are."""
        return self.low, self.high

    def holds(self, number: float) -> bool:
        """Whether a number is of this order."""
        return self.low <= number < self.high


_ORDERS = {
    "dozens": (24, 200), "scores": (40, 400), "hundreds": (200, 1_000), "thousands": (2_000, 1_000_000), "millions": (2e6, 1e9),
    "billions": (2e9, 1e12), "trillions": (2e12, 1e15),
}  # fmt: skip
_PARTS = {"tens": (20, 100), "dozens": (24, 200), "scores": (40, 400), "hundreds": (200, 1_000)}
_SCALES = {"thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
# Not "the score", not "in their thousands", not "thousands" behind a number ("two thousands").
_FOUND = late_regex(
    r"(?<![\d\w-])(?:(?P<part>tens|dozens|scores|hundreds)\s+of\s+(?P<scale>thousands|millions|billions|trillions)"
    r"|(?P<order>dozens|hundreds|thousands|millions|billions|trillions|scores(?=\s+of\b)))\b",
    re.IGNORECASE,
)


_MARKS = ("tens", "dozens", "scores", "hundreds", "thousands", "illions")  # one of which each has


def find_magnitudes(text: str) -> list[Magnitude]:
    """Return the amounts of a text that are told by their order only."""
    folded = text.casefold()
    if not any(part in folded for part in _MARKS):
        return []  # most sentences
    return [_magnitude(match) for match in _FOUND.finditer(text)]


def _magnitude(match: re.Match[str]) -> Magnitude:
    if match["order"]:
        return Magnitude(Span(*match.span()), *_ORDERS[match["order"].casefold()])
    (low, high), scale = _PARTS[match["part"].casefold()], _SCALES[match["scale"].casefold()]
    return Magnitude(Span(*match.span()), low * scale, high * scale)
