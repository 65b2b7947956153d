"""Text with every run of white space made one blank, so that a line wrap parts no number from its unit."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from summarizer.reading.counts.numerals import Numeral, numerals
from summarizer.reading.records import new
from summarizer.reading.triggers import Group, find_triggers
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.timing.durations import Duration

_BLANKS = "\t\r\v\f\u00a0\u2007\u2009\u202f\u3000\u2028\u2029\x85"
# Letters that a pattern without case takes for "s", "k" and "i", and the words that hold them for known ones.
_REPLACED = (*((blank, " ") for blank in _BLANKS), ("ſ", "s"), ("\u212a", "K"), ("İ", "I"), ("ı", "i"))
_REPLACED_ASCII = tuple(pair for pair in _REPLACED if pair[0].isascii())
_SENTENCE = 1_500  # characters that no sentence is longer than
_LONG = re.compile(r"[ \n][ \n]+")
# A single line break, but not between two digits: there it parts two numbers.
_WRAP = re.compile(r"\n(?![ \n])(?<![ \n]\n)(?:(?!\d)|(?<!\d\n))")


@dataclass
class Flat:
    """The flattened text, and the way back: a place in it from `edges[i]` on lies `shifts[i]` further in the original."""

    text: str
    edges: array[int] = field(repr=False)
    shifts: array[int] = field(repr=False)
    lengths: list[Duration] | None = field(default=None, repr=False)
    """The durations of the flattened text, once they have been read: dates are told by them too."""

    @cached_property
    def numerals(self) -> list[Numeral]:
        """The numerals of the flattened text, which numbers, durations and dates are all read from."""
        return list(numerals(self.text, self.triggers["number"]))

    @cached_property
    def triggers(self) -> dict[Group, array[int]]:
        """Where numbers, units of time, dates and clock times may begin."""
        return find_triggers(self.text)

    def origin(self, at: int) -> int:
        """Return where a place in the flattened text lies in the original."""
        index = bisect_right(self.edges, at) - 1
        return at + (self.shifts[index] if index >= 0 else 0)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the original of a non-empty part of the flattened text."""
        if not self.edges:
            return Span(start, end)
        return new(Span, (self.origin(start), self.origin(end - 1) + 1))


def flatten(text: str) -> Flat:
    """Make each run of white space one blank; blank lines, and line breaks between digits, become one line break.

    The last texts are remembered, since numbers, durations, dates and times are read from one text in turn;
    sentences and claims, which are read in between, put no document out.
    """
    return _sentence(text) if len(text) < _SENTENCE else _document(text)


@lru_cache(maxsize=2)
def _sentence(text: str) -> Flat:
    return _flatten(text)


@lru_cache(maxsize=2)
def _document(text: str) -> Flat:
    return _flatten(text)


def _flatten(text: str) -> Flat:
    even = text
    for odd, plain in _REPLACED if not text.isascii() else _REPLACED_ASCII:
        even = even.replace(odd, plain)
    if "\n" in even:
        even = _WRAP.sub(" ", even)
    elif "  " not in even:
        return Flat(text if even == text else even, array("i"), array("i"))  # most sentences
    pieces: list[str] = []
    edges, shifts = array("i"), array("i")
    at = length = 0
    for match in _LONG.finditer(even):
        start, end = match.span()
        run = match[0]
        breaks = run.count("\n")
        pieces.append(even[at:start])
        pieces.append("\n" if breaks and (breaks > 1 or _between_digits(even, start, end)) else " ")
        length += start - at + 1
        at = end
        edges.append(length)
        shifts.append(end - length)
    if not pieces:
        return Flat(text if even == text else even, edges, shifts)
    pieces.append(even[at:])
    return Flat("".join(pieces), edges, shifts)


def _between_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
