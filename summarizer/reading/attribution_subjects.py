"""The subject of a cue: who said it, as a range of tokens to the left of the verb, or to its right when inverted."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.reading.attribution_tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution_verbs import over_time
from summarizer.reading.attribution_words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    ROLES,
    STATES,
    SUBJECT_PRONOUNS,
    TIMES,
    VERBS,
    is_adverb,
    is_person_noun,
)
from summarizer.reading.cues import Form, verb_cues

LONGEST_SUBJECT = 40  # tokens


@dataclass(frozen=True, slots=True)
class Subject:
    """Token ranges: the whole phrase, the part that names, and where the clause to the left of it ends."""

    first: int
    stop: int
    name: tuple[int, int]


def left_subject(stream: Stream, low: int, end: int) -> Subject | None:
    """Return the noun phrase that ends at token `end`, reading over an apposition or relative clause between commas."""
    words = stream.words
    end = over_time(stream, low, end)
    if end < low:
        return None
    word = words[end]
    if word == ")":
        opening = _previous(words, low, end - 1, "(")
        return left_subject(stream, low, opening - 1) if opening is not None else None
    if word in ("—", "–", "--", "-"):
        opening = _previous(words, low, end - 1, word)
        return _noun_phrase(stream, low, opening - 1) if opening is not None else None
    if word == ",":
        return _before_apposition(stream, low, end)
    if word in MARKS:
        return None
    return _over_relative(stream, low, end) or _with_role(stream, low, _noun_phrase(stream, low, end))


def _with_role(stream: Stream, low: int, subject: Subject | None) -> Subject | None:
    """Take in a role that stands before a name with a comma: "A harbour worker, Bo Ek [said]"."""
    if subject is None or subject.first - 2 <= low or stream.words[subject.first - 1] != ",":
        return subject
    if not _is_name(stream, *subject.name):
        return subject
    start = _phrase_start(stream, low, subject.first - 2)
    if start is None or stream.words[start] not in DETERMINERS or not clause_start(stream, low, start):
        return subject
    words = stream.words[start : subject.first - 1]
    head = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words)) - 1
    timed = any(w in TIMES for w in words)
    return (
        Subject(start, subject.stop, subject.name) if is_person_noun(words[head]) and not timed else subject
    )


_BEFORE_SUBJECT = frozenset({QUOTE, ",", ";", ":", "—", "–", "--", "but"})


def clause_start(stream: Stream, low: int, at: int) -> bool:
    """Whether a clause may begin at token `at`, by the word before it."""
    before = stream.words[at - 1] if at > low else ","
    return before in _BEFORE_SUBJECT or (before in CLAUSE_OPENERS and before not in PREPOSITIONS)


def _over_relative(stream: Stream, low: int, end: int) -> Subject | None:
    """Read "the men who came to Geneva to talk [said]": the clause after "who" has its own verb, so the subject stands before it."""
    words = stream.words
    if words[end] in SUBJECT_PRONOUNS or words[end] in RELATIVES:
        return None
    verb = False
    for j in range(end, max(low, end - LONGEST_SUBJECT), -1):
        word = words[j]
        if word in ("who", "whose", "that", "which"):
            noun = (
                verb
                and j < end
                and words[j - 1] not in MARKS
                and not _is_verbal(words[j - 1])
                and not is_adverb(words[j - 1])
            )
            if noun and words[j - 1] not in PREPOSITIONS and words[j - 1] not in CLAUSE_OPENERS:
                return _noun_phrase(stream, low, j - 1)
            if word != "that":
                return None
        if word in MARKS:
            return None
        verb = verb or (
            (j < end or word.endswith("ed"))
            and (_is_verbal(word) or (word.endswith("ed") and not stream.capital(j)))
        )
    return None


def _is_verbal(word: str) -> bool:
    if word in VERBS or word in AUXILIARIES:
        return True
    cue = verb_cues().get(word)
    return cue is not None and cue.finite and not cue.nominal


def _previous(words: list[str], low: int, at: int, mark: str) -> int | None:
    for j in range(at, max(low, at - LONGEST_SUBJECT) - 1, -1):
        if words[j] == mark:
            return j
    return None


def _before_apposition(stream: Stream, low: int, comma: int) -> Subject | None:
    """Return the noun phrase before ", an apposition," that ends at `comma`."""
    words = stream.words
    opening = _segment_start(words, low, comma)
    if opening is None:
        return (
            left_subject(stream, low, comma - 1)
            if words[comma - 1] == ")"
            else _noun_phrase(stream, low, comma - 1)
        )
    if words[opening + 1] in SUBJECT_PRONOUNS and comma - opening > 4:
        return None  # a clause of its own, no apposition
    last = (opening + 1, comma)
    for _ in range(6):
        earlier = _segment_start(words, low, opening)
        if earlier is None:
            break
        adds = _adds(stream, earlier + 1, opening)
        role = words[earlier + 1] in DETERMINERS or not stream.capital(earlier + 1)
        apposed = role and _named_before(stream, low, earlier)
        if not adds and not apposed:
            break
        opening = earlier
    subject = left_subject(stream, low, opening - 1) if words[opening - 1] != "," else None
    if subject is not None and subject.first > low and not clause_start(stream, low, subject.first):
        subject = _before_relative(stream, low, subject.first - 1) or subject
    if subject and _is_name(stream, *last) and not _is_name(stream, *subject.name):
        return Subject(subject.first, last[1], last)
    return subject


def _before_relative(stream: Stream, low: int, at: int) -> Subject | None:
    """Return the noun phrase before ", who ..." when `at` stands inside that clause."""
    words = stream.words
    for j in range(at, max(low + 1, at - LONGEST_SUBJECT), -1):
        if words[j] in ("who", "which", "whose") and words[j - 1] == ",":
            return left_subject(stream, low, j - 2)
        if words[j] in (QUOTE, ";", ":"):
            break
    return None


def _named_before(stream: Stream, low: int, comma: int) -> bool:
    """Whether a person's name, the first words of its clause, ends right before a comma."""
    words = stream.words
    if comma - 2 > low and words[comma - 1].isdigit() and words[comma - 2] == ",":
        comma -= 2  # an age
    named = _phrase_start(stream, low, comma - 1) if comma - 1 >= low else None
    if (
        named is None
        or words[comma - 1] in TIMES
        or (not stream.capital(comma - 1) and words[comma - 1] != ")")
    ):
        return False
    return named == low or stream.words[named - 1] in ("but", "and", QUOTE, ",", "while", "as", "that")


