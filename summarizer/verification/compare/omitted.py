"""Compares what a claim says was left out, ignored or passed over with a passage that simply tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.polarity import DENYING
from summarizer.reading.stems import stems
from summarizer.reading.words import Concepts
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_DENIED = 0.5  # share of the words said to be left out that a passage tells
_OMITTING = stems("ignore overlook omit disregard neglect skip sidestep pass keep leave")
_OMITTED = re.compile(
    r"\b(?:ignor(?:e[sd]?|ing)|overlook(?:s|ed|ing)?|omit(?:s|ted|ting)?|disregard(?:s|ed|ing)?|neglect(?:s|ed|ing)?|sk(?:ip|ips|ipped|ipping)|sidestep(?:s|ped|ping)?|pass(?:es|ed|ing)?\s+over|ke(?:ep|eps|pt)\s+silent\s+(?:on|about)"
    r"|(?:leaves?|left|leave)(?=\s[^;]{3,120}\s(?:out|aside|unmentioned|undiscussed|unaddressed|untouched|unchanged|unaffected|intact|unresolved|in\s+place|as\s+(?:it|they)\s+(?:was|were|stood|is|are))\b)|(?:leaves?|left|leaving)\s+out)\s",
    re.IGNORECASE,
)


def compare_omitted(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim says was left out, ignored or passed over, and the sentence simply tells."""
    for cue in _OMITTED.finditer(c.claim.text) if not _OMITTING.isdisjoint(c.claim.stems) else ():
        after = Span(cue.end(), len(c.claim.text))
        left = Concepts(tuple(one for one in c.claim.concepts.each if after.contains(c.claim.span(one.at))))
        telling = _OMITTED.search(c.sentence.text) or any(o.operation in DENYING for o in c.operators)
        if len(left) and c.told(left) >= _DENIED and not telling:
            message = f"the source tells what was “{cue[0].strip()}”"
            yield Difference(Verdict.REVIEW, "negation_added", message, c.sentence.span)
