"""A party to a format or an agreement: named in the evidence, by name, adjective or capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.names import NameKind
from summarizer.source import Span
from summarizer.verification.checks.name import judge_name
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.speakers import voices
from summarizer.verification.stances import COLLECTIVE

if TYPE_CHECKING:
    from summarizer.reading.events import Event
    from summarizer.reading.names import Mention
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

# The words by which a text means all who took part, without naming them again.
_TOGETHER = re.compile(rf"\b(?:bi|tri|quadri)lateral\b|{COLLECTIVE.pattern}", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
# "OSCE states", "NATO allies": a body is there as its members.
_MEMBERS = re.compile(
    r"\s+(?:(?:participating|member|contracting)\s+)?(?:states?|members?|allies|countries|nations|partners|representatives|delegations?|officials|negotiators|diplomats)$",
    re.IGNORECASE,
)


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Look for the party in the evidence; "both sides" and "bilateral" there mean those who took part in the event."""
    value = str(leaf.value)
    outcome = judge_name(value, context, CHECK)
    if not outcome.supported and _MEMBERS.search(value):
        members = judge_name(_MEMBERS.sub("", value), context, CHECK)
        if members.supported:
            message = f"the evidence names “{_MEMBERS.sub('', value)}”"
            return CHECK.supported("members_of", message, members.spans, 0.8)
    if outcome.reasons[0].code in ("outside_evidence", "not_in_source", "furniture"):
        return _among_all(value, context, outcome) or outcome
    return outcome


def _delegations(context: Context, event: Event) -> list[Mention]:
    """Return the bodies and groups that the event's sentence names: "met with the delegation of B"."""
    mentions = context.reading.mentions_in(event.sentence.span)
    return [m for m in mentions if m.kind in (NameKind.GROUP, NameKind.ORGANISATION)]


def _among_all(value: str, context: Context, outcome: Outcome) -> Outcome | None:
    """Judge a party that only a word for several, or for the speaker's own side, can mean."""
    sides = context.document.identities.sides
    claimed = sides.of(value)
    if claimed is None:
        return None
    for quote in context.quotes:
        for match in _TOGETHER.finditer(context.text, quote.start, quote.end):
            words = Span(*match.span())
            event = context.reading.event
            for mention in (*event.parties, *_delegations(context, event)) if event else ():
                if sides.of(context.text[mention.full.start : mention.full.end]) == claimed:
                    message = f"the evidence says “{match[0]}”; {claimed} took part"
                    return CHECK.supported("collective", message, [words, mention.full], 0.85)
            message = f"not named in the evidence, which says “{match[0]}”"
            return CHECK.review("collective", message, [words, *outcome.spans], 0.6)
        for match in _WE.finditer(context.text, quote.start, quote.end):
            words = Span(*match.span())
            if any(sides.of(v.text) == claimed for v in voices(context.document, [words]) if not v.weak):
                message = f"“{match[0]}”, said on the side of {claimed}"
                return CHECK.supported("own_side", message, [words], 0.8)
    return None


CHECK = Check("party", judge)
