"""Whether a quote stands in quotation marks, or in a speaker's own turn of a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reading.blocks import BlockKind
from summarizer.source import Span
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare the flag with the marks around the quote, or around the evidence where there is no quote."""
    spans = _spans(context)
    if not spans:
        return CHECK.review("no_place", "neither the quote nor the evidence has a place in the source")
    marked = [q.outside for q in context.reading.quotations if any(q.inside.overlaps(s) for s in spans)]
    turn = [s.block.label for s in context.reading.sentences_of(spans[0]) if s.block.kind is BlockKind.TURN]
    whole = bool(marked) and all(_inside(marked, s, context) for s in spans)
    if leaf.value:
        if marked or turn:
            return CHECK.supported(
                "quoted", "the words stand in quotation marks or in the speaker's turn", marked or spans
            )
        return CHECK.contradicted("not_quoted", "the words stand in no quotation marks", spans)
    if whole and not turn:
        return CHECK.contradicted("quoted", "the words stand in quotation marks", marked)
    first = (
        context.evidence[0].spans if context.evidence else ()
    )  # what a position rests on, before who said it
    if marked and not turn and (context.data.get("quote") or any(_inside(marked, s, context) for s in first)):
        return CHECK.review("partly_quoted", "a part of the words stands in quotation marks", marked)
    return CHECK.supported("not_quoted", "the words are reported, not quoted as a whole", spans)


def _inside(marked: Sequence[Span], span: Span, context: Context) -> bool:
    return any(m.contains(context.reading.tokens.trimmed(span)) for m in marked)


def _spans(context: Context) -> tuple[Span, ...]:
    quote = context.data.get("quote")
    if isinstance(quote, str) and quote.strip():
        placement = context.document.aligner.place(quote, context.quotes[0] if context.quotes else None)
        return placement.spans if placement.found else ()
    return context.quotes


CHECK = Check("direct", judge)
