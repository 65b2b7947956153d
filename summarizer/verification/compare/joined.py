"""Finds the clauses of a claim that are put together from two passages: a half of each stands in a sentence of its own.

Two facts that a text tells apart may be told side by side ("A met, and B signed"), but not as one: words that govern
one another in a claim must do so in a passage too, or be linked there by what points from one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.polarity import DENYING
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concept, Keys
from summarizer.report import Verdict
from summarizer.verification.compare.links import points_back
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.context import Document

# What ends a clause or an item: on its two sides facts may stand side by side.
_JOINT = late_regex(
    r"[,;:—()]|\s[-–]\s|\b(?:and|but|or|while|whereas|that|which|who|whom|whose|as\s+well\s+as|than|because|after|before|since|until|when|where|if|though|"
    r"although|said|says|told)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"(?:sa(?:y|ys|id)|tells?|told|not(?:e|es|ed)|added|stat(?:es|ed)|call(?:s|ed))")
_WHERE = late_regex(r"\b(?:in|at|near)\s+$", re.IGNORECASE)
# A subject that stands for who was named before: "He will then travel".
_STANDING_IN = late_regex(r"\b(?:he|she|it|they|this|these|those|who|which|we|i|you|both)\b", re.IGNORECASE)
# An object that does: "she had prepared it with volunteers".
_OBJECT = late_regex(
    r"\b(?:him|them|(?:it|her|this|that)(?=\s*(?:[.,;]|$)|\s+(?:with|in|at|on|to|from|for|by|as|and|over|before|after)\b))",
    re.IGNORECASE,
)
# What a sentence says of the one before it: "in that regard", "for this purpose".
_POINTING = late_regex(r"\b(?:this|these|those|such|in\s+that)\s+\w+", re.IGNORECASE)
_BACK = 2  # sentences before one in which what its pronouns stand for is told
_LEAST = 4  # content words of a clause that can be told to be of two halves
_HALF = 2  # words that each of the two passages must have alone
# Words of both together, in a text that was searched, of sentences that are near or share a word of the clause: there two
# pairs mostly tell of one thing.
_BESIDE = 5
_NEAR = 10  # tokens among which the words of one half stand together


@dataclass(frozen=True)
class Half:
    """A sentence and the words of a clause that it has and the other one has not."""

    sentence: Sentence
    words: tuple[Concept, ...]


def compare_joined(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the clauses of the claim that no passage tells, and two tell by halves."""
    if c.operands:
        return  # what is computed rests on several passages
    denied = [o.scope for o in c.claim.operators if o.operation in DENYING]
    for clause in _clauses(c):
        if any(scope.overlaps(c.claim.span(x.at)) for scope in denied for x in clause):
            continue
        if (halves := _halves(c, clause)) and not _linked(c, *halves):
            one, other = (_told(c, half) for half in halves)
            message = f"“{one}” stands in one passage, “{other}” in another; none ties them"
            yield Difference(Verdict.REVIEW, "facts_joined", message, halves[1].sentence.span)


def _told(c: Comparison, half: Half) -> str:
    return " … ".join(c.claim.tokens.form(x.at) for x in half.words[:4])


def _clauses(c: Comparison) -> Iterator[list[Concept]]:
    """Yield the content words of the claim from each joint of clauses or items to the next; who acts is often told elsewhere."""
    actors = _actors(c)
    words = sorted((*c.claim.concepts.each, *c.claim.name_concepts.each), key=lambda x: x.at)
    words = [
        x for x in words if x.at not in actors and not x.form.isdigit() and not _SPEAKS.fullmatch(x.form)
    ]
    ends = [*(joint.start() for joint in _JOINT.finditer(c.claim.text)), len(c.claim.text)]
    start = 0
    for end in ends:
        inside = [x for x in words if start <= c.claim.span(x.at).start < end]
        if len(inside) >= _LEAST:
            yield inside
        start = end


