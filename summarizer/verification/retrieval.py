"""Finds the sentences that a claim rests on, by the rare concepts it shares with them (after BM25's idf)."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import islice, takewhile

from summarizer.reading import Reading
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concept, Keys, expression_keys, is_function_word, keys

CANDIDATES = 6  # sentences that a claim is compared with
_REMEMBERED = 10_000  # words whose weight is kept
_KEPT = 64  # words of the last claim whose sentences are kept: it is taken apart, and each part asks again
_RELATED = 0.8  # what a word of the same group counts, beside the word itself


class Retrieval:
    """An index from words, and the groups they belong to, to the sentences of the story."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sentences = [s for s in reading.sentences if not s.furniture]
        self._positions: dict[int, dict[str, list[int]]] = {}
        self._weights: dict[Keys, float] = {}
        self._shares: dict[Keys, dict[int, float]] = {}

    @cached_property
    def _keys(self) -> list[Keys]:
        """What each form of the source can be matched by; nothing for function words."""
        return [frozenset() if is_function_word(f) else keys(f) for f in self.reading.tokens.forms]

    @cached_property
    def _in_expressions(self) -> dict[int, Keys]:
        """What the tokens that stand in an expression can be matched by, it and the words themselves."""
        ids = self.reading.tokens.ids
        found = expression_keys(self.reading.tokens.slice_forms())
        return {token: self._keys[ids[token]] | more for token, more in found.items()}

    def keys_at(self, token: int) -> Keys:
        """Return what a token of the source can be matched by, with the expressions it stands in."""
        joined = self._in_expressions.get(token)
        return self._keys[self.reading.tokens.ids[token]] if joined is None else joined

    def keys_of(self, sentences: Iterable[Sentence]) -> Keys:
        """Return all that the words of some sentences can be matched by."""
        return frozenset().union(*map(self.positions_in, sentences))

    def tells(self, sentences: Iterable[Sentence], wanted: Keys) -> bool:
        """Whether some sentences have a word that can be matched by any of `wanted`."""
        return any(not self.positions_in(s).keys().isdisjoint(wanted) for s in sentences)

    def positions_in(self, sentence: Sentence) -> dict[str, list[int]]:
        """Return the token numbers in a sentence of all that its words can be matched by; found once for all claims."""
        if sentence.number not in self._positions:
            found: dict[str, list[int]] = {}
            for i in self.reading.tokens.within(sentence.span):
                for one in self.keys_at(i):
                    found.setdefault(one, []).append(i)
            self._positions[sentence.number] = found
        return self._positions[sentence.number]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at in range(len(self.reading.tokens)):
            for one in self.keys_at(at):
                found[one].append(at)
        return dict(found)

    def places_of(self, key: str) -> list[int]:
        """Return the numbers of the tokens that can be matched by a key, in all of the text."""
        return self._places.get(key, [])

    @cached_property
    def _alphabetical(self) -> list[str]:
        return sorted(form for form in self.reading.tokens.forms if not is_function_word(form))

    def forms_beginning(self, letters: str) -> list[str]:
        """Return the content words of all of the text that begin with some letters."""
        forms = self._alphabetical
        first = bisect_left(forms, letters)
        return list(takewhile(lambda form: form.startswith(letters), islice(forms, first, None)))

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for sentence in self.sentences:
            places = self.reading.tokens.within(sentence.span)
            for at in places:
                for one in self.keys_at(at):
                    numbers = postings[one]
                    if not numbers or numbers[-1] != sentence.number:
                        numbers.append(sentence.number)
        return dict(postings)

    def weight(self, concept: Concept) -> float:
        """Return how much a concept tells: its inverse document frequency over the sentences."""
        if (known := self._weights.get(concept.keys)) is None:
            count = max((len(self._postings.get(one, ())) for one in concept.keys), default=0)
            total = max(1, len(self.sentences))
            if len(self._weights) >= _REMEMBERED:
                self._weights.clear()
            known = self._weights[concept.keys] = math.log(1 + (total - count + 0.5) / (count + 0.5))
        return known

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words of the story."""
        return frozenset(one for one in self._postings if not one.startswith("="))

    def known(self, concept: Concept) -> bool:
        """Whether the story has the concept at all."""
        return any(one in self._postings for one in concept.keys)

    def ranked(self, concepts: Iterable[Concept], within: Sequence[Sentence] | None = None) -> list[Sentence]:
        """Return the sentences that share the most of `concepts` by weight, best first."""
        allowed = {s.number for s in within} if within is not None else None
        scores: dict[int, float] = defaultdict(float)
        for concept in concepts:
            weight = self.weight(concept)
            for number, share in self._having(concept.keys).items():
                if allowed is None or number in allowed:
                    scores[number] += weight * share
        least = min(nlargest(CANDIDATES, scores.values()), default=0.0)
        best = sorted((-score, number) for number, score in scores.items() if score >= least)
        return [self.reading.sentences[number - 1] for _, number in best[:CANDIDATES]]

    def _having(self, wanted: Keys) -> dict[int, float]:
        """Return the sentences that have a word, with what having it counts; the last words asked for are kept."""
        if (known := self._shares.get(wanted)) is None:
            if len(self._shares) >= _KEPT:
                self._shares.clear()
            known = self._shares[wanted] = self._find_having(wanted)
        return known

    def _find_having(self, wanted: Keys) -> dict[int, float]:
        found: dict[int, float] = {}
        for share, of_group in ((_RELATED, True), (1.0, False)):  # the word itself last: it counts more
            for one in wanted:
                if one.startswith("=") is of_group:
                    found.update(dict.fromkeys(self._postings.get(one, ()), share))
        return found
