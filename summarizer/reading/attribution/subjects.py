"""The subject of a cue: who said it, as a range of tokens to the left of the verb, and what parts it from the verb."""

from __future__ import annotations

from summarizer.reading.attribution.cues import Form, verb_cues
from summarizer.reading.attribution.noun_phrases import (
    LONGEST_SUBJECT,
    Subject,
    clause_start,
    is_name,
    noun_phrase,
    phrase_start,
)
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.verbs import over_time
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIMES,
    VERBS,
    is_adverb,
    is_person_noun,
)


def left_subject(stream: Stream, low: int, end: int) -> Subject | None:
    """Return the noun phrase that ends at token `end`, reading over an apposition or relative clause between commas."""
    key = (low, end)
    if key not in stream.subjects:
        stream.subjects[key] = None  # an answer for a phrase that leads back to itself
        stream.subjects[key] = _left_subject(stream, low, end)
    return stream.subjects[key]


def _left_subject(stream: Stream, low: int, end: int) -> Subject | None:
    words = stream.words
    timed = over_time(stream, low, end)
    if timed < end and timed > low and words[timed] in _MADE_PUBLIC and not stream.capital(timed):
        timed -= 1  # "a poll released on Monday [found]"
    end = timed
    if end < low:
        return None
    word = words[end]
    if word == ")":
        opening = _previous(words, low, end - 1, "(")
        return left_subject(stream, low, opening - 1) if opening is not None else None
    if word in ("—", "–", "--", "-"):
        opening = _previous(words, low, end - 1, word)
        return (
            _apposed(stream, noun_phrase(stream, low, opening - 1), opening + 1, end)
            if opening is not None
            else None
        )
    if word == ",":
        return _before_apposition(stream, low, end)
    if word == QUOTE and stream.ends_in_comma(end):
        return _before_relative(stream, low, end - 1, participle=True)  # "Lee, who calls it “a trap,” [said]"
    if word in MARKS:
        return None
    phrase = noun_phrase(stream, low, end)
    before = words[phrase.first - 1] if phrase is not None and phrase.first > low else ""
    if (
        phrase is not None
        and before in ("of", "from")
        and phrase.first - 3 > low
        and words[phrase.first - 2] == ","
    ):
        return _before_apposition(stream, low, phrase.first - 2)  # "Ann Lee, 50, of Oslo [said]"
    listed = _before_examples(stream, low, phrase) if phrase is not None and before in _LISTS else None
    return (
        listed
        or _over_relative(stream, low, end)
        or (_over_contact(stream, low, phrase) if phrase is not None else None)
        or (_unclosed(stream, low, phrase) if phrase is not None and before == "," else None)
        or _with_role(stream, low, phrase)
    )


def _over_contact(stream: Stream, low: int, phrase: Subject) -> Subject | None:
    """Return the noun before a clause without "that": "the envoy Ann Lee met in Oslo [said]", "the envoy with whom she met ..."."""
    words = stream.words
    before = words[phrase.first - 1]
    if phrase.first - 3 <= low or before not in PREPOSITIONS or before in CLAUSE_OPENERS:
        return None  # what follows a preposition is no subject
    start = phrase.first - 1
    while start > low and words[start - 1] not in MARKS and words[start - 1] not in _OPENS:
        start -= 1
    if words[start] not in DETERMINERS:
        return None
    verb = next(
        (j for j in range(start + 2, phrase.first - 1) if _is_verbal(words[j]) and not stream.capital(j)),
        None,
    )
    if verb is None:
        return None
    acting = verb - 1
    while acting > start and stream.capital(acting):
        acting -= 1
    acting += acting < verb - 1
    if acting == verb - 1 and not stream.capital(acting) and words[acting] not in SUBJECT_PRONOUNS:
        return None
    if words[acting - 1] in ("whom", "which") and words[acting - 2] in PREPOSITIONS:
        acting -= 2
    noun = words[acting - 1] not in PREPOSITIONS and words[acting - 1] not in DETERMINERS
    return Subject(start, acting, (start, acting)) if acting - start >= 2 and noun else None


_OPENS = CLAUSE_OPENERS - {"whom", "which"}


