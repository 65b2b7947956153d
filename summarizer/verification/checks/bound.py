"""Whether a length is told exactly, approximately, or as a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verification.checks.duration import BOUND_WORDS, told_durations
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the bound of the lengths in the evidence."""
    told = told_durations(context)
    if not told:
        return CHECK.unsupported("duration_not_found", "the evidence tells no length")
    same = [d for d in told if d.bound == leaf.value]
    span = (same or told)[0].full
    words = context.text[span.start : span.end]
    if same:
        return CHECK.supported("equal", f"“{words}” is told {BOUND_WORDS[str(leaf.value)]}", [span])
    return CHECK.contradicted(
        "bound_mismatch", f"“{words}” is not told {BOUND_WORDS[str(leaf.value)]}", [span]
    )


CHECK = Check("bound", judge)
