"""Judges a claim whose value no passage tells: worked out from the amounts or the list that its words are about, wherever they stand.

The comparison with a passage asks what one sentence says. Sums, differences and counts rest on several; so here the operands
are found first, and then asked whether they, and what stands around them, tell the rest of the claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.reading.polarity import Operation as Polarity
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.computed.amounts import Worked, work_out
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.computed.rosters import count_members
from summarizer.verification.statements.asked import Asked, judge_voice
from summarizer.verification.statements.paraphrase import judge_wording
from summarizer.verification.values.quantities import Quantity, equal
from summarizer.verification.values.rounding import rounds
from summarizer.verification.who.identity import matches

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.context import Document
    from summarizer.verification.outcome import Check, Outcome

_TOLD = 0.45  # of a claim's words, by weight, what the operands and their surroundings must have
_UNTOLD = 4  # words that may be nowhere there
_AROUND = 2  # sentences on each side of an operand
_REVERSES = frozenset({Polarity.NEGATION})


def judge_worked_out(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Return support for a claim whose values follow from operands that its words are bound to, a contradiction where they give another; else None."""
    claim = claim_of(document, asked.text)
    if asked.within is not None or claim.quoted:
        return None
    if _denies(claim):
        return _judge_complement(document, asked, claim, check)
    for wanted in claim.quantities:
        if wanted.sort not in ("number", "duration"):
            continue
        worked = work_out(document, claim, wanted) or count_members(document, claim, wanted)
        if worked is None:
            continue
        if not worked.holds and _stands(document, wanted, worked):
            continue
        if not worked.holds:
            message = f"“{wanted.text}” does not follow: {worked.message}"
            return check.contradicted("computed_otherwise", message, worked.spans)
        if not _rest_told(document, claim, worked):
            return None
        if asked.speaker and (spoken := judge_voice(document, asked.speaker, worked.spans, check)):
            return spoken
        return check.supported(
            "worked_out", f"this follows from the source: {worked.message}", worked.spans, 0.97
        )
    return None


def _judge_complement(document: Document, asked: Asked, claim: Claim, check: Check) -> Outcome | None:
    """Judge "62 percent do not" by what the text tells of the other 38 percent."""
    denials = [o for o in claim.operators if o.operation in _REVERSES]
    shares = [
        q for q in claim.quantities if q.sort == "number" and q.item.unit == "%" and 0 < q.item.value < 100
    ]
    if len(denials) != 1 or len(shares) != 1 or denials[0].cue.start < shares[0].span.end:
        return None
    share, cue = shares[0], denials[0].cue
    rest = f"{100 - share.item.value:.10g} percent"
    between = asked.text[share.span.end : cue.start]
    text = asked.text[: share.span.start] + rest + _DOES.sub("", between) + asked.text[cue.end :]
    outcome = judge_wording(document, replace(asked, text=_MEANS.sub("", text)), check)
    if not outcome.supported:
        return None
    message = f"this follows from the source: 100 percent − {rest} = {share.text}"
    return check.supported("worked_out", message, outcome.spans, 0.97)


_DOES = re.compile(r"\s+(?:do|does|did)\s*$")  # "do not call" leaves "call"
_MEANS = re.compile(
    r"^[^.;]{0,60}?\b(?:impl(?:y|ies|ied)|means?|meant|suggests?|shows?)\s+that\s+", re.IGNORECASE
)


def _stands(document: Document, wanted: Quantity, worked: Worked) -> bool:
    """Whether the value itself is told near the operands: then nothing need follow from them."""
    return any(
        _is_told(wanted, q) for s in _surroundings(document, worked) for q in document.quantities_in(s)
    )


def _denies(claim: Claim) -> bool:
    return any(o.operation in _REVERSES for o in claim.operators)


def _rest_told(document: Document, claim: Claim, worked: Worked) -> bool:
    """Whether the operands and what stands around them tell the names, the values and most of the words of a claim."""
    around = _surroundings(document, worked)
    named = [n for s in around for n in document.identities.in_sentence(s)]
    text = " ".join(" ".join(s.text.split()) for s in around)
    for name in claim.names:
        if not any(matches(name, other) for other in named) and name.text not in text:
            return False
    told = [q for s in around for q in document.quantities_in(s)]
    for q in claim.quantities:
        if q not in worked.explained and not any(_is_told(q, o) for o in told):
            return False
    taken = {i for q in worked.explained for i in claim.tokens.within(q.span)} | worked.words
    words = [
        x
        for x in claim.concepts.each
        if not is_frame(x.form) and not of_arithmetic(x.form) and x.at not in taken
    ]
    have = document.retrieval.keys_of(around)
    weight = {x: document.retrieval.weight(x) + 0.1 for x in words}
    short = _abbreviated(claim, " ".join(s.text.casefold() for s in around))
    found = [x for x in words if x.at in short or not have.isdisjoint(x.keys)]
    total = sum(weight.values())
    return len(words) - len(found) <= _UNTOLD and (
        not total or sum(weight[x] for x in found) / total >= _TOLD
    )


def _abbreviated(claim: Claim, text: str) -> set[int]:
    """Return the words of a claim that the text has by their initials: "full-time equivalents" of 40 FTE."""
    forms = [claim.tokens.form(i) for i in range(len(claim.tokens))]
    runs = (range(i, i + n) for n in (3, 4, 5) for i in range(len(forms) - n + 1))
    return {
        i
        for run in runs
        if re.search(rf"\b{''.join(re.escape(forms[i][0]) for i in run)}s?\b", text)
        for i in run
    }


def _is_told(claimed: Quantity, told: Quantity) -> bool:
    return equal(claimed, told) or rounds(claimed, told, "")


def _surroundings(document: Document, worked: Worked) -> list[Sentence]:
    sentences = document.reading.sentences
    at = [s.number for span in worked.spans if (s := document.reading.sentence_at(span.start))]
    near = {n + step for n in at for step in range(-_AROUND, _AROUND + 1)}
    found = [
        sentences[n - 1] for n in sorted(near) if 1 <= n <= len(sentences) and not sentences[n - 1].furniture
    ]
    return list(dict.fromkeys([*found, *document.opening]))
