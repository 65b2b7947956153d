"""Who says the words at a place of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import CueClass, Form, verb_cues
from summarizer.reading.attribution.finder import Attribution
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.words import Concepts
from summarizer.source import Span
from summarizer.verification.context import OF_EACH, Document, remembered

_ISSUED = late_regex(
    r"\b(?:statement|readout|remarks|briefing|press\s+call|interview|speech|address|letter|note)\s+(?:by|from)\s+(?P<who>.{3,90}?)"
    r"(?=\s+(?:on|in|at|regarding|following|about|after|before|to|concerning|’s|'s)\b|’s|'s|[,:;.\n]|$)",
    re.IGNORECASE,
)


# "Joint Statement on …", "Readout of …", "G7 Osaka Leaders' Declaration": a text that says itself what it is, and so speaks for itself.
_TEXT = late_regex(
    r"(?:(?<=:\s)|^)(?:(?:[A-Z][\w.]*(?:[-–][A-Z][\w.]*)+|[A-Z]+\d+)\s+|(?-i:[A-Z][\w.–-]*\s+){1,3}(?=(?:leaders['’]?|ministers['’]?|ministerial|summit|joint)\s))?(?:(?:joint|leaders['’]?|ministers['’]?|presidential|press|final|summit|ministerial|chair['’]?s)\s+){0,3}"
    r"(?:statement|declaration|communiqu[eé]|readout|summary|press\s+release)\b(?=\s+(?:on|of|about|following|after|from|by|regarding|concerning)\b|\s*$|:)",
    re.IGNORECASE,
)
# The same noun anywhere in the title of a text that opens with "We, the …": "Harbour Summit Leaders' Communiqué".
_KIND = late_regex(
    r"(?:\b(?:joint|leaders['’]?)\s+)?\b(?:statement|declaration|communiqu[eé])\b", re.IGNORECASE
)
_WE_THE = late_regex(r"(?:^|[.\s])We,\s+(?:the\s+)?[A-Z\w]")
# Two who speak together: "the President and the Prime Minister".
JOINED = re.compile(r"[A-Z][\w'’.-]*\s+and\s+(?:\w+\s+){0,3}?[A-Z]")
TWO = 2
_MOST = 0.6  # of the words at a place that lie in an attribution's content, for it to be said by its speaker
_ENOUGH = (
    0.4  # of a statement's concepts in an attribution's content, for it to be what the statement reports
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as read from the source: words, place, and whether the reading is a weak one."""

    text: str
    span: Span
    weak: bool = False
    direct: bool = False
    document: bool = False  # the text speaks for itself, as a joint statement does


def voices(document: Document, spans: Sequence[Span]) -> list[Voice]:
    """Return who speaks the words at `spans`, the innermost speaker first.

    Where nobody is named for them, the issuer of the whole text ("Statement by …") speaks.
    """
    return list(_voices(document, tuple(spans)))


@partial(remembered, most=OF_EACH)
def _voices(document: Document, spans: tuple[Span, ...]) -> list[Voice]:
    found: list[Voice] = []
    for attribution in sorted(attributions_over(document, spans), key=_size):
        if attribution.speaker and not _participle(document, attribution.speaker):
            text = _words_for(document, attribution)
            weak = attribution.strength == "weak" or _unsettled(document, attribution) or is_thing(text)
            direct = attribution.kind == "direct"
            voice = Voice(text, attribution.speaker, weak, direct)
            if voice not in found:
                found.append(voice)
    issued = issuer(document)
    if issued is None or (issued.document and any(v.direct or _spoken(document, v) for v in found)):
        return found
    label = _other_label(document, issued, spans)
    return (found or [label]) if label else [*found, issued]


def _words_for(document: Document, attribution: Attribution) -> str:
    """Return who speaks, in the text's words: the name that was read, or all of two who speak together."""
    assert attribution.speaker is not None
    words = document.reading.source[attribution.speaker]
    entities = document.reading.names.entities
    people = {
        m.entity
        for m in document.reading.mentions_in(attribution.speaker)
        if m.kind is NameKind.PERSON and entities[m.entity].name
    }
    joined = len(people) == TWO and JOINED.search(words) and " and " not in (attribution.name or "")
    return " ".join((words if joined else attribution.name or words).split())


def _other_label(document: Document, issued: Voice, spans: Sequence[Span]) -> Voice | None:
    """Return the label of the turn that words stand in where it is not whose remarks the text gives: a reporter's."""
    sentence = document.reading.sentence_at(spans[0].start)
    if sentence is None or sentence.block.speaker is None or issued.document:
        return None
    label = Voice(" ".join(document.reading.source[sentence.block.speaker].split()), sentence.block.speaker)
    told = document.identities.given(issued.text)
    own = document.identities.speaks(sentence, told) or words_of(issued.text) & words_of(label.text)
    return None if own else label


def _participle(document: Document, speaker: Span) -> bool:
    """Whether a speaker as read opens with the participle of a preamble: "Recalling their talks, …" is said by another."""
    first, _, rest = document.reading.source[speaker].partition(" ")
    opens = re.fullmatch(r"[A-Z][a-z]+ing", first) and not rest[:1].isupper()
    return bool(opens) and not document.identities.keys(first)


def _spoken(document: Document, voice: Voice) -> bool:
    """Whether somebody is told to have said the words on the day, not to state them by this very text.

    A declaration states in the present tense ("the President reaffirms"); "said" and "stressed" report talk.
    """
    cues = verb_cues()
    for attribution in document.reading.attributions:
        if attribution.speaker == voice.span and attribution.cue:
            words = document.text[attribution.cue.start : attribution.cue.end].casefold().split()
            cue = cues.get(words[-1])
            if cue and cue.kind is CueClass.SPEECH and cue.form in (Form.PAST, Form.PARTICIPLE, Form.ING):
                return True
    return False


