"""Finds lengths of time in English text: "about 50 minutes", "an hour and a half", "two-day", "30 to 40 mins"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from summarizer.reading.agreement import Agreement, Bound, close, compare
from summarizer.reading.bounds import Cue, cue_after, cue_before, is_bound
from summarizer.reading.flat import Flat, flatten
from summarizer.reading.numerals import NUMBER_WORDS, Numeral, is_vague
from summarizer.reading.time_units import ABBREVIATIONS, ALONE_ONLY, DAY, LENGTHS, MONTH, UNITS, WORD, Length
from summarizer.source import Span


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as the text tells it.

    `span` covers number and unit, `bound_span` the words that set `bound`, `full` both. `low` and `high`
    are lengths that keep calendar months apart from minutes; they differ for a range ("30 to 40 minutes")
    and are None where no number is told ("several hours"). `unit` is the smallest unit told. `offset` is
    "before" or "after" when the length only says how far two moments lie apart ("two days ago").
    """

    span: Span
    low: Length | None
    high: Length | None
    unit: str
    bound: Bound = "exact"
    bound_span: Span | None = None
    offset: str | None = None

    @property
    def minutes(self) -> float | None:
        """Minutes, a month taken as 30 days and a year as 365; None for a range or a vague length."""
        return self.low.total if self.low is not None and self.low == self.high else None

    @property
    def value(self) -> float | None:
        """The same as `minutes`."""
        return self.minutes

    @property
    def seconds(self) -> float | None:
        """Seconds, by the same conventions as `minutes`."""
        return None if self.minutes is None else float(Fraction(self.minutes).limit_denominator(10**6) * 60)

    @property
    def full(self) -> Span:
        """The span with the words that set the bound."""
        if self.bound_span is None:
            return self.span
        return Span(min(self.span.start, self.bound_span.start), max(self.span.end, self.bound_span.end))

    def same_as(self, other: Duration) -> bool:
        """Whether both tell the same length with the same bound."""
        return self.agrees(other) is Agreement.EQUAL

    def agrees(self, other: Duration) -> Agreement:
        """Compare with another duration; UNKNOWN when either tells no number.

        "12 months" equals "a year"; "30 days" and "a month" are only compatible.
        """
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return Agreement.UNKNOWN
        if (self.low, self.high) != (self.low, self.low) or (other.low, other.high) != (other.low, other.low):
            return _agree_ranges(self.low, self.high, other.low, other.high)
        result = compare(self.low.total, self.bound, other.low.total, other.bound)
        if self.low.same_as(other.low) or result is Agreement.CONFLICT and not _calendar(self.low, other.low):
            return result
        return Agreement.COMPATIBLE if result is not Agreement.CONFLICT or _near(self.low, other.low) else result


def _agree_ranges(low: Length, high: Length, other_low: Length, other_high: Length) -> Agreement:
    if low.same_as(other_low) and high.same_as(other_high):
        return Agreement.EQUAL
    meet = low.total <= other_high.total and other_low.total <= high.total
    return Agreement.COMPATIBLE if meet else Agreement.CONFLICT


def _calendar(length: Length, other: Length) -> bool:
    """Whether one of the two is told in months or years and the other in days or less."""
    return (length.all_months == 0) != (other.all_months == 0)


def _near(length: Length, other: Length) -> bool:
    """Whether two lengths differ by no more than the unevenness of months (28 to 31 days)."""
    return abs(length.total - other.total) <= 0.07 * max(length.total, other.total)


# --- finding

