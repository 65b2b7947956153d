"""The names of a passage, and its "I" and "you": what stands where."""

from __future__ import annotations

from functools import cached_property

from summarizer.reading.sentences import Sentence
from summarizer.verification.compare.talk import is_talk
from summarizer.verification.context import Document
from summarizer.verification.who.identity import Named, named_among
from summarizer.verification.who.persons import is_possessive, persons_in, with_persons


class PassageNames:
    """Whom a sentence of a document names."""

    sentence: Sentence
    document: Document

    @cached_property
    def printed(self) -> tuple[Named, ...]:
        """The names that the sentence has as such; the label of a turn only tells who says it."""
        names, label = self.document.identities.in_sentence(self.sentence), self.sentence.block.label
        if label is None or not self.sentence.span.contains(label) or not is_talk(self.document):
            return names
        return tuple(n for n in names if not label.overlaps(n.span))

    @cached_property
    def persons(self) -> tuple[Named, ...]:
        """The "I" and "you" of the sentence, where the text tells whom they stand for."""
        return persons_in(self.document, self.sentence)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The names in the sentence, with its "I" and "you"."""
        return with_persons(self.printed, self.persons)

    @cached_property
    def _determining(self) -> tuple[Named, ...]:
        """The names in the sentence, with its "my" and "your", which stand before a noun as "Ann's" does."""
        return with_persons(self.printed, [p for p in self.persons if is_possessive(self.document.text, p)])

    def names_one(self, named: Named) -> bool:
        """Whether the sentence has a name that can stand for the same."""
        keys, texts = self._names
        if keys.isdisjoint(named.keys) and named.text.casefold() not in texts:
            return False
        return named_among(named, self.named)

    @cached_property
    def _names(self) -> tuple[frozenset[str], frozenset[str]]:
        keys = frozenset().union(*(named.keys for named in self.named))
        return keys, frozenset(named.text.casefold() for named in self.named)

    @cached_property
    def named_before(self) -> dict[int, Named]:
        """The names of the sentence by the token right behind them."""
        tokens = self.document.reading.tokens
        return {tokens.touching(named.span).stop: named for named in self._determining}

    @cached_property
    def named_from(self) -> dict[int, Named]:
        """The names of the sentence by their first token."""
        tokens = self.document.reading.tokens
        return {tokens.within(named.span).start: named for named in self._determining}
