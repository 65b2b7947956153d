"""Finds what excludes what in two texts: the words and the expressions of several words in `opposites.txt`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from summarizer.reading.stems import stem

Sides = frozenset[tuple[int, int]]
"""Lines of `opposites.txt` with the side of each (without a bar each member is a side)."""
_NONE: Sides = frozenset()


@cache
def lines() -> tuple[tuple[int, int, str], ...]:
    """Return every member with its line and its side."""
    text = files("summarizer.reading").joinpath("opposites.txt").read_text("utf-8")
    found = []
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        for side, members in enumerate(line.split("|") if "|" in line else line.split(";")):
            found += [(number, side, member.strip()) for member in members.split(";")]
    return tuple(found)


@cache
def _starting() -> dict[str, list[tuple[tuple[str, ...], tuple[int, int]]]]:
    """Map the first stem of each member to its stems and its side."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[int, int]]]] = defaultdict(list)
    for number, side, member in lines():
        stems = tuple(map(stem, member.replace("-", " ").split()))
        if stems:
            found[stems[0]].append((stems, (number, side)))
    return dict(found)


def sides_at(stems: Sequence[str], at: int, least: int = 1) -> Sides:
    """Return the sides of the word at `at`, or of an expression (of `least` words or more) that begins there."""
    members = _starting().get(stems[at])
    if members is None:
        return _NONE  # as for most words
    return frozenset(
        place
        for words, place in members
        if len(words) >= least and tuple(stems[at : at + len(words)]) == words
    )


def opposed(mine: Sides, theirs: Sides) -> bool:
    """Whether two words stand on different sides of the same line, and on the same side of none."""
    if mine & theirs:
        return False
    numbers = {number for number, _ in mine}
    return any(number in numbers for number, _ in theirs)