_MODIFIER = (
    r"(?:(?:more|additional|extra|less|fewer|full|whole|straight|consecutive|long|further|solid|short|successive|entire"
    r"|calendar|intense|intensive|gruelling|grueling|good|hard|tense|marathon|uninterrupted|non-?stop)[ -]){0,2}"
)
_UNIT = rf"(?P<unit>{WORD})(?![^\W_])(?!['’]?-?year-old)"
_GAP = r"[ -]{0,2}"
_AFTER_NUMERAL = re.compile(rf"{_GAP}{_MODIFIER}{_UNIT}", re.IGNORECASE)
_AFTER_FRACTION = re.compile(rf"{_GAP}(?:of[ -](?:an?[ -])?|an?[ -])?{_MODIFIER}{_UNIT}", re.IGNORECASE)
_HERE = re.compile(rf"{_UNIT}(?![ ](?:when|where|that)\b)", re.IGNORECASE)
_LONG = re.compile(r"(?P<unit>hour|day|week|month|year|decade)-?long(?!-(?:term|time|lasting))\b", re.IGNORECASE)
_WITHOUT_NUMERAL = re.compile(
    r"\b(?:(?P<one>an?|another|all|(?:an? )?(?:full|whole|entire|solid))[ -](?:further |additional |extra )?"
    r"|(?P<two>(?:an? |another )?couple(?: of)?(?: more)?)[ ]"
    r"|(?P<vague>(?:an? |another |the (?:past|last|next) )?(?:few|several|many)(?: more)?)[ ])$",
    re.IGNORECASE,
)
_LEADS = frozenset(
    "a an another all full whole entire solid further additional extra couple of more few several many".split()
)
_COMPACT = re.compile(
    r"(?:(?P<day>\d{1,4})[ ]?d)?[ ]?(?:(?P<hour>\d{1,4})[ ]?h(?:rs?)?)?[ ]?(?:(?P<minute>\d{1,3})[ ]?(?:m(?:ins?)?|(?<=\d)(?!\w)))?"
    r"[ ]?(?:(?P<second>\d{1,3})[ ]?s(?:ecs?)?)?(?![^\W_])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*(?P<number>\d{1,4}(?:\.\d{1,3})?)[ ]?(?P<unit>[A-Za-z]{1,2}|['’′\"″”])\s*")
