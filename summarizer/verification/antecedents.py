"""Whom the "he" or "she" that says something means: who is named last before it, as the subject of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.context import Document
from summarizer.verification.speakers import Voice, issuer, voices

_HE = re.compile(r"(?:He|She)\b")
_BACK = 3  # sentences before a "he" in which whoever it means is named


def antecedent(document: Document, spans: Sequence[Span]) -> Voice | None:
    """Return who is meant by the "he" or "she" that says the words, where that is not who it was traced to."""
    found = voices(document, spans)
    if not found:
        return None
    voice = found[0]
    if voice == issuer(document):
        return opening_subject(document, spans)  # nobody was read to speak in "He made clear that …"
    here = document.reading.sentence_at(voice.span.start)
    told = document.text[voice.span.start : voice.span.end].casefold()
    if here is None or told not in ("he", "she") or not voice.weak:
        return None
    traced = document.reading.names.resolve(voice.text)
    meant = _named_before(document, here, voice.span.start, spans)
    same = traced is not None and meant is not None and document.reading.names.resolve(meant.text) == traced
    return None if same else meant


def opening_subject(document: Document, spans: Sequence[Span]) -> Voice | None:
    """Return who the "he" or "she" is that opens the sentence of some words."""
    here = document.reading.sentence_at(spans[0].start)
    if here is None or not _HE.match(here.text):
        return None
    return _named_before(document, here, here.span.start, spans)


def _named_before(document: Document, here: Sentence, at: int, spans: Sequence[Span]) -> Voice | None:
    """Return the first person named in the nearest sentence that names one before a place; those in the words apart."""
    for sentence in reversed(document.reading.sentences[max(0, here.number - 1 - _BACK) : here.number]):
        for mention in document.reading.mentions_in(sentence.span):
            inside = any(s.overlaps(mention.span) for s in spans)
            if mention.kind == "person" and mention.span.end <= at and not inside and not sentence.furniture:
                return Voice(document.text[mention.span.start : mention.span.end], mention.span)
    return None
