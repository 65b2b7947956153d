"""The title: as printed over the text or told in its metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reading.wording import Tokens
from summarizer.source import Span
from summarizer.verification.align import Match
from summarizer.verification.evidence import describe_changes
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the title the source is known by, then with its headings, then with any of its words."""
    source = context.reading.source
    if source.title and _forms(source.title) == _forms(str(leaf.value)):
        place = context.document.aligner.place(str(leaf.value))
        spans = place.spans if place.found else _metadata(context)
        if spans:
            return CHECK.supported("exact", "the title as printed", spans)
    place = context.document.aligner.place(str(leaf.value))
    if place.found and any(
        s.span.contains(place.spans[0])
        for s in context.reading.sentences_of(place.spans[0])
        if context.document.is_heading(place.spans[0]) or _over_story(place.spans[0], context)
    ):
        return CHECK.supported("exact", "the title as printed", place.spans)
    if place.found:
        return CHECK.review("not_a_title", "the words stand in the text, but not as its title", place.spans)
    if place.match is Match.ALTERED:
        return CHECK.contradicted("title_altered", "title altered: " + describe_changes(place), place.spans)
    return CHECK.unsupported("title_not_found", "the source has no such title")


_LINES = 8  # sentences of a text among which its title stands


def _over_story(span: Span, context: Context) -> bool:
    """Whether words are a whole short line, alone in its paragraph, over the first long one: a headline in ordinary spelling."""
    for sentence in [s for s in context.reading.sentences if not s.furniture][:_LINES]:
        if len(sentence.text) > 160:
            return False
        if sentence.span.contains(span):
            rest = (
                context.text[sentence.block.span.start : span.start]
                + context.text[span.end : sentence.block.span.end]
            )
            return not any(c.isalnum() for c in rest)
    return False


def _forms(text: str) -> list[str]:
    return Tokens(text).slice_forms()


def _metadata(context: Context) -> tuple[Span, ...]:
    matter = context.reading.source.front_matter
    return (Span(*matter.values["title"]),) if matter and "title" in matter.values else ()


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the title that the text has after all."""
    if spans := _metadata(context):
        return spans[0]
    first = next((s for s in context.reading.sentences if s.block.kind == "title"), None)
    return first.span if first else None


CHECK = Check("title", judge, candidate)
