"""Compares the limits of a claim with those of its passage: what was said "except in the north" is not told of all.

Exceptions, conditions and degrees bound the clause they stand in. Whoever retells that clause and leaves them out tells
more than its speaker did; a term ("until Friday") may be left out without making another claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.exceptions import told_as_exception
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Limit:
    """Words that bound a clause, with those of a claim that tell of such a bound, and what share of it must stand there."""

    words: re.Pattern[str]
    told: re.Pattern[str]
    share: float
    forms: frozenset[str]  # of which each of those words has one


_LIMITED = (
    r"substance|essence|outline|provisional\w*|tentative\w*|preliminar\w*|broad\w*|only|just|except\w*|exceptions?|apart|aside|save|principle|principled|reservations?|caveats?|limited|partly|partially|until|unless|if|once|when|after|"
    r"conditions?|conditional\w*|most|mostly|largely|nearly|almost|but|other|others|outside|beyond|besides|not|no|without|excluding|excluded|first"
)
_CONDITIONED = (
    r"|provid(?:ed|ing)|subject|pending|depend\w*|contingent|assum\w+|whether|should|would|could|may|might|as\s+(?:soon|long)\s+as|so\s+long\s+as|await\w*|requir\w+|need\w*|approv\w+|"
    r"agreement|consent|permit\w*|allow\w*|case|event|where|before|by|in\s+exchange|in\s+return|for"
)
_LIMITS = (
    Limit(
        late_regex(
            r"\b(?:only\s+(?:after|when|once|if|as|until|where|to\s+the|by|at|during|on|for|in|partly|partially)|except(?:ing)?|with\s+the\s+exceptions?\s+of|"
            r"(?:apart|aside)\s+from|save\s+for|in\s+(?:principle|substance|essence|outline|part)|provisionally|tentatively|(?:with|under)\s+(?:(?:some|certain|serious)\s+)?(?:reservations?|caveats?|exceptions?))\b",
            re.IGNORECASE,
        ),
        late_regex(rf"\b(?:{_LIMITED})\b", re.IGNORECASE),
        0.25,
        frozenset(
            "only except excepting exception exceptions apart aside save principle substance essence outline part provisionally tentatively "
            "reservation reservations caveat caveats".split()
        ),
    ),
    Limit(
        late_regex(
            r"\b(?:subject\s+to|provided(?:\s+that)?(?=\s+(?:the|an?|it|its|they|their|all|both|no|that|[A-Z]))|on\s+(?:the\s+)?condition\s+that|conditional\s+(?:up)?on|contingent\s+(?:up)?on|depending\s+on|pending|"
            r"unless|(?:as|so)\s+long\s+as|only\s+if|(?<!even )(?<!as )(?<!what )(?<!whether )if(?!\s+(?:any|anything|not|only|possible|necessary|so)\b))\b",
            re.IGNORECASE,
        ),
        late_regex(rf"\b(?:{_LIMITED}{_CONDITIONED})\b", re.IGNORECASE),
        0.2,
        frozenset(
            "subject provided condition conditional contingent depending pending unless long only if".split()
        ),
    ),
)
_CONDITION = _LIMITS[1]
# What a denial leaves open behind it: "neither sells without telling the other".
_LEFT_OPEN = late_regex(
    r"\b(?:neither|never|no|not|nobody|none|nothing|cannot|nor)\b(?:(?![;:.!?]).)*?\b(?P<but>without\s+(?:first\s+|prior\s+|the\s+)?[\w’'-]+|unless|except|other\s+than)\b",
    re.IGNORECASE | re.DOTALL,
)
_BUT = frozenset("without unless except other".split())
_OPEN = late_regex(
    r"\b(?:without|unless|until|except\w*|other|only|before|if|but|first|prior|notice|consent\w*|consult\w*|inform\w*)\b",
    re.IGNORECASE,
)
_CLAUSE = late_regex(r"[;:!?]|\.\s|,\s+(?:and|while|whereas|but)\b|\s(?:while|whereas|but)\s|\s[–—]\s")
_SCOPE = late_regex(r"[,;:.!?]|$")
_FRAGMENT = 10  # words of an answer that leaves out what was asked
_MOST = 0.5  # share of what a passage has of a claim that must stand in the clause which a limit bounds


def compare_limits(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the limit of the clause that a claim retells, where the claim tells none."""
    found = None if c.operands else next(_limits(c), None)
    if found is not None and not told_as_exception(c):
        yield found


