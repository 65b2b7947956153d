"""Participles that report: ", adding that ...", "a letter urging ...", "keeps saying", "could be heard shouting"."""

from __future__ import annotations

from summarizer.reading.attribution.around import SUBORDINATORS, content_before
from summarizer.reading.attribution.before import after_speech
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
from summarizer.reading.attribution.extents import clause_end
from summarizer.reading.attribution.found import Complement, Found
from summarizer.reading.attribution.noun_phrases import Subject, clause_start, is_name
from summarizer.reading.attribution.parts import closes_part, fronted_end, parenthesis_end
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import MARKS, QUOTE, Stream
from summarizer.reading.attribution.verbs import VerbGroup, verb_group
from summarizer.reading.attribution.words import (
    CLAUSE_OPENERS,
    DETERMINERS,
    PERSONS,
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


_FRONTING = PREPOSITIONS | SUBORDINATORS


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
    perceived = _perceived(stream, first, group.left) if before in _LEADS_PARTICIPLE else None
    if perceived is not None:
        content = [(complement.first, clause_end(stream, complement.first, stop, cue))]
        if "q" in cue.frames and after_speech(stream, first, perceived.first):
            content = content_before(stream, first, perceived.first)  # "“...?” a guest could be heard asking"
        return Found("participle", (group.first, at + 1), content, perceived, addressee=complement.addressee)
    governed = before in PREPOSITIONS and cue.kind is CueClass.SPEECH
    if before and before not in _BEFORE_PARTICIPLE and not governed:
        return _reduced(stream, first, stop, at, cue, group, complement)
    if before in _FRONTING and _fronted(stream, first, group.left):
        before = ""
    speech = cue.kind is CueClass.SPEECH and cue.lemma not in ("speak", "talk")
    parted = _parted(stream, first, group.left) if before == "," and speech else None
    if (
        parted is not None
        and parted.first > first
        and parenthesis_end(stream, complement.first, stop) == stop
    ):
        parted = None
    if parted is not None:
        subject: Subject | None = parted
    elif before:
        subject = (
            (last_clause(stream, first, group.left) if before == "by" else None)
            or clause_subject(stream, first, found)
            or last_clause(stream, first, group.left, main=True)
            or main_subject(stream, first, group.left)
            or last_clause(stream, first, group.left)
            or inherited(found)
        )
        if speech and subject is not None and words[subject.first] in _OF_THINGS:
            nearest = last_clause(stream, first, group.left)
            subject = nearest if _only_nearest_speaks(stream, subject, nearest) else subject
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
        end = min(end, parenthesis_end(stream, complement.first, stop))
    if before:
        end = fronted_end(stream, first, group.first, complement.first, end)
    else:
        comma = next((j for j in range(complement.first, stop) if closes_part(stream, j)), stop)
        end = min(end, comma + (comma in stream.quotes))
        made.subject = first_subject(stream, comma + 1, stop)
    made.content = [(complement.first, end)]
    made.strong = before not in PREPOSITIONS or before in _BEFORE_PARTICIPLE
    return made if made.subject is not None else None


def _only_nearest_speaks(stream: Stream, subject: Subject, nearest: Subject | None) -> bool:
    """Whether the main subject is a thing and the nearest one a person: "The row began when Lee came in, calling it a farce"."""
    if nearest is None or nearest == subject:
        return False
    head = _head(stream, subject)
    thing = (
        not any(stream.capital(j) for j in range(subject.first + 1, subject.stop))
        and not (is_person_noun(head) or head.endswith("s") or head in _BODIES)
        and head.rstrip("s") not in _LETTERS
        and head not in _TEXTS
    )
    nearer = _head(stream, nearest)
    person = (
        nearer in ("they", "we", "i")  # "he" may stand for the main subject
        or nearer in _PEOPLE
        or is_person_noun(nearer)
        or is_person_noun(nearer.rstrip("s"))
        or (is_name(stream, *nearest.name) and nearer not in PERSONS)
    )
    return thing and person


_PEOPLE = frozenset("people men women children".split())


def _head(stream: Stream, subject: Subject) -> str:
    """Return the last word of a noun phrase before its first preposition."""
    words = stream.words
    stop = next((j for j in range(subject.first + 1, subject.stop) if words[j] in PREPOSITIONS), subject.stop)
    return words[stop - 1]


_OF_THINGS = frozenset("the a an its this that".split())
# What speaks though it is no person: "the party, calling it a farce, ..."
_BODIES = frozenset(
    """
    government ministry party campaign committee council commission company union agency group court army police family team bank firm
    board club school university church city state country nation press crowd administration department office service authority
    coalition opposition parliament senate house assembly congress cabinet embassy kremlin palace staff public people media couple pair
    trio majority minority organisation organization association federation league society foundation institute network newspaper
    paper magazine channel station website site study survey poll report inquiry panel jury tribunal delegation mission
    article story note""".split()
)


# "keeps saying": how the act goes on.
_ASPECTS = frozenset(
    "keep keeps kept start starts started begin begins began continue continues continued resume resumes resumed".split()
)
_PERCEIVED = frozenset("heard overheard seen caught filmed recorded shown".split())
_LEADS_PARTICIPLE = _PERCEIVED | _ASPECTS


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
    left = next(
        (j for j in range(subject.stop - 1, first, -1) if words[j] in _LEAVES or words[j] in MARKS), None
    )
    if left is not None and words[left] in _LEAVES and left + 1 < subject.stop:
        subject = Subject(left + 1, subject.stop, (left + 1, subject.stop))  # "has left many wondering"
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
        end = min(end, next((j for j in range(complement.first, end) if closes_part(stream, j)), end))
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


_LEAVES = frozenset("left leave leaves leaving".split())
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
