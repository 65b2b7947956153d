"""What comes before and after what: "after the talks" is not "in advance of these talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.words import Keys, is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_AFTER = re.compile(
    r"\b(?:after|following|since|in\s+the\s+wake\s+of|subsequent\s+to|later\s+than|once)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:before|ahead\s+of|prior\s+to|in\s+advance\s+of|in\s+the\s+run-up\s+to|preceding|earlier\s+than)\b",
    re.IGNORECASE,
)
_WORDS = 4  # content words behind "after" or "before" that name what it counts from
# "The following steps", "before the Council", "named after" tell no time.
_NO_TIME = re.compile(
    r"(?:\b(?:the|named|look\w*)\s+)$",
    re.IGNORECASE,
)


def compare_sequence(c: Comparison) -> Iterator[Difference]:
    """Yield an event that the claim puts something after where the sentence puts it before, or the other way round."""
    for mine, opposite in ((_AFTER, _BEFORE), (_BEFORE, _AFTER)):
        for match in mine.finditer(c.claim.text):
            words = _behind(c.claim.text[match.end() :])
            if not words or _NO_TIME.search(c.claim.text[: match.start()]) or _governs(c, mine, words):
                continue
            if (place := _governs(c, opposite, words)) is not None:
                told = " ".join(c.document.text[place.start : place.end].split())
                message = f"the source says “{told}”, not “{match[0]}”"
                yield Difference(Verdict.CONTRADICTED, "order_differs", message, place)


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
