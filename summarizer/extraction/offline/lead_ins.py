"""Sentences that only lead in a list: no statements themselves, but the beginning of each item's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extraction.offline.holders import Holders
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.speakers import NOBODY, Voice
from summarizer.extraction.offline.units import Unit
from summarizer.extraction.offline.wording import one_line, sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

_POINTS_DOWN = late_regex(
    r"\b(?:following|below|as\s+follows|includ(?:ing|ed?)|such\s+as|namely|for\s+example|for\s+instance)\b[^.;]{0,120}:\s*$",
    re.IGNORECASE,
)
# What somebody does who tells a list of points as one's own.
_TELLS = re.compile(
    r"\b(?:highlighted|stressed|underscored|underlined|emphasi[sz]ed|noted|raised|cited|listed|outlined|pointed\s+to|called\s+for|"
    r"proposed|demanded|requested|set\s+out|reaffirmed|welcomed|pledged|promised|offered)\b"
)
_MARK = late_regex(r"\s*(?:[-*•–]|\(?\w{1,3}[.)])\s+")
_MOST_ITEMS = 12
_MOST_WORDS = 60


def leads_in(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence only leads in a list: it ends with a colon, and says so or has list lines below it."""
    if not sentence.text.rstrip().endswith(":"):
        return False
    below = scene.reading.sentences[sentence.number : sentence.number + 1]
    return bool(_POINTS_DOWN.search(sentence.text)) or any(
        s.block.kind is BlockKind.LIST_ITEM and s.block != sentence.block for s in below
    )


def listed_points(scene: Scene, who: Holders) -> Iterator[Unit]:
    """Yield the points of lists that somebody is told to make, each joined to the words that lead the list in."""
    for sentence in scene.body:
        told = _TELLS.search(sentence.text)
        if not told or not leads_in(scene, sentence):
            continue
        voice = _teller(sentence, who)
        if voice is None or voice.text is None:
            continue
        lead = Span(scene.start(sentence), sentence.span.end)
        words = re.sub(r"[\s,:]+$", "", scene.text[lead.start : lead.end])
        for item in _items(scene, sentence):
            point = one_line(scene.text[item.start : item.end])
            statement = sentence_of(f"{words}: {point}")
            if statement and len(point.split()) <= _MOST_WORDS:
                yield Unit(
                    item,
                    item,
                    who.speaker(NOBODY),
                    who.side_name(voice),
                    statement,
                    None,
                    (scene.trimmed(lead),),
                )


def _teller(sentence: Sentence, who: Holders) -> Voice | None:
    """Return who makes the points: the first one whom the sentence has say something."""
    for i, attribution in enumerate(who.attributions):
        if (
            attribution.speaker
            and sentence.span.contains(attribution.speaker)
            and attribution.rule != "label"
        ):
            return who.voices.of(i)
    return who.subject(sentence.span)


def _items(scene: Scene, sentence: Sentence) -> Iterator[Span]:
    """Yield the first sentence of each list line below."""
    block = None
    for other in scene.reading.sentences[sentence.number : sentence.number + 5 * _MOST_ITEMS]:
        if other.block.kind is not BlockKind.LIST_ITEM:
            return
        mark = _MARK.match(other.text)
        if other.block != block or mark:
            start = other.span.start + (mark.end() if mark else 0)
            yield scene.trimmed(Span(max(start, scene.start(other)), other.span.end))
        block = other.block
