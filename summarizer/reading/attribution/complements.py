"""What follows a cue verb: quotation, that-clause, bare clause, question, infinitive or object, and where it ends."""

from __future__ import annotations

from summarizer.reading.attribution.circumstances import (
    CIRCUMSTANCE,
    LONGEST_CIRCUMSTANCE,
    TIME_NOUNS,
    over_circumstance,
    points_at_time,
)
from summarizer.reading.attribution.cues import Cue, Form
from summarizer.reading.attribution.finite import has_verb
from summarizer.reading.attribution.found import Complement
from summarizer.reading.attribution.tokens import QUOTE, TITLE, Stream
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
)

_PUNCTUATION = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "--", "-", "]", "["})
_OBJECT_PRONOUNS = frozenset("him her them me us you it".split())


def find_complement(stream: Stream, at: int, stop: int, cue: Cue, sure: bool = False) -> Complement | None:
    """Return what follows the cue at token `at`, None when nothing does; `sure` that the cue is a verb, not a noun."""
    words = stream.words
    j = at + 1
    while (
        j < stop
        and (is_adverb(words[j]) or words[j] == "yet")
        and words[j] not in DAYS
        and words[j] not in _NOT_SKIPPED
    ):
        j += 1
    if j >= stop or words[j] in (".", ";", "!", "?", ")"):
        return None
    plain = _plain(stream, j, stop, cue)
    if plain is not None:
        return plain
    if cue.nominal and not sure:
        return (
            _bare(stream, j, stop, cue)
            if words[j] in DETERMINERS
            or words[j] in SUBJECT_PRONOUNS
            or words[j] in CONTRACTED
            or (stream.capital(j) and (cue.form is Form.BASE or stream.capital(at - 1)))
            else None
        )
    if "a" in cue.frames:
        addressed = _addressed(stream, j, stop, cue)
        if addressed is not None:
            return addressed
        if words[j] in _OBJECT_PRONOUNS and j + 1 < stop and words[j + 1] in (",", ".", QUOTE):
            return None  # "..., he told them, ..."
    over = over_circumstance(stream, j, stop, cue)
    if over is not None:
        return over
    return _bare(stream, j, stop, cue)


_NOT_SKIPPED = frozenset("that so there here all both each".split())


