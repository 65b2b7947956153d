"""How many times as much one amount is as another: "twice the size of", "tripled", "more than tenfold", "a tenth of what it was"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.patterns import late_regex
from summarizer.reading.counts.number_words import SMALL, TENS
from summarizer.reading.counts.numbers import Number
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.computed.compared import pairs_of
from summarizer.verification.computed.comparing import Compared, of_earlier
from summarizer.verification.computed.derived import Ask, Way, told
from summarizer.verification.computed.figures import figures_of
from summarizer.verification.computed.orientation import oriented, spans_of_time
from summarizer.verification.context import once
from summarizer.verification.values.quantities import Quantity

_NUMBER = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
_WORDS = {
    "twice": 2.0, "double": 2.0, "doubled": 2.0, "doubles": 2.0, "doubling": 2.0, "thrice": 3.0, "triple": 3.0, "tripled": 3.0, "triples": 3.0,
    "trebled": 3.0, "tripling": 3.0, "quadrupled": 4.0, "quadruple": 4.0, "quadruples": 4.0, "halved": 0.5, "halves": 0.5, "halving": 0.5,
}  # fmt: skip
_MULTIPLE = re.compile(
    rf"\b(?:(?P<change>doubl(?:ed|es|ing)|trebled|tripl(?:ed|es|ing)|quadrupl(?:ed|es)|halv(?:ed|es|ing))|(?P<word>twice|double|thrice|triple|quadruple)"
    rf"|(?P<fold>{_NUMBER}|\d+)[-\s]?fold)\b",
    re.IGNORECASE,
)
# What stands behind a multiple or a fraction that measures one thing by another.
_AS = late_regex(
    r"^\s*(?:as\s+\w+\s+(?:\w+\s+)?as\b|(?:the\s+)?(?:size|number|amount|sum|length|value|level|figure|cost|price|weight|total)\s+(?:of|in|as)?\b|that\s+of\b|of\b|over\b)?",
    re.IGNORECASE,
)
_MEASURED = late_regex(
    r"^\s*(?:as\s+\w+|the\s+\w+\s+of|that\s+of|what|its|their|of\s+(?:what|its\s+(?:former|previous|earlier|original)|that\s+of|the\s+(?:former|previous|earlier|original)|last\s+\w+['’]s))\b",
    re.IGNORECASE,
)


def multiples_in(claim: Claim) -> list[Quantity]:
    """Return the multiples that a claim tells by a word of their own: "twice", "tripled", "tenfold"."""
    found: list[Quantity] = []
    for match in _MULTIPLE.finditer(claim.text):
        span = Span(*match.span())
        word = (match["word"] or match["change"] or "").casefold()
        if not word:
            form = match["fold"].casefold()
            value = float(SMALL.get(form) or TENS.get(form) or form)
        elif match["word"] and not _MEASURED.match(claim.text[match.end() :]):
            continue  # "met twice"
        else:
            value = _WORDS[word]
        found.append(Quantity("number", span, match[0], Number(span, value, "number")))
    return found


@once
def is_multiple(ask: Ask) -> bool:
    """Whether the value of a claim says how many times as much something is."""
    item, behind = ask.wanted.item, ask.after
    if _MULTIPLE.fullmatch(ask.wanted.text):
        return True
    if getattr(item, "noun", None) == "time":
        return _MEASURED.match(re.sub(r"^\s*times\b", "", behind)) is not None
    return bool(ask.kind == "fraction" and _MEASURED.match(behind))


def multiples(ask: Ask) -> Iterator[Way]:
    """Yield how many times as much as another each amount is, the right way round."""
    if not is_multiple(ask):
        return
    value = ask.value
    how = _compared(ask, 1 if value > 1 else -1)
    figures = [f for f in figures_of(ask.document) if f.share is None]
    for a, b in pairs_of(figures, least=0.005):
        pair = oriented(ask, how, a, b)
        if pair is not None and pair[1].value:
            new, old = pair
            message = f"{told(new)[0]} ÷ {told(old)[0]} = {new.value / old.value:.3g}"
            yield Way(
                new.value / old.value,
                (new, old),
                message,
                explained=spans_of_time(ask, new, old),
                multiple=True,
            )


def _compared(ask: Ask, sign: int) -> Compared:
    start, end = ask.wanted.span.start, len(ask.text)
    behind = re.sub(r"^\s*times\b", "", ask.after)
    at = end - len(behind)
    match = _AS.match(behind)
    begin = at + (match.end() if match else 0)
    measured = ask.words_in(begin, end)
    changed = _MULTIPLE.fullmatch(ask.wanted.text)
    only_grew = changed is not None and not changed["word"]
    earlier = only_grew or of_earlier(ask.text[begin:])
    sides = ("", "") if only_grew else (ask.text[:begin], ask.text[begin:])
    return Compared(sign, ask.words_in(0, start), () if only_grew else measured, earlier, sides)
