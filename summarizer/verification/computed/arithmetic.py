"""Decides whether a value of a claim follows from the source: how many are listed, what adds up, how long between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.verification.computed.anniversaries import year_of_anniversary
from summarizer.verification.computed.computation import Computation
from summarizer.verification.computed.counting import counted
from summarizer.verification.computed.elapsed import elapsed_time
from summarizer.verification.computed.sums import arithmetic
from summarizer.verification.computed.ways import compares, derive
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison


def compute(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return how a value follows from others: plainly if it can in one of the ways, else as it may; None when it does not."""
    best: Computation | None = None
    if compares(c.document, c.claim, claimed):
        worked = derive(c.document, c.claim, claimed)
        if worked is not None:
            return Computation(worked.message, worked.spans, plain=True)
        chance = arithmetic(c, claimed)  # two amounts that differ so, but not those that the claim compares
        return replace(chance, plain=False) if chance is not None else elapsed_time(c, claimed)
    for way in (elapsed_time, year_of_anniversary, counted, arithmetic):
        found = way(c, claimed)
        if found is not None and found.plain:
            return found
        best = best or found
    return best
