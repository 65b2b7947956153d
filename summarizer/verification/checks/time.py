"""A clock time as told: the same time of day, in the same or another zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reading.times import find_times
from summarizer.source import Span
from summarizer.verification.checks import phrase
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare every clock time in the value with those of the evidence; words without one as a phrase."""
    claimed = find_times(str(leaf.value))
    if not claimed:
        return phrase.judge(leaf, context)
    told = [
        t
        for t in context.reading.times
        if context.inside(t.span) and not context.document.in_furniture(t.span)
    ]
    found = []
    for one in claimed:
        same = next((t for t in told if one.same_as(t)), None)
        if same is None and told:
            words = context.text[told[0].span.start : told[0].span.end]
            return CHECK.contradicted(
                "time_mismatch", f"the evidence says “{words}”, not “{leaf.value}”", [told[0].span]
            )
        if same is None:
            return CHECK.unsupported("time_not_found", f"the evidence tells no time “{leaf.value}”")
        found.append(same.span)
    return CHECK.supported("equal", "the evidence tells this time", found)


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the time that the evidence tells after all."""
    return next(
        (t.span for t in context.reading.times if any(q.contains(t.span) for q in context.quotes)), None
    )


CHECK = Check("time", judge, candidate)
