"""Rounded values: "more than 10,000" is true of 10,190, "nearly 14,000" of 13,987, "under an hour" of 50 minutes."""

from __future__ import annotations

import re
from typing import Any

from summarizer.patterns import late_regex
from summarizer.verification.values.quantities import Quantity, rivals

# How far, as a share of what the claim tells, the value of the source may lie beside it. "More than 10" of 190 is no
# falsehood in logic, but no reader understands it so; "nearly an hour" of 50 minutes hides a sixth of what is missing.
_OVER = 0.1
_UNDER = 0.2
_NEARLY = 0.08
_ABOUT = 0.05
_MORE = late_regex(
    r"(?:more|greater|higher|longer|larger)\s+than|\bover\b|\babove\b|exceed|upwards?\s+of|excess",
    re.IGNORECASE,
)
# "Up to", "at most", "within" and "no more than" set a limit, which is another thing to say than how much it was.
_LESS = late_regex(
    r"(?<!no )(?<!not )(?:less|fewer|lower|shorter|smaller)\s+than|\bunder\b|\bbelow\b|short\s+of",
    re.IGNORECASE,
)
_NEAR = late_regex(r"\b(?:nearly|almost|close\s+to|approaching|near)\b", re.IGNORECASE)


def rounds(claimed: Quantity, told: Quantity, words: str) -> bool:
    """Whether a claim's value, with the `words` that set its bound, rounds what is told of the same sort of thing."""
    share = _is_share(claimed, told)
    if claimed.sort not in ("number", "duration") or not (share or any(rivals(claimed, [told]))):
        return False
    if getattr(claimed.item, "kind", None) == "ordinal" or told.item.bound not in ("exact", "about"):
        return False
    value, real = _value(claimed.item), _value(told.item)
    if share and value:
        value *= 100
    if not value or real is None or value < 0 or not _rounder(value, real, claimed.sort):
        return False
    return _within(value, real, words, exact=told.item.bound == "exact")


def _is_share(claimed: Quantity, told: Quantity) -> bool:
    """Whether a fraction rounds a percentage: "fewer than two in five" of 38 percent."""
    kinds = (getattr(claimed.item, "kind", None), getattr(told.item, "unit", None))
    return kinds == ("fraction", "%")


def _within(value: float, real: float, words: str, *, exact: bool) -> bool:
    """Whether the words allow the distance; what is told as "about" is neither more nor less than anything."""
    share = (real - value) / value
    if _NEAR.search(words):
        return exact and -_NEARLY <= share < 0
    if _MORE.search(words):
        return exact and 0 < share <= _OVER
    if _LESS.search(words):
        return exact and -_UNDER <= share < 0
    return bool(words) and not re.search(r"\b(?:up|at|within|no|not)\b", words) and abs(share) <= _ABOUT


def _value(item: Any) -> float | None:
    value = getattr(item, "value", None)
    return float(value) if value is not None else None


def _rounder(value: float, real: float, sort: str) -> bool:
    """Whether the claim's value is the coarser of the two: it has fewer figures than what it stands for.

    Lengths are rounded to the unit that people count in: an hour stands for 50 minutes.
    """
    return sort == "duration" or _figures(value) <= _figures(real)


def _figures(value: float) -> int:
    return len(f"{value:.6g}".replace(".", "").lstrip("0").rstrip("0").split("e")[0].rstrip("0"))
