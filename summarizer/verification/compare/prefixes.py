"""Compares words that a prefix reverses: "tariff" is not "non-tariff", "likely" not "unlikely", "escalation" not "de-escalation"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Prefixes set off by a hyphen, and those that grow together with the word.
PREFIXES = frozenset("non de un anti counter".split())
GROWN = ("un", "non", "in", "im", "ir", "il", "dis")
_ALIKE = {"anti": "counter"}  # "anti-terror missions" are counter-terrorism
_HYPHENS = ("-", "‐", "‑")
_LEAST = 5  # letters of a word that a prefix reverses
# "In-" and "dis-" mostly do other things; before these endings they deny.
_DENIED_ENDING = late_regex(
    r"(?:able|ible|al|ent|ant|ate|ive|ous|ect|ite|ly|ity|ence|ance|acy|approv\w*|agree\w*|continu\w*|satisf\w*|trust|honest)$"
)
# Words that no denial made, though they look so.
_OTHERWISE = frozenset(
    map(
        stem,
        "invaluable infamous inflammable intense immediate immediately indifferent intent intentive incident instance inside incline distance discover disclose".split(),
    )
)


def compare_prefixes(c: Comparison) -> Iterator[Difference]:
    """Yield the words that have a reversing prefix on one side alone, unless a denial on the other makes up for it."""
    tokens = c.document.reading.tokens
    parted = not PREFIXES.isdisjoint(c.claim.tokens.forms) or not PREFIXES.isdisjoint(c.forms)
    for i, at in c.aligned.items() if parted else ():
        at = _same_place(c, i, at)
        mine, theirs = hyphened(c.claim.tokens, i), hyphened(tokens, at)
        if mine == theirs or stem(c.claim.tokens.form(i)) != stem(tokens.form(at)):
            continue
        if not _makes_up(c, i, at):
            shown = f"{theirs}-{tokens.form(at)}" if theirs else tokens.form(at)
            yield Difference(
                Verdict.CONTRADICTED,
                "prefix_differs",
                f"the source has “{shown}” here",
                tokens.span(at, at + 1),
            )
    here = tokens.within(c.sentence.span)
    told = list(zip(here, tokens.slice_forms(here.start, here.stop), strict=True))
    grown = [(at, form) for at, form in told if form.startswith(GROWN)]
    for concept in c.missing:
        among = told if concept.form.startswith(GROWN) else grown
        other = next((at for at, form in among if reversed_by_prefix(concept.form, form)), None)
        if other is not None and not _makes_up(c, concept.at, other):
            message = f"the source has “{tokens.form(other)}”, not “{concept.form}”"
            yield Difference(Verdict.CONTRADICTED, "prefix_differs", message, tokens.span(other, other + 1))


def _same_place(c: Comparison, i: int, at: int) -> int:
    """Return where the sentence has a word beside the same neighbour, else where it has it with the same prefix."""
    tokens = c.document.reading.tokens
    places = c.places(c.claim.keys(i))
    behind = c.claim.tokens.form(i + 1) if i + 1 < len(c.claim.tokens) else ""
    beside = [p for p in places if p + 1 < len(tokens) and tokens.form(p + 1) == behind]
    alike = [p for p in places if hyphened(tokens, p) == hyphened(c.claim.tokens, i)]
    return next(iter(beside or alike), at)


def _makes_up(c: Comparison, mine: int, theirs: int) -> bool:
    """Whether a denial stands over the word on one side alone: "not likely" for "unlikely"."""
    denying = (Operation.NEGATION, Operation.DENIAL)
    place = c.document.reading.tokens.span(theirs, theirs + 1)
    over = [o for o in c.claim.operators if o.operation in denying and o.scope.overlaps(c.claim.span(mine))]
    told = [o for o in c.operators if o.operation in denying and o.scope.overlaps(place)]
    return bool(over) != bool(told)


def hyphened(tokens: Tokens, at: int) -> str:
    """Return the reversing prefix that a hyphen parts from a word; empty where it has none."""
    before = tokens.form(at - 1) if at else ""
    joined = before in PREFIXES and tokens.text[tokens.ends[at - 1] : tokens.starts[at]] in _HYPHENS
    return _ALIKE.get(before, before) if joined else ""


def reversed_by_prefix(one: str, other: str) -> bool:
    """Whether one of two words is the other with a prefix that denies it."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < _LEAST or not long.startswith(GROWN):
        return False  # most pairs of words
    prefix = next((p for p in GROWN if long.startswith(p) and stem(long[len(p) :]) == stem(short)), None)
    if prefix is None or stem(long) in _OTHERWISE:
        return False
    return prefix in ("un", "non") or bool(_DENIED_ENDING.search(long))
