"""Words that nobody answers for: a leaflet's, a rumour's, a film's. What they tell as settled is not settled by that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.verification.context import Document

# What carries words without a person or body that stands for them, and what tells of things that are not.
_CARRIER = re.compile(
    r"""\b(?:
      (?:leaflet|flyer|flier|pamphlet|banner|placard|poster|sticker|billboard|rumou?r|hoax|meme|prank|parody|satire|spoof|novel|film|movie|
         cartoon|sketch|dream|nightmare|forgery|deepfake|fabrication|chatbot|bot|troll|joker|prankster|impostor)s?(?:\s+accounts?)?
    | (?:test|sample|example|practice)\s+(?:sentence|phrase|headline)s?
    | graffiti | gossip | hearsay | fiction | whispers
    | (?:anonymous|unsigned|unverified|unattributed|forged|faked?|fabricated|bogus|doctored|hoaxed|spurious|fictitious|fictional|imaginary)
      \s+(?!(?:\w+\s+)?(?:official|source|diplomat|officer|aide|adviser|minister|lawmaker|person|people|witness|expert|negotiator)s?\b)\w+
    | (?:un|never\s+)(?:signed|published|adopted)\s+draft | draft(?:s|ed)?\s+(?:communiqu[eé]|statement|text|agreement|accord|deal|declaration|
      resolution|treaty|memorandum|document|decision)s?
    | (?:earlier|previous|former|first|original)\s+versions?\s+of\s+(?:this|the|our)\s+(?:report|story|article|page|post|text|dispatch|item)
    | sign(?:board|post)?s?\s+(?=(?:on|at|outside|above|over|by|in|reading|that\s+read|read)\b(?!\s+behalf))
    | spray(?:ed|-painted)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


# What leads from a carrier to its words, up to a short subject of theirs: "a leaflet that read: “Both sides", "rumours that".
_LEADS = late_regex(
    r"(?:[:“\"‘]|\b(?:that|read(?:s|ing)?|sa(?:ys|id|ying)|claim(?:s|ed|ing)?|tells?|told|ha[sd]\s+it|report(?:s|ed|ing)?))\s*(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
# What is told in a work of fiction, or a dream, is told by a clause of its own.
_WITHIN = late_regex(
    r"\bin\s+(?:the|an?|his|her|their|its|one)\s+(?:\w+\s+)?"
    r"(?:novel|film|movie|cartoon|sketch|dream|nightmare|parody|satire|spoof)\b",
    re.IGNORECASE,
)


def carrier_of(document: Document, place: Span, claim: str) -> Span | None:
    """Return what carries the words at `place` where nobody answers for them, unless the claim itself names it.

    It is their speaker, or leads up to them in their sentence with no other speaker between.
    """
    sentence = document.reading.sentence_at(place.start)
    if sentence is None or not _CARRIER.search(sentence.text):
        return None
    told = [
        a.speaker
        for a in document.attributions_at([place])
        if a.strength == "strong"
        and a.speaker
        and a.cue
        and not (place.overlaps(a.speaker) or place.overlaps(a.cue))
    ]
    nearest = max(told, key=lambda speaker: speaker.start, default=None)
    for match in _CARRIER.finditer(document.text, *sentence.span):
        carrier = Span(*match.span())
        if match[0].casefold() in claim.casefold():
            continue
        if _within(document.text, carrier) or (
            _is_head(document.text, carrier, nearest)
            if nearest and nearest.overlaps(sentence.span)
            else _leads_to(document.text, carrier, place)
        ):
            return carrier
    return None


def _within(text: str, carrier: Span) -> bool:
    return any(
        m.end() == carrier.end for m in _WITHIN.finditer(text, max(0, carrier.start - 30), carrier.end)
    )


_BESIDE = late_regex(
    r"\s*(?:$|[,;:(]|(?:of|from|on|at|in|by|for|to|with|about|that|which|who|online|outside|never|not)\b|\w+(?:ed|ing)\b)",
    re.IGNORECASE,
)


def _is_head(text: str, carrier: Span, speaker: Span) -> bool:
    """Whether a speaker is the carrier itself: "a leaflet from the gate", not "a film producer"."""
    return speaker.overlaps(carrier) and bool(
        _BESIDE.match(text[carrier.end : max(carrier.end, speaker.end)])
    )


def _leads_to(text: str, carrier: Span, place: Span) -> bool:
    return bool(_LEADS.search(text[carrier.end : place.start if carrier.end <= place.start else place.end]))


def carrier_in(document: Document, places: Sequence[Span], claim: str) -> Span | None:
    """Return the carrier of the first of several places, where all of them have one."""
    found = [carrier_of(document, place, claim) for place in places]
    return found[0] if found and all(found) else None
