"""How a claim compares: by how much one thing is more than another, which way, and what it says of either."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.reading.words import Concept
from summarizer.verification.computed.derived import Ask
from summarizer.verification.computed.operations import direction_of
from summarizer.verification.context import once

MORE = r"more|greater|higher|larger|bigger|longer|better|above|ahead\s+of|in\s+excess\s+of|additional|extra"
LESS = r"less|fewer|lower|smaller|shorter|cheaper|below|beneath|short\s+of|behind"
_GREW = (
    r"increase|rise|growth|gain|up|over|jump"  # right behind the value alone: "a 40-MW increase", "40 MW up"
)
_SHRANK = r"decrease|reduction|fall|drop|cut|decline|down|under"
_STEP = r"(?:\s+(?!(?:and|or|but|who|which|that|in|on|at|of|for|by|to|is|are|was|were|be|has|have|had|will|would|could|can|may|did|does|do)\b)[\w’'/.-]+)"
_COMPARED = re.compile(
    rf"^(?:{_STEP}{{0,3}}?[\s-]+(?:(?P<more>{MORE})|(?P<less>{LESS}))|[\s-]+(?:(?P<grew>{_GREW})|(?P<shrank>{_SHRANK})))\b",
    re.IGNORECASE,
)
_DIRECT = frozenset("above over ahead in below under beneath short behind".split())
_THAN = late_regex(r"\b(?:than|compared\s+(?:with|to)|as\s+against|against|over)\b", re.IGNORECASE)
_BETWEEN = late_regex(r"^\s*(?:the\s+one|the\s+figure|the\s+level|what|that|those)?\s*", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:(?P<over>exceed\w*|outnumber\w*|outstrip\w*|surpass\w*|top(?:s|ped)?)|(?P<under>trail\w*|(?:is|was|falls?|fell)\s+short\s+of|undercut\w*))\b(?P<of>[^.;]*?)\bby\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
# "Rose by", "up by", "came down by", "gave up another": verbs with the amount right behind them.
UP = (
    r"rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|ris(?:es?|en|ing)|rose|grow(?:s|n|ing)?|grew|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?"
    r"|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|improv(?:es?|ed|ing)|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|widen(?:s|ed|ing)?"
    r"|(?:went|go(?:es|ne|ing)?|c[ao]mes?|moved)\s+up|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!take )(?<!took )up"
)
DOWN = (
    r"cut(?:s|ting)?|reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)"
    r"|shr[iau]nk(?:s|ing)?|lo(?:st|ses?|sing)|slash(?:es|ed|ing)?|trim(?:s|med|ming)?|ced(?:es?|ed|ing)|narrow(?:s|ed|ing)?|slip(?:s|ped|ping)?"
    r"|(?:went|go(?:es|ne|ing)?|c[ao]mes?|moved|climbed)\s+down|g[ai]ve[sn]?\s+(?:up|way)|down"
)
_CHANGED = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b[^.;]*?\bby\s+(?:[a-z]+\s+){{0,3}}$|\b(?:(?P<up2>{UP})|(?P<down2>{DOWN}))\s+(?:another\s+|a\s+further\s+|(?:about|nearly|almost|roughly|some)\s+)?$",
    re.IGNORECASE,
)
_OF = late_regex(r"^\s*(?:\w+\s+)?of\b", re.IGNORECASE)  # "cut 25 percent of the posts" takes a part away
_GAP = late_regex(r"^(?:\s+[\w/.-]+)?(?:\s+(?:an?|per|each)\s+\w+)?\s+apart\b", re.IGNORECASE)
_GAP_OF = late_regex(
    r"\b(?:difference|gap|margin|distance)\b[^.;,]*?\b(?:of|is|was|were|by|to|at)\s+(?:[a-z]+\s+){0,2}$|\b(?:separat\w+|divid\w+|part(?:s|ed)?|lie|lies|lay)\b[^.;,]*?$",
    re.IGNORECASE,
)
# In a claim: what the amount is measured by is only an earlier time.
_EARLIER = late_regex(
    r"^\s*(?:before|earlier|previously|until\s+now|so\s+far|(?:in\s+)?(?:the\s+)?(?:last|previous|prior|preceding|past)\b|(?:in\s+|at\s+)?(?:the\s+)?(?:year|month|week|day|season|time)\s+(?:before|earlier|ago)|(?:a|one)\s+(?:year|month|week)\s+(?:before|earlier|ago)|in\s+(?:19|20)\d\d|originally|at\s+first|it\s+(?:was|had|used)|they\s+(?:were|had)|had\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Compared:
    """How a claim compares: which way, and the words for what is compared and for what it is compared with."""

    sign: int
    subject: tuple[Concept, ...]
    measure: tuple[Concept, ...]
    earlier: bool  # the other is only what there was before
    sides: tuple[str, str] = ("", "")  # the claim up to what it compares with, and from there on


def is_gap(ask: Ask) -> bool:
    """Whether a claim tells how far two lie apart."""
    return _GAP.match(ask.after) is not None or _GAP_OF.search(ask.before) is not None


@once
def compared_in(ask: Ask) -> Compared | None:
    """Return how a claim compares the value: None where it does not."""
    start, end = ask.wanted.span.start, ask.wanted.span.end
    if match := _COMPARED.match(ask.after):
        sign = 1 if match["more"] or match["grew"] else -1
        begin = end + match.end()
        than = _THAN.search(ask.text, begin)
        word = (match["more"] or match["less"] or match["grew"] or match["shrank"]).casefold()
        direct = word.split()[0] in _DIRECT
        if than is None and not direct:
            return Compared(sign, ask.words_in(0, start), (), True, (ask.text, ""))
        at = begin if direct else than.end() if than else begin
        earlier = of_earlier(ask.text[at:])
        inner = ask.words_in(end, at) if not direct else ()
        subject, measure = (*ask.words_in(0, start), *inner), ask.words_in(at, len(ask.text))
        return Compared(sign, subject, measure, earlier, (ask.text[:at], ask.text[at:]))
    if match := _BY.search(ask.before):
        sign = 1 if match["over"] else -1
        return Compared(sign, ask.words_in(0, match.start()), ask.words_in(match.start("of"), start), False)
    match = _CHANGED.search(ask.before)
    if match and not ((match["up2"] or match["down2"]) and _OF.match(ask.after)):
        sign = 1 if match["up"] or match["up2"] else -1
        told_so = direction_of(match[0])
        return Compared(told_so or sign, ask.words_in(0, len(ask.text)), (), True)
    return None


def of_earlier(text: str) -> bool:
    """Whether what a claim measures something by is only what there was before: "than last year", "what it was in 2014"."""
    return _EARLIER.match(_BETWEEN.sub("", text, count=1)) is not None
