"""Attributions without a finite cue verb and its subject: "according to", participles, passives, nouns, colons."""

from __future__ import annotations

from summarizer.reading.attribution_clauses import (
    clause_subject,
    first_subject,
    inherited,
    looks_finite,
    main_subject,
)
from summarizer.reading.attribution_complements import Complement, find_complement
from summarizer.reading.attribution_extents import clause_end
from summarizer.reading.attribution_found import Found
from summarizer.reading.attribution_subjects import Subject, left_subject, right_subject
from summarizer.reading.attribution_tags import NOT_RESUMED, SUBORDINATORS, content_before, run_of_quotes
from summarizer.reading.attribution_tokens import QUOTE, Stream
from summarizer.reading.attribution_verbs import VerbGroup
from summarizer.reading.attribution_words import DETERMINERS, PERSONS, POSSESSIVES, PREPOSITIONS, RELATIVES
from summarizer.reading.cues import CUE_NOUNS, DENIAL_NOUNS, NOUN_PREPOSITIONS, Cue, CueClass

# -- participles, passives ---------------------------------------------------------------------

_BEFORE_PARTICIPLE = frozenset(
    {
        ",",
        QUOTE,
        "—",
        "–",
        "--",
        "while",
        "by",
        "upon",
        "in",
        "after",
        "before",
        "without",
        "and",
        "or",
        "but",
        "as",
        "statement",
        "tweet",
        "letter",
    }
)


def participle(
    stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup, found: list[Found]
) -> Found | None:
    """Read ", adding that ...": said by the subject of the clause before, or of the one after a fronted participle."""
    words = stream.words
    before = words[group.left] if group.left >= first else ""
    complement = find_complement(stream, at, stop, cue)
    if complement is None or (before == "as" and cue.kind is not CueClass.SPEECH):
        return None
    if before and before not in _BEFORE_PARTICIPLE:
        return _reduced(stream, first, stop, at, cue, group, complement)
    if group.left == first and before in PREPOSITIONS | SUBORDINATORS:
        before = ""
    if before:
        subject = (
            clause_subject(stream, first, found)
            or main_subject(stream, first, group.left)
            or inherited(found)
        )
    else:
        subject = None
    made = Found(
        "participle", (group.first, at + 1), [], subject, negated=group.negated or cue.denies, finite=False
    )
    made.addressee = complement.addressee
    end = clause_end(stream, complement.first, stop, cue)
    if not before:
        comma = next((j for j in range(complement.first, stop) if words[j] == ","), stop)
        end = min(end, comma)
        made.subject = first_subject(stream, comma + 1, stop)
    made.content = [(complement.first, end)]
    return made if made.subject is not None else None


def _reduced(
    stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup, complement: Complement
) -> Found | None:
    """Read "a sign saying ...", "with the minister insisting that ...": the noun phrase right before is the speaker."""
    words = stream.words
    told = (
        complement.rule == "cue then quote"
        or words[complement.first - 1] == "that"
        or words[complement.first] in PERSONS
    )
    told = told or (cue.lemma == "say" and complement.rule == "clause after cue")
    subject = (
        left_subject(stream, first, group.left)
        if told or "z" in cue.frames or complement.rule == "object"
        else None
    )
    if subject is not None and words[at] in CUE_NOUNS and words[subject.first] in DETERMINERS:
        return None
    held = cue.kind is CueClass.STANCE and complement.rule == "object"
    if subject is None or not (
        told or held or (subject.first > first and words[subject.first - 1] == "with")
    ):
        return None
    if words[subject.first] in PREPOSITIONS or words[group.left] in DETERMINERS:
        return None
    start = next(
        (j + 1 for j in range(subject.stop - 1, subject.first, -1) if words[j] == "with"), subject.first
    )
    subject = Subject(start, subject.stop, (start, subject.stop))
    content = [(complement.first, clause_end(stream, complement.first, stop, cue))]
    return Found(
        "participle", (group.first, at + 1), content, subject, negated=group.negated or cue.denies,
        addressee=complement.addressee, finite=False,
    )  # fmt: skip


_HELD = frozenset(
    "seen viewed regarded perceived expected believed thought said reported alleged rumored rumoured understood known considered supposed reputed".split()
)


