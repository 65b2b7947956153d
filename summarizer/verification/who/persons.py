"""Whom "I" and "you" stand for: who has the word, and to whom it is given.

In a turn "I" is its speaker and "you" whom it calls by name, else who has the word before or behind it; in a quotation they are
who says it and whom it is said to (Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 5.8).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.context import OF_EACH, Document, remembered
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.reference import person_of
from summarizer.verification.who.speakers import issuer

_FIRST = re.compile(r"\b(?:I|(?i:my|me|myself))\b(?!\.\w)")
_SECOND = re.compile(r"\b(?:(?i:you|your|yours|yourself)|u|ur)\b")
_POSSESSIVE = re.compile(r"(?:my|your|ur)\Z", re.IGNORECASE)
# Where a sentence calls somebody by name: "Mr. Dunn, do you …", "…, Mr. Dunn?"
_CALLED_BEFORE = re.compile(
    r"(?:^|[,.:;!?\n—–-])\s*(?:(?:and|so|but|now|well|ok|okay|hi|hello|dear|yes|no|sorry|thanks|thank\s+you)[\s,]+)*(?:\w+\.?\s+){0,2}$",
    re.IGNORECASE,
)
_CALLED_BEHIND = re.compile(r"\s*(?:[,.!?;:—–]|$)")
_TO = re.compile(r"\s+(?:to\s+)?(?:(?:the|Mr|Mrs|Ms|Dr|[A-Z][\w.’'-]*|[a-z]+)\.?\s+){0,3}$")
_TURN = 12  # sentences of a turn within which the turn before it and the one behind it are looked for


def is_possessive(text: str, named: Named) -> bool:
    """Whether somebody is told of by "my" or "your" alone, which own what follows: "my guest" is not who speaks."""
    return _POSSESSIVE.match(text, *named.span) is not None


def speaks_of_persons(sentence: Sentence) -> int:
    """Return how often a sentence has an "I" or a "you", in whatever form."""
    return sum(1 for pattern in (_FIRST, _SECOND) for _ in pattern.finditer(sentence.text))


@partial(remembered, most=OF_EACH)
def persons_in(document: Document, sentence: Sentence) -> tuple[Named, ...]:
    """Return what "I" and "you" of a sentence stand for, each named at its own place; none where the text does not tell."""
    found = []
    for pattern, who in ((_FIRST, _who_speaks), (_SECOND, _who_is_spoken_to)):
        for match in pattern.finditer(document.text, *sentence.span):
            place = Span(*match.span())
            meant = who(document, sentence, place)
            if meant is not None:
                found.append(Named(place, meant.text, meant.keys))
    return tuple(found)


def with_persons(names: tuple[Named, ...], persons: Sequence[Named]) -> tuple[Named, ...]:
    """Return some names of a sentence with its persons, in order."""
    if not persons:
        return names
    kept = (n for n in names if not any(n.span.overlaps(p.span) for p in persons))
    return tuple(sorted((*kept, *persons), key=lambda named: named.span))


def _who_speaks(document: Document, sentence: Sentence, place: Span) -> Named | None:
    inside = _inside_marks(document.text, sentence, place)
    if (quoted := _quoted(document, place, inside=inside)) is not None:
        return quoted[0]
    if inside:
        return None
    if (speaks := document.identities.speaker_of(sentence)) is not None:
        return speaks
    issued = issuer(document)
    if issued is None or issued.document:
        return None
    by_title = document.identities.given(issued.text)
    return by_title if person_of(document.reading, by_title) is not None else None


def _who_is_spoken_to(document: Document, sentence: Sentence, place: Span) -> Named | None:
    inside = _inside_marks(document.text, sentence, place)
    if (quoted := _quoted(document, place, inside=inside)) is not None:
        return quoted[1]
    if sentence.block.speaker is None or inside:
        return None
    speaker = document.identities.speaker_of(sentence)
    called = _called(document, sentence, speaker)
    return called or _beside(document, sentence)


def _quoted(document: Document, place: Span, *, inside: bool) -> tuple[Named, Named | None] | None:
    """Return who says the quotation that words stand in, and whom it is said to; None outside of quotations."""
    for said in reversed(document.attributions_at([place])):
        if (
            (said.kind != "direct" and not inside)
            or said.rule == "label"
            or said.speaker is None
            or said.cue is None
        ):
            continue
        if not any(piece.contains(place) for piece in said.content):
            continue
        if said.kind == "indirect":
            return None
        words = said.name or document.text[said.speaker.start : said.speaker.end]
        speaks = Named(said.speaker, words, document.identities.keys(words))
        return speaks, _told(document, said.cue, said.addressee, speaks)
    return None


def _told(document: Document, cue: Span, addressee: Span | None, speaks: Named) -> Named | None:
    """Return whom words are said to, by the name right behind the verb of saying."""
    sentence = document.reading.sentence_at(cue.start)
    for named in document.identities.in_sentence(sentence) if sentence else ():
        spoken_to = addressee is not None and addressee.overlaps(named.span)
        if spoken_to or (
            named.span.start >= cue.end and _TO.fullmatch(document.text, cue.end, named.span.start)
        ):
            return None if matches(named, speaks) else named
    return None


def _inside_marks(text: str, sentence: Sentence, place: Span) -> bool:
    """Whether a place of a sentence stands between quotation marks: who speaks there may be another."""
    before = text[sentence.span.start : place.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _called(document: Document, sentence: Sentence, speaker: Named | None) -> Named | None:
    """Return whom a sentence calls by name."""
    text, label = document.text, sentence.block.label
    for named in document.identities.in_sentence(sentence):
        if (label and label.overlaps(named.span)) or (speaker and matches(named, speaker)):
            continue
        lead = text[sentence.span.start : named.span.start]
        if _CALLED_BEHIND.match(text, named.span.end) and _CALLED_BEFORE.search(lead):
            return named
    return None


def _beside(document: Document, sentence: Sentence) -> Named | None:
    """Return who has the word before a turn and behind it, where that is one; a question is put to who answers it."""
    behind, before = _next_turn(document, sentence, 1), _next_turn(document, sentence, -1)
    if behind is None or before is None or matches(behind, before):
        return behind or before
    return behind if sentence.text.rstrip(" \n\"”'’").endswith("?") else None


def _next_turn(document: Document, sentence: Sentence, step: int) -> Named | None:
    """Return who speaks in the next turn of somebody else, in one of the two directions."""
    own, sentences = document.identities.speaker_of(sentence), document.reading.sentences
    at = sentence.number - 1
    for _ in range(_TURN):
        at += step
        if not 0 <= at < len(sentences):
            return None
        other = document.identities.speaker_of(sentences[at]) if sentences[at].block.speaker else None
        if other is not None and own is not None and not matches(other, own):
            return other
    return None
