"""Finds numbers in English text with what they measure or count and how exactly they are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from summarizer.reading import number_words as words
from summarizer.reading.agreement import Agreement, Bound, close, compare
from summarizer.reading.bounds import Cue, cue_after, cue_before
from summarizer.reading.flat import Flat, flatten
from summarizer.reading.nouns import counted_noun
from summarizer.reading.numerals import Numeral, is_vague
from summarizer.reading.units import CURRENCY_CODES, CURRENCY_SIGNS, FIRST_WORDS, GLUED_ONLY, LONGEST, UNITS
from summarizer.source import Span

NumberKind = Literal["number", "ordinal", "fraction", "percent", "money", "measure"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the text tells it.

    `span` covers the numeral with its sign, scale and unit; `value` is an int where it is integral.
    `unit` is an ISO 4217 code for money, "%" or "pp" (percentage points) for percentages, a symbol such
    as "km" for measures. `noun` is what is counted, singular and lower case ("three formats": "format").
    `bound_span` covers the words that set `bound`. In a range ("30 to 40") the lower number is `at_least`
    and the upper one `at_most`.
    """

    span: Span
    value: int | float
    kind: NumberKind = "number"
    unit: str | None = None
    noun: str | None = None
    bound: Bound = "exact"
    bound_span: Span | None = None

    def same_as(self, other: Number) -> bool:
        """Whether both tell the same value of the same thing with the same bound."""
        return self.agrees(other) is Agreement.EQUAL

    def agrees(self, other: Number) -> Agreement:
        """Compare with another number; UNKNOWN when the two count or measure different things."""
        if (self.kind == "ordinal") != (other.kind == "ordinal") or not _same_unit(self.unit, other.unit):
            return Agreement.UNKNOWN
        if self.noun and other.noun and self.noun != other.noun:
            return Agreement.UNKNOWN
        return compare(self.value, self.bound, other.value, other.bound)


def _same_unit(unit: str | None, other: str | None) -> bool:
    """Whether two units may be the same: "pounds" are money or weight."""
    return unit == other or {unit, other} in ({"pound", "GBP"}, {"pound", "lb"})


