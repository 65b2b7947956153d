"""Minutes: the length told in the evidence, as a number; of several sessions, their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.source import Span
from summarizer.verification.checks.duration import mismatch, told_durations
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with each length of the evidence, and with their sum."""
    told = [d for d in told_durations(context) if d.minutes is not None]
    for duration in told:
        if abs(duration.minutes - float(leaf.value)) < 1e-6:
            return CHECK.supported(
                "equal", f"“{context.text[duration.full.start : duration.full.end]}”", [duration.full]
            )
    if len(told) > 1 and abs(sum(d.minutes for d in told) - float(leaf.value)) < 1e-6:
        return CHECK.supported("sum", "the lengths told add up to this", [d.full for d in told], 0.9)
    return mismatch(CHECK, f"{leaf.value:g} minutes", told, context)


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the length that the evidence tells in numbers after all."""
    found = [d for d in told_durations(context) if d.minutes is not None] if context.has_evidence else []
    return found[0].full if found else None


CHECK = Check("minutes", judge, candidate)
