"""Tells whether the words around a date look ahead or back: "will meet on Thursday", "met on Thursday"."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["future", "past"]

_AHEAD = frozenset("will shall won't would upcoming forthcoming until till deadline sometime due".split())
# What "by" looks ahead to: a day or a year, not by how much or by whom ("fell by half", "approved by the board").
_TERMS = frozenset(
    "next then mid early late end year christmas easter noon midnight tomorrow tonight monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december spring summer autumn winter".split()
)
# Ahead before "to" or "for": "set to", "scheduled for".
_PLANS = frozenset(
    "going set slated scheduled planned expected hoping preparing prepared intend intends intended hope hopes plan plans planning agree "
    "agreed invited ready want wants wanted ahead".split()
)
# Ahead before these: "the meeting planned in October".
_SET = frozenset("planned scheduled expected slated due set".split())
_SET_FOR = frozenset("in on for this next at by early late later".split())
# Verbs whose infinitive tells a plan: "talks to begin on Monday".
_ACTS = frozenset(
    "meet hold begin start open travel visit discuss speak talk resume convene take host attend arrive go come be have continue return "
    "sign vote present deliver address launch leave fly gather participate join submit decide receive conclude end finish".split()
)
_REPORTS = frozenset(
    "said says told tells added noted stated announced confirmed reported according described explained declared".split()
)
_BEHIND = frozenset(
    "was were had did met held spoke took came went began left made gave won wrote fell rose sent got saw ran led became broke struck died "
    "flew".split()
)
_NOT_PAST = frozenset("hundred sacred naked wicked rugged united".split())
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|\n")
_ADJACENT = re.compile(r"(?:\s+\w+){0,2}(?:\s+(?:late|early))?(?:\s+on)?\s*")
_BEFORE, _AFTER = 140, 90  # characters looked at to both sides


def tense_around(text: str, start: int, end: int, following: bool = True) -> Tense | None:
    """Return the tense of the nearest cue before `start` in the same sentence, or None; with `following`, else after `end`.

    A verb of saying counts only right before the date ("said on Thursday"): elsewhere it does not tell
    when the event was.
    """
    window = text[max(0, start - _BEFORE) : start]
    cuts = list(_SENTENCE_END.finditer(window))
    window = (window[cuts[-1].end() :] if cuts else window).lower().replace("’", "'")
    places = [match.span() for match in _WORD.finditer(window)]
    words = [window[first:last] for first, last in places]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in _REPORTS:
            if _ADJACENT.fullmatch(window, places[index][1]):
                return "past"
        elif tense := _tense_of(words, index):
            return tense
    return _tense_after(text[end : end + _AFTER]) if following else None


def _tense_after(window: str) -> Tense | None:
    cut = _SENTENCE_END.search(window)
    words = _WORD.findall(window[: cut.start() if cut else len(window)].lower().replace("’", "'"))
    cues = (_tense_of(words, index) for index in range(len(words)) if words[index] not in _REPORTS)
    return next((cue for cue in cues if cue), None)


def _tense_of(words: list[str], index: int) -> Tense | None:
    """Return the tense that one word tells, with its neighbours."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in _AHEAD or word.endswith("'ll"):
        return "future"
    if (word in _PLANS and following in ("to", "for", "of")) or (word in _SET and following in _SET_FOR):
        return "future"
    if word == "by":
        later = following if following != "the" else words[index + 2] if index + 2 < len(words) else ""
        return "future" if later in _TERMS or later[:1].isdigit() else None
    if word == "to":
        return "future" if following in _ACTS else None
    before = words[index - 1] if index else ""
    if word == "been":
        return "past" if before in ("has", "have", "had") else None
    behind = word in _BEHIND or (
        len(word) > 4 and word.endswith("ed") and word[-3] != "e" and word not in _NOT_PAST
    )
    return (
        "past" if behind and before not in ("be", "being", "to") else None
    )  # "will be held" does not look back
