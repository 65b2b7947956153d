"""Reads a number with a unit of time, and the forms that need no number: "50-minute", "an hour", "several days"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.reading.agreement import Bound
from summarizer.reading.counts.numerals import NUMBER_WORDS, Numeral, is_vague
from summarizer.reading.flat import Flat
from summarizer.reading.timing.time_units import ABBREVIATIONS, LENGTHS, UNITS, WORD, Length


@dataclass(slots=True)
class Part:
    """A number with a unit, or several of them put together."""

    start: int
    end: int
    low: Length | None
    high: Length | None
    unit: str
    whole: bool = True  # no fraction in it, so that "and a half" may follow
    bound: Bound | None = None


_INITIALS = frozenset("abcdefghilmnopqstuwy+")  # of units, of modifiers and of "a", "of", "plus"
_MODIFIER = (
    r"(?:(?:more|additional|extra|less|fewer|full|whole|straight|consecutive|long|further|solid|short|successive|entire"
    r"|calendar|intense|intensive|gruelling|grueling|good|hard|tense|marathon|uninterrupted|non-?stop)[ -]){0,2}"
)
_UNIT = rf"(?P<unit>{WORD})(?![^\W_])(?!['’]?-?year-old)"
_GAP = r"(?P<more>\+|-plus|-odd)?[ -]{0,2}"
_AFTER_NUMERAL = re.compile(rf"{_GAP}{_MODIFIER}{_UNIT}", re.IGNORECASE)
_AFTER_FRACTION = re.compile(rf"{_GAP}(?:of[ -](?:an?[ -])?|an?[ -])?{_MODIFIER}{_UNIT}", re.IGNORECASE)
_RATE = re.compile(r"[ -]{1,2}an?[ -]", re.IGNORECASE)  # "9.15 an hour" is no length, as "half an hour" is
_HERE = re.compile(rf"{_UNIT}(?![ ](?:when|where|that)\b)", re.IGNORECASE)
_LONG = re.compile(
    r"(?P<unit>hour|day|week|month|year|decade)-?long(?!-(?:term|time|lasting))\b", re.IGNORECASE
)
_WITHOUT_NUMERAL = re.compile(
    r"\b(?:(?P<one>an?|another|all|(?:an? )?(?:full|whole|entire|solid))[ -](?:further |additional |extra )?"
    r"|(?P<two>(?:an? |another )?couple(?: of)?(?: more)?)[ ]"
    r"|(?P<vague>(?:an? |another |the (?:past|last|next) )?(?:few|several|many)(?: more)?)[ ])$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?P<unit>hour|day|week|month|year|minute)(?= and a half\b(?! of\b))", re.IGNORECASE)
_LEADS = frozenset(
    "a an another all full whole entire solid further additional extra couple of more few several many".split()
)
_COMPACT = re.compile(
    r"(?:(?P<day>\d{1,4})[ ]?d)?[ ]?(?:(?P<hour>\d{1,4})[ ]?h(?:rs?)?)?[ ]?(?:and[ ])?(?:(?P<minute>\d{1,3})[ ]?(?:m(?:ins?)?|(?<=\d)(?!\w)))?"
    r"[ ]?(?:and[ ])?(?:(?P<second>\d{1,3})[ ]?s(?:ecs?)?)?(?![^\W_])",
    re.IGNORECASE,
)
_SECOND_NOUN = re.compile(r"-[a-z]|[ ][a-z]", re.IGNORECASE)


def read_parts(flat: Flat) -> list[Part]:
    """Return every single number with a unit, and the forms that need no number, in order; they do not overlap."""
    text = flat.text
    counted: list[Part] = []
    for numeral in flat.numerals:
        if counted and numeral.start < counted[-1].end:
            continue
        if part := _compact(text, numeral) or _counted(text, numeral):
            counted.append(part)
    parts: list[Part] = []
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


def _compact(text: str, numeral: Numeral) -> Part | None:
    """Read "1h 20m", "2h30", "1d 4h": at least two units, or minutes told without theirs."""
    if not numeral.digits or text[numeral.end : numeral.end + 2].lstrip(" ")[:1].lower() not in (
        "d",
        "h",
        "m",
    ):
        return None
    match = _COMPACT.match(text, numeral.start)
    if match is None:
        return None
    units = {unit: int(number) for unit, number in match.groupdict().items() if number}
    if len(units) < 2:
        return None
    length = sum((LENGTHS[unit] * number for unit, number in units.items()), Length())
    return Part(
        match.start(),
        match.end(),
        length,
        length,
        min(units, key=lambda unit: LENGTHS[unit].total),
        whole=False,
    )


def _counted(text: str, numeral: Numeral) -> Part | None:
    """Read a numeral and the unit after it."""
    if numeral.form == "ordinal" or numeral.value < 0 or is_vague(text, numeral):
        return None
    if text[numeral.end : numeral.end + 2].lstrip(" -")[:1].lower() not in _INITIALS:
        return None
    whole = numeral.value.denominator == 1
    fraction = not whole or numeral.form == "fraction"
    match = (_AFTER_FRACTION if fraction else _AFTER_NUMERAL).match(text, numeral.end)
    if match is None or not _fits(text, numeral, match):
        return None
    if numeral.digits and numeral.form != "fraction" and _RATE.match(text, numeral.end, match.start("unit")):
        return None
    unit = UNITS[" ".join(match["unit"].lower().replace("-", " ").split())]
    length = LENGTHS[unit] * numeral.value
    bound: Bound | None = None
    if more := match["more"]:
        bound = "about" if more.lower() == "-odd" else "at_least"
    return Part(numeral.start, match.end(), length, length, unit, whole=whole, bound=bound)


def _fits(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether the word after a numeral is meant as its unit."""
    unit, gap = match["unit"].lower(), match.start("unit") - numeral.end
    if unit in ABBREVIATIONS and not (numeral.digits and gap <= 1):
        return unit in ("min", "mins", "sec", "secs", "hr", "hrs") and gap == 1
    if unit == "second" and text[numeral.end : numeral.end + 1] != "-" and numeral.value != 1:
        return _SECOND_NOUN.match(text, match.end()) is None
    if unit.startswith("quarter") and not (unit.endswith("s") and numeral.value.denominator == 1):
        return False
    article_third = (
        numeral.article and numeral.form == "fraction" and "of" not in text[numeral.end : match.end()].split()
    )
    return not article_third or text[numeral.end - 4 : numeral.end].lower() in ("half", "rter")


