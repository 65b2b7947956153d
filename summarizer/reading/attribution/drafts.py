"""An attribution in offsets of the text, made from what a rule found in tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.found import Found, Range
from summarizer.reading.attribution.noun_phrases import antecedent
from summarizer.reading.attribution.tokens import QUOTE, TITLE, Stream
from summarizer.source import Span

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution in the making; `named` is the span that names the speaker, where it is not the speaker's own."""

    rule: str
    content: list[Span]
    kind: Kind
    speaker: Span | None = None
    named: Span | None = None
    cue: Span | None = None
    strong: bool = True
    negated: bool = False
    addressee: Span | None = None
    reports: CueClass = CueClass.SPEECH
    groups: set[int] = field(default_factory=set)
    waits: bool = False

    @property
    def anchor(self) -> int:
        """Where the words that attribute stand."""
        return self.cue.start if self.cue else self.speaker.start if self.speaker else self.content[0].start


def draft_of(stream: Stream, one: Found) -> Draft:
    """Return what was found in a stream's tokens, in offsets of the text."""
    subject = one.subject
    draft = Draft(one.rule, pieces_of(stream, one.content), kind_of(stream, one.content))
    if subject is not None:
        before = antecedent(stream, subject)
        draft.speaker = stream.span(before[0] if before else subject.first, subject.stop)
        name = before or subject.name
        draft.named = stream.span(*name) if name != (subject.first, subject.stop) else None
    draft.cue = stream.span(*one.cue) if one.cue[0] < one.cue[1] else None
    draft.strong, draft.negated, draft.reports = one.strong, one.negated, one.reports
    told = one.addressee
    draft.addressee = (
        stream.span(*told) if told and told[0] < told[1] else None
    )  # "asked that": nobody is told
    draft.groups = groups_of(stream, one.content)
    draft.waits = not one.content
    return draft


def pieces_of(stream: Stream, ranges: Sequence[Range]) -> list[Span]:
    """Return the spans of a content: of quotations what stands between the marks; nothing for punctuation alone."""
    words = stream.words
    ranges = [(a, b) for a, b in ranges if a < b and (words[a][0].isalnum() or _worded(words[a:b]))]
    if not stream.quotes:
        return [stream.span(first, stop) for first, stop in ranges]
    pieces: list[Span] = []
    for first, stop in ranges:
        held = words[first:stop]
        if _only_quotations(held):
            pieces.extend(stream.quotes[i].inside for i in range(first, stop) if i in stream.quotes)
        else:
            pieces.append(stream.span(first, stop))
    return [p for p in pieces if p.start < p.end]


def _only_quotations(held: Sequence[str]) -> bool:
    """Whether tokens are quotations, and "and" or "or" between them."""
    return (
        bool(held)
        and held[0] == QUOTE
        and all(
            word == QUOTE or (len(word) == 1 and not word.isalnum()) or word in ("and", "or") for word in held
        )
    )


def _worded(words: Sequence[str]) -> bool:
    return any(word[0].isalnum() or word in (QUOTE, TITLE) for word in words)


def kind_of(stream: Stream, ranges: Sequence[Range]) -> Kind:
    """Return whether all of a content stands in quotation marks, a part, or none."""
    if not stream.quotes:
        return "indirect"
    quoted = [i for first, stop in ranges for i in range(first, stop) if i in stream.quotes]
    plain = any(
        w != QUOTE and w[0].isalnum()
        for first, stop in ranges
        if not _only_quotations(stream.words[first:stop])
        for w in stream.words[first:stop]
    )
    if not plain:
        return "direct"
    return "mixed" if any(stream.quotes[i].speech is not False for i in quoted) else "indirect"


def groups_of(stream: Stream, ranges: Sequence[Range]) -> set[int]:
    """Return the quotations over paragraphs that a content has a part of."""
    if not stream.quotes:
        return set()
    return {
        stream.quotes[i].group for first, stop in ranges for i in range(first, stop) if i in stream.quotes
    }
