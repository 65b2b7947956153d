"""What a claim says somebody was asked or spoke of ("Asked about the talks, the envoy said …"): it stands before the words."""

from __future__ import annotations

import re

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import concepts, is_function_word
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.claims.frames import topic_of
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.identity import Named, matches

_WHERE = late_regex(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE = 12  # sentences before an answer in which its question stands
_SHARE = 0.5  # of the topic's words that must stand there: who asks and who tells of it use other words


def judge_topic(document: Document, claim: Claim, place: Span, check: Check) -> Outcome | None:
    """Judge whether what the speaker is said to speak of stands around some words; None where it does, or none is told."""
    topic = topic_of(claim.reading)
    sentence = document.reading.sentence_at(place.start)
    if topic is None or sentence is None:
        return None
    around = _around(document, sentence)
    here = [named for s in around for named in document.identities.in_sentence(s)]
    names = [named for named in document.identities.in_text(claim.text) if topic.contains(named.span)]
    strange = [
        named.text
        for named in names
        if not any(matches(named, other) for other in (*here, *_places(document, claim, named)))
    ]
    tokens = claim.tokens
    places = [
        i
        for i in tokens.within(topic)
        if not is_function_word(tokens.form(i)) and not any(n.span.overlaps(claim.span(i)) for n in names)
    ]
    wanted = concepts(tokens.slice_forms(), places)
    told = document.retrieval.keys_of(around)
    missing = [c.form for c in wanted.each if c.keys.isdisjoint(told)]
    if not strange and len(missing) <= _SHARE * len(wanted):
        return None
    words = ", ".join(f"“{word}”" for word in (*strange, *missing))
    return check.review("topic_not_found", f"nothing before these words speaks of {words}", [place])


def _places(document: Document, claim: Claim, named: Named) -> list[Named]:
    """Return all names of the document where the claim tells a place ("Speaking in Oslo"): the dateline may have it."""
    if not _WHERE.search(claim.text[: named.span.start]):
        return []
    return [other for s in document.reading.sentences for other in document.identities.in_sentence(s)]


def _around(document: Document, sentence: Sentence) -> list[Sentence]:
    first = max(0, sentence.number - 1 - _BEFORE)
    near = document.reading.sentences[first : sentence.number + 1]
    return [*document.opening, *(s for s in near if not s.furniture)]
