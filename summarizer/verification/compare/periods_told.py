"""Compares what is told of time without a number: growth by the year or quarter, the coming weeks or days, how often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from summarizer.report import Verdict
from summarizer.verification.difference import Difference
from summarizer.verification.values.periods import find_paces, find_rates, find_stretches, tells_period

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison


def compare_periods(c: Comparison) -> Iterator[Difference]:
    """Yield the periods and rates of a claim that no passage has, where one has another in their place."""
    if not tells_period(c.claim.text):
        return  # as most claims
    for find, what in (
        (find_paces, "compares by the"),
        (find_stretches, "speaks of the"),
        (find_rates, "says"),
    ):
        yield from _another(c, find, what)


def _another(c: Comparison, find: Callable[[str], set[str]], what: str) -> Iterator[Difference]:
    claimed = find(c.claim.text)
    if not claimed:
        return
    around = (c.sentence, *c.context)
    told = [(one, s) for s in around for one in sorted(find(s.text))]
    for mine in sorted(claimed - {one for one, _ in told}):
        if told:
            other, sentence = told[0]
            message = f"the source {what} {other}, not {mine}"
            yield Difference(Verdict.REVIEW, "date_mismatch", message, sentence.span)
