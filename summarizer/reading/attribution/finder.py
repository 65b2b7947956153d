"""Attributions: who said what in a text, read by rule from quotation marks, cue verbs and speaker labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summarizer.reading.attribution.blocks import read_blocks
from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.drafts import Draft
from summarizer.reading.attribution.names import plain_name, resolve_names
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

Resolve = Callable[[Span], str | None]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody said, wrote, thought or showed something.

    `content` are the pieces of what was said, without quotation marks; `speaker` and `cue` the words
    that tell who and how; `name` the speaker resolved. `kind` is `direct` when all of the content stands
    in quotation marks, `mixed` when a part does. `strength` is `weak` for rules that often err.
    `negated`: it was denied, rejected or not said. `parent` is the index, in the list returned, of the
    attribution in whose content this one stands. `reports` tells speech from thought, stance and findings;
    `rule` names the rule that read it.
    """

    content: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    name: str | None
    kind: Literal["direct", "indirect", "mixed"]
    strength: Literal["strong", "weak"] = "strong"
    negated: bool = False
    addressee: Span | None = None
    parent: int | None = None
    reports: CueClass = CueClass.SPEECH
    rule: str = ""


def find_attributions(reading: Reading, resolve: Resolve | None = None) -> list[Attribution]:
    """Return the attributions of a Reading, ordered by where their words begin.

    `resolve` gives the full name for a speaker's span; without it the span's own words are used, less
    title words. Pronouns and "the official" are resolved to the nearest earlier speaker they can stand
    for, and stay None where there is none.
    """
    drafts = read_blocks(reading)
    parents = _parents(drafts)
    names = resolve_names(
        reading, drafts, parents, resolve or (lambda span: plain_name(reading.text[span.start : span.end]))
    )
    return [
        _finished(draft, parent, name) for draft, parent, name in zip(drafts, parents, names, strict=True)
    ]


def _finished(draft: Draft, parent: int | None, name: str | None) -> Attribution:
    return Attribution(
        content=tuple(draft.content),
        speaker=draft.speaker,
        cue=draft.cue,
        name=name,
        kind=draft.kind,
        strength="strong" if draft.strong else "weak",
        negated=draft.negated,
        addressee=draft.addressee,
        parent=parent,
        reports=draft.reports,
        rule=draft.rule,
    )


def _parents(drafts: list[Draft]) -> list[int | None]:
    """Return for each attribution the innermost other one in whose content its cue (or content) stands."""
    events = sorted((piece.start, -piece.end, i) for i, draft in enumerate(drafts) for piece in draft.content)
    anchors = sorted((draft.anchor, i) for i, draft in enumerate(drafts))
    parents: list[int | None] = [None] * len(drafts)
    stack: list[tuple[int, int]] = []
    at = 0
    for anchor, i in anchors:
        while at < len(events) and events[at][0] <= anchor:
            start, negative_end, owner = events[at]
            while stack and stack[-1][0] <= start:
                stack.pop()
            stack.append((-negative_end, owner))
            at += 1
        while stack and stack[-1][0] <= anchor:
            stack.pop()
        parents[i] = next((owner for end, owner in reversed(stack[-8:]) if owner != i and end > anchor), None)
    return parents
