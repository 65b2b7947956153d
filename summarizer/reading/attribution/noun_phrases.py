"""Noun phrases in tokens: where the one that ends at a verb begins, and what stands for its name."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.reading.attribution.cues import Form, verb_cues
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.words import (
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
from summarizer.reading.records import new

LONGEST_SUBJECT = 40  # tokens


class Subject(NamedTuple):
    """Token ranges: the whole phrase, the part that names, and where the clause to the left of it ends."""

    first: int
    stop: int
    name: tuple[int, int]


_BEFORE_SUBJECT = frozenset({QUOTE, ",", ";", ":", "—", "–", "--", "but"})


def clause_start(stream: Stream, low: int, at: int) -> bool:
    """Whether a clause may begin at token `at`, by the word before it."""
    before = stream.words[at - 1] if at > low else ","
    return before in _BEFORE_SUBJECT or (before in CLAUSE_OPENERS and before not in PREPOSITIONS)


def is_name(stream: Stream, first: int, stop: int) -> bool:
    """Whether tokens are a name: up to five words with capitals."""
    return (
        0 < stop - first <= 5
        and all(
            stream.capital(i) or stream.words[i] in ("de", "van", "von", "al", "bin")
            for i in range(first, stop)
        )
        and stream.words[first] not in DETERMINERS
    )


def noun_phrase(stream: Stream, low: int, end: int) -> Subject | None:
    """Return the noun phrase that ends at token `end`, None where no phrase ends there."""
    start = phrase_start(stream, low, end)
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
        named = phrase_start(stream, low, start - 2)
        if named is not None and is_name(stream, named, start - 1):
            return Subject(named, end + 1, (named, start - 1))
    return new(Subject, (start, end + 1, (start, end + 1)))


def _over_adjectives(stream: Stream, low: int, start: int) -> int:
    """Step back over the first adjective of "the bespectacled, 71-year-old envoy"."""
    words = stream.words
    listed = (
        start - 3 >= low and words[start - 1] == "," and words[start - 3] in ("the", "a", "an", "his", "her")
    )
    bare = words[start] not in DETERMINERS and not stream.capital(start - 2) and not stream.capital(start)
    return start - 3 if listed and bare and _is_adjective(words[start - 2]) else start


def _is_adjective(word: str) -> bool:
    """Whether a word describes by its ending, or is one of the commonest short adjectives: not "the bank, officials [said]"."""
    return word in _ADJECTIVES or word.endswith(_OF_ADJECTIVES)


_OF_ADJECTIVES = (
    "ed",
    "ing",
    "ful",
    "ous",
    "ive",
    "al",
    "ish",
    "less",
    "able",
    "ible",
    "ic",
    "ern",
    "ant",
    "ent",
    "y",
    "old",
)
_ADJECTIVES = frozenset(
    "tall short big small young thin fat new long lean bald blond blonde rich poor quiet blunt brash calm frail loud proud shrewd slim stout tough white black".split()
)


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


# Words that are a noun phrase by themselves.
_WHOLE = SUBJECT_PRONOUNS | RELATIVES | CONTRACTED.keys() | {"one"}


def phrase_start(stream: Stream, low: int, end: int) -> int | None:
    """Return where the noun phrase that ends at `end` begins."""
    words = stream.words
    if end < low or words[end] in ("not", "never"):
        return None
    if words[end] in _WHOLE:
        return end
    start: int | None = None
    j = end
    while j >= max(low, end - LONGEST_SUBJECT):
        word = words[j]
        if (
            word == ","
            and start is not None
            and j > low
            and (_parts_place(stream, j, start, end) or _parts_number(stream, j) or _parts_date(stream, j))
        ):
            j -= 1
            continue
        if (
            word in ("and", "or")
            and words[j + 1] in PREPOSITIONS
            and j > low
            and words[j - 1] in PREPOSITIONS
        ):
            j -= 2  # "officials on and off the island"
            continue
        if _stops_phrase(stream, j, start):
            if word in ("and", "or", "nor") and start is not None:
                other = _coordinated(stream, low, j)
                start = other if other is not None else start
            break
        if word in DETERMINERS and (j == low or word in ("the", "a", "an") or not stream.capital(j)):
            further, start = _past_determiner(stream, low, j)
            if further is None:
                break
            j = further
            continue
        if word in PREPOSITIONS:
            if j - 1 < low or _stops_phrase(stream, j - 1, j):
                break
        else:
            start = j
        j -= 1
    return start


_GOVERNING = PREPOSITIONS - CLAUSE_OPENERS


def _past_determiner(stream: Stream, low: int, at: int) -> tuple[int | None, int]:
    """Return where to read on, to the left of a determiner, and the start so far: "the [three] ...", "... and the", "of the"."""
    words = stream.words
    before = words[at - 1] if at > low else ""
    if before in _BEFORE_NUMBERS and words[at] not in _BEFORE_NUMBERS:
        return at - 1, at
    if before in ("and", "or", "nor"):
        other = _coordinated(stream, low, at - 1)
        return None, other if other is not None else at
    governed = at - 2 >= low and before in _GOVERNING and not _stops_phrase(stream, at - 2, at)
    return (at - 2 if governed else None), at


def _parts_number(stream: Stream, comma: int) -> bool:
    """Whether a comma stands inside a number: "34,000 people"."""
    words = stream.words
    digits = words[comma - 1].isdigit() and words[comma + 1].isdigit()
    return digits and stream.starts[comma + 1] == stream.starts[comma] + 1


def _parts_date(stream: Stream, comma: int) -> bool:
    """Whether a comma stands inside a date: "a Sept. 15, 2011, email"."""
    words = stream.words
    month = comma >= 2 and words[comma - 2].rstrip(".")[:3] in _MONTHS and stream.capital(comma - 2)
    return month and words[comma - 1].isdigit() and words[comma + 1].isdigit()


_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _parts_place(stream: Stream, comma: int, start: int, end: int) -> bool:
    """Whether a comma stands between a town and its state."""
    before = stream.words[comma - 1]
    return stream.capital(comma - 1) and before not in TIMES and _is_state(stream.words, start, end)


def _is_state(words: list[str], first: int, end: int) -> bool:
    """Whether a place's second part stands at `first`, as in "Columbus, Ohio"."""
    return words[first] in STATES or (first < end and f"{words[first]} {words[first + 1]}" in STATES)


