"""Speakers given as a group: "the team mentioned" what one at its table said, "authorities say" what the police said."""

from __future__ import annotations

import re

from summarizer.reading.stems import stem
from summarizer.source import Span
from summarizer.verification.context import Document, remembered

# Those who sit together and talk, in the words of whoever sums up the meeting.
_GATHERED = re.compile(
    r"(?:the\s+|all\s+|most\s+of\s+the\s+)?(?:group|team|participants|attendees|members|meeting|panel|panellists|panelists|speakers|colleagues|committee|board|they)(?:\s+members)?",
    re.IGNORECASE,
)
_AT_TABLE = 3  # labelled speakers from which a text is a discussion
# Whose words are those of the wider word in front.
_WIDER = {
    "authorities": "police prosecutor official court sheriff ministry government investigator magistrate coroner attorney agency commissioner mayor governor detective judge",
    "officials": "minister spokesman spokeswoman spokesperson secretary ambassador commissioner mayor governor official ministry authority deputy",
    "investigators": "police prosecutor detective inspector officer investigator",
    "lawyers": "attorney barrister counsel lawyer solicitor",
    "experts": "professor scientist researcher analyst doctor economist expert",
    "witnesses": "passer-by resident neighbour neighbor bystander witness",
}


def is_among(document: Document, given: str, told: str, place: Span) -> bool:
    """Whether a speaker given as a group includes the one read: one who sits in the discussion, or one of a narrower sort."""
    if _GATHERED.fullmatch(given.strip()):
        labels = _labels(document)
        named = {document.text[label.start : label.end] for label in labels}
        return len(named) >= _AT_TABLE and any(label.overlaps(place) for label in labels)
    narrower = _WIDER.get(given.casefold().removeprefix("the ").strip(), "").split()
    words = {stem(word.casefold()) for word in re.findall(r"[^\W\d_]+", told)} if narrower else set()
    return any(stem(word) in words for word in narrower)


@remembered
def _labels(document: Document) -> frozenset[Span]:
    """Return where the labels stand of those who speak in turns."""
    return frozenset(s.block.speaker for s in document.reading.sentences if s.block.speaker)
