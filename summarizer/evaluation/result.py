"""What an evaluation found, for tables and as JSON (format `summarizer/evaluation/1`)."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from summarizer.evaluation.scores import Scores
from summarizer.report import Usage

FORMAT = "summarizer/evaluation/1"


@dataclass
class Judged:
    """One document as one extractor briefed it; `failure` says why there is no briefing."""

    document: str
    scores: Scores
    verdicts: Counter[str] = field(default_factory=Counter)
    refused: list[dict[str, Any]] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    failure: str | None = None
    unreachable: bool = False


@dataclass
class Run:
    """All documents as one extractor briefed them."""

    model: str
    documents: list[Judged] = field(default_factory=list)

    @property
    def overall(self) -> Scores:
        """All counts added up."""
        total = Scores()
        for judged in self.documents:
            total.add(judged.scores)
        return total

    @property
    def verdicts(self) -> Counter[str]:
        """The verifier's verdicts on all fields."""
        return sum((judged.verdicts for judged in self.documents), Counter())

    @property
    def failures(self) -> list[Judged]:
        """The documents of which there is no briefing."""
        return [judged for judged in self.documents if judged.failure is not None]

    @property
    def usage(self) -> Usage:
        """What all documents took; the cost is None where that of any is not known."""
        usages = [judged.usage for judged in self.documents]
        costs = [u.cost for u in usages]
        return Usage(
            input_tokens=sum(u.input_tokens for u in usages),
            output_tokens=sum(u.output_tokens for u in usages),
            cost=None if None in costs or not costs else sum(c for c in costs if c is not None),
            requests=sum(u.requests for u in usages),
            seconds=round(sum(u.seconds for u in usages), 3),
        )


@dataclass
class GoldJudged:
    """The verifier's verdicts on an annotation: what it refuses there is a false alarm, or a slip in the gold."""

    document: str
    verdicts: Counter[str] = field(default_factory=Counter)
    refused: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Evaluation:
    """Every extractor on every document, the verifier on the gold, and the documents that were left out and why."""

    runs: list[Run] = field(default_factory=list)
    gold: list[GoldJudged] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "format": FORMAT,
            "runs": [_run(run) for run in self.runs],
            "gold": [
                {"document": g.document, "verdicts": dict(g.verdicts), "refused": g.refused}
                for g in self.gold
            ],
            "skipped": self.skipped,
        }


def _run(run: Run) -> dict[str, Any]:
    return {
        "model": run.model,
        "overall": scores_dict(run.overall),
        "verdicts": dict(run.verdicts),
        "usage": run.usage.model_dump(),
        "documents": [
            {
                "document": judged.document,
                "failure": judged.failure,
                **scores_dict(judged.scores),
                "differences": [asdict(d) for d in judged.scores.differences],
                "verdicts": dict(judged.verdicts),
                "refused": judged.refused,
                "usage": judged.usage.model_dump(),
            }
            for judged in run.documents
        ],
    }


def scores_dict(scores: Scores) -> dict[str, Any]:
    """Return counts and figures of scores as plain data; a figure that there is no ground for is null."""
    return {
        "fields": {
            name: {**asdict(t), "precision": t.precision, "recall": t.recall, "f1": t.f1}
            for name, t in scores.tallies.items()
        },
        "shares": {name: {**asdict(s), "value": s.value} for name, s in scores.shares.items()},
    }
