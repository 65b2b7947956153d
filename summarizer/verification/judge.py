"""What a judge is asked about a field under review, and what its answer makes of the finding.

A judge is a model: it decides only what rules left to review, and only by words that stand in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summarizer.kinds import Kind
from summarizer.reading.sentences import Sentence
from summarizer.report import EvidenceSpan, Finding, Reason, Verdict
from summarizer.source import Span
from summarizer.verification.align import Match
from summarizer.verification.context import Context, Document
from summarizer.verification.walk import Leaf, walk

AROUND = 2  # sentences before and after the evidence that a judge is shown
MOST = 40  # sentences in all
_SCORES = {Verdict.SUPPORTED: 0.8, Verdict.UNSUPPORTED: 0.2, Verdict.CONTRADICTED: 0.1}


class Label(StrEnum):
    """What a judge can say of a claim."""

    SUPPORTED = "supported"
    NOT_SAID = "not_said"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True)
class Claim:
    """One field under review as a sentence, with the sentences of the source that it is judged by."""

    finding: Finding
    text: str
    passage: tuple[Sentence, ...]


@dataclass(frozen=True)
class Ruling:
    """A judge's answer: `words` are copied from the passage; None where the judge gives no words (yes or no)."""

    label: Label
    words: tuple[str, ...] | None
    judge: str


def claims_under_review(
    findings: Iterable[Finding], data: Mapping[str, Any], kind: Kind, document: Document
) -> Iterator[Claim]:
    """Yield a claim for each field under review that states something and has evidence."""
    waiting = {f.path: f for f in findings if f.verdict is Verdict.REVIEW and f.value not in (None, [])}
    for leaf in walk(data, kind.schema):
        finding = waiting.get(leaf.path)
        if finding is None or leaf.problem:
            continue
        passage = _passage(finding, Context(document, leaf.node), document)
        if passage:
            yield Claim(finding, claim_text(leaf), passage)


def _passage(finding: Finding, context: Context, document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of the evidence and of the finding's spans, with those around them."""
    reading = document.reading
    spans = [span for placed in context.evidence for span in placed.spans]
    spans += [Span(s.start, s.end) for s in finding.spans]
    numbers = sorted({s.number for span in spans for s in reading.sentences_of(span)})
    wanted = sorted(
        {n for number in numbers for n in range(number - AROUND, number + AROUND + 1)},
        key=lambda n: min(abs(n - number) for number in numbers),
    )
    shown = sorted(n for n in wanted[:MOST] if 1 <= n <= len(reading.sentences))
    return tuple(reading.sentences[n - 1] for n in shown)


# -- a field as a sentence ---------------------------------------------------------------------


def claim_text(leaf: Leaf) -> str:
    """Say in one sentence what a field claims."""
    record = {k: v for k, v in leaf.node.data.items() if isinstance(v, str) and v.strip()}
    value = str(leaf.value)
    statement, thing = record.get("statement"), record.get("name") or record.get("what")
    kind = leaf.node.path.strip("/").partition("/")[0].rstrip("s").replace("_", " ") or "document"
    match leaf.verified.check:
        case "statement" | "result":
            return value
        case "quote":
            return f"{record.get('speaker') or 'Somebody'} said: “{value}”"
        case "holder" if statement:
            return f"It is the position of {value} that: {statement}"
        case "speaker" if statement:
            return f"{value} said so: {statement}"
        case "role" if thing:
            return f"{thing} is {value}."
        case "affiliation" if thing:
            return f"{thing} belongs to {value}."
        case "party" if thing:
            return f"{value} is a party to this: {thing}"
        case "name" | "phrase":
            return f"This is a {kind}: {value}"
        case "duration":
            return f"The event lasted {value}."
        case _ if thing or statement:
            return f"The {leaf.key.replace('_', ' ')} of this is {value}: {thing or statement}"
        case _:
            return f"The {leaf.key.replace('_', ' ')} of the {kind} is {value}."


# -- what an answer makes of a finding ---------------------------------------------------------


def ruled(claim: Claim, ruling: Ruling, document: Document) -> Finding:
    """Return the finding as the judge decides it, marked as a model's; under review still where it shows no words."""
    finding = claim.finding
    spans = _rests_on(claim, ruling, document)
    if ruling.label is Label.NOT_SAID:
        return _with(
            finding, Verdict.UNSUPPORTED, ruling, "judge_not_said", "does not find it in the source", ()
        )
    if not spans:
        return _with(finding, Verdict.REVIEW, ruling, "judge_words_not_found", _no_words(ruling), None)
    words = "”, “".join(document.text[s.start : s.end] for s in spans)
    if ruling.label is Label.CONTRADICTED:
        message = f"finds it contradicted by “{words}”"
        return _with(
            finding, Verdict.CONTRADICTED, ruling, "judge_contradicted", message, _cut(spans, document)
        )
    message = f"finds it supported by “{words}”"
    return _with(finding, Verdict.SUPPORTED, ruling, "judge_supported", message, _cut(spans, document))


def _rests_on(claim: Claim, ruling: Ruling, document: Document) -> tuple[Span, ...]:
    """Return where the judge's words stand in the passage; nothing when a single one of them does not."""
    if ruling.words is None:
        return tuple(s.span for s in claim.passage)
    found: list[Span] = []
    for words in ruling.words:
        if not words.strip():
            return ()
        near = claim.passage[0].span
        placement = document.aligner.place(words, near)
        if placement.match not in (Match.EXACT, Match.NORMALIZED):
            return ()
        if not all(any(s.span.overlaps(span) for s in claim.passage) for span in placement.spans):
            return ()
        found += placement.spans
    return tuple(dict.fromkeys(found))


def _no_words(ruling: Ruling) -> str:
    shown = "; ".join(ruling.words or ())[:120] or "no words"
    return f"finds it {ruling.label}, but rests on what is not in the passage: “{shown}”"


def _cut(spans: Iterable[Span], document: Document) -> tuple[EvidenceSpan, ...]:
    return tuple(EvidenceSpan.of(document.reading.source, span) for span in spans)


def _with(
    finding: Finding,
    verdict: Verdict,
    ruling: Ruling,
    code: str,
    message: str,
    spans: tuple[EvidenceSpan, ...] | None,
) -> Finding:
    reason = Reason(check="judge", code=code, message=f"the model {ruling.judge} {message}")
    return finding.model_copy(
        update={
            "verdict": verdict,
            "score": _SCORES.get(verdict, finding.score),
            "spans": finding.spans if spans is None else spans,
            "reasons": (reason, *finding.reasons),
        }
    )
