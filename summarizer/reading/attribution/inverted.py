"""The subject that stands to the right of its cue: "said the minister", "according to officials"."""

from __future__ import annotations

from summarizer.reading.attribution.noun_phrases import LONGEST_SUBJECT, Subject, is_name
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    is_adverb,
    is_person_noun,
)


def right_subject(stream: Stream, first: int, high: int, bare: bool = False) -> Subject | None:
    """Return the noun phrase that begins at token `first`: the subject of an inverted cue."""
    words = stream.words
    j = first
    public = False  # "a poll released on Monday": the participle and its circumstances are part of the source
    while j < min(high, first + LONGEST_SUBJECT):
        word = words[j]
        if bare and j > first and word in _MADE_PUBLIC:
            public = True
        if public and (word in DAYS or word in _ENDS_RIGHT):
            j += 1
            continue
        if bare and word == QUOTE and stream.quotes[j].speech is not True:
            j += 1
            continue
        if (
            word in MARKS
            or (word in CLAUSE_OPENERS and word != "and")
            or word in AUXILIARIES
            or (word in DAYS and j > first and not _in_name(stream, j))
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
        and (words[j - 1].endswith("ed") or words[j - 1] in _PARTICIPLES)
        and not stream.capital(j - 1)
    ):
        j -= 1  # "audio provided by the station"
    while j > first and words[j - 1] in ("and", "last", "this", "earlier", "late"):
        j -= 1
    if j == first or not (bare or _begins_phrase(stream, first, j)):
        return None
    named = _named_after(stream, first, j, high)
    return Subject(first, named[1], named) if named is not None else Subject(first, j, (first, j))


def _in_name(stream: Stream, at: int) -> bool:
    """Whether "today" is part of a name, as in "USA TODAY"."""
    return (
        stream.words[at] in ("today", "tonight", "tomorrow") and stream.capital(at) and stream.capital(at - 1)
    )


_PARTICIPLES = frozenset("seen shown written made given read known sent held".split())


def _named_after(stream: Stream, first: int, comma: int, high: int) -> tuple[int, int] | None:
    """Return the name in "said the envoy's aide, Bo Ek": of a phrase that is no name itself."""
    words = stream.words
    if comma + 1 >= high or words[comma] != "," or stream.capital(comma - 1):
        return None
    stop = comma + 1
    while stop < high and stop - comma <= 4 and stream.capital(stop) and words[stop] not in DAYS:
        stop += 1
    closed = stop >= high or words[stop] in (".", ",", ";")
    person = is_person_noun(words[comma - 1])
    return (
        (comma + 1, stop)
        if closed and person and is_name(stream, comma + 1, stop) and stop - comma > 2
        else None
    )


_MADE_PUBLIC = frozenset("released published conducted obtained posted".split())
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
        or (is_person_noun(word) and (stop == first + 1 or stream.words[first + 1] in PREPOSITIONS))
    )
