"""A party to a format or an agreement: named in the evidence, by name, adjective or capital."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import organisation
from summarizer.source import Span
from summarizer.verification.checks.name import judge_name
from summarizer.verification.checks.place import in_other_part
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.identity import matches
from summarizer.verification.who.speakers import voices
from summarizer.verification.who.stances import COLLECTIVE, find_stances

if TYPE_CHECKING:
    from summarizer.reading.event.issued import Event
    from summarizer.reading.naming.finder import Mention
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

# The words by which a text means all who took part, without naming them again.
_TOGETHER = late_regex(rf"\b(?:bi|tri|quadri)lateral\b|{COLLECTIVE.pattern}", re.IGNORECASE)
_WE = late_regex(r"\b(?:we|our|us)\b", re.IGNORECASE)
# "OSCE states", "NATO allies": a body is there as its members.
_MEMBERS = late_regex(
    r"\s+(?:(?:participating|member|contracting)\s+)?(?:states?|members?|allies|countries|nations|partners|representatives|delegations?|officials|negotiators|diplomats)$",
    re.IGNORECASE,
)


# Who stands by at talks is no party to them: a witness, a host, a mediator, somebody who is only spoken of.
_BYSTANDER = late_regex(
    r"\b(?:in\s+the\s+presence\s+of|(?:witness|host|mediat|facilitat|broker|sponsor)ed\s+by|thank(?:s|ed)?|welcom(?:es?|ed)\s+the\s+support\s+of|on\s+behalf\s+of|against|without|threats?\s+(?:from|by))"
    r"\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Look for the party in the words for its format; "both sides" and "bilateral" mean those who took part in the event."""
    value = str(leaf.value)
    outcome, name = judge_name(value, context, CHECK), value
    if not outcome.supported and _MEMBERS.search(value):
        name = _MEMBERS.sub("", value)
        members = judge_name(name, context, CHECK)
        if members.supported:
            outcome = CHECK.supported("members_of", f"the evidence names “{name}”", members.spans, 0.8)
    if outcome.supported:
        return _bound(name, outcome, context)
    if outcome.reasons[0].code in ("outside_evidence", "not_in_source", "furniture"):
        return _among_all(value, context, outcome) or outcome
    return outcome


def _bound(name: str, outcome: Outcome, context: Context) -> Outcome:
    """Hold a party that the evidence's sentence names to the words for this format: not a neighbour's, no bystander."""
    if not context.has_evidence:
        return outcome
    named = context.document.identities.given(name)
    places = [
        n.span
        for s in context.sentences
        for n in context.document.identities.in_sentence(s)
        if matches(named, n)
    ]
    places += [
        s for p in context.document.aligner.place_all(name) if p.found for s in p.spans if context.inside(s)
    ]
    own = context.document.concepts(str(context.data.get("name") or "")).without(
        context.document.concepts(name)
    )
    for place in places:
        if (
            context.in_quotes(place)
            and not _stands_by(place, context)
            and not in_other_part(own, place, context)
        ):
            return replace(outcome, spans=(place,))
    for sentence in context.sentences:
        for stance in find_stances(context.document, sentence, sentence.span):
            if any(stance.span.overlaps(p) for p in places) and not _stands_by(stance.span, context):
                return replace(outcome, spans=(stance.span,))
    if together := _among_all(name, context, outcome):
        return together
    return CHECK.review(
        "party_unbound", f"“{name}” stands beside, not as a party of this", outcome.spans, 0.6
    )


def _stands_by(place: Span, context: Context) -> bool:
    return bool(_BYSTANDER.search(context.text, max(0, place.start - 80), place.start))


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
    for quote, pattern in (
        *((q, _TOGETHER) for q in context.quotes),
        *((s, COLLECTIVE) for s in _ahead(context)),
    ):
        for match in pattern.finditer(context.text, quote.start, quote.end):
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


def _ahead(context: Context) -> list[Span]:
    """Return what stands before the evidence in its sentences; nothing for a format of a body, which has its own parties."""
    if any(
        organisation(n.text) for n in context.document.identities.in_text(str(context.data.get("name") or ""))
    ):
        return []
    return [
        Span(s.span.start, q.start)
        for q in context.quotes
        for s in context.reading.sentences_of(q)
        if s.span.start < q.start
    ]


CHECK = Check("party", judge)
