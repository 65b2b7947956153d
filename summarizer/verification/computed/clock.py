"""Clock times: how long a session lasted, and when it began or ended if its length and its other end are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.agreement import Agreement
from summarizer.reading.timing.times import elapsed
from summarizer.verification.computed.computation import Computation, content_keys, excerpt, share_found
from summarizer.verification.computed.direction import PARTED, zones
from summarizer.verification.computed.sessions import EXCLUDING
from summarizer.verification.values.quantities import Quantity

if TYPE_CHECKING:
    from summarizer.verification.claims.claim import Claim
    from summarizer.verification.compare.comparison import Comparison
    from summarizer.verification.context import Document

_DAY = 24 * 60
_STARTS = late_regex(
    r"\b(?:beg[iau]n\w*|start\w*|open\w*|commenc\w*|conven\w*|held|met|call(?:ed)?\s+to\s+order|sat\s+down|set\s+out|since)\b",
    re.IGNORECASE,
)
_ENDS = late_regex(
    r"\b(?:end(?:ed|s|ing)?|clos\w+|conclu\w+|finish\w*|adjourn\w*|recess\w*|wrapp?\w*|over|until|till|got\s+up|rose|broke\s+up)\b",
    re.IGNORECASE,
)
_NEAR = 90  # characters around a clock time in which a word says that something begins or ends with it


def between_times(c: Comparison, claimed: Quantity) -> Computation | None:
    """Return the two times that open and close a session and lie a claimed length apart."""
    told = list(c.document.times)[:40]
    wanted = claimed.item.minutes
    if EXCLUDING.search(c.claim.text):
        return None  # "without the break" is less than from beginning to end
    pairs = [
        (a, b) for i, a in enumerate(told) for b in told[i + 1 :] if _lasts(claimed, elapsed(a.item, b.item))
    ]
    if not pairs:
        return None
    for a, b in pairs:
        if _frames(c, told, a, b) or _events_at(c, claimed, a, b):
            return _times_computation(a, b, f"{elapsed(a.item, b.item):g} minutes", plain=True)
    return _times_computation(*pairs[0], f"{wanted:g} minutes", plain=False)


def _lasts(claimed: Quantity, gap: float | None) -> bool:
    if gap is None:
        return False
    wanted, bound = claimed.item.minutes, claimed.item.bound
    if bound == "exact":
        return bool(gap == wanted)
    share = (gap - wanted) / wanted
    low, high = {"about": (-0.05, 0.05), "at_least": (0.001, 0.1), "at_most": (-0.2, -0.001)}[bound]
    return bool(low <= share <= high)


def _times_computation(a: Quantity, b: Quantity, length: str, *, plain: bool) -> Computation:
    return Computation(f"{excerpt(a.text)} to {excerpt(b.text)}: {length}", (a.span, b.span), plain)


def _frames(c: Comparison, told: list[Quantity], a: Quantity, b: Quantity) -> bool:
    """Whether two times are the beginning and the end of one session: one after the other, none between them that ends it."""
    inside = [q for q in told if a.span.end <= q.span.start < b.span.start]
    joined = re.fullmatch(r"\s*(?:-|–|—|to|until|till|and)\s*", c.document.text[a.span.end : b.span.start])
    opens = joined or _alone(c, a) or _says(c.document, a, _STARTS)
    closes = joined or _alone(c, b) or _says(c.document, b, _ENDS)
    return bool(opens and closes) and not any(_alone(c, q) or _says(c.document, q, _ENDS) for q in inside)


_LINK = late_regex(r"\s*(?:(?P<after>after)|before)\b", re.IGNORECASE)


def _events_at(c: Comparison, claimed: Quantity, a: Quantity, b: Quantity) -> bool:
    """Whether each of two times is that of one event of a claim: "the clerk came six minutes after the hearing opened"."""
    link = _LINK.match(c.claim.text, claimed.span.end)
    if link is None or a.span.start == b.span.start:
        return False
    head, rest = (
        content_keys(part) for part in (c.claim.text[: claimed.span.start], c.claim.text[link.end() :])
    )
    first, second = (rest, head) if link["after"] else (head, rest)
    early, late = zones(c.document, [a, b], PARTED, frozenset({"and"}))
    return all(
        words and share_found(words, own) >= _BOUND and share_found(words, own) > share_found(words, other)
        for words, own, other in ((first, early, late), (second, late, early))
    )


_BOUND = 0.4  # of the words for an event, the share that must stand beside its time


def _alone(c: Comparison, q: Quantity) -> bool:
    """Whether a time stands by itself on its line, as transcripts have it at their beginning and end."""
    text = c.document.text
    start, end = text.rfind("\n", 0, q.span.start) + 1, text.find("\n", q.span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(re.sub(r"[^A-Za-z0-9]", "", line.replace(q.text, ""))) <= len("EST")


def _says(document: Document, q: Quantity, pattern: re.Pattern[str]) -> bool:
    """Whether the words around a time say that something begins or ends with it; those past another time speak of that."""
    text = document.text
    low, high = max(0, q.span.start - _NEAR), min(len(text), q.span.end + _NEAR // 3)
    others = [o.span for o in document.times if o.span != q.span]
    low = max([low, text.rfind("\n\n", low, q.span.start), *(o.end for o in others if o.end <= q.span.start)])
    here = document.reading.sentence_at(q.span.start)
    ends = [here.span.end] if here else []
    high = min([high, *ends, *(o.start for o in others if o.start >= q.span.end)])
    return pattern.search(text[low:high]) is not None


def shifted(
    document: Document, claim: Claim, claimed: Quantity, told: Sequence[Quantity]
) -> Computation | None:
    """Return how a beginning follows from the end and the length that are told beside each other, or an end from the beginning."""
    starts, ends = bool(_STARTS.search(claim.text)), bool(_ENDS.search(claim.text))
    if starts == ends:
        return None
    for time in (q for q in told if q.sort == "time"):
        if not _says(document, time, _ENDS if starts else _STARTS):
            continue
        for length in (q for q in told if q.sort == "duration" and q.item.minutes and q.item.minutes < _DAY):
            step = -length.item.minutes if starts else length.item.minutes
            moved = (time.item.minutes + int(step)) % _DAY
            made = replace(time.item, hour=moved // 60, minute=moved % 60)
            if claimed.item.agrees(made) in (Agreement.EQUAL, Agreement.COMPATIBLE):
                sign = "−" if starts else "+"
                message = f"{excerpt(time.text)} {sign} {excerpt(length.text)} = {made.value}"
                return Computation(message, (time.span, length.span), _as_rough(claim, claimed, length))
    return None


def _as_rough(claim: Claim, claimed: Quantity, length: Quantity) -> bool:
    """Whether the claim is as rough as the length that it rests on: "about 50 minutes" gives no exact time."""
    if length.item.bound == "exact":
        return True
    before = claim.text[: claimed.span.start].rstrip().casefold()
    return length.item.bound == "about" and before.endswith(
        ("about", "around", "roughly", "approximately", "some")
    )
