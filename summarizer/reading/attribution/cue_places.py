"""Where a cue may stand, by one look-up in the text's index of words: what holds none need not be read at all."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import compress

from summarizer.reading.attribution.adjectives import adjectives
from summarizer.reading.attribution.cues import CUE_NOUNS, verb_cues
from summarizer.reading.attribution.cues_phrasal import phrase_openings
from summarizer.reading.attribution.embedded import HEARS
from summarizer.reading.attribution.tokens import Stream
from summarizer.reading.wording import Tokens
from summarizer.source import Span

HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
# "in his words", "by her own account": the noun and its preposition
IN_WORDS = dict.fromkeys("words view opinion judgment judgement telling eyes".split(), "in") | dict.fromkeys(
    "account accounts admission reckoning estimate estimates estimation calculation calculations".split(),
    "by",
)

# Marks inside a word that part it for the rules and not for the index, where its form hides the cue; so do marks of no width.
_APOSTROPHES = ("ʼ", "＇")


# Frequent verbs that report with one word only: "moved that", "the court held that", "appealed for calm".
_SPARING = {
    "move": frozenset({"that"}),
    "hold": frozenset({"that"}),
    "submit": frozenset({"that"}),
    "attribute": frozenset("the this that these his her its their to a".split()),
    "appeal": frozenset({"for", "to", "against"}),
}


@cache
def _triggers() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return the words at which a cue may stand, and those of them that need one of certain words after them."""
    sparing = {form: _SPARING[cue.lemma] for form, cue in verb_cues().items() if cue.lemma in _SPARING}
    others = CUE_NOUNS | adjectives().keys() | HEARSAY | HEARS | frozenset(IN_WORDS) | {"according"}
    alone = others | (verb_cues().keys() - sparing.keys())
    openings = {word: after for word, after in phrase_openings().items() if word not in alone}
    for word, after in sparing.items():
        if word not in alone:
            openings[word] = openings.get(word, frozenset()) | after
    return alone | openings.keys(), openings


@cache
def _forms() -> frozenset[str]:
    """Return the forms one of which the index has wherever a cue stands; of a word with a hyphen that is its last part."""
    return frozenset(word.rpartition("-")[2] for word in _triggers()[0])


class CuePlaces:
    """The places of the words of one text that may be cues: all where a cue stands, and some more."""

    def __init__(self, tokens: Tokens) -> None:
        wanted = _forms()
        self._sure = not tokens.parted and not any(map(tokens.text.__contains__, _APOSTROPHES))
        numbers = [number for number, form in enumerate(tokens.forms) if form in wanted]
        self._starts = array("i", map(tokens.starts.__getitem__, tokens.all_of(numbers)))

    def within(self, span: Span) -> Sequence[int] | None:
        """Return where in a span a cue may begin, or stand behind a hyphen; None where that is not known."""
        if not self._sure:
            return None
        first = bisect_left(self._starts, span.start)
        return self._starts[first : bisect_left(self._starts, span.end, first)]


def cue_tokens(stream: Stream, places: Sequence[int] | None) -> list[int]:
    """Return the tokens at which a cue may stand: those at `places` of the text, where these are known."""
    triggers, openings = _triggers()
    words = stream.words
    if places is None:
        found = list(compress(range(len(words)), map(triggers.__contains__, words)))
    else:
        tokens = dict.fromkeys(bisect_right(stream.starts, place) - 1 for place in places)
        found = [at for at in tokens if at >= 0 and words[at] in triggers]
    if not found or openings.keys().isdisjoint(map(words.__getitem__, found)):
        return found
    following = [*words[1:], ""]
    return [i for i in found if words[i] not in openings or following[i] in openings[words[i]]]