def _unclosed(stream: Stream, low: int, phrase: Subject) -> Subject | None:
    """Return the name before an apposition whose second comma is missing: "Ann Lee, a member of the board [told]"."""
    words = stream.words
    comma = phrase.first - 1
    if comma - 2 < low or words[phrase.first] not in ("a", "an"):
        return None
    head = (
        next((j for j in range(phrase.first + 1, phrase.stop) if words[j] in PREPOSITIONS), phrase.stop) - 1
    )
    if not is_person_noun(words[head]) or not _named_before(stream, low, comma):
        return None
    stop = comma
    if words[comma - 1] == ")":  # "Ann Lee (D-Vt.), a member of the board"
        stop = next((j for j in range(comma - 2, low, -1) if words[j] == "("), comma)
    start = phrase_start(stream, low, stop - 1)
    if start is None or not is_name(stream, start, stop) or stop - start < 2:
        return None
    return Subject(start, phrase.stop, (start, stop))


def _before_examples(stream: Stream, low: int, phrase: Subject) -> Subject | None:
    """Return whom names are examples of: "other leaders, like Ann Lee, Bo Ek and Ida Holm [said]"."""
    words = stream.words
    if "and" not in words[phrase.first : phrase.stop] or not stream.capital(phrase.first):
        return None
    j = phrase.first - 1
    while j > low + 1 and (words[j] == "," or stream.capital(j) or words[j] in ("the", "of")):
        j -= 1
    if j == phrase.first - 1 and words[j] not in _EXAMPLES:
        return None
    opens = words[j] in _EXAMPLES and words[j - 1] == ","
    noun = noun_phrase(stream, low, j - 2) if opens and j - 2 >= low else None
    return noun if noun is not None and clause_start(stream, low, noun.first) else None


_EXAMPLES = frozenset({"like", "including"})
_LISTS = _EXAMPLES | {","}


def _apposed(stream: Stream, subject: Subject | None, first: int, stop: int) -> Subject | None:
    """Name a phrase without a name by the one that stands between dashes behind it: "a former minister -- Bo Ek, who ... -- [said]"."""
    if subject is None or is_name(stream, *subject.name):
        return subject
    phrase = stream.words[subject.first : subject.stop]
    head = next((i for i, w in enumerate(phrase) if i and w in PREPOSITIONS), len(phrase)) - 1
    if phrase[head].endswith("s"):
        return subject  # several people, of whom the name is one
    end = next(
        (i for i in range(first, stop) if stream.words[i] in (",", "(") or not stream.capital(i)), stop
    )
    named = (
        end - first >= 2 and is_name(stream, first, end) and (end == stop or stream.words[end] in (",", "("))
    )
    return Subject(subject.first, end, (first, end)) if named else subject


_MADE_PUBLIC = frozenset(
    "released published conducted taken issued posted filed aired announced unveiled sent dated".split()
)


def _with_role(stream: Stream, low: int, subject: Subject | None) -> Subject | None:
    """Take in a role that stands before a name with a comma: "A harbour worker, Bo Ek [said]"."""
    if subject is None or subject.first - 2 <= low or stream.words[subject.first - 1] != ",":
        return subject
    if not is_name(stream, *subject.name):
        return subject
    start = phrase_start(stream, low, subject.first - 2)
    if start is None or not clause_start(stream, low, start):
        return subject
    owned = any(w.endswith(("'s", "’s")) for w in stream.words[start : subject.first - 2])
    joined = is_name(stream, start, start + 1) and any(
        stream.words[i] == "and" and stream.words[i + 1] in POSSESSIVES
        for i in range(start, subject.first - 2)
    )
    if (
        stream.words[start] not in DETERMINERS
        and not joined
        and not (owned and stream.words[max(low, start - 1)] != "as")
    ):
        return subject
    words = stream.words[start : subject.first - 1]
    if "and" in words and words[0] not in DETERMINERS:
        return Subject(
            start, subject.stop, (start, subject.stop)
        )  # "Ann Lee, 41, and her brother, Bo Ek, [said]"
    head = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS), len(words)) - 1
    timed = any(w in TIMES for w in words)
    return (
        Subject(start, subject.stop, subject.name) if is_person_noun(words[head]) and not timed else subject
    )


