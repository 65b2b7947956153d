"""What else a value of a claim may follow from: every way in which amounts that stand together give one, bound by the claim's words.

Among many numbers some pair always gives any value. So each way is asked what value it gives and how well its operands, with the words
beside them, fit what the claim tells; a value follows only where all of the ways that fit best give it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from summarizer.reading.polarity import Operation as Polarity
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concept, Keys, keys
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.computed.amounts import Worked
from summarizer.verification.computed.computation import excerpt, is_frame
from summarizer.verification.computed.direction import names_other
from summarizer.verification.computed.figures import Figure, is_denied, unit_of
from summarizer.verification.computed.nearness import meets
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.context import Document, once, remembered
from summarizer.verification.values.quantities import Quantity, equal

_BOUND = 0.35  # of a claim's words, by weight, what must stand with the operands
_TIE = 0.025  # by how much operands must fit better, to be told from others
# What a word counts that stands beside an operand but in another part of the sentence, in its sentences, or in those around them.
_BESIDE, _SENTENCE, _AROUND = 0.85, 0.6, 0.3
_NAMED = re.compile(r"[A-Z][\w-]+['’]s?")
_EVENT = re.compile(
    r"open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|end(?:s|ed|ing)?|final"
)
_OWNED = re.compile(r"['’]s?$")
_NEAR = 2  # sentences on each side of an operand that tell of it too
_LITTLE = 0.25  # of a claim's words, the share below which nothing else binds its operands
_SAID = 0.15  # by how much operands are bound better for each that the claim names itself
_PER_SENTENCE, _FARTHEST = (
    0.03,
    5,
)  # by what operands are bound worse for each sentence between them, up to so many
_OWN = 0.08  # what operands of one sentence are bound better by


@dataclass(frozen=True)
class Way:
    """One way in which amounts of the text give a value."""

    value: float
    operands: tuple[Figure, ...]
    message: str
    beside: Keys = frozenset()  # what else belongs to it: the clause that tells of "the rest"
    explained: tuple[Quantity, ...] = ()  # quantities of the claim that it explains besides the wanted one
    taken: frozenset[int] = frozenset()  # words of the claim that are its own
    multiple: bool = False  # it is how many times as much one is as the other
    lean: float = 0.0  # by how much its own words speak for it besides
    denied: bool = False  # the text denies of its operands what the claim tells of the rest
    apart: bool = False  # its operands are those of several sides: no name decides between them


@dataclass(frozen=True)
class Ask:
    """A value of a claim that is to follow, or, without one, a multiple that its words tell."""

    document: Document
    claim: Claim
    wanted: Quantity
    answers: dict[Callable[..., Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def text(self) -> str:
        """The claim."""
        return self.claim.text

    @property
    def unit(self) -> str | None:
        """The unit of the value."""
        return unit_of(self.wanted)

    @property
    def noun(self) -> str | None:
        """What the value counts."""
        noun = getattr(self.wanted.item, "noun", None)
        return None if noun is None or is_frame(str(noun)) else str(noun)

    @property
    def kind(self) -> str:
        """What sort of number the value is; of a length of time, "length"."""
        return str(getattr(self.wanted.item, "kind", "length"))

    @property
    def value(self) -> float:
        """The value, of a length of time in minutes."""
        item = self.wanted.item
        return float(item.minutes if self.wanted.sort == "duration" else item.value)

    @cached_property
    def before(self) -> str:
        """The claim up to the value."""
        return self.text[: self.wanted.span.start]

    @cached_property
    def after(self) -> str:
        """The claim behind the value."""
        return self.text[self.wanted.span.end :]

    @property
    def words(self) -> tuple[Concept, ...]:
        """The words of the claim that tell of the matter: none of its arithmetic or of its values."""
        return _words_of_matter(self.claim)

    def words_in(self, start: int, end: int) -> tuple[Concept, ...]:
        """Return those of the words that stand in a part of the claim."""
        starts = self.claim.tokens.starts
        return tuple(x for x in self.words if start <= starts[x.at] < end)


@once
def _words_of_matter(claim: Claim) -> tuple[Concept, ...]:
    place = {i for q in claim.quantities for i in claim.tokens.within(q.span)}
    every = (*claim.concepts.each, *claim.name_concepts.each)
    bare = ((x, _OWNED.sub("", x.form)) for x in every if x.at not in place)
    told = [x for x, form in bare if _EVENT.fullmatch(form) or not (of_arithmetic(form) or is_frame(form))]
    return (*told, *_owners(claim, place | {x.at for x in every}))


def _owners(claim: Claim, known: set[int]) -> Iterator[Concept]:
    """Yield the names in the genitive, which are no words of their own: "lower than Alder's"."""
    tokens = claim.tokens
    for i in (i for i in range(len(tokens)) if i not in known):
        start, end = tokens.starts[i], tokens.ends[i]
        if _NAMED.fullmatch(claim.text[start:end]):
            form = _OWNED.sub("", tokens.form(i))
            yield Concept(i, form, keys(form))


@partial(remembered, most=8)
def _asked(document: Document, text: str, wanted: Quantity) -> Ask:
    return Ask(document, claim_of(document, text), wanted)


def ask_of(document: Document, claim: Claim, wanted: Quantity) -> Ask:
    """Return a value of a claim that is to follow; the last ones are kept, since each is asked in several ways."""
    return _asked(document, claim.text, wanted)


Ways = Callable[[Ask], Iterator[Way]]


def _fits(ask: Ask, ways: Ways) -> list[tuple[Way, float]]:
    """Return the ways of a sort that a value may follow in, each with how well it fits the claim's words."""
    if ways not in ask.answers:
        ask.answers[ways] = [(way, _fit(ask, way)) for way in ways(ask) if _may_be(ask, way)]
    found: list[tuple[Way, float]] = ask.answers[ways]
    return found


