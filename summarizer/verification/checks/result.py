"""A result of talks: a statement, and one that the source tells as agreed or decided, not as discussed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.source import Span
from summarizer.verification.checks import statement
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

_SETTLED = late_regex(
    r"\b(?:agree[ds]?|agreement|accord|deal|decid\w+|commit\w*|pledg\w+|undert\w+|sign(?:ed|s)?|adopt\w*|conclud\w+|resolv\w+|"
    r"will|shall|establish\w*|approv\w+|endors\w+|accept\w*|set\s+up|launch\w*)\b",
    re.IGNORECASE,
)


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Judge the words as a statement; supported ones need a word of settlement beside them."""
    outcome = statement.judge(leaf, context)
    if outcome is None or not outcome.supported:
        return outcome
    if all(stands_alone(context, span) for span in outcome.spans):
        message = "told only in a line that stands alone like a teaser, not in the text"
        return CHECK.review("teaser_only", message, outcome.spans)
    for span in (*context.quotes, *outcome.spans):
        for sentence in context.reading.sentences_of(span):
            if match := _SETTLED.search(sentence.text):
                place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                return Outcome(outcome.verdict, outcome.reasons, (*outcome.spans, place), outcome.score)
    return CHECK.review("not_settled", "told in the source, but not as agreed or decided", outcome.spans)


_ENDED = late_regex(r"[.!?…][\"'”’»)\]]*\s*$")


def stands_alone(context: Context, span: Span) -> bool:
    """Whether a span lies in a line without a full stop between paragraphs that have one: a heading inside, or a teaser."""
    sentences = context.reading.sentences
    sentence = context.reading.sentence_at(span.start)
    if sentence is None or not 1 < sentence.number < len(sentences) or _ENDED.search(sentence.text):
        return False
    before, behind = sentences[sentence.number - 2], sentences[sentence.number]
    return (
        before.block != sentence.block != behind.block
        and sentence.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and all(_ENDED.search(s.text) for s in (before, behind))
    )


CHECK = Check("result", judge)
