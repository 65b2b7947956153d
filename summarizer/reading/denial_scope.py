"""Tells where what a denial governs ends, although no mark shows it."""

from __future__ import annotations

import re

from summarizer.reading.stems import is_irregular
from summarizer.source import Span

# A second clause that is told ("… and that"), and behind a "without"
# at the head of its clause the subject ("Without her consent the will cannot be changed").
_AND_THAT = re.compile(r"\sand\sthat\s")
_CUT_OFF = re.compile(
    r"\s*[,;—–]\s(?!(?:however|though|in|of|at|as|for|by|yet|even)\b)[^,;—–]+$"
)  # "I can't, my car broke"
_ASIDE = re.compile(r",\s(?:who|which|whom|whose|where)\s[^,;]*$")  # "A, who does not hesitate, agreed"
_FRONTED = re.compile(
    r"\s[\w’']+(?:\s[\w’']+)*?\s(?=(?:the|an?|no|nobody|nothing|none|there|it|they|he|she|we|its|their)\s(?:[\w’'-]+\s){0,5}?(?:is|are|was|were|will|would|can|could|may|might|must|shall|should|has|have|had|cannot|do|does|did)\b)"
)


def end_of_denied(lower: str, cue: Span, end: int, begins: int, predicate: int) -> int:
    """Return where what the denial at `cue` governs ends, in a sentence in small letters.

    `end` is where its clause ends at the latest; the clause begins at `begins` and its predicate at `predicate`.
    """
    return _own_predicate(lower, cue, _own_clause(lower, cue, end, begins), predicate)


def _own_clause(lower: str, cue: Span, end: int, begins: int) -> int:
    """Return where the clause of a denial ends before `end`."""
    if lower[cue.start : cue.end] == "without" and not lower[begins : cue.start].strip():
        comma = lower.find(",", cue.end, end)
        if comma >= 0:
            return comma
        subject = _FRONTED.match(lower, cue.end, end)
        return subject.end() if subject else end
    if lower[cue.start : cue.end] == "not" and lower[: cue.start].endswith((", ", ", but ", ", and ")):
        contrast = lower.find(",", cue.end, end)  # "it was Mona, not Lena, who found it"
        if contrast >= 0 and not lower.startswith(", that ", contrast):
            return contrast
    if _CUT_OFF.match(lower, cue.end, end):
        return cue.end
    if lower.rfind("(", begins, cue.start) > lower.rfind(")", begins, cue.start):
        closing = lower.find(")", cue.end, end)
        return closing if closing >= 0 else end
    if _ASIDE.search(lower, max(0, cue.start - _NEAR), cue.start):
        pause = lower.find(",", cue.end, end)
        return pause if pause >= 0 else end
    told = _AND_THAT.search(lower, cue.end, end) if " that " in lower[: cue.start] else None
    return told.start() if told else end


# A second verb behind "and": "draws no conclusions and watches actions", "did not reply and left".
_SECOND_VERB = re.compile(
    r"\sand\s(?:then\s|also\s|instead\s|[a-z]{1,20}ly\s)?(?P<verb>[a-z]{1,30})\s(?P<next>[a-z’']{1,30})"
)
_BEHIND_NOUN = frozenset(
    "of in on at to for from by with about over between among against into under and or that which who is are was were be been has have had will would can may as than but not".split()
)
_BEHIND_SUBJECT = _BEHIND_NOUN - {"to", "that"}
_NEAR, _FAR = 60, 200  # characters before and behind a denial that are looked at
_DO = re.compile(r"\b(?:do|does|did)\s*$|^(?:do|does|did)n[’']t$")


def _own_predicate(lower: str, cue: Span, end: int, predicate: int) -> int:
    """Return where what a denial governs ends: before a second verb that stands in a form which it cannot govern.

    "No" before an object, and "did not", deny their own verb alone: neither goes with a finite form behind "and".
    """
    negated = lower[cue.start : cue.end]
    does = _DO.search(lower[max(0, cue.start - 6) : cue.start]) if negated == "not" else _DO.match(negated)
    if does is None and negated not in ("no", "nothing", "none"):
        return end
    if does is None and len(lower[max(predicate, cue.start - _NEAR) : cue.start].split()) < 2:
        return end
    for match in _SECOND_VERB.finditer(lower, cue.end, min(end, cue.end + _FAR)):
        between = lower[cue.end : match.start()].split()
        if len(between) > 1 and not between[-1].endswith("ed") and _finite(match["verb"], match["next"]):
            return match.start()
    return end


def _finite(word: str, following: str) -> bool:
    """Whether a word behind "and" is a finite verb, as far as its ending and the next word show."""
    if following in _BEHIND_SUBJECT or following.endswith("ed"):
        return word.endswith("ed") or is_irregular(word)
    return (
        word.endswith("ed")
        or is_irregular(word)
        or (len(word) > 4 and word.endswith("s") and following not in ("to", "that"))
    )
