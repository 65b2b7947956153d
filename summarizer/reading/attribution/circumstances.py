"""Time, place and hearer between a cue and its content: "said on Friday in a statement that ..." and the like."""

from __future__ import annotations

from summarizer.reading.attribution.cues import Cue, Form, verb_cues
from summarizer.reading.attribution.finite import has_verb
from summarizer.reading.attribution.found import Complement
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
)

CIRCUMSTANCE = frozenset(
    "about in on at during via after before through from with by for of to as under over earlier last this late".split()
)
TIME_NOUNS = DAYS | frozenset(
    "week month year weekend morning afternoon evening night summer spring fall winter".split()
)
_SUBORDINATE = frozenset("about after before as by to since until over under of".split())
LONGEST_CIRCUMSTANCE = 30  # tokens between a cue and its content


def over_circumstance(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Step over time, place and hearer: "said on Friday in a statement that ...", "said, in a letter, that ..."."""
    words = stream.words
    if words[j] in (",", "—", "–", "--", "-"):
        return _over_parenthesis(stream, j, stop, cue)
    if words[j] not in CIRCUMSTANCE and words[j] not in DAYS:
        return None
    named: int | None = None
    for k in range(j, min(stop, j + LONGEST_CIRCUMSTANCE)):
        found = _governed(words, j, k, stop, cue) or _marked(words, k, stop, cue)
        if found is not None:
            return found
        if _ends(stream, j, k, stop) and not _closes_dash(words, j, k):
            break
        if k == j or not _clause_begins(stream, k, j):
            continue
        if "z" not in cue.frames:
            if words[k] in DETERMINERS:
                return Complement(k, "object") if "n" in cue.frames else None
        elif words[j] not in _SUBORDINATE:
            if words[k] in SUBJECT_PRONOUNS or words[k] in CONTRACTED:
                return Complement(k, "clause after cue")
            if not stream.capital(k) or words[k] in DETERMINERS:
                return Complement(k, "clause after cue") if has_verb(stream, k, stop) else None
            named = named or k
    known = named is not None and has_verb(stream, named, stop)
    return Complement(named, "clause after cue") if named is not None and known else None


def _governed(words: list[str], j: int, k: int, stop: int, cue: Cue) -> Complement | None:
    """Return the content after the cue's own preposition, or the question, that stands behind hearer or time."""
    if k < j + 2 or k + 2 > stop:
        return None
    if (
        words[k] in ("about", "against")
        and words[k] in cue.prepositions
        and (words[j] in ("to", "with") or words[k - 1] in TIME_NOUNS)
        and words[k] != words[j]
    ):
        return Complement(k + 1, "clause after cue")
    asks = words[k] in ("why", "how", "what", "whether") and not {"t", "w"}.isdisjoint(cue.frames)
    return Complement(k, "clause after cue") if asks and words[k - 1] not in PREPOSITIONS else None


def _ends(stream: Stream, j: int, k: int, stop: int) -> bool:
    return (
        stream.words[k] in _ENDS_CIRCUMSTANCE
        or (k > j and _is_participle(stream.words[k]))
        or _breaks_off(stream, k, stop)
    )


_ENDS_CIRCUMSTANCE = frozenset({",", ";", ".", "—", "–", "("})


def _breaks_off(stream: Stream, k: int, stop: int) -> bool:
    """Whether a hyphen set as a dash at `k` ends the clause: no "- again -" before what was said, no quotation after it."""
    words = stream.words
    if words[k] not in ("--", "-") or not stream.text[stream.starts[k] - 1].isspace():
        return False
    closed = next((i for i in range(k + 1, min(stop - 1, k + 12)) if words[i] == words[k]), None)
    return not (closed is not None and words[closed + 1] == "that") and words[k + 1 : k + 2] != [QUOTE]


def _closes_dash(words: list[str], j: int, k: int) -> bool:
    """Whether a dash at `k` closes "- falsely -" before "that"."""
    return words[k] in ("-", "--", "—", "–") and words[k] in words[j:k] and words[k + 1 : k + 2] == ["that"]


_STOPS_CIRCUMSTANCE = _ENDS_CIRCUMSTANCE - {","}


def _marked(words: list[str], k: int, stop: int, cue: Cue) -> Complement | None:
    """Return the content that "that", a colon or a quotation mark at `k` opens."""
    word = words[k]
    if word == "that" and points_at_time(words, k, stop):
        return None
    if word == "," and "t" in cue.frames:
        for closed in range(k + 1, min(stop - 2, k + LONGEST_CIRCUMSTANCE)):
            clause = words[closed] in AUXILIARIES and words[k + 1] not in ("who", "which", "whose", "where")
            if words[closed] in _STOPS_CIRCUMSTANCE or clause:
                break
            if words[closed] == "," and words[closed + 1] == "that":
                return Complement(closed + 2, "clause after cue")
    more = k + 1 < stop and words[k + 1] not in (".", ",", "?", "!", ";")
    if word == "that" and "t" in cue.frames and k + 3 < stop and words[k + 1] == ",":
        return Complement(k + 2, "clause after cue")
    if word == "that" and "t" in cue.frames and more:
        return Complement(k + 1, "clause after cue")
    if (
        word == "to"
        and ("i" in cue.frames or "to" in cue.prepositions)
        and more
        and (words[k - 1] in TIME_NOUNS or words[k - 1].isdigit())
    ):
        return Complement(k, "clause after cue")
    if word == ":" and "q" in cue.frames and more:
        return Complement(k + 1, "cue then quote" if words[k + 1] == QUOTE else "colon")
    if word == "," and more and words[k + 1] == QUOTE:
        return Complement(k + 1, "cue then quote")
    return Complement(k, "cue then quote") if word == QUOTE else None


_LENGTHS_OF_TIME = TIME_NOUNS - DAYS


def points_at_time(words: list[str], at: int, stop: int) -> bool:
    """Whether "that" at `at` points at a time and opens no clause: "announced that same day", "said that week"."""
    return at + 1 < stop and (words[at + 1] == "same" or words[at + 1] in _LENGTHS_OF_TIME)


def _is_participle(word: str) -> bool:
    cue = verb_cues().get(word)
    return cue is not None and cue.form is Form.ING


def _clause_begins(stream: Stream, k: int, j: int) -> bool:
    """Whether a clause without "that" begins at `k`: a subject pronoun, or a noun phrase right after a complete circumstance."""
    words = stream.words
    word = words[k]
    if word in SUBJECT_PRONOUNS or word in CONTRACTED or word in _INDEFINITE:
        return words[k - 1] not in PREPOSITIONS
    before = words[k - 1]
    if before in PREPOSITIONS or before in DETERMINERS or before in ("last", "this") or before in MONTHS:
        return False
    if (
        before in AUXILIARIES
        or before in VERBS
        or before in ("and", "or", "be", "as")
        or (before in verb_cues() and not verb_cues()[before].nominal)
    ):
        return False
    if word in DETERMINERS:
        return True
    return stream.capital(k) and (before in DAYS or (not stream.capital(k - 1) and k - j >= 2))


_INDEFINITE = frozenset(
    "nobody everybody everyone somebody someone anybody anyone nothing everything".split()
)


def _over_parenthesis(stream: Stream, comma: int, stop: int, cue: Cue) -> Complement | None:
    words = stream.words
    for k in range(comma + 1, min(stop, comma + 16)):
        if words[k] == words[comma]:
            if k + 1 < stop and (words[k + 1] == "that" and "t" in cue.frames):
                return Complement(k + 2, "clause after cue") if k + 2 < stop else None
            if (
                k + 1 < stop
                and words[k + 1] == QUOTE
                and (
                    words[comma + 1] in PREPOSITIONS
                    or is_adverb(words[comma + 1])
                    or words[comma + 1 : k] == ["and", "i", "quote"]
                )
            ):
                return Complement(k + 1, "cue then quote")
            if words[comma + 1] == "according" and "z" in cue.frames and k + 1 < stop:
                return Complement(k + 1, "clause after cue")
            return None
    return None