_BEFORE_NUMBERS = frozenset("the a an these those his her its their our my your all both".split())


_STOPS = MARKS | CLAUSE_OPENERS | AUXILIARIES | SUBJECT_PRONOUNS | CONTRACTED.keys()


def _stops_phrase(stream: Stream, j: int, start: int | None) -> bool:
    words = stream.words
    word = words[j]
    if word == "that" and start is not None and j and words[j - 1] in _BEFORE_THAT:
        return False
    if word == "as" and start is not None and j and words[j - 1] == "such":
        return False  # "critics such as Ann Lee"
    if word in _STOPS:
        return not (word in ("may", "will") and stream.capital(j)) or j == 0
    if stream.capital(j):
        return False
    if word in VERBS:
        return start is None or not _is_participle(stream, j)
    cue = verb_cues().get(word)
    if cue is None and word.endswith("ed") and j and start is not None:
        return len(word) > 4 and stream.capital(j - 1) and words[j + 1] in _AFTER_PAST
    if cue is None or cue.nominal or not cue.finite or start is None:
        return False
    adjective = cue.form is Form.PAST and j > 0 and words[j - 1] in DETERMINERS
    return not adjective and (cue.lemma in _ALWAYS_FINITE or words[j + 1] not in ("by", "in", "on"))


# What after "Ann Lee ...ed" makes it a verb with its object: "Ann Lee rounded out the list".
_AFTER_PAST = DETERMINERS | frozenset("out up off down back away him her them".split())
# Prepositions after which "that" points at something: "close to that range".
_BEFORE_THAT = frozenset("to of at on with by from for about over under near".split())


def _is_participle(stream: Stream, j: int) -> bool:
    """Whether a past form after a noun only tells more of it: "a group led by Ann Lee", "a report released on Monday"."""
    words = stream.words
    if j == 0 or words[j + 1] not in _AFTER_PARTICIPLE.get(words[j], _BY):
        return False
    return words[j - 1].isalnum() and words[j - 1] not in _NO_NOUN and not is_adverb(words[j - 1])


