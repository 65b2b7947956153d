"""Reads what stands around one numeral: its currency or unit, and whether it counts at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from summarizer.reading.agreement import Bound
from summarizer.reading.counts import number_words as words
from summarizer.reading.counts.numerals import Numeral, is_vague
from summarizer.reading.counts.units import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    FIRST_WORDS,
    GLUED_ONLY,
    LONGEST,
    UNITS,
)
from summarizer.reading.tokens import VULGAR

NumberKind = Literal["number", "ordinal", "fraction", "percent", "money", "measure"]


@dataclass(slots=True)
class Draft:
    """A number in the making: the numeral, where the whole begins and ends, and what was read around it."""

    numeral: Numeral
    value: int | Fraction
    start: int
    end: int
    kind: NumberKind
    unit: str | None = None
    bound: Bound | None = None


_CLOCK_AFTER = re.compile(r"[ ]?(?:[ap]\.?m\b|o[’'`]?clock\b)", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?P<gap>[ -]?)(?P<sign>[%‰°](?:[CF]\b)?|[€£$¥₽₴₹₩₪₺](?![ ]?[-−.]?[\d{VULGAR}]))|(?P<blank>[ -]?)(?P<letters>[A-Za-z])"
)
_WORDS = re.compile(r"[A-Za-z.]+[²³/]?[A-Za-z23]*(?:[ -][A-Za-z]+){0,2}")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_PREFIX = re.compile(r"(?:\b[A-Z]{1,2})?[$€£¥₽₴₹₩₪₺₦₫₱฿][ ]?$|\b[A-Z]{3}[ ]?$")
_NUMERAL_BEFORE = re.compile(r"(?:\b(?:an?|one|[0-9]+))[ -]$", re.IGNORECASE)
_TESTED = re.compile(r"(?:test(?:s|ed|ing)?|results?|back)\s$", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(r"[ -][a-z]", re.IGNORECASE)
_FUNCTION_WORD = re.compile(
    r"[ ](?:of|in|to|on|at|by|as|or|and|more|less|fewer|higher|lower|larger|smaller|bigger|the|its|their|his|her|from|for|is|are"
    r"|was|were|has|have|had|will|would|said|since|than|with|when|after|before|between|during|against|below|above|over|under"
    r"|into|but|while|that|this|last|again|if|because|until|where|through|who|which|each|every|this|today|yesterday)\b",
    re.IGNORECASE,
)


def read_number(text: str, numeral: Numeral) -> Draft | None:
    """Make a number of a numeral with its unit, or nothing where it is no number."""
    begin = _currency(text, numeral)
    code = text[begin : numeral.start].strip(" -−")
    kind, unit, end = _unit(text, numeral)
    if code and kind != "percent":
        currency = CURRENCY_SIGNS.get(code) or (
            code if code in CURRENCY_CODES else CURRENCY_SIGNS.get(code[-1], code)
        )
        return Draft(
            numeral, numeral.value, begin, end if kind == "money" else numeral.end, "money", currency
        )
    if kind is None:
        if numeral.digits and _spoilt(text, numeral):
            return None
        if not numeral.digits and not _is_number(text, numeral):
            return None
        return _plain(text, numeral)
    return Draft(numeral, numeral.value, numeral.start, end, kind, unit)


def _plain(text: str, numeral: Numeral) -> Draft | None:
    value, kind = numeral.value, numeral.form
    if kind == "fraction" and numeral.article and _names_rank(text, numeral):
        value, kind = Fraction(value).denominator, "ordinal"  # "a third round"
    written = text[numeral.start : numeral.end]
    parted = -1 < value < 1 and (written[-1] in VULGAR or "/" in written)
    named: NumberKind = (
        "ordinal" if kind == "ordinal" else "fraction" if kind == "fraction" or parted else "number"
    )
    return Draft(numeral, value, numeral.start, numeral.end, named)


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
            return (
                start - 1
                if start and text[start - 1] in "-−" and (start == 1 or text[start - 2].isspace())
                else start
            )
    return at


_PART_OF_POINT = re.compile(
    r"[ ](?:of[ ])?an?[ ](?:percentage|per[ ]?cent)(?:[ -]point)?\b", re.IGNORECASE
)  # "half a percentage point", "a quarter of a per cent"


def _unit(text: str, numeral: Numeral) -> tuple[NumberKind | None, str | None, int]:
    """Read the unit after a numeral: its kind, normal form and end; the kind is None where there is none."""
    at = numeral.end
    if numeral.form == "fraction" and (part := _PART_OF_POINT.match(text, at)):
        return "percent", "pp", part.end()
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
    form = form.rstrip(".")
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
    if _CLOCK_AFTER.match(text, numeral.end) or _in_set_phrase(text, numeral, written):
        return False
    last = _word_before(text, numeral.start)
    if numeral.form == "ordinal":
        return _is_ordinal(text, numeral, written)
    if written == "one":
        return _is_one(text, numeral.start, numeral.end, last)
    if is_vague(text, numeral):
        return False
    if written in ("half", "a half", "quarter", "a quarter"):
        return _is_part(text, numeral, written, last)
    return not (
        written.startswith("negative") and _TESTED.search(text, max(0, numeral.start - 8), numeral.start)
    )


@cache
def _set_phrases(word: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    phrases = words.SET_PHRASES.get(word, ())
    return tuple(
        (re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)) for before, behind in phrases
    )


def _in_set_phrase(text: str, numeral: Numeral, written: str) -> bool:
    """Whether a word is part of a phrase that counts nothing: "one-on-one", "under one roof", "third parties"."""
    low = max(0, numeral.start - _PHRASE)
    return any(
        before.search(text, low, numeral.start) and behind.match(text, numeral.end)
        for before, behind in _set_phrases(written)
    )


_PHRASE = 12  # characters before a word in which the beginning of its set phrase stands


def _word_before(text: str, at: int) -> str:
    """Return the word that a blank or a hyphen parts from `at`, in lower case."""
    end = at - 1
    if at < 2 or text[end] not in " -\n":
        return ""
    start = end
    while start > 0 and end - start < 24 and text[start - 1].isalpha():
        start -= 1
    return text[start:end].lower()


def _is_ordinal(text: str, numeral: Numeral, written: str) -> bool:
    if written == "second":  # "one second", "a second" before no noun
        unit = _NUMERAL_BEFORE.search(text, max(0, numeral.start - 12), numeral.start)
        return unit is None or (unit[0][0] in "aA" and _NOUN_FOLLOWS.match(text, numeral.end) is not None)
    return True


def _is_one(text: str, start: int, end: int, last: str) -> bool:
    """Whether "one" counts: not in "which one", "the one you named", "the later one", "one another", "one-sided"."""
    if last in words.ONE_PRONOUNS or text.startswith((" another", "’s", "'s", "-sided", "-off"), end):
        return False
    if last not in words.ONE_DETERMINERS and not _MODIFIED.search(text, max(0, start - 24), start):
        return True
    follows = re.compile(r"[ ]([a-z]+)").match(text, end)
    noun = follows is not None and not _FUNCTION_WORD.match(text, end) and follows[1] not in _SUBJECTS
    return noun and follows is not None and not _PARTICIPLE.fullmatch(follows[1])


# "The one made in May", "the earlier one".
_PARTICIPLE = re.compile(r"[a-z]{3,}ed|made|held|given|taken|told|sent|written|spoken|seen|drawn|done|put")
_MODIFIED = re.compile(r"\b(?:the|its|their|his|her)[ ][\w’'-]+[ ]$", re.IGNORECASE)
_SUBJECTS = frozenset("you i we they he she it who can could may might must should do does did".split())


_OF_TIME = frozenset("in per for each every within during over last next about".split())
_CHANGED_BY = re.compile(r"\bby (?:about |nearly |almost |over |some )?(?:a )?$", re.IGNORECASE)
_MORE = re.compile(r"[ ](?:more|less|fewer|higher|lower|larger|smaller)\b", re.IGNORECASE)


def _is_part(text: str, numeral: Numeral, written: str, last: str) -> bool:
    """Whether "half" or "quarter" names a share, not a term ("second half", "fourth quarter", "half-time")."""
    if last in words.ORDINALS or last in (
        "other",
        "latter",
        "former",
        "last",
        "next",
        "this",
        "each",
        "per",
        "better",
        "fiscal",
    ):
        return False
    if written.endswith("quarter"):
        # "Rose by a quarter", "a quarter more": by how much, and no stretch of a year.
        by = _CHANGED_BY.search(text, max(0, numeral.start - 14), numeral.start) is not None
        pause = (
            last not in _OF_TIME and written[:2] == "a " and text[numeral.end : numeral.end + 1] in (",", ";")
        )
        return (
            text.startswith((" of ", "-of-", " to the "), numeral.end)
            or pause
            or by
            or _MORE.match(text, numeral.end) is not None
        )
    return not re.compile(r"-[a-z]|[ ]?(?:time|way|brother|sister|mast)\b").match(text, numeral.end)