@dataclass(slots=True)
class _Draft:
    """A number in the making: the numeral, where the whole begins and ends, and what was read around it."""

    numeral: Numeral
    value: int | Fraction
    start: int
    end: int
    kind: NumberKind
    unit: str | None = None
    bound: Bound | None = None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the numbers in `text[start:end]` in order; spans refer to `text`.

    Numbers in words and digits, decimals, fractions, ordinals, percentages, money and measures. Left out:
    identifiers ("G7", "5G"), clock times, "one" as a pronoun, and vague amounts ("hundreds of people").
    Numbers inside dates and durations are returned too; `summarizer.reading.quantities` sets those apart.
    """
    low, high = max(0, start - _MARGIN), len(text) if end is None else end + _MARGIN
    flat = flatten(text[low:high] if low or high < len(text) else text)
    found = _finish(flat, _drafts(flat), low)
    if low == 0 and end is None:
        return found
    return [number for number in found if start <= number.span.start and (end is None or number.span.end <= end)]


_MARGIN = 200  # characters looked at around a part of a text


def _drafts(flat: Flat) -> list[_Draft]:
    text = flat.text
    drafts: list[_Draft] = []
    for numeral in flat.numerals:
        draft = _draft(text, numeral)
        if draft is None:
            continue
        if drafts and (pair := _pair(text, drafts[-1], draft)):
            drafts[-1] = pair
            continue
        drafts.append(draft)
    for lower, upper in zip(drafts, drafts[1:], strict=False):
        if upper.start - lower.end < 8:
            _read_range(text, lower, upper)
    return drafts


# --- one number

_CLOCK_AFTER = re.compile(r"[ ]?(?:[ap]\.?m\b|o[’'`]?clock\b)", re.IGNORECASE)
_AFTER = re.compile(r"(?P<gap>[ -]?)(?P<sign>[%‰°€£$¥₽₴₹₩₪₺](?:[CF]\b)?)|(?P<blank>[ -]?)(?P<letters>[A-Za-z])")
_WORDS = re.compile(r"[A-Za-z.]+[²³/]?[A-Za-z23]*(?:[ -][A-Za-z]+){0,2}")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_PREFIX = re.compile(r"(?:\b[A-Z]{1,2})?[$€£¥₽₴₹₩₪₺₦₫₱฿][ ]?$|\b[A-Z]{3}[ ]?$")
_NUMERAL_BEFORE = re.compile(r"(?:\b(?:an?|one|[0-9]+))[ -]$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z]+)[ -]+$")
_TESTED = re.compile(r"(?:test(?:s|ed|ing)?|results?|back)\s$", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(r"[ -][a-z]", re.IGNORECASE)
_FUNCTION_WORD = re.compile(
    r"[ ](?:of|in|to|on|at|by|as|or|and|more|less|fewer|higher|lower|larger|smaller|bigger|the|its|their|his|her|from|for|is|are"
    r"|was|were|has|have|had|will|would|said|since|than|with|when|after|before|between|during|against|below|above|over|under"
    r"|into|but|while|that|this|last|again|if|because|until|where|through|who|which|each|every|this|today|yesterday)\b",
    re.IGNORECASE,
)


def _draft(text: str, numeral: Numeral) -> _Draft | None:
    """Make a number of a numeral with its unit, or nothing where it is no number."""
    begin = _currency(text, numeral)
    code = text[begin : numeral.start].strip(" -−")
    kind, unit, end = _unit(text, numeral)
    if code and kind != "percent":
        currency = CURRENCY_SIGNS.get(code) or (code if code in CURRENCY_CODES else CURRENCY_SIGNS.get(code[-1], code))
        return _Draft(numeral, numeral.value, begin, end if kind == "money" else numeral.end, "money", currency)
    if kind is None:
        if numeral.digits and _spoilt(text, numeral):
            return None
        if not numeral.digits and not _is_number(text, numeral):
            return None
        return _plain(text, numeral)
    return _Draft(numeral, numeral.value, numeral.start, end, kind, unit)


def _plain(text: str, numeral: Numeral) -> _Draft | None:
    value, kind = numeral.value, numeral.form
    if kind == "fraction" and numeral.article and _names_rank(text, numeral):
        value, kind = Fraction(value).denominator, "ordinal"  # "a third round"
    written = text[numeral.start : numeral.end]
    parted = abs(value) < 1 and (written[-1] in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" or "/" in written)
    named: NumberKind = "ordinal" if kind == "ordinal" else "fraction" if kind == "fraction" or parted else "number"
    return _Draft(numeral, value, numeral.start, numeral.end, named)


def _names_rank(text: str, numeral: Numeral) -> bool:
    """Whether "a third", "a fifth" ranks the noun after it instead of naming a part."""
    if text[numeral.end - 4 : numeral.end].lower() in ("half", "rter"):
        return False
    follows = _NOUN_FOLLOWS.match(text, numeral.end)
    return follows is not None and not _FUNCTION_WORD.match(text, numeral.end)


def _currency(text: str, numeral: Numeral) -> int:
    """Return where a currency sign or code before the numeral begins, or the numeral's own start."""
    at = numeral.start
    if at == 0 or not numeral.digits:
        return at
    before = text[at - 1]
    if before in CURRENCY_SIGNS or before in " " or before.isupper():
        match = _PREFIX.search(text, max(0, at - 5), at)
        if match and (match[0].strip()[-1] in CURRENCY_SIGNS or match[0].strip() in CURRENCY_CODES):
            start = match.start()
            return start - 1 if start and text[start - 1] in "-−" and (start == 1 or text[start - 2].isspace()) else start
    return at


def _unit(text: str, numeral: Numeral) -> tuple[NumberKind | None, str | None, int]:
    """Read the unit after a numeral: its kind, normal form and end; the kind is None where there is none."""
    at = numeral.end
    match = _AFTER.match(text, at)
    if match is None or numeral.form == "ordinal":
        return None, None, at
    if match["sign"]:
        kind, unit = UNITS[match["sign"].lower()]
        return kind, unit, match.end()  # type: ignore[return-value]
    begin = match.start("letters")
    if _FIRST_WORD.match(text, begin)[0].lower() not in FIRST_WORDS:  # type: ignore[index]
        return None, None, at
    phrase = _WORDS.match(text, begin, begin + 48)
    pieces = re.split(r"[ -]", phrase[0]) if phrase else []
    for count in range(min(len(pieces), LONGEST), 0, -1):
        form = " ".join(pieces[:count])
        entry = UNITS.get(form.lower().rstrip(".") if form.count(".") == 1 else form.lower())
        end = begin + len(form)
        if entry and _fits(text, numeral, form, match["blank"], end):
            return entry[0], entry[1], end - (form.endswith(".") and len(form) > 1)  # type: ignore[return-value]
    return None, None, at


