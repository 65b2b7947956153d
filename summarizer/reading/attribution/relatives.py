"""Relative clauses that report: "a deal that the minister said would hold", "a charge that he denied"; and what documents show."""

from __future__ import annotations

from summarizer.reading.attribution.cues import Cue, CueClass
from summarizer.reading.attribution.extents import clause_end
from summarizer.reading.attribution.found import Complement, Found, Range
from summarizer.reading.attribution.noun_phrases import Subject, antecedent
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import MARKS, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    PREPOSITIONS,
    SUMMARIES,
    VERBS,
    is_adverb,
)


def relative_clause(
    stream: Stream, first: int, stop: int, at: int, cue: Cue, subject: Subject
) -> Complement | None:
    """Read "a deal that the minister said would hold": the content is the verb of the relative clause."""
    words = stream.words
    if "z" not in cue.frames or subject.first <= first or at + 2 >= stop:
        return None
    relative = words[subject.first - 1] in ("that", "which", "who")
    verb = words[at + 1] in AUXILIARIES or words[at + 1] in VERBS or words[at + 1].endswith("ed")
    return Complement(at + 1, "clause after cue") if relative and verb else None


def shown(stream: Stream, stop: int, at: int, subject: Subject) -> Complement | None:
    """Read "the poll showed Ann Lee ahead": what a document shows is its content, what a person shows or finds is not."""
    words = stream.words
    if at + 2 >= stop or _DOCUMENTS.isdisjoint(words[subject.first : subject.stop]):
        return None
    following = words[at + 1]
    if (
        following in MARKS
        or following in PREPOSITIONS
        or following in CLAUSE_OPENERS
        or following in _GENERAL
    ):
        return None
    return Complement(at + 1, "object")


_DOCUMENTS = frozenset(
    f"{noun}{ending}"
    for noun in """
        poll survey report document record email e-mail memo filing analysis figure number result statistic finding estimate review inquiry
        investigation audit paper article chart map ad letter return transcript census data research polling""".split()
    for ending in ("", "s")
) | frozenset("studies study inquiries surveys data analyses polling research".split())
_GENERAL = frozenset("up off out no any itself themselves".split())


def has_its_object(words: list[str], first: int, subject: Subject, complement: Complement) -> bool:
    """Whether the object of a verb is the pronoun before its clause: "the plan that he put forward in May would ..."."""
    relative = subject.first > first and words[subject.first - 1] in ("that", "which", "whom")
    return complement.rule == "object" and relative


def relative_gap(
    stream: Stream, first: int, stop: int, at: int, cue: Cue, subject: Subject
) -> list[Range] | None:
    """Read "a charge that the minister denied": the content is what the relative pronoun stands for, with the pronoun."""
    words = stream.words
    j = subject.first - 1
    if j > first and words[j - 1] in PREPOSITIONS:
        return None
    if j < first or words[j] not in ("that", "which") or "n" not in cue.frames or cue.nominal:
        return None
    if cue.kind not in (CueClass.SPEECH, CueClass.STANCE):
        return None
    if at + 1 < stop and words[at + 1] not in _AFTER_GAP and not is_adverb(words[at + 1]):
        return None
    before = antecedent(stream, Subject(j, j + 1, (j, j + 1)))
    return [(before[0], j + 1)] if before is not None and before[0] >= first else None


_AFTER_GAP = PREPOSITIONS | frozenset(
    {
        ".",
        ",",
        ";",
        ")",
        "—",
        "–",
        "--",
        "?",
        "!",
        ":",
        "as",
        "was",
        "is",
        "were",
        "are",
        "when",
        "and",
        "but",
    }
)


def summed_up(
    stream: Stream, first: int, stop: int, verb: tuple[int, int], cue: Cue, made: Found
) -> Found | None:
    """Read "..., a charge the minister denied", "..., a move he says would fail": a noun that sums up what was told before.

    `verb` is the cue and the last token of its subject.
    """
    words = stream.words
    at, last = verb
    noun = next((j for j in range(last - 1, max(first, last - 9), -1) if words[j] in SUMMARIES), None)
    if noun is None or noun - 2 < first:
        return None
    begin = (
        noun
        if words[noun] == "something"
        else next((j for j in (noun - 1, noun - 2) if words[j] in ("a", "an")), noun)
    )
    if words[begin - 1] not in (",", "—", "–", "--", "-") or (begin == noun and words[noun] != "something"):
        return None
    subject = left_subject(stream, noun + 1, last)
    if subject is None or subject.first != noun + 1 or at + 1 >= stop:
        return None
    content = [(begin, noun + 1)]
    following = words[at + 1]
    if "z" in cue.frames and (following in AUXILIARIES or following in VERBS or following.endswith("ed")):
        content.append((at + 1, clause_end(stream, at + 1, stop, cue)))
    elif "n" not in cue.frames or not (following in _AFTER_GAP or is_adverb(following)):
        return None
    return Found("relative clause", made.cue, content, subject, negated=made.negated)
