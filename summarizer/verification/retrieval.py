"""Finds the sentences that a claim rests on, by the rare concepts it shares with them (after BM25's idf)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from summarizer.reading import Reading
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import concept, is_function_word

CANDIDATES = 6  # sentences that a claim is compared with


class Retrieval:
    """An index from concepts to the sentences of the story."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sentences = [s for s in reading.sentences if not s.furniture]

    @cached_property
    def _concepts(self) -> list[str | None]:
        """The concept of each form of the source, None for function words."""
        return [None if is_function_word(f) else concept(f) for f in self.reading.tokens.forms]

    @cached_property
    def concepts_of(self) -> dict[int, frozenset[str]]:
        """The concepts of each sentence of the story, by its number."""
        ids, concepts = self.reading.tokens.ids, self._concepts
        found: dict[int, frozenset[str]] = {}
        for sentence in self.sentences:
            at = self.reading.tokens.within(sentence.span)
            found[sentence.number] = frozenset(c for i in ids[at.start : at.stop] if (c := concepts[i]))
        return found

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for number, concepts in self.concepts_of.items():
            for one in concepts:
                postings[one].append(number)
        return dict(postings)

    def weight(self, one: str) -> float:
        """Return how much a concept tells: its inverse document frequency over the sentences."""
        count = len(self._postings.get(one, ()))
        total = max(1, len(self.sentences))
        return math.log(1 + (total - count + 0.5) / (count + 0.5))

    def known(self, one: str) -> bool:
        """Whether the story has the concept at all."""
        return one in self._postings

    def ranked(self, concepts: Collection[str], within: Sequence[Sentence] | None = None) -> list[Sentence]:
        """Return the sentences that share the most of `concepts` by weight, best first."""
        allowed = {s.number for s in within} if within is not None else None
        scores: dict[int, float] = defaultdict(float)
        for one in concepts:
            weight = self.weight(one)
            for number in self._postings.get(one, ()):
                if allowed is None or number in allowed:
                    scores[number] += weight
        best = sorted(scores, key=lambda number: (-scores[number], number))[:CANDIDATES]
        return [self.reading.sentences[number - 1] for number in best]
