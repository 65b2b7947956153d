"""What comes before and after what: "after the talks" is not "in advance of these talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation
from summarizer.reading.words import Keys, is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.denied_otherwise import told_as_bound
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_AFTER = late_regex(
    r"\b(?:after|following|since|in\s+the\s+wake\s+of|subsequent\s+to|later\s+than|once)\b", re.IGNORECASE
)
_BEFORE = late_regex(
    r"\b(?:before|ahead\s+of|prior\s+to|in\s+advance\s+of|in\s+the\s+run-up\s+to|preceding|earlier\s+than)\b",
    re.IGNORECASE,
)
_TIMING = frozenset(
    "after following since wake subsequent later once before ahead prior advance run preceding earlier".split()
)
_WORDS = 4  # content words behind "after" or "before" that name what it counts from
# "The following steps", "before the Council", "named after" tell no time.
_NO_TIME = late_regex(
    r"(?:\b(?:the|named|look\w*)\s+)$",
    re.IGNORECASE,
)


def compare_sequence(c: Comparison) -> Iterator[Difference]:
    """Yield an event that the claim puts something after where the sentence puts it before, or the other way round."""
    yield from compare_ranks(c)
    if _TIMING.isdisjoint(c.claim.tokens.forms):
        return
    if any(o.operation is Operation.NEGATION and told_as_bound(c, o) for o in c.operators):
        return  # "not before the vote" for "only after the vote"
    for mine, opposite in ((_AFTER, _BEFORE), (_BEFORE, _AFTER)):
        for match in mine.finditer(c.claim.text):
            words = _behind(c.claim.text[match.end() :])
            if not words or _NO_TIME.search(c.claim.text[: match.start()]) or _governs(c, mine, words):
                continue
            if (place := _governs(c, opposite, words)) is not None:
                told = " ".join(c.document.text[place.start : place.end].split())
                message = f"the source says “{told}”, not “{match[0]}”"
                yield Difference(Verdict.CONTRADICTED, "order_differs", message, place)


# The places of a row: what is told of the first of several is not told of the last.
_RANKS = {
    word: place
    for place, words in enumerate(
        "first initial opening|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth".split("|")
    )
    for word in words.split()
} | {
    "final": -1,
    "last": -1,
    "closing": -1,
}


def compare_ranks(c: Comparison) -> Iterator[Difference]:
    """Yield the place in a row that the claim gives to what the sentence tells of another: "the first category", "the final category"."""
    mine = list(_ranked(c.claim.text)) if not _RANKS.keys().isdisjoint(c.claim.tokens.forms) else []
    told = list(_ranked(c.sentence.text)) if mine else []
    for word, things in mine:
        alike = [
            (rank, others)
            for rank, others in told
            if any(not a.isdisjoint(b) for a in things[:1] for b in others[:1])
        ]
        if re.search(
            rf"\b{word}\s*(?:[.,;]|\s(?:in|on|at|by|from|to|of|will|is|was)\b|$)",
            c.sentence.text,
            re.IGNORECASE,
        ):
            continue  # "the first in May, the second in June"
        if alike and not any(_may_be_one(_RANKS[word], _RANKS[rank]) for rank, _ in alike):
            message = f"the source tells this of the “{alike[0][0]}”, not of the “{word}”"
            yield Difference(Verdict.CONTRADICTED, "rank_differs", message, c.sentence.span)


def _may_be_one(a: int, b: int) -> bool:
    """Whether two places in a row may be the same: the last is the second of two, or the third of three."""
    return a == b or (-1 in (a, b) and 0 not in (a, b))


def _ranked(text: str) -> Iterator[tuple[str, list[Keys]]]:
    """Yield each place in a row with the words behind it that may be what is in a row, the noun phrase's head first."""
    for match in _RANK.finditer(text):
        words = _behind(text[match.end() :])
        if words:
            yield match[1].casefold(), words


_RANK = re.compile(rf"\b({'|'.join(_RANKS)})\s", re.IGNORECASE)


def _governs(c: Comparison, pattern: re.Pattern[str], words: list[Keys]) -> Span | None:
    """Return where the sentence has one of some expressions of time before the first of some words."""
    text = c.sentence.text
    for match in pattern.finditer(text):
        behind = _behind(text[match.end() :])
        if behind and any(not one.isdisjoint(words[0]) for one in behind):
            end = match.end() + min(30, len(text) - match.end())
            return Span(c.sentence.span.start + match.start(), c.sentence.span.start + end)
    return None


def _behind(text: str) -> list[Keys]:
    """Return what the words of the noun phrase at the beginning of some text can be matched by, its head first."""
    found: list[str] = []
    for word in re.findall(r"[\w'’-]+|[.,;:—–]", text)[:9]:
        if not word[0].isalnum() or (found and is_function_word(word.casefold())):
            break
        if not is_function_word(word.casefold()):
            found.append(word.casefold())
    return [keys(form) for form in reversed(found[:_WORDS])]
