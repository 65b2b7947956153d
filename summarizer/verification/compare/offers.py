"""Compares what somebody offers or would like to do with what a claim has them do: "would be glad to host" is not "will host"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.words import BE, HAVE
from summarizer.reading.polarity import DENYING
from summarizer.reading.wording import Tokens
from summarizer.report import Verdict
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_WILLING = (
    r"glad|happy|pleased|delighted|honou?red|ready|readiness|willing|willingness|prepared|keen|eager|love|like|hop(?:e[sd]?|ing)|want(?:s|ed)?|wish(?:es|ed)?|desire[sd]?|"
    r"offer(?:s|ed|ing)?|interest(?:ed)?|consider(?:s|ed|ing)?|think(?:s|ing)?|thought"
)
_WILLING_WORDS = frozenset(
    "glad happy pleased delighted honored honoured ready readiness willing willingness prepared keen eager love like hope hopes hoped hoping want wants wanted "
    "wish wishes wished desire desires desired offer offers offered offering interest interested consider considers considered considering think thinks thinking "
    "thought".split()
)
# What governs a verb as an offer or a wish: "ready to", "offered to", "interested in", "wants the fund to".
_OFFERED = late_regex(
    rf"\b(?P<how>{_WILLING})\s+(?:\w+\s+){{0,3}}?(?:to|in|of|about)\s+(?:\w+ly\s+)?(?:be\s+)?(?:\w+\s+and\s+)?$",
    re.IGNORECASE,
)
_TOLD = late_regex(
    rf"\b(?:{_WILLING}|would|could|may|might|can|should|propos\w+|suggest\w*|intend\w*|intention|plan\w*|aim\w*|seek\w*|sought|invit\w+|ask\w*|urg\w+|encourag\w+|if|proposals?|"
    r"possib\w+|able|open|favou?r\w*|call(?:s|ed)?|request\w*|demand\w*|propos\w*|need\w*|agree\w*|try|tries|tried|expect\w*|look\w*|forward|welcom\w*)\b|[’']d\b",
    re.IGNORECASE,
)
_LEAD = 60  # characters before a verb in which what governs it stands


def compare_offers(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the first verb that the claim tells as done or sure and the sentence only as offered or wished."""
    if _WILLING_WORDS.isdisjoint(c.forms) or any(o.operation in DENYING for o in c.claim.operators):
        return
    if _TOLD.search(c.claim.text):
        return
    text, starts = c.document.text, c.document.reading.tokens.starts
    for i, at in c.aligned.items():
        if not _is_deed(c.claim.tokens, i):
            continue
        place = starts[at]
        lead = text[max(c.sentence.span.start, place - _LEAD) : place]
        offered = _OFFERED.search(lead)
        if offered and not re.search(r"[.;:!?]", lead[offered.start() :]):
            message = f"the passage tells only of “{' '.join(lead[offered.start() :].split())} {c.document.reading.tokens.form(at)}”"
            yield Difference(Verdict.REVIEW, "commitment_stronger", message, c.sentence.span)
            return


def _is_deed(tokens: Tokens, at: int) -> bool:
    """Whether a word of the claim is a verb that tells what is done or will be, not what somebody else's verb leads to."""
    before = tokens.slice_forms(max(0, at - 2), at)
    if before[-1:] == ["to"]:
        return before[0] in BE
    return bool(_HELPING.intersection(before)) or looks_finite(tokens.form(at))


_HELPING = frozenset("will shall".split()) | BE | HAVE
