"""Whom the "he" or "she" that says something means: who is named last before it, as the subject of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.context import Document
from summarizer.verification.who.reference import agrees
from summarizer.verification.who.speakers import Voice, issuer, voices

_HE = late_regex(r"(?:He|She)\b")
_GOVERNED = late_regex(
    r"\b(?:with|of|to|from|by|for|against|about|between|on|at)\s+(?:the\s+)?$", re.IGNORECASE
)
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
    """Return the subject of the nearest sentence that names a person before a place; those in the words apart.

    The subject is the first person whom no preposition governs, else the first of all. Whom the sentence of the pronoun names
    behind it is not meant by it, nor who is known to be no "he" or no "she".
    """
    pronoun = document.text[at : at + 3].strip()
    beside = {m.entity for m in document.reading.mentions_in(here.span) if m.span.start > at}
    for sentence in reversed(document.reading.sentences[max(0, here.number - 1 - _BACK) : here.number]):
        people = [
            m
            for m in document.reading.mentions_in(sentence.span)
            if m.kind == "person"
            and m.span.end <= at
            and not any(s.overlaps(m.span) for s in spans)
            and m.entity not in beside
            and agrees(document.reading, pronoun, m.entity)
        ]
        if people and not sentence.furniture:
            free = [
                m for m in people if not _GOVERNED.search(document.text[sentence.span.start : m.full.start])
            ]
            subject = (free or people)[0]
            return Voice(document.text[subject.span.start : subject.span.end], subject.span)
    return None
