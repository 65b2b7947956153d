"""Verifies a briefing: exactly one finding for every field, each with its reasons and spans."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.kinds import Kind
from summarizer.reading import Reading
from summarizer.report import EvidenceSpan, Finding, Omission, Reason, Verdict
from summarizer.verification.checks import get_check
from summarizer.verification.context import Context, Document, document_of
from summarizer.verification.omissions import find_omissions
from summarizer.verification.outcome import BASE_SCORE, Outcome
from summarizer.verification.walk import Leaf, Node, walk


@dataclass(frozen=True)
class Verification:
    """What the verifier found: one finding for each field, and what no field covers."""

    findings: tuple[Finding, ...]
    omissions: tuple[Omission, ...]


def verify_briefing(data: Mapping[str, Any], reading: Reading, kind: Kind) -> Verification:
    """Check every field of a briefing, given as plain data, against a reading of its source."""
    document = document_of(reading)
    contexts: dict[Node, Context] = {}
    findings = tuple(judge_fields(data, document, kind, contexts=contexts))
    return Verification(findings, find_omissions(findings, document, contexts.values()))


def judge_fields(
    data: Mapping[str, Any],
    document: Document,
    kind: Kind,
    only: Container[str] | None = None,
    contexts: dict[Node, Context] | None = None,
) -> Iterator[Finding]:
    """Yield the finding of every field of a briefing, or of those whose paths are in `only`.

    The surroundings of each record are noted in `contexts`.
    """
    contexts = {} if contexts is None else contexts
    for leaf in walk(data, kind.schema):
        if only is None or leaf.path in only:
            if leaf.node not in contexts:
                contexts[leaf.node] = Context(document, leaf.node)
            yield _finding(leaf, contexts[leaf.node], document)


def _finding(leaf: Leaf, context: Context, document: Document) -> Finding:
    outcome = _judge(leaf, context)
    return Finding(
        path=leaf.path,
        value=leaf.value,
        verdict=outcome.verdict,
        score=round(outcome.score, 6),
        spans=tuple(EvidenceSpan.of(document.reading.source, span) for span in _unique(outcome.spans)),
        reasons=outcome.reasons,
    )


def _judge(leaf: Leaf, context: Context) -> Outcome:
    if leaf.problem:
        code = "unknown_field" if leaf.problem.startswith("the kind has no") else "wrong_type"
        verdict = Verdict.REVIEW if code == "unknown_field" else Verdict.UNSUPPORTED
        return _plain(verdict, "schema", code, leaf.problem)
    if leaf.absent:
        return _judge_absent(leaf, context)
    if isinstance(leaf.value, str) and not leaf.value.strip():
        return _plain(Verdict.UNSUPPORTED, "schema", "blank", "the text is blank; what is not told is null")
    outcome = get_check(leaf.verified.check).judge(leaf, context)
    if outcome is None:
        outcome = _plain(Verdict.REVIEW, leaf.verified.check, "not_decided", "no rule decides this value")
    return _with_evidence(outcome, context)


def _judge_absent(leaf: Leaf, context: Context) -> Outcome:
    """Judge a null or an empty list: right as long as the evidence tells nothing."""
    check = get_check(leaf.verified.check) if leaf.absent == "leaf" else get_check("absent_record")
    candidate = check.candidate(leaf, context) if check.candidate else None
    if candidate is None:
        return Outcome(
            Verdict.SUPPORTED,
            (Reason(check=check.name, code="not_stated", message="the source does not say"),),
        )
    words = " ".join(context.text[candidate.start : candidate.end].split())
    message = f"left empty, but the source has “{words}”"
    return Outcome(
        Verdict.REVIEW, (Reason(check=check.name, code="not_stated", message=message),), (candidate,)
    )


def _with_evidence(outcome: Outcome, context: Context) -> Outcome:
    """Hold a field back when evidence of its record has no place in the source."""
    problems = context.unplaced
    if not problems:
        return outcome
    reason = Reason(check="evidence", code="evidence_not_found", message="; ".join(problems))
    verdict = Verdict.worst((outcome.verdict, Verdict.UNSUPPORTED))
    reasons = (reason,) if outcome.supported else (*outcome.reasons, reason)
    return Outcome(verdict, reasons, outcome.spans, min(outcome.score, BASE_SCORE[verdict]))


def _plain(verdict: Verdict, check: str, code: str, message: str) -> Outcome:
    return Outcome(verdict, (Reason(check=check, code=code, message=message),))


def _unique(spans: tuple[Any, ...]) -> list[Any]:
    return list(dict.fromkeys(spans))
