"""Decides any statement: finds the passage it rests on, then asks whether the passage says all of it.

Verbatim words are placed and the words around them read; near-verbatim and free wording is compared
sentence by sentence. What cannot be decided is `review`: only a passage that holds every part supports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reading.blocks import find_blocks
from summarizer.reading.sentences import Sentence, find_sentences
from summarizer.report import Verdict
from summarizer.source import Source, Span
from summarizer.verification.align import Match, Placement
from summarizer.verification.claim import Attributed, Claim, attribution_of
from summarizer.verification.compare import Comparison
from summarizer.verification.context import Document
from summarizer.verification.cropping import CONDITIONING, HEDGING, REVERSING, cropping_operators, describe
from summarizer.verification.difference import Difference
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.quoted import compare_quotations
from summarizer.verification.rewording import compare_wording
from summarizer.verification.speakers import Agreement, compare_speaker, voices

CHECK = Check("statement", judge=lambda leaf, context: None)
NEAR = 0.7  # coverage from which a nearest passage is taken for the one that was meant


@dataclass(frozen=True)
class Asked:
    """A statement with what is asked of it: its speaker, if given, and the sentences to search (None: all)."""

    text: str
    speaker: str | None = None
    within: tuple[Sentence, ...] | None = None


def judge_statement(document: Document, asked: Asked, check: Check = CHECK) -> Outcome:
    """Judge one or a few sentences; the verdict is that of the worst, the score the lowest."""
    outcomes = [
        _judge_sentence(document, Asked(text, asked.speaker, asked.within), check)
        for text in split_sentences(asked.text)
    ]
    if not outcomes:
        return check.unsupported("blank", "there are no words to judge")
    worst = max(outcomes, key=lambda o: (o.verdict.severity, -o.score))
    if len(outcomes) == 1:
        return worst
    spans = worst.spans if not worst.supported else tuple(s for o in outcomes for s in o.spans)
    return Outcome(worst.verdict, worst.reasons, spans, min(o.score for o in outcomes))


def split_sentences(text: str) -> list[str]:
    """Cut a statement into its sentences; those inside quotation marks too."""
    source = Source(text)
    return [s.text for s in find_sentences(text, find_blocks(source)) if any(c.isalnum() for c in s.text)]


def _judge_sentence(document: Document, asked: Asked, check: Check) -> Outcome:
    placements = [p for p in document.aligner.place_all(asked.text) if p.found]
    if placements:
        return _judge_verbatim(document, asked, placements, check)
    if not asked.speaker and (attributed := attribution_of(asked.text)):
        outcome = _judge_attributed(document, asked, attributed, check)
        if outcome is not None:
            return outcome
    return _judge_wording(document, asked, check)


# -- the source's own words ----------------------------------------------------------------------


def _judge_verbatim(
    document: Document, asked: Asked, placements: Sequence[Placement], check: Check
) -> Outcome:
    """Judge words that stand in the source: the best of their occurrences decides."""
    outcomes = [_judge_occurrence(document, asked, p, check) for p in placements[:20]]
    return min(outcomes, key=lambda o: (o.verdict.severity, -o.score))


def _judge_occurrence(document: Document, asked: Asked, placement: Placement, check: Check) -> Outcome:
    spans = placement.spans
    if document.in_furniture(spans[0]):
        return check.unsupported("furniture", "the words stand in page furniture, not in the story", spans)
    if outcome := judge_cropping(document, spans, check, hedges=True):
        return outcome
    if hidden := hidden_operator(document, placement):
        return check.contradicted("ellipsis_hides", f"the ellipsis leaves out “{hidden}”", spans)
    if asked.speaker and (outcome := judge_voice(document, asked.speaker, spans, check)):
        return outcome
    if asked.within is not None and not any(s.span.overlaps(spans[0]) for s in asked.within):
        return check.review(
            "outside_evidence", "the words stand in the source, but not in the evidence", spans
        )
    return check.supported(
        *_verbatim_reason(placement), spans=spans, score=1.0 if placement.match is Match.EXACT else 0.99
    )


def _verbatim_reason(placement: Placement) -> tuple[str, str]:
    return {
        Match.EXACT: ("exact", "these words stand in the source"),
        Match.NORMALIZED: ("normalized", "these words stand in the source, marks and spacing apart"),
        Match.ELLIPSIS: ("ellipsis", "these words stand in the source, with others between them"),
    }.get(placement.match, ("bracketed", "these words stand in the source around the editor's brackets"))


def judge_cropping(
    document: Document, spans: Sequence[Span], check: Check, *, hedges: bool
) -> Outcome | None:
    """Judge words cut out of a denial, a condition or (with `hedges`) a mere possibility; None when they were not."""
    operators = list(cropping_operators(document, spans))
    for operator in operators:
        if operator.operation in REVERSING:
            return check.contradicted("cropped", f"cut from “{describe(document, operator, spans)}”", spans)
    for operator in operators:
        if operator.operation in CONDITIONING or (hedges and operator.operation in HEDGING):
            return check.unsupported("cropped", f"cut from “{describe(document, operator, spans)}”", spans)
    return None


def hidden_operator(document: Document, placement: Placement) -> str | None:
    """Return the negation or denial that an ellipsis or bracket leaves out between the pieces of a quote."""
    for gap in placement.omitted:
        for sentence in document.reading.sentences_of(gap):
            for operator in document.reading.operators(sentence):
                later = any(
                    operator.scope.overlaps(piece) for piece in placement.spans if piece.start >= gap.end
                )
                if gap.contains(operator.cue) and operator.operation in (*REVERSING, *CONDITIONING) and later:
                    return document.text[operator.cue.start : operator.cue.end].strip(" ,")
    return None


def judge_voice(document: Document, speaker: str, spans: Sequence[Span], check: Check) -> Outcome | None:
    """Judge who says the words at `spans`; None when it is `speaker`."""
    found = voices(document, spans)
    if not found:
        return check.review(
            "not_attributed", f"the source does not attribute these words to {speaker}", spans
        )
    if any(compare_speaker(document, speaker, voice) is Agreement.SAME for voice in found):
        return None
    if compare_speaker(document, speaker, found[0]) is Agreement.UNKNOWN or found[0].weak:
        return check.review(
            "speaker_unclear",
            f"said by “{found[0].text}”; that may not be {speaker}",
            [*spans, found[0].span],
        )
    return check.contradicted(
        "speaker_mismatch", f"said by “{found[0].text}”, not by {speaker}", [*spans, found[0].span]
    )


# -- other wording -------------------------------------------------------------------------------


def _judge_attributed(
    document: Document, asked: Asked, attributed: Attributed, check: Check
) -> Outcome | None:
    """Judge "X said that Y": Y must stand in the source, and X must be the one who says it."""
    inner = Asked(attributed.content, attributed.speaker, asked.within)
    if len(Claim(inner.text, document.identities).content) < 2:
        return None
    placements = [p for p in document.aligner.place_all(inner.text) if p.found]
    if placements:
        return _judge_verbatim(document, inner, placements, check)
    outcome = _judge_wording(document, inner, check)
    if outcome.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
        return outcome
    whole = _judge_wording(document, asked, check)
    return whole if whole.supported else max(outcome, whole, key=lambda o: o.score)


def _judge_wording(document: Document, asked: Asked, check: Check) -> Outcome:
    claim = Claim(asked.text, document.identities)
    nearest = document.aligner.place(asked.text)
    quoted = compare_quotations(document, asked.text)
    best: tuple[Outcome, float] | None = None
    for sentence in _candidates(document, claim, asked, nearest):
        comparison = Comparison(claim, sentence, document, pinned=asked.within is not None)
        differences = [*comparison.differences, *compare_wording(nearest, comparison), *quoted]
        outcome = _outcome(document, asked, comparison, differences, check)
        if outcome.supported:
            return outcome
        if best is None or comparison.coverage > best[1] + 0.05:
            best = (outcome, comparison.coverage)
    return best[0] if best else check.unsupported("not_in_source", "no passage of the source speaks of this")


def _candidates(document: Document, claim: Claim, asked: Asked, nearest: Placement) -> list[Sentence]:
    """Return the sentences to compare with: the nearest passage in words, then those that share most concepts."""
    found: dict[int, Sentence] = {}
    allowed = {s.number for s in asked.within} if asked.within is not None else None
    if nearest.spans and nearest.coverage >= NEAR:
        for sentence in document.reading.sentences_of(nearest.span):
            found[sentence.number] = sentence
    wanted = (*claim.concepts.each, *claim.name_concepts.each)
    for sentence in document.retrieval.ranked(wanted, asked.within):
        found[sentence.number] = sentence
    return [s for s in found.values() if not s.furniture and (allowed is None or s.number in allowed)]


def _outcome(
    document: Document, asked: Asked, comparison: Comparison, differences: Sequence[Difference], check: Check
) -> Outcome:
    spans = [comparison.sentence.span]
    said = len(comparison.claim.concepts) or comparison.claim.quantities or comparison.predicates
    if not differences and not said:
        return check.review(
            "nothing_said", "the passage has these names; what is said of them no rule can tell", spans
        )
    if not differences:
        if asked.speaker and (outcome := judge_voice(document, asked.speaker, spans_of(comparison), check)):
            return outcome
        return check.supported(
            "all_found", "every part of the statement is found in this passage", spans, 0.9
        )
    worst = max(differences, key=lambda d: d.verdict.severity)
    return _worst_outcome(check, worst, differences, spans, comparison.coverage)


def spans_of(comparison: Comparison) -> list[Span]:
    """Return the stretch of the source that the claim's words were found in."""
    tokens = comparison.document.reading.tokens
    places = sorted(comparison.aligned.values())
    return [tokens.span(places[0], places[-1] + 1)] if places else [comparison.sentence.span]


def _worst_outcome(
    check: Check, worst: Difference, differences: Sequence[Difference], spans: list[Span], coverage: float
) -> Outcome:
    message = "; ".join(dict.fromkeys(d.message for d in differences if d.verdict is worst.verdict))
    places = [*([worst.span] if worst.span else []), *spans]
    if worst.verdict is Verdict.CONTRADICTED:
        return check.contradicted(worst.code, message, places, 0.1 * coverage)
    if worst.verdict is Verdict.UNSUPPORTED:
        return check.unsupported(worst.code, message, places, 0.15 + 0.2 * coverage)
    return check.review(worst.code, message, places, 0.4 + 0.3 * coverage)
