"""The speaker: who says the quoted or reported words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass, verb_cues
from summarizer.source import Span
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import Voice, statement_voices, voices
from summarizer.verification.who.stances import COLLECTIVE, Stance, find_stances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with whoever speaks at the quote, or at the evidence where there is no quote."""
    return judge_speaker(str(leaf.value), context, CHECK)


def judge_speaker(value: str, context: Context, check: Check) -> Outcome:
    """Judge any field that says who speaks, in the words of `check`."""
    if document := _the_text_itself(value, context):
        return check.supported("issued", "the text itself says so", [document], 0.9)
    if spans := _published(value, context):
        return check.supported("issued", f"published by {value}", spans, 0.8)
    found = record_voices(context)
    if not found:
        return check.review("not_attributed", "no rule tells who says these words", context.quotes)
    compared = [(voice, compare_speaker(context.document, value, voice)) for voice in found]
    for voice, agreement in compared:
        if agreement is Agreement.SAME:
            if voice.weak:
                return check.review(
                    "weakly_attributed", f"probably said by “{voice.text}”", [voice.span], 0.65
                )
            if (outer := _passed_on_by(context, voice, found)) is not None:
                message = f"the words of “{voice.text}”, but told by “{outer.text}”"
                return check.review("told_by_another", message, [voice.span, outer.span], 0.6)
            return check.supported("said_by", f"said by “{voice.text}”", [voice.span])
    voice, agreement = compared[0]
    if voice.weak and (told := _states(value, context)) is not None:
        if (outer := _passed_on_by(context, Voice(told.text, told.span), found)) and not outer.document:
            message = f"“{told.text}” says so, but “{outer.text}” tells it"
            return check.review("told_by_another", message, [told.span, outer.span], 0.6)
        return check.supported("said_by", f"“{told.text}” says so", [told.span, told.verb], 0.85)
    if voice.weak or agreement is Agreement.UNKNOWN:
        return check.review(
            "speaker_unclear", f"said by “{voice.text}”; that may not be “{value}”", [voice.span]
        )
    return check.contradicted("speaker_mismatch", f"said by “{voice.text}”, not by “{value}”", [voice.span])


def _states(value: str, context: Context) -> Stance | None:
    """Return the speaker given where he is the subject of a verb of saying ahead of the words that were not placed."""
    for span in word_spans(context):
        for sentence in context.reading.sentences_of(span)[:1]:
            for stance in find_stances(context.document, sentence, span)[:1]:
                words = context.text[stance.verb.start : stance.verb.end].casefold().split()
                cue = verb_cues().get(words[0])
                says = cue is not None and cue.kind is CueClass.SPEECH and not stance.weak
                if (
                    says
                    and compare_speaker(context.document, value, Voice(stance.text, stance.span))
                    is Agreement.SAME
                ):
                    return stance
    return None


def _passed_on_by(context: Context, voice: Voice, found: Sequence[Voice]) -> Voice | None:
    """Return who passes a voice on: the outermost one, unless the words are a direct quotation of the inner."""
    outer = found[-1]
    if voice.direct or " ".join(outer.text.split()) == " ".join(voice.text.split()):
        return None
    same = compare_speaker(context.document, voice.text, outer) is Agreement.SAME
    return None if same else outer


_TEXTS = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|readout|agreement|text|minutes|press\s+release|summary|resolution)\b",
    re.IGNORECASE,
)


def _the_text_itself(value: str, context: Context) -> Span | None:
    """Return the title where the speaker given is the document ("joint statement") and its words are not quoted."""
    first = next((s.text for s in context.reading.sentences if s.block.kind == "title"), "")
    words = {w.casefold() for w in re.findall(r"\w+", value)} - {"the", "a"}
    title = {w.casefold() for w in re.findall(r"\w+", context.reading.source.title or first)}
    spans = word_spans(context)
    if not _TEXTS.search(value) or not words <= title or not spans:
        return None
    if any(q.inside.overlaps(s) for q in context.reading.quotations for s in spans):
        return None
    place = context.document.aligner.place(value)
    return place.spans[0] if place.found else spans[0]


def _published(value: str, context: Context) -> tuple[Span, ...]:
    """Return the record's words where the speaker given is who publishes the text, and it quotes nobody there."""
    spans = word_spans(context) if context.document.identities.sides.publishes(value) else ()
    quoted = any(q.inside.overlaps(s) for q in context.reading.quotations for s in spans)
    return () if quoted else spans


def record_voices(context: Context) -> list[Voice]:
    """Return who speaks at the record's quote or evidence, the innermost first."""
    spans = word_spans(context)
    statement = context.data.get("statement") or context.data.get("text")
    if not _quoted(context) and isinstance(statement, str):
        if found := statement_voices(context.document, statement, context.quotes or spans):
            return found
        spans = focus(context, statement, spans)
    return voices(context.document, spans) if spans else []


def _quoted(context: Context) -> bool:
    quote = context.data.get("quote")
    return isinstance(quote, str) and context.document.aligner.place(quote).found


def focus(context: Context, statement: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the sentence among `spans` that shares most with the statement."""
    wanted = context.document.concepts(statement)
    sentences = [s for span in spans for s in context.reading.sentences_of(span)]
    if len(sentences) < 2:
        return spans
    return (max(sentences, key=lambda s: wanted.shared(context.document.concepts(s.text))).span,)


def word_spans(context: Context) -> tuple[Span, ...]:
    """Return where the record's words stand: its quote, else its evidence, else the nearest passage of its statement."""
    for key in ("quote", "statement", "text"):
        value = context.data.get(key)
        if isinstance(value, str) and value.strip() and (key == "quote" or not context.quotes):
            near = context.quotes[0] if context.quotes else None
            placement = context.document.aligner.place(value, near)
            if placement.spans:
                return placement.spans
    return context.quotes


# Who speaks for all is nobody in particular: a position of several may well have no speaker of its own.
_COLLECTIVE = late_regex(
    rf"\s*(?:we\b|(?:\w+\s+){{0,3}}(?:leaders|sides|parties|presidents|delegations)\b|{COLLECTIVE.pattern})",
    re.IGNORECASE,
)


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the speaker that the source names after all."""
    voiced = record_voices(context) if context.has_evidence else []
    found = [v for v in voiced if not v.weak and not v.document and not _COLLECTIVE.match(v.text)]
    return found[0].span if found else None


CHECK = Check("speaker", judge, candidate)
