"""Tags: cues whose content stands before them, or on both sides: "..., the minister said, ..."."""

from __future__ import annotations

from summarizer.reading.attribution.around import (
    OPENS_CONTENT,
    SUBORDINATORS,
    content_before,
    interposed,
)
from summarizer.reading.attribution.before import in_fronted_phrase, in_relative, own_subject
from summarizer.reading.attribution.cues import CUE_NOUNS, Cue, CueClass, Form, inflect, verb_cues
from summarizer.reading.attribution.extents import clause_end
from summarizer.reading.attribution.finite import has_verb
from summarizer.reading.attribution.found import Complement, Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.verbs import VerbGroup
from summarizer.reading.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
)


def inverted_tag(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Found | None:
    """Read ", said the minister" after a quotation or clause, and "Said the minister:" before one."""
    words = stream.words
    if (
        "q" not in cue.frames
        or cue.lemma in _NEVER_INVERTED
        or group.auxiliary
        or group.infinitive
        or cue.form not in (Form.PAST, Form.THIRD, Form.BASE)
    ):
        return None
    left = group.left
    opens = left < first
    if not opens and words[left] not in (QUOTE, ",", "—", "–", "--", "-"):
        return None
    after_quote = not opens and (words[left] == QUOTE or (left - 1 >= first and words[left - 1] == QUOTE))
    subject = right_subject(stream, at + 1 + cue.after, stop)
    if subject is None or (words[at + 1] in SUBJECT_PRONOUNS and not after_quote):
        return None
    if opens:
        return _fronted(stream, stop, at, subject)
    if words[subject.first] in ("a", "an") and words[subject.stop - 1] in _OBJECTS:
        return None  # "Lee, a member of the board, tweeted a warning"
    if own_subject(stream, first, left) if not after_quote else in_relative(stream, first, left):
        return None
    if not after_quote and not (
        cue.lemma in _INVERTED
        and _closes_clause(stream, subject.stop, stop)
        and (_clause_like(stream, first, left) or _parts_clause(stream, subject.stop, stop))
    ):
        return None
    made = Found(
        "quote then tag" if after_quote else "inverted tag",
        (group.first, at + 1 + cue.after),
        [],
        subject,
        tag=True,
    )
    made.content = content_before(stream, first, left + 1 if words[left] == QUOTE else left)
    interposed(stream, subject.stop, stop, made, inverted=True)
    return made if made.content else None


def _clause_like(stream: Stream, first: int, stop: int) -> bool:
    """Whether tokens hold a finite verb, as a clause does and a name with its apposition does not."""
    words = stream.words
    return any(
        w == QUOTE
        or w in AUXILIARIES
        or w in VERBS
        or (w in verb_cues() and verb_cues()[w].finite and not verb_cues()[w].nominal)
        for w in words[first:stop]
    )


def _parts_clause(stream: Stream, comma: int, stop: int) -> bool:
    """Whether a tag stands between a subject and its verb: "The contrast, said the envoy, would be clear"."""
    words = stream.words
    if comma + 1 >= stop or words[comma] not in (",", "—", "–", "--"):
        return False
    at = comma + 1
    if words[at] in ("a", "an", "the", "who", "whose"):  # "said Ann Lee, an expert on tides, would ..."
        at = next((j + 1 for j in range(at, min(stop - 1, at + 16)) if words[j] == ","), at)
    while at + 1 < stop and is_adverb(words[at]):
        at += 1
    return words[at] in AUXILIARIES or words[at] in VERBS or words[at] == QUOTE


# Verbs that stand before their subject after a clause that is not in quotation marks: "..., said the minister".
_INVERTED = frozenset(
    """
    say add write note report explain warn argue recall continue reply claim declare announce state tweet insist conclude observe
    predict caution stress acknowledge admit suggest joke quip respond""".split()
)


_OBJECTS = CUE_NOUNS - frozenset("statement report message letter announcement".split())
_NEVER_INVERTED = frozenset(
    {"tell", "assure", "remind", "inform", "notify", "convince", "persuade", "reassure"}
)


def _closes_clause(stream: Stream, at: int, stop: int) -> bool:
    return at >= stop or stream.words[at] in _CLOSERS


_CLOSERS = frozenset(". , ; ! ? — – -- - in on at during who as".split()) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday last this after when".split()
)


def _fronted(stream: Stream, stop: int, at: int, subject: Subject) -> Found | None:
    words = stream.words
    if subject.stop + 1 < stop and words[subject.stop] == "," and words[subject.stop + 1] == QUOTE:
        return Found("cue then quote", (at, at + 1), [(subject.stop + 1, stop)], subject)
    for j in range(subject.stop, min(stop, subject.stop + 24)):
        if words[j] == "," and j + 1 < stop and words[j + 1] == QUOTE and stream.quotes[j + 1].speech:
            return Found("cue then quote", (at, at + 1), [(j + 1, stop)], subject)
        if words[j] == ":" and j + 1 < stop:
            return Found("cue then quote", (at, at + 1), [(j + 1, stop)], subject)
        if words[j] in (".", QUOTE):
            break
    return None


def quotes_next(words: list[str], at: int, stop: int) -> bool:
    """Whether a quotation or colon stands right behind a tag."""
    return at < stop and words[at] in (QUOTE, ":", ",")


# -- content before the cue --------------------------------------------------------------------


