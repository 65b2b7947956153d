"""A clock time as told: the same time of day, in the same or another zone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.timing.times import find_times
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
        if opposed := _other_end(str(leaf.value), same.span, context):
            return CHECK.contradicted(
                "time_of_another",
                f"the evidence says “{opposed}” of this time, not “{leaf.value}”",
                [same.span],
            )
        found.append(same.span)
    return CHECK.supported("equal", "the evidence tells this time", found)


_BEGAN = late_regex(r"\b(?:beg[aiu]n\w*|start\w*|open(?:s|ed|ing)?|from|since|commenc\w*)\b", re.IGNORECASE)
_ENDED = late_regex(
    r"\b(?:end(?:s|ed|ing)?|finish\w*|conclud\w*|clos(?:es|ed|ing)|until|till|over)\b", re.IGNORECASE
)
_REACH = 80  # characters before a time in which the word stands that says what happened then


def _other_end(value: str, told: Span, context: Context) -> str | None:
    """Return the word by which the evidence tells a time as an end where the value tells a beginning, or vice versa."""
    sentence = context.reading.sentence_at(told.start)
    start = max(sentence.span.start if sentence else 0, told.start - _REACH)
    lead = context.text[start : told.start]
    for mine, other in ((_BEGAN, _ENDED), (_ENDED, _BEGAN)):
        if mine.search(value) and not other.search(value) and not mine.search(lead):
            words = other.findall(lead)
            return words[-1] if words else None
    return None


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the time that the evidence tells after all."""
    return next(
        (t.span for t in context.reading.times if any(q.contains(t.span) for q in context.quotes)), None
    )


CHECK = Check("time", judge, candidate)
