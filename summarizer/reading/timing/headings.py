"""The day that the head of a text gives it: "Minutes of the meeting held on 4 May 2023", "Weekly briefing, Monday, 4 May 2023"."""

from __future__ import annotations

import re
from datetime import date

from summarizer.reading.timing.dates import find_dates
from summarizer.source import Span

_LINES = 10  # lines at the top of a text that may date it
_LONGEST = 1200  # characters, the same
_WORDS = 14  # words that may stand in such a line before the day
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# What stands right before the day: a mark between the fields of a head, or words that date a record.
_FIELD = re.compile(r"(?:^|[|/\[(•·:]|\s[-–—]|\s{2,}|,)\s*(?:on\s+)?$")
_HELD = re.compile(
    r"\b(?:held|dated|published|posted|issued|released|updated|date)\b(?:[^.;]{0,70}?(?:\bon|\bthis|,|:))?\s*$|\b(?:of|for)\s*$",
    re.IGNORECASE,
)
# What stands behind it: the end of the line or of the field, or the hour.
_BEHIND = re.compile(
    r"\s*(?:$|\n|[|/\])•·,;]|\s{2,}|[-–—]\s|(?:at|from)\s+\d|\d{1,2}[:.]\d\d)", re.IGNORECASE
)
_RECORD = re.compile(
    r"\b(?:minutes|meeting|briefing|transcript|conference|release|note|bulletin|session|sitting|hearing|readout|communiqu[eé]"
    r"|statement|report|newsletter|edition|issue|interview|dispatch|analysis|news|published|posted|issued|released|date|dated|updated)\b",
    re.IGNORECASE,
)
# A line of these announces what is to come: its day is not that of the text.
_TO_COME = re.compile(
    r"\b(?:save\s+the\s+date|deadline|due|until|embargo\w*|invit\w+|agenda|programme|program|valid|effective|expires?|next|will|to\s+be|applications?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?][\"”’')]?\s*$")


def heading_day(text: str) -> tuple[date, Span] | None:
    """Return the first full day that a line at the top of a text is dated by, and where it stands; None without one."""
    lines = list(_LINE.finditer(text, 0, _LONGEST))[:_LINES]
    if not lines:
        return None
    for found in find_dates(text[: lines[-1].end()], None):
        if not found.value or len(found.value) != len("2000-01-01"):
            continue
        line = next(match for match in lines if match.end() > found.span.start)
        before = text[line.start() : found.span.start]
        end = text.find("\n", found.span.end)
        after = text[found.span.end : end if end >= 0 else len(text)]
        if _dates(before, after):
            return date.fromisoformat(found.value), found.span
    return None


def _dates(before: str, after: str) -> bool:
    """Whether the words around a day in a line are those of a head: fields, a place, the name of a record."""
    if len(before.split()) > _WORDS or _TO_COME.search(before) or _TO_COME.search(after):
        return False
    if _SENTENCE.search(after) and len(after.split()) > 2:
        return False  # a sentence of the story
    if _HELD.search(before) and _RECORD.search(before):
        return True
    named = _RECORD.search(before) is not None or all(
        not word[:1].islower() for word in re.findall(r"[^\W\d_]+", before)
    )
    return named and _FIELD.search(before) is not None and _BEHIND.match(after) is not None
