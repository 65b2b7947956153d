"""Where the tokens of names stand in a text, found for all of it at once: by its capitals, and by its index of words."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, compress

from summarizer.reading.naming.scan import AFTER_CAPITAL, LOWER_PATTERN, LOWER_STARTS, opens_only
from summarizer.reading.openings import forms_opening, word_starts
from summarizer.reading.wording import Tokens

# Unlike the pattern of a token it begins with its letters: the places that have none are passed over at once.
_CAPITAL = re.compile(rf"([A-Z](?<=\b[A-Z])(?!(?<=\d\s[Pp])[Mm]\b){AFTER_CAPITAL})", re.VERBOSE)
_LOWER = re.compile(rf"\b(?!(?<=\d\s)pm\b){LOWER_PATTERN}")
# Capitals of other alphabets, underscores of markup, "al-Doe", "d’Orsay": read by the pattern of a token itself.
_OTHERS = r"[_\u00c0-\u00de\u0100-\u1fff]"
_RARE = re.compile(
    rf"{_OTHERS[:-1]}'’-](?:(?<={_OTHERS}){_OTHERS}*|(?<=[dl]['’])(?=[A-Z])|(?<=[ldnrsth]-)(?=[A-Z]))"
)


@cache
def _lower_forms() -> re.Pattern[str]:
    return forms_opening((), LOWER_STARTS)


class Candidates:
    """The places of the tokens of one text."""

    def __init__(self, tokens: Tokens) -> None:
        text = self._text = tokens.text
        pieces = _CAPITAL.split(text)  # what stands between the words, and the words, by turns
        words = pieces[1::2]
        edges = array("i", accumulate(map(len, pieces)))
        starts, ends = edges[:-1:2], edges[1::2]
        telling = {word: not opens_only(word) for word in set(words)}
        tells = array("i", compress(starts, map(telling.__getitem__, words)))
        if lower := _lower_words(tokens, starts, ends):
            # None lies inside another but at its end, so that beginnings and ends are in the same order.
            starts = array("i", sorted((*starts, *(start for start, _, _ in lower))))
            ends = array("i", sorted((*ends, *(end for _, end, _ in lower))))
            tells = array("i", sorted((*tells, *(start for start, _, word in lower if not opens_only(word)))))
        self._starts, self._ends, self._tells = starts, ends, tells
        self._rare = array("i", (match.start() for match in _RARE.finditer(text)))

    def within(self, start: int, end: int) -> Iterable[tuple[int, int]] | None:
        """Return where the tokens of `text[start:end]` begin and end; None where that is not known.

        None are returned, either, where all are words that only open a sentence: no name is among them.
        """
        text, rare, tells = self._text, self._rare, self._tells
        if rare and (at := bisect_left(rare, start)) < len(rare) and rare[at] < end:
            return None
        if (start and not text[start - 1].isspace()) or not (
            text[end : end + 1].isspace() or end == len(text)
        ):
            return None
        at = bisect_left(tells, start)
        if at == len(tells) or tells[at] >= end:
            return ()
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return zip(self._starts[first:last], self._ends[first:last], strict=True)


def _lower_words(tokens: Tokens, starts: array[int], ends: array[int]) -> list[tuple[int, int, str]]:
    """Return the small words that may be of names, where they are no parts of a capitalised word: "Vice-president"."""
    found: list[tuple[int, int, str]] = []
    for at in word_starts(tokens, _lower_forms()):
        if match := _LOWER.match(tokens.text, at):
            before = bisect_right(starts, at) - 1
            if before < 0 or ends[before] <= at:
                found.append((*match.span(), match[0]))
    return found
