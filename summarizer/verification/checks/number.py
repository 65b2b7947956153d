"""A number: told in the evidence, in digits or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the numbers of the evidence."""
    told = [
        n
        for n in context.reading.numbers
        if context.inside(n.span) and not context.document.in_furniture(n.span)
    ]
    for number in told:
        if abs(float(number.value) - float(leaf.value)) < 1e-9:
            return CHECK.supported(
                "equal", f"“{context.text[number.span.start : number.span.end]}”", [number.span]
            )
    if told:
        words = context.text[told[0].span.start : told[0].span.end]
        return CHECK.contradicted(
            "number_mismatch", f"the evidence says “{words}”, not {leaf.value:g}", [told[0].span]
        )
    return CHECK.unsupported("number_not_found", f"the evidence tells no number {leaf.value:g}")


CHECK = Check("number", judge)
