"""Whether a value that was worked out is the one claimed, as exactly as the claim tells it: "nearly ten hours", "about 117 million"."""

from __future__ import annotations

import re

from summarizer.patterns import late_regex
from summarizer.reading.agreement import close
from summarizer.verification.values.quantities import Quantity

_REACH = 28  # characters before a value in which the words stand that say how exactly it is meant
_WIDE, _FAR = (
    0.05,
    0.08,
)  # how far, as a share, a rounded value may lie off, and one that is nearly reached or just passed
_FRACTION = 0.04  # the same for a fraction: between a third and a half lies a sixth
_UNDER = late_regex(
    r"\b(?:nearly|almost|just\s+under|(?:just\s+|a\s+(?:little|bit)\s+|slightly\s+)?(?:less|fewer)\s+than|close\s+to|just\s+short\s+of|not\s+quite|(?:a\s+)?little\s+under|under)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_OVER = late_regex(
    r"\b(?:(?:just\s+|a\s+(?:little|bit)\s+|slightly\s+|well\s+|some\s+way\s+)?(?:over|above)|(?:slightly\s+|a\s+(?:little|bit)\s+|rather\s+)?more\s+than)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_ABOUT = late_regex(
    r"\b(?:about|around|roughly|approximately|some|circa|in\s+the\s+region\s+of|or\s+so|an?\s+estimated)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)


def hedge(text: str, start: int) -> str:
    """Return how the words before a place mean the value there: "under", "over", "about", or "exact"."""
    before = text[max(0, start - _REACH) : start]
    for name, pattern in (("under", _UNDER), ("over", _OVER), ("about", _ABOUT)):
        if pattern.search(before):
            return name
    return "exact"


def meets(text: str, wanted: Quantity, value: float, *, multiple: bool = False) -> bool:
    """Whether a value is that of a claim, as its words mean it; how many times as much something is, is rounded more."""
    told = float(wanted.item.minutes if wanted.sort == "duration" else wanted.item.value or 0.0)
    how = hedge(text, wanted.span.start)
    if multiple:
        off = (value - told) / told
        return {"under": -0.15 <= off < 0, "over": 0 < off <= 0.35, "about": abs(off) <= 0.08}.get(
            how, abs(off) <= 0.03
        )
    return near(told, value, how, fraction=getattr(wanted.item, "kind", None) == "fraction")


def near(told: float, value: float, how: str, *, fraction: bool = False) -> bool:
    """Whether a value lies where somebody puts it who says "nearly", "just over", "about" or nothing of the sort."""
    if not told:
        return False
    off = (value - told) / told
    if fraction and how != "exact":
        return {"under": -0.15 <= off < 0, "over": 0 < off <= 0.25, "about": abs(value - told) <= _FRACTION}[
            how
        ]
    if how == "under":
        return -_FAR <= off < 0
    if how == "over":
        return 0 < off <= _FAR
    if how == "about":
        return abs(value - told) <= min(_WIDE * told, _step(told) / 2) or close(told, value)
    return close(told, value) or (fraction and abs(value - told) <= 0.007)


def _step(value: float) -> float:
    """Return what a rounded value is rounded to: ten of 120, fifty of 250, a thousand of 54,000."""
    digits = f"{value:.6g}" if value < 1e6 else f"{value:.0f}"
    if "." in digits:
        return 10.0 ** -len(digits.split(".")[1])
    bare = digits.rstrip("0")
    step = 10.0 ** (len(digits) - len(bare))
    return step * 5 if bare.endswith("5") and len(bare) > 1 else step
