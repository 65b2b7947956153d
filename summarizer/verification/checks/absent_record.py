"""A record or list left empty: right unless the source tells of an event, or of its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verification.outcome import Check

if TYPE_CHECKING:
    from summarizer.source import Span
    from summarizer.verification.context import Context
    from summarizer.verification.outcome import Outcome
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Abstain: this check only looks for what was left out."""
    return None


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the length of the event, or the event itself, where the record for it is null."""
    if leaf.absent != "record":
        return None
    if leaf.verified.check == "statement" and leaf.key == "duration":
        found = context.reading.event_durations
        return found[0].span if found else None
    if leaf.key == "event":
        return context.reading.event.span if context.reading.event else None
    return None


CHECK = Check("absent_record", judge, candidate)
