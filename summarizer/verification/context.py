"""What a check may look at: the reading, the placed evidence of the field's record, and the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, lru_cache, wraps
from itertools import accumulate
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from summarizer.reading import Reading
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.blocks import BlockKind
from summarizer.reading.sentences import Sentence
from summarizer.reading.wording import Tokens
from summarizer.reading.words import Concepts, concepts
from summarizer.source import Span, hull
from summarizer.verification.align import Aligner
from summarizer.verification.evidence import PlacedEvidence, place_evidence
from summarizer.verification.retrieval import Retrieval
from summarizer.verification.values.quantities import Quantity, quantities_of
from summarizer.verification.walk import Node
from summarizer.verification.who.identity import Identities

OPENING = 2  # sentences of the story that tell what all of it is about
_REMEMBERED = 256  # answers to one question about a document that are kept
OF_EACH = 4_096  # the same for questions that are asked of each sentence, whose answers are small
_LONG = 5_000  # characters from which what is asked is not kept with its answer

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Document:
    """One source prepared for verification; built once, shared by all fields."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self._quantities: dict[int, tuple[Quantity, ...]] = {}
        self._contexts: dict[int, tuple[Sentence, ...]] = {}
        self.answers: dict[Callable[..., Any], dict[Hashable, Any]] = {}

    @cached_property
    def aligner(self) -> Aligner:
        """Places quotes in the source."""
        return Aligner(self.reading.tokens)

    @cached_property
    def retrieval(self) -> Retrieval:
        """Finds the sentences that a claim rests on."""
        return Retrieval(self.reading)

    @cached_property
    def identities(self) -> Identities:
        """Tells who or what a name stands for."""
        return Identities(self.reading)

    @cached_property
    def story(self) -> tuple[Sentence, ...]:
        """The sentences that may support a claim: all but page furniture and front matter."""
        return tuple(s for s in self.reading.sentences if not s.furniture)

    def quantities_in(self, sentence: Sentence) -> tuple[Quantity, ...]:
        """Return the numbers, lengths, dates and times of a sentence, at offsets of the source."""
        if sentence.number not in self._quantities:
            found = quantities_of(sentence.text, self.reading.anchor, sentence.span.start)
            if (
                sentence.furniture
            ):  # the title of a page tells something; the day it was last changed does not
                found = tuple(q for q in found if self.in_title(q.span))
            self._quantities[sentence.number] = found
        return self._quantities[sentence.number]

    def forms_in(self, sentence: Sentence) -> frozenset[str]:
        """Return the forms of the words of a sentence."""
        at = self.reading.tokens.within(sentence.span)
        return frozenset(self.reading.tokens.slice_forms(at.start, at.stop))

    def context_of(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Return what a sentence leans on: the two before it, the one behind it, the title and the opening."""
        if sentence.number not in self._contexts:
            self._contexts[sentence.number] = self._find_context(sentence)
        return self._contexts[sentence.number]

    def _find_context(self, sentence: Sentence) -> tuple[Sentence, ...]:
        numbers = {sentence.number + step for step in (-2, -1, 1)} | {s.number for s in self.opening}
        numbers.discard(sentence.number)
        last = len(self.reading.sentences)
        around = [self.reading.sentences[n - 1] for n in sorted(numbers) if 1 <= n <= last]
        return tuple(s for s in around if not s.furniture or s in self.opening)

    @cached_property
    def opening(self) -> tuple[Sentence, ...]:
        """The title and the first sentences of the story: they tell what the whole document is about."""
        matter = self.reading.source.front_matter
        place = Span(*matter.values["title"]) if matter and "title" in matter.values else None
        titles = [self.reading.sentence_at(place.start)] if place else []
        return tuple(s for s in (*titles, *self.story[:OPENING]) if s)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All numbers, lengths, dates and times of the story."""
        return tuple(q for s in self.story for q in self.quantities_in(s))

    def concepts(self, words: str) -> Concepts:
        """Return the content words of some text."""
        return concepts(Tokens(words).slice_forms())

    @cached_property
    def times(self) -> tuple[Quantity, ...]:
        """The clock times of the story: the length of a session may follow from two of them."""
        return tuple(q for q in self.quantities if q.sort == "time")

    @cached_property
    def _content_hulls(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        """Return where the attributions' contents begin and end, with their indices, by place; and how far those up to each reach."""
        hulls = [hull(a.content) for a in self.reading.attributions]
        order = sorted((h.start, h.end, i) for i, h in enumerate(hulls))
        return order, list(accumulate((end for _, end, _ in order), max))

    def attributions_at(self, spans: Iterable[Span]) -> list[Attribution]:
        """Return the attributions whose content may share a character with one of `spans`, in order of the text."""
        hulls, reach = self._content_hulls
        found: set[int] = set()
        for span in spans:
            for at in range(bisect_left(hulls, (span.end,)) - 1, -1, -1):
                if reach[at] <= span.start:
                    break  # neither this one nor any before it
                if hulls[at][1] > span.start:
                    found.add(hulls[at][2])
        return [self.reading.attributions[i] for i in sorted(found)]

    def in_furniture(self, span: Span) -> bool:
        """Whether a span begins in page furniture or front matter."""
        sentence = self.reading.sentence_at(span.start)
        return sentence is not None and sentence.furniture and not self.in_title(span)

    def in_title(self, span: Span) -> bool:
        """Whether a span lies in the title that the front matter tells: that is no furniture."""
        matter = self.reading.source.front_matter
        return bool(matter and "title" in matter.values and Span(*matter.values["title"]).contains(span))

    def is_heading(self, span: Span) -> bool:
        """Whether a span begins in the title or a heading."""
        sentence = self.reading.sentence_at(span.start)
        return sentence is not None and sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING)


def remembered(
    find: Callable[Concatenate[Document, Asked], Answer], most: int = _REMEMBERED
) -> Callable[Concatenate[Document, Asked], Answer]:
    """Remember the answers of a function about a document while that is kept: one claim asks often, and the next again.

    What it is asked must be hashable, and nobody may change what it answers. `most` answers are kept.
    """

    @wraps(find)
    def answer(document: Document, /, *asked: Asked.args, **more: Asked.kwargs) -> Answer:
        if more:
            return find(document, *asked, **more)
        if (known := document.answers.get(find)) is None:
            known = document.answers[find] = {}
        if asked not in known:
            if any(isinstance(one, str) and len(one) > _LONG for one in asked):
                return find(document, *asked, **more)
            if len(known) >= most:
                known.clear()
            known[asked] = find(document, *asked, **more)
        found: Answer = known[asked]
        return found

    return answer


class Asking(Protocol):
    """What is asked the same questions many times, and keeps the answers."""

    @property
    def answers(self) -> dict[Callable[..., Any], Any]: ...  # noqa: D102


Claim = TypeVar("Claim", bound=Asking)


def once(find: Callable[[Claim], Answer]) -> Callable[[Claim], Answer]:
    """Ask a question of each claim once, however many passages it is compared with; nobody may change the answer."""

    @wraps(find)
    def answer(claim: Claim) -> Answer:
        if find not in claim.answers:
            claim.answers[find] = find(claim)
        found: Answer = claim.answers[find]
        return found

    return answer


@lru_cache(maxsize=2)
def document_of(reading: Reading) -> Document:
    """Return a source prepared for verification; the last ones are kept, for claims that are checked one by one."""
    return Document(reading)


class Context:
    """The surroundings of the fields of one record."""

    def __init__(self, document: Document, node: Node) -> None:
        self.document = document
        self.reading = document.reading
        self.text = document.text
        self.node = node
        self.data = node.data

    @cached_property
    def evidence(self) -> tuple[PlacedEvidence, ...]:
        """The record's evidence, placed; empty when it names none."""
        return place_evidence(self.data, self.reading, self.document.aligner) if self.node.is_record else ()

    @property
    def has_evidence(self) -> bool:
        """Whether the record names evidence; if not, the whole source is searched."""
        return bool(self.evidence)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """The places of the evidence itself."""
        return tuple(span for piece in self.evidence for span in piece.spans)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that the evidence stands in; without evidence, the whole story."""
        if not self.has_evidence:
            return self.document.story
        found = {s.number: s for span in self.quotes for s in self.reading.sentences_of(span)}
        return tuple(found[number] for number in sorted(found))

    def inside(self, span: Span) -> bool:
        """Whether a span lies in the sentences of the evidence."""
        sentence = self.reading.sentence_at(span.start)
        own = sentence is not None and sentence.span.contains(span) and self._has(sentence)
        return own or any(q.overlaps(span) for q in self.quotes)

    def _has(self, sentence: Sentence) -> bool:
        return sentence.number in self._numbers if self.has_evidence else not sentence.furniture

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(s.number for s in self.sentences)

    def in_quotes(self, span: Span) -> bool:
        """Whether a span lies in the evidence itself; anywhere in the story when there is none."""
        if not self.has_evidence:
            return not self.document.in_furniture(span)
        return any(quote.contains(span) for quote in self.quotes)

    @property
    def unplaced(self) -> tuple[str, ...]:
        """Why pieces of evidence have no place."""
        return tuple(piece.problem for piece in self.evidence if piece.problem)
