"""Who speaks in a verb without a tense of its own: "heard Ann Lee say", "nor did she say", "quoted her as saying", "heard from her that"."""

from __future__ import annotations

from summarizer.reading.attribution.cues import Cue, CueClass, Form, inflect, verb_cues
from summarizer.reading.attribution.extents import clause_end
from summarizer.reading.attribution.found import Found
from summarizer.reading.attribution.inverted import right_subject
from summarizer.reading.attribution.noun_phrases import Subject
from summarizer.reading.attribution.subjects import left_subject
from summarizer.reading.attribution.tokens import MARKS, Stream
from summarizer.reading.attribution.verbs import VerbGroup
from summarizer.reading.attribution.words import CLAUSE_OPENERS, DO, MODALS, PERSONS

_IRREGULAR = frozenset("heard saw seen let made".split())
_PERCEIVES = _IRREGULAR | frozenset(
    form
    for lemma in ("hear", "see", "watch", "let", "make", "help", "overhear")
    for form in inflect(lemma).values()
)
_LISTENS = frozenset(inflect("listen").values())
_INVERTS = frozenset("nor neither never not only rarely seldom hardly so".split())
HEARS = frozenset("hear hears heard hearing".split())
_HEARERS = frozenset(
    "court jury inquest tribunal hearing committee commission inquiry panel trial council meeting".split()
)
_REACH = 10  # tokens between a verb of perception and what was perceived


def acting(stream: Stream, first: int, stop: int, at: int, cue: Cue, group: VerbGroup) -> Subject | None:
    """Return the subject of a base form: "watched Ann Lee tell ...", "listened to her explain ...", "not only did she say ..."."""
    words = stream.words
    left = group.left
    if cue.form is not Form.BASE or left < first or group.infinitive or group.auxiliary:
        return None
    person = (
        stream.capital(left) or words[left] in PERSONS or words[left] in ("him", "her", "them", "me", "us")
    )
    if (cue.nominal and not person) or words[left].endswith(("'s", "’s", "s'", "s’")):
        return None
    if cue.kind is not CueClass.SPEECH or {"t", "q"}.isdisjoint(cue.frames):
        return None
    for k in range(left - 1, max(first - 1, left - _REACH), -1):
        word = words[k]
        listens = word == "to" and k > first and words[k - 1] in _LISTENS
        if word in _PERCEIVES or listens:
            return Subject(k + 1, left + 1, (k + 1, left + 1))
        if word in DO or word in MODALS:
            inverts = words[stop - 1] != "?" and not _INVERTS.isdisjoint(words[max(first, k - 5) : k])
            subject = left_subject(stream, k + 1, left) if inverts else None
            return subject if subject is not None and subject.first == k + 1 else None
        if word in MARKS or word in CLAUSE_OPENERS:
            return None
    return None


def quoted_person(stream: Stream, stop: int, at: int, cue: Cue) -> Subject | None:
    """Return who is "quoted as saying", as the object of the verb: the words are theirs."""
    if cue.lemma not in ("quote", "cite"):
        return None
    words = stream.words
    for k in range(at + 2, min(stop, at + _REACH)):
        after = verb_cues().get(words[k + 1]) if words[k] == "as" and k + 1 < stop else None
        if after is not None and after.form is Form.ING and {"t", "q"} <= set(after.frames):
            return Subject(at + 1, k, (at + 1, k))
        if words[k] in MARKS:
            return None
    return None


def heard_from(stream: Stream, stop: int, at: int) -> Found | None:
    """Read "members heard from Ann Lee that ...": the words are hers; and "the court heard that ...": somebody's."""
    words = stream.words
    if at > 0 and words[at - 1] in _HEARERS and at + 2 < stop and words[at + 1] == "that":
        content = [(at + 2, clause_end(stream, at + 2, stop, None))]
        return Found("source not named", (at, at + 1), content, None, strong=False)
    if at + 3 >= stop or words[at + 1] != "from":
        return None
    speaker = right_subject(stream, at + 2, stop, bare=True)
    if speaker is None or speaker.stop + 1 >= stop or words[speaker.stop] != "that":
        return None
    begin = speaker.stop + 1
    return Found("clause after cue", (at, at + 1), [(begin, clause_end(stream, begin, stop, None))], speaker)