def _segment_start(words: list[str], low: int, comma: int) -> int | None:
    """Return the comma that opens the segment closed by `comma`; None at a quotation or another stop."""
    for j in range(comma - 1, max(low, comma - LONGEST_SUBJECT) - 1, -1):
        if words[j] == ",":
            return j
        if words[j] in (QUOTE, ";", ":"):
            return None
    return None


def _adds(stream: Stream, first: int, stop: int) -> bool:
    """Whether a segment between commas only adds to what stands before it: an age, a party and state, a relative clause."""
    if stop - first < 1:
        return True
    word = stream.words[first]
    return (
        word in ("who", "which", "whose", "of", "and", "also", "too", "however", "jr.", "sr.", "meanwhile")
        or (word[0].isdigit() and stop - first <= 4)
        or stream.words[stop - 1] in ("later", "ago", "earlier")
        or (stop - first == 1 and ("-" in word or word.endswith(".")))
    )


def _is_name(stream: Stream, first: int, stop: int) -> bool:
    return (
        0 < stop - first <= 5
        and all(
            stream.capital(i) or stream.words[i] in ("de", "van", "von", "al", "bin")
            for i in range(first, stop)
        )
        and stream.words[first] not in DETERMINERS
    )


def _noun_phrase(stream: Stream, low: int, end: int) -> Subject | None:
    start = _phrase_start(stream, low, end)
    if start is None:
        return None
    start = _over_adjectives(stream, low, start) if start < end else start
    end = _less_participle(stream, start, end)
    if (
        end > start
        and stream.words[end].endswith("ed")
        and not stream.capital(end)
        and stream.capital(end - 1)
    ):
        return None  # "those the agency asked [said]": a clause, no noun phrase
    if start - 2 >= low and stream.words[start - 1] == "," and _bare_role(stream, start, end):
        named = _phrase_start(stream, low, start - 2)
        if named is not None and _is_name(stream, named, start - 1):
            return Subject(named, end + 1, (named, start - 1))
    return Subject(start, end + 1, (start, end + 1))


def _over_adjectives(stream: Stream, low: int, start: int) -> int:
    """Step back over the first adjective of "the bespectacled, 71-year-old envoy"."""
    words = stream.words
    listed = (
        start - 3 >= low and words[start - 1] == "," and words[start - 3] in ("the", "a", "an", "his", "her")
    )
    bare = words[start] not in DETERMINERS and not stream.capital(start - 2) and not stream.capital(start)
    return start - 3 if listed and bare else start


def _less_participle(stream: Stream, start: int, end: int) -> int:
    """Leave out "speaking to the press" at the end of a noun phrase."""
    words = stream.words
    for j in range(start + 1, end):
        if (
            words[j]
            in ("speaking", "writing", "talking", "testifying", "appearing", "referring", "responding")
            and words[j + 1] in PREPOSITIONS
        ):
            return j - 1
    return end


