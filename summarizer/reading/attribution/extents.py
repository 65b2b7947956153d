"""Where the content of a cue ends: where another statement or speaker takes over."""

from __future__ import annotations

from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.cues import Cue, CueClass, Form, verb_cues
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.verbs import verb_group
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUMMARIES,
    TIMES,
    VERBS,
    is_adverb,
)

_PUNCTUATION = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "--", "-", "]", "["})
_TURNS = frozenset("but while although though whereas".split())


def clause_end(stream: Stream, first: int, stop: int, cue: Cue | None) -> int:
    """Return the token at which the clause that begins at `first` ends: where another statement or speaker takes over."""
    words = stream.words
    if stop > first + 1 and words[stop - 1] == ")" and "(" not in words[first:stop]:
        stop -= 1  # the sentence stands in brackets
    if stop > first and words[stop - 1] in (".", "!", "?"):
        stop -= 1
    if words[first] == QUOTE:
        return _after_quotes(stream, first, stop)
    for j in range(first + 1, stop):
        word = words[j]
        if word not in _BOUNDARIES:
            continue
        if word == ")" and "(" not in words[first:j]:
            return j
        if _parts(stream, first, j, stop):
            return j
        if word == "according" and j + 1 < stop and words[j + 1] == "to":
            return _trim(words, first, j)
        if word in ("and", "but") and cue is not None and _joins_cue(stream, first, j, stop, cue):
            return _trim(words, first, j)
        if word != "," or j + 1 >= stop:
            continue
        if _comma_ends(stream, first, j, stop):
            return j
    return stop


def _parts(stream: Stream, first: int, at: int, stop: int) -> bool:
    """Whether a semicolon or dash parts a clause from what somebody else says."""
    words, word = stream.words, stream.words[at]
    if word == ";":
        act = words[first] == "to" or words[first].endswith(
            "ing"
        )  # "proposes selling it; she backs the plan"
        turns = (
            act
            and words[at + 1 : at + 2]
            and (words[at + 1] in SUBJECT_PRONOUNS or words[at + 1] in CONTRACTED)
        )
        return bool(turns) or reports(words, at + 1, stop) or _speaks_next(words, at + 1, stop)
    if word not in ("—", "–", "--", "-"):
        return False
    which = word != "-" and words[at + 1 : at + 2] == ["which"]  # "... — which the envoy said he understood"
    return _label_follows(stream, at + 1, stop) or (which and reports(words, at + 2, stop))


_OPENS_NOUN = DETERMINERS - {"that"}


def _sums_up(stream: Stream, at: int, stop: int) -> bool:
    """Whether a noun that takes up what was told, and another speaker, follow a comma: "..., a claim his rivals dispute"."""
    words = stream.words
    noun = at if words[at] == "something" else at + 1
    if noun + 2 >= stop or words[noun] not in SUMMARIES:
        return False
    following = words[noun + 1]
    speaker = (
        following in SUBJECT_PRONOUNS
        or following in _OPENS_NOUN
        or stream.capital(noun + 1)
        or following.endswith("s")
    )
    return speaker and any(_is_told(w) for w in words[noun + 2 : min(stop, noun + 8)])


def _is_told(word: str) -> bool:
    cue = verb_cues().get(word)
    return cue is not None and cue.finite and cue.kind is CueClass.SPEECH and "n" in cue.frames


def _speaks_next(words: list[str], at: int, stop: int) -> bool:
    """Whether "he declined", "they refused" follow: what those who spoke do next."""
    if at + 1 >= stop or words[at] not in ("he", "she", "they"):
        return False
    cue = verb_cues().get(words[at + 1])
    return cue is not None and cue.kind is CueClass.SPEECH and cue.form is Form.PAST


def _label_follows(stream: Stream, at: int, stop: int) -> bool:
    """Whether a name with a colon and a quotation follows a dash: "Polls did foresee it - Ann Lee: “...”"."""
    words = stream.words
    colon = next((j for j in range(at + 1, min(stop - 1, at + 8)) if words[j] == ":"), None)
    if colon is None or words[colon + 1] != QUOTE:
        return False
    return stream.capital(at) and stream.capital(colon - 1)


