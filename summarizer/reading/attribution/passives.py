"""Passives and questions put: "is expected to", "opposed by the union", "asked whether", "seems", "reportedly"."""

from __future__ import annotations

from dataclasses import replace

from summarizer.reading.attribution.adjectives import adjectives
from summarizer.reading.attribution.around import run_of_quotes
from summarizer.reading.attribution.clauses import (
    looks_finite,
)
from summarizer.reading.attribution.complements import find_complement
from summarizer.reading.attribution.cues import Cue, CueClass, Form, verb_cues
from summarizer.reading.attribution.extents import clause_end
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tags import tag_of_nobody
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.verbs import VerbGroup
from summarizer.reading.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DAYS,
    MONTHS,
    PERSONS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
)

_HELD = frozenset(
    "seen viewed regarded perceived expected believed thought said reported alleged rumored rumoured understood known considered supposed reputed".split()
)


_NO_NOUN_BEFORE = PERSONS | PREPOSITIONS | CLAUSE_OPENERS


def reduced_passive(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> bool:
    """Whether a past form right after a noun is a participle with its agent: "a plan opposed by the union"."""
    if cue.form not in (Form.PAST, Form.PARTICIPLE) or group.auxiliary or group.infinitive or cue.after:
        return False
    words = stream.words
    if (
        at + 2 >= stop
        or words[at + 1] != "by"
        or {"n", "o", "a"}.isdisjoint(cue.frames)
        or group.left < first
    ):
        return False
    before = words[group.left]
    noun = before.isalnum() or before == ","
    judged = (
        cue.lemma == "describe" and "as" in words[at + 3 : min(stop, at + 9)]
    )  # "described by Lee as a trap"
    facts = cue.lemma in _OF_FACTS and not judged
    return noun and before not in _NO_NOUN_BEFORE and not facts


# What a participle of these tells of a noun is where it comes from: "the facts reported by the agency".
_OF_FACTS = frozenset(
    "report identify target name list cite publish release document note mention describe dictate command address".split()
)


def passive(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read "is expected to ..." and "it was reported that ...": nobody is named, so no speaker is given."""
    words = stream.words
    if at + 1 >= stop or group.left < first:
        return None
    impersonal = _it_is_said(stream, first, stop, at, cue, group)
    if impersonal is not None or at + 2 >= stop:
        return impersonal or _announced(stream, first, stop, at, cue, group)
    subject = left_subject(stream, first, group.left)
    made = Found("source not named", (group.first, at + 1), [], None, strong=False, negated=group.negated)
    following = words[at + 1]
    by = _agent_at(words, at, stop)
    if by is not None and {"n", "o", "a"} & set(cue.frames):
        given = _by_agent(stream, first, by, stop, made, subject, cue)
        if given is not None or by == at + 1:
            return given
    if cue.lemma == "ask" and (following == QUOTE or (following in (",", ":") and words[at + 2] == QUOTE)):
        start = at + 1 + (following != QUOTE)
        made.rule, made.content = "question put", [(start, run_of_quotes(stream, start, stop))]
    elif cue.lemma == "ask" and (begin := question_after(words, at + 1, stop)) is not None:
        made.content, made.strong = [(begin, _to_comma(stream, begin + 1, stop))], True
    elif (heard := _heard(stream, stop, at, cue)) is not None:
        made.content, made.addressee = [heard], (subject.first, subject.stop) if subject else None
        if cue.lemma in ("convince", "persuade"):  # "is convinced that": what the subject holds
            made.subject, made.addressee, made.rule = subject, None, "adjective"
    elif words[at] not in _HELD:
        told = not group.infinitive and not group.modal
        made.content = _told_of(stream, stop, at, cue, subject) if told else []
    elif group.modal:
        return None
    elif following in ("to", "as") and words[group.left] not in ("which", "i"):
        made.content = [(subject.first if subject else group.left, clause_end(stream, at + 1, stop, None))]
    return made if made.content else None


def _announced(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read "A deal was announced." at the end of its sentence."""
    subject = left_subject(stream, first, group.left)
    sure = cue.lemma in _ANNOUNCED - {"propose"} and not group.infinitive and not group.modal
    told = _told_of(stream, stop, at, cue, subject) if sure and _is_noun(stream, subject) else []
    if not told:
        return None
    return Found("source not named", (group.first, at + 1), told, None, strong=False, negated=group.negated)


_POINTS = PERSONS | {"it", "this", "that"}


def _is_noun(stream: Stream, subject: Subject | None) -> bool:
    """Whether a subject is more than a pronoun."""
    return subject is not None and stream.words[subject.first] not in _POINTS


def _it_is_said(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read "it was agreed that ..." and "The ship, it is feared, sank": what is said by somebody who is not named."""
    words = stream.words
    impersonal = words[group.left] == "it" and not group.modal and not {"t", "z"}.isdisjoint(cue.frames)
    if not impersonal or _agent_at(words, at, stop) is not None:
        return None
    made = Found(
        "source not named",
        (group.first, at + 1),
        [],
        None,
        strong=False,
        negated=group.negated or cue.denies,
    )
    that = next((j for j in range(at + 1, min(stop - 2, at + 7)) if words[j] in ("that", ",", ".")), None)
    if that is not None and words[that] == "that":
        made.content = [(that + 1, clause_end(stream, that + 1, stop, None))]
    elif words[at + 1] in (",", ".") and group.left > first and words[group.left - 1] == ",":
        return tag_of_nobody(stream, first, stop, group.left - 1, made)
    return made if made.content else None


def _heard(stream: Stream, stop: int, at: int, cue: Cue) -> tuple[int, int] | None:
    """Return what somebody "was told", "was assured": the that-clause, question or infinitive after a verb that takes a hearer."""
    words = stream.words
    if cue.lemma in _QUESTIONED and words[at + 1] in _TOPICS and at + 2 < stop:
        return at + 2, clause_end(stream, at + 2, stop, None)
    if "a" not in cue.frames and "o" not in cue.frames:
        return None
    found = find_complement(stream, at, stop, replace(cue, frames=cue.frames.replace("a", "")), sure=True)
    told = found is not None and (
        words[found.first - 1] == "that"
        or words[found.first] in _OPENS_HEARD
        or (words[at + 1] in ("about", "of", "against") and found.first == at + 2)
    )
    return (found.first, clause_end(stream, found.first, stop, None)) if found is not None and told else None


_OPENS_HEARD = PERSONS | {"to", "it", "there", "whether", "how", "why", "what"}
_QUESTIONED = frozenset("press challenge question query quiz grill".split())
_TOPICS = frozenset("about on over regarding".split())


def _told_of(stream: Stream, stop: int, at: int, cue: Cue, subject: Subject | None) -> list[tuple[int, int]]:
    """Return what was announced, disclosed or criticised by somebody who is not named: the subject, and what goes on after the verb."""
    words = stream.words
    if subject is None or cue.lemma not in _TOLD_OF or words[subject.first] in RELATIVES:
        return []
    content = [(subject.first, subject.stop)]
    goes_on = words[at + 1] in ("as", "for", "of", "to", "over", "with") or (
        cue.lemma in _NAMED and words[at + 1] not in PREPOSITIONS and words[at + 1] not in MARKS
    )
    return [*content, (at + 1, clause_end(stream, at + 1, stop, None))] if goes_on else content


_ANNOUNCED = frozenset(
    """
    announce disclose reveal report mention criticize criticise condemn praise describe portray accuse denounce mock blame dismiss discuss cite
    propose hail deny reject welcome charge""".split()
)
_NAMED = frozenset("declare call name identify deem label dub consider".split())
_TOLD_OF = _ANNOUNCED | _NAMED

ASKED = frozenset("about if whether why how what who whom when where which".split())


def _to_comma(stream: Stream, at: int, stop: int) -> int:
    end = next((j for j in range(at, stop) if stream.words[j] in (",", ";", ":")), stop)
    return end - 1 if end == stop and stream.words[stop - 1] in (".", "?", "!") else end


def _by_agent(
    stream: Stream, first: int, by: int, stop: int, made: Found, subject: Subject | None, cue: Cue
) -> Found | None:
    """Read "the plan was criticised by the minister": the content is what was criticised."""
    agent = right_subject(stream, by + 1, stop)
    if agent is None or words_of_time(stream, agent):
        return None
    made.rule, made.subject = "passive", agent
    if agent.stop + 1 < stop and stream.words[agent.stop] == "that":
        made.addressee = (subject.first, subject.stop) if subject is not None else None
        made.content = [(agent.stop + 1, clause_end(stream, agent.stop + 1, stop, None))]
        return made
    put = _put_to(stream, agent.stop, stop, cue)
    if put is not None:
        made.addressee = (subject.first, subject.stop) if subject is not None else None
        made.content = [put]
        return made
    clause = _that_clause(stream, first, made.cue[0])
    if clause is not None:
        made.content = [clause]
        return made
    if subject is None:
        return None
    made.content = [(subject.first, subject.stop)]
    if agent.stop + 1 < stop and stream.words[agent.stop] in ("for", "of", "as", "to", "over"):
        made.content.append((agent.stop, clause_end(stream, agent.stop, stop, None)))
    return made


def words_of_time(stream: Stream, agent: Subject) -> bool:
    """Whether what stands after "by" is a time: "announced by Monday", "by the end of the month"."""
    words = stream.words[agent.first : agent.stop]
    return (
        words[0] in DAYS
        or words[0] in MONTHS
        or (words[0].isdigit() and len(words) == 1)
        or "end" in words[:2]
    )


def _put_to(stream: Stream, at: int, stop: int, cue: Cue) -> tuple[int, int] | None:
    """Return what somebody "was asked by Ann Lee [whether ...]", "was urged by her [not to ...]"."""
    words = stream.words
    if at + 1 >= stop or {"a", "o"}.isdisjoint(cue.frames):
        return None
    begin = at + (words[at] == "not")
    if words[begin] in ("to", "whether", "why", "how", "if", "what") and "o" in cue.frames + "o" * (
        "w" in cue.frames
    ):
        return begin, clause_end(stream, begin, stop, None)
    if words[at] in cue.prepositions and cue.lemma in ("ask", "press", "challenge", "warn"):
        return at + 1, clause_end(stream, at + 1, stop, None)
    return None


def _agent_at(words: list[str], at: int, stop: int) -> int | None:
    """Return where "by" stands behind a passive, and behind the time between: "announced on Monday by the ministry"."""
    j = at + 1
    while j < min(stop - 1, at + 7):
        if words[j] == "by":
            return j
        if (
            words[j] not in _TIMES_BETWEEN
            and words[j] not in DAYS
            and words[j] not in MONTHS
            and not words[j].isdigit()
        ):
            return None
        j += 1
    return None


_TIMES_BETWEEN = frozenset(
    "on in last late early earlier this first also the morning evening afternoon night week month year".split()
)


def _that_clause(stream: Stream, first: int, stop: int) -> tuple[int, int] | None:
    """Return the clause in "That the talks had failed was confirmed by ..."."""
    if stream.words[first] != "that" or stop - first < 4:
        return None
    held = any(looks_finite(stream.words[j]) for j in range(first + 2, stop))
    return (first + 1, stop) if held else None


def seems(stream: Stream, first: int, stop: int, at: int, group: VerbGroup) -> Found | None:
    """Read "the talks seem to have failed": somebody judges so, nobody is named."""
    subject = left_subject(stream, first, group.left) if group.left >= first else None
    words = stream.words
    if subject is None or at + 2 >= stop or words[at + 1] in ("on", "in", "at", "before", "with", ","):
        return None
    if (words[at + 1] in adjectives() and words[at + 2] == "that") or _shows(words, at):
        return None  # "seems sure that", "seem to show": what the subject holds or tells
    content = [(subject.first, subject.stop), (at + 1, clause_end(stream, at + 1, stop, None))]
    return Found(
        "source not named", (group.first, at + 1), content, None, strong=False, negated=group.negated
    )


def _shows(words: list[str], at: int) -> bool:
    """Whether "to show" follows: what a document tells."""
    cue = verb_cues().get(words[at + 2])
    return words[at + 1] == "to" and cue is not None and cue.kind is CueClass.FINDING


def question_after(words: list[str], at: int, stop: int) -> int | None:
    """Return where the question begins, over a day, place or manner: "asked on Monday in Oslo whether ..."."""
    if at < stop and words[at] in ASKED:
        return at
    if at < stop and (words[at] in _BEFORE_QUESTION or words[at] in DAYS or is_adverb(words[at])):
        for j in range(at + 1, min(stop, at + 12)):
            if words[j] in MARKS:
                return None
            if words[j] in ASKED:
                return j
    return None


_BEFORE_QUESTION = frozenset("on in at during by last this earlier repeatedly".split())


def asked(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "Asked by a reporter whether ..., the minister said": a question; who asked is often not told."""
    words = stream.words
    agent = right_subject(stream, at + 2, stop) if at + 2 < stop and words[at + 1] == "by" else None
    begin = question_after(words, agent.stop if agent else at + 1, stop)
    if begin is None and words[(agent.stop if agent else at + 1) : stop][:1] == ["to"]:
        begin = agent.stop if agent else at + 1  # "Asked to confirm it, ..."
    if begin is None or begin + 1 >= stop:
        return None
    return Found(
        "question put", (at, at + 1), [(begin, _to_comma(stream, begin + 1, stop))], agent, finite=False
    )


def hearsay(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "reportedly", "allegedly": somebody says what the clause tells, nobody is named."""
    words = stream.words
    verb = next((j for j in range(at + 1, min(stop, at + 3)) if looks_finite(words[j])), None)
    left = at - 1
    while left > first and (words[left] in AUXILIARIES or is_adverb(words[left])):
        left -= 1
    subject = left_subject(stream, first, left) if left >= first else None
    if subject is None or verb is None or words[subject.first] in RELATIVES:
        return None
    told = verb_cues().get(words[verb])
    if (
        told is not None
        and told.kind is CueClass.SPEECH
        and {"q", "t"} <= set(told.frames)
        and not told.nominal
    ):
        return None  # "Lee reportedly said": the words are hers
    content = [(subject.first, clause_end(stream, verb, stop, None))]
    return Found("source not named", (at, at + 1), content, None, strong=False)
