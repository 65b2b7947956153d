"""A name: the person, body or delegation must be named in the evidence, by this name or an alias of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.reading.names import same_name
from summarizer.source import Span
from summarizer.verification.identity import Named, matches
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Look for the name in the evidence, then in the story, then in page furniture."""
    return judge_name(str(leaf.value), context, CHECK)


def judge_name(value: str, context: Context, check: Check) -> Outcome:
    """Judge any field that names somebody, in the words of `check`."""
    document = context.document
    places = [p.spans for p in document.aligner.place_all(value) if p.found]
    if inside := [s for s in places if context.inside(s[0]) and not document.in_furniture(s[0])]:
        best = next((s for s in inside if context.in_quotes(s[0])), inside[0])
        return check.supported("exact", "the evidence has this name", best)
    if known := _known_as(value, context):
        return check.supported(
            "alias", f"the evidence names “{known.text}”, who is the same", [known.span], 0.95
        )
    if story := [s for s in places if not document.in_furniture(s[0])]:
        return check.review("outside_evidence", "named in the source, but not in the evidence", story[0])
    if rival := _misspelt(value, context):
        return check.contradicted(
            "name_altered", f"the source has “{rival.text}”, not “{value}”", [rival.span]
        )
    named = Named(Span(0, len(value)), value, document.identities.keys(value))
    for sentence in document.story if named.keys else ():
        for other in document.identities.in_sentence(sentence):
            if matches(named, other):
                return check.review(
                    "outside_evidence",
                    f"the source names “{other.text}”, but not in the evidence",
                    [other.span],
                )
    if places:
        return check.unsupported("furniture", "named only in page furniture, such as a caption", places[0])
    return check.unsupported("not_in_source", f"the source does not name “{value}”")


def _known_as(value: str, context: Context) -> Named | None:
    """Return a name in the evidence that stands for the same person or body."""
    identities = context.document.identities
    named = Named(Span(0, len(value)), value, identities.keys(value))
    for sentence in context.sentences:
        for other in () if sentence.furniture else identities.in_sentence(sentence):
            if named.keys & other.keys and same_name(value, other.text) != "different":
                return other
            if named.keys & other.keys and not _both_persons(named, other):
                return other
    return None


def _both_persons(a: Named, b: Named) -> bool:
    words = (a.text.split()[-1:], b.text.split()[-1:])
    return all(w and w[0][:1].isupper() for w in words) and not any(
        k.startswith(("polity:", "body:")) for k in a.keys & b.keys
    )


def _misspelt(value: str, context: Context) -> Named | None:
    """Return a name of the source that shares a word with `value` and differs in another."""
    words = {w.casefold().strip(".,") for w in value.split() if len(w) > 2}
    if len(words) < 2:
        return None
    for sentence in context.sentences if context.has_evidence else context.document.story:
        for other in () if sentence.furniture else context.document.identities.in_sentence(sentence):
            theirs = {w.casefold().strip(".,") for w in other.text.split() if len(w) > 2}
            if len(theirs) >= 2 and words & theirs and words - theirs and theirs - words:
                return other
    return None


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the person that the evidence names after all."""
    for quote in context.quotes:
        for mention in context.reading.mentions_in(quote):
            entity = context.reading.names.entities[mention.entity]
            if entity.kind == "person" and entity.name and quote.contains(mention.span):
                return mention.span
    return None


CHECK = Check("name", judge, candidate)
