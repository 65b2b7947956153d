"""Whose clause a cue stands in: subjects shared by several verbs, and those of participles."""

from __future__ import annotations

from summarizer.reading.attribution.cues import Form, past_tense, third_person, verb_cues
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.noun_phrases import Subject, clause_start
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.verbs import ENDS_OCCASION, VerbGroup, over_time, verb_group
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
)


def looks_finite(word: str) -> bool:
    """Whether a word has the form of a finite verb."""
    cue = verb_cues().get(word)
    return word in VERBS or word in AUXILIARIES or word.endswith("ed") or (cue is not None and cue.finite)


def subject_of(stream: Stream, first: int, at: int, group: VerbGroup, found: list[Found]) -> Subject | None:
    """Return the subject of the verb at `at`: its own, or that of the verb it is joined to."""
    words = stream.words
    left = group.left
    if group.infinitive:
        return _chain_subject(stream, first, left)
    if left > first and words[left] in ENDS_OCCASION:
        passed = over_time(stream, first, left)
        left = passed if passed >= first and words[passed] in _JOINS else left
    then = left > first and words[left] == "," and "then" in words[left + 1 : at]  # "paused, then said"
    if (
        (left >= first and words[left] in _JOINS)
        or then
        or (
            left > first
            and words[left] == ","
            and words[left - 1] not in (",",)
            and found
            and found[-1].finite
            and _coordinates(stream, found[-1], left)
        )
    ):
        return _coordinate_subject(stream, first, left, at, found)
    if left - 1 > first and words[left] in _OBJECTS and words[left - 1] == "have":
        having = verb_group(stream, first, left - 1)  # "Lee would have us [believe]"
        return left_subject(stream, first, having.left) if having.left >= first and having.modal else None
    subject = left_subject(stream, first, left) if left >= first else None
    if (
        subject is None
        and words[left + 1] in ("both", "all", "each")
        and (left < first or words[left] in CLAUSE_OPENERS)
    ):
        return Subject(left + 1, left + 2, (left + 1, left + 2))
    if (
        subject is not None
        and words[left] == ","
        and subject.first > first
        and not clause_start(stream, first, subject.first)
    ):
        return last_clause(stream, first, left) or subject
    return subject


_JOINS = ("and", "but", "or")


def _coordinate_subject(stream: Stream, first: int, left: int, at: int, found: list[Found]) -> Subject | None:
    """Return the subject of the verb at `at` after "and": that of the outermost report it goes on, else of the nearest clause like it."""
    past = _past(stream.words, at)
    for one in found:
        goes_on = one.finite and one.rule != "as he said" and any(stop >= left - 1 for _, stop in one.content)
        if past and stream.words[one.cue[0]] in MODALS:
            continue
        if goes_on and one.subject is not None:
            return one.subject
    return (
        _relative_before(stream, first, left)
        or _parallel_clause(stream, first, left, past)
        or main_subject(stream, first, left)
        or inherited(found)
    )


def _parallel_clause(stream: Stream, first: int, left: int, past: bool) -> Subject | None:
    """Return the subject of the nearest clause that a verb can be joined to: not "put off whether he could go, but [said]"."""
    nearest = last_clause(stream, first, left)
    if nearest is None or not past:
        return nearest
    verb = nearest.stop
    while verb < left and is_adverb(stream.words[verb]):
        verb += 1
    outer = last_clause(stream, first, nearest.first) if stream.words[verb] in MODALS else None
    return outer or nearest


def _past(words: list[str], at: int) -> bool:
    """Whether the cue at `at` is a past form without an auxiliary, which nothing joins to a modal verb."""
    cue = verb_cues().get(words[at])
    return cue is not None and cue.form is Form.PAST and words[at - 1] not in AUXILIARIES


def _relative_before(stream: Stream, first: int, left: int) -> Subject | None:
    """Return "who" in "the envoy who met rebels and said so [has left]": the clause it is in has no verb before it."""
    words = stream.words
    if words[left] == "," or words[left - 1] == ",":
        return None
    who = next((j for j in range(left - 1, first, -1) if words[j] in (",", "who", QUOTE, ";", ":")), None)
    parted = [j + 1 for j in range(first, who or first) if words[j] in (":", ";")]
    begin = parted[-1] if parted else first
    if who is None or words[who] != "who" or any(looks_finite(w) for w in words[begin:who]):
        return None
    return Subject(who, who + 1, (who, who + 1))