def _comma_ends(stream: Stream, first: int, comma: int, stop: int) -> bool:
    """Whether ", but he said", ", adding that" or the tag of another attribution follows a comma."""
    words = stream.words
    following = words[comma + 1]
    if following in _TURNS and reports(words, comma + 2, stop):
        return True
    if following in ("a", "an", "something") and _sums_up(stream, comma + 1, stop):
        return True
    after = verb_cues().get(following)
    adds = after is not None and after.form is Form.ING and after.kind is CueClass.SPEECH
    return (adds and after is not None and "t" in after.frames) or _other_tag(stream, first, comma, stop)


_BOUNDARIES = frozenset({";", ")", "—", "–", "--", "-", "according", "and", "but", ","})


def phrase_end(stream: Stream, first: int, stop: int, cue: Cue | None) -> int:
    """Return where a content that is a noun phrase ends: before a verb or subject that is none of it."""
    words = stream.words
    stop = clause_end(stream, first, stop, cue)
    embedded = False  # a clause inside the phrase, whose verbs are its own
    for j in range(first + 1, stop - 1):
        word = words[j]
        embedded = embedded or word in _EMBEDS or stream.words[j - 1] == QUOTE
        if not embedded and word in ("and", "but") and _new_clause(stream, j + 1, stop):
            return _trim(words, first, j)
        if word == ")" and "(" not in words[first:j]:
            return j
        if word in ("and", "but", ",") and _turns_from(stream, j + 1, stop):
            return _trim(words, first, j)
    return stop


# What opens a clause inside a noun phrase.
_EMBEDS = CLAUSE_OPENERS - {"and", "or"}


def _new_clause(stream: Stream, at: int, stop: int) -> bool:
    """Whether a subject and its verb follow "and": "criticised the plan, and the union strongly opposed it"."""
    words = stream.words
    if words[at] not in DETERMINERS and not stream.capital(at):
        return False
    for j in range(at + 1, min(stop - 1, at + 14)):
        word = words[j]
        if word in _BOUNDARIES or word == QUOTE or word in _EMBEDS:
            return False
        if stream.capital(j) or words[j - 1] in DETERMINERS or words[j - 1] in PREPOSITIONS:
            continue
        past = verb_cues().get(word)
        if (
            word in AUXILIARIES
            or word in VERBS
            or (
                past is not None
                and past.form is Form.PAST
                and (words[j + 1] in _OF_OBJECTS or stream.capital(j + 1))
            )
        ):
            return not (word.endswith("ed") and words[j + 1] == "by")
    return False


_OF_OBJECTS = DETERMINERS | frozenset("that it him her them us me".split())


def _turns_from(stream: Stream, at: int, stop: int) -> bool:
    """Whether "he left", "has left" or "and then left" follows "and" or a comma."""
    words = stream.words
    while at < stop - 1 and (is_adverb(words[at]) or words[at] in ("and", "but")):
        at += 1
    word = words[at]
    if word in SUBJECT_PRONOUNS or word in CONTRACTED:
        return True
    if stream.capital(at):
        return False
    cue = verb_cues().get(word)
    reports = cue is not None and cue.kind is CueClass.SPEECH and cue.form is Form.PAST and "q" in cue.frames
    return reports or word in AUXILIARIES or word in VERBS


def _after_quotes(stream: Stream, first: int, stop: int) -> int:
    """End a quotation that is content with its mark, or with the clause when words go on: he called it "a mess" that ..."""
    words = stream.words
    j = first
    while j < stop and words[j] == QUOTE:
        j += 1
    while j + 1 < stop and words[j] in ("and", "or") and words[j + 1] == QUOTE:
        j += 2  # one content of several quotations
    quotation = stream.quotes[j - 1]
    if j < stop and words[j] in ("-", "—", "–", "--", ",") and not stream.ends_sentence(j - 1):
        closed = next((i for i in range(j + 1, min(stop - 1, j + 14)) if words[i] == words[j]), None)
        if closed is not None and looks_finite(words[closed + 1]):
            return clause_end(stream, closed + 1, stop, None)  # "every port” - even Bergen - was closed
    sentence = quotation.speech is True and stream.text[quotation.inside.start].isupper()
    closed = stream.ends_sentence(j - 1) or stream.ends_in_comma(j - 1)
    whole = stream.ends_sentence(j - 1) or (sentence and (closed or j >= stop or words[j] not in _AFTER_PART))
    if j + 1 < stop and not closed and words[j] in ("on", "in") and _part_of_phrase(stream, j - 1):
        return clause_end(stream, j, stop, None)  # "a “full ban” on arms"
    if j < stop and not whole and words[j] not in _PUNCTUATION and words[j] not in _AFTER_QUOTATION:
        return clause_end(stream, j, stop, None) if j + 1 < stop else stop
    return j


