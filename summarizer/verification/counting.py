"""How many things a passage lists: "three formats" where the source only names them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.reading.words import is_function_word
from summarizer.verification.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.compare import Comparison

_PARTED = re.compile(
    r"\s*[,;]\s+(?:and\s+|or\s+|as\s+well\s+as\s+)?|\s+(?:and|or|as\s+well\s+as)\s+", re.IGNORECASE
)
# What stands before the first thing listed: a colon, a dash, a verb of holding.
_LEAD = re.compile(
    r"[:—–]|\s-\s|\b(?:including|include[sd]?|includes|such\s+as|namely|through|by|with|of|are|were|was|is|between)\b"
)
_LONG = 9  # words of a thing listed, at the most
_WORDS = 4  # words behind a number that may say what is counted
_PEOPLE = re.compile(
    r"\b(?:participants?|leaders?|people|persons?|officials?|men|women|ministers?|presidents?|members?|speakers?|countries|states|signatories)\b",
    re.IGNORECASE,
)


def counted(c: Comparison, claimed: Quantity) -> bool:
    """Whether a number in a claim is how many things, of the sort the claim names, a sentence of its passages lists."""
    if claimed.sort != "number" or not 2 <= claimed.item.value <= 50:
        return False
    at = c.claim.tokens.within(claimed.span)
    forms = c.claim.tokens.slice_forms(at.stop, at.stop + _WORDS)
    sort = [x for x in c.claim.concepts.each if at.stop <= x.at < at.stop + _WORDS]
    people = any(_PEOPLE.fullmatch(form) for form in forms if not is_function_word(form))
    for sentence in (c.sentence, *c.context):
        if people and claimed.item.value in _names_in(c, sentence.number):
            return True
        near = c.document.retrieval.keys_of([sentence])
        named = any(not near.isdisjoint(x.keys) for x in sort)
        if named and claimed.item.value in list_lengths(sentence.text):
            return True
    return False


def _names_in(c: Comparison, number: int) -> Iterator[int]:
    """Yield how many persons, and how many polities or bodies, a sentence names."""
    sentence = c.document.reading.sentences[number - 1]
    mentions = c.document.reading.mentions_in(sentence.span)
    for kinds in (("person",), ("place", "polity", "body", "organisation")):
        yield len({m.entity for m in mentions if m.kind in kinds})


def list_lengths(text: str) -> set[int]:
    """Return the lengths of the lists in a sentence: runs of short parts between commas and conjunctions."""
    found, run, start = set(), 1, 0
    pieces = []
    for match in _PARTED.finditer(text):
        pieces.append(text[start : match.start()])
        start = match.end()
    pieces.append(text[start:])
    for before, piece in pairwise(pieces):
        lead = _LEAD.split(before)[-1] if run == 1 else before
        if len(lead.split()) <= _LONG and len(piece.split()) <= _LONG:
            run += 1
        else:
            found.add(run)
            run = 1
    return {length for length in found | {run} if length > 1}