def decide(ask: Ask, ways: Ways) -> Worked | None:
    """Return the way that a claim's words bind, where it gives the value and none that fits as well gives another."""
    found = _fits(ask, ways)
    best = max((fit for _, fit in found), default=0.0)
    if best < _BOUND:
        return None
    top = [way for way, fit in found if fit >= best - _TIE]
    if not all(meets(ask.claim.text, ask.wanted, way.value, multiple=way.multiple) for way in top):
        return None
    way = next(w for w, fit in found if fit == best)
    spans = tuple(dict.fromkeys(f.span for f in way.operands))
    return Worked(way.message, spans, True, (ask.wanted, *way.explained), way.taken, bound=True)


def gives_another(ask: Ask, ways: Ways) -> bool:
    """Whether a claim's words bind operands that give another value than it tells."""
    found = _fits(ask, ways)
    best = max((fit for _, fit in found), default=0.0)
    top = [way for way, fit in found if fit >= max(best - _TIE, _BOUND)]
    return bool(top) and not any(meets(ask.text, ask.wanted, way.value, multiple=way.multiple) for way in top)


def _may_be(ask: Ask, way: Way) -> bool:
    denies = way.denied or any(o.operation is Polarity.NEGATION for o in ask.claim.operators)
    if not denies and any(is_denied(ask.document, f) for f in way.operands):
        return False
    by_sentence: dict[int, list[Quantity]] = {}
    for f in way.operands:
        by_sentence.setdefault(f.sentence.number, []).append(f.quantity)
    return way.apart or not any(
        names_other(ask.document, ask.claim, chosen) for chosen in by_sentence.values()
    )


def _fit(ask: Ask, way: Way) -> float:
    document = ask.document
    words = [x for x in ask.words if x.at not in way.taken]
    zone = way.beside.union(*(f.zone for f in way.operands))
    numbers = {f.sentence.number for f in way.operands}
    whole = document.retrieval.keys_of(_paragraphs(document, way.operands))
    around = document.retrieval.keys_of(_around(document, numbers))
    near = way.beside.union(*(f.near for f in way.operands))
    tiers = ((1.0, near), (_BESIDE, zone), (_SENTENCE, whole), (_AROUND, around))
    total = fit = 0.0
    for x in words:
        weight = document.retrieval.weight(x) + 0.1
        total += weight
        fit += weight * next((share for share, have in tiers if not have.isdisjoint(x.keys)), 0.0)
    own = [q for q in ask.claim.quantities if q != ask.wanted]
    said = sum(
        any(equal(q, f.quantity) for q in own) for f in way.operands
    )  # "by 30 percent, from 40 posts to 28"
    far = min(_FARTHEST, max(numbers) - min(numbers)) * _PER_SENTENCE
    base = (fit / total if total else 0.0) - far
    if base < _LITTLE:
        return base
    together = _OWN if len(numbers) == 1 else 0.0
    return base + together + _SAID * said + way.lean + _shared(way, words)


def _shared(way: Way, words: list[Concept]) -> float:
    """Return by how much operands are bound better of which the text tells the same: so many were closed, and so many had been."""
    if len(way.operands) != _PAIR:
        return 0.0
    both = way.operands[0].zone & way.operands[1].zone
    return _BOTH * sum(not both.isdisjoint(x.keys) for x in words)


_PAIR, _BOTH = 2, 0.04


def _paragraphs(document: Document, operands: tuple[Figure, ...]) -> list[Sentence]:
    """Return the sentences of operands, with those right beside them in their paragraph."""
    sentences = document.reading.sentences
    numbers = {f.sentence.number + step for f in operands for step in (-1, 0, 1)}
    blocks = {f.sentence.block.span for f in operands}
    return [
        s
        for n in sorted(numbers)
        if 1 <= n <= len(sentences) and (s := sentences[n - 1]).block.span in blocks
    ]


def _around(document: Document, numbers: set[int]) -> list[Sentence]:
    sentences = document.reading.sentences
    near = {n + step for n in numbers for step in range(-_NEAR, _NEAR + 1)}
    found = [sentences[n - 1] for n in sorted(near) if 1 <= n <= len(sentences)]
    return [*(s for s in found if not s.furniture), *document.opening]


def told(*figures: Figure) -> list[str]:
    """Return amounts as a message has them."""
    return [excerpt(f.text) for f in figures]
