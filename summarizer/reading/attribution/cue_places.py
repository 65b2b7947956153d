"""Where in a text a cue may stand, by one look-up in its index of words: what holds none need not be read at all."""

from __future__ import annotations

import re
from array import array
from functools import cache
from itertools import compress

from summarizer.reading.attribution.rules import cue_words
from summarizer.reading.wording import INVISIBLE, Tokens

# Marks inside a word that part it for the rules and not for the index, where its form hides the cue.
_PARTED = re.compile(rf"[\u0300-\u036f{INVISIBLE}ʼ＇]")


@cache
def _forms() -> frozenset[str]:
    """Return the forms one of which the index has wherever a cue stands; of a word with a hyphen that is its last part."""
    return frozenset(word.rpartition("-")[2] for word in cue_words())


class CuePlaces:
    """The places of the words of one text that may be cues: all where a cue stands, and some more."""

    def __init__(self, tokens: Tokens) -> None:
        self._sure = tokens.text.isascii() or not _PARTED.search(tokens.text)
        wanted = _forms()
        held = [form in wanted for form in tokens.forms]
        self._starts = array("i", compress(tokens.starts, map(held.__getitem__, tokens.ids)))
        self._at = 0

    def any_in(self, start: int, end: int) -> bool:
        """Whether a cue may stand in `start:end`; to be asked from the beginning of the text to its end."""
        if not self._sure:
            return True
        starts, at = self._starts, self._at
        while at < len(starts) and starts[at] < start:
            at += 1
        self._at = at
        return at < len(starts) and starts[at] < end