def is_thing(text: str) -> bool:
    """Whether a speaker is no person and no body, but a common noun: "the current draft reflects"."""
    words = re.findall(r"[^\W_]+", text)
    return not any(w[:1].isupper() or w.casefold() in _WHO for w in words)


_PEOPLE = frozenset(
    "he she they we i it sides parties leaders both all some many others sources source reports report media press members residents "
    "people experts analysts observers critics opponents supporters witnesses police authorities government ministry office service "
    "delegation delegations representatives side party statement readout declaration".split()
)
_WHO = ROLES | ROLE_PLURALS.keys() | _PEOPLE


def _unsettled(document: Document, attribution: Attribution) -> bool:
    """Whether the speaker is a pronoun that does not plainly stand for the person named last.

    Plainly: the name it was traced to is the only person, or the first, in its own sentence before it or in
    the sentence before that.
    """
    speaker, reading = attribution.speaker, document.reading
    if speaker is None or reading.source[speaker].casefold() not in ("he", "she", "they", "it"):
        return False
    here = reading.sentence_at(speaker.start)
    if here is None or attribution.name is None:
        return True
    meant = reading.names.resolve(attribution.name)
    told = reading.sentences[max(0, here.number - 2) : here.number]
    content = [c for a in reading.attributions if a.speaker == speaker for c in a.content]
    for sentence in reversed([s for s in told if not s.furniture]):
        people = [
            m.entity
            for m in reading.mentions_in(sentence.span)
            if m.kind == "person"
            and m.span.end <= speaker.start
            and not any(c.contains(m.span) for c in content)
        ]
        if people:
            return meant is None or people[0] != meant.id
    return True


def statement_voices(document: Document, statement: str, spans: Sequence[Span]) -> list[Voice]:
    """Return who speaks where `spans` say most of what `statement` says, the innermost speaker first.

    Evidence may run over several sentences, some of which only tell who "he" is.
    """
    wanted = document.concepts(statement)
    best: tuple[float, int, Attribution] | None = None
    for attribution in document.attributions_at(spans):
        if attribution.speaker and any(c.overlaps(s) for c in attribution.content for s in spans):
            said = _told(document, attribution)
            rank = (wanted.shared(said), -_size(attribution))
            if len(wanted) and rank[0] >= _ENOUGH * len(wanted) and (best is None or rank > best[:2]):
                best = (*rank, attribution)
    if best is None:
        return []
    told = best[2]
    return voices(document, (*told.content, told.cue) if told.negated and told.cue else told.content)


def _told(document: Document, attribution: Attribution) -> Concepts:
    """Return the concepts of an attribution: what is said, the cue, and who says it."""
    source = document.reading.source
    parts = [source[span] for span in (*attribution.content, attribution.cue, attribution.speaker) if span]
    return document.concepts(" ".join([*parts, attribution.name or ""]))


def attributions_over(document: Document, spans: Sequence[Span]) -> list[Attribution]:
    """Return the attributions whose content holds most of the words at `spans`."""
    return [
        a
        for a in document.attributions_at(spans)
        if (not a.negated or (a.cue and any(a.cue.overlaps(s) for s in spans)))  # the denial itself is told
        and _held(document, spans, a.content) >= _MOST
    ]


def _held(document: Document, spans: Sequence[Span], content: Sequence[Span]) -> float:
    if not any(c.overlaps(span) for c in content for span in spans):
        return 0.0
    tokens = document.reading.tokens
    words = [tokens.within(span) for span in spans]
    said = [tokens.within(c) for c in content]
    if len(said) == 1:
        inside = sum(max(0, min(w.stop, said[0].stop) - max(w.start, said[0].start)) for w in words)
    else:
        inside = sum(any(i in part for part in said) for w in words for i in w)
    total = sum(map(len, words))
    return inside / total if total else 0.0


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


@remembered
def issuer(document: Document) -> Voice | None:
    """Return who issued the text, where its title says so."""
    source = document.reading.source
    title = source.title or next((s.text for s in document.reading.sentences if s.block.kind == "title"), "")
    match = _ISSUED.search(title)
    if match:
        place = document.aligner.place(match["who"])
        matter = source.front_matter
        if place.found:
            return Voice(match["who"], place.span)
        if matter and "title" in matter.values:
            return Voice(match["who"], Span(*matter.values["title"]))
    kind = _TEXT.search(title) or (_KIND.search(title) if _speaks_as_we(document) else None)
    if kind is None:
        return None
    stands = document.aligner.place(kind[0])
    if stands.found:
        return Voice(kind[0], stands.span, document=True)
    matter = source.front_matter
    titled = matter is not None and "title" in matter.values  # there accents may be spelled as escapes
    return Voice(kind[0], Span(*matter.values["title"]), document=True) if matter and titled else None


def _speaks_as_we(document: Document) -> bool:
    """Whether a text opens with those who speak in it: "We, the Leaders of …"."""
    return any(_WE_THE.search(s.text) for s in document.opening)


_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")  # "U.S." and "US" are one word


def words_of(text: str) -> frozenset[str]:
    """Return the words of a name or a description by which two of them are compared."""
    return frozenset(
        w
        for w in re.findall(r"[^\W_]+", _INITIALS.sub(lambda m: m[0].replace(".", ""), text.casefold()))
        if w not in ("the", "a", "an", "of", "mr", "ms", "mrs", "dr")
    )
