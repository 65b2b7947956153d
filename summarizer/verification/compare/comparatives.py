"""Compares comparisons: "A is larger than B" is not told by "B is larger than A", nor "more" by "less".

Both sides of a comparison stand around its "than" or "as", and a word before that tells which of them has more
(Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 13).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.stems import stem
from summarizer.reading.wording import Tokens
from summarizer.reading.words import exclude_each_other, is_function_word
from summarizer.report import Verdict
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# The degree, what it is a degree of, and the word that the second side stands behind.
_COMPARED = late_regex(
    r"\b(?:(?P<not>not|no|hardly|n[’']t)\s+(?:\w+\s+)?)?(?:(?P<more>more|less|fewer)\b(?:\s+(?!than\b)(?P<of>[\w’'-]+))?(?:\s+(?!than\b)[\w’'-]+){0,3}?|(?P<grown>[a-z]{2,}er)(?:\s+(?!than\b)[\w’'-]+){0,2}?)\s+than\b(?!\s+(?:\d|expected|ever|before|planned|usual|that\b))"
    r"|\b(?P<unlike>not|never|hardly|n[’']t)?\s*\b(?:as|so)\s+(?P<as>[a-z]+)(?:\s+[a-z]+)?\s+as\b(?!\s+(?:possible|soon|well|\d))",
    re.IGNORECASE,
)
_NOT_DEGREES = frozenset(
    "other rather another neither either whether either over under after never ever together altogether however whatever later earlier sooner".split()
)
_ENDS = late_regex(
    r"[,;:.!?—](?=\s|$)|\s[-–]\s|\b(?:but|while|whereas|although|because|and\s+(?:the|he|she|it|they|has|have|is|are|was|were))\b",
    re.IGNORECASE,
)
_MANY = 6  # comparisons of one sentence that are looked at


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison: the words before and behind, which of them has more (none: both the same), and of what."""

    first: frozenset[str]
    second: frozenset[str]
    more: int
    of: str


@lru_cache(maxsize=5_000)
def find_compared(text: str) -> tuple[Compared, ...]:
    """Return the comparisons of a sentence."""
    found: list[Compared] = []
    for match in islice(_COMPARED.finditer(text), _MANY):
        grown = (match["grown"] or "").casefold()
        if grown in _NOT_DEGREES and not match["more"]:
            continue
        before = [m.end() for m in _ENDS.finditer(text, 0, match.start())]
        end = _ENDS.search(text, match.end())
        lead = text[before[-1] if before else 0 : match.start()]
        first = _words(f"{lead} {match[0]}")
        second = _words(text[match.end() : end.start() if end else len(text)])
        if first and second:
            found.append(
                Compared(first, second, _more(match), grown or (match["of"] or match["as"] or "").casefold())
            )
    return tuple(found)


def _more(match: re.Match[str]) -> int:
    if match["as"]:
        return -1 if match["unlike"] else 0
    more = -1 if (match["more"] or "").casefold() in ("less", "fewer") else 1
    return -more if match["not"] else more


def _words(text: str) -> frozenset[str]:
    tokens = Tokens(text)
    return frozenset(
        stem(form)
        for start, form in zip(tokens.starts, tokens.slice_forms(), strict=True)
        if not is_function_word(form) or form.isdigit() or text[start].isupper()
    )


def compare_comparatives(c: Comparison) -> Iterator[Difference]:
    """Yield a comparison of the claim whose sides, or whose degree, the passage has the other way round."""
    if not (mine := find_compared(c.claim.text)):
        return
    for theirs in find_compared(c.sentence.text):
        for own in mine:
            if _turned(own, theirs):
                message = "the source has this comparison the other way round"
                yield Difference(Verdict.CONTRADICTED, "link_turned", message, c.sentence.span)
                return


def told_by_reverse(c: Comparison) -> frozenset[str]:
    """Return the degrees of the claim that follow from their reverse: "B is smaller than A" from "A is larger than B"."""
    mine = find_compared(c.claim.text)
    theirs = find_compared(c.sentence.text) if mine else ()
    return frozenset(
        own.of for own in mine for told in theirs if _reverse(own.of, told.of) and _follows(own, told)
    )


def _turned(mine: Compared, theirs: Compared) -> bool:
    """Whether a comparison tells of the same two sides, and of the same degree, and not the same of them."""
    if not _alike(mine.of, theirs.of) and not _reverse(mine.of, theirs.of):
        return False
    return _sides(mine, theirs) != 0 and not _follows(mine, theirs)


def _follows(mine: Compared, theirs: Compared) -> bool:
    more = -theirs.more if _reverse(mine.of, theirs.of) else theirs.more
    return mine.more == more * _sides(mine, theirs) or (mine.more == more == 0)


def _sides(mine: Compared, theirs: Compared) -> int:
    """Return 1 where both comparisons have their sides in the same order, -1 where in the other, 0 where that is not plain."""
    first, second = mine.first - mine.second, mine.second - mine.first
    their_first, their_second = theirs.first - theirs.second, theirs.second - theirs.first
    straight = min(len(first & their_first), len(second & their_second))
    crossed = min(len(first & their_second), len(second & their_first))
    return (straight > crossed) - (crossed > straight)


def _bases(degree: str) -> frozenset[str]:
    """Return what a degree may be one of: "larger" of "large", "bigger" of "big"."""
    grown = degree.endswith("er")
    return frozenset(
        {degree, degree[:-1], degree[:-2], degree[:-3], degree[:-3] + "y"} if grown else {degree}
    )


def _alike(one: str, other: str) -> bool:
    return not _bases(one).isdisjoint(_bases(other))


def _reverse(one: str, other: str) -> bool:
    return any(
        exclude_each_other(mine, theirs)
        for mine in _bases(one)
        for theirs in _bases(other)
        if mine and theirs
    )
