"""What is salient in the source and covered by no field: statements, lengths of the event, those who took part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.kinds import verified_of
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.naming.finder import NameKind
from summarizer.report import EvidenceSpan, Finding, Omission
from summarizer.source import Span
from summarizer.verification.context import Context, Document
from summarizer.verification.who.speakers import is_thing

SHORTEST_QUOTE = 5  # words; shorter quotations are titles, nicknames and scare quotes as often as speech
SHORTEST_REPORT = 8  # words of a statement told without quotation marks
SHORTEST_TURN = 25  # words of a turn in a transcript; shorter ones are thanks and greetings
_TELLING = frozenset({"statement", "result", "quote", "status"})  # checks of records that say what was said
_LISTED = re.compile(
    r"\b(?:participants?|attendees|those\s+present)\b[^.]{0,60}\b(?:included?|were|are)\b|\balso\s+(?:taking\s+part|attending|present|attended|took\s+part|joined)\b",
    re.IGNORECASE,
)


def find_omissions(
    findings: Sequence[Finding], document: Document, contexts: Iterable[Context]
) -> tuple[Omission, ...]:
    """Return the statements, lengths and participants that no field covers, each once, in order of the text."""
    told = _told(findings, contexts)
    anywhere = [Span(s.start, s.end) for f in findings for s in f.spans]
    spots = [(s, m) for s, m in _statements(document) if not _covered(document, s, told)]
    spots += [(s, m) for s, m in _lengths(document) if not any(s.overlaps(o) for o in anywhere)]
    spots += _participants(findings, document)
    return tuple(
        Omission(span=EvidenceSpan.of(document.reading.source, span), message=message)
        for span, message in _each_once(document, sorted(spots))
    )


def _told(findings: Sequence[Finding], contexts: Iterable[Context]) -> list[Span]:
    """Return what the briefing tells of the source: its quotes, statements, and the evidence of those records."""
    told = [
        Span(s.start, s.end)
        for f in findings
        if f.reasons and f.reasons[0].check in ("quote", "statement", "result")
        for s in f.spans
    ]
    for context in contexts:
        checks = {verified_of(info).check for info in context.node.schema.model_fields.values()}
        if context.node.is_record and checks & _TELLING:
            told.extend(context.quotes)
    return told


def _covered(document: Document, span: Span, told: Sequence[Span]) -> bool:
    """Whether a part of the words at `span` is told that is more than a name or two: four words, or most of them."""
    tokens = document.reading.tokens
    words = tokens.within(span)
    near = [t for t in told if t.overlaps(span)]
    shared = sum(any(t.contains(tokens.span(i, i + 1)) for t in near) for i in words) if near else 0
    return shared >= min(4, 0.6 * len(words))


# -- statements ----------------------------------------------------------------------------------


def _statements(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield what is quoted or reported of somebody named, piece by piece: what stands between is the narrator's."""
    for attribution in document.reading.attributions:
        if attribution.speaker is None or attribution.strength == "weak" or attribution.negated:
            continue
        who = " ".join((attribution.name or document.reading.source[attribution.speaker]).split())
        if is_thing(who):
            continue
        if attribution.rule == "label":
            yield from _turn(document, attribution, who)
        elif attribution.parent is None or attribution.kind == "direct":
            yield from _pieces(document, attribution, who)


def _turn(document: Document, attribution: Attribution, who: str) -> Iterator[tuple[Span, str]]:
    """Yield a turn of a transcript as a whole; a question is no position."""
    pieces = [p for p in attribution.content if not document.in_furniture(p)]
    words = sum(len(document.reading.tokens.within(p)) for p in pieces)
    if pieces and attribution.name and words >= SHORTEST_TURN:
        yield Span(pieces[0].start, pieces[-1].end), f"a turn of {who}; no field of the briefing has it"


def _pieces(document: Document, attribution: Attribution, who: str) -> Iterator[tuple[Span, str]]:
    quoted = attribution.kind != "indirect"
    speech = attribution.reports is CueClass.SPEECH and attribution.name is not None
    for piece in attribution.content:
        size = len(document.reading.tokens.within(piece))
        long = size >= (SHORTEST_QUOTE if quoted else SHORTEST_REPORT)
        headline = not quoted and document.is_heading(piece)  # the story tells it again
        if long and (quoted or speech) and not headline and not document.in_furniture(piece):
            what = "a quotation" if quoted else "a statement"
            yield piece, f"{what} of {who}; no field of the briefing has it"


# -- lengths and participants ----------------------------------------------------------------------


def _lengths(document: Document) -> Iterator[tuple[Span, str]]:
    for duration in document.reading.event_durations:
        yield duration.full, "the length of the event is told; no field of the briefing has it"


def _participants(findings: Sequence[Finding], document: Document) -> list[tuple[Span, str]]:
    """Return the people told to take part in the event whom no name in the briefing means."""
    names = document.reading.names
    given = [str(f.value) for f in findings if f.path.endswith("/name") and isinstance(f.value, str)]
    known = {entity.id for value in given for entity in names.candidates(value)}
    event = document.reading.event
    mentions = list(event.parties) if event else []
    for sentence in document.story if event else ():
        if _LISTED.search(sentence.text):
            mentions += [
                m for m in document.reading.mentions_in(sentence.span) if sentence.span.contains(m.span)
            ]
    found: dict[int, tuple[Span, str]] = {}
    for mention in mentions:
        entity = names.entities[mention.entity]
        if entity.kind is NameKind.PERSON and entity.name and entity.id not in known:
            found.setdefault(
                entity.id, (mention.span, f"{entity.name} took part; no field of the briefing names them")
            )
    return list(found.values())


def _each_once(document: Document, spots: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield spots that neither overlap an earlier one nor repeat its words."""
    end = -1
    seen: set[tuple[str, ...]] = set()
    for span, message in spots:
        at = document.reading.tokens.within(span)
        words = tuple(document.reading.tokens.slice_forms(at.start, at.stop))
        if span.start >= end and words not in seen:
            seen.add(words)
            end = span.end
            yield span, message
