"""Makes the score of a statement: how close its words stand in the source, less what speaks against it.

A verdict falls by one difference; a score weighs each by how often such a difference is a slip of the reading rather
than an error of the statement, so that one false alarm does not drown all else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from summarizer.report import Verdict
from summarizer.verification.claims.claim import claim_of
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.outcome import Outcome
from summarizer.verification.statements.closeness import closeness
from summarizer.verification.statements.rewording import CLOSE

VERBATIM = 0.99  # score of the source's own words, marks and spacing apart
FLOOR = 0.3  # what is supported scores above, what is contradicted below
TIE = 0.05  # how far all sentences together may lower the score of the lowest
# What one difference takes of a score, by its verdict. What is contradicted lies below the floor already: how close it is
# to the source parts it from others there.
_COST = {
    Verdict.SUPPORTED: 0.0,
    Verdict.REVIEW: 0.03,
    Verdict.UNSUPPORTED: 0.3,
    Verdict.CONTRADICTED: 0.1,
}
# A denial put in, or left out around a claim, is an error more often than any other point that is left to review.
_DENIALS = frozenset({"negation_added", "negation_near"})
_DENIED = 0.1
# With these the source tells something else than the claim, or denies it, rather than nothing.
_OTHERWISE = _DENIALS | {"negation_dropped", "roles_swapped", "quote_altered", "cropped"}
_IN_ITS_PLACE = "_mismatch"


def scored(outcome: Outcome, text: str, document: Document) -> Outcome:
    """Return the outcome of a sentence with its score; the source's own words keep theirs."""
    verbatim = outcome.supported and outcome.score >= VERBATIM
    if verbatim and document.aligner.place(text).found:
        return outcome
    near = closeness(claim_of(document, text).tokens, document.retrieval)
    if verbatim:  # told of somebody in words of the claim's own, which part "she said" from "he said"
        return replace(outcome, score=VERBATIM + (1 - VERBATIM) * near)
    near *= _agreement(outcome)
    if outcome.verdict is Verdict.CONTRADICTED or _changed_further(outcome, text, document):
        return replace(outcome, score=FLOOR * near)
    return replace(outcome, score=FLOOR + (1 - FLOOR) * near)


def _changed_further(outcome: Outcome, text: str, document: Document) -> bool:
    """Whether a sentence is a copy in which what the source tells otherwise is only left to review.

    In the source's own words it would be contradicted. Who changes one word more makes that less sure, but not better.
    """
    if outcome.supported or not any(map(_tells_otherwise, outcome.differences)):
        return False
    return document.aligner.place(text).coverage >= CLOSE


def _tells_otherwise(difference: Difference) -> bool:
    return not difference.wording and (
        difference.code in _OTHERWISE or difference.code.endswith(_IN_ITS_PLACE)
    )


def _agreement(outcome: Outcome) -> float:
    """Return what the differences leave of a score, each counted by itself."""
    if outcome.supported:
        return outcome.score
    if not outcome.differences:
        return 1 - _COST[outcome.verdict]
    return math.prod(1 - _cost(difference) for difference in outcome.differences)


def _cost(difference: Difference) -> float:
    if difference.wording:
        return _COST[Verdict.REVIEW]  # words are counted by the closeness already
    if difference.code in _DENIALS:
        return _DENIED
    return _COST[difference.verdict]


def score_of_all(scores: Sequence[float]) -> float:
    """Return the score of several sentences: the lowest; all of them together only part what scores the same.

    The lowest is often not the wrong one.
    """
    return min(scores) * (1 - TIE * (1 - sum(scores) / len(scores)))