_AND_PART = re.compile(
    r"[ -]and[ -](?:an?[ -]|one[ -])?(?P<part>half|quarter|third|three[ -]quarters|two[ -]thirds)\b"
    rf"(?![ -](?:of[ -])?(?:an?[ -])?(?:{WORD})\b|[ -]of\b|-)",
    re.IGNORECASE,
)
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3), "three": Fraction(3, 4), "two": Fraction(2, 3)}
_JOINT = re.compile(r"(?P<plain>[ ]?)|(?:,? and |, | & )(?:an? )?", re.IGNORECASE)
_RANGE = re.compile(r"[ -]?(?:-|–|—|to|or|(?P<and>and))[ ]?(?:about |almost |nearly )?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about )?$", re.IGNORECASE)
_BARE_UNIT = re.compile(r"\b(?:next|past|last|coming|another|an?|the|one)[ ](?P<start>(?P<unit>hour|day|week|month|year))[ ](?:to|or)[ ]$", re.IGNORECASE)
_OR_TWO = re.compile(r" or (?P<more>two|three|so)\b", re.IGNORECASE)
_RATE = re.compile(r"[ ](?:a|per|each|every)[ ]")
_SECOND_NOUN = re.compile(r"-[a-z]|[ ][a-z]", re.IGNORECASE)
_AGE = re.compile(r"[ -](?:old|of age)\b", re.IGNORECASE)
_OFFSET = re.compile(
    r"['’]?[ ](?:(?P<before>ago|earlier|before|prior|back(?! to)|previously)|(?P<after>later|after|from (?:now|today|tomorrow|yesterday)"
    r"|hence|afterwards?|on(?=[,.])))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Part:
    """A number with a unit, or several of them put together."""

    start: int
    end: int
    low: Length | None
    high: Length | None
    unit: str
    whole: bool = True  # no fraction in it, so that "and a half" may follow
    bound: Bound | None = None


def find_durations(text: str) -> list[Duration]:
    """Return the durations in `text` in order; they do not overlap.

    Ages ("70 years old") and rates ("$20 an hour") are left out. Marks that mean other things in running
    text ("2 m", "2'") are read only where they are all of the text.
    """
    if len(text) < 16 and (alone := _alone(text)):
        return [alone]
    flat = flatten(text)
    found = durations_of(flat)
    if flat.text is text:
        return found
    return [replace(item, span=flat.span(*item.span), bound_span=item.bound_span and flat.span(*item.bound_span)) for item in found]


def durations_of(flat: Flat) -> list[Duration]:
    """Return the durations of a flattened text, with their places in it."""
    text, known = flat.text, flat.numerals
    parts = _join(text, _with_ranges(text, _parts(flat), known), known)
    return [_finish(text, part) for part in parts if not _AGE.match(text, part.end)]


def _alone(text: str) -> Duration | None:
    """Read a text that is nothing but a number and a mark of minutes or seconds: "2'", "2 m"."""
    match = _ALONE.fullmatch(text)
    unit = match and ALONE_ONLY.get(match["unit"])
    if not match or not unit:
        return None
    length = LENGTHS[unit] * Fraction(match["number"])
    return Duration(Span(match.start("number"), match.end("unit")), length, length, unit)


def _parts(flat: Flat) -> list[_Part]:
    """Return every single number with a unit, and the forms that need no number, in order; they do not overlap."""
    text = flat.text
    counted: list[_Part] = []
    for numeral in flat.numerals:
        if counted and numeral.start < counted[-1].end:
            continue
        if part := _compact(text, numeral) or _counted(text, numeral):
            counted.append(part)
    parts: list[_Part] = []
    at = 0
    for position in flat.triggers["unit"]:
        while at < len(counted) and counted[at].start <= position:
            parts.append(counted[at])
            at += 1
        if parts and position < parts[-1].end:
            continue
        if part := _uncounted(text, position):
            parts.append(part)
    return parts + counted[at:]


def _compact(text: str, numeral: Numeral) -> _Part | None:
    """Read "1h 20m", "2h30", "1d 4h": at least two units, or minutes told without theirs."""
    if not numeral.digits or text[numeral.end : numeral.end + 2].lstrip(" ")[:1].lower() not in ("d", "h", "m"):
        return None
    match = _COMPACT.match(text, numeral.start)
    if match is None:
        return None
    units = {unit: int(number) for unit, number in match.groupdict().items() if number}
    if len(units) < 2:
        return None
    length = sum((LENGTHS[unit] * number for unit, number in units.items()), Length())
    return _Part(match.start(), match.end(), length, length, min(units, key=lambda unit: LENGTHS[unit].total), whole=False)


def _counted(text: str, numeral: Numeral) -> _Part | None:
    """Read a numeral and the unit after it."""
    if numeral.form == "ordinal" or numeral.value < 0 or is_vague(text, numeral):
        return None
    fraction = Fraction(numeral.value).denominator > 1 and not numeral.digits or numeral.form == "fraction"
    match = (_AFTER_FRACTION if fraction else _AFTER_NUMERAL).match(text, numeral.end)
    if match is None or not _fits(text, numeral, match):
        return None
    unit = UNITS[" ".join(match["unit"].lower().replace("-", " ").split())]
    length = LENGTHS[unit] * Fraction(numeral.value)
    return _Part(numeral.start, match.end(), length, length, unit, whole=Fraction(numeral.value).denominator == 1)


def _fits(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether the word after a numeral is meant as its unit."""
    unit, gap = match["unit"].lower(), match.start("unit") - numeral.end
    if unit in ABBREVIATIONS and not (numeral.digits and gap <= 1):
        return unit in ("min", "mins", "sec", "secs", "hr", "hrs") and gap == 1
    if unit == "second" and text[numeral.end : numeral.end + 1] != "-" and numeral.value != 1:
        return _SECOND_NOUN.match(text, match.end()) is None
    if unit.startswith("quarter") and not (unit.endswith("s") and Fraction(numeral.value).denominator == 1):
        return False
    article_third = numeral.article and numeral.form == "fraction" and "of" not in text[numeral.end : match.end()].split()
    return not article_third or text[numeral.end - 4 : numeral.end].lower() in ("half", "rter")


def _uncounted(text: str, position: int) -> _Part | None:
    """Read "an hour", "another week", "all day", "a couple of days", "several hours", "day-long" by the unit's place."""
    if long := _LONG.match(text, position):
        unit = long["unit"].lower()
        return _Part(position, long.end(), LENGTHS[unit], LENGTHS[unit], unit, whole=False)
    if text[position - 1 : position] not in (" ", "-") or not _led(text, position):
        return None
    lead, here = _WITHOUT_NUMERAL.search(text, max(0, position - 36), position), _HERE.match(text, position)
    if lead is None or here is None:
        return None
    name = " ".join(here["unit"].lower().replace("-", " ").split())
    unit = UNITS[name]
    if name in ABBREVIATIONS or not _article_fits(text, lead, here, name):
        return None
    if lead["vague"]:
        return _Part(lead.start(), here.end(), None, None, unit, whole=False)
    if lead["two"]:
        length = LENGTHS[unit] * 2
        return _Part(lead.start(), here.end(), length, length, unit, whole=False, bound="about")
    if name.endswith("s"):
        return None
    return _Part(lead.start(), here.end(), LENGTHS[unit], LENGTHS[unit], unit)


def _led(text: str, position: int) -> bool:
    """Whether the word before a unit may open a length: a quick look, since few do."""
    start = position - 1
    while start > 0 and position - start < 12 and text[start - 1].isalpha():
        start -= 1
    return text[start : position - 1].lower() in _LEADS


_BEFORE_ARTICLE = re.compile(r"(?P<first>[^\s]{1,24}[ ])?(?P<last>[^\s]{1,24})[ ]$")
_RATED = frozenset("times once twice thrice per percent dollars euros day days hour hours week weeks month minutes".split())
_LASTING = frozenset("lasts takes is was runs spends needs gives has as less continues plus minus perhaps".split())


def _article_fits(text: str, lead: re.Match[str], here: re.Match[str], name: str) -> bool:
    """Whether "a day" is a length, not a rate ("five times a day") and "a second" not a rank."""
    if lead["one"] is None or lead["one"].lower() not in ("a", "an"):
        return name != "second" or lead["one"] is None
    if name == "quarter":
        return False
    if name == "second" and _SECOND_NOUN.match(text, here.end()):
        return False
    before = _BEFORE_ARTICLE.search(text, max(0, lead.start() - 50), lead.start())
    if before is None:
        return True
    last, first = before["last"].lower(), (before["first"] or "").strip().lower()
    if last[-1].isdigit() or last[-1] in "%€$£" or last in _RATED or last in ("hundred", "thousand", "million", "billion"):
        return False
    counted = last.endswith("s") and last not in _LASTING
    return not (counted and (first[-1:].isdigit() or first in NUMBER_WORDS))


# --- putting parts together


def _with_ranges(text: str, parts: list[_Part], known: list[Numeral]) -> list[_Part]:
    """Widen "40 minutes" to "30 to 40 minutes" where a bare numeral stands before it."""
    position = 0
    for part in parts:
        while position < len(known) and known[position].end <= part.start:
            position += 1
        if part.high is None:
            continue
        if bare := _BARE_UNIT.search(text, max(0, part.start - 24), part.start):
            _widen(part, bare.start("start"), LENGTHS[bare["unit"].lower()])
        if position == 0:
            continue
        lower = known[position - 1]
        match = _RANGE.fullmatch(text, lower.end, part.start) if part.start - lower.end < 20 else None
        if match is None or lower.form == "ordinal" or not _opens(text, match, lower.start):
            continue
        _widen(part, lower.start, LENGTHS[part.unit] * Fraction(lower.value))
    return parts


def _widen(part: _Part, start: int, low: Length) -> None:
    """Let a part begin earlier and reach down to `low`."""
    if part.high is not None and 0 < low.total < part.high.total:
        part.start, part.low, part.whole = start, low, False


def _opens(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a joint makes a range: "and" does so only after "between"."""
    return not match["and"] or _BETWEEN.search(text, max(0, start - 20), start) is not None


def _join(text: str, parts: list[_Part], known: list[Numeral]) -> list[_Part]:
    """Put parts together: "2 hours and 5 minutes", "an hour and a half", "a week to ten days", "a day or two"."""
    starts = {numeral.start: numeral for numeral in known}
    joined: list[_Part] = []
    for part in parts:
        _extend(text, part, starts)
        if not joined or part.start < joined[-1].end or not (_add(text, joined[-1], part) or _span(text, joined[-1], part)):
            joined.append(part)
    return joined


def _extend(text: str, part: _Part, starts: dict[int, Numeral]) -> None:
    """Add what follows the unit: "and a half", "or two", or minutes told without their unit."""
    if part.low is None or not part.whole:
        return
    length = LENGTHS[part.unit]
    if match := _AND_PART.match(text, part.end):
        added = length * _PARTS[match["part"].lower().split()[0].split("-")[0]]
        part.low, part.high, part.end, part.whole = part.low + added, part.low + added, match.end(), False
    elif (match := _OR_TWO.match(text, part.end)) and part.low == length and match["more"].lower() != "so":
        part.high, part.end = length * (2 if match["more"].lower() == "two" else 3), match.end()
    elif part.unit in ("hour", "minute") and (match := re.compile(r"[ ](?:and[ ])?(?=\w)").match(text, part.end)):
        numeral = starts.get(match.end())
        if numeral and 0 < numeral.value < 60 and re.compile(r"\s*(?:$|[.,;:!?)])").match(text, numeral.end):
            smaller = LENGTHS["minute" if part.unit == "hour" else "second"]
            part.low = part.high = part.low + smaller * Fraction(numeral.value)
            part.end, part.whole = numeral.end, False


def _add(text: str, first: _Part, second: _Part) -> bool:
    """Join two parts that make one length, the larger unit first, or in any order when only a blank parts them."""
    if first.low is None or second.low is None or first.low != first.high or second.low != second.high:
        return False
    match = _JOINT.fullmatch(text, first.end, second.start)
    if match is None or first.unit == second.unit or first.bound or second.bound or _RATE.match(text, second.end):
        return False
    if match["plain"] is None and LENGTHS[first.unit].total <= LENGTHS[second.unit].total:
        return False
    first.low = first.high = first.low + second.low
    first.end, first.whole = second.end, False
    first.unit = min(first.unit, second.unit, key=lambda unit: LENGTHS[unit].total)
    return True


def _span(text: str, first: _Part, second: _Part) -> bool:
    """Join two parts that make a range: "a week to ten days", "90-minute to two-hour"."""
    if first.low is None or second.high is None or first.low.total >= second.high.total:
        return False
    match = _RANGE.fullmatch(text, first.end, second.start)
    if match is None or not _opens(text, match, first.start):
        return False
    first.high, first.end, first.whole = second.high, second.end, False
    first.unit = min(first.unit, second.unit, key=lambda unit: LENGTHS[unit].total)
    return True


def _finish(text: str, part: _Part) -> Duration:
    offset = _OFFSET.match(text, part.end)
    side = None if offset is None else "before" if offset["before"] else "after"
    duration = Duration(Span(part.start, part.end), part.low, part.high, part.unit, part.bound or "exact", offset=side)
    cue = _cue(text, part)
    return replace(duration, bound=cue.bound, bound_span=Span(cue.start, cue.end)) if cue else duration


def _cue(text: str, part: _Part) -> Cue | None:
    cue = cue_before(text, part.start)
    if cue and is_bound(text, cue, LENGTHS[part.unit].total >= DAY):
        return cue
    return cue_after(text, part.end)


__all__ = ["MONTH", "Duration", "close", "find_durations"]
