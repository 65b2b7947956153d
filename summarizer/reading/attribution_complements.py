"""What follows a cue verb: quotation, that-clause, bare clause, question, infinitive or object, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.reading.attribution_subjects import left_subject, verb_group
from summarizer.reading.attribution_tokens import QUOTE, Stream
from summarizer.reading.attribution_words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    MONTHS,
    PERSONS,
    PREPOSITIONS,
    QUESTION_WORDS,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
)
from summarizer.reading.cues import Cue, CueClass, Form, verb_cues

_PUNCTUATION = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "--", "-", "]", "["})
_CIRCUMSTANCE = frozenset("about in on at during via after before through from with by for of to as under over earlier last this late".split())
_TIME_NOUNS = DAYS | frozenset("week month year weekend morning afternoon evening night summer spring fall winter".split())
_SUBORDINATE = frozenset("about after before as by to since until over under of".split())
_OBJECT_PRONOUNS = frozenset("him her them me us you it".split())
LONGEST_CIRCUMSTANCE = 30  # tokens between a cue and its content


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the content begins, by which rule, and to whom it was said."""

    first: int
    rule: str
    addressee: tuple[int, int] | None = None


def find_complement(stream: Stream, at: int, stop: int, cue: Cue, sure: bool = False) -> Complement | None:
    """Return what follows the cue at token `at`, None when nothing does; `sure` that the cue is a verb, not a noun."""
    words = stream.words
    j = at + 1
    while j < stop and is_adverb(words[j]) and words[j] not in DAYS and words[j] not in ("that", "so", "there", "here"):
        j += 1
    if j >= stop or words[j] in (".", ";", "!", "?", ")"):
        return None
    plain = _plain(stream, j, stop, cue)
    if plain is not None:
        return plain
    if cue.nominal and not sure:
        return _bare(stream, j, stop, cue) if words[j] in DETERMINERS or words[j] in SUBJECT_PRONOUNS or words[j] in CONTRACTED or stream.capital(j) and (cue.form is Form.BASE or stream.capital(at - 1)) else None
    if "a" in cue.frames:
        addressed = _addressed(stream, j, stop, cue)
        if addressed is not None:
            return addressed
    over = _over_circumstance(stream, j, stop, cue)
    if over is not None:
        return over
    return _bare(stream, j, stop, cue)


