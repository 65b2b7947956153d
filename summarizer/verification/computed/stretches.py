"""How a claim says that one event lies a length of time from another: "A came nine days after B", "A was six years old when B".

Each form has the length in one place and the two events on fixed sides of it. Which days they are, the text must tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from summarizer.patterns import late_regex
from summarizer.reading.agreement import Bound
from summarizer.reading.timing.durations import Duration, find_durations
from summarizer.source import Span
from summarizer.verification.computed.days import EVENT

_DAY = 24 * 60
_BE = r"(?:is|was|were|are|be|been|being|will\s+be|would\s+be|has\s+been|had\s+been|have\s+been)"
_GONE = r"(?:had|has|have)\s+(?:already\s+)?(?:passed|elapsed|gone\s+by|gone)"
_LATER = r"(?:after|later\s+than|following|since|on\s+from|past)"
_SOONER = r"(?:before|ahead\s+of|prior\s+to|earlier\s+than|until|short\s+of)"
_THEN = r"(?:when|at|by|as|on|before)"
_OPEN, _LAST = (
    r"(?P<{}>[^;]+?)",
    r"(?P<{}>[^;]+)",
)  # an event with something behind it, one with which the claim ends
# An event with something behind it, one with which the claim ends, one that is told by its noun alone.
_EVENTS = {
    "…": r"(?P<{}>[^;]+?)",
    "": r"(?P<{}>[^;]+)",
    ".": rf"(?P<{{}}>(?:[\w’'-]+\s+){{{{0,5}}}}?(?:{'|'.join(sorted(EVENT))})),?",
}


def _form(pattern: str) -> re.Pattern[str]:
    """Write a form out: L is the length, <x…>, <x> and <x.> the three sorts of events."""
    pattern = re.sub(r"\bL\b", "\x00+", pattern).replace(" ", r"\s+")
    pattern = re.sub(r"<(\w+)([….]?)>", lambda m: _EVENTS[m[2]].format(m[1]), pattern)
    return late_regex(f"^{pattern}$", re.IGNORECASE | re.DOTALL)


# `early` and `late` (or a `goal`, to be reached by then) are told apart; of `one` and `other` the claim does not say which came first. The first that fits is meant.
_FORMS = tuple(
    _form(pattern)
    for pattern in (
        rf"L {_LATER} <early…>,(?! ?\d) <late>",
        rf"L {_SOONER} <late…>,(?! ?\d) <early>",
        r"(?:only |just )?L (?:separate[sd]?|divide[sd]?|part|parts|parted) <one…> (?:from|and) <other>",
        rf"<one…> {_BE} (?:separated|parted|divided) (?:from|and) <other…> by L",
        rf"<one…> and <other…> {_BE} (?:separated|parted|divided) by L",
        r"(?:[^;]*)?L (?:(?:lie|lies|lay|pass|passed|passes|elapsed|went by) )?between <one…> and <other>",
        r"<late…>\b(?:follow(?:ed|s)?|trailed|trails|succeed(?:ed|s)?|came after) <early…> by L",
        r"<early…>\b(?:preced(?:ed|es|e)|predat(?:ed|es|e)|came before|anticipated) <late…> by L",
        rf"(?:ever )?since <early…>,(?! ?\d) L {_GONE}(?: {_THEN} <late>)?",
        rf"(?:{_THEN} <late…>,(?! ?\d) )?(?:L {_GONE}|it {_BE} (?:already )?L) since <early>",
        rf"L {_GONE} since <early…> (?:when|by the time(?: of)?|at the time of) <late>",
        rf"{_THEN} <late…>,(?! ?\d) <early…> {_BE}(?: not(?: yet)?| already| still)? L old",
        rf"at the time of <late.> <early…> {_BE}(?: not(?: yet)?| already| still)? L old",
        rf"<early…> {_BE}(?: not(?: yet)?| already| still)? L old(?:,? {_THEN} <late>)?",
        rf"<early…> (?:had|has)(?: already)? been [^;]+? for L,? {_THEN} <late>",
        rf"<late…> {_BE}(?: still)? L (?:off|away)(?: (?:when|at|from) <early>)?",
        r"from <early…> to <late…>,? [^;]*?L",
        r"(?:[^;]*? )?L (?:from|after) <early.> to (?!(?:the|a|an|its|their|his|her) )(?-i:(?=[a-z]))<goal>",
        rf"<late…>,? L {_LATER} <early>",
        rf"<early…>,? L {_SOONER} <late>",
        r"<late…>,? L (?:of|from) <early>",
        r"<early…>,? L (?:earlier|before|beforehand|previously)",
        r"<late…>,? L (?:later|afterwards|thereafter)",
    )
)
_OF = late_regex(r"\s+of\b", re.IGNORECASE)
_WITHIN = late_regex(r"\b(?:with)?in(?:side)?\s*$", re.IGNORECASE)
_INSIDE = late_regex(r"(?:with)?in(?:side)?\b", re.IGNORECASE)
_NOT_YET = late_regex(r"\bnot\s+(?:yet|quite)\s*$", re.IGNORECASE)
_AGED = late_regex(r"[\s-]+old\b", re.IGNORECASE)
_OLD = late_regex(r"(?<=[\s-])old\b", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    """A length that a claim tells, with the places of the two events that lie so far apart; None is the text's own."""

    length: Duration
    place: Span  # with the words that say how exactly it is meant
    early: Span | None
    late: Span | None
    ordered: bool
    clause: Span  # the part of the claim that tells this and nothing else
    age: bool = False  # the length is the later event's distance in full years: "six years old"
    goal: bool = False  # the later event is what somebody has that long to do