def _limits(c: Comparison) -> Iterator[Difference]:
    denied = any(o.operation in DENYING for o in c.claim.operators)
    short = len(c.sentence.text.split()) <= _FRAGMENT
    text, start = c.sentence.text, c.sentence.span.start
    for limit in _LIMITS:
        if denied or limit.forms.isdisjoint(c.forms) or (c.coverage < limit.share and not short):
            continue  # what is denied is told of no case
        found = list(limit.words.finditer(text))
        placed = _placed(c) if found else []
        for match in found if found and not limit.told.search(c.claim.text) else ():
            if _bounds(c, match, placed):
                yield _dropped(c, Span(start + match.start(), start + match.end()))
                return
    yield from _of_values(c, denied)
    left_open = list(_LEFT_OPEN.finditer(text)) if not _BUT.isdisjoint(c.forms) else []
    if left_open and not _OPEN.search(c.claim.text):
        placed = _placed(c)
        for match in left_open:
            if any(start + match.start() <= at < start + match.start("but") for at in placed):
                yield _dropped(c, Span(start + match.start("but"), start + match.end()))
                return


def _of_values(c: Comparison, denied: bool) -> Iterator[Difference]:
    """Yield the condition of a value that the claim takes from a sentence beside the passage."""
    for claimed in c.claim.quantities:
        if denied or claimed.sort != "number" or any(equal(claimed, q) for q in c.quantities):
            continue
        for sentence in c.context:
            for q in c.document.quantities_in(sentence):
                if not equal(claimed, q):
                    continue
                match = _CONDITION.words.search(sentence.text, q.span.end - sentence.span.start)
                if match and not _CONDITION.told.search(c.claim.text):
                    yield _dropped(
                        c, Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                    )
                    return


def _placed(c: Comparison) -> list[int]:
    """Return where in the text the words, names and values of the claim stand in the sentence."""
    starts = c.document.reading.tokens.starts
    values = [q.span.start for q in c.quantities if any(equal(mine, q) for mine in c.claim.quantities)]
    return [*(starts[at] for at in c.aligned.values()), *values]


def _bounds(c: Comparison, match: re.Match[str], placed: list[int]) -> bool:
    """Whether a limit stands in the clause in which most of a claim's words stand, behind some or before all of them."""
    text, start = c.sentence.text, c.sentence.span.start
    opened = max((m.end() for m in _CLAUSE.finditer(text, 0, match.start())), default=0) + start
    at = start + match.start()
    closed = _CLAUSE.search(text, match.end())
    scope = _SCOPE.search(text, match.end())
    ends = start + (closed.start() if closed else len(text))
    own = start + (scope.end() if scope else len(text))
    here = [p for p in placed if opened <= p < ends]
    starts = c.document.reading.tokens.starts
    words = [starts[i] for one in c.claim.concepts.each for i in c.places(one.keys)]
    told = re.findall(r"\w{5,}", text[match.end() : own - start].casefold())
    taken = any(word in one.form for word in told for one in c.claim.concepts.each)
    if (taken or any(at <= p < own for p in (*here, *words))) and not match[0].casefold().startswith("in "):
        return False  # the claim tells what bounds it
    fronted = not _ALL_OF_THEM.sub("", text[opened - start : match.start()]).strip(' ,"“')
    return (fronted or any(p < at for p in here)) and len(here) >= max(1.0, _MOST * len(placed))


_ALL_OF_THEM = late_regex(
    r"^\s*(?:everyone|everybody|everything|nobody|no\s+one|nothing|all|none)\b", re.IGNORECASE
)


def _dropped(c: Comparison, place: Span) -> Difference:
    words = " ".join(c.document.text[place.start : place.start + 60].split()[:6]).rstrip(",.;")
    return Difference(Verdict.REVIEW, "limit_dropped", f"the source says this “{words}”", c.sentence.span)
