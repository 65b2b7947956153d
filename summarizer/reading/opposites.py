"""Finds what excludes what in two texts: the words and the expressions of several words in `opposites.txt`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from summarizer.reading.stems import LETTERS, first_letters, has_stem, stem

Place = tuple[int, int]
"""A line of `opposites.txt` and a side of it (without a bar each member is a side)."""
Sides = frozenset[Place]
_NONE: Sides = frozenset()


@cache
def _members() -> dict[str, list[tuple[str, Place]]]:
    """Map the first letters that a stem of theirs has to the members."""
    text = files("summarizer.reading").joinpath("opposites.txt").read_text("utf-8")
    found: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for number, line in enumerate(text.splitlines()):
        if line.startswith("#"):
            continue
        for side, members in enumerate(line.split("|") if "|" in line else line.split(";")):
            for member in filter(None, map(str.strip, members.split(";"))):
                found[first_letters(member.replace("-", " ").split()[0])].append((member, (number, side)))
    return found


@lru_cache(maxsize=20_000)
def _starting(base: str) -> tuple[tuple[tuple[str, ...], Place], ...]:
    """Return the stems and the place of each member whose first word has this stem: only these need be stemmed."""
    near = ((member.replace("-", " ").split(), place) for member, place in _members().get(base[:LETTERS], ()))
    return tuple((tuple(map(stem, words)), place) for words, place in near if has_stem(words[0], base))


@lru_cache(maxsize=20_000)
def places(base: str) -> tuple[Place, ...]:
    """Return the places of the members that are one word, of this stem."""
    near = _members().get(base[:LETTERS], ())
    return tuple(place for member, place in near if has_stem(member, base))


def sides_at(stems: Sequence[str], at: int, least: int = 1) -> Sides:
    """Return the sides of the word at `at`, or of an expression (of `least` words or more) that begins there."""
    members = _starting(stems[at])
    if not members:
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