def _plain(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Content that stands right after the cue and shows what it is by its first word."""
    words = stream.words
    word = words[j]
    frames = cue.frames
    if word == QUOTE:
        return Complement(j, "cue then quote") if frames else None
    if word == ":" or (word == "," and j + 1 < stop and words[j + 1] == QUOTE):
        if j + 1 < stop and "q" in frames:
            return Complement(j + 1, "cue then quote" if words[j + 1] == QUOTE else "colon")
        return None
    if word == "that" and "t" in frames and j + 1 < stop and words[j + 1] not in _PUNCTUATION:
        return Complement(j + 1, "clause after cue")
    if word in cue.prepositions and j + 1 < stop:
        following = j + 1
        if words[following] == "that":
            following += 1
        return Complement(following, "clause after cue") if following < stop and words[following] not in _PUNCTUATION else None
    if word == "to" and "i" in frames and j + 1 < stop and words[j + 1].isalpha() and words[j + 1] not in DETERMINERS and not stream.capital(j + 1):
        return Complement(j, "clause after cue")
    if word in QUESTION_WORDS and ("w" in frames or ("t" in frames and word in ("whether", "what", "why", "how"))):
        return Complement(j, "clause after cue")
    return None


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
        if k > first and (word == "to" and "o" in cue.frames and end is None):
            return Complement(k, "clause after cue", (first, k))
        if k > first and word in QUESTION_WORDS and word not in ("when", "where", "who", "which", "whom") and "w" in cue.frames:
            return Complement(k, "clause after cue", (first, end if end is not None else k))
        if k > first and (word in SUBJECT_PRONOUNS or word in CONTRACTED) and word not in ("you", "it") or k > first and word in AUXILIARIES:
            break
        if word in (",", ".", ";", "—", "–", "--", "("):
            return None
        if end is None and k > first and (word in _CIRCUMSTANCE or word in DAYS):
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
        change = stream.capital(i) != stream.capital(i - 1) and words[i - 1] not in PREPOSITIONS and stream.capital(i)
        if words[first] in _OBJECT_PRONOUNS or starts or change:
            return Complement(i, "clause after cue", (first, i))
    return None


def _over_circumstance(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Step over time, place and hearer: "said on Friday in a statement that ...", "said, in a letter, that ..."."""
    words = stream.words
    if words[j] == ",":
        return _over_parenthesis(stream, j, stop, cue)
    if words[j] not in _CIRCUMSTANCE and words[j] not in DAYS:
        return None
    k = j
    named: int | None = None
    while k < min(stop, j + LONGEST_CIRCUMSTANCE):
        word = words[k]
        if word == "that" and "t" in cue.frames:
            return Complement(k + 1, "clause after cue") if k + 1 < stop else None
        if word == ":" and k + 1 < stop and "q" in cue.frames:
            return Complement(k + 1, "cue then quote" if words[k + 1] == QUOTE else "colon")
        if word == QUOTE:
            return Complement(k, "cue then quote")
        if word == ",":
            if k + 1 < stop and words[k + 1] == QUOTE:
                return Complement(k + 1, "cue then quote")
            break
        if word in (";", ".", "—", "–", "(") or (k > j and word in verb_cues() and verb_cues()[word].form is Form.ING):
            break
        if k > j and "z" in cue.frames and words[j] not in _SUBORDINATE and _clause_begins(stream, k, j):
            if not stream.capital(k) or word in DETERMINERS or word in SUBJECT_PRONOUNS:
                break
            named = named or k
        k += 1
    if k < stop and words[k] not in _PUNCTUATION and k - j < LONGEST_CIRCUMSTANCE:
        return Complement(named or k, "clause after cue")
    return Complement(named, "clause after cue") if named is not None and has_verb(stream, named, stop) else None


def _clause_begins(stream: Stream, k: int, j: int) -> bool:
    """Whether a clause without "that" begins at `k`: a subject pronoun, or a noun phrase right after a complete circumstance."""
    words = stream.words
    word = words[k]
    if word in SUBJECT_PRONOUNS or word in CONTRACTED:
        return words[k - 1] not in PREPOSITIONS
    before = words[k - 1]
    if before in PREPOSITIONS or before in DETERMINERS or before in ("last", "this") or before in MONTHS:
        return False
    if before in AUXILIARIES or before in VERBS or before in ("and", "or", "be", "as") or before in verb_cues():
        return False
    if word in DETERMINERS:
        return True
    return stream.capital(k) and (before in DAYS or not stream.capital(k - 1) and k - j >= 2)


def _over_parenthesis(stream: Stream, comma: int, stop: int, cue: Cue) -> Complement | None:
    words = stream.words
    for k in range(comma + 1, min(stop, comma + 16)):
        if words[k] == ",":
            if k + 1 < stop and (words[k + 1] == "that" and "t" in cue.frames):
                return Complement(k + 2, "clause after cue") if k + 2 < stop else None
            if k + 1 < stop and words[k + 1] == QUOTE and (words[comma + 1] in PREPOSITIONS or is_adverb(words[comma + 1])):
                return Complement(k + 1, "cue then quote")
            if words[comma + 1] == "according" and "z" in cue.frames and k + 1 < stop:
                return Complement(k + 1, "clause after cue")
            return None
    return None


def _bare(stream: Stream, j: int, stop: int, cue: Cue) -> Complement | None:
    """Read a clause without "that", or the object of a verb that takes one."""
    words = stream.words
    word = words[j]
    if word in _PUNCTUATION or word in DAYS or word in ("last", "this", "earlier", "late", "early") and stream.text and words[min(j + 1, stop - 1)] in _TIME_NOUNS or word in ("so", "of", "and", "or", "but", "more", "nothing", "goodbye", "yes", "than"):
        return None
    amount = word in ("about", "over", "under") and j + 1 < stop and (words[j + 1][0].isdigit() or words[j + 1] in ("half", "a", "two", "three"))
    if word == "about" and amount and "z" in cue.frames:
        return Complement(j, "clause after cue") if has_verb(stream, j + 1, stop) else None
    if word in PREPOSITIONS and word not in ("like", "under", "despite", "during", "over"):
        return None
    if word in CLAUSE_OPENERS and word not in ("if", "when", "whoever", "once", "while", "whatever", "although", "unless", "because", "since"):
        return None
    if "z" in cue.frames and has_verb(stream, j, stop):
        return Complement(j, "clause after cue")
    if ("n" in cue.frames or ("o" in cue.frames and "a" not in cue.frames)) and word not in CLAUSE_OPENERS:
        return Complement(j, "object")
    return None


def has_verb(stream: Stream, first: int, stop: int) -> bool:
    """Whether a clause that begins at `first` has something that looks like a finite verb."""
    words = stream.words
    forms = verb_cues()
    if words[first] in PERSONS or words[first] in CONTRACTED:
        return True
    for j in range(first, min(stop, first + 40)):
        word = words[j]
        if j > first and word in (",", ";", ".", "—") and words[first] not in ("if", "when", "while"):
            if j - first > 6:
                return True
            continue
        if word in AUXILIARIES or word in CONTRACTED or (word == QUOTE and j > first and words[j - 1] not in PREPOSITIONS | DETERMINERS):
            return True
        if j == first or stream.capital(j) or words[j - 1] in DETERMINERS or words[j - 1] in PREPOSITIONS:
            continue
        if word in VERBS or word in _FINITE or word.endswith("ed"):
            return True
        cue = forms.get(word)
        if cue is not None and (not cue.nominal or words[j - 1] in SUBJECT_PRONOUNS):
            return True
        if word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and (stream.capital(j - 1) or words[j - 1] in SUBJECT_PRONOUNS):
            return True
    return False


_FINITE = frozenset("""
    went came took made gave got saw put kept let began became left brought held ran set met led stood lost paid sent built fell spent won
    cut grew drew rose threw broke make take give go come get see need want like love think mean help work plan
    """.split())

# -- where a content ends ----------------------------------------------------------------------

_TURNS = frozenset("but while although though whereas".split())


def clause_end(stream: Stream, first: int, stop: int, cue: Cue | None) -> int:
    """Return the token at which the clause that begins at `first` ends: where another statement or speaker takes over."""
    words = stream.words
    forms = verb_cues()
    if stop > first and words[stop - 1] in (".", "!", "?"):
        stop -= 1
    if words[first] == QUOTE:
        return _after_quotes(stream, first, stop)
    for j in range(first + 1, stop):
        word = words[j]
        if word == ";" and _reports(words, j + 1, stop):
            return j
        if word == "according" and j + 1 < stop and words[j + 1] == "to":
            return _trim(words, first, j)
        if word in ("and", "but") and _new_report(stream, j + 1, stop, cue):
            return _trim(words, first, j)
        if word != "," or j + 1 >= stop:
            continue
        following = words[j + 1]
        if following in _TURNS and _reports(words, j + 2, stop):
            return j
        after = forms.get(following)
        if after is not None and after.form is Form.ING and after.kind is CueClass.SPEECH and "t" in after.frames:
            return j
        if _other_tag(stream, first, j, stop):
            return j
    return stop


def _reports(words: list[str], first: int, stop: int) -> bool:
    """Whether a clause has a reporting verb of its own."""
    for word in words[first : min(stop, first + 40)]:
        if word == ";":
            return False
        cue = verb_cues().get(word)
        if cue is not None and "q" in cue.frames and cue.form in (Form.PAST, Form.THIRD) and not cue.nominal:
            return True
    return False


def _after_quotes(stream: Stream, first: int, stop: int) -> int:
    """A quotation as content ends with it, or with the clause when words go on: he called it "a mess" that ..."""
    words = stream.words
    j = first
    while j < stop and words[j] == QUOTE:
        j += 1
    if j < stop and not stream.ends_sentence(j - 1) and words[j] not in _PUNCTUATION and words[j] not in ("as", "in", "at", "on", "during", "after", "when", "before"):
        return clause_end(stream, j, stop, None) if j + 1 < stop else stop
    return j


def _trim(words: list[str], first: int, stop: int) -> int:
    while stop > first + 1 and words[stop - 1] in (",", "and", "but", "—"):
        stop -= 1
    return stop


def _new_report(stream: Stream, at: int, stop: int, cue: Cue | None) -> bool:
    """Whether "and" is followed by another cue of the same speaker: "... and added that"."""
    words = stream.words
    while at < stop and is_adverb(words[at]):
        at += 1
    after = verb_cues().get(words[at]) if at < stop else None
    if after is None or cue is None:
        return False
    return after.form == cue.form and after.form in (Form.PAST, Form.THIRD, Form.ING) and "t" in after.frames


def _other_tag(stream: Stream, first: int, comma: int, stop: int) -> bool:
    """Whether ", she said" of another attribution follows the comma and ends the sentence."""
    words = stream.words
    for j in range(comma + 2, min(stop, comma + 12)):
        word = words[j]
        if word in (",", QUOTE, ";"):
            return False
        cue = verb_cues().get(word)
        if cue is None or "q" not in cue.frames or cue.form not in (Form.PAST, Form.THIRD):
            continue
        group = verb_group(stream, comma + 1, j)
        subject = left_subject(stream, comma + 1, group.left) if group.left > comma else None
        return subject is not None and subject.first == comma + 1 and (j + 1 >= stop or words[j + 1] in (".", ",") or words[j + 1] in DAYS)
    return False