def last_clause(stream: Stream, first: int, stop: int, main: bool = False) -> Subject | None:
    """Return the subject of the nearest finite verb before `stop`; with `main`, of no relative or subordinate clause."""
    stop = min(stop, len(stream.words))
    key = (first, stop, main)
    if key not in stream.clauses:
        stream.clauses[key] = _last_clause(stream, first, stop, main)
    return stream.clauses[key]


def _last_clause(stream: Stream, first: int, stop: int, main: bool) -> Subject | None:
    words = stream.words
    embedded: Subject | None = None
    j = stop - 1
    while j > first:
        if embedded is None and j + 1 < stop and (first, j + 1, main) in stream.clauses:
            return stream.clauses[first, j + 1, main]
        if not _finite_here(stream, j):
            j -= 1
            continue
        group = verb_group(stream, first, j)
        spoken = group.left >= first and not group.infinitive
        subject = left_subject(stream, first, group.left) if spoken else None
        if subject is None or (main and words[subject.first] in RELATIVES):
            j = min(j, group.first) - 1
            continue
        opener = words[subject.first - 1] if subject.first > first else ","
        if opener == "that" and not main:
            embedded = embedded or subject
        relative = opener in RELATIVES and not _governed_relative(words, first, subject.first - 1)
        opens = _opens_clause(opener) or words[subject.first] in NOMINATIVES or opener in RELATIVES
        if relative or (main and opener in SUBORDINATE) or not opens:
            j = min(j, subject.first) - 1
            continue
        return subject
    return embedded


def _governed_relative(words: list[str], first: int, at: int) -> bool:
    """Whether "which" has a preposition, so that its clause is whole: "a meeting in which the envoy spoke and said ..."."""
    return at > first and words[at] in ("which", "whom") and words[at - 1] in PREPOSITIONS


# Only subjects have these forms, so that a clause begins with each.
NOMINATIVES = frozenset("he she they we i".split())


def _finite_here(stream: Stream, j: int) -> bool:
    word, before = stream.words[j], stream.words[j - 1]
    if before in DETERMINERS or before in PREPOSITIONS or stream.capital(j):
        return False
    if word in AUXILIARIES or word in VERBS:
        return True
    cue = verb_cues().get(word)
    if cue is not None:
        return cue.finite and (not cue.nominal or before in SUBJECT_PRONOUNS)
    return word.endswith("ed") and len(word) > 4 and "-" not in word  # not "state-owned"


def _opens_clause(word: str) -> bool:
    return word in CLAUSE_OPENERS or word in _CLAUSE_EDGES or word in (":", "-", "(") or is_adverb(word)


def _coordinates(stream: Stream, last: Found, comma: int) -> bool:
    """Whether a verb after a comma goes on a list of verbs: "criticised the plan, called it a mistake and ..."."""
    words = stream.words
    opening = next((j for j in range(comma - 1, last.cue[0], -1) if words[j] in (",", QUOTE, ";")), None)
    if opening is not None and words[opening] == "," and not looks_finite(words[opening + 1]):
        return False  # "..., and the minister, as before, opposed it"
    segment = next((j for j in range(last.cue[0] - 1, max(0, last.cue[0] - 20), -1) if words[j] == ","), None)
    if segment is not None and words[segment + 1] in ("who", "which", "whose"):
        return False
    opened = any(
        words[j] == ","
        for j in range(last.cue[0] - 1, max(0, last.cue[0] - 20), -1)
        if last.subject and j >= last.subject.stop
    )
    before = last.subject.first - 1 if last.subject else 0
    opened = opened or (before >= 0 and words[before] in (",", "that", "who", "which"))
    opened = opened or (last.subject is not None and words[last.subject.first] in RELATIVES)
    return (
        any(start < comma <= stop + 1 for start, stop in last.content) and last.cue[1] < comma and not opened
    )


def inherited(found: list[Found]) -> Subject | None:
    """Return the subject of the last finite cue."""
    for one in reversed(found):
        if one.subject is not None and one.finite:
            return one.subject
    return None


