"""Initials that stand for the people of an attendance list: "AL" for Ann Lee, in minutes and transcripts."""

from __future__ import annotations

import re
from collections import defaultdict

_NAME = r"[^\W\d_a-z][\w.'’\-]*(?:[ \t]+(?:(?:de|van|von|der|al|bin|el|la)[ \t]+)?[^\W\d_a-z][\w.'’\-]*){1,3}"
_WITH_INITIALS = re.compile(rf"({_NAME})[ \t]*(?:\(|[–—-][ \t]|=[ \t])[ \t]*([A-Z]{{2,4}})\b")
_INITIALS_FIRST = re.compile(rf"\b([A-Z]{{2,4}})[ \t]*(?:=|[–—])[ \t]*({_NAME})")
_LIST = re.compile(
    r"^[ \t]*(?:attend(?:ees|ance|ing)|present|participants?|in attendance|members present|speakers?)\b(?:[^\n:]{0,30}:)?",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_NAME = re.compile(_NAME)
_LIST_LENGTH = 2000  # characters after the heading of an attendance list
INITIALS = re.compile(r"[A-Z]{2,4}")


def people_by_initials(text: str) -> dict[str, str]:
    """Return who each initials stand for, where the text says so or an attendance list leaves one choice."""
    found: dict[str, str] = {}
    for match in _WITH_INITIALS.finditer(text):
        if _abbreviates(match[2], match[1]):
            found.setdefault(match[2], match[1])
    for match in _INITIALS_FIRST.finditer(text):
        if _abbreviates(match[1], match[2]):
            found.setdefault(match[1], match[2])
    listed: dict[str, set[str]] = defaultdict(set)
    heading = _LIST.search(text)
    if heading is not None:
        for name in _ANY_NAME.findall(text, heading.end(), heading.end() + _LIST_LENGTH):
            listed[_initials(name)].add(name)
    for initials, names in listed.items():
        if len(names) == 1:
            found.setdefault(initials, *names)
    return found


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _abbreviates(initials: str, name: str) -> bool:
    """Whether initials are those of a name, middle names left out or not."""
    own = _initials(name)
    return own == initials or (len(initials) == 2 and len(own) > 2 and initials == own[0] + own[-1])
