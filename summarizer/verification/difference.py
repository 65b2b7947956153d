"""One point in which a claim and its passage differ."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.report import Verdict
from summarizer.source import Span

SAME_ASSERTION = 0.7  # coverage from which a sentence is taken to make the claim's assertion, value by value


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which a claim goes beyond or against its passage.

    `wording`: the passage may say the same in other words here; a claim that is plainly a paraphrase may differ so.
    """

    verdict: Verdict
    code: str
    message: str
    span: Span | None = None
    wording: bool = False
