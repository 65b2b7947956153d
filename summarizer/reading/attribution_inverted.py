"""The subject that stands to the right of its cue: "said the minister", "according to officials"."""

from __future__ import annotations

from summarizer.reading.attribution_noun_phrases import LONGEST_SUBJECT, Subject
from summarizer.reading.attribution_tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution_words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    is_adverb,
)


def right_subject(stream: Stream, first: int, high: int, bare: bool = False) -> Subject | None:
    """Return the noun phrase that begins at token `first`: the subject of an inverted cue."""
    words = stream.words
    j = first
    while j < min(high, first + LONGEST_SUBJECT):
        word = words[j]
        if bare and word == QUOTE and stream.quotes[j].speech is not True:
            j += 1
            continue
        if (
            word in MARKS
            or (word in CLAUSE_OPENERS and word != "and")
            or word in AUXILIARIES
            or (word in DAYS and j > first)
        ):
            break
        if word in _ENDS_RIGHT and j > first:
            break
        if word in SUBJECT_PRONOUNS:
            j += j == first
            break
        j += 1
    if (
        j - 1 > first
        and j < high
        and words[j] in ("by", "in", "on", "to")
        and words[j - 1].endswith("ed")
        and not stream.capital(j - 1)
    ):
        j -= 1  # "audio provided by the station"
    while j > first and words[j - 1] in ("and", "last", "this", "earlier", "late"):
        j -= 1
    if j == first or not (bare or _begins_phrase(stream, first, j)):
        return None
    return Subject(first, j, (first, j))


_ENDS_RIGHT = frozenset(
    "released published conducted obtained posted known named called identified whose in on at during after before when as told to about during through via by under last this earlier late".split()
)


def _begins_phrase(stream: Stream, first: int, stop: int) -> bool:
    word = stream.words[first]
    if word in PREPOSITIONS or word in TIMES or (is_adverb(word) and not stream.capital(first)):
        return False
    return (
        word in DETERMINERS
        or word in SUBJECT_PRONOUNS
        or stream.capital(first)
        or any(stream.capital(i) for i in range(first, stop))
        or word.endswith("s")
    )
