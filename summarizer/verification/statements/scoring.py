"""Makes the score of a statement: how close its words stand in the source, less what speaks against it.

A verdict falls by one difference; a score weighs each by how often such a difference is a slip of the reading rather
than an error of the statement, so that one false alarm does not drown all else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.outcome import Outcome
from summarizer.verification.statements.closeness import closeness

VERBATIM = 0.99  # score of the source's own words, marks and spacing apart
FLOOR = 0.3  # what is supported scores above, what is contradicted below
TIE = 0.01  # how far all sentences together may lower the score of the lowest
# What one difference takes of a score, by its verdict; one that is only of wording is counted by the closeness already.
_COST = {
    Verdict.SUPPORTED: 0.0,
    Verdict.REVIEW: 0.03,
    Verdict.UNSUPPORTED: 0.2,
    Verdict.CONTRADICTED: 0.4,
}
_WORDING = 0.02


def scored(outcome: Outcome, text: str, document: Document) -> Outcome:
    """Return the outcome of a sentence with its score; the source's own words keep theirs."""
    if outcome.supported and outcome.score >= VERBATIM:
        return outcome
    near = closeness(Tokens(text), document.retrieval) * _agreement(outcome)
    if outcome.verdict is Verdict.CONTRADICTED:
        return replace(outcome, score=FLOOR * near)
    return replace(outcome, score=FLOOR + (1 - FLOOR) * near)


def _agreement(outcome: Outcome) -> float:
    """Return what the differences leave of a score, each counted by itself."""
    if outcome.supported:
        return outcome.score
    if not outcome.differences:
        return 1 - _COST[outcome.verdict]
    return math.prod(1 - _cost(difference) for difference in outcome.differences)


def _cost(difference: Difference) -> float:
    return _WORDING if difference.wording else _COST[difference.verdict]


def score_of_all(scores: Sequence[float]) -> float:
    """Return the score of several sentences: the lowest; all of them together only part what scores the same.

    The lowest is often not the wrong one.
    """
    return min(scores) * (1 - TIE * (1 - sum(scores) / len(scores)))
