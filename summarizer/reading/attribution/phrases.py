"""Attributions without a verb: "according to", "in his words", "by her own account", a colon before a quotation."""

from __future__ import annotations

from summarizer.reading.attribution.around import NOT_RESUMED, content_before
from summarizer.reading.attribution.clauses import (
    looks_finite,
    main_subject,
)
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.extents import clause_end
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject, is_name
from summarizer.reading.attribution.parts import closes_part
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    POSSESSIVES,
    is_person_noun,
)


def in_words_of(stream: Stream, first: int, stop: int, at: int, preposition: str) -> Found | None:
    """Read "in Ann Lee's words, ...", "..., in his view" and "by his own account, ..."."""
    words = stream.words
    if words[at - 2 : at] == ["in", "the"] and at + 3 < stop and words[at + 1] == "of":
        return _in_the_words_of(stream, stop, at)
    opening = next((j for j in range(at - 1, max(first, at - 8) - 1, -1) if words[j] == preposition), None)
    if opening is None or at - opening < 2:
        return None
    if words[opening + 1] in POSSESSIVES and at - opening <= 3:
        owner: Subject | None = Subject(opening + 1, opening + 2, (opening + 1, opening + 2))
    elif words[at - 1].endswith(_OWN):
        owner = Subject(opening + 1, at, (opening + 1, at))
    elif words[at - 1] == "own" and words[at - 2].endswith(_OWN):
        owner = Subject(opening + 1, at - 1, (opening + 1, at - 1))
    else:
        return None
    return _words_owned(stream, first, stop, opening, at, owner)


_OWN = ("'s", "’s", "s'", "s’")


def _words_owned(
    stream: Stream, first: int, stop: int, opening: int, at: int, owner: Subject | None
) -> Found | None:
    """Return what stands behind "in his words,", before it, or on both sides."""
    words = stream.words
    between = words[opening - 1] == QUOTE and opening > first
    if between and at + 2 < stop and words[at + 1] == "," and words[at + 2] == QUOTE:
        content = content_before(stream, first, opening)
        return Found("in words of", (opening, at + 1), [*content, (at + 2, at + 3)], owner, tag=True)
    if (
        at + 2 < stop
        and words[at + 1] == ","
        and (opening == first or words[opening - 1] == "," or words[opening - 1] in CLAUSE_OPENERS)
    ):
        return Found(
            "in words of", (opening, at + 1), [(at + 2, clause_end(stream, at + 2, stop, None))], owner
        )
    if (
        (at + 1 == stop or words[at + 1] in (".", ","))
        and opening - 1 > first
        and words[opening - 1] in (",", QUOTE)
    ):
        content = content_before(stream, first, opening)
        return Found("in words of", (opening, at + 1), content, owner, tag=True) if content else None
    return None


def _in_the_words_of(stream: Stream, stop: int, at: int) -> Found | None:
    """Read "In the words of the ministry, ..."."""
    speaker = right_subject(stream, at + 2, stop)
    if speaker is None or speaker.stop + 1 >= stop or stream.words[speaker.stop] != ",":
        return None
    content = [(speaker.stop + 1, clause_end(stream, speaker.stop + 1, stop, None))]
    return Found("in words of", (at - 2, at + 2), content, speaker)


def according_to(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "according to": before a clause, after one, or inside one."""
    words = stream.words
    subject = right_subject(stream, at + 2, stop, bare=True)
    if subject is None:
        return None
    made = Found("according to", (at, at + 2), [], subject, tag=at > first)
    if at == first or words[at - 1] in ("and", "but", "that", "because", "while", ":", ";", "("):
        comma = next((j for j in range(subject.stop, stop) if closes_part(stream, j)), None)
        if comma is None or comma + 1 >= stop:
            return None
        comma = _over_addition(stream, comma, stop)
        made.content = [(comma + 1, clause_end(stream, comma + 1, stop, None))]
        return made
    made.content = content_before(stream, first, at)
    closing = next((j for j in range(subject.stop, min(stop - 1, subject.stop + 7)) if words[j] == ","), None)
    if closing is not None and words[at - 1] == ",":
        end = clause_end(stream, closing + 1, stop, None)
        if end > closing + 2 and words[closing + 1] not in NOT_RESUMED:
            made.content.append((closing + 1, end))
    return made if made.content else None


def _over_addition(stream: Stream, comma: int, stop: int) -> int:
    """Return the comma behind what only adds to a name: "According to Ann Lee, who chairs it, ...", "..., a lawyer, ..."."""
    words = stream.words
    relative = words[comma + 1] in ("who", "whose", "which")
    role = words[comma + 1] in DETERMINERS or any(is_person_noun(w) for w in words[comma + 1 : comma + 4])
    if not relative and not role:
        return comma
    closing = next((j for j in range(comma + 2, min(stop - 2, comma + 20)) if closes_part(stream, j)), None)
    if closing is None or (not relative and any(map(looks_finite, words[comma + 1 : closing]))):
        return comma
    return closing


def viewpoint(stream: Stream, first: int, stop: int) -> Found | None:
    """Read "For Ann Lee, the treaty is a trap" and "To critics, it looks dead": how somebody sees a thing, a guess."""
    words = stream.words
    opening = first + (words[first] in ("but", "and", "yet"))
    if words[opening] not in VIEWPOINTS or opening + 4 >= stop:
        return None
    comma = next((j for j in range(opening + 2, min(stop - 3, opening + 9)) if words[j] == ","), None)
    if comma is None:
        return None
    pronoun = words[opening + 1] in _OBJECTS and comma == opening + 2
    people = is_person_noun(words[comma - 1]) or is_person_noun(words[comma - 1].rstrip("s"))
    if not (pronoun or people or _is_person(stream, opening + 1, comma)):
        return None
    verb = next((j for j in range(comma + 2, min(stop - 1, comma + 12)) if looks_finite(words[j])), None)
    if verb is None or words[verb] not in _LINKS:
        return None
    content = [(comma + 1, clause_end(stream, comma + 1, stop, None))]
    subject = Subject(opening + 1, comma, (opening + 1, comma))
    return Found("viewpoint", (opening, opening + 1), content, subject, strong=False, reports=CueClass.STANCE)


def _is_person(stream: Stream, first: int, stop: int) -> bool:
    """Whether tokens are a name with a title, or of a first and a last name."""
    titled = stream.words[first] in ("mr.", "mrs.", "ms.", "dr.", "sen.", "gov.", "rep.")
    return is_name(stream, first, stop) and (titled or stop - first >= 2)


VIEWPOINTS = frozenset({"for", "to"})
_OBJECTS = frozenset("him her them me us".split())
_LINKS = frozenset("is are means remains looks seems feels represents amounts sounds".split())


def answering(stream: Stream, first: int, stop: int) -> Subject | None:
    """Return who answers "Her advice?", "Why was he out so early?" with the quotation that follows."""
    words = stream.words
    for j in range(first, min(stop - 1, first + 8)):
        owner = words[j] in POSSESSIVES and words[j] not in ("my", "your", "our") and stop - j <= 5
        asked_of = words[j] in ("he", "she", "they") and j > first and words[j - 1] in AUXILIARIES
        if owner or asked_of:
            return Subject(j, j + 1, (j, j + 1))
    return None


def introduction(stream: Stream, first: int, stop: int) -> Found | None:
    """Read a sentence that ends in a colon before a quotation of the next paragraph: "The ministry issued a statement:"."""
    if stop - first < 3 or stream.words[stop - 1] != ":":
        return None
    subject = main_subject(stream, first, stop - 1)
    return Found("colon", (stop - 1, stop), [], subject, strong=False) if subject is not None else None
