"""A name: the person, body or delegation must be named in the evidence, by this name or an alias of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind, same_name, strip_title
from summarizer.reading.naming.forms import name_form
from summarizer.reading.naming.roles import affiliation
from summarizer.source import Span
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.identity import Named, matches

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Look for the name in the evidence, then in the story, then in page furniture.

    A record is about somebody himself: "the adviser to President B" does not tell of B.
    """
    outcome = judge_name(str(leaf.value), context, CHECK)
    if outcome.supported and context.has_evidence and (owner := _only_as_owner(str(leaf.value), context)):
        words = " ".join(context.text[owner.start : owner.end].split())
        return CHECK.review("of_another", f"named only to tell who another is: “{words}”", [owner])
    return outcome


_OWNER = re.compile(
    r"\b(?i:advis[eo]r|aide|spokes(?:man|woman|person)|assistant|envoy|deputy|secretary|counsel|representative|chief\s+of\s+staff|widow|wife|husband|son|daughter)"
    r"\s+(?i:to|of|for)\s+(?:the\s+)?(?:[A-Z]\w+\s+){0,3}$"
)


def _only_as_owner(value: str, context: Context) -> Span | None:
    """Return where a person is named only as whom another serves, and nowhere in the evidence for himself."""
    entity = context.reading.names.resolve(value)
    if entity is None or entity.kind is not NameKind.PERSON:
        return None
    own = [m for q in context.quotes for m in context.reading.mentions_in(q) if m.entity == entity.id]
    text = context.text
    served = [
        m
        for m in own
        if _OWNER.search(" ".join(text[max(0, m.span.start - 70) : m.span.start].split()) + " ")
    ]
    if not own or len(served) < len(own):
        return None
    return Span(max(served[0].span.start - 25, 0), served[0].span.end)


def judge_name(value: str, context: Context, check: Check) -> Outcome:
    """Judge any field that names somebody, in the words of `check`."""
    document = context.document
    places = [p.spans for p in document.aligner.place_all(value) if p.found]
    if inside := [s for s in places if context.inside(s[0]) and not document.in_furniture(s[0])]:
        cuts = [_cut_from(value, s[0], context) for s in inside]
        if all(cuts):
            message = f"cut from a longer name: the source has “{cuts[0]}”"
            return check.review("name_cut", message, inside[0])
        whole = [s for s, cut in zip(inside, cuts, strict=True) if not cut]
        best = next((s for s in whole if context.in_quotes(s[0])), whole[0])
        return check.supported("exact", "the evidence has this name", best)
    if known := _known_as(value, context):
        if added := _added_name(value, context):
            message = f"the source names “{known.text}”, but not “{added}”"
            return check.review("fuller_than_source", message, [known.span], 0.7)
        return check.supported(
            "alias", f"the evidence names “{known.text}”, who is the same", [known.span], 0.95
        )
    if story := [s for s in places if not document.in_furniture(s[0])]:
        return check.review("outside_evidence", "named in the source, but not in the evidence", story[0])
    if rival := _misspelt(value, context):
        return check.contradicted(
            "name_altered", f"the source has “{rival.text}”, not “{value}”", [rival.span]
        )
    named = document.identities.given(value)
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


# What a name may leave out of a longer one: whose it is ("the Norlandic | Ministry of Fish", "Fish Office | of Norland").
_OF = late_regex(r"(?:,|(?:of|for|in|at)(?:\s+the)?)\s+(?P<owner>.+)$", re.IGNORECASE)


def _cut_from(value: str, place: Span, context: Context) -> str | None:
    """Return the longer name of another that a place lies in: the "Trade Council" of "Fair Trade Council".

    States and bodies in the name of their council are named by it.
    """
    names = context.reading.names
    if _whose(value):
        return None
    known = names.resolve(value)
    for mention in context.reading.mentions_in(place):
        entity = names.entities[mention.entity]
        if entity.name is None or mention.span == place or not mention.span.contains(place):
            continue
        before = context.text[mention.span.start : place.start].strip()
        behind = _OF.sub(r"\g<owner>", context.text[place.end : mention.span.end].strip())
        left_out = [words for words in (before, behind) if words]
        if (known is None or known.id != entity.id) and not all(_whose(w) for w in left_out):
            return " ".join(context.text[mention.span.start : mention.span.end].split())
    return None


def _whose(words: str) -> bool:
    """Whether words only tell whose a body is: a state or a body, by name or adjective."""
    return affiliation(words) is not None


def _known_as(value: str, context: Context) -> Named | None:
    """Return a name in the evidence that stands for the same person or body."""
    identities = context.document.identities
    named = identities.given(value)
    for sentence in context.sentences:
        for other in () if sentence.furniture else identities.in_sentence(sentence):
            if named.keys & other.keys and same_name(value, other.text) != "different":
                return other
            if named.keys & other.keys and not _both_persons(named, other):
                return other
    return None


def _added_name(value: str, context: Context) -> str | None:
    """Return a given name that the source has for nobody, where all its forms of the name are shorter."""
    entity = context.reading.names.resolve(value)
    if entity is None or entity.kind is not NameKind.PERSON:
        return None
    if any(same_name(value, alias) == "same" for alias in entity.aliases):
        return None
    known = {token for alias in entity.aliases for token in name_form(strip_title(alias)[1]).tokens}
    return next((t for t in name_form(strip_title(value)[1]).tokens if len(t) > 1 and t not in known), None)


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
