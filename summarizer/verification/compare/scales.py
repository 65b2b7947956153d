"""Compares of how much, how many and how nearly a thing is told: "most" is not "all", "nearly lost" not "lost".

Words of a scale stand right before what they measure. Who tells a lower one tells less than the text, who tells a higher
one more than it says (Horn, A Natural History of Negation, chapter 4; Huddleston and Pullum, chapters 5.7 and 8.19).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.values.quantities import equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Shares of a whole, from the least to the greatest; those of one name stand for one another.
_SHARES = {
    "few": r"(?:(?<!a\s)(?<!the\s)few|(?:hardly|scarcely|barely)\s+any|a\s+(?:tiny\s+)?(?:minority|fraction)\s+of|little\s+of)",
    "some": r"(?:some\s+of|some(?=\s+[a-z-]+s\b)|several|(?<!quite\s)a\s+few|a\s+number\s+of|(?:a\s+)?parts?\s+of|one\s+of|(?:only|just)\s+one\s+of)",
    "many": r"(?:many|a\s+(?:large|great)\s+number\s+of|much\s+of|half(?:\s+of)?|quite\s+a\s+few)",
    "most": r"(?:most\s+of|most(?=\s+[a-z-]+s\b)|(?:the|a)\s+(?:\w+\s+)?majority\s+of)",
    "nearly all": r"(?:(?:almost|nearly|virtually|practically|not\s+quite|all\s+but|almost\s+the)\s+(?:all|every|each|the\s+whole|the\s+entire|entire|both|one|two|three|four|five|six|\d+)(?:\s+of)?)",
    "all": r"(?:all(?!\s+(?:but|over|along|right|day|night|year|week|summer|winter|that|but))(?:\s+of)?|every|each(?!\s+other)(?:\s+of)?|both(?:\s+of)?|(?:the\s+|an\s+)?(?:whole|entire)|the\s+whole\s+of)",
}
_RANKS = {name: rank for rank, name in enumerate(_SHARES)}
_ORDER = ("nearly all", "all", "few", "many", "most", "some")  # what begins as another does comes first
_SHARE = late_regex(
    r"\b(?:" + "|".join(rf"(?P<{name.replace(' ', '_')}>{_SHARES[name]})" for name in _ORDER) + r")(?!\w)",
    re.IGNORECASE,
)
_DENIED = late_regex(r"(?:\b(?:not|no|nor|never|without)|n[’']t)\s+$", re.IGNORECASE)
_MEASURED = 2  # content words behind a word of a scale, among which stands what it measures
_REACH = 5  # tokens in which they stand
# What tells that a thing all but happened, before its verb.
_NEARLY = late_regex(
    r"\b(?:almost|nearly|virtually|practically|all\s+but|narrowly\s+(?:avoided|escaped))\s+(?=[a-z])",
    re.IGNORECASE,
)
_ABOUT = late_regex(
    r"\b(?:almost|nearly|virtually|practically|close|all\s+but|near|about|most\w*|verge|brink|some|around)\b",
    re.IGNORECASE,
)
# A place behind, or among, the first of a rank.
_RANKED = late_regex(
    r"\b(?P<how>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one\s+of\s+(?:the|its|his|her|their)|among\s+(?:the|its|his|her|their))"
    r"(?:[\s-]+[a-z0-9]+)?[\s-]+(?P<top>[a-z]{2,}est|(?:most|least)\s+[a-z]+|best|worst)\b",
    re.IGNORECASE,
)


def compare_scales(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells of another share than the passage, or as done or first what that tells nearly so."""
    yield from _other_share(c)
    if c.coverage < SAME_ASSERTION - 0.2:
        return
    yield from _nearly_done(c)
    yield from _not_first(c)
    yield from _not_alone(c)
    yield from _one_of_two(c)
    yield from _other_end(c)


@lru_cache(maxsize=2_000)
def _shares(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SHARE.finditer(text))


def _other_share(c: Comparison) -> Iterator[Difference]:
    for mine in _shares(c.claim.text):
        if _set_apart(c.claim.text, mine) or any(q.overlaps(Span(*mine.span())) for q in c.claim.quoted):
            continue
        nouns = {c.aligned[i] for i in _measured(c.claim.tokens, mine.end()) if i in c.aligned}
        told = [
            m
            for m in _SHARE.finditer(c.document.text, *c.sentence.span)
            if not _set_apart(c.document.text, m)
        ]
        beside = [m for m in told if not nouns.isdisjoint(_measured(c.document.reading.tokens, m.end()))]
        if beside and not any(_tells(m, mine) for m in beside):
            message = f"the source has “{' '.join(beside[0][0].split())}”, not “{' '.join(mine[0].split())}”"
            yield Difference(Verdict.REVIEW, "number_mismatch", message, Span(*beside[0].span()))
            return


def _set_apart(text: str, share: re.Match[str]) -> bool:
    """Whether a word of a share is denied: "not all" tells of a share of its own, which is compared as a denial."""
    return bool(_DENIED.search(text, max(0, share.start() - 8), share.start()))


def _tells(theirs: re.Match[str], mine: re.Match[str]) -> bool:
    """Whether who reads of one share may tell the other: "many" are some, "all" are not "most"."""
    told, claimed = (_RANKS[str(m.lastgroup).replace("_", " ")] for m in (theirs, mine))
    return told == claimed or (_RANKS["some"] <= claimed < told <= _RANKS["most"])


def _measured(tokens: Tokens, at: int) -> list[int]:
    """Return the first content words behind a place."""
    first = tokens.within(Span(at, len(tokens.text))).start
    near = range(first, min(len(tokens), first + _REACH))
    return [i for i in near if not is_function_word(tokens.form(i))][:_MEASURED]


