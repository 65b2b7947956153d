"""A statement in words of its own, compared with the passages that share its rarest words.

Two sorts of claim ask for two measures. Who copies a sentence and changes a word changes what it tells: in a copy,
each word counts. Who tells it in other words changes many: there names, quantities, denials and doers decide, and
common words may differ as long as most of what is said is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.reading.sentences import Sentence
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.align import Placement
from summarizer.verification.asked import Asked, judge_voice
from summarizer.verification.claim import Claim
from summarizer.verification.compare import Comparison
from summarizer.verification.compare_agents import predicates
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.quoted import compare_quotations
from summarizer.verification.rewording import compare_wording

NEAR = 0.7  # coverage from which a nearest passage is taken for the one that was meant
COPIED = (
    0.5  # share of a claim's neighbouring words from which it is a copy, in which each changed word counts
)
RETOLD = 0.4  # share of a claim's content words, by weight, that its passage must have


def judge_wording(document: Document, asked: Asked, check: Check) -> Outcome:
    """Judge a statement by the passage that supports it, or by the one that says most of it."""
    claim = Claim(asked.text, document.identities)
    nearest = document.aligner.place(asked.text)
    quoted = compare_quotations(document, asked.text)
    found = [
        Comparison(claim, sentence, document, pinned=asked.within is not None)
        for sentence in _candidates(document, claim, asked, nearest)
    ]
    copied = _copied(claim, found)
    best: tuple[Outcome, float] | None = None
    for comparison in found:
        differences = [*comparison.differences, *compare_wording(nearest, comparison), *quoted]
        outcome = _outcome(asked, comparison, differences, copied, check)
        if outcome.supported:
            return outcome
        likeness = comparison.coverage + (comparison.verbatim if copied else 0.0)
        if best is None or likeness > best[1] + 0.05:
            best = (outcome, likeness)
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


def _copied(claim: Claim, found: Sequence[Comparison]) -> bool:
    """Whether most pairs of neighbouring words in a claim stand side by side in its passages too."""
    mine = list(pairwise(claim.tokens.slice_forms()))
    theirs = {pair for comparison in found for pair in comparison.pairs}
    return bool(mine) and sum(pair in theirs for pair in mine) >= COPIED * len(mine)


def _outcome(
    asked: Asked, comparison: Comparison, differences: Sequence[Difference], copied: bool, check: Check
) -> Outcome:
    spans = [comparison.sentence.span]
    said = len(comparison.claim.concepts) or comparison.claim.quantities or predicates(comparison)
    if not differences and not said:
        return check.review(
            "nothing_said", "the passage has these names; what is said of them no rule can tell", spans
        )
    retold = not copied and comparison.reach >= RETOLD and all(d.wording for d in differences)
    if differences and not retold:
        return _worst_outcome(check, differences, spans, comparison.coverage)
    if asked.speaker:
        spoken = judge_voice(comparison.document, asked.speaker, _aligned_spans(comparison), check)
        if spoken:
            return spoken
    if not differences:
        return check.supported(
            "all_found", "every part of the statement is found in this passage", spans, 0.9
        )
    told = ", ".join(f"“{m.form}”" for m in comparison.missing[:6])
    message = "names, quantities, denials and doers agree with this passage" + (
        f"; in other words: {told}" if told else ""
    )
    return check.supported("reworded", message, spans, 0.6 + 0.25 * comparison.coverage)


def _aligned_spans(comparison: Comparison) -> list[Span]:
    """Return the stretch of the source that the claim's words were found in."""
    tokens = comparison.document.reading.tokens
    places = sorted(comparison.aligned.values())
    return [tokens.span(places[0], places[-1] + 1)] if places else [comparison.sentence.span]


def _worst_outcome(
    check: Check, differences: Sequence[Difference], spans: list[Span], coverage: float
) -> Outcome:
    worst = max(differences, key=lambda d: d.verdict.severity)
    message = "; ".join(dict.fromkeys(d.message for d in differences if d.verdict is worst.verdict))
    places = [*([worst.span] if worst.span else []), *spans]
    if worst.verdict is Verdict.CONTRADICTED:
        return check.contradicted(worst.code, message, places, 0.1 * coverage)
    if worst.verdict is Verdict.UNSUPPORTED:
        return check.unsupported(worst.code, message, places, 0.15 + 0.2 * coverage)
    return check.review(worst.code, message, places, 0.4 + 0.3 * coverage)
