"""Words that tell a number by themselves: "in triplicate", "bilateral", "a joint call" is one call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.words import is_function_word, keys
from summarizer.verification.computed.computation import Computation, excerpt
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_MULTIPLES = {
    "duplicate": 2, "triplicate": 3, "quadruplicate": 4, "quintuplicate": 5, "twice": 2, "thrice": 3, "once": 1, "pair": 2,
    "trio": 3, "quartet": 4, "both": 2,
}  # fmt: skip
_COUNTS = {
    "duplicate": "copy original counterpart exemplar",
    "twice": "time occasion",
}
_SAME = {"triplicate": "duplicate", "quadruplicate": "duplicate", "quintuplicate": "duplicate", "thrice": "twice", "once": "twice"}  # fmt: skip


# Words that tell how many take part or which of several it is: "two-way" talks are bilateral, the first meeting is inaugural.
_SIDED = late_regex(r"-(?:way|sided|party|nation|country|state)\b", re.IGNORECASE)
_SIDES = {"bilateral": 2, "trilateral": 3, "tripartite": 3, "quadrilateral": 4, "mutual": 2, "reciprocal": 2}


def counting_word(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the word of the passage that tells what a number in a compound or an ordinal does: "bilateral", "inaugural"."""
    sided = _SIDED.match(c.claim.text, claimed.span.end) is not None
    ordinal = claimed.item.kind == "ordinal" and claimed.item.value == 1
    tokens = c.document.reading.tokens
    for place in tokens.within(c.sentence.span):
        form = tokens.form(place)
        if (sided and _SIDES.get(form) == claimed.item.value) or (ordinal and form == "inaugural"):
            return Computation(f"“{form}” tells it", (tokens.span(place, place + 1),), plain=True)
    return None


def copies(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the word of the passage that tells the number by itself: "in quadruplicate" is in four copies."""
    at = c.claim.tokens.within(claimed.span)
    behind = [c.claim.tokens.form(i) for i in range(at.stop, min(at.stop + 3, len(c.claim.tokens)))]
    tokens = c.document.reading.tokens
    for place in tokens.within(c.sentence.span):
        form = tokens.form(place)
        if _MULTIPLES.get(form) != claimed.item.value:
            continue
        nouns = _COUNTS.get(_SAME.get(form, form))
        after = tokens.form(place + 1) if place + 1 < len(tokens) else ""
        follows = [tokens.form(i) for i in range(place + 1, min(place + 4, len(tokens)))]
        told = [keys(f) for f in follows if not is_function_word(f)]
        fits = (
            any(_singular(f) in nouns.split() for f in behind)
            if nouns is not None
            else any(not keys(f).isdisjoint(k) for f in behind for k in told)
        )
        if fits and after:
            span = tokens.span(place, place + 1)
            return Computation(f"“{form}” is {claimed.text}", (span,), plain=True)
    return _single(c, claimed, behind)


def _singular(form: str) -> str:
    return form[:-3] + "y" if form.endswith("ies") else form.removesuffix("s")


def _single(c: Comparison, claimed: Quantity, behind: list[str]) -> Computation | None:
    """Return the one thing that the passage tells in the singular: "a joint call" is one call."""
    if claimed.item.value != 1:
        return None
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    wanted = [k for f in behind if not is_function_word(f) for k in [keys(f)]]
    for place in inside:
        if tokens.form(place) not in ("joint", "single", "common", "sole", "only"):
            continue
        near = range(place + 1, min(place + 4, inside.stop))
        nouns = [i for i in near if any(not keys(tokens.form(i)).isdisjoint(k) for k in wanted)]
        if nouns and not tokens.form(nouns[-1]).endswith("s"):
            span = tokens.span(place, nouns[-1] + 1)
            return Computation(
                f"“{excerpt(c.document.text[span.start : span.end])}” is one", (span,), plain=True
            )
    return None
