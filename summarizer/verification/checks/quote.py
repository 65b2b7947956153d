"""A quotation: the words, all of them, in their order, not cut from their negation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.align import Match, Placement
from summarizer.verification.evidence import describe_changes, shorten
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.cropping import (
    HEDGING,
    cropping_operators,
    describe,
    hidden_operator,
    judge_cropping,
)

if TYPE_CHECKING:
    from summarizer.reading.polarity import Operator
    from summarizer.verification.context import Context, Document
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Judge a quote by its best occurrence, those inside the evidence first."""
    placements = list(context.document.aligner.place_all(str(leaf.value)))
    if not placements[0].found:
        return _judge_unplaced(str(leaf.value), placements[0])
    inside = [p for p in placements if context.inside(p.spans[0])]
    outcomes = [_judge_placed(context, p) for p in (inside or placements)[:20]]
    best = min(outcomes, key=lambda o: o.verdict.severity)
    if best.supported and context.has_evidence and not inside:
        return CHECK.review(
            "outside_evidence", "the words stand in the source, but not in the evidence", best.spans
        )
    return best


def _judge_unplaced(quote: str, placement: Placement) -> Outcome:
    if placement.match is Match.NOT_FOUND:
        return CHECK.unsupported("quote_not_found", f"the source does not have the words “{shorten(quote)}”")
    message = "quote altered: " + describe_changes(placement)
    if any(_carries_content(c.quote) or _carries_content(c.source) for c in placement.changes):
        return CHECK.contradicted("quote_altered", message, placement.spans, 0.1 * placement.coverage)
    return CHECK.unsupported("quote_altered", message, placement.spans)


def _carries_content(words: str) -> bool:
    forms = Tokens(words).slice_forms()
    denying = {
        "not",
        "no",
        "never",
        "nor",
        "without",
        "if",
        "would",
        "could",
        "may",
        "might",
        "should",
        "must",
        "will",
        "can",
    }
    return any(not is_function_word(form) or form in denying or form.endswith("n't") for form in forms)


def _judge_placed(context: Context, placement: Placement) -> Outcome:
    document = context.document
    if document.in_furniture(placement.spans[0]):
        return CHECK.unsupported(
            "furniture", "the words stand in page furniture, not in the story", placement.spans
        )
    if outcome := judge_cropping(document, placement.spans, CHECK, hedges=False):
        return outcome
    if (operator := _hedge_cut_off(document, placement)) is not None:
        words = describe(document, operator, placement.spans)
        return CHECK.unsupported("cropped", f"cut from “{words}”", placement.spans)
    if (operator := _wish_cut_off(document, placement)) is not None:
        words = describe(document, operator, placement.spans)
        return CHECK.unsupported("cropped", f"cut from “{words}”", placement.spans)
    if hedge := _hedge_left_out(context, placement):
        return CHECK.unsupported("ellipsis_hides", f"the ellipsis leaves out “{hedge}”", placement.spans)
    if hidden := hidden_operator(document, placement):
        return CHECK.contradicted("ellipsis_hides", f"the ellipsis leaves out “{hidden}”", placement.spans)
    if placement.match is Match.BRACKETED:
        return CHECK.review(
            "bracketed", "the editor's bracket stands for other words of the source", placement.spans, 0.7
        )
    code = placement.match.value
    told = {
        "exact": "word for word",
        "normalized": "word for word, marks and spacing apart",
        "ellipsis": "with words left out",
    }
    return CHECK.supported(
        code, f"stands in the source {told[code]}", placement.spans, 1.0 if code == "exact" else 0.99
    )


# Who claims or alleges something is its speaker: words quoted from him are not cropped.
_SPEAKS = late_regex(r"claim|alleg(?:es?|ing)\b", re.IGNORECASE)


def _hedge_cut_off(document: Document, placement: Placement) -> Operator | None:
    """Return a "may", "would" or "it seems" that governs the quoted words and was cut off before them.

    Where the source itself quotes no more than these words, nobody cut anything off.
    """
    own = Span(placement.spans[0].start, placement.spans[-1].end)
    trimmed = document.reading.tokens.trimmed
    if any(trimmed(q.inside) == trimmed(own) for q in document.reading.quotations):
        return None
    for operator in cropping_operators(document, placement.spans):
        cue = document.text[operator.cue.start : operator.cue.end]
        if operator.operation is Operation.POSSIBILITY and not _SPEAKS.match(cue):
            return operator
    return None


# "urged | the parties to withdraw": without its verb, who was asked seems to be about to do it, or to have done it.
_ASKED_TO = re.compile(r"(?:(?!to\b)[\w.’'-]+[ \n]+){1,8}to\s+[a-z]")


def _wish_cut_off(document: Document, placement: Placement) -> Operator | None:
    """Return the request, directly before the quoted words, whose object and infinitive they are."""
    own = placement.spans[0]
    if not _ASKED_TO.match(document.text[own.start : own.end]):
        return None
    sentence = document.reading.sentence_at(own.start)
    for operator in document.reading.operators(sentence) if sentence else ():
        adjacent = operator.cue.end <= own.start and not document.text[operator.cue.end : own.start].strip()
        if operator.operation is Operation.WISH and adjacent:
            return operator
    return None


def _hedge_left_out(context: Context, placement: Placement) -> str | None:
    """Return a "would" or "may" between the pieces that governs what follows: its loss tells a wish as a fact."""
    for gap in placement.omitted:
        for sentence in context.reading.sentences_of(gap):
            for operator in context.reading.operators(sentence):
                governed = any(operator.scope.overlaps(p) for p in placement.spans if p.start >= gap.end)
                if gap.contains(operator.cue) and operator.operation in HEDGING and governed:
                    return context.text[operator.cue.start : operator.cue.end]
    return None


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the evidence itself where all of it stands in quotation marks."""
    quotations = context.reading.quotations
    if not context.has_evidence or not context.quotes:
        return None
    if all(
        any(
            q.inside.contains(context.reading.tokens.trimmed(span))
            for q in quotations
            if q.speech is not False
        )
        for span in context.quotes
    ):
        return context.quotes[0]
    return None


CHECK = Check("quote", judge, candidate)