def _uncounted(text: str, position: int) -> Part | None:
    """Read "an hour", "another week", "all day", "a couple of days", "several hours", "day-long" by the unit's place."""
    if long := _LONG.match(text, position):
        unit = long["unit"].lower()
        return Part(position, long.end(), LENGTHS[unit], LENGTHS[unit], unit, whole=False)
    if text[position - 1 : position] not in (" ", "-") or not _led(text, position):
        return _with_half(text, position)
    lead, here = _WITHOUT_NUMERAL.search(text, max(0, position - 36), position), _HERE.match(text, position)
    if lead is None or here is None:
        return None
    name = " ".join(here["unit"].lower().replace("-", " ").split())
    unit = UNITS[name]
    if name in ABBREVIATIONS or not _article_fits(text, lead, here, name):
        return None
    if lead["vague"]:
        return Part(lead.start(), here.end(), None, None, unit, whole=False)
    if lead["two"]:
        length = LENGTHS[unit] * 2
        return Part(lead.start(), here.end(), length, length, unit, whole=False, bound="about")
    if name.endswith("s"):
        return None
    return Part(lead.start(), here.end(), LENGTHS[unit], LENGTHS[unit], unit)


def _with_half(text: str, position: int) -> Part | None:
    """Read "hour and a half" without its article."""
    match = _BARE.match(text, position)
    if match is None:
        return None
    unit = match["unit"].lower()
    return Part(position, match.end("unit"), LENGTHS[unit], LENGTHS[unit], unit)


def _led(text: str, position: int) -> bool:
    """Whether the word before a unit may open a length: a quick look, since few do."""
    start = position - 1
    while start > 0 and position - start < 12 and text[start - 1].isalpha():
        start -= 1
    return text[start : position - 1].lower() in _LEADS


_BEFORE_ARTICLE = re.compile(r"(?P<first>[^\s]{1,24}[ ])?(?P<last>[^\s]{1,24})[ ]$")
_RATED = frozenset(
    "times once twice thrice per percent dollars euros day days hour hours week weeks month minutes hundred thousand million billion trillion".split()
)
_LASTING = frozenset(
    "lasts takes is was runs spends needs gives has as less continues plus minus perhaps".split()
)


def _article_fits(text: str, lead: re.Match[str], here: re.Match[str], name: str) -> bool:
    """Whether "a day" is a length, not a rate ("five times a day") and "a second" not a rank."""
    if lead["one"] is None or lead["one"].lower() not in ("a", "an"):
        return name != "second" or lead["one"] is None
    if name == "quarter" or text[lead.start() - 1 : lead.start()] == "-":  # "a $2-billion-a-year loss"
        return False
    if name == "second" and _SECOND_NOUN.match(text, here.end()):
        return False
    before = _BEFORE_ARTICLE.search(text, max(0, lead.start() - 50), lead.start())
    if before is None:
        return True
    last, first = before["last"].lower(), (before["first"] or "").strip().lower()
    if last[-1].isdigit() or last[-1] in "%€$£" or last in _RATED:
        return False
    counted = first[-1:].isdigit() or first in NUMBER_WORDS
    return not counted or last in _LASTING
