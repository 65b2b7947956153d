"""What a check says of a field: a verdict, why, where, and how well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summarizer.report import Reason, Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

# The middle of each verdict's band: anything contradicted scores below anything supported.
BASE_SCORE = {
    Verdict.SUPPORTED: 1.0,
    Verdict.REVIEW: 0.5,
    Verdict.UNSUPPORTED: 0.25,
    Verdict.CONTRADICTED: 0.0,
}


@dataclass(frozen=True)
class Outcome:
    """The result of one check: `spans` are the places it rests on, `score` (0 to 1) ranks.

    `differences`: all points in which a statement and its passage differ, where they were compared.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    spans: tuple[Span, ...] = ()
    score: float = field(default=-1.0)
    differences: tuple[Difference, ...] = ()

    def __post_init__(self) -> None:
        if self.score < 0:
            object.__setattr__(self, "score", BASE_SCORE[self.verdict])

    @property
    def supported(self) -> bool:
        """Whether the verdict is `supported`."""
        return self.verdict is Verdict.SUPPORTED


@dataclass(frozen=True)
class Check:
    """A rule over one field: `judge` gives an Outcome, or None to abstain.

    `candidate` looks, for a field left empty, for what the evidence tells after all.
    """

    name: str
    judge: Callable[[Leaf, Context], Outcome | None]
    candidate: Callable[[Leaf, Context], Span | None] | None = None

    def supported(self, code: str, message: str, spans: Sequence[Span], score: float = 1.0) -> Outcome:
        """Return a `supported` outcome; it must rest on a span."""
        assert spans, "nothing is supported without a span"
        return self._outcome(Verdict.SUPPORTED, code, message, spans, score)

    def review(self, code: str, message: str, spans: Sequence[Span] = (), score: float = 0.5) -> Outcome:
        """Return a `review` outcome."""
        return self._outcome(Verdict.REVIEW, code, message, spans, score)

    def unsupported(
        self, code: str, message: str, spans: Sequence[Span] = (), score: float = 0.25
    ) -> Outcome:
        """Return an `unsupported` outcome."""
        return self._outcome(Verdict.UNSUPPORTED, code, message, spans, score)

    def contradicted(
        self, code: str, message: str, spans: Sequence[Span] = (), score: float = 0.0
    ) -> Outcome:
        """Return a `contradicted` outcome."""
        return self._outcome(Verdict.CONTRADICTED, code, message, spans, score)

    def _outcome(
        self, verdict: Verdict, code: str, message: str, spans: Sequence[Span], score: float
    ) -> Outcome:
        return Outcome(verdict, (Reason(check=self.name, code=code, message=message),), tuple(spans), score)


def worst_outcome(check: Check, differences: Sequence[Difference], spans: list[Span]) -> Outcome:
    """Return the outcome that the worst of some differences makes, with all that are as bad."""
    worst = max(differences, key=lambda d: d.verdict.severity)
    return replace(_told(check, worst, differences, spans), differences=tuple(differences))


def _told(check: Check, worst: Difference, differences: Sequence[Difference], spans: list[Span]) -> Outcome:
    message = "; ".join(dict.fromkeys(d.message for d in differences if d.verdict is worst.verdict))
    places = [*([worst.span] if worst.span else []), *spans]
    if worst.verdict is Verdict.CONTRADICTED:
        return check.contradicted(worst.code, message, places)
    if worst.verdict is Verdict.UNSUPPORTED:
        return check.unsupported(worst.code, message, places)
    return check.review(worst.code, message, places)
