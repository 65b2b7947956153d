"""Words that tell how exactly a value is meant: "about", "more than", "up to", "or so"."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.reading.agreement import Bound

_ABOUT = (
    "about", "around", "roughly", "approximately", "approx", "approx.", "circa", "some", "nearly", "almost", "near",
    "close to", "approaching", "an estimated", "estimated", "in the region of", "on the order of", "in the order of",
    "somewhere around", "more or less", "practically", "virtually", "~", "≈", "c.", "ca.", "a good", "perhaps", "maybe",
)  # fmt: skip
_AT_LEAST = (
    "more than", "over", "at least", "at the least", "at the very least", "no less than", "no fewer than", "not less than",
    "not fewer than", "nothing less than", "upwards of", "upward of", "in excess of", "exceeding", "greater than",
    "higher than", "longer than", "larger than", "above", "beyond", "north of", "as few as", "as little as", "minimum",
    "minimum of", "a minimum of", "just over", "well over", "slightly over", "a little over", "slightly more than",
    "just above", "just more than", "a little more than", "a bit more than", "well above", "no shorter than", ">", "≥", ">=",
    "not under", "not below", "no earlier than",
)  # fmt: skip
_AT_MOST = (
    "less than", "fewer than", "under", "below", "up to", "no more than", "not more than", "no longer than",
    "not longer than", "at most", "at the most", "at the very most", "as many as", "as much as", "as long as", "maximum",
    "maximum of", "a maximum of", "not over", "not above", "shorter than", "smaller than", "lower than", "just under",
    "well under", "just below", "slightly under", "slightly less than", "a little less than", "a little under",
    "just short of", "short of", "not exceeding", "within", "in under", "south of", "no later than", "<", "≤", "<=",
    "not exceed", "a bit less than", "no greater than", "no higher than", "not greater than",
    "not quite", "just shy of", "shy of", "a little short of",
)  # fmt: skip

CUES: dict[str, Bound] = {
    **dict.fromkeys(_ABOUT, "about"),
    **dict.fromkeys(_AT_LEAST, "at_least"),
    **dict.fromkeys(_AT_MOST, "at_most"),
}
# After these "about" names a topic: "he was asked about three cases".
_TOPICS = frozenset(
    "ask asks asked asking question questions know knows knew concerned worried worry hear heard information news reports details statement "
    "agreement doubts answer answered read reads wrote complained learned".split()
)
# "The two add up to twelve" sets no limit.
_ADDING = frozenset("add adds added adding sum sums summed tot totted".split())
_LAST_WORDS = frozenset(cue.split()[-1] for cue in CUES)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_LONGEST = max(len(cue.split()) for cue in CUES)
_OPENING = "(“\"'‘"
_REACH = 32  # characters looked at before a value
_BEFORE = re.compile(r"\S+")
_AFTER = re.compile(
    r"[ ](?:(?P<about>or so|or thereabouts|give or take|approximately)"
    r"|(?P<at_least>or more|or longer|or over|or above|at least|plus|minimum|and more|and counting)"
    r"|(?P<at_most>or less|or fewer|or under|at most|at the most|maximum|max|tops))\b"
    r"|(?P<odd>-odd\b)|(?P<plus>\+|-plus\b)",
    re.IGNORECASE,
)
# "over two days" is usually "in the course of": only these words before it make it a bound.
_LASTING = frozenset(
    "for in last lasted lasting lasts took taken take takes just well after of to spent spend is was were be been being "
    "run ran runs running stretched going goes go wait waited waiting waits it's".split()
)


class Cue(NamedTuple):
    """A bound and the place of the words that set it."""

    bound: Bound
    start: int
    end: int


def cue_before(text: str, at: int) -> Cue | None:
    """Return the bound told by the words that end right before `at`, the longest such phrase."""
    if at == 0:
        return None
    if text[at - 1] in "~≈<>≤≥" and (at == 1 or text[at - 2] in " (\n"):
        return Cue(CUES[text[at - 1]], at - 1, at)
    if text[at - 1] != " ":
        return None
    last = text[text.rfind(" ", max(0, at - _REACH), at - 1) + 1 : at - 1].lower()
    if last.lstrip(_OPENING) not in _LAST_WORDS and last not in _DETERMINERS:
        return None
    floor = max(0, at - _REACH)
    words = list(_BEFORE.finditer(text, floor, at))[-_LONGEST - 1 :]
    if words and last in _DETERMINERS:
        words.pop()
    for first in range(max(0, len(words) - _LONGEST), len(words)):
        start = words[first].start()
        if start == floor and floor and not text[floor - 1].isspace():
            continue
        phrase = " ".join(word[0].lower() for word in words[first:]).lstrip(_OPENING)
        if phrase == "about" and first and words[first - 1][0].lower() in _TOPICS:
            return None
        if phrase == "up to" and first and words[first - 1][0].lower() in _ADDING:
            return None
        if bound := CUES.get(phrase):
            end = words[-1].end()
            return Cue(bound, end - len(text[start:end].lstrip(_OPENING)), end)
    return None


def cue_after(text: str, at: int) -> Cue | None:
    """Return the bound told by the words that begin right after `at`: "or so", "or more", "+"."""
    match = _AFTER.match(text, at)
    if match is None:
        return None
    bound: Bound = (
        "about" if match["about"] or match["odd"] else "at_most" if match["at_most"] else "at_least"
    )
    return Cue(bound, match.start(), match.end())


def is_bound(text: str, cue: Cue, day_or_longer: bool) -> bool:
    """Whether `cue` before a duration bounds it: "over two days" may mean "in the course of two days"."""
    if not day_or_longer or text[cue.start : cue.end].lower() not in ("over", "within", "under"):
        return True
    before = text[max(0, cue.start - 16) : cue.start].lower().split()
    return text[cue.start : cue.end].lower() != "over" or (bool(before) and before[-1] in _LASTING)
