"""Compares exceptions: of whom all but them did a thing, that is told to be otherwise.

"Everyone except Ivo signed" tells that Ivo did not, "nobody but Ivo signed" that he did (Huddleston and Pullum, chapter
7.5): the words behind such a preposition stand under the reverse of what their clause says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import SAME_ASSERTION, Difference
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_EXCEPT = late_regex(
    r"\b(?:except(?:\s+for|ing)?(?!\s+(?:that|if|when|where|as|by|in|to)\b)|with\s+the\s+exceptions?\s+of|(?:apart|aside)\s+from|other\s+than|excluding|save\s+for"
    r"|(?:all|every\w*(?:\s+[a-z]+)?|nobody|no\s+one|none|nothing|no\s+[a-z]+)\s+but)\s+(?!for\b)",
    re.IGNORECASE,
)
_CONTRAST = late_regex(
    r",\s+(?:and\s+|but\s+)?not\s+|\b(?:but\s+not|rather\s+than|instead\s+of)\s+", re.IGNORECASE
)
_WHOLE = late_regex(
    r"\b(?:all|every\w*|each|any\w*|no|nobody|no\s+one|none|nothing|whole|entire|always)\b", re.IGNORECASE
)
_NONE = late_regex(r"\b(?:no|nobody|none|nothing|not|never)\b|n[’']t\b", re.IGNORECASE)
_OPEN_AGAIN = late_regex(
    r"\b(?:except\w*|exceptions?|apart|aside|other|excluding|save|but|only|alone|all|every\w*|rest|others)\b",
    re.IGNORECASE,
)
_BEHIND = 4  # tokens behind such a preposition in which what it leaves out begins
_NEXT = 6  # characters between names of a list


def compare_exceptions(c: Comparison) -> Iterator[Difference]:
    """Yield that the claim tells of an exception what the passage tells of all others."""
    if c.coverage >= SAME_ASSERTION - 0.2 and (told := _of_an_exception(c)) and _denied(c) == told[1]:
        code = "negation_added" if told[1] else "negation_dropped"
        message = f"the source says “{c.document.text[told[0].start : told[0].end + 40].strip()}”"
        yield Difference(Verdict.CONTRADICTED, code, message, told[0])
    elif _WHOLE.match(c.claim.text) and not _OPEN_AGAIN.search(c.claim.text, c.claim.tokens.ends[0]):
        for match in _EXCEPT.finditer(c.sentence.text):
            if _WHOLE.match(c.sentence.text.strip()) or _WHOLE.search(match[0]):
                message = f"the source says “{match[0].strip()}”"
                yield Difference(Verdict.REVIEW, "limit_dropped", message, c.sentence.span)
                return


def told_as_exception(c: Comparison) -> bool:
    """Whether the claim tells of an exception the reverse of what the passage tells of all others."""
    told = _of_an_exception(c)
    return told is not None and _denied(c) != told[1]


def _of_an_exception(c: Comparison) -> tuple[Span, bool] | None:
    """Return the preposition that excepts what the claim is about, and whether the passage denies it of all others."""
    for match in _CONTRAST.finditer(c.document.text, *c.sentence.span):
        if _names_behind(c, match.end()) and _claimed(c, match.end()):
            return Span(*match.span()), False
    if not _EXCEPT.search(c.sentence.text) or _OPEN_AGAIN.search(c.claim.text):
        return None
    for match in _EXCEPT.finditer(c.document.text, *c.sentence.span):
        whole = _WHOLE.search(c.sentence.text)
        if whole and _claimed(c, match.end()):
            return Span(*match.span()), bool(_NONE.search(c.sentence.text))
    return None


def _claimed(c: Comparison, at: int) -> bool:
    """Whether the claim names what is left out behind a place."""
    if names := _names_behind(c, at):
        mine = c.claim.names
        return bool(mine) and all(any(matches(n, other) for other in names) for n in mine)
    tokens = c.document.reading.tokens
    first = tokens.within(Span(at, c.sentence.span.end)).start
    near = range(first, min(len(tokens), first + _BEHIND))
    word = next((tokens.form(i) for i in near if not is_function_word(tokens.form(i))), None)
    return word is not None and word in c.claim.tokens.slice_forms()


def _names_behind(c: Comparison, at: int) -> list[Named]:
    found: list[Named] = []
    for named in c.named:
        if named.span.start >= at and named.span.start - at <= _NEXT:
            found.append(named)
            at = named.span.end
    return found


def _denied(c: Comparison) -> bool:
    return sum(o.operation in DENYING for o in c.claim.operators) % 2 == 1
