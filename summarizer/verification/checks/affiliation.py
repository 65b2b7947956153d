"""An affiliation: the country or body that the source binds to this person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import country_of, fold, same_polity
from summarizer.source import Span
from summarizer.verification.checks.name import judge_name
from summarizer.verification.checks.role import entity_of
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


_BODY = late_regex(r"\b(?:house|office|ministry|department|embassy|council|agency|kremlin)\b", re.IGNORECASE)


_ORGANS = frozenset(
    "commission council parliament court bank ministry department agency committee assembly senate congress army".split()
)


def _other_organ(a: str, b: str) -> bool:
    """Whether two phrases name two organs of one state or union: the European Council is not the Commission."""
    mine, theirs = (_ORGANS & set(fold(text).split()) for text in (a, b))
    return bool(mine and theirs) and not mine & theirs


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with what the source binds to the person, else look for it in the evidence and beside the role."""
    value = str(leaf.value)
    bound = _bound(context)
    for text, span in bound:
        same = same_polity(text, value) and not _other_organ(text, value)
        if same or fold(text) == fold(value) or _contains(text, value):
            return CHECK.supported("affiliation_of", f"the source says “{text}”", [span])
    if organ := next(((t, s) for t, s in bound if _other_organ(t, value)), None):
        message = f"the source says “{' '.join(organ[0].split())}”, not “{value}”"
        return CHECK.contradicted("affiliation_mismatch", message, [organ[1]])
    if bound and (other := _of_another(value, context)):
        message = f"the source says “{' '.join(bound[0][0].split())}”; “{value}” is {other}'s"
        return CHECK.contradicted("affiliation_mismatch", message, [bound[0][1]])
    countries = {c: (t, s) for t, s in bound if (c := country_of(t))}
    wanted = country_of(value)
    if wanted and countries and wanted not in countries:
        text, span = next(iter(countries.values()))
        return CHECK.contradicted("affiliation_mismatch", f"the source says “{text}”, not “{value}”", [span])
    outcome = judge_name(value, context, CHECK)
    if not outcome.supported and (known := _by_side(value, wanted, context)):
        return known
    if outcome.supported and entity_of(context) is not None and not _near_name(context, outcome.spans[0]):
        return CHECK.review(
            "affiliation_unbound", "the evidence has this name, but not beside the person's", outcome.spans
        )
    return outcome


def _of_another(value: str, context: Context) -> str | None:
    """Return whom the source gives an affiliation that it does not give this person."""
    own = entity_of(context)
    for entity in context.reading.names.entities if own else ():
        if entity is not own and any(fold(text) == fold(value) for text, _ in entity.affiliations):
            return entity.label
    return None


def _by_side(value: str, wanted: str | None, context: Context) -> Outcome | None:
    """Judge an affiliation that only a role tells, or the government that publishes its own people's words."""
    sides, role, entity = context.document.identities.sides, context.data.get("role"), entity_of(context)
    told = isinstance(role, str) and wanted is not None and entity is None and sides.of(role) == wanted
    places = [p for p in context.document.aligner.place_all(str(role)) if p.found] if told else []
    if inside := [p for p in places if context.inside(p.span)]:
        return CHECK.supported("side_of_role", f"a {role} is one of {wanted}", inside[0].spans, 0.8)
    if entity is None or not sides.is_home(entity):
        return None
    address = sides.publisher_span or context.reading.names.mentions[entity.mentions[0]].full
    if wanted is not None and wanted == sides.publisher and not _BODY.search(value):
        return CHECK.supported("publisher", f"named without a state in a text of {wanted}", [address], 0.75)
    if sides.publishes(value):
        return CHECK.supported("publisher", f"published by “{value}”", [address], 0.75)
    return None


def _bound(context: Context) -> list[tuple[str, Span]]:
    """Return what the source binds to the person: its affiliations, and polities inside its roles."""
    entity = entity_of(context)
    if entity is not None:
        found = list(entity.affiliations)
        return found + [(text, span) for text, span in entity.roles if country_of(text)]
    role = context.data.get("role")
    if not isinstance(role, str):
        return []
    return [
        (context.text[named.span.start : named.span.end], named.span)
        for sentence in context.sentences[:6]
        for named in context.document.identities.in_sentence(sentence)
        if context.in_quotes(named.span) and country_of(named.text)
    ]


def _contains(text: str, value: str) -> bool:
    return f" {value.casefold()} " in f" {text.casefold()} "


def _near_name(context: Context, span: Span) -> bool:
    entity = entity_of(context)
    if entity is None:
        return True
    mentions = [
        m for s in context.sentences for m in context.reading.mentions_in(s.span) if m.entity == entity.id
    ]
    return any(-40 <= m.span.start - span.end <= 40 or -40 <= span.start - m.span.end <= 40 for m in mentions)


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the affiliation that the evidence gives this person after all."""
    if not context.has_evidence:
        return None
    return next((span for _, span in _bound(context) if context.in_quotes(span)), None)


CHECK = Check("affiliation", judge, candidate)
