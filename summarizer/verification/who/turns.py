"""Which sentences of a text somebody speaks: their turns in a transcript, and what is told as their words."""

from __future__ import annotations

from functools import lru_cache

from summarizer.reading.sentences import Sentence
from summarizer.verification.context import Document
from summarizer.verification.who.speakers import Agreement, Voice, compare_speaker

KEPT = 32  # speakers whose sentences are kept, for claims that are checked one by one


@lru_cache(maxsize=KEPT)
def spoken_by(document: Document, speaker: str) -> tuple[Sentence, ...]:
    """Return the sentences of the story that `speaker` says, in order; none where the text has no words of theirs."""
    reading, told = document.reading, dict[str, bool]()

    def own(voice: Voice) -> bool:
        if voice.text not in told:
            told[voice.text] = compare_speaker(document, speaker, voice) is Agreement.SAME
        return told[voice.text]

    found = {
        s.number: s
        for s in document.story
        if s.block.speaker and own(Voice(_line(reading.source[s.block.speaker]), s.block.speaker))
    }
    for attribution in reading.attributions:
        place = attribution.speaker
        if place is None or attribution.rule == "label":
            continue
        if own(Voice(_line(attribution.name or reading.source[place]), place)):
            inside = (s for piece in attribution.content for s in reading.sentences_of(piece))
            found |= {s.number: s for s in inside if not s.furniture}
    return tuple(found[number] for number in sorted(found))


def _line(text: str) -> str:
    return " ".join(text.split())