def stretch_in(text: str) -> Stretch | None:
    """Return the first length of a day or more in a claim that lies between two events it names."""
    masked = _OLD.sub("xld", text)  # the age of a person is no length of time, that of a treaty is
    for length in islice(find_durations(masked), 4):
        if length.minutes is None or length.minutes < _DAY:
            continue
        length, place = _with_bound(text, length)
        if _OF.match(text, place.end) and not _INSIDE.match(text, place.start):
            continue  # "two days of talks"
        if found := _events(text, length, place):
            return found
    return None


def _with_bound(text: str, length: Duration) -> tuple[Duration, Span]:
    """Return a length with the bound words before it that its reading leaves out: "within roughly", "not yet"."""
    start, bound = length.full.start, length.bound
    for pattern in (_WITHIN, _NOT_YET):
        if more := pattern.search(text[:start]):
            start, bound = more.start(), _AT_MOST
    return replace(length, bound=bound), Span(start, length.full.end)


_AT_MOST: Bound = "at_most"


def _events(text: str, length: Duration, place: Span) -> Stretch | None:
    body = text.rstrip(" .;")
    masked = body[: place.start] + "\x00" * (place.end - place.start) + body[place.end :]
    clause = max(masked.rfind(";", 0, place.start), masked.rfind(" — ", 0, place.start)) + 1
    rest = masked[clause:]
    offset = clause + len(rest) - len(rest.lstrip())
    for form in _FORMS:
        if match := form.match(rest.strip()):
            places = {
                name: Span(offset + match.start(name), offset + match.end(name))
                for name, told in match.groupdict().items()
                if told and told.strip()
            }
            whole = Span(offset, offset + match.end())
            if "one" in places and "other" in places:
                return Stretch(length, place, places["one"], places["other"], False, whole)
            if not places:
                return None
            late = places.get("goal", places.get("late"))
            return Stretch(
                length,
                place,
                places.get("early"),
                late,
                True,
                whole,
                _AGED.match(text, place.end) is not None,
                "goal" in places,
            )
    return None


# -- what is spread over a length, or told that far apart ------------------------------------------

_SPREAD = late_regex(
    r"\b(?:(?:spread|stretch\w*|extend\w*|span\w*|run|runs|ran)\s+(?:over|across|out\s+over|for)?"
    r"|(?:met|meet|sat|sit|talked|conferred|gathered|negotiated|convened|went\s+on|go\s+on|continued|was\s+held|were\s+held|take|took)\s+(?:for|over)?"
    r"|(?:fall|falls|fell|take\s+place|took\s+place|held)\s+(?:over|across|within))\s*(?:a\s+(?:span|space|period)\s+of\s*)?$",
    re.IGNORECASE,
)
_LASTED = late_regex(r"\blast(?:s|ed|ing)?\s+(?:for\s+)?$", re.IGNORECASE)
_APART = late_regex(r"\s*apart\b", re.IGNORECASE)
_SOONER_OR_LATER = late_regex(
    r"\b(?:(?P<sooner>forward|advanc\w+)|back|postpon\w+|delay\w*|defer\w*|slip\w*)\b", re.IGNORECASE
)
# What was set for one day and then for another: "put back by a week".
_MOVED = late_regex(
    r"\b(?:(?:put|push\w*|mov\w+|set|shift\w*|brought|bring\w*|slip\w*)\s+(?:back|forward|on|up)?|postpon\w+|delay\w*|defer\w*|advanc\w+|reschedul\w+)"
    r"\s+(?:for\s+|by\s+)?(?:a\s+(?:further\s+)?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Spread:
    """A length over which a claim says that something is spread, or by which two things lie apart, and the words for them."""

    length: Duration
    place: Span
    about: tuple[Span, ...]
    apart: bool
    moved: bool = False
    forward: bool | None = None  # whether what was moved comes sooner; None where the claim does not say


def spread_in(text: str) -> Spread | None:
    """Return the first length in a claim over which something is spread, or by which two of a sort lie apart."""
    for length in find_durations(text):
        apart = _APART.match(text, length.full.end)
        moved = _MOVED.search(text[: length.full.start])
        lasted = length.unit == "day" and _LASTED.search(text[: length.full.start])
        told = apart or moved or lasted or _SPREAD.search(text[: length.full.start])
        if length.minutes and length.minutes >= _DAY and told:
            behind = apart.end() if apart else length.full.end
            about = (Span(0, length.full.start), Span(behind, len(text)))
            sooner = _SOONER_OR_LATER.search(moved[0]) if moved else None
            forward = None if sooner is None else sooner["sooner"] is not None
            return Spread(length, length.full, about, bool(apart or moved), moved is not None, forward)
    return None
