"""Sentences that point at a quotation before them: "That is what Ann Lee told ...", "was how she put it", "those were the words of ..."."""

from __future__ import annotations

from summarizer.reading.attribution.cues import CUE_NOUNS, Form, verb_cues
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject
from summarizer.reading.attribution.nouns import owner_of_words
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import MARKS, Stream
from summarizer.reading.attribution.verbs import verb_group
from summarizer.reading.attribution.words import BE, PREPOSITIONS

_POINTS = frozenset("that this such those these it".split())
_IS = frozenset("that's that’s".split())
_WORDS = CUE_NOUNS | {"words"}
_REACH = 16  # tokens from the first word of a pointing sentence to its verb


def points_back(stream: Stream, first: int, stop: int) -> bool:
    """Whether a sentence tells whose words the quotation before it are."""
    return stream.words[first] in _POINTS | _IS | {"so"} and pointed(stream, first, stop) is not None


def pointed(stream: Stream, first: int, stop: int) -> tuple[Subject, tuple[int, int]] | None:
    """Return who said a quotation that ends at `first`, and the cue, by what stands behind it."""
    words = stream.words
    if first + 2 >= stop:
        return None
    if words[first] == "so" and words[first + 1] in verb_cues():
        subject = right_subject(stream, first + 2, stop)
        return (subject, (first + 1, first + 2)) if subject is not None else None
    at = first + (words[first] in _POINTS)
    if words[first] not in _IS and (at >= stop or words[at] not in BE):
        return None
    at += 1
    if at < stop and words[at] in ("how", "what"):
        return _said(stream, at + 1, stop)
    owner = owner_of_words(stream, at, _phrase_end(words, at, stop))
    if owner is not None:
        return owner, (at - 1, at)  # "was Ann Lee's verdict"
    for j in range(at, min(stop - 2, at + 6)):
        if words[j] in _WORDS and words[j + 1] in ("of", "from"):
            subject = right_subject(stream, j + 2, stop, bare=True)
            return (subject, (j, j + 1)) if subject is not None else None
    return None


def _phrase_end(words: list[str], at: int, stop: int) -> int:
    """Return the mark or preposition that ends a short noun phrase at `at`; `at` where none does."""
    reach = range(at, min(stop, at + 8))
    return next((j for j in reach if words[j] in MARKS or words[j] in PREPOSITIONS), at)


def _said(stream: Stream, first: int, stop: int) -> tuple[Subject, tuple[int, int]] | None:
    for j in range(first + 1, min(stop, first + _REACH)):
        cue = verb_cues().get(stream.words[j])
        if cue is None or cue.nominal or not cue.finite or cue.form is Form.BASE:
            continue
        group = verb_group(stream, first, j)
        subject = left_subject(stream, first, group.left) if group.left >= first else None
        return (subject, (group.first, j + 1)) if subject is not None and subject.first == first else None
    return None


def pointing_tag(stream: Stream, at: int, end: int, stop: int) -> Found | None:
    """Read the quotation `at:end` with a clause behind it that points at it."""
    begin = end + (end < stop and stream.words[end] in (",", ":", "—", "–", "--", "."))
    found = pointed(stream, begin, stop) if begin < stop else None
    return Found("quote then tag", found[1], [(at, end)], found[0], tag=True) if found is not None else None
