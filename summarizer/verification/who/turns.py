"""Which sentences of a text somebody speaks: their turns in a transcript, and what is told as their words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.context import Document, remembered
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import Voice

KEPT = 32  # speakers whose sentences are kept, for claims that are checked one by one


@partial(remembered, most=KEPT)
def spoken_by(document: Document, speaker: str) -> tuple[Sentence, ...]:
    """Return the sentences of the story that `speaker` says, in order; none where the text has no words of theirs."""
    numbers: set[int] = set()
    for voice, spoken in _turns(document):
        if compare_speaker(document, speaker, voice) is Agreement.SAME:
            numbers.update(spoken)
    sentences = document.reading.sentences
    return tuple(sentences[number - 1] for number in sorted(numbers))


@remembered
def _turns(document: Document) -> tuple[tuple[Voice, tuple[int, ...]], ...]:
    """Return who speaks in a text, each as named first, with the numbers of the sentences told as their words."""
    reading = document.reading
    voices: dict[str, Voice] = {}
    spoken: dict[str, list[int]] = {}

    def add(place: Span, text: str, sentences: Iterable[Sentence]) -> None:
        line = " ".join(text.split())
        voices.setdefault(line, Voice(line, place))
        spoken.setdefault(line, []).extend(s.number for s in sentences)

    for sentence in document.story:
        if label := sentence.block.speaker:
            add(label, reading.source[label], [sentence])
    for attribution in reading.attributions:
        place = attribution.speaker
        if place is not None and attribution.rule != "label":
            inside = (s for piece in attribution.content for s in reading.sentences_of(piece))
            own = (s for s in inside if not s.furniture)
            add(place, attribution.name or reading.source[place], own)
    return tuple((voice, tuple(dict.fromkeys(spoken[text]))) for text, voice in voices.items())
