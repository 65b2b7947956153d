"""What is salient in the source and covered by no field: quoted statements, lengths, named participants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.report import EvidenceSpan, Finding, Omission
from summarizer.source import Span
from summarizer.verification.context import Document

SHORTEST_QUOTE = 5  # words; shorter quotations are titles, nicknames and scare quotes as often as speech


def find_omissions(findings: Sequence[Finding], document: Document) -> tuple[Omission, ...]:
    """Return the attributed quotations and the lengths of the event that no finding's span touches."""
    covered = [Span(s.start, s.end) for f in findings for s in f.spans]
    covered += _quoted(findings, document)
    spots = sorted({*_quotations(document), *_lengths(document)})
    return tuple(
        Omission(span=EvidenceSpan.of(document.reading.source, span), message=message)
        for span, message in spots
        if not any(span.overlaps(other) for other in covered)
    )


def _quoted(findings: Sequence[Finding], document: Document) -> list[Span]:
    """Return the places of the briefing's own quotations, whatever their verdict."""
    values = [f.value for f in findings if f.path.endswith("/quote") and isinstance(f.value, str)]
    return [span for value in values for span in document.aligner.place(value).spans]


def _quotations(document: Document) -> Iterator[tuple[Span, str]]:
    tokens = document.reading.tokens
    for attribution in document.reading.attributions:
        if attribution.kind == "indirect" or attribution.speaker is None or attribution.strength == "weak":
            continue
        span = Span(attribution.content[0].start, attribution.content[-1].end)
        if len(tokens.within(span)) >= SHORTEST_QUOTE and not document.in_furniture(span):
            who = attribution.name or document.reading.source[attribution.speaker]
            yield span, f"{' '.join(who.split())} is quoted; no field of the briefing has it"


def _lengths(document: Document) -> Iterator[tuple[Span, str]]:
    for duration in document.reading.event_durations:
        yield duration.full, "the length of the event is told; no field of the briefing has it"
