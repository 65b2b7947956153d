"""Compares the connectives of a claim with those of its passage: "unless" is not "if", "despite" not "because of".

A connective governs the clause or phrase behind it. Where claim and passage govern the same words by connectives that
exclude one another, they tell of different relations (Huddleston and Pullum, chapters 8.12 to 8.14 and 15.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# By what each tells of the words behind it.
_SORTS = {
    "even_if": r"even\s+if|whether\s+or\s+not|regardless\s+of(?:\s+whether)?|no\s+matter\s+(?:if|whether)",
    "unless": r"unless",
    "only_if": r"only\s+(?:if|when)|(?:as|so)\s+long\s+as|provid(?:ed|ing)(?:\s+that)?(?=\s+[A-Za-z]+)|on\s+(?:the\s+)?condition\s+that",
    "if": r"if|in\s+case\s+of|in\s+the\s+event\s+(?:of|that)",
    "cause": r"because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|on\s+account\s+of|as\s+a\s+result\s+of",
    "concession": r"(?:even\s+)?though|although|despite(?:\s+the\s+fact\s+that)?|in\s+spite\s+of|notwithstanding",
    "until": r"until|till",
    "since": r"since",
    "from": r"from(?=\s+(?:the\s+)?(?:next|this|last|early|mid|late|\d|[A-Z][a-z]+(?:\s+\d+)?\b))",
}
_CONNECTIVE = late_regex(
    "|".join(rf"(?P<{sort}>\b(?:{words})\b)" for sort, words in _SORTS.items()), re.IGNORECASE
)
# Which cannot stand for one another; "since" may tell a time or a cause, "from" also where something comes from.
_EXCLUDE = {
    frozenset(pair.split("/"))
    for pair in (
        "unless/if unless/only_if unless/even_if even_if/only_if even_if/if cause/concession until/since until/from "
        "concession/if concession/only_if unless/cause unless/concession"
    ).split()
}
_ENDS = late_regex(r"[,;:.!?—](?=\s|$)|\s[-–]\s|\b(?:but|while|whereas)\b", re.IGNORECASE)
_SMALL = frozenset(
    "the a an of to that this its his her their our my is are was were be been has have had do does did not no it he she they i we you there".split()
)
_SHARE = 0.6  # of the words that the claim's connective governs, from which the passage's governs the same
MANY = 12  # connectives of one sentence that are looked at


@dataclass(frozen=True, slots=True)
class Governed:
    """A connective with the stems of the words that it governs."""

    sort: str
    cue: Span
    words: frozenset[str]
    denied: bool


@lru_cache(maxsize=5_000)
def find_governed(text: str) -> tuple[Governed, ...]:
    """Return the connectives of a sentence with what each governs."""
    found: list[Governed] = []
    matches = list(islice(_CONNECTIVE.finditer(text), MANY))
    begins = [match.start() for match in matches[1:]] + [len(text)]
    for match, following in zip(matches, begins, strict=False):
        end = _ENDS.search(text, match.end())
        stop = min(end.start() if end else len(text), following)
        forms = Tokens(text[match.end() : stop]).slice_forms()
        words = frozenset(stem(form) for form in forms if form not in _SMALL)
        denied = any(form in ("not", "no", "never") or form.endswith("n't") for form in forms)
        found.append(Governed(str(match.lastgroup), Span(*match.span()), words, denied))
    return tuple(found)


def compare_connectives(c: Comparison) -> Iterator[Difference]:
    """Yield the first words that the passage governs by a connective which excludes that of the claim."""
    if c.coverage < SAME_ASSERTION - 0.2 or not (mine := find_governed(c.claim.text)):
        return
    theirs = find_governed(c.sentence.text)
    for own in mine:
        alike = [t for t in theirs if own.words and len(own.words & t.words) >= _SHARE * len(own.words)]
        if alike and all(_excludes(c, own, t) for t in alike):
            told, claimed = c.sentence.text[slice(*alike[0].cue)], c.claim.text[slice(*own.cue)]
            message = f"the source has “{' '.join(told.split())}”, not “{' '.join(claimed.split())}”"
            yield Difference(Verdict.REVIEW, "link_turned", message, c.sentence.span)
            return


def _excludes(c: Comparison, mine: Governed, theirs: Governed) -> bool:
    if mine.sort == theirs.sort or frozenset((mine.sort, theirs.sort)) not in _EXCLUDE:
        return False
    if "unless" in (mine.sort, theirs.sort) and mine.denied != theirs.denied:
        return False  # "if it does not" is "unless it does"
    if {"until", "only_if"} & {mine.sort, theirs.sort}:  # "not until March" is "from March"
        here, there = (any(o.operation in DENYING for o in side) for side in (c.claim.operators, c.operators))
        return here == there
    return True


def told_by_unless(c: Comparison, denial: Operator) -> bool:
    """Whether a denial in a condition of the claim is that of an "unless" of the passage: "if they do not pay" for "unless they pay"."""
    mine = [
        one
        for one in find_governed(c.claim.text)
        if one.sort == "if" and one.denied and one.cue.end <= denial.cue.start
    ]
    theirs = (
        [one for one in find_governed(c.sentence.text) if one.sort == "unless" and not one.denied]
        if mine
        else ()
    )
    return any(len(own.words & told.words) >= _SHARE * len(own.words) for own in mine for told in theirs)


_WOULD_HAVE = late_regex(r"\b(?:would|could|might)\s+(?:not\s+)?have\b|[’']d\s+have\b", re.IGNORECASE)
_HAD = late_regex(r"\bhad\b", re.IGNORECASE)


def told_as_unreal(c: Comparison, denial: Operator) -> bool:
    """Whether the passage tells by a condition that was not met what the claim denies: "had the alarm worked, it would have …"."""
    if not _WOULD_HAVE.search(c.sentence.text):
        return False
    tokens = c.document.reading.tokens
    under = [at for i, at in c.aligned.items() if denial.scope.overlaps(c.claim.span(i))]
    unreal = [
        o.scope
        for o in c.operators
        if o.operation is Operation.CONDITION and _HAD.search(c.document.text, o.cue.start, o.scope.end)
    ]
    return bool(under) and all(any(s.overlaps(tokens.span(at, at + 1)) for s in unreal) for at in under)


def compare_turned_conditions(c: Comparison) -> Iterator[Difference]:
    """Yield that the claim makes the consequence of its passage the condition, and the condition the consequence."""
    mine = [o.scope for o in c.claim.operators if o.operation is Operation.CONDITION]
    bound = {i for i in c.aligned if any(scope.overlaps(c.claim.span(i)) for scope in mine)}
    if not bound or len(bound) == len(c.aligned):
        return
    tokens = c.document.reading.tokens
    for condition in (o for o in c.operators if o.operation is Operation.CONDITION):
        inside = {i for i, at in c.aligned.items() if condition.scope.overlaps(tokens.span(at, at + 1))}
        if inside and bound.isdisjoint(inside):
            message = "condition and consequence stand the other way round"
            yield Difference(Verdict.REVIEW, "link_turned", message, condition.cue)
            return
