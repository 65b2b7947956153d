"""A place: named in the evidence, and in the same breath as what it belongs to where several places stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import country_of_place, same_polity
from summarizer.source import Span
from summarizer.verification.checks.name import judge_name
from summarizer.verification.checks.phrase import KINDS
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.reading.words import Concepts
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

_CUT = re.compile(r"[,;:\[\]()]|\band\b|\bor\b|\bwhile\b|\bthen\b", re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|at|near|outside)\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter)\b)(?P<place>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*)"
)
_PLACE_AFTER = re.compile(r"\b(?:in|at|to|from|near|outside)\s+(?:the\s+)?(?=[A-Z])")


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Judge the name, then whether it belongs to this record's format or event and not to its neighbour's."""
    outcome = judge_name(_without_state(str(leaf.value)), context, CHECK)
    if outcome.reasons[0].code == "alias":
        return CHECK.review(
            "alias", outcome.reasons[0].message, outcome.spans
        )  # a capital is not its country
    if outcome.supported and not context.in_quotes(outcome.spans[0]):
        if rival := next(_places(context), None):
            told = context.text[rival.start : rival.end]
            return CHECK.contradicted(
                "place_mismatch", f"the evidence has “{told}”, not “{leaf.value}”", [rival]
            )
        if other := _apart(context, outcome.spans[0]):
            message = f"“{leaf.value}” stands with “{other}”, not with the evidence"
            return CHECK.contradicted("place_of_another", message, outcome.spans)
        if len(_places_around(context)) > 1:
            return CHECK.review("place_unbound", "one of several places around the evidence", outcome.spans)
    if outcome.supported and (rival := _where_else(context, outcome.spans[0])):
        message = (
            f"the evidence says “{context.text[rival.start : rival.end]}” for the place, not “{leaf.value}”"
        )
        return CHECK.review("place_unbound", message, [*outcome.spans, rival])
    if outcome.supported and (other := _belongs_elsewhere(leaf, context, outcome.spans)):
        return CHECK.contradicted("place_of_another", f"“{leaf.value}” goes with “{other}”", outcome.spans)
    missing = outcome.reasons[0].code in ("not_in_source", "outside_evidence") and context.has_evidence
    if missing and (rival := next(_places(context), None)):
        told = context.text[rival.start : rival.end]
        return CHECK.contradicted("place_mismatch", f"the evidence has “{told}”, not “{leaf.value}”", [rival])
    return outcome


def _without_state(value: str) -> str:
    """Return a city without the state it is known to lie in: "Brussels, Belgium" is Brussels."""
    city, comma, state = value.partition(",")
    inside = country_of_place(city.strip())
    return city.strip() if comma and inside and same_polity(inside, state.strip()) else value


def _where_else(context: Context, place: Span) -> Span | None:
    """Return a place told with "in" or "at" where the one given stands without, as a doer: "B will be in Oslo"."""
    places = list(_places(context))
    if any(place.overlaps(p) for p in places) or not context.in_quotes(place):
        return None
    value = context.text[place.start : place.end].casefold()
    told = [context.text[p.start : p.end].casefold() for p in places]
    return places[0] if places and value not in told else None


def _apart(context: Context, place: Span) -> str | None:
    """Return the part of the sentence that holds a place and something else than the evidence: another's place.

    In "talks in Oslo, a council on the 12th" Oslo is no place of the council; in "In Oslo, the talks went on" it is.
    """
    for sentence in context.reading.sentences_of(place):
        quotes = [q for q in context.quotes if sentence.span.overlaps(q)]
        for part in _parts(context, sentence.span) if quotes else ():
            if not part.contains(place) or any(part.overlaps(q) for q in quotes):
                continue
            words = context.text[part.start : part.end]
            rest = context.document.concepts(words).without(
                context.document.concepts(context.text[place.start : place.end])
            )
            if len(rest) and not _RELATIVE.match(words) and re.search(r"\b(?:in|at|to|from)\b", words):
                return " ".join(words.split())
    return None


_RELATIVE = late_regex(r"\s*(?:which|that|who|where|held|hosted|taking|meeting)\b", re.IGNORECASE)


