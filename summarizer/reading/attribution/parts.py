"""Where a content ends that stands in a part of its sentence: a fronted phrase, a subject, a clause between commas."""

from __future__ import annotations

from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
)


def subordinate_end(stream: Stream, first: int, stop: int) -> int:
    """Return where the content in a subordinate clause before its main clause ends: "Although she said so, he left"."""
    words = stream.words
    for j in range(first, stop - 2):
        comma = words[j] == "," and j > first and words[j - 1] != QUOTE and words[j - 1] not in DAYS
        if not comma and not (words[j] == QUOTE and stream.ends_in_comma(j)):
            continue
        following = words[j + 1]
        if following in ("and", "or", "which", "who", "whose", "but", "that"):
            continue
        if (
            following in SUBJECT_PRONOUNS
            or following in CONTRACTED
            or following in DETERMINERS
            or stream.capital(j + 1)
        ):
            return j if comma else j + 1
    return stop


def fronted_end(stream: Stream, first: int, at: int, begin: int, end: int) -> int:
    """Return where a content ends whose cue stands in a phrase or clause before the main one: "After his call to strike, they left"."""
    words = stream.words
    opening = first
    while opening < at and (words[opening] in ("but", "and", "yet", "so") or is_adverb(words[opening])):
        opening += 1
    fronted = words[opening] in PREPOSITIONS or words[opening] in CLAUSE_OPENERS
    if not fronted or "," in words[opening:at] or QUOTE in words[opening:at]:
        return end
    return subordinate_end(stream, begin, end)


def before_main_verb(stream: Stream, first: int, stop: int) -> int:
    """Return where a that-clause in a subject ends: "his claim that the vote was rigged [found few takers]"."""
    words = stream.words
    verb: int | None = None  # the last token of the clause's own verb
    for j in range(first + 1, stop):
        word = words[j]
        if word in MARKS or word in CLAUSE_OPENERS:
            return stop
        if words[j - 1] in DETERMINERS or words[j - 1] in PREPOSITIONS or stream.capital(j):
            continue
        if is_adverb(word) and verb == j - 1:
            verb = j
            continue
        if not looks_finite(word) and not (verb == j - 1 and word == "been"):
            continue
        anew = words[j - 1] not in AUXILIARIES and not is_adverb(words[j - 1])
        if verb is not None and (
            verb < j - 1 or word in _ALWAYS_FINITE or (anew and words[verb].endswith("ed"))
        ):
            return j
        told = verb_cues().get(word)
        if told is not None and ("z" in told.frames or (told.nominal and words[j - 1] not in AUXILIARIES)):
            return stop
        if (
            verb is None
            and word not in AUXILIARIES
            and words[j + 1 : j + 2]
            and words[j + 1] in _AFTER_PARTICIPLE
        ):
            continue  # "the vote held in May [was ...]"
        verb = j
    return stop


def closes_part(stream: Stream, at: int) -> bool:
    """Whether a comma, or the comma inside a quotation's marks, stands at `at`."""
    return stream.words[at] == "," or (at in stream.quotes and stream.ends_in_comma(at))


def parenthesis_end(stream: Stream, at: int, stop: int) -> int:
    """Return where a participle or relative clause between commas ends: at the comma before the verb of the clause it parts."""
    words = stream.words
    for j in range(at, stop - 1):
        if closes_part(stream, j):
            k = j + 1
            while k < stop - 1 and is_adverb(words[k]):
                k += 1
            if looks_finite(words[k]) and not stream.capital(k):
                return j + (j in stream.quotes)
    return stop


_AFTER_PARTICIPLE = frozenset("by in at on from during".split())
_ALWAYS_FINITE = AUXILIARIES - frozenset("be been being am have having do".split())
