"""The status of a format: agreed, announced, in use, or proposed, by the words that govern its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.polarity import Operation
from summarizer.source import Span
from summarizer.verification.checks.result import stands_alone
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.hearsay import carrier_of
from summarizer.verification.who.speakers import issuer
from summarizer.verification.who.stances import COLLECTIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.reading.sentences import Sentence
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

_CUES = {
    "agreed": r"agree[ds]?\b|agreeing|agreement\b|accord\b|reached\s+(?:an?\s+)?(?:understanding|deal)|decided|resolved\s+to|(?:will|shall|to)\s+be\s+(?:held|established|set\s+up|launched|conducted|created)|establish(?:es|ed)?\b|committed\s+to|commit\s+to|(?:instructed|directed|tasked|asked)\s+their\s+\w+\s+to|inaugurat\w+|launch(?:ed|es|ing)?\b",
    "announced": r"announc\w*|set\s+to\b|scheduled|due\s+to\b|(?:will|shall|are\s+to|is\s+to)\b(?!\s+not)|planned|plans?\s+to|upcoming|to\s+be\s+held|slated|intends?\s+to|decided",
    "in_use": r"continu\w*|ongoing|existing|under\s*way|already|in\s+use|resum\w*|held\s+(?:its|their|the)|regular(?:ly)?|is\s+being|are\s+being|work\s+of\s+the|since\s+\d{4}|(?:has|have)\s+(?:met|convened|worked)|under\s+the\s+auspices|takes?\s+place",
    "proposed": r"propos\w*|support(?:s|ed)?\b|suggest\w*|call(?:s|ed)?\s+(?:for|on|upon)|offer\w*|read(?:y|iness)\b|urg\w*|want\w*|wish\w*|favou?r\w*|would\s+like|willing\w*|hope[sd]?|seek\w*|consider\w*|could\b|invit\w*|demand(?:s|ed|ing)\b|insist\w*|ask(?:s|ed)?\s+(?:for|to)|request\w*|request|possib\w+|discussed\s+(?:the\s+)?(?:idea|option)",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in _CUES.items()}
# A clause of its own begins here: what governs words before it does not govern those after it.
_CLAUSE = re.compile(
    r"[;:]|[.!?]\s|,?\s+\b(?:but|while|whereas|although)\b|,\s+(?:and|so)\s+(?=(?:the|he|she|they|it|we|both)\b|[A-Z])|,\s+\w+ing\b|\s[-–—]\s",
)


_WE = late_regex(r"\b(?:we|our\s+(?:\w+\s+)?(?:countries|governments|nations))\b", re.IGNORECASE)


_SHOWN = 4  # words before a cue that are shown with it, and half of those behind it


@dataclass(frozen=True, slots=True)
class _Cue:
    status: str
    span: Span


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the words that govern the format: those of its own clause, then those of its sentences."""
    value = str(leaf.value)
    if value == "agreed" and (denied := _denied(context)):
        return CHECK.contradicted(
            "denied", f"the source says “{_words(context, denied)}”, not agreed", [denied]
        )
    governing = _governing(context)
    found = {cue.status: cue.span for cue in reversed(governing)}
    if not found:
        return CHECK.review("status_unclear", "no word near the format tells its status", context.quotes[:1])
    told = _status(context, governing)
    if value in told:
        if all(stands_alone(context, place) for place in _places(context)):
            message = "told only in a line that stands alone like a teaser, not in the text"
            return CHECK.review("teaser_only", message, [told[value]])
        place = next((q for q in context.quotes if q.contains(told[value])), told[value])
        if carrier := carrier_of(context.document, place, str(context.data.get("name") or "")):
            words = context.text[carrier.start : carrier.end]
            return CHECK.review(
                "hearsay", f"told by “{words}”: nobody answers for it", [told[value], carrier]
            )
        return CHECK.supported("cue", f"the source says “{_words(context, told[value])}”", [told[value]], 0.9)
    settled = {"agreed", "announced"}
    name, span = next(iter(told.items()))
    message = f"the source says “{_words(context, span)}”: {name}, not {value}"
    if (value in settled and set(told) == {"proposed"}) or (value == "proposed" and settled & set(told)):
        return CHECK.contradicted("status_mismatch", message, [span])
    return CHECK.review("status_unclear", message, [span])