def _places(context: Context) -> Iterator[Span]:
    """Yield the places that the evidence names."""
    for quote in context.quotes:
        yield from _unlisted(context, quote)
        for mention in context.reading.mentions_in(quote):
            entity = context.reading.names.entities[mention.entity]
            lead = context.text[max(0, mention.span.start - 12) : mention.span.start]
            if quote.contains(mention.span) and entity.kind == "place" and _PLACE_AFTER.search(lead + "X"):
                yield mention.span


def _unlisted(context: Context, quote: Span) -> Iterator[Span]:
    """Yield names behind "in" or "at" that no list has as a place, and that are nobody's: "in Varhaug"."""
    names = context.reading.names
    for match in _IN.finditer(context.text, quote.start, quote.end):
        span = Span(*match.span("place"))
        kinds = {names.entities[m.entity].kind for m in context.reading.mentions_in(span)}
        if kinds <= {NameKind.OTHER}:
            yield span


def _places_around(context: Context) -> set[int]:
    """Return the entities of the places that the evidence's sentences name."""
    names = context.reading.names
    mentions = [m for s in context.sentences for m in context.reading.mentions_in(s.span)]
    return {m.entity for m in mentions if names.entities[m.entity].kind == "place"}


def _belongs_elsewhere(leaf: Leaf, context: Context, spans: tuple[Span, ...]) -> str | None:
    """Return the words beside the place when they name another format than the record does.

    In "bilateral talks in Oslo, a council in Bern" each comma part has its own place.
    """
    own = context.document.concepts(str(context.data.get("name") or context.data.get("what") or ""))
    if not len(own) or not context.has_evidence:
        return None
    parts = [part for quote in context.quotes for part in _parts(context, quote)]
    with_place = [p for p in parts if any(p.overlaps(s) for s in _same_place(context, leaf))]
    rest = [
        context.document.concepts(context.text[p.start : p.end]).without(
            context.document.concepts(str(leaf.value))
        )
        for p in with_place
    ]
    if any(words.shared(own) for words in rest) or not any(len(words) for words in rest):
        return None
    elsewhere = [
        p
        for p in parts
        if p not in with_place
        and context.document.concepts(context.text[p.start : p.end]).shared(own)
        and _has_place(context, p)
    ]
    if not elsewhere:
        return None
    return " ".join(context.text[with_place[0].start : with_place[0].end].split()) if with_place else None


def in_other_part(own: Concepts, named: Span, context: Context) -> bool:
    """Whether a name stands in the part of a list that tells another format than the one whose words are `own`."""
    quote = next((q for q in context.quotes if q.overlaps(named)), None)
    parts = _parts(context, quote) if quote else []
    here = [part for part in parts if part.overlaps(named)]
    if not here or any(_shares(own, part, context) for part in here):
        return False
    listed = (
        sum(_has_place(context, part) for part in parts) > 1
    )  # then its neighbours may be told in other quotes
    rest = [p for q in context.quotes if listed or q == quote for p in _parts(context, q) if p not in here]
    whole = any(_has_place(context, part) or _names_format(context, part) for part in here)
    return whole and any(_shares(own, part, context) for part in rest)


def _shares(own: Concepts, part: Span, context: Context) -> bool:
    return bool(context.document.concepts(context.text[part.start : part.end]).shared(own))


def _names_format(context: Context, part: Span) -> bool:
    words = re.findall(r"[^\W_]+", context.text[part.start : part.end].casefold())
    return bool(words) and words[-1] in KINDS


def _same_place(context: Context, leaf: Leaf) -> list[Span]:
    return [s for p in context.document.aligner.place_all(str(leaf.value)) if p.found for s in p.spans]


def _has_place(context: Context, part: Span) -> bool:
    return any(part.contains(span) for span in _places(context))


def _parts(context: Context, quote: Span) -> list[Span]:
    text, at = context.text, quote.start
    parts = []
    for match in _CUT.finditer(text, quote.start, quote.end):
        parts.append(Span(at, match.start()))
        at = match.end()
    parts.append(Span(at, quote.end))
    return [p for p in parts if p.end - p.start > 2]


def candidate(leaf: Leaf, context: Context) -> Span | None:
    """Return the only place that the evidence names after all."""
    found = list(_places(context)) if context.has_evidence else []
    return found[0] if len(found) == 1 else None


CHECK = Check("place", judge, candidate)
