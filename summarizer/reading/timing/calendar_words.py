"""Names of months, weekdays, days of the month and years in words: the one place where they are listed."""

from __future__ import annotations

import re

from summarizer.reading.counts import number_words as words

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}
# Days with a fixed date that stand without it: (month, day).
HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "valentine's day": (2, 14), "halloween": (10, 31), "may day": (5, 1), "victory day": (5, 9),
    "bastille day": (7, 14), "epiphany": (1, 6), "juneteenth": (6, 19),
}  # fmt: skip
# Also verbs, names or everyday words: read as dates only in upper case, or with a day or a year beside them.
AMBIGUOUS_MONTHS = frozenset({"march", "may", "mar"})
QUALIFIERS = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late",
    "later": "late", "end": "late",
}  # fmt: skip

MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
WEEKDAY = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
FULL_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
RANKS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "fifth": 5,
    "5th": 5,
    "last": -1,
}


def _days() -> dict[str, int]:
    days: dict[str, int] = {}
    tens = {"twenty": 20, "thirty": 30}
    for table in (words.SMALL, words.TENS, words.ORDINALS):
        days.update({word: value for word, value in table.items() if 1 <= value <= 31})
        for ten, value in tens.items():
            days.update(
                {
                    f"{ten} {word}": value + ones
                    for word, ones in table.items()
                    if 1 <= ones < 10 and value + ones <= 31
                }
            )
    return days


DAYS = _days()
_ORDINAL_DAYS = [word for word in DAYS if word.split()[-1] in words.ORDINALS]


def _any(forms: list[str]) -> str:
    return "|".join(form.replace(" ", "[ -]") for form in sorted(forms, key=len, reverse=True))


DIGIT_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:[ ]?(?:st|nd|rd|th)(?![a-z]))?(?!\d)"
ORDINAL_DAY = rf"(?:3[01]|[12]\d|0?[1-9])[ ]?(?:st|nd|rd|th)(?![a-z])|(?:{_any(_ORDINAL_DAYS)})\b"
DAY = rf"(?:{DIGIT_DAY}|(?:{_any(list(DAYS))})\b)"

_ONES = _any([word for word, value in words.SMALL.items() if 1 <= value <= 9])
_TEENS = _any([word for word, value in words.SMALL.items() if 10 <= value <= 19])
_TENS = _any(list(words.TENS))
_BELOW = rf"(?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|(?:oh|o|zero)[ -](?:{_ONES}))"
YEAR_WORDS = rf"(?:(?:sixteen|seventeen|eighteen|nineteen|twenty)[ -](?:{_BELOW}|hundred)|two thousand(?:(?: and)? (?:{_BELOW}|{_ONES}))?)\b"
YEAR_DIGITS = r"(?:1\d|20|21)\d{2}(?![\d])(?![.,]\d)"
YEAR = rf"(?:{YEAR_DIGITS}|['’‘]\d{{2}}(?!\d)|{YEAR_WORDS})"


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or abbreviation."""
    start = word.lower()[:3]
    return next(number for name, number in MONTHS.items() if name.startswith(start))


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name, plural or abbreviation."""
    start = word.lower()[:3]
    return next(number for name, number in WEEKDAYS.items() if name.startswith(start))


def day_number(form: str) -> int:
    """Return the day of the month for "9", "9th", "ninth", "twenty-first"."""
    digits = re.match(r"\d+", form)
    return int(digits[0]) if digits else DAYS[" ".join(re.split(r"[\s-]+", form.strip().lower()))]


def year_number(form: str, near: int = 2020) -> int:
    """Return the year for "2022", "'22", "22" (the nearest to `near`) or words such as "nineteen oh five"."""
    digits = form.strip("'’‘ ")
    if digits.isdigit():
        return int(digits) if len(digits) > 2 else century_of(int(digits), near)
    parts = re.split(r"[\s-]+", form.lower())
    small = {**words.SMALL, **words.TENS, "oh": 0, "o": 0, "hundred": 0, "and": 0}
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(small[part] for part in parts[2:])
    return small[parts[0]] * 100 + sum(small[part] for part in parts[1:])


def century_of(two_digits: int, near: int) -> int:
    """Return the year with these last two digits that lies nearest to `near`."""
    base = near - near % 100 + two_digits
    return min((base - 100, base, base + 100), key=lambda year: abs(year - near))
