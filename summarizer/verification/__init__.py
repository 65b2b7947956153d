"""The verifier: compares a briefing, or a single statement, with spans of its source. No model is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.fields import Record
from summarizer.reading import Reading
from summarizer.report import EvidenceSpan, Finding, Reason, Verdict
from summarizer.verification.checks.statement import doubt_hearsay
from summarizer.verification.context import Context, document_of
from summarizer.verification.statements.asked import Asked
from summarizer.verification.statements.decide import judge_statement
from summarizer.verification.verifier import Verification, verify_briefing
from summarizer.verification.walk import Node

__all__ = ["Evidence", "Verification", "check_statement", "verify_briefing"]

Evidence = str | Mapping[str, Any] | BaseModel | Sequence[str | Mapping[str, Any] | BaseModel]


def check_statement(
    statement: str, reading: Reading, *, speaker: str | None = None, evidence: Evidence | None = None
) -> Finding:
    """Judge one statement, quote or fragment against a reading of its source.

    With `speaker`, the words must be that speaker's. With `evidence` (quotes, or records with `quote` and
    `sentence`), only the sentences around it count, and evidence that has no place lets nothing be supported.
    """
    document = document_of(reading)
    context = Context(document, Node("", {"evidence": _as_records(evidence)}, Record))
    within = context.sentences if context.has_evidence else None
    outcome = judge_statement(document, Asked(statement, speaker, within))
    outcome = outcome if speaker else doubt_hearsay(statement, outcome, document)
    verdict, reasons = outcome.verdict, outcome.reasons
    if context.unplaced:
        reason = Reason(check="evidence", code="evidence_not_found", message="; ".join(context.unplaced))
        verdict, reasons = (
            Verdict.worst((verdict, Verdict.UNSUPPORTED)),
            (reason, *(() if outcome.supported else reasons)),
        )
    return Finding(
        path="",
        value=statement,
        verdict=verdict,
        score=round(outcome.score if verdict is outcome.verdict else min(outcome.score, 0.25), 6),
        spans=tuple(EvidenceSpan.of(reading.source, span) for span in dict.fromkeys(outcome.spans)),
        reasons=reasons,
    )


def _as_records(evidence: Evidence | None) -> list[Mapping[str, Any]]:
    if evidence is None:
        return []
    if isinstance(evidence, str | Mapping | BaseModel):
        evidence = [evidence]
    return [
        {"quote": e} if isinstance(e, str) else e.model_dump() if isinstance(e, BaseModel) else e
        for e in evidence
    ]
