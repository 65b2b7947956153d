"""A role: it must be this person's role, not a neighbour's."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.reading.naming.finder import same_role
from summarizer.reading.naming.gazetteer import fold
from summarizer.source import Span
from summarizer.verification.checks import phrase
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.reading.naming.finder import Entity
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the roles that the source gives this person; without a name, with the evidence."""
    value = str(leaf.value)
    entity = entity_of(context)
    if entity is None and context.quotes and context.document.identities.sides.publishes(value):
        return CHECK.supported("publisher", f"the text is published by the {value}", context.quotes, 0.75)
    if entity is not None and (beside := _beside_name(value, entity, context)):
        return CHECK.supported("beside_name", "the evidence has this role beside the name", [beside])
    if entity is None or not entity.roles:
        outcome = phrase.judge(leaf, context)
        apart = outcome and outcome.spans and not context.in_quotes(outcome.spans[0])
        if outcome and outcome.supported and (entity is not None or apart):
            return CHECK.review(
                "role_unbound",
                "the words stand in the evidence, but not as this person's role",
                outcome.spans,
            )
        return outcome
    likeness = [(same_role(value, text), text, span) for text, span in entity.roles]
    for like, text, span in likeness:
        if like == "same" or (
            like == "compatible" and context.document.concepts(value).within(context.document.concepts(text))
        ):
            return CHECK.supported("role_of", f"the source calls {entity.label} “{text}”", [span])
    like, text, span = min(likeness, key=lambda found: found[0] == "different")
    if like == "compatible":
        return CHECK.review("role_differs", f"the source calls {entity.label} “{text}”", [span])
    message = f"the source calls {entity.label} “{text}”, not “{value}”"
    return CHECK.contradicted("role_mismatch", message, [span])


def _beside_name(value: str, entity: Entity, context: Context) -> Span | None:
    """Return where the role stands word for word directly beside the person's name."""
    document = context.document
    names = sorted(context.reading.names.mentions[i].span for i in entity.mentions)
    for placement in document.aligner.place_all(value):
        for span in (
            placement.spans if placement.found and not _captioned(placement.spans[0], context) else ()
        ):
            at = bisect_left(names, span)
            for name in names[max(0, at - _NEXT) : at + _NEXT]:
                between = context.text[min(span.end, name.end) : max(span.start, name.start)]
                if _APPOSED.fullmatch(between) and not (
                    span.start > name.start and _of_another(span, context)
                ):
                    return span
    return None


_NEXT = 2  # mentions before a role, and behind it, of which one may stand directly beside it
# What may stand between a name and its role: "A, the Minister", "A (Minister)", "Minister Dr. A".
_APPOSED = re.compile(
    r"[\s\\_]*(?:,|\()?\s*(?:(?:the|an?|as|who\s+is|his|her|its|Mr|Ms|Mrs|Dr)\b\.?)?[\s\\_]*"
)


def _captioned(span: Span, context: Context) -> bool:
    return context.document.in_furniture(span) and not context.inside(span)


def _of_another(role: Span, context: Context) -> bool:
    """Whether a role that follows a name is the title of the next one: "A, President B"."""
    gap = re.match(r"[\s\\_]+(?=[A-Z])", context.text[role.end : role.end + 20])
    at = role.end + gap.end() if gap else 0
    return gap is not None and any(m.span.start == at for m in context.reading.mentions_in(Span(at, at + 1)))


def entity_of(context: Context) -> Entity | None:
    """Return the entity that the record's name stands for."""
    name = context.data.get("name")
    return context.reading.names.resolve(name) if isinstance(name, str) and name.strip() else None


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the role that the evidence gives this person after all."""
    entity = entity_of(context)
    for text, span in entity.roles if entity else ():
        if (
            fold(text) != fold(str(context.data.get("name")))
            and context.has_evidence
            and context.in_quotes(span)
        ):
            return span
    return None


CHECK = Check("role", judge, candidate)
