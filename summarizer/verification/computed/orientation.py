"""Which of two amounts is which: the one that a claim compares, and the one before it or beside it that it is measured by."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.patterns import late_regex
from summarizer.reading.words import Concept, Keys
from summarizer.verification.computed.comparing import DOWN, UP, Compared
from summarizer.verification.computed.derived import Ask
from summarizer.verification.computed.figures import Figure, figures_of, lead, of_one_sort, tail
from summarizer.verification.values.quantities import Quantity

_REMEMBERED = 4_096  # surroundings of amounts of which what they tell is kept: each claim asks of them again
_LEAST = 0.02  # of the larger of two amounts that are compared, what the smaller must be at least
# What there is after a change: "goes down to 28", "was raised to 15".
_RESULT = late_regex(
    rf"\b(?:{UP}|{DOWN})\b[^.;,]{{0,30}}?\bto\s+(?:about\s+|only\s+|some\s+)?$", re.IGNORECASE
)
# What sets one amount off as the one before, or the one that another is measured by.
_REFERENCE = late_regex(
    r"\b(?:(?:up|down|rais\w+|lower\w+|cut|reduc\w+|increas\w+|rose|risen|fell|fallen|grew|grown|it|them)?\s*from|instead\s+of|compared\s+(?:with|to)|as\s+against|against|versus|vs\.?|rather\s+than|after|not"
    r"|(?:had|’d|'d)\s+(?:(?:already|once|first|originally|initially|previously)\s+)?(?:been|stood|\w+ed|gone|come|set|sought|held|put|made|bid)\b[\w\s]{0,25}?|used\s+to\s+(?:be|have)|(?:so\s+far|until\s+now|to\s+date|hitherto|at\s+present|currently|today)\b[\w\s]{0,22}?|originally|initially|previously|formerly|last\s+(?:year|week|month|season|time)\b[\w\s,]{0,20}?|(?:a\s+)?(?:year|month|week)\s+(?:earlier|before|ago)[\w\s,]{0,12}?)\s*(?:the\s+|its\s+|some\s+|about\s+|only\s+|just\s+|there\s+with\s+|for\s+|at\s+|with\s+|an?\s+)*$",
    re.IGNORECASE,
)
_REFERENCE_BEHIND = late_regex(
    r"^[^,;.()]{0,25}?\b(?:last\s+(?:year|week|month|season|time)|(?:a\s+)?(?:year|month|week)\s+(?:earlier|before|ago)|the\s+(?:year|month|week|season|time)\s+before|before|previously|originally|until\s+(?:now|then)|so\s+far|formerly|earlier)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def oriented(ask: Ask, how: Compared, a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    """Return what a claim compares and what it compares that with, if the one is more, or less, as it says."""
    pairs = [(x, y) for x, y in ((a, b), (b, a)) if (x.value - y.value) * how.sign > 0]
    for new, old in pairs:
        if _of_another_time(ask, how, new, old):
            continue
        if (partner := _end_of_change(ask, old)) is not None and partner is not new:
            continue  # "from 92 to 105, plus 3.5 once"
        if _of_no_such_time(ask, how, old, new):
            continue
        order = before(ask, old, new)
        if how.earlier or not how.measure:
            told_so = (
                not how.measure
                and how.sides[0]
                and not how.sides[1]
                and hits(how.subject, new, old) > hits(how.subject, old, new)
            )
            if (order is True or told_so) and not _no_outcome(ask, how, new):
                return new, old
            continue
        if how.subject and is_reference(ask, new) and not hits(how.subject, new, old):
            continue  # what had been asked for is not what was got
        if _no_outcome(ask, how, new):
            continue
        right = hits(how.subject, new, old) + hits(how.measure, old, new)
        wrong = hits(how.subject, old, new) + hits(how.measure, new, old)
        times = [_TIME.findall(side) for side in how.sides]
        right += (time_of(ask, new) in times[0]) + (time_of(ask, old) in times[1])
        wrong += (time_of(ask, old) in times[0]) + (time_of(ask, new) in times[1])
        if (right > wrong and order is not False) or (right == wrong and order is True):
            return new, old
    return None


_FROM = re.compile(r"\bfrom\s+(?:about\s+|only\s+|the\s+)?$", re.IGNORECASE)
_TO = late_regex(r"\s*(?:[\w’'-]+\s+){0,3}?to\s+(?:about\s+|only\s+)?", re.IGNORECASE)


def _end_of_change(ask: Ask, old: Figure) -> Figure | None:
    """Return what a text has an amount change to: 105 in "from 92 to 105"."""
    if not _FROM.search(lead(ask.document, old)):
        return None
    behind = [
        f for f in figures_of(ask.document) if f.sentence is old.sentence and f.span.start > old.span.start
    ]
    following = min(behind, key=lambda f: f.span.start, default=None)
    if following is None or not of_one_sort(old, following):
        return None
    return following if _TO.fullmatch(ask.document.text, old.span.end, following.span.start) else None


# What came of a bargain, in a claim and beside an amount of the text.
_OUTCOME = late_regex(
    r"\b(?:got|gets?|gotten|obtain\w*|secur\w+|settl\w+|agree\w*|accept\w*|compromise\w*|deal|final\w*|ended\s+up|fixed|won)\b",
    re.IGNORECASE,
)


def _no_outcome(ask: Ask, how: Compared, new: Figure) -> bool:
    """Whether a claim speaks of what came of a bargain, and the text tells that of another amount than this one."""
    if not _OUTCOME.search(how.sides[0]) or _OUTCOME.search(lead(ask.document, new)):
        return False
    return any(
        of_one_sort(f, new) and _OUTCOME.search(lead(ask.document, f)) for f in figures_of(ask.document)
    )


_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)\b"
)


_SINCE = re.compile(
    rf"\b(?:since|from|than|against|compared\s+(?:with|to))\s+(?:in\s+|the\s+end\s+of\s+)?({_TIME.pattern})"
)


def time_of(ask: Ask, figure: Figure) -> str | None:
    """Return the month, weekday or year that the text tells an amount of, the month before its year."""
    return _time_between(lead(ask.document, figure), tail(ask.document, figure))


@lru_cache(maxsize=_REMEMBERED)
def _time_between(before: str, after: str) -> str | None:
    behind = _TIME.search(re.split(r"[,;]", after)[0])
    ahead = _TIME.findall(before)
    if behind:
        return behind[0]
    return (
        ahead[-2]
        if len(ahead) > 1 and ahead[-1].isdigit() and not ahead[-2].isdigit()
        else ahead[-1]
        if ahead
        else None
    )


_LAST = re.compile(
    r"\b(?:last|previous|prior|preceding)\s+(year|month|week|season|quarter)\b|\b(year|month|week|season|quarter)\s+(?:before|earlier|ago)\b",
    re.IGNORECASE,
)


def _of_no_such_time(ask: Ask, how: Compared, old: Figure, new: Figure) -> bool:
    """Whether a claim compares with last year, and the text tells that of another amount than the one it would compare with."""
    if not _LAST.search(how.sides[1] or how.sides[0]):
        return False

    def is_last(figure: Figure) -> bool:
        near = abs(figure.sentence.number - new.sentence.number) <= 3
        alike = _LEAST * new.value < figure.value < new.value / _LEAST
        return (
            near
            and alike
            and _LAST.search(f"{lead(ask.document, figure)} | {tail(ask.document, figure)}") is not None
        )

    return not is_last(old) and any(
        of_one_sort(f, old) and is_last(f) for f in figures_of(ask.document) if f is not new
    )


def _of_another_time(ask: Ask, how: Compared, new: Figure, old: Figure) -> bool:
    """Whether the text tells what a claim compares of the time that the claim gives the other, or vice versa."""
    if not how.sides[1] or time_of(ask, new) == time_of(ask, old):
        return False
    for figure, mine, theirs in ((new, *how.sides), (old, *how.sides[::-1])):
        time = time_of(ask, figure)
        if time is not None and time in _TIME.findall(theirs) and time not in _TIME.findall(mine):
            return True
    return False


def hits(words: tuple[Concept, ...], own: Figure, other: Figure) -> int:
    """Return how many words stand with one amount and not with the other."""
    mine, theirs = _own(own), _own(other)
    return sum(not mine.isdisjoint(x.keys) and theirs.isdisjoint(x.keys) for x in words)


def _own(figure: Figure) -> Keys:
    return figure.near or figure.zone


def before(ask: Ask, old: Figure, new: Figure) -> bool | None:
    """Return whether one amount is the earlier of two, or the one that the other is set against; None where nothing tells."""
    for is_so in (_led_as_reference, is_reference):
        marks = [is_so(ask, f) for f in (old, new)]
        if marks[0] != marks[1]:
            return marks[0]
    results = [_is_result(lead(ask.document, f, 90)) for f in (old, new)]
    if results[0] != results[1]:
        return results[1]
    since = _SINCE.findall(ask.text)
    times = [time_of(ask, f) for f in (old, new)]
    if times[0] in since and times[1] != times[0]:
        return True
    years = [_years(ask, f) for f in (old, new)]
    if years[0] and years[1] and years[0] != years[1]:
        return years[0] < years[1]
    return None


@lru_cache(maxsize=_REMEMBERED)
def _is_result(before: str) -> bool:
    return _RESULT.search(before) is not None


def _led_as_reference(ask: Ask, figure: Figure) -> bool:
    match = _reference_in(lead(ask.document, figure))
    if match is None:
        return False
    # "He reported that they had drilled 415": all that is reported lies back, and nothing is measured by it.
    reported = _REPORTED.search(ask.document.text, figure.sentence.span.start, figure.span.start)
    return reported is None or not match.startswith(("had", "’d", "'d"))


@lru_cache(maxsize=_REMEMBERED)
def _reference_in(before: str) -> str | None:
    match = _REFERENCE.search(before)
    return match[0].casefold() if match else None


@lru_cache(maxsize=_REMEMBERED)
def _refers_behind(after: str) -> bool:
    return _REFERENCE_BEHIND.match(after) is not None


_REPORTED = late_regex(
    r"\b(?:report|said|say|told|tell|stat|not|add|explain|claim|confirm|announc|observ|remark|admit|conced|inform)\w*\s+(?:[\w’'-]+\s+){0,3}?that\b",
    re.IGNORECASE,
)


def is_reference(ask: Ask, figure: Figure) -> bool:
    """Whether an amount is told as what there was before: "up from 80", "last year it was 80"."""
    return _led_as_reference(ask, figure) or _refers_behind(tail(ask.document, figure))


def _years(ask: Ask, figure: Figure) -> int:
    """Return the year that the text tells an amount of, 0 where it tells none."""
    around = lead(ask.document, figure) + " | " + tail(ask.document, figure, 40)
    behind = _YEAR.search(tail(ask.document, figure, 40).split(",")[0])
    found = [behind[0]] if behind else _YEAR.findall(around)
    return int(found[-1]) if found else 0


_IN_A_YEAR = late_regex(
    r"(?:with)?in (?:a|one|the) (?P<unit>year|month|week)|(?:a|one) (?P<unit2>year|month|week)|(?:over|from) (?:a|one|the) (?P<unit3>year|month|week).*",
    re.IGNORECASE,
)


def spans_of_time(ask: Ask, new: Figure, old: Figure) -> tuple[Quantity, ...]:
    """Return the lengths of a claim that lie between two amounts of the text: a year from last year's, ten from that of 2014 to that of 2024."""
    found: list[Quantity] = []
    between = _years(ask, new) - _years(ask, old) if _years(ask, new) and _years(ask, old) else 0
    words = new.sentence.text + " " + old.sentence.text
    for q in ask.claim.quantities:
        if q.sort not in ("duration", "date"):
            continue
        one = _IN_A_YEAR.fullmatch(" ".join(q.text.split()))
        unit = one["unit"] or one["unit2"] or one["unit3"] if one else None
        years = getattr(getattr(q.item, "low", None), "years", None)
        if (
            unit
            and re.search(rf"\b(?:last|previous|prior)\s+{unit}|\b{unit}\s+(?:earlier|ago|before)\b", words)
        ) or (between and years == between):
            found.append(q)
    return tuple(found)