def _status(context: Context, cues: list[_Cue]) -> dict[str, Span]:
    """Return the statuses that the cues of one clause may mean, the likeliest first.

    Who calls for an agreement has none; who agreed to something proposed has agreed. What several "will" do is
    agreed between them; what one does is announced.
    """
    first = {cue.status: cue.span for cue in reversed(cues)}
    wish, agreed = first.get("proposed"), first.get("agreed")
    if wish and (agreed is None or wish < agreed):
        return {"proposed": wish}
    told = {name: span for name, span in first.items() if name != "proposed"}
    if "announced" in told and agreed is None and _jointly(context, told["announced"]):
        return {"agreed": told["announced"], **told}
    if (
        agreed
        and not _jointly(context, agreed)
        and context.text[agreed.start : agreed.end].casefold() == "decided"
    ):
        told.pop("agreed")  # what one side decides is announced
    return told


def _jointly(context: Context, cue: Span) -> bool:
    """Whether several at once stand before a cue as its subject: "they will", "both sides have decided".

    In a joint statement "we" are all of them.
    """
    before = context.text[max(0, cue.start - 60) : cue.start]
    own = issuer(context.document)
    pattern = _WE if own is not None and own.document else COLLECTIVE
    subject = [*COLLECTIVE.finditer(before), *pattern.finditer(before)]
    return bool(subject) and len(before[subject[-1].end() :].split()) <= 3


# -- which words govern the format ---------------------------------------------------------------


def _governing(context: Context) -> list[_Cue]:
    """Return the cues of the clause that names the format, in order; else those before it, else those behind it.

    Other evidence tells who the parties are, or when: it counts only where that which names the format tells nothing.
    """
    places = _places(context)
    words = str(context.data.get("name") or "").split()
    # A piece that shares only a state with the name tells who the parties are.
    own = [word for word in words if country_of(word.strip(".,;:()")) is None]
    wanted = context.document.concepts(" ".join(own or words))
    naming = [p for p in places if wanted.shared(context.document.concepts(context.text[p.start : p.end]))]
    return _cues_at(naming, context) or _cues_at(places, context)


def _cues_at(places: Sequence[Span], context: Context) -> list[_Cue]:
    best: list[_Cue] = []
    for place in places:
        for sentence in context.reading.sentences_of(place):
            if sentence.furniture:
                continue
            clause = _clause(context.text, sentence.span, place)
            for part in (clause, Span(sentence.span.start, clause.end), sentence.span):
                if cues := _cues_in(context.text, part):
                    best.extend(c for c in cues if c not in best)
                    break
    return best


def _places(context: Context) -> list[Span]:
    """Return where the format is named: in the evidence; the evidence itself where its name is put otherwise."""
    name = str(context.data.get("name") or "")
    named = [p.span for p in context.document.aligner.place_all(name) if p.found] if name.strip() else []
    if not context.has_evidence:
        return named
    return sorted(context.quotes) or [p for p in named if context.inside(p)]


def _clause(text: str, sentence: Span, place: Span) -> Span:
    start = max(
        [
            sentence.start,
            *(m.end() for m in _CLAUSE.finditer(text, sentence.start, min(place.start + 1, sentence.end))),
        ]
    )
    ends = [m.start() for m in _CLAUSE.finditer(text, min(place.end, sentence.end), sentence.end)]
    return Span(min(start, place.start), max([*ends[:1], place.end]) if ends else sentence.end)


def _cues_in(text: str, part: Span) -> list[_Cue]:
    found = [
        _Cue(name, Span(*m.span()))
        for name, pattern in _PATTERNS.items()
        for m in pattern.finditer(text, part.start, part.end)
    ]
    return sorted(found, key=lambda cue: cue.span)


def _denied(context: Context) -> Span | None:
    """Return a denial that governs the evidence."""
    for sentence in _sentences(context):
        for operator in context.reading.operators(sentence):
            if operator.operation in (Operation.NEGATION, Operation.DENIAL, Operation.DISPUTED) and any(
                operator.scope.overlaps(q) for q in context.quotes
            ):
                agreed = _PATTERNS["agreed"].search(context.text, operator.scope.start, operator.scope.end)
                if agreed:
                    return operator.cue
    return None


def _sentences(context: Context) -> list[Sentence]:
    return [
        s for place in _places(context)[:8] for s in context.reading.sentences_of(place) if not s.furniture
    ]


def _words(context: Context, span: Span) -> str:
    """Return a cue in its sentence with a few whole words around it."""
    tokens, at = context.reading.tokens, context.reading.tokens.touching(span)
    sentence = context.reading.sentence_at(span.start)
    inside = tokens.within(sentence.span) if sentence else at
    shown = tokens.span(max(inside.start, at.start - _SHOWN), min(inside.stop, at.stop + 2 * _SHOWN))
    return " ".join(context.text[shown.start : shown.end].split())


CHECK = Check("status", judge)