def _part_of_phrase(stream: Stream, quote: int) -> bool:
    """Whether a quotation is a noun phrase that goes on behind its marks, by its article, and no day follows."""
    inside = stream.quotes[quote].inside
    text = stream.text[inside.start : inside.end]
    article = text.startswith(("a ", "an ", "the ")) or stream.words[quote - 1] in (
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
    )
    following = stream.words[quote + 2 : quote + 3]
    return article and not (
        following and (following[0] in TIMES or following[0] in MONTHS or following[0] in _OCCASIONS_OF)
    )


_OCCASIONS_OF = frozenset("a an his her their an interview twitter facebook".split())
_AFTER_PART = frozenset("from of for about".split())
_AFTER_QUOTATION = frozenset("as in at on during after when while before".split())


def reports(words: list[str], first: int, stop: int) -> bool:
    """Whether a clause has a reporting verb of its own."""
    for word in words[first : min(stop, first + 40)]:
        if word == ";":
            return False
        cue = verb_cues().get(word)
        if (
            cue is not None
            and "q" in cue.frames
            and "t" in cue.frames
            and cue.form in (Form.PAST, Form.THIRD)
            and not cue.nominal
        ):
            return True
    return False


def _trim(words: list[str], first: int, stop: int) -> int:
    while stop > first + 1 and words[stop - 1] in (",", "and", "but", "—"):
        stop -= 1
    return stop


def _joins_cue(stream: Stream, first: int, conjunction: int, stop: int, cue: Cue) -> bool:
    """Whether what follows "and" goes on the clause of the cue, not the content that begins at `first`."""
    words = stream.words
    at = conjunction + 1
    while at < stop and is_adverb(words[at]):
        at += 1
    if at >= stop:
        return False
    after = verb_cues().get(words[at])
    if after is not None:
        return _new_report(after, cue) or _not_parallel(words, first, conjunction, at, after, cue)
    turns = words[first] == "to" and (words[at] in SUBJECT_PRONOUNS or words[at] in CONTRACTED)
    return turns and not any(looks_finite(w) or w in CLAUSE_OPENERS for w in words[first:conjunction])


def _new_report(after: Cue, cue: Cue) -> bool:
    """Whether "and" is followed by another cue of the same speaker: "... and added that"."""
    if cue.kind is CueClass.SPEECH and after.kind in (CueClass.THOUGHT, CueClass.STANCE):
        return False  # "said he was glad and hoped that": hopes that are told
    return after.form == cue.form and after.form in (Form.PAST, Form.THIRD, Form.ING) and "t" in after.frames


def _not_parallel(words: list[str], first: int, conjunction: int, at: int, after: Cue, cue: Cue) -> bool:
    """Whether a past form follows "agreed to open it and ...", "said it would open and ...": joined to the cue, not to its content."""
    if cue.form is not Form.PAST or after.form is not Form.PAST or after.kind is not CueClass.SPEECH:
        return False
    if words[at + 1 : at + 2] in ([], ["by"]):
        return False
    held = [w for w in words[first:conjunction] if looks_finite(w) or w in CLAUSE_OPENERS]
    infinitive = words[first] == "to" or words[first - 1] == "to"
    return (infinitive and not held) or (bool(held) and held[-1] in MODALS and not infinitive)


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
        return (
            subject is not None
            and subject.first == comma + 1
            and (j + 1 >= stop or words[j + 1] in (".", ",") or words[j + 1] in DAYS)
        )
    return False
