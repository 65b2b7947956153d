"""A role: it must be this person's role, not a neighbour's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reading.names import same_role
from summarizer.reading.wording import Tokens
from summarizer.reading.words import concept, exclude_each_other, is_function_word
from summarizer.source import Span
from summarizer.verification.checks import phrase
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.reading.names import Entity
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the roles that the source gives this person; without a name, with the evidence."""
    value = str(leaf.value)
    entity = entity_of(context)
    if entity is None or not entity.roles:
        outcome = phrase.judge(leaf, context)
        if outcome and outcome.supported and entity is not None:
            return CHECK.review(
                "role_unbound",
                "the words stand in the evidence, but not as this person's role",
                outcome.spans,
            )
        return outcome
    wanted = _words(value) - _words(" ".join(text for text, _ in entity.affiliations))
    for text, span in entity.roles:
        if wanted <= _words(text) | _words(context.text[span.start : span.end]) | _around(context, span):
            return CHECK.supported("role_of", f"the source calls {entity.label} “{text}”", [span])
    if beside := _beside_name(value, entity, context):
        return CHECK.supported("beside_name", "the evidence has this role beside the name", [beside])
    if all(same_role(value, text) == "different" for text, _ in entity.roles):
        text, span = entity.roles[0]
        return CHECK.contradicted(
            "role_mismatch", f"the source calls {entity.label} “{text}”, not “{value}”", [span]
        )
    for text, span in entity.roles:
        if any(
            exclude_each_other(a, b) for a in Tokens(value).slice_forms() for b in Tokens(text).slice_forms()
        ):
            return CHECK.contradicted(
                "role_mismatch", f"the source calls {entity.label} “{text}”, not “{value}”", [span]
            )
    if any(wanted & _words(text) for text, _ in entity.roles):
        text, span = next((t, s) for t, s in entity.roles if wanted & _words(t))
        return CHECK.review("role_differs", f"the source calls {entity.label} “{text}”", [span])
    text, span = entity.roles[0]
    return CHECK.unsupported(
        "role_mismatch", f"the source calls {entity.label} “{text}”, not “{value}”", [span]
    )


def _beside_name(value: str, entity: Entity, context: Context) -> Span | None:
    """Return where the role stands word for word directly beside the person's name."""
    names = [context.reading.names.mentions[i].span for i in entity.mentions]
    for placement in context.document.aligner.place_all(value):
        for span in placement.spans if placement.found and context.inside(placement.spans[0]) else ():
            for name in names:
                between = context.text[min(span.end, name.end) : max(span.start, name.start)]
                if len(between.strip(" ,()\n")) <= 4 and "." not in between:
                    return span
    return None


def _around(context: Context, span: Span) -> frozenset[str]:
    """Return the words directly before a role, which the reader of names may have taken for an affiliation."""
    start = max(0, span.start - 40)
    return _words(context.text[start : span.start].rsplit(".", 1)[-1].rsplit(",", 1)[-1])


def entity_of(context: Context) -> Entity | None:
    """Return the entity that the record's name stands for."""
    name = context.data.get("name")
    return context.reading.names.resolve(name) if isinstance(name, str) and name.strip() else None


def _words(text: str) -> frozenset[str]:
    return frozenset(concept(f) for f in Tokens(text).slice_forms() if not is_function_word(f))


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the role that the evidence gives this person after all."""
    entity = entity_of(context)
    for _, span in entity.roles if entity else ():
        if context.has_evidence and context.in_quotes(span):
            return span
    return None


CHECK = Check("role", judge, candidate)
