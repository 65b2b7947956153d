"""A length of time in words: the same length, told as exactly as the source tells it, of this event."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summarizer.reading.timing.durations import find_durations
from summarizer.source import Span
from summarizer.verification.checks import phrase
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

BOUND_WORDS = {
    "exact": "exactly",
    "about": "approximately",
    "at_least": "as a minimum",
    "at_most": "as a maximum",
}


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare length and bound with the lengths that the evidence tells."""
    claimed = find_durations(str(leaf.value))
    if not claimed or claimed[0].minutes is None:
        return phrase.judge(leaf, context)
    told = told_durations(context)
    same = [d for d in told if d.minutes == claimed[0].minutes]
    if not same:
        return mismatch(CHECK, str(leaf.value), told, context)
    if all(d.bound != claimed[0].bound for d in same):
        words = context.text[same[0].full.start : same[0].full.end]
        return CHECK.review(
            "bound_mismatch", f"the source says “{words}”, not “{leaf.value}”", [same[0].full]
        )
    best = next(d for d in same if d.bound == claimed[0].bound)
    return CHECK.supported(
        "equal", f"the source says “{context.text[best.full.start : best.full.end]}”", [best.full]
    )


def told_durations(context: Context) -> list[Any]:
    """Return the lengths that the evidence tells; without evidence, those that are told of the event."""
    if not context.has_evidence:
        return [d for d in context.reading.event_durations if not _intended(d, context)]
    by_clock = [d for d in context.reading.event_durations if d not in context.reading.durations]
    told = [d for d in (*context.reading.durations, *by_clock) if not _intended(d, context)]
    inner = [d for d in told if any(q.overlaps(d.full) for q in context.quotes)]
    return inner or [d for d in told if context.inside(d.span)]


_INTENDED = re.compile(
    r"\b(?:billed|planned|scheduled|slated|supposed|meant|expected|intended|due|booked|set)\s+(?:as|for|to\s+(?:last|be|run|take))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _intended(duration: Any, context: Context) -> bool:
    """Whether a length is only what was planned: "billed as a half-hour call"."""
    return bool(_INTENDED.search(context.text[max(0, duration.full.start - 50) : duration.full.start]))


def mismatch(check: Check, value: str, told: list[Any], context: Context) -> Outcome:
    """Judge a length that the evidence does not tell."""
    if told:
        words = context.text[told[0].full.start : told[0].full.end]
        return check.contradicted(
            "duration_mismatch", f"the source says “{words}”, not “{value}”", [told[0].full]
        )
    return check.unsupported("duration_not_found", f"the evidence tells no length “{value}”")


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the length that the evidence tells after all."""
    found = told_durations(context) if context.has_evidence else []
    return found[0].full if found else None


CHECK = Check("duration", judge, candidate)
