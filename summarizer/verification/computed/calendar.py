"""The year that a text leaves out of its dates: the one in which the weekday fits that a date has beside it, else that of its other dates."""

from __future__ import annotations

import re
from datetime import date

from summarizer.patterns import late_regex
from summarizer.reading.timing.dates import find_dates
from summarizer.verification.context import Document, remembered

_YEAR = late_regex(r"\b(?:19|20)\d\d\b")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = late_regex(
    rf"\b(?P<day>{'|'.join(_WEEKDAYS)})\b,?\s*\(?(?:the\s+)?(?P<date>\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+|[A-Z][a-z]+\s+\d{{1,2}}(?:st|nd|rd|th)?)\b(?!,?\s*\d{{4}})",
    re.IGNORECASE,
)
_USUAL = 2025  # the year of a text that tells none: only how far its days lie apart is worked out
_SPREAD = 14  # years around the latest told one in which the weekday is looked for


@remembered
def guessed_day(document: Document) -> date | None:
    """Return a day in the year that the dates of a text are of which tell none; None where the text is dated itself."""
    if document.reading.anchor is not None:
        return None
    told = [int(y) for y in _YEAR.findall(document.text)]
    latest = max((y for y in told if y < 2100), default=_USUAL)
    for match in _NAMED.finditer(document.text):
        wanted = _WEEKDAYS.index(match["day"].capitalize())
        for step in range(_SPREAD):
            for year in (latest + step, latest - step):
                found = find_dates(match["date"], date(year, 7, 1))
                value = found[0].value if found else None
                if (
                    value
                    and len(value) == len("2000-01-01")
                    and int(value[:4]) == year
                    and date.fromisoformat(value).weekday() == wanted
                ):
                    return date(year, 7, 1)
    return date(latest, 7, 1)


def knows_weekdays(document: Document) -> bool:
    """Whether the year of a text is told, or follows from a weekday beside a date: only then is another day's weekday known."""
    return document.reading.anchor is not None or _NAMED.search(document.text) is not None