def _plain(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Content that stands right after the cue and shows what it is by its first word."""
    words = stream.words
    word = words[j]
    frames = cue.frames
    if word == QUOTE or (word == TITLE and "q" in frames):
        return Complement(j, "cue then quote") if frames else None
    if word == ":" or (word == "," and j + 1 < stop and words[j + 1] in (QUOTE, TITLE)):
        if j + 1 < stop and "q" in frames:
            return Complement(j + 1, "cue then quote" if words[j + 1] in (QUOTE, TITLE) else "colon")
        return None
    clause = _that_clause(stream, j, stop, cue)
    if clause is not None:
        return clause
    if word in cue.prepositions and j + 1 < stop:
        following = j + 1
        if words[following] == "that" and following + 1 < stop and words[following + 1] not in _PUNCTUATION:
            following += 1
        return (
            Complement(following, "clause after cue")
            if following < stop and words[following] not in _PUNCTUATION
            else None
        )
    if (
        word == "to"
        and "i" in frames
        and j + 1 < stop
        and (words[j + 1].isalpha() or words[j + 1] == QUOTE)
        and words[j + 1] not in DETERMINERS
        and not _begins_with_capital(stream, j + 1)
    ):
        return Complement(j, "clause after cue")
    if word in QUESTION_WORDS and (
        "w" in frames
        or ({"t", "n"} & set(frames) and word in ("whether", "what", "why", "how"))
        or (word == "who" and "t" in frames and not cue.nominal)
    ):
        return Complement(j, "clause after cue")
    return None


def _that_clause(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Content that "that" opens, behind a comma or before one too."""
    words, word = stream.words, stream.words[j]
    if not ("t" in cue.frames or cue.lemma == "continue") or points_at_time(words, j, stop):
        return None
    if word == "," and j + 3 < stop and words[j + 1] == "that" and words[j + 2] not in _PUNCTUATION:
        return Complement(j + 2, "clause after cue")  # "added, that ..."
    if word == "that" and j + 3 < stop and words[j + 1] in (",", "—", "–", "--"):
        return Complement(j + 2, "clause after cue")  # "said that, after a pause, ..."
    if word == "that" and j + 1 < stop and words[j + 1] not in _PUNCTUATION:
        if (
            cue.nominal
            and not stream.capital(j + 1)
            and (words[j + 1] in AUXILIARIES or words[j + 1] in VERBS or words[j + 1].endswith("ed"))
        ):
            return None  # "the states that voted"
        return Complement(j + 1, "clause after cue")
    return None


def _begins_with_capital(stream: Stream, at: int) -> bool:
    """Whether a word, or the words in quotation marks at `at`, begin with a capital letter."""
    if at in stream.quotes:
        return stream.text[stream.quotes[at].inside.start].isupper()
    return stream.capital(at)


def _addressed(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Read the hearer: "told reporters on Friday that ...", "told him to leave"."""
    words = stream.words
    first = j
    if words[j] in _PUNCTUATION or words[j] in PREPOSITIONS:
        return None
    end = None
    k = j
    while k < min(stop, j + LONGEST_CIRCUMSTANCE):
        word = words[k]
        if word in ("that", ":", QUOTE) or (word == "," and k + 1 < stop and words[k + 1] == QUOTE):
            return _told(words, first, end if end is not None else k, k, stop)
        if k > first and word == "about" and end is None and k + 1 < stop and QUOTE not in words[k:stop]:
            return Complement(k + 1, "clause after cue", (first, k))
        if k > first and (word == "to" and "o" in cue.frames and end is None):
            return Complement(k, "clause after cue", (first, k))
        if (
            k > first
            and word in QUESTION_WORDS
            and word not in ("when", "where", "who", "which", "whom")
            and "w" in cue.frames
        ):
            return Complement(k, "clause after cue", (first, end if end is not None else k))
        if (k > first and (word in SUBJECT_PRONOUNS or word in CONTRACTED) and word not in ("you", "it")) or (
            k > first and word in AUXILIARIES
        ):
            break
        if word in (",", ".", ";", "—", "–", "--", "("):
            return None
        if end is None and k > first and (word in CIRCUMSTANCE or word in DAYS):
            end = k
        k += 1
    return _hearer_then_clause(stream, first, min(k, stop), stop)


def _told(words: list[str], first: int, end: int, k: int, stop: int) -> Complement | None:
    rule = "clause after cue" if words[k] == "that" else "cue then quote"
    start = k if words[k] == QUOTE else k + 1
    if start >= stop:
        return None
    return Complement(start, rule, (first, end))


def _hearer_then_clause(stream: Stream, first: int, k: int, stop: int) -> Complement | None:
    """Read "told Mr. Lee the deal was off", "told reporters he would": the hearer ends where a second noun phrase begins."""
    words = stream.words
    if k >= stop:
        return None
    if words[k] in SUBJECT_PRONOUNS or words[k] in CONTRACTED:
        return Complement(k, "clause after cue", (first, k))
    for i in range(first + 1, k):
        starts = words[i] in DETERMINERS and words[i - 1] not in PREPOSITIONS
        change = (
            stream.capital(i) != stream.capital(i - 1)
            and words[i - 1] not in PREPOSITIONS
            and stream.capital(i)
        )
        if words[first] in _OBJECT_PRONOUNS or starts or change:
            return Complement(i, "clause after cue", (first, i))
    return None


def _bare(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Read a clause without "that", or the object of a verb that takes one."""
    words = stream.words
    word = words[j]
    following = words[min(j + 1, stop - 1)]
    if (
        word in ("more", "less", "fewer")
        and (
            following == "than" or (word != "less" and following.isalpha() and following not in PREPOSITIONS)
        )
        and "z" in cue.frames
        and has_verb(stream, j + 1, stop)
    ):
        return Complement(j, "clause after cue")
    if cue.lemma == "say" and (word in _SAID or (word == "the" and following == "same")):
        return Complement(j, "object")
    if word == "about" and "z" in cue.frames and (following[0].isdigit() or following in _AMOUNTS):
        return Complement(j, "clause after cue") if has_verb(stream, j + 1, stop) else None
    timed = word in DAYS or (word in _NEAR and following in TIME_NOUNS)
    if timed or word in _PUNCTUATION or word in _NO_CONTENT:
        return None
    if word == "that" and points_at_time(words, j, stop):
        return None
    if word == "that" and "t" not in cue.frames and "n" in cue.frames:
        return Complement(j, "object")
    if (word in PREPOSITIONS and word not in _OPENING_PREPOSITIONS) or (
        word in CLAUSE_OPENERS and word not in _OPENING_CONJUNCTIONS
    ):
        return None
    if "z" in cue.frames and (has_verb(stream, j, stop) or _subject_and_verb(stream, j, stop, cue)):
        return Complement(j, "clause after cue")
    if "s" in cue.frames and word not in CLAUSE_OPENERS:
        return Complement(j, "object") if _as_follows(words, j, stop) else None
    takes_object = "n" in cue.frames or ("o" in cue.frames and "a" not in cue.frames)
    finite = word in VERBS and not stream.capital(j)  # "what she believes remains ..."
    return Complement(j, "object") if takes_object and word not in CLAUSE_OPENERS and not finite else None


def _subject_and_verb(stream: Stream, j: int, stop: int, cue: Cue) -> bool:
    """Whether a plural and another word follow "said": "said people misread her", whatever the verb."""
    words = stream.words
    if cue.lemma not in _BARE or j + 2 >= stop or stream.capital(j):
        return False
    plural = words[j] in _PLURALS or (
        words[j].endswith("s") and not words[j].endswith(("ss", "us", "is", "'s", "’s"))
    )
    following = words[j + 1]
    return (
        plural and following.isalpha() and following not in PREPOSITIONS and following not in CLAUSE_OPENERS
    )


# Verbs that a clause without "that" follows and hardly ever an object.
_BARE = frozenset("say insist argue maintain contend".split())
_PLURALS = frozenset("people men women children police others many".split())


def _as_follows(words: list[str], j: int, stop: int) -> bool:
    """Whether "as a mistake" follows the noun phrase at `j`, before any mark or verb."""
    for k in range(j + 1, min(stop - 1, j + 12)):
        if words[k] == "as":
            return words[k + 1] not in SUBJECT_PRONOUNS and words[k + 1] not in (
                "well",
                "soon",
                "long",
                "part",
                "if",
                "though",
            )
        if (
            words[k] in _PUNCTUATION
            or words[k] in AUXILIARIES
            or words[k] in VERBS
            or words[k] in CLAUSE_OPENERS
        ):
            return False
    return False


_SAID = frozenset("yes no something nothing anything everything".split())
_AMOUNTS = frozenset("half a two three".split())
_NEAR = frozenset("last this earlier late early".split())
_NO_CONTENT = frozenset("so of and or but more nothing goodbye yes than".split())
_OPENING_PREPOSITIONS = frozenset("like under despite during over".split())
_OPENING_CONJUNCTIONS = frozenset("if when whoever once while whatever although unless because since".split())