def _over_relative(stream: Stream, low: int, end: int) -> Subject | None:
    """Read "the men who came to Geneva to talk [said]": the clause after "who" has its own verb, so the subject stands before it."""
    words = stream.words
    if words[end] in SUBJECT_PRONOUNS or words[end] in RELATIVES:
        return None
    if _RELATIVE.isdisjoint(words[max(low, end - LONGEST_SUBJECT + 1) : end + 1]):
        return None
    verb = False
    for j in range(end, max(low, end - LONGEST_SUBJECT), -1):
        word = words[j]
        if word in _RELATIVE:
            noun = (
                verb
                and j < end
                and words[j - 1] not in MARKS
                and not _is_verbal(words[j - 1])
                and not is_adverb(words[j - 1])
            )
            if noun and words[j - 1] not in PREPOSITIONS and words[j - 1] not in CLAUSE_OPENERS:
                return noun_phrase(stream, low, j - 1)
            if word != "that":
                return None
        if word in MARKS:
            return None
        verb = verb or (
            (j < end or word.endswith("ed"))
            and (_is_verbal(word) or (word.endswith("ed") and not stream.capital(j)))
        )
        verb = verb or (words[j - 1] == "who" and j > low + 1 and _may_be_verb(stream, j))
        verb = verb or word in _WHO_HAS
    return None


_WHO_HAS = frozenset(f"who{mark}{tail}" for mark in "'’" for tail in ("s", "ve", "d", "ll", "re"))
_RELATIVE = frozenset({"who", "whose", "that", "which"}) | _WHO_HAS


def _may_be_verb(stream: Stream, at: int) -> bool:
    """Whether the word after "who" can be its verb: "those who favor talks [said]"."""
    word = stream.words[at]
    return not (
        stream.capital(at)
        or word in DETERMINERS
        or word in SUBJECT_PRONOUNS
        or is_adverb(word)
        or not word.isalpha()
    )


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
            else noun_phrase(stream, low, comma - 1)
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
        if words[earlier + 1] in ("who", "which") and opening == earlier + 2:
            return Subject(earlier + 1, opening, (earlier + 1, opening))  # ", who, in short, said"
        if not adds and not apposed:
            break
        opening = earlier
    subject = left_subject(stream, low, opening - 1) if words[opening - 1] != "," else None
    if _is_verbal(words[opening + 1]) and not stream.capital(opening + 1):
        subject = (
            _before_relative(stream, low, opening - 1) or subject
        )  # ", whose firm, Ek & Co., makes ads, said"
    if subject is not None and subject.first > low and not clause_start(stream, low, subject.first):
        subject = _before_relative(stream, low, subject.first - 1) or subject
    if subject is None or is_name(stream, *subject.name):
        return subject
    last = _titled_name(stream, *last)
    return Subject(subject.first, last[1], last) if is_name(stream, *last) else subject


def _titled_name(stream: Stream, first: int, stop: int) -> tuple[int, int]:
    """Return the name of two words or more that ends "former Trade Secretary of Norland Bo Ek"; the whole where there is none."""
    start = stop
    while start > first and stream.capital(start - 1):
        start -= 1
    before = stream.words[first:start]
    role = bool(before) and all(w in _OF_TITLES or is_person_noun(w) for w in before)
    return (start, stop) if role and 2 <= stop - start <= 5 else (first, stop)


_OF_TITLES = frozenset(
    "former then acting deputy vice senior of state foreign prime the first late longtime outgoing".split()
)


def opens_parenthesis(word: str) -> bool:
    """Whether a word behind a comma opens what parts a subject from its verb: "Lee, who calls it so, ...", "Lee, calling it so, ..."."""
    cue = verb_cues().get(word)
    return word in ("who", "which", "whose") or (cue is not None and cue.form is Form.ING)


def _before_relative(stream: Stream, low: int, at: int, participle: bool = False) -> Subject | None:
    """Return the noun phrase before ", who ..." when `at` stands inside that clause."""
    words = stream.words
    for j in range(at, max(low + 1, at - LONGEST_SUBJECT), -1):
        if words[j - 1] == "," and (
            words[j] in ("who", "which", "whose") or (participle and opens_parenthesis(words[j]))
        ):
            return left_subject(stream, low, j - 2)
        if words[j] in (QUOTE, ";", ":"):
            break
    return None


def _named_before(stream: Stream, low: int, comma: int) -> bool:
    """Whether a person's name, the first words of its clause, ends right before a comma."""
    words = stream.words
    if comma - 2 > low and words[comma - 1].isdigit() and words[comma - 2] == ",":
        comma -= 2  # an age
    named = phrase_start(stream, low, comma - 1) if comma - 1 >= low else None
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
        word
        in (
            "who",
            "which",
            "whose",
            "like",
            "including",
            "of",
            "and",
            "also",
            "too",
            "however",
            "jr.",
            "sr.",
            "meanwhile",
        )
        or (word[0].isdigit() and stop - first <= 4)
        or stream.words[stop - 1] in ("later", "ago", "earlier")
        or (stop - first == 1 and ("-" in word or word.endswith(".")))
    )
