"""Finds what a claim turns round between common nouns: "the charter is a basis for the vote" is no vote as a basis for the charter.

Names that change places are compared as doers; nouns do so as well. Two words of a claim with one predicate between them,
which the passage has with the same predicate between them in the other order, and in the same voice, are turned round.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.attribution.words import BE, PREPOSITIONS
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_REACH = 9  # tokens on either side of a predicate in which its nouns stand
# What takes its two sides in either order, or joins two like things.
_EITHER_WAY = frozenset(
    map(
        stem,
        "meet talk discuss agree differ share cooperate coordinate joint equal relation between cooperation exchange trade border dialogue together".split(),
    )
)
_CLAUSE = frozenset(
    "which who whom whose that and or but while whereas because if when after before than".split()
)


def compare_turned_nouns(c: Comparison) -> Iterator[Difference]:
    """Yield two common nouns of the claim that the passage has on the other sides of the same predicate."""
    if c.coverage < SAME_ASSERTION - 0.1:
        return
    mine, theirs = c.claim.tokens, c.document.reading.tokens
    order = sorted(c.aligned)
    for left, middle, *following in (order[n : n + 4] for n in range(len(order) - 2)):
        at = c.aligned[middle]
        base = c.claim.stems[middle]
        if base != stem(theirs.form(at)) or base in _EITHER_WAY:
            continue
        crossed = (right for right in following if _crossed(c, left, middle, right))
        if (right := next(crossed, None)) is not None and _passive(mine, middle) == _passive(theirs, at):
            names = mine.form(left), mine.form(middle), mine.form(right)
            message = f"the source has “{names[2]}” before “{names[1]}” and “{names[0]}” behind it"
            yield Difference(Verdict.REVIEW, "roles_swapped", message, theirs.span(at, at + 1))
            return


def _crossed(c: Comparison, left: int, middle: int, right: int) -> bool:
    """Whether the passage has two words of the claim on the other sides of the one between them, and nowhere as the claim has them."""
    tokens = c.document.reading.tokens
    mine, at = c.claim.tokens, c.aligned[middle]
    lefts, rights = c.places(c.claim.keys(left)), c.places(c.claim.keys(right))
    if any(place < at for place in lefts) or any(place > at for place in rights):
        return False
    if middle - left > _REACH or right - middle > _REACH:
        return False
    governing = _preposition(mine, right, middle)
    if governing is None or not _open(mine, left, middle) or not _open(mine, middle, right):
        return False
    return any(
        at - _REACH <= before < at < behind <= at + _REACH
        and _open(tokens, before, at)
        and _open(tokens, at, behind)
        and _preposition(tokens, behind, at) == governing
        for behind in lefts
        for before in rights
    )


_INSIDE = 4  # tokens between a preposition and the noun it governs


def _preposition(tokens: Tokens, noun: int, after: int) -> str | None:
    """Return the preposition that governs a noun behind a predicate: only such a side cannot be the subject as well."""
    near = tokens.slice_forms(max(after + 1, noun - _INSIDE), noun)
    return next(
        (
            form
            for form in reversed(near)
            if form in PREPOSITIONS and form not in ("of", "by", "with", "between")
        ),
        None,
    )


def _open(tokens: Tokens, first: int, last: int) -> bool:
    """Whether no clause or item of a list begins between two tokens."""
    between = tokens.text[tokens.ends[first] : tokens.starts[last]]
    return not any(mark in between for mark in ",;:—()") and _CLAUSE.isdisjoint(
        tokens.slice_forms(first + 1, last)
    )


def _passive(tokens: Tokens, at: int) -> bool:
    """Whether a verb is told as done to its subject: a form of "be" before a participle, or "by" behind it."""
    before, behind = tokens.slice_forms(max(0, at - 3), at), tokens.slice_forms(at + 1, at + 3)
    participle = tokens.form(at).endswith(("ed", "en", "wn", "lt", "ght", "de"))
    return participle and ("by" in behind or bool(BE.intersection(before)))
