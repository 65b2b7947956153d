"""The Reading: what plain code finds in a Source, each part found once and only when asked for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from summarizer.reading.blocks import Block, find_blocks
from summarizer.reading.polarity import Operator, find_operators
from summarizer.reading.sentences import Sentence, find_sentences
from summarizer.reading.wording import Tokens
from summarizer.source import Source, Span


class Reading:
    """Sentences, furniture, names, attributions, quantities and dates of one Source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self._operators: dict[int, tuple[Operator, ...]] = {}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, headings, list lines, speaker turns and furniture, in order."""
        return find_blocks(self.source)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, numbered from 1; every non-blank character is in exactly one."""
        return find_sentences(self.text, self.blocks)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds `offset`, or the last one before it."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 else None

    def sentences_of(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share a character with `span`, in order."""
        first = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        found = []
        for sentence in self.sentences[first:]:
            if sentence.span.start >= span.end:
                break
            if sentence.span.overlaps(span):
                found.append(sentence)
        return tuple(found)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the text in comparable form."""
        return Tokens(self.text)

    def operators(self, sentence: Sentence) -> tuple[Operator, ...]:
        """Return what negates, denies, conditions or questions in a sentence; found when first asked for."""
        if sentence.number not in self._operators:
            self._operators[sentence.number] = find_operators(self.text, sentence.span)
        return self._operators[sentence.number]


def read(source: Source) -> Reading:
    """Return the Reading of `source`; nothing is computed before it is asked for."""
    return Reading(source)
