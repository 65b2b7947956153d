"""Attributions without a finite cue verb and its subject: "according to", participles, passives, nouns, colons."""

from __future__ import annotations

from summarizer.reading.attribution.clauses import (
    clause_subject,
    first_subject,
    inherited,
    last_clause,
    looks_finite,
    main_subject,
)
from summarizer.reading.attribution.complements import find_complement
from summarizer.reading.attribution.cues import CUE_NOUNS, Cue, CueClass, verb_cues
from summarizer.reading.attribution.extents import clause_end, ends_in_comma
from summarizer.reading.attribution.found import Complement, Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject, clause_start
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tags import NOT_RESUMED, SUBORDINATORS, after_speech, content_before
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.verbs import VerbGroup, verb_group
from summarizer.reading.attribution.words import (
    CLAUSE_OPENERS,
    DETERMINERS,
    PERSONS,
    POSSESSIVES,
    PREPOSITIONS,
    is_adverb,
    is_person_noun,
)

# Verbs that report only with a particle, and those particles that belong to the verb.
PARTICLES = {"put": ("it",), "go": ("on",), "point": ("out", "to")}
SKIPPED = frozenset({"it", "on", "out"})


def verb_end(words: list[str], at: int, stop: int, cue: Cue) -> int | None:
    """Return the last token of the verb at `at` with its particle, None where a particle it needs is missing."""
    particles = PARTICLES.get(cue.lemma)
    if cue.after or not particles:
        return at + cue.after
    if at + 1 >= stop or words[at + 1] not in particles:
        return None
    return at + (words[at + 1] in SKIPPED)


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
    last = verb_end(words, at, stop, cue)
    complement = find_complement(stream, last, stop, cue) if last is not None else None
    if last is None or complement is None or (before == "as" and cue.kind is not CueClass.SPEECH):
        return None
    perceived = _perceived(stream, first, group.left) if before in _PERCEIVED | _ASPECTS else None
    if perceived is not None:
        content = [(complement.first, clause_end(stream, complement.first, stop, cue))]
        if "q" in cue.frames and after_speech(stream, first, perceived.first):
            content = content_before(stream, first, perceived.first)  # "“...?” a guest could be heard asking"
        return Found("participle", (group.first, at + 1), content, perceived, addressee=complement.addressee)
    governed = before in PREPOSITIONS and cue.kind is CueClass.SPEECH
    if before and before not in _BEFORE_PARTICIPLE and not governed:
        return _reduced(stream, first, stop, at, cue, group, complement)
    if before in PREPOSITIONS | SUBORDINATORS and _fronted(stream, first, group.left):
        before = ""
    speech = cue.kind is CueClass.SPEECH and cue.lemma not in ("speak", "talk")
    parted = _parted(stream, first, group.left) if before == "," and speech else None
    if parted is not None:
        subject: Subject | None = parted
    elif before:
        nearest = last_clause(stream, first, group.left) if before == "by" else None
        subject = (
            nearest
            or clause_subject(stream, first, found)
            or last_clause(stream, first, group.left, main=True)
            or main_subject(stream, first, group.left)
            or last_clause(stream, first, group.left)
            or inherited(found)
        )
    else:
        subject = None
    made = Found(
        "participle",
        (group.first, at + 1 + cue.after),
        [],
        subject,
        negated=group.negated or cue.denies,
        finite=False,
    )
    made.addressee = complement.addressee
    end = clause_end(stream, complement.first, stop, cue)
    if parted is not None:
        end = min(end, _parenthesis_end(stream, complement.first, stop))
    if not before:
        comma = next((j for j in range(complement.first, stop) if _closes_fronted(stream, j)), stop)
        end = min(end, comma + (comma in stream.quotes))
        made.subject = first_subject(stream, comma + 1, stop)
    made.content = [(complement.first, end)]
    made.strong = before not in PREPOSITIONS or before in _BEFORE_PARTICIPLE
    return made if made.subject is not None else None


# "keeps saying": how the act goes on.
_ASPECTS = frozenset(
    "keep keeps kept start starts started begin begins began continue continues continued resume resumes resumed".split()
)
_PERCEIVED = frozenset("heard overheard seen caught filmed recorded shown".split())


def _perceived(stream: Stream, first: int, at: int) -> Subject | None:
    """Return who "could be heard shouting", "was overheard telling", "keeps saying": the subject of the verb at `at`."""
    group = verb_group(stream, first, at)
    if group.left < first or group.infinitive or not (group.passive or stream.words[at] in _ASPECTS):
        return None
    return left_subject(stream, first, group.left)


