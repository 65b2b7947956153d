"""Finds the word that an operator turns on: the first under it that carries something."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.reading.polarity import Operator
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.compare.prefixes import PREFIXES

_ADVERB_ENDING = "ly"
_NO_ADVERBS = frozenset(
    "likely unlikely friendly unfriendly timely costly deadly orderly reply apply supply rely comply imply ally rally family assembly".split()
)
# Verbs through which a denial goes on to what follows: "did not expect any delay" expects none, "is not meant to serve"
# does not serve (negative raising; Horn, A Natural History of Negation, chapter 5).
_RAISING = (
    "expect expects expected expecting think thinks thought believe believes believed anticipate anticipates anticipated suppose supposes supposed "
    "seem seems seemed appear appears appeared feel felt mean means meant intend intends intended design designed aim aims aimed want wants wanted plan plans planned"
)
# What holds a subject and its description together: "could serve as a basis", "will be the basis".
_COPULAR = "serve serves served serving become becomes became act acts acted constitute constitutes constituted represent represents remain remains"
_LIGHT = frozenset(
    f"{_COPULAR} going able about due yet also make makes made take takes took get gets got {_RAISING}".split()
)
_CARRYING = _LIGHT | PREFIXES


def head_of(tokens: Tokens, operator: Operator, bounds: Span, names: Sequence[Span]) -> int | None:
    """Return the first word that carries what an operator governs: no name, adverb or light verb."""
    start = operator.cue.end if operator.scope.start <= operator.cue.start else operator.scope.start
    for i in tokens.within(Span(start, min(operator.scope.end, bounds.end))):
        form = tokens.form(i)
        light = is_function_word(form) or _is_adverb(form) or form in _CARRYING
        if not light and not any(name.overlaps(tokens.span(i, i + 1)) for name in names):
            return i
    return None


def _is_adverb(form: str) -> bool:
    return form.endswith(_ADVERB_ENDING) and form not in _NO_ADVERBS