def _nearly_done(c: Comparison) -> Iterator[Difference]:
    if _ABOUT.search(c.claim.text):
        return
    tokens = c.document.reading.tokens
    for near in _NEARLY.finditer(c.document.text, *c.sentence.span):
        verb = tokens.within(Span(near.end(), c.sentence.span.end)).start
        if verb in c.aligned.values():
            message = f"the source has “{near[0].strip()}” before “{tokens.form(verb)}”"
            yield Difference(Verdict.REVIEW, "limit_dropped", message, Span(*near.span()))
            return


def _not_first(c: Comparison) -> Iterator[Difference]:
    for theirs in _RANKED.finditer(c.sentence.text):
        top = theirs["top"]
        if re.search(rf"\b{re.escape(top)}\b", c.claim.text, re.IGNORECASE) and not any(
            m["top"].casefold() == top.casefold() for m in _RANKED.finditer(c.claim.text)
        ):
            if re.search(rf"\b{re.escape(top)}\b", c.sentence.text[: theirs.start()], re.IGNORECASE):
                return
            message = f"the source has “{' '.join(theirs[0].split())}”"
            yield Difference(Verdict.REVIEW, "rank_differs", message, c.sentence.span)
            return


_ALONE = late_regex(
    r"\b(?:only|solely|exclusively)\s+|(?<=\w)\s+alone\b(?!\s*[,;]?\s+(?:who|that|which))", re.IGNORECASE
)
_EXCLUDES = late_regex(
    r"\b(?:only|solely|exclusively|alone|except|but|nobody|no\s+one|none|apart)\b", re.IGNORECASE
)
_OTHERS = late_regex(
    r"\b(?:also|too|as\s+well|(?:and|among)\s+(?:many\s+|some\s+|several\s+)?others?|everyone|everybody)\b",
    re.IGNORECASE,
)
_ALONE_OF = late_regex(rf"(?:{_ALONE.pattern})(?!\w+ed\b)", re.IGNORECASE)  # of a thing, not of a deed
_ONLY_ONE = late_regex(r"\b[Oo]nly\s+([A-Z][\w-]+)")
_NOT_ONLY = late_regex(r"\b(?:not|n[’']t)\s+only\b", re.IGNORECASE)


def _with_another(name: str, text: str) -> bool:
    return bool(re.search(rf"\band\s+{re.escape(name)}\b|\b{re.escape(name)}\s+and\b", text))


def _not_alone(c: Comparison) -> Iterator[Difference]:
    """Yield that the claim adds others to what the passage tells of one alone, or tells of one alone what that adds to."""
    mine, theirs = c.claim.text, c.sentence.text
    alone = None if _NOT_ONLY.search(theirs) else _ALONE.search(theirs)
    if (
        alone
        and not _EXCLUDES.search(mine)
        and (added := _OTHERS.search(mine))
        and not _OTHERS.search(theirs)
    ):
        message = f"the source has “{alone[0].strip()}”, not “{added[0]}”"
        yield Difference(Verdict.REVIEW, "limit_dropped", message, c.sentence.span)
    elif (
        not _ALONE.search(theirs) and (alone := _ALONE_OF.search(mine)) and (added := _OTHERS.search(theirs))
    ):
        message = f"the source has “{added[0]}”, not “{alone[0].strip()}”"
        yield Difference(Verdict.REVIEW, "word_added", message, c.sentence.span)
    elif (one := _ONLY_ONE.search(mine)) and _with_another(one[1], theirs):
        yield Difference(
            Verdict.REVIEW, "word_added", f"the source has another beside “{one[1]}”", c.sentence.span
        )
    elif (
        _NOT_ONLY.search(theirs)
        and re.search(r"\bonly\b", mine, re.IGNORECASE)
        and not _NOT_ONLY.search(mine)
    ):
        yield Difference(Verdict.REVIEW, "word_added", "the source has “not only”", c.sentence.span)


# One of two, of whom the text does not tell which.
_EITHER = late_regex(r"\beither\s+(?P<one>[^,;.]{2,40}?)\s+or\s+(?P<other>[\w’'-]+)", re.IGNORECASE)
_OPEN = late_regex(r"\b(?:either|or|whether|one\s+of)\b", re.IGNORECASE)


def _one_of_two(c: Comparison) -> Iterator[Difference]:
    for either in () if _OPEN.search(c.claim.text) else _EITHER.finditer(c.sentence.text):
        if either["one"].split()[-1] in c.claim.text or either["other"] in c.claim.text:
            message = f"the source says “{' '.join(either[0].split())}”"
            yield Difference(Verdict.REVIEW, "modality_dropped", message, c.sentence.span)
            return


# Where an amount stands in a change: "from 400", "to 600", "by 200".
_END = late_regex(
    r"\b(?P<end>from|to|by)\s+(?:(?:about|around|some|nearly|almost|over|roughly|just|the|an?|only|as\s+\w+\s+as)\s+){0,2}[$€£]?$",
    re.IGNORECASE,
)
_LEAD = 24  # characters before an amount in which that stands


def _other_end(c: Comparison) -> Iterator[Difference]:
    for q in (q for q in c.claim.quantities if q.sort not in ("date", "time")):
        mine = _end_of(c.claim.text, q.span.start)
        theirs = (
            {_end_of(c.document.text, t.span.start) for t in c.quantities if equal(q, t)} if mine else set()
        )
        if mine and theirs and mine not in theirs and "" not in theirs:
            message = f"the source has “{theirs.pop()} {q.text}”, not “{mine}”"
            yield Difference(Verdict.CONTRADICTED, "number_mismatch", message, c.sentence.span)
            return


def _end_of(text: str, at: int) -> str:
    end = _END.search(text, max(0, at - _LEAD), at)
    return end["end"].casefold() if end else ""
