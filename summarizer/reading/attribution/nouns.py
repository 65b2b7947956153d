"""Nouns that stand for what somebody said or holds: "his claim that ...", "issued a warning that ...", "criticism of ... from ..."."""

from __future__ import annotations

from summarizer.reading.attribution.clauses import last_clause, looks_finite
from summarizer.reading.attribution.cues import (
    CUE_NOUNS,
    DENIAL_NOUNS,
    NOUN_PREPOSITIONS,
    CueClass,
    verb_cues,
)
from summarizer.reading.attribution.extents import clause_end, phrase_end
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject, clause_start, phrase_start
from summarizer.reading.attribution.parts import before_main_verb, fronted_end
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.verbs import verb_group
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    POSSESSIVES,
    PREPOSITIONS,
    VERBS,
    is_adverb,
    is_person_noun,
)

_REACH = 9  # tokens between a noun and the "that" of its clause


def noun_cue(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read a noun with its content: weak, for such clauses are often somebody else's words."""
    begin = _content(stream, at, stop)
    if begin is None:
        return None
    made = Found(
        "noun cue",
        (at, at + 1),
        [],
        None,
        strong=False,
        negated=stream.words[at] in DENIAL_NOUNS,
        finite=False,
    )
    that = stream.words[begin - 1] == "that" or stream.words[begin] == "to"
    end = (clause_end if that else phrase_end)(stream, begin, stop, None)
    end = fronted_end(stream, first, at, begin, end)
    if that and stream.words[begin] != "to" and clause_start(stream, first, _phrase_first(stream, first, at)):
        end = before_main_verb(stream, begin, end)
    made.subject = (
        _sayer(stream, first, at)
        or _of_the_view(stream, first, at)
        or _owner(stream, first, at)
        or _doer(stream, first, at)
    )
    if made.subject is None:
        by = _agent(stream, at + 1, begin, end)
        if by is None and not (
            stream.words[at] in _ANYBODYS
            and (stream.words[begin - 1] == "that" or stream.words[at] in _WIDESPREAD)
        ):
            return None
        made.subject, made.rule = by, "noun cue" if by else "noun of nobody"
        end = by.first - 1 if by is not None and by.first > begin else end
    made.content = [(begin, end)]
    return made


def _phrase_first(stream: Stream, first: int, at: int) -> int:
    """Return where the noun phrase of a noun begins."""
    start = phrase_start(stream, first, at)
    return at if start is None else start


def _content(stream: Stream, at: int, stop: int) -> int | None:
    """Return where what the noun stands for begins: after "that" or the noun's own preposition."""
    words = stream.words
    if at + 2 >= stop:
        return None
    if words[at + 1] == "that":
        subject = at + 3 < stop and words[at + 3] in AUXILIARIES and words[at + 2] not in AUXILIARIES
        return (
            None if looks_finite(words[at + 2]) and not subject else at + 2
        )  # "the belief that talks would fail"
    if words[at + 1] in BE or is_adverb(words[at + 1]) or words[at + 1] in AUXILIARIES:
        return _told_what(words, at, stop)
    if words[at + 1] in NOUN_PREPOSITIONS.get(words[at], ()):
        following = words[at + 2]
        acts = words[at + 1] == "to" and following not in DETERMINERS and not stream.capital(at + 2)
        return at + (1 if acts and not following.endswith("ing") else 2)
    holds = (
        words[at + 1] == "of" and words[at] in _VIEWS and words[at - 1] == "the"
    )  # "the view of Norland that ..."
    if not holds and words[at + 1] not in ("in", "on", "at", "from", "by", "during", "last", "this"):
        return None
    for j in range(at + 2, min(stop - 2, at + _REACH)):
        if words[j] == "that" and not looks_finite(words[j + 1]):
            return j + 1
        if words[j] in MARKS or words[j] in AUXILIARIES or words[j] in VERBS:
            return None
    return None


def _sayer(stream: Stream, first: int, at: int) -> Subject | None:
    """Return who "repeated his claim", "has never disavowed their plan": the subject of the verb right before a pronoun."""
    words = stream.words
    owner = next((j for j in range(at - 1, max(first, at - 4) - 1, -1) if words[j] in POSSESSIVES), None)
    if owner is None or owner - 2 < first:
        return None
    cue = verb_cues().get(words[owner - 1])
    if cue is None or cue.kind is not CueClass.SPEECH or not cue.finite or "n" not in cue.frames:
        return None
    group = verb_group(stream, first, owner - 1)
    if group.left < first or group.infinitive or group.passive:
        return None
    if words[group.left] in ("and", ",", "but"):
        return last_clause(stream, first, group.first)
    return left_subject(stream, first, group.left)


def _of_the_view(stream: Stream, first: int, at: int) -> Subject | None:
    """Return who "is of the view that ..."."""
    words = stream.words
    if at - 4 < first or words[at - 2 : at] != ["of", "the"] or words[at - 3] not in BE:
        return None
    group = verb_group(stream, first, at - 3)
    return left_subject(stream, first, group.left) if group.left >= first else None


def _told_what(words: list[str], at: int, stop: int) -> int | None:
    """Return where the clause of "his point is that ...", "her message has been that ..." begins."""
    for j in range(at + 1, min(stop, at + 5)):
        if words[j] == QUOTE or (words[j] == "that" and j + 2 < stop):
            return j + (words[j] == "that") if words[j - 1] in BE or is_adverb(words[j - 1]) else None
        if words[j] not in AUXILIARIES and not is_adverb(words[j]):
            return None
    return None


def _owner(stream: Stream, first: int, at: int) -> Subject | None:
    words = stream.words
    for j in range(at - 1, max(first, at - 4) - 1, -1):
        if words[j] in POSSESSIVES:
            return Subject(j, j + 1, (j, j + 1))
        if words[j].endswith(("'s", "’s", "s'", "s’")):
            return possessor(stream, first, j)
        if (words[j] in DETERMINERS and words[j] not in _DEGREES) or words[j] in PREPOSITIONS:
            return None
    return None


# Words between an owner and the noun that are no determiners there: "the envoy's most telling claim", "her one promise".
_DEGREES = frozenset("most many few several one two three four five both".split())


def possessor(stream: Stream, first: int, at: int) -> Subject | None:
    """Return the noun phrase that ends in a possessive: not what stands before its preposition."""
    subject = left_subject(stream, first, at)
    if subject is None:
        return None
    start = next(
        (
            j + 1
            for j in range(at - 1, subject.first, -1)
            if stream.words[j] in PREPOSITIONS and stream.words[j] != "of"
        ),
        subject.first,
    )
    of = next((j for j in range(start + 1, at) if stream.words[j] == "of"), None)
    thing = of is not None and stream.capital(of + 1) and not is_person_noun(stream.words[of - 1])
    if of is not None and (_bare_word(stream, start) or (thing and not stream.capital(of - 1))):
        start = of + 1  # "[reminiscent of] the campaign's claim"
    return Subject(start, subject.stop, (start, subject.stop)) if start > subject.first else subject


def _bare_word(stream: Stream, at: int) -> bool:
    """Whether a phrase begins with a word that is no determiner, name or plural, and no part of its owner."""
    word = stream.words[at]
    return not (word in DETERMINERS or stream.capital(at) or word.endswith("s") or word[0].isdigit())


def owner_of_words(stream: Stream, first: int, stop: int) -> Subject | None:
    """Return whose words a phrase before a colon announces: "Ann Lee's answer: ...", "From her speech: ..."."""
    for at in range(stop - 1, first, -1):
        if stream.words[at] in CUE_NOUNS or stream.words[at] in _OF_WORDS:
            owner = _owner(stream, first, at)
            if owner is not None:
                return owner
    return None


_OF_WORDS = frozenset(
    "speech address letter email e-mail tweet post memoir book article column op-ed interview manifesto words reaction".split()
)


def _doer(stream: Stream, first: int, at: int) -> Subject | None:
    """Return who "issued a warning", "has expressed concern", "made the point": the subject of such a verb."""
    words = stream.words
    for j in range(at - 1, max(first, at - 6) - 1, -1):
        if words[j] in _PERFORMS or (words[j] in HAVE and words[at + 1] == "that"):
            group = verb_group(stream, first, j)
            if words[group.left] == "," and not group.infinitive and not words[j].endswith("ing"):
                apposed = left_subject(stream, first, group.left)
                if apposed is not None and clause_start(stream, first, apposed.first):
                    return apposed  # "the firm, two months later, announced plans to ..."
            if group.infinitive or words[j].endswith("ing") or words[group.left] in ("and", ",", "but"):
                return last_clause(stream, first, group.first)
            return left_subject(stream, first, group.left) if group.left >= first else None
        if (
            words[j] in MARKS
            or words[j] in PREPOSITIONS
            or words[j] in AUXILIARIES
            or words[j] in verb_cues()
        ):
            return None
    return None


def _agent(stream: Stream, first: int, begin: int, end: int) -> Subject | None:
    """Return the giver in "criticism from rivals that ...", "attacks on the plan by ..."."""
    words = stream.words
    for j in range(first, min(end - 1, first + 12)):
        of = words[j] == "of" and j == first and j < begin - 1 and words[j - 1] in _VIEWS
        if (of or words[j] in ("from", "by", "among")) and not (begin <= j and words[j] == "among"):
            agent = right_subject(stream, j + 1, begin - 1 if j < begin - 1 else end, bare=j < begin - 1)
            return agent if agent is not None and not words[agent.first].endswith("ing") else None
        if words[j] in MARKS:
            return None
    return None


_VIEWS = frozenset("view opinion position belief contention conviction hope understanding".split())
_PERFORMS = frozenset("""
    make makes made making issue issues issued issuing express expresses expressed expressing voice voices voiced voicing raise raises raised
    raising offer offers offered offering give gives gave given giving deliver delivers delivered delivering repeat repeats repeated repeating
    reiterated renewed launched launch levelled leveled sent send sends announce announced announces announcing submitted presented
    holds hold held share shares shared declared declares stated filed floated defended pressed unveiled released""".split()
)  # fmt: skip
_ANYBODYS = frozenset("""
    claim claims allegation allegations accusation accusations complaint complaints assertion assertions belief beliefs concern concerns
    fear fears hope hopes suggestion suggestions speculation rumor rumors rumour rumours report reports argument arguments criticism
    criticisms warning warnings consensus assumption assumptions suspicion suspicions charge charges worry worries notion sentiment
    expectation expectations perception confidence chants cries shouts""".split()
)  # fmt: skip

_WIDESPREAD = frozenset(
    "concerns fears criticism criticisms accusations allegations questions complaints doubts calls rumors speculation opposition demands skepticism claims chants cries shouts".split()
)