def _parted(stream: Stream, first: int, comma: int) -> Subject | None:
    """Return the subject that a participle between commas parts from its verb: "Ann Lee, calling it a mistake, left"."""
    words = stream.words
    start = next(
        (j + 1 for j in range(comma - 1, first, -1) if words[j] == "," or words[j] in CLAUSE_OPENERS), first
    )
    if any(looks_finite(w) or w == QUOTE for w in words[start:comma]):
        return None
    subject = left_subject(stream, first, comma - 1) if comma > first else None
    if subject is None or not clause_start(stream, first, subject.first):
        return None
    return subject if not any(looks_finite(w) for w in words[first : subject.first]) else None


def _parenthesis_end(stream: Stream, at: int, stop: int) -> int:
    """Return where a participle between commas ends: at the comma before the verb of the clause it parts."""
    words = stream.words
    for j in range(at, stop - 1):
        if _closes_fronted(stream, j):
            k = j + 1
            while k < stop - 1 and is_adverb(words[k]):
                k += 1
            if looks_finite(words[k]) and not stream.capital(k):
                return j + (j in stream.quotes)
    return stop


def _fronted(stream: Stream, first: int, at: int) -> bool:
    """Whether the preposition of a participle opens the sentence: "But while denying it, he ...", "Later, in saying so, she ..."."""
    words = stream.words
    while at > first and (
        words[at - 1] in ("but", "and", "yet", "so", "later", "now", "then") or is_adverb(words[at - 1])
    ):
        at -= 1
    if at == first:
        return True
    return words[at - 1] == "," and not any(looks_finite(w) or w == QUOTE for w in words[first:at])


def _closes_fronted(stream: Stream, at: int) -> bool:
    """Whether a comma, or the comma inside a quotation's marks, stands at `at`."""
    return stream.words[at] == "," or (at in stream.quotes and ends_in_comma(stream, at))


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
    text = words[group.left].rstrip("s") in _LETTERS or words[group.left].rstrip("s") in _TEXTS
    told = told or (cue.kind is CueClass.SPEECH and (cue.lemma in _OF_TEXTS or text))
    subject = (
        left_subject(stream, first, group.left)
        if told or "z" in cue.frames or complement.rule == "object"
        else None
    )
    of_text = (
        text or any(words[j].rstrip("s") in _LETTERS for j in range(subject.first, at)) if subject else text
    )
    if subject is not None and words[at] in CUE_NOUNS and words[subject.first] in DETERMINERS and not of_text:
        return None
    held = cue.kind is CueClass.STANCE and complement.rule == "object"
    if subject is None or not (
        told or held or (subject.first > first and words[subject.first - 1] == "with")
    ):
        return None
    if (
        words[subject.first] in PREPOSITIONS
        or words[group.left] in DETERMINERS
        or words[group.left] == "worth"
    ):
        return None
    sent = _sender(stream, first, at, subject) if cue.kind is CueClass.SPEECH else None
    if sent is not None:
        content = [(complement.first, clause_end(stream, complement.first, stop, cue))]
        return Found(
            "participle", (group.first, at + 1), content, sent, addressee=complement.addressee, finite=False
        )
    start = _last_noun(stream, subject)
    subject = Subject(start, subject.stop, (start, subject.stop))
    end = clause_end(stream, complement.first, stop, cue)
    if start == first + 1 and words[first] in PREPOSITIONS:  # "In a letter warning that ..., she resigned"
        end = min(end, next((j for j in range(complement.first, end) if _closes_fronted(stream, j)), end))
    content = [(complement.first, end)]
    return Found(
        "participle", (group.first, at + 1), content, subject, negated=group.negated or cue.denies,
        addressee=complement.addressee, finite=False,
    )  # fmt: skip


def _last_noun(stream: Stream, subject: Subject) -> int:
    """Return where the noun right before a participle begins: "[gave $3 million to] a group backing the plan"."""
    words = stream.words
    acts = words[subject.first] == "$" or any(
        words[j].endswith("ed")
        and not stream.capital(j)
        and words[j - 1] not in DETERMINERS
        and not is_adverb(words[j - 1])
        for j in range(subject.first, subject.stop - 1)
    )
    for j in range(subject.stop - 1, subject.first, -1):
        before = words[j - 1]
        if before == "with" or (
            acts and before in PREPOSITIONS and before != "of" and words[j - 2] not in DETERMINERS
        ):
            return j
        if acts and before.endswith("ed") and not stream.capital(j - 1):
            return j
    return subject.first


# What texts do to things: "a letter urging restraint", "pages detailing the plan".
_OF_TEXTS = frozenset(
    """
    urge encourage detail call demand warn describe criticize criticise condemn denounce praise accuse announce outline allege claim argue
    highlight attack question mock blame explain ask inform invite declare thank support oppose address discuss""".split()
)


