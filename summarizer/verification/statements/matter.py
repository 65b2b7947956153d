"""A matter that a claim speaks of in a few words, and where the text speaks of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import Sort, look_up
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concept
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.context import Document
from summarizer.verification.who.identity import Named, matches

SPEAKS_OF = 0.6  # share of a matter's words, by weight, from which a sentence speaks of it
GENERIC = frozenset(
    "any member members participant participants representative representatives official officials delegate delegates minister ministers "
    "those people persons one part list".split()
)


_POINT = late_regex(
    r"^(?:the\s+)?(?:start|beginning|opening|launch|end|conclusion|holding|resumption|completion)\s+of\s+",
    re.IGNORECASE,
)
_HAPPENS = late_regex(
    r"\s+(?:will|would|shall|should|is\s+to|are\s+to|was|were|is|are)\s+(?:be\s+)?(?:start|begin|open|end|conclude|resume|happen|take\s+place|held|launched|convened?)$",
    re.IGNORECASE,
)
_BEHIND_HEAD = late_regex(
    r"\b(?:of|on|for|in|to|with|against|between|among|by|from|about|at|over|that|which|who)\b"
)
# Which one of several: words without content of their own that tell things of one name apart.
_OTHER = tuple(
    late_regex(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"next|further|another|follow-?up|future|again|subsequent|renewed|additional|upcoming|proposed|second|continu\w+|invit\w+|plan\w*",
        "first", "second", "third", "fourth", "last|previous|earlier|former",
    )
)  # fmt: skip


@dataclass
class Matter:
    """The words of a matter, and where the text speaks of it."""

    document: Document
    text: str
    plain: bool = True  # words for just anybody ("any member of …") do not tell what the matter is

    @cached_property
    def claim(self) -> Claim:
        """The matter read as a claim: its names and content words."""
        # The start of a dialogue is looked for where the text speaks of the dialogue.
        return claim_of(self.document, _HAPPENS.sub("", _POINT.sub("", self.text)))

    @cached_property
    def wanted(self) -> list[tuple[float, Concept | Named]]:
        """The matter's names and content words with what they weigh."""
        retrieval = self.document.retrieval
        words = [c for c in self.claim.concepts.each if not (self.plain and c.form in GENERIC)]
        names = list(self.claim.names)
        return [*((retrieval.weight(c) + 0.1, c) for c in words), *((2.0, n) for n in names)]

    def share(self, sentence: Sentence) -> float:
        """Return how much of the matter a sentence has."""
        total = sum(weight for weight, _ in self.wanted)
        return sum(w for w, one in self.wanted if self.places(one, sentence)) / total if total else 0.0

    def places(self, one: Concept | Named, sentence: Sentence) -> list[Span]:
        """Return where a sentence has a name or a word."""
        if isinstance(one, Named):
            return [n.span for n in self.document.identities.in_sentence(sentence) if _same(n, one)]
        tokens = self.document.reading.tokens
        return [
            tokens.span(i, i + 1)
            for i in tokens.within(sentence.span)
            if not one.keys.isdisjoint(self.document.retrieval.keys_at(i))
        ]

    @cached_property
    def passages(self) -> list[Sentence]:
        """The sentences of the story that speak of the matter, those that have most of it first."""
        shares = {s.number: self.share(s) for s in self.document.story}
        found = [s for s in self.document.story if shares[s.number] >= SPEAKS_OF and self._same_one(s)]
        return sorted(found, key=lambda s: -shares[s.number])

    @property
    def head(self) -> str:
        """The words up to the head noun: "any agreement" of "any agreement among the presidents"."""
        end = _BEHIND_HEAD.search(self.text)
        return self.text[: end.start()].strip() if end and end.start() else self.text

    @property
    def one_more(self) -> bool:
        """Whether it is yet to come: a next meeting, further talks."""
        return bool(_OTHER[0].search(self.text))

    @property
    def decisive(self) -> list[Concept | Named]:
        """What cannot be wanting where the matter is spoken of: its names, or its head noun ("economic sanctions")."""
        names: list[Concept | Named] = list(self.claim.names)
        end = _BEHIND_HEAD.search(self.claim.text)
        ahead = [
            c for c in self.claim.concepts.each if end is None or self.claim.tokens.starts[c.at] < end.start()
        ]
        return [*names, *ahead[-1:]]

    def has_words(self, sentence: Sentence) -> bool:
        """Whether a sentence has all of the content words, names apart."""
        return all(self.places(one, sentence) for _, one in self.wanted if isinstance(one, Concept))

    def _same_one(self, sentence: Sentence) -> bool:
        """Whether a sentence may speak of the one that is meant: a second panel or a next meeting is not the first."""
        return all(words.search(sentence.text) for words in _OTHER if words.search(self.text))

    def spans(self, sentence: Sentence) -> list[Span]:
        """Return where a sentence has the words of the matter, each where it stands nearest to the others."""
        found = [places for _, one in self.wanted if (places := self.places(one, sentence))]
        if not found:
            return []
        rarest = min(found, key=len)
        groups = [[min(places, key=lambda p: abs(p.start - at.start)) for places in found] for at in rarest]
        return sorted(min(groups, key=lambda g: max(p.end for p in g) - min(p.start for p in g)))


def _same(a: Named, b: Named) -> bool:
    """Whether two names are of the same: a capital may speak for its state, but what is in Tokyo is not just in Japan."""
    capitals = [Sort.CAPITAL in {e.sort for e in look_up(n.text)} for n in (a, b)]
    return matches(a, b) and (capitals[0] == capitals[1] or a.text.casefold() == b.text.casefold())