def _bare_role(stream: Stream, start: int, end: int) -> bool:
    """Whether a phrase is a role without determiner: "Ann Lee, president of the club [said]"."""
    words = stream.words
    return not stream.capital(start) and any(
        words[i] in ROLES and i < end and words[i + 1] in ("of", "at", "for", "in", "and")
        for i in range(start, min(end, start + 4))
    )


def _phrase_start(stream: Stream, low: int, end: int) -> int | None:
    """Return where the noun phrase that ends at `end` begins."""
    words = stream.words
    if end < low or words[end] in ("not", "never"):
        return None
    if (
        words[end] in SUBJECT_PRONOUNS
        or words[end] in CONTRACTED
        or words[end] in RELATIVES
        or words[end] == "one"
    ):
        return end
    start: int | None = None
    j = end
    while j >= max(low, end - LONGEST_SUBJECT):
        word = words[j]
        if (
            word == ","
            and start is not None
            and j - 1 >= low
            and _is_state(words, start, end)
            and stream.capital(j - 1)
            and words[j - 1] not in TIMES
        ):
            j -= 1
            continue
        if _stops_phrase(stream, j, start):
            if word in ("and", "or") and start is not None:
                other = _coordinated(stream, low, j)
                start = other if other is not None else start
            break
        if word in DETERMINERS and (j == low or word in ("the", "a", "an") or not stream.capital(j)):
            start = j
            if j - 1 >= low and words[j - 1] in _BEFORE_NUMBERS and word not in _BEFORE_NUMBERS:
                j -= 1
                continue
            if j - 1 >= low and words[j - 1] in ("and", "or"):
                other = _coordinated(stream, low, j - 1)
                start = other if other is not None else start
                break
            if (
                j - 2 < low
                or words[j - 1] not in PREPOSITIONS - CLAUSE_OPENERS
                or _stops_phrase(stream, j - 2, j)
            ):
                break
            j -= 2
            continue
        if word in PREPOSITIONS:
            if j - 1 < low or _stops_phrase(stream, j - 1, j):
                break
        else:
            start = j
        j -= 1
    return start


def _is_state(words: list[str], first: int, end: int) -> bool:
    """Whether a place's second part stands at `first`, as in "Columbus, Ohio"."""
    return words[first] in STATES or (first < end and f"{words[first]} {words[first + 1]}" in STATES)


_BEFORE_NUMBERS = frozenset("the a an these those his her its their our my your all both".split())


def _stops_phrase(stream: Stream, j: int, start: int | None) -> bool:
    words = stream.words
    word = words[j]
    if (
        word in MARKS
        or word in CLAUSE_OPENERS
        or word in AUXILIARIES
        or word in SUBJECT_PRONOUNS
        or word in CONTRACTED
    ):
        return not (word in ("may", "will") and stream.capital(j)) or j == 0
    if stream.capital(j):
        return False
    if word in VERBS:
        return True
    cue = verb_cues().get(word)
    if cue is None or cue.nominal or not cue.finite or start is None:
        return False
    adjective = cue.form is Form.PAST and j > 0 and words[j - 1] in DETERMINERS
    return not adjective and (cue.lemma in _ALWAYS_FINITE or words[j + 1] not in ("by", "in", "on"))


# Verbs whose past form after a noun is no participle: not "the man said in Oslo", as "the man named in Oslo" is.
_ALWAYS_FINITE = frozenset(
    "say tell write speak talk think add reply respond argue complain go begin know feel".split()
)


def _coordinated(stream: Stream, low: int, conjunction: int) -> int | None:
    """Return the start of the noun phrase joined by "and", when nothing but a clause's beginning stands before it."""
    first = _phrase_start(stream, low, conjunction - 1) if conjunction - 1 >= low else None
    if first is None:
        return None
    first = _listed(stream, low, first)
    before = stream.words[first - 1] if first > low else None
    return first if before is None or before in CLAUSE_OPENERS or before in (QUOTE, ",", ":", ";") else None


def _listed(stream: Stream, low: int, first: int) -> int:
    """Return the start of "A, B and C" whose B begins at `first`."""
    words = stream.words
    for _ in range(5):
        if first - 2 < low or words[first - 1] != ",":
            break
        other = _phrase_start(stream, low, first - 2)
        if other is None or is_adverb(words[other]) or words[other] in TIMES:
            break
        if other > low and words[other - 1] not in CLAUSE_OPENERS and words[other - 1] not in (",", QUOTE):
            break
        first = other
    return first


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


def antecedent(stream: Stream, subject: Subject) -> tuple[int, int] | None:
    """Return the noun phrase a relative pronoun stands for: the one right before it."""
    at = subject.first
    if stream.words[at] not in RELATIVES or at == 0:
        return None
    end = at - 1
    if stream.words[end] == ",":
        end -= 1
    low = max(0, end - LONGEST_SUBJECT)
    phrase = _noun_phrase(stream, low, end) if end >= low else None
    return phrase.name if phrase is not None else None