def _sender(stream: Stream, first: int, at: int, subject: Subject) -> Subject | None:
    """Return who sent "a letter saying ...": the subject of the clause whose object the letter is."""
    words = stream.words
    if subject.first <= first or words[subject.first - 1] in (",", "with"):
        return None
    before = verb_cues().get(words[subject.first - 1])
    if is_person_noun(words[at - 1]):
        return None  # "recalls her father saying"
    letter = any(words[j].rstrip("s") in _LETTERS for j in range(subject.first, at))
    if not letter and (before is None or not before.finite or "q" not in before.frames):
        return None
    sender = last_clause(stream, first, subject.first, main=True)
    return sender if sender is not None and sender.stop <= subject.first else None


# What carries words from its sender: "issued a statement saying ...".
_LETTERS = frozenset(
    "statement email e-mail letter memo message note tweet release report post editorial op-ed brief filing notice telegram cable".split()
)


_TEXTS = frozenset(
    "ad advert article banner bill book column essay law manifesto motion order petition placard poster resolution sign speech video".split()
)


def in_words_of(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "in Ann Lee's words, ..." and "..., in his view"."""
    words = stream.words
    if words[at - 2 : at] == ["in", "the"] and at + 3 < stop and words[at + 1] == "of":
        return _in_the_words_of(stream, stop, at)
    opening = next((j for j in range(at - 1, max(first, at - 8) - 1, -1) if words[j] == "in"), None)
    if opening is None or at - opening < 2:
        return None
    if words[opening + 1] in POSSESSIVES and at - opening <= 3:
        owner: Subject | None = Subject(opening + 1, opening + 2, (opening + 1, opening + 2))
    elif words[at - 1].endswith(("'s", "’s", "s'", "s’")):
        owner = Subject(opening + 1, at, (opening + 1, at))
    else:
        return None
    if (
        at + 2 < stop
        and words[at + 1] == ","
        and (opening == first or words[opening - 1] == "," or words[opening - 1] in CLAUSE_OPENERS)
    ):
        return Found(
            "in words of", (opening, at + 1), [(at + 2, clause_end(stream, at + 2, stop, None))], owner
        )
    if (
        (at + 1 == stop or words[at + 1] in (".", ","))
        and opening - 1 > first
        and words[opening - 1] in (",", QUOTE)
    ):
        content = content_before(stream, first, opening)
        return Found("in words of", (opening, at + 1), content, owner, tag=True) if content else None
    return None


def _in_the_words_of(stream: Stream, stop: int, at: int) -> Found | None:
    """Read "In the words of the ministry, ..."."""
    speaker = right_subject(stream, at + 2, stop)
    if speaker is None or speaker.stop + 1 >= stop or stream.words[speaker.stop] != ",":
        return None
    content = [(speaker.stop + 1, clause_end(stream, speaker.stop + 1, stop, None))]
    return Found("in words of", (at - 2, at + 2), content, speaker)


# -- according to -----------------------------------------------------------------------


def according_to(stream: Stream, first: int, stop: int, at: int) -> Found | None:
    """Read "according to": before a clause, after one, or inside one."""
    words = stream.words
    subject = right_subject(stream, at + 2, stop, bare=True)
    if subject is None:
        return None
    made = Found("according to", (at, at + 2), [], subject, tag=at > first)
    if at == first or words[at - 1] in ("and", "but", "that", "because", "while", ":", ";", "("):
        comma = next((j for j in range(subject.stop, stop) if words[j] == ","), None)
        if comma is None or comma + 1 >= stop:
            return None
        made.content = [(comma + 1, clause_end(stream, comma + 1, stop, None))]
        return made
    made.content = content_before(stream, first, at)
    closing = next((j for j in range(subject.stop, min(stop - 1, subject.stop + 7)) if words[j] == ","), None)
    if closing is not None and words[at - 1] == ",":
        end = clause_end(stream, closing + 1, stop, None)
        if end > closing + 2 and words[closing + 1] not in NOT_RESUMED:
            made.content.append((closing + 1, end))
    return made if made.content else None


def introduction(stream: Stream, first: int, stop: int) -> Found | None:
    """Read a sentence that ends in a colon before a quotation of the next paragraph: "The ministry issued a statement:"."""
    if stop - first < 3 or stream.words[stop - 1] != ":":
        return None
    subject = main_subject(stream, first, stop - 1)
    return Found("colon", (stop - 1, stop), [], subject, strong=False) if subject is not None else None
