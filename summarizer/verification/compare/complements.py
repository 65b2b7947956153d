"""Compares what a noun or a verb is told of: "the price of bread" is not "the price of fuel", told of a few lines on.

For names `slots.py` does the same; here a complement in common words is looked at. That it stands elsewhere in the
text shows whose it is; of one that stands nowhere `words.py` judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.stems import stem
from summarizer.reading.words import Keys, is_function_word, keys
from summarizer.report import Verdict
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_LINKS = frozenset(
    "in on at under within through of for with between against over about from during after before into among toward towards".split()
)
# Verbs and nouns that take any complement, and what they are told of is told by it alone.
_LIGHT = frozenset(
    "hold held holding take took taken taking place made make making have had given give is be part one use lot number all".split()
)
_OTHERS = frozenset("this that these those it them him her which whom whose what".split())  # stand for any
_OWN = 6  # tokens of a complement in the claim
_THEIRS = 14  # and in the source, where it may have items and adjuncts of its own
_ENDS = re.compile(r"[;:—]")
_PAUSE = re.compile(r"[,;:—]")


def compare_complements(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the complements of the claim in whose place the sentence has another."""
    for at in range(1, len(c.claim.tokens) - 1):
        link, governor = c.claim.tokens.form(at), c.claim.tokens.form(at - 1)
        if link not in _LINKS or is_function_word(governor) or governor in _LIGHT or governor.isdigit():
            continue
        words = _complement(c, at + 1)
        if not words or not _told_elsewhere(c, words):
            continue
        theirs = _theirs(c, c.claim.keys(at - 1), link)
        if theirs and all(keys(c.claim.tokens.form(i)).isdisjoint(theirs) for i in words):
            mine = " ".join(c.claim.tokens.slice_forms(at - 1, words[-1] + 1))
            message = f"the passage tells “{governor} {link}” of something else than “{mine}”"
            yield Difference(Verdict.REVIEW, "complement_differs", message, c.sentence.span)


def _complement(c: Comparison, first: int) -> list[int]:
    """Return the content words of the noun phrase from a token of the claim on; none where a name or a number ends it."""
    tokens, found = c.claim.tokens, list[int]()
    for at in range(first, min(first + _OWN, len(tokens))):
        form = tokens.form(at)
        if found and (
            is_function_word(form)
            or _PAUSE.search(c.claim.text[tokens.span(at - 1, at).end : tokens.starts[at]])
        ):
            break
        if form in _OTHERS or (form.isdigit() and not found) or form.endswith("ing"):
            return []
        if not is_function_word(form) and not form.isdigit():
            found.append(at)
    named = [n.span for n in c.claim.names] + [q.span for q in c.claim.quantities]
    return [] if not found or any(span.overlaps(c.claim.span(found[-1])) for span in named) else found


def _told_elsewhere(c: Comparison, words: list[int]) -> bool:
    """Whether the source has the head of a complement, but not in this sentence."""
    head = c.claim.tokens.form(words[-1])
    here = any(c.places(c.claim.keys(i)) for i in words)
    return not here and stem(head) in c.document.retrieval.stems


def _theirs(c: Comparison, governor: Keys, link: str) -> Keys:
    """Return what the complements that the sentence has behind the same word and link can be matched by."""
    tokens, document = c.document.reading.tokens, c.document
    inside = tokens.within(c.sentence.span)
    found: set[str] = set()
    for place in c.places(governor):
        behind = place + 1
        if behind + 1 >= inside.stop or tokens.form(behind) != link:
            continue
        parted = _PAUSE.search(document.text[tokens.span(place, behind).end : tokens.starts[behind]])
        first = next(
            (i for i in range(behind + 1, inside.stop) if not is_function_word(tokens.form(i))), behind
        )
        if parted or tokens.form(behind + 1) in _OTHERS or first in c.named_from:
            return frozenset()
        for at in range(behind + 1, min(inside.stop, behind + _THEIRS)):
            if _ENDS.search(document.text[tokens.span(at - 1, at).end : tokens.starts[at]]):
                break
            found |= document.retrieval.keys_at(at)
    return frozenset(found)
