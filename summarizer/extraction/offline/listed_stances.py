"""Positions told as a list under those who hold them: "Ministers:", "The Council", with a verb at the head of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extraction.offline.clauses import is_whole
from summarizer.extraction.offline.holders import Holders
from summarizer.extraction.offline.scene import COLLECTIVE, Scene
from summarizer.extraction.offline.speakers import NOBODY
from summarizer.extraction.offline.units import Unit
from summarizer.extraction.offline.wording import one_line, sentence_of
from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.source import Span

_WHO = re.compile(
    r"\W*(?P<who>(?:the\s+|both\s+|all\s+)?(?:[\w-]+\s+){0,3}?(?:ministers|leaders|parties|sides|presidents|members|participants|delegations|council|committee|board|"
    r"commission|conference|heads\s+of\s+(?:state|government|delegation)|governors))\s*(?:,\s*)?[:…]?\s*$",
    re.IGNORECASE,
)
_VIEW = late_regex(
    r"(?:also\s+|further\s+|strongly\s+)?(?:noted?s?\s+(?:that|with)|welcom(?:ed?|es)|stress(?:ed|es)?|express(?:ed|es)?|reaffirm(?:ed|s)?|reiterat(?:ed?|es)|underlin(?:ed?|es)|underscor(?:ed?|es)|"
    r"emphasi[sz](?:ed?|es)|call(?:ed|s)?\s+(?:on|upon|for)|urge[ds]?|condemn(?:ed|s)?|recogni[sz](?:ed?|es)|acknowledge[ds]?|support(?:ed|s)?|reject(?:ed|s)?|encourage[ds]?|"
    r"took\s+note|recalled\s+that|deplor(?:ed?|es)|agree[ds]?\s+that|deeply\s+regret(?:ted|s)?|regret(?:ted|s)?|insist(?:ed|s)?|demand(?:ed|s)?)\b",
    re.IGNORECASE,
)
_MARK = late_regex(r"\s*(?:[-*•–]|\(?\w{1,3}[.)])\s+")


def listed_stances(scene: Scene, who: Holders) -> Iterator[Unit]:
    """Yield the positions of lists whose introduction is only their subject."""
    holder: str | None = None
    for sentence in scene.body:
        if sentence.block.kind is not BlockKind.LIST_ITEM:
            opening = _WHO.match(sentence.text) if len(sentence.text) < 80 else None
            holder = one_line(opening["who"]) if opening else None
            continue
        if holder is None:
            continue
        mark = _MARK.match(sentence.text)
        start = sentence.span.start + (mark.end() if mark else 0)
        if not _VIEW.match(scene.text, start, sentence.span.end):
            continue
        span = scene.trimmed(Span(start, sentence.span.end))
        statement = sentence_of(f"{holder} {scene.text[span.start : span.end]}")
        if statement and is_whole(statement):
            plain = re.sub(r"^[Tt]he\s+", "", holder)
            together = COLLECTIVE.fullmatch(plain)
            yield Unit(span, span, who.speaker(NOBODY), plain.lower() if together else plain, statement, None)