def tag_before(stream: Stream, first: int, stop: int, made: Found, cue: Cue) -> Found | None:
    """Read "..., the minister said": content to the left of the subject."""
    subject = made.subject
    if subject is None or not {"q", "z"} & set(cue.frames):
        return None
    words = stream.words
    left = subject.first - 1
    if left >= first and words[left] == "as":
        return _as_he_said(stream, first, stop, made)
    if (
        left - 2 > first
        and words[left - 1 : left + 1] == ["or", "so"]
        and not quotes_next(words, made.cue[1], stop)
    ):
        made.rule, made.tag, made.content = "clause then tag", True, content_before(stream, first, left - 1)
        return made if made.content else None
    if left < first or words[left] not in (QUOTE, ",", "—", "–", "--", "-"):
        return None
    quoted = words[left] == QUOTE or (left > first and words[left - 1] == QUOTE)
    if quoted and in_fronted_phrase(stream, first, left - (words[left] != QUOTE)):
        return None
    if not quoted and not (
        {"t", "z"} & set(cue.frames) and ("a" in cue.frames or _closes_clause(stream, made.cue[1], stop))
    ):
        return None
    made.rule, made.tag = ("quote then tag" if quoted else "clause then tag"), True
    if not (words[left] == "," and left > first + 1 and words[left - 1] in OPENS_CONTENT):
        made.content = content_before(stream, first, left + 1 if words[left] == QUOTE else left)
    made.strong = quoted or cue.kind is not CueClass.FINDING
    interposed(stream, made.cue[1], stop, made)
    if (
        not quoted
        and len(made.content) == 1
        and (words[first] in PREPOSITIONS or words[first] in SUBORDINATORS)
        and "," not in words[first : left - 1]
    ):
        return None  # "Until last week, the minister had said": nothing was said yet
    return made if made.content else None


def tag_of_nobody(stream: Stream, first: int, stop: int, comma: int, made: Found) -> Found | None:
    """Read "The ship, it is feared, has sunk" and "..., it emerged later": a tag that names nobody, behind the comma."""
    whole = _clause_like(stream, first, comma)
    made.content, made.tag = content_before(stream, first, comma), True
    interposed(stream, made.cue[1], stop, made)
    return made if made.content and (whole or len(made.content) > 1) else None


_TELLS = frozenset("tell assure remind inform notify reassure".split())


def only_told_whom(stream: Stream, first: int, stop: int, subject: int, after: int, cue: Cue) -> bool:
    """Whether a tag names its hearer and nothing else: "The deal is dead, he told the council, and ..."."""
    words = stream.words
    before = words[subject - 1] if subject > first else ""
    if cue.lemma not in _TELLS or not (
        before == "as" or (before == "," and words[first] not in PREPOSITIONS)
    ):
        return False
    end = next((k for k in range(after, stop) if words[k] in (",", ".", ";", "—", "–", "--")), stop)
    whole = before == "as" or _clause_like(stream, first, subject - 1) or _parts_clause(stream, end, stop)
    return end > after and whole and not has_verb(stream, after, end)


def as_told_by(stream: Stream, stop: int, at: int) -> Found | None:
    """Read "As reported by the agency, ..."."""
    if at + 2 >= stop or stream.words[at + 1] != "by":
        return None
    subject = right_subject(stream, at + 2, stop, bare=True)
    if subject is None or subject.stop + 1 >= stop or stream.words[subject.stop] != ",":
        return None
    content = [(subject.stop + 1, clause_end(stream, subject.stop + 1, stop, None))]
    return Found("as he said", (at, at + 1), content, subject)


def _as_he_said(stream: Stream, first: int, stop: int, made: Found) -> Found | None:
    """Read "As the minister put it, ..." and "..., as the minister noted"."""
    words = stream.words
    subject = made.subject
    if subject is None or words[made.cue[1] - 1] in _GOES_ON:
        return None
    left = subject.first - 1
    made.rule = "as he said"
    if left == first or words[left - 1] in ("but", "and", "because", "("):
        comma = next((j for j in range(made.cue[1], min(stop, made.cue[1] + 15)) if words[j] == ","), stop)
        made.content = [(comma + 1, clause_end(stream, comma + 1, stop, None))] if comma + 1 < stop else []
    elif words[left - 1] == "," or (left - 1 in stream.quotes and stream.ends_in_comma(left - 1)):
        made.content, made.tag = content_before(stream, first, left), True
        interposed(stream, made.cue[1], stop, made)
    return made if made.content else None


# "As the day went on, ...", "as the crowd began to chant": a course of things, no report.
_GOES_ON = frozenset(
    f
    for lemma in ("go", "begin", "continue", "resume", "finish", "conclude")
    for f in inflect(lemma).values()
)


def reach_back(stream: Stream, first: int, made: Found, complement: Complement) -> None:
    """Take a quotation before the tag too when one stands after it: "No," he said: "never"."""
    subject = made.subject
    if subject is None or complement.rule != "cue then quote":
        return
    left = subject.first - 1
    if left >= first and (
        stream.words[left] == QUOTE
        or (left > first and stream.words[left] == "," and stream.words[left - 1] == QUOTE)
    ):
        made.content[:0] = content_before(stream, first, left + 1 if stream.words[left] == QUOTE else left)
        made.rule, made.tag = "interposed tag", True
    elif left > first and stream.words[left] == "," and _begun(stream, first, complement.first):
        made.content[:0] = content_before(stream, first, left)
        made.rule, made.tag = "interposed tag", True


def _begun(stream: Stream, first: int, at: int) -> bool:
    """Whether the sentence before the tag is what the quotation at `at` goes on: quoted itself, or a clause that it ends."""
    words = stream.words
    if words[first] == QUOTE:
        return stream.quotes[first].speech is not False
    adverbial = (
        words[first] in PREPOSITIONS
        or words[first] in SUBORDINATORS
        or words[first] in ADVERBS
        or words[first].endswith("ing")
    )
    ends = at in stream.quotes and stream.text[stream.quotes[at].inside.start].islower()
    return ends and not adverbial