def _fits(text: str, numeral: Numeral, form: str, blank: str, end: int) -> bool:
    """Whether a written form of a unit may stand as one after this numeral and this gap."""
    if text[end : end + 1].isalnum():
        return False
    if len(form) == 1 and form not in "glmtWV":  # "5G" and "4K" are no units
        return False
    if not blank:
        return numeral.digits
    if form.isupper() and len(form) == 3 and form not in CURRENCY_CODES:
        return form.lower() not in {code.lower() for code in CURRENCY_CODES}
    if form in ("rand", "stone", "ha", "won", "try", "all", "top") and blank != "-":
        return False
    return form.lower() not in GLUED_ONLY


def _spoilt(text: str, numeral: Numeral) -> bool:
    """Whether digits are part of an identifier or a clock time: "5G", "1990s", "4 p.m."."""
    at = numeral.end
    following = text[at : at + 1]
    return following.isalnum() or following == "_" or _CLOCK_AFTER.match(text, at) is not None


def _is_number(text: str, numeral: Numeral) -> bool:
    """Whether number words stand for a number, and not for a pronoun, a vague amount or a set phrase."""
    written = text[numeral.start : numeral.end].lower()
    if _CLOCK_AFTER.match(text, numeral.end):
        return False
    before = _LAST_WORD.search(text, max(0, numeral.start - 24), numeral.start)
    last = before[1].lower() if before else ""
    if numeral.form == "ordinal":
        return _is_ordinal(text, numeral, written, last)
    if written == "one":
        return _is_one(text, numeral.end, last)
    if is_vague(text, numeral):
        return False
    if written in ("half", "a half", "quarter", "a quarter"):
        return _is_part(text, numeral, written, last)
    return not (written.startswith("negative") and _TESTED.search(text, max(0, numeral.start - 8), numeral.start))


def _is_ordinal(text: str, numeral: Numeral, written: str, last: str) -> bool:
    if written == "second":  # "one second", "a second" before no noun
        unit = _NUMERAL_BEFORE.search(text, max(0, numeral.start - 12), numeral.start)
        return unit is None or (unit[0][0] in "aA" and _NOUN_FOLLOWS.match(text, numeral.end) is not None)
    if written == "first":
        return last != "at" and not text.startswith((" of all", " and foremost"), numeral.end)
    return True


def _is_one(text: str, end: int, last: str) -> bool:
    """Whether "one" counts: not in "which one", "the one you named", "one another", "one-sided"."""
    if last in words.ONE_PRONOUNS or text.startswith((" another", "’s", "'s", "-sided", "-on-one", "-off"), end):
        return False
    if last not in words.ONE_DETERMINERS:
        return True
    follows = re.compile(r"[ ]([a-z]+)").match(text, end)
    return follows is not None and not _FUNCTION_WORD.match(text, end) and follows[1] not in _SUBJECTS


_SUBJECTS = frozenset("you i we they he she it who can could may might must should do does did".split())


def _is_part(text: str, numeral: Numeral, written: str, last: str) -> bool:
    """Whether "half" or "quarter" names a share, not a term ("second half", "fourth quarter", "half-time")."""
    if last in words.ORDINALS or last in ("other", "latter", "former", "last", "next", "this", "each", "per", "better", "fiscal"):
        return False
    if written.endswith("quarter"):
        return text.startswith((" of ", "-of-"), numeral.end)
    return not re.compile(r"-[a-z]|[ ]?(?:time|way|brother|sister|mast)\b").match(text, numeral.end)


# --- two numbers together

_PAIRED = re.compile(r"[ ](?P<word>over|out of|in|in every|out of every|of every)[ ]", re.IGNORECASE)
_JOINED = re.compile(r"[ ]?(?:(?P<dash>-|–|—|to(?=[ $€£]))|(?P<or>or)|(?P<and>and))[ ]?|-to-")
_FROM = re.compile(r"\bfrom (?:about |around |some |nearly |just )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|range of|ranging from|anywhere from) (?:about |some )?$", re.IGNORECASE)
_TIME_UNIT = re.compile(r"[ -](?:\w+ )?(?:second|minute|hour|day|week|month|quarter|year|decade)s?\b", re.IGNORECASE)