def passive(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read "is expected to ..." and "it was reported that ...": nobody is named, so no speaker is given."""
    words = stream.words
    if at + 2 >= stop or group.left < first:
        return None
    subject = left_subject(stream, first, group.left)
    made = Found("source not named", (group.first, at + 1), [], None, strong=False, negated=group.negated)
    following = words[at + 1]
    if following == "by" and subject is not None and {"n", "o"} & set(cue.frames):
        return _by_agent(stream, at, stop, made, subject)
    if cue.lemma == "ask" and following in ASKED:
        made.content, made.strong = [(at + 1, _to_comma(stream, at + 2, stop))], True
    elif words[at] not in _HELD or group.modal:
        return None
    elif following == "that" and words[group.left] == "it":
        made.content = [(at + 2, clause_end(stream, at + 2, stop, None))]
    elif following in ("to", "as") and words[group.left] not in ("which", "i"):
        made.content = [(subject.first if subject else group.left, clause_end(stream, at + 1, stop, None))]
    return made if made.content else None


ASKED = frozenset("about if whether why how what who when where which".split())


def _to_comma(stream: Stream, at: int, stop: int) -> int:
    end = next((j for j in range(at, stop) if stream.words[j] in (",", ";")), stop)
    return end - 1 if end == stop and stream.words[stop - 1] in (".", "?", "!") else end


def _by_agent(stream: Stream, at: int, stop: int, made: Found, subject: Subject) -> Found | None:
    """Read "the plan was criticised by the minister": the content is what was criticised."""
    agent = right_subject(stream, at + 2, stop)
    if agent is None:
        return None
    made.rule, made.subject = "passive", agent
    made.content = [(subject.first, subject.stop)]
    if agent.stop + 1 < stop and stream.words[agent.stop] in ("for", "of", "as", "to", "over"):
        made.content.append((agent.stop, clause_end(stream, agent.stop, stop, None)))
    return made


def seems(stream: Stream, first: int, stop: int, at: int, group: VerbGroup) -> Found | None:
    """Read "the talks seem to have failed": somebody judges so, nobody is named."""
    subject = left_subject(stream, first, group.left) if group.left >= first else None
    if subject is None or at + 2 >= stop or stream.words[at + 1] in ("on", "in", "at", "before", "with", ","):
        return None
    content = [(subject.first, subject.stop), (at + 1, clause_end(stream, at + 1, stop, None))]
    return Found(
        "source not named", (group.first, at + 1), content, None, strong=False, negated=group.negated
    )


def asked(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "Asked by a reporter whether ..., the minister said": a question; who asked is often not told."""
    words = stream.words
    agent = right_subject(stream, at + 2, stop) if at + 2 < stop and words[at + 1] == "by" else None
    begin = agent.stop if agent else at + 1
    if begin + 1 >= stop or words[begin] not in ASKED:
        return None
    return Found(
        "question put", (at, at + 1), [(begin, _to_comma(stream, begin + 1, stop))], agent, finite=False
    )


# -- according to, nouns -----------------------------------------------------------------------


def according_to(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "according to": before a clause, after one, or inside one."""
    words = stream.words
    subject = right_subject(stream, at + 2, stop, bare=True)
    if subject is None:
        return None
    made = Found("according to", (at, at + 2), [], subject, tag=at > first)
    if at == first or words[at - 1] in ("and", "but", "that", "because", "while"):
        comma = next((j for j in range(subject.stop, stop) if words[j] == ","), None)
        if comma is None or comma + 1 >= stop:
            return None
        made.content = [(comma + 1, clause_end(stream, comma + 1, stop, None))]
        return made
    made.content = content_before(stream, first, at)
    if subject.stop + 1 < stop and words[subject.stop] == "," and words[at - 1] == ",":
        end = clause_end(stream, subject.stop + 1, stop, None)
        if end > subject.stop + 2 and words[subject.stop + 1] not in NOT_RESUMED:
            made.content.append((subject.stop + 1, end))
    return made if made.content else None


def noun_cue(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "his claim that ...", "the ministry's statement that ...": weak, for such clauses are often somebody else's words."""
    words = stream.words
    if at + 2 >= stop:
        return None
    owner = _owner(stream, first, at)
    intends = words[at + 1] in NOUN_PREPOSITIONS.get(words[at], ())
    if (words[at + 1] != "that" and not intends) or (words[at + 1] == "that" and looks_finite(words[at + 2])):
        return None
    made = Found(
        "noun cue", (at, at + 1), [], owner, strong=False, negated=words[at] in DENIAL_NOUNS, finite=False
    )
    made.content = [(at + 2, clause_end(stream, at + 2, stop, None))]
    return made if owner else None


def _owner(stream: Stream, first: int, at: int) -> Subject | None:
    words = stream.words
    for j in range(at - 1, max(first, at - 4) - 1, -1):
        if words[j] in POSSESSIVES:
            return Subject(j, j + 1, (j, j + 1))
        if words[j].endswith(("'s", "’s", "s'", "s’")):
            return left_subject(stream, first, j)
        if words[j] in DETERMINERS or words[j] in PREPOSITIONS:
            return None
    return None


def after_colon(stream: Stream, first: int, stop: int, found: list[Found]) -> Found | None:
    """Read a long quotation after a colon that no cue took: "The minister was blunt: ..."; a guess."""
    words = stream.words
    for j in range(first + 1, stop - 1):
        if words[j] != ":" or words[j + 1] != QUOTE or not stream.quotes[j + 1].speech:
            continue
        if any(start <= j + 1 < end for one in found for start, end in one.content):
            return None
        subject = _label(stream, first, j) or main_subject(stream, first, j)
        if subject is None or words[subject.first] in RELATIVES:
            return None
        return Found(
            "colon",
            (j, j + 1),
            [(j + 1, run_of_quotes(stream, j + 1, stop))],
            subject,
            strong=False,
            finite=False,
        )
    return None


def _label(stream: Stream, first: int, colon: int) -> Subject | None:
    """Return the name before a colon, as in "Polls differ - Ann Lee: ..."."""
    start = colon
    while (
        start > first
        and stream.words[start - 1] not in ("-", "—", "–", "--", ".", ",", QUOTE)
        and colon - start < 6
    ):
        start -= 1
    if start == colon or not all(
        stream.capital(i) or stream.words[i] in ("and", "of", "the") for i in range(start, colon)
    ):
        return None
    return Subject(start, colon, (start, colon))


def introduction(stream: Stream, first: int, stop: int) -> Found | None:
    """Read a sentence that ends in a colon before a quotation of the next paragraph: "The ministry issued a statement:"."""
    if stop - first < 3 or stream.words[stop - 1] != ":":
        return None
    subject = main_subject(stream, first, stop - 1)
    return Found("colon", (stop - 1, stop), [], subject, strong=False) if subject is not None else None
