"""Whether a stretch of tokens holds something that looks like a finite verb, as a clause does."""

from __future__ import annotations

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CONTRACTED,
    DETERMINERS,
    PERSONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    VERBS,
)

_BEFORE_NOUN = PREPOSITIONS | DETERMINERS


def has_verb(stream: Stream, first: int, stop: int) -> bool:
    """Whether a clause that begins at `first` has something that looks like a finite verb."""
    words = stream.words
    forms = verb_cues()
    if first >= stop:
        return False
    if words[first] in PERSONS or words[first] in CONTRACTED:
        return True
    title = stream.capital(first) and stream.capital(first - 1) and words[first - 1] in forms
    for j in range(first, min(stop, first + 40)):
        word = words[j]
        if j > first and word in (",", ";", ".", "—") and words[first] not in ("if", "when", "while"):
            if j - first > 6:
                return True
            continue
        if (
            (word in AUXILIARIES and not (word in _NAMES and j > first and stream.capital(j)))
            or word in CONTRACTED
            or (word == QUOTE and j > first and words[j - 1] not in _BEFORE_NOUN)
        ):
            return True
        if (
            j == first
            or (stream.capital(j) and not title)
            or words[j - 1] in DETERMINERS
            or words[j - 1] in PREPOSITIONS
        ):
            continue
        if word in VERBS or word in _FINITE or word.endswith("ed"):
            return True
        cue = forms.get(word)
        if cue is not None and (not cue.nominal or words[j - 1] in SUBJECT_PRONOUNS):
            return True
        if (
            word.endswith("s")
            and not word.endswith(("ss", "'s", "’s"))
            and (stream.capital(j - 1) or words[j - 1] in SUBJECT_PRONOUNS)
        ):
            return True
    return False


_NAMES = frozenset({"may", "will"})  # a month, a man

_FINITE = frozenset(
    """
    went came took made gave got saw put kept let began became left brought held ran set met led stood lost paid sent built fell spent won
    cut grew drew rose threw broke make take give go come get see need want like love think mean help work plan
    """.split()
)
