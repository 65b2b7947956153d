"""How many things a passage lists: "three formats" where the source only names them one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.reading.wording import Tokens
from summarizer.reading.words import concepts, is_function_word
from summarizer.verification.quantities import Quantity, rivals

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
    if c.pinned or claimed.sort != "number" or not 2 <= claimed.item.value <= 50:
        return False
    at = c.claim.tokens.within(claimed.span)
    forms = c.claim.tokens.slice_forms(at.stop, at.stop + _WORDS)
    sort = [x for x in c.claim.concepts.each if at.stop <= x.at < at.stop + _WORDS]
    people = any(_PEOPLE.fullmatch(form) for form in forms if not is_function_word(form))
    for sentence in (c.sentence, *c.context):
        if people and claimed.item.value in _names_in(c, sentence.number, claimed):
            return True
        if any(rivals(claimed, c.document.quantities_in(sentence))):
            continue
        for length, lead in lists_in(sentence.text):
            told = concepts(Tokens(lead).slice_forms())
            if length == claimed.item.value and any(not told.all.isdisjoint(x.keys) for x in sort):
                return True
    return False


def _names_in(c: Comparison, number: int, claimed: Quantity) -> Iterator[int]:
    """Yield how many persons, and how many polities or bodies, a sentence names, the claim's own subject left out."""
    sentence = c.document.reading.sentences[number - 1]
    apart = {key for named in c.claim.names if named.span.end <= claimed.span.start for key in named.keys}
    mentions = c.document.reading.mentions_in(sentence.span)
    for kinds in (("person",), ("place", "polity", "body", "organisation")):
        yield len({m.entity for m in mentions if m.kind in kinds and f"entity:{m.entity}" not in apart})


def lists_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lists of a sentence: how many things each names, and the words before the first of them.

    A list is a run of three or more short parts between commas and conjunctions behind words that lead in.
    """
    pieces, start = [], 0
    for match in _PARTED.finditer(text):
        pieces.append(text[start : match.start()])
        start = match.end()
    pieces.append(text[start:])
    for first, piece in enumerate(pieces):
        leads = _LEAD.split(piece)
        if len(leads) < 2 or len(leads[-1].split()) > _LONG:
            continue
        run = list(takewhile(lambda part: len(part.split()) <= _LONG, pieces[first + 1 :]))
        if len(run) > 1:
            yield len(run) + 1, piece[: len(piece) - len(leads[-1])]
