"""Who took part by a list of those present: "participants included A and B" says that A attended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.stems import stem
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_TAKES_PART = frozenset(map(stem, "attend take part participate join present".split()))
_PRESENT = late_regex(
    r"\b(?:participants?|participated|attendees|those\s+present|attended|joined|present)\b", re.IGNORECASE
)


def listed_present(c: Comparison, i: int, mine: Named) -> bool:
    """Whether the claim says that somebody took part whom the sentence has in its list: "participants included A and B"."""
    if stem(c.claim.tokens.form(i)) not in _TAKES_PART:
        return False
    places = [n.span.start - c.sentence.span.start for n in c.named if matches(mine, n)]
    return any(_PRESENT.search(c.sentence.text, 0, place) for place in places if place > 0)