def _pair(text: str, first: _Draft, second: _Draft) -> _Draft | None:
    """Read "one in three", "two out of five", "one over twenty" as a fraction."""
    if second.start - first.end > 14 or first.kind != "number" or second.kind != "number":
        return None
    match = _PAIRED.fullmatch(text, first.end, second.start)
    if match is None or not 0 < abs(first.value) < second.value or not _whole(first) or not _whole(second):
        return None
    word, whole = match["word"].lower(), int(second.value)
    if _TIME_UNIT.match(text, second.end):
        return None
    if word == "over" and re.compile(r"[ -]*\w").match(text, second.end):
        return None
    round_number = whole <= 10 or str(whole).strip("0") == "1"
    if word == "in" and (1800 <= whole <= 2100 or not (first.value == 1 or round_number)):
        return None
    span = first.numeral._replace(end=second.numeral.end, value=Fraction(first.value) / whole)
    return _Draft(span, span.value, first.start, second.end, "fraction")


def _whole(draft: _Draft) -> bool:
    return Fraction(draft.value).denominator == 1


def _read_range(text: str, lower: _Draft, upper: _Draft) -> None:
    """Read "30 to 40", "$5-6 billion", "between 5 and 10": share unit and scale, and set the bounds."""
    match = _JOINED.fullmatch(text, lower.end, upper.start)
    if match is None or "ordinal" in (lower.kind, upper.kind):
        return
    between = _BETWEEN.search(text, max(0, lower.start - 24), lower.start) is not None
    if match["and"] and not between:
        return
    scale = upper.numeral.scale if lower.numeral.scale == 1 else 1
    value = lower.value * scale if lower.value < upper.value / Fraction(scale) else lower.value
    if lower.unit not in (None, upper.unit) or value >= upper.value:
        return
    lower.value = value
    if lower.unit is None and upper.kind in ("percent", "money", "measure"):
        lower.kind, lower.unit = upper.kind, upper.unit
    if _is_year(lower) and _is_year(upper) or _FROM.search(text, max(0, lower.start - 16), lower.start):
        return
    lower.bound, upper.bound = "at_least", "at_most"


def _is_year(draft: _Draft) -> bool:
    return draft.kind == "number" and draft.numeral.digits and 1800 <= draft.value <= 2100 and _whole(draft)


# --- finished numbers


def _finish(flat: Flat, drafts: list[_Draft], low: int) -> list[Number]:
    """Make numbers of drafts, last first, since the lower number of a range counts what the upper one does."""
    noun: str | None = None
    following: _Draft | None = None
    numbers: list[Number] = []
    for draft in reversed(drafts):
        value = _plain_value(draft.value)
        if value is None:
            continue
        joined = following is not None and draft.bound == "at_least" and following.bound == "at_most"
        if draft.unit or draft.kind == "ordinal":
            noun = None
        elif not joined:
            noun = counted_noun(flat.text, draft.end, plural=value != 1)
        bound, cue = _bound(flat.text, draft)
        span = _moved(flat, draft.start, draft.end, low)
        bound_span = _moved(flat, cue.start, cue.end, low) if cue else None
        numbers.append(Number(span, value, draft.kind, draft.unit, noun, bound, bound_span))
        following = draft
    return numbers[::-1]


def _moved(flat: Flat, start: int, end: int, low: int) -> Span:
    """Return the place in the text that was flattened from `low` on."""
    span = flat.span(start, end)
    return Span(span.start + low, span.end + low) if low else span


def _bound(text: str, draft: _Draft) -> tuple[Bound, Cue | None]:
    if draft.bound or draft.kind == "ordinal":
        return draft.bound or "exact", None
    cue = cue_before(text, draft.start) or cue_after(text, draft.end)
    return (cue.bound if cue else "exact"), cue


def _plain_value(value: int | Fraction) -> int | float | None:
    """Return an int where the value is integral, else a float; nothing where it is beyond both."""
    if abs(value) > 10**40:
        return None
    return int(value) if Fraction(value).denominator == 1 else float(value)


__all__ = ["Number", "NumberKind", "close", "find_numbers"]
