"""One scan for every word and digit that a number, a duration, a date or a time may begin with or be built around."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from typing import Literal

from summarizer.reading.counts import number_words
from summarizer.reading.timing import calendar_words
from summarizer.reading.timing.time_units import UNITS
from summarizer.reading.tokens import STARTERS, VULGAR

Group = Literal["number", "unit", "calendar", "spoken", "digit"]


def trie(strings: Iterable[str]) -> str:
    """Return a pattern that matches any of `strings`, the longest that fits, without trying them one by one."""
    heads: dict[str, list[str]] = {}
    for string in sorted(set(strings)):
        heads.setdefault(string[:1], []).append(string[1:])
    branches = [re.escape(head) + trie(tails) for head, tails in heads.items() if head]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{whole})?" if "" in heads else whole


def _expanded(words: Iterable[str]) -> set[str]:
    return {word for word in words if word.isalpha()}


_MONTHS = {name[: len(name) if size == 0 else size] for name in calendar_words.MONTHS for size in (0, 3)} | {
    "sept"
}
_WEEKDAYS = {form for name in calendar_words.WEEKDAYS for form in (name, f"{name}s", name[:3])} | {
    "tues",
    "thur",
    "thurs",
}
_LENGTHS = {
    f"{unit}{end}"
    for unit in ("hour", "day", "week", "weekend", "month", "year", "decade")
    for end in ("", "long")
}
_GROUPS: dict[Group, set[str]] = {
    "number": set(STARTERS),
    "unit": _expanded(UNITS) | _LENGTHS | {"business", "working"},
    "calendar": _MONTHS | _WEEKDAYS | _LENGTHS | _expanded(number_words.ORDINALS) | set(number_words.TENS)
    | {name.partition(" ")[0].partition("'")[0] for name in calendar_words.HOLIDAYS}
    | set("today tonight tomorrow tmrw tomorow yesterday this next last previous coming current following final q".split()),
    "spoken": set("noon midday midnight half quarter five ten twenty".split()) | {w for w, v in number_words.SMALL.items() if 1 <= v <= 12},
}  # fmt: skip
_OF_WORD: dict[str, tuple[Group, ...]] = {
    word: tuple(group for group, words in _GROUPS.items() if word in words)
    for word in set().union(*_GROUPS.values())
}
_ALL: tuple[Group, ...] = ("number", "unit", "calendar", "spoken", "digit")
_FOR_DIGITS: tuple[Group, ...] = ("number", "calendar", "digit")
# Web addresses are swallowed whole: their digits are no numbers.
_TRIGGER = re.compile(
    rf"\b(?:https?://\S++|www\.\S++|(?P<digit>[\d{VULGAR}]|q(?=[1-4]\b))|(?P<word>{trie(_OF_WORD)})(?![^\W\d_]))"
)


def find_triggers(text: str) -> dict[Group, array[int]]:
    """Return the places of all triggers in `text` by group, in order."""
    found: dict[Group, array[int]] = {group: array("i") for group in _ALL}
    for match in _TRIGGER.finditer(lowered(text)):
        if match.lastgroup is None:
            continue
        for group in _FOR_DIGITS if match.lastgroup == "digit" else _OF_WORD[match[0]]:
            found[group].append(match.start())
    return found


_CAPITALS = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}


def lowered(text: str) -> str:
    """Return `text` in lower case with every character in its place ("İ" would become two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_CAPITALS)