def _halves(c: Comparison, clause: Sequence[Concept]) -> tuple[Half, Half] | None:
    """Return the sentence that has most of a clause and the one that has what is left, where neither has enough of both."""
    document, retrieval = c.document, c.document.retrieval
    best = max(retrieval.ranked(clause), key=lambda s: _share(document, s, clause), default=None)
    if best is None:
        return None
    here = retrieval.keys_of([best])
    left = [x for x in clause if here.isdisjoint(x.keys)]
    if len(left) < _HALF:
        return None
    others = [s for s in retrieval.ranked(left) if s.number != best.number]
    rest = max(others, key=lambda s: _share(document, s, left, exactly=True), default=None)
    if rest is None:
        return None
    there = retrieval.keys_of([rest])
    own = tuple(x for x in clause if _own(x) & here and there.isdisjoint(x.keys))
    borrowed = tuple(x for x in left if _own(x) & there)
    shared = any(_own(x) & here and _own(x) & there for x in clause)
    near = shared or abs(best.number - rest.number) <= _BACK
    least = _BESIDE if near and not c.pinned else 2 * _HALF
    if min(len(own), len(borrowed)) < _HALF or len(own) + len(borrowed) < least:
        return None
    return Half(best, own), Half(rest, borrowed)


def _own(word: Concept) -> Keys:
    """Return what a word is matched by as itself, not as another that means the same."""
    return frozenset(key for key in word.keys if not key.startswith("="))


def _share(
    document: Document, sentence: Sentence, words: Iterable[Concept], *, exactly: bool = False
) -> float:
    keys = document.retrieval.keys_of([sentence])
    found = (x for x in words if not keys.isdisjoint(_own(x) if exactly else x.keys))
    return sum(document.retrieval.weight(x) + 0.1 for x in found)


def _linked(c: Comparison, main: Half, rest: Half) -> bool:
    """Whether a clause may rest on two sentences: by a pronoun, a question, what the text opens with, or words of chance."""
    if any(half.sentence.text.rstrip().endswith("?") for half in (main, rest)):
        return True
    if rest.sentence in c.document.opening:
        return True  # who met, where and when is told once for all of the text
    leads = max(x.at for x in rest.words) < min(x.at for x in main.words)
    if leads and _STANDING_IN.search(main.sentence.text):
        return True
    back = main.sentence.number - rest.sentence.number
    if 0 < back <= _BACK and _OBJECT.search(main.sentence.text):
        return True
    later = main if back > 0 else rest
    if abs(back) == 1 and (_POINTING.search(later.sentence.text) or points_back(later.sentence.text)):
        return True
    spread = _NEAR + 2 * len(main.words)
    return _window(c.document, main) > spread or _window(c.document, rest) > _NEAR


def _actors(c: Comparison) -> set[int]:
    """Return the tokens of the claim in the names of persons and states, unless something happens in one."""
    resolve = c.document.reading.names.resolve
    named = [
        n
        for n in c.claim.names
        if not _WHERE.search(c.claim.text[: n.span.start])
        if any(key.startswith("polity:") for key in n.keys)
        or ((entity := resolve(n.text)) is not None and entity.kind is NameKind.PERSON)
    ]
    return {at for n in named for at in c.claim.tokens.touching(n.span)}


def _window(document: Document, half: Half) -> int:
    """Return among how many tokens of a sentence most of the words of a half stand."""
    positions = document.retrieval.positions_in(half.sentence)
    places = sorted(
        (at, i) for i, x in enumerate(half.words) for key in _own(x) for at in positions.get(key, ())
    )
    enough = max(_HALF, 2 * len(half.words) / 3)
    widths = []
    for first, (start, _) in enumerate(places):
        seen: set[int] = set()
        for at, word in places[first:]:
            seen.add(word)
            if len(seen) >= enough:
                widths.append(at - start + 1)
                break
    return min(widths, default=len(document.reading.tokens))
