"""Puts back what a second clause leaves out: "Mona paid, but Oskar did not" tells of Oskar that he did not pay.

The auxiliary that is left of the predicate tells whether it is denied (Huddleston and Pullum, The Cambridge Grammar of the
English Language, chapter 17.7). Nothing here asks for more than the sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.who.identity import matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_AUXILIARY = r"(?:did|does|do|has|have|had|was|were|is|are|will|would|can|could|should)"
_LEFT_OUT = late_regex(
    rf"(?:;\s+|[,;]?\s(?:but|and|while|whereas|though|although)\s+)(?:(?P<turned>so|neither|nor)\s+{_AUXILIARY}\s+(?P<behind>[^,;.?!]{{1,40}}?)"
    rf"|(?P<who>[^,;.?!]{{1,40}}?)\s+{_AUXILIARY}(?P<not>n[’']t|\s+not)?(?:,?\s+(?:too|either|so))?)\s*(?=[.,;!]|$)",
    re.IGNORECASE,
)


def with_what_is_left_out(c: Comparison, operators: Sequence[Operator]) -> tuple[Operator, ...]:
    """Return the operators of a sentence as they hold of whom its second clause names, where the claim is about them."""
    if not any(o.operation in DENYING for o in operators):
        return tuple(operators)  # what is left out can only be denied, or told in spite of a denial
    for match in _LEFT_OUT.finditer(c.document.text, *c.sentence.span):
        group = "behind" if match["turned"] else "who"
        if not _about(c, Span(*match.span(group))):
            continue
        first = Span(c.sentence.span.start, match.start())
        kept = [
            o
            for o in operators
            if o.operation not in DENYING
            or not (o.scope.overlaps(first) or o.cue.overlaps(Span(*match.span())))
        ]
        denied = bool(match["not"]) or (match["turned"] or "").casefold() in ("neither", "nor")
        return (*kept, Operator(Operation.NEGATION, Span(*match.span()), first)) if denied else tuple(kept)
    return tuple(operators)


def told_of_left_out(c: Comparison) -> bool:
    """Whether the claim tells of whom a clause of the passage names that leaves its predicate out."""
    found = _LEFT_OUT.finditer(c.document.text, *c.sentence.span)
    return any(_about(c, Span(*match.span("behind" if match["turned"] else "who"))) for match in found)


def _about(c: Comparison, who: Span) -> bool:
    """Whether the claim is about whom the clause names: a name, or the words for them, at its head."""
    there = [n for n in c.named if who.contains(n.span)]
    before = [n for n in c.named if n.span.end <= who.start]
    if there:
        mine = c.claim.names
        told = any(matches(n, other) for n in mine for other in there)
        return told and not any(matches(n, other) for n in mine for other in before)
    tokens = c.document.reading.tokens
    words = [tokens.form(i) for i in tokens.within(who) if not is_function_word(tokens.form(i))]
    head = c.claim.tokens.slice_forms(0, len(words) + 2)
    return bool(words) and all(word in head for word in words)
