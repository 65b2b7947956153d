"""Compares the limits of a claim with those of its passage: what was said "except in the north" is not told of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.report import Verdict
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Exceptions, provisos and degrees; terms such as "until Friday" may be left out without making another claim.
_LIMIT = re.compile(
    r"\b(?:only\s+(?:after|when|once|if|as|until|where|to\s+the|partly|partially)|except(?:ing)?|with\s+the\s+exceptions?\s+of|"
    r"(?:apart|aside)\s+from|save\s+for|in\s+principle|(?:with|under)\s+(?:(?:some|certain|serious)\s+)?(?:reservations?|caveats?|exceptions?))\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:only|just|except\w*|exceptions?|apart|aside|save|principle|principled|reservations?|caveats?|limited|partly|partially|until|unless|if|once|when|after|"
    r"conditions?|conditional\w*|most|mostly|largely|nearly|almost|but|other|others|outside|beyond|besides|not|no|without|excluding|excluded|first)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:.!?]|,?\s\b(?:and|while|whereas|but)\b")


def compare_limits(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the limit right behind the words that a claim has, where the claim tells none."""
    if c.coverage < SAME_ASSERTION or _LIMITED.search(c.claim.text):
        return
    tokens = c.document.reading.tokens
    placed = [tokens.span(at, at + 1) for at in c.aligned.values()]
    start = c.sentence.span.start
    for match in _LIMIT.finditer(c.sentence.text):
        at = start + match.start()
        opened = (
            max((m.end() for m in _CLAUSE.finditer(c.sentence.text, 0, match.start())), default=0) + start
        )
        if any(opened <= span.start < at for span in placed):
            words = " ".join(c.document.text[at : at + 60].split()[:6]).rstrip(",.;")
            yield Difference(
                Verdict.REVIEW, "limit_dropped", f"the source says this “{words}”", c.sentence.span
            )
            return