_BY = frozenset({"by"})
_RELEASED = frozenset("by on in at last this earlier late".split()) | DAYS
_AFTER_PARTICIPLE = {
    "released": _RELEASED, "published": _RELEASED, "issued": _RELEASED, "conducted": _RELEASED, "posted": _RELEASED,
    "based": frozenset({"in", "at"}),
}  # fmt: skip
_NO_NOUN = SUBJECT_PRONOUNS | RELATIVES | AUXILIARIES | CONTRACTED.keys() | CLAUSE_OPENERS
# Verbs whose past form after a noun is no participle: not "the man said in Oslo", as "the man named in Oslo" is.
_ALWAYS_FINITE = frozenset(
    "say tell write speak talk think add reply respond argue complain go begin know feel".split()
)


def _coordinated(stream: Stream, low: int, conjunction: int) -> int | None:
    """Return the start of the noun phrase joined by "and", when nothing but a clause's beginning stands before it."""
    end = conjunction - 1
    if end - 2 > low and stream.words[end] == ")":  # "Ann Lee (D-Vt.) and Bo Ek"
        end = next((j - 1 for j in range(end - 1, max(low, end - 7), -1) if stream.words[j] == "("), end)
    oxford = end - 3 >= low and stream.words[end] == ","  # "A, B, and C"
    first = phrase_start(stream, low, end - oxford) if end >= low else None
    if first is None or (oxford and (first - 1 < low or stream.words[first - 1] != ",")):
        return None
    if first - 1 >= low and stream.words[first - 1] in ("both", "neither", "either"):
        first -= 1
    first, last = _listed(stream, low, first), first
    if oxford and first == last:
        return None
    before = stream.words[first - 1] if first > low else None
    told = verb_cues().get(before or "")
    if (
        told is not None
        and told.finite
        and not told.nominal
        and "z" in told.frames
        and "a" not in told.frames
    ):
        return first  # "said [she and Vik had agreed]"
    return first if before is None or before in CLAUSE_OPENERS or before in (QUOTE, ",", ":", ";") else None


def _listed(stream: Stream, low: int, first: int) -> int:
    """Return the start of "A, B and C" whose B begins at `first`."""
    words = stream.words
    for _ in range(5):
        if first - 2 < low or words[first - 1] != ",":
            break
        other = phrase_start(stream, low, first - 2)
        if other is None or is_adverb(words[other]) or is_adverb(words[first - 2]) or words[other] in TIMES:
            break
        if other == first - 2 and words[other].endswith(("ed", "ing")):
            break  # "when contacted, ..."
        if other > low and words[other - 1] not in CLAUSE_OPENERS and words[other - 1] not in (",", QUOTE):
            break
        first = other
    return first


def antecedent(stream: Stream, subject: Subject) -> tuple[int, int] | None:
    """Return the noun phrase a relative pronoun stands for: the one right before it."""
    at = subject.first
    if stream.words[at] not in RELATIVES or at == 0:
        return None
    end = at - 1
    if stream.words[end] in (",", "("):
        end -= 1
    low = max(0, end - LONGEST_SUBJECT)
    phrase = noun_phrase(stream, low, end) if end >= low else None
    if phrase is None:
        return None
    return (person_after_of(stream, phrase), phrase.stop) if stream.words[at] == "who" else phrase.name


def person_after_of(stream: Stream, phrase: Subject) -> int:
    """Return where the people begin in "a list of candidates [who ...]": not in "a group of candidates", which stands for them."""
    words = stream.words
    of = next((j for j in range(phrase.first + 1, phrase.stop - 1) if words[j] == "of"), None)
    start = phrase.name[0]
    if of is None or words[of - 1].rstrip("s") in _QUANTITIES or is_person_noun(words[of - 1].rstrip("s")):
        return start
    if stream.capital(of - 1) or words[of - 1] in DETERMINERS or words[of - 1][0].isdigit():
        return start
    last = next((j for j in range(of + 1, phrase.stop) if words[j] in PREPOSITIONS), phrase.stop) - 1
    return of + 1 if is_person_noun(words[last].rstrip("s")) and of + 1 <= last else start


_QUANTITIES = frozenset(
    """
    group number majority minority handful dozen hundred thousand score coalition panel team pair couple trio lot crowd gathering bunch
    host array percent half third quarter share section part member kind sort type delegation committee body jury army party league
    association federation network circle gang band crew generation million rest""".split()
)