def clause_subject(stream: Stream, first: int, found: list[Found]) -> Subject | None:
    """Return the subject of the last clause before that is no part of another's content and no relative or that-clause."""
    for i in range(len(found) - 1, -1, -1):
        one = found[i]
        if one.subject is None:
            continue
        at = one.subject.first
        if any(
            start <= one.cue[0] < stop
            for other in found[:i] + found[i + 1 :]
            for start, stop in other.content
        ):
            continue
        if (
            one.finite
            and (at == first or stream.words[at - 1] in _CLAUSE_EDGES or is_adverb(stream.words[at - 1]))
            and stream.words[at] not in RELATIVES
        ) or (not one.finite and one.rule == "participle"):
            return one.subject
    return None


SUBORDINATE = CLAUSE_OPENERS - {"and", "or", "but", "so", "yet", "nor"}
# What opens a clause that tells when, why or despite what.
ADVERBIAL = frozenset(
    "because if when whenever while although though as after before since where whereas until unless once".split()
)
_CLAUSE_EDGES = frozenset(
    {",", ";", QUOTE, "—", "–", "--", "and", "but", "as", "when", "while", "after", "said", "told"}
)


def _chain_subject(stream: Stream, first: int, left: int) -> Subject | None:
    """Return who acts in an infinitive: "urged Ann Lee to say", "for Ann Lee to say", else the subject of the clause before."""
    words = stream.words
    if left <= first:
        return None
    told = (
        left_subject(stream, first, left)
        if words[left] not in VERBS and not words[left].endswith("ly")
        else None
    )
    if words[left] in _OBJECTS and (words[left - 1] == "for" or words[left - 1] in _CONTROL):
        return Subject(left, left + 1, (left, left + 1))  # "led her to say"
    if told is not None and words[told.first] in _CONTROL and told.first + 1 < told.stop:
        return Subject(told.first + 1, told.stop, (told.first + 1, told.stop))
    if told is not None and told.first > first:
        before = words[told.first - 1]
        if before in ("for", "by") or before in _CONTROL:
            return told
    subject = _governing(stream, first, left) or last_clause(stream, first, left + 1)
    return None if subject is None or words[subject.first] in _EMPTY else subject


def _governing(stream: Stream, first: int, left: int) -> Subject | None:
    """Return the subject of a verb right before "to": "so quiet that Ann Lee was prompted to [say]"."""
    if not looks_finite(stream.words[left]) or stream.words[left] in AUXILIARIES:
        return None
    group = verb_group(stream, first, left)
    if group.left < first or group.infinitive or not group.auxiliary:
        return None
    return left_subject(stream, first, group.left)


_OBJECTS = frozenset("him her them me us".split())
_EMPTY = frozenset("it it's it’s there this that".split())
# Verbs whose object is who acts in the infinitive after it, and the nouns and words that deny the act.
_CONTROL = frozenset(
    form
    for lemma in """
    ask urge allow tell order force enable lead prompt push press invite encourage persuade require permit compel advise authorize authorise
    direct instruct beg warn challenge help cause convince bring send""".split()
    for form in (lemma, third_person(lemma), past_tense(lemma))
) | frozenset(
    "told led brought sent forcing urging asking allowing telling pressing pushing leading causing".split()
)
WITHHELD = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing hesitated unable unwilling reluctant loath neglected".split()
)


def main_subject(stream: Stream, first: int, stop: int) -> Subject | None:
    """Return the subject of the first clause of `first:stop`: what stands before its first verb."""
    words = stream.words
    start = first
    if words[first] in PREPOSITIONS or words[first].endswith(("ing", "ed")) or words[first] in CLAUSE_OPENERS:
        start = next((j + 1 for j in range(first, stop) if words[j] == ","), first)
    return first_subject(stream, start, stop)


def first_subject(stream: Stream, first: int, stop: int) -> Subject | None:
    """Return what stands before the first verb of `first:stop`."""
    words = stream.words
    for j in range(first + 1, min(stop, first + 40)):
        word = words[j]
        verb = word in AUXILIARIES or word in VERBS or (word in verb_cues() and not verb_cues()[word].nominal)
        if not (verb or (word.isalpha() and word.endswith("ed") and not stream.capital(j))):
            continue
        if words[j - 1] in DETERMINERS or words[j - 1] in PREPOSITIONS:
            continue
        group = verb_group(stream, first, j)
        return left_subject(stream, first, group.left) if group.left >= first else None
    return None
