"""Judges a claim whose value no passage tells: worked out from the amounts or the list that its words are about, wherever they stand.

The comparison with a passage asks what one sentence says. Sums, differences and counts rest on several; so here the operands
are found first, and then asked whether they, and what stands around them, tell the rest of the claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation as Polarity
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.computed.amounts import Worked, work_out
from summarizer.verification.computed.clock import shifted
from summarizer.verification.computed.computation import is_frame
from summarizer.verification.computed.elapsed import Lapse, lapse_of, weekday
from summarizer.verification.computed.membership import count_parties
from summarizer.verification.computed.multiples import multiples_in
from summarizer.verification.computed.operations import of_arithmetic
from summarizer.verification.computed.remainders import remainder
from summarizer.verification.computed.rosters import count_members
from summarizer.verification.computed.runs import end_of_run
from summarizer.verification.computed.sessions import EXCLUDING, session
from summarizer.verification.computed.ways import compared_otherwise, derive, left_otherwise, turned_in_time
from summarizer.verification.statements.asked import Asked, judge_voice
from summarizer.verification.statements.paraphrase import judge_wording
from summarizer.verification.values.quantities import Quantity, equal, is_collective, weekday_of
from summarizer.verification.values.rounding import rounds
from summarizer.verification.who.identity import matches

if TYPE_CHECKING:
    from summarizer.reading.sentences import Sentence
    from summarizer.verification.context import Document
    from summarizer.verification.outcome import Check, Outcome

_OWNED = late_regex(r"['’]s?$")  # "above December's"
_JOINS = late_regex(r"\s+(?:from|and|to)\s+(?:the\s+)?")
_TOLD = 0.45  # of a claim's words, by weight, what the operands and their surroundings must have
_HEADING = 6  # words of a line that may name the things of which the lines under it tell
_UNTOLD = 4  # words that may be nowhere there
_AROUND = 2  # sentences on each side of an operand
_MOST = 12  # values of a claim that may be worked out: one with more copies a list
_REVERSES = frozenset({Polarity.NEGATION})


def judge_worked_out(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Return support for a claim whose values follow from operands that its words are bound to, a contradiction where they give another; else None."""
    claim = claim_of(document, asked.text)
    if asked.within is not None or claim.quoted or len(claim.quantities) > _MOST:
        return None
    if rest := _judge_remainder(document, asked, claim, check):
        return rest
    if _denies(document, claim):
        return _judge_complement(document, asked, claim, check)
    wanting = (*claim.quantities, *multiples_in(claim))
    found = [(q, worked) for q in wanting if (worked := _worked(document, claim, q)) is not None]
    for wanted, worked in found:
        if not worked.holds and not _stands(document, wanted, worked):
            message = f"“{wanted.text}” does not follow: {worked.message}"
            return check.contradicted("computed_otherwise", message, worked.spans)
    borne = [worked for _, worked in found if worked.holds]
    if all(_stands(document, wanted, worked) for wanted, worked in found if worked.holds) or not _rest_told(
        document, claim, borne
    ):
        return None
    spans = tuple(dict.fromkeys(span for worked in borne for span in worked.spans))
    if asked.speaker and (spoken := judge_voice(document, asked.speaker, spans, check)):
        return spoken
    told = "; ".join(dict.fromkeys(worked.message for worked in borne))
    return check.supported("worked_out", f"this follows from the source: {told}", spans, 0.97)


def _worked(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    if (lapse := lapse_of(document, claim.text)) is not None and lapse.place.overlaps(wanted.span):
        return _of_lapse(claim, lapse)
    if (
        weekday_of(wanted) is not None
        and not any(equal(wanted, q) for q in document.quantities)
        and (lapse := weekday(document, claim, wanted)) is not None
    ):
        return _of_lapse(claim, lapse)
    if wanted.sort == "time":
        return _of_session(document, claim, wanted)
    if wanted.sort == "date":
        return end_of_run(document, claim, wanted)
    if wanted.sort not in ("number", "duration"):
        return None
    if wanted.sort == "number" and (those := count_parties(document, claim, wanted)) is not None:
        return those
    if (derived := derive(document, claim, wanted)) is not None:
        return derived
    added = work_out(document, claim, wanted)
    if added is not None and added.holds:
        turned = turned_in_time(document, claim, wanted, added)
        added = None if turned or compared_otherwise(document, claim, wanted) else added
    return added or count_members(document, claim, wanted) or session(document, claim, wanted)


def _of_session(document: Document, claim: Claim, wanted: Quantity) -> Worked | None:
    """Return the end and the length of what a claim tells the beginning of, or the beginning and the length of an end."""
    every = [document.quantities_in(sentence) for sentence in document.story]
    for before, here in pairwise([(), *every]):
        how = shifted(document, claim, wanted, (*before, *here))
        if how is not None and how.plain:
            return Worked(how.message, how.spans, True, (wanted,))
    return None


def _of_lapse(claim: Claim, lapse: Lapse) -> Worked | None:
    """Return what lies between two days, unless others may be meant."""
    if lapse.holds is None or (not lapse.holds and not lapse.sure):
        return None
    dates = [
        q for q in claim.quantities if q.sort == "date" and any(e.contains(q.span) for e in lapse.events)
    ]
    explained = (*(q for q in claim.quantities if q.span.overlaps(lapse.place)), *dates)
    links = frozenset(i for i in range(len(claim.tokens)) if lapse.links(claim.span(i)))
    return Worked(lapse.message, lapse.spans, lapse.holds, explained, links)


def _judge_remainder(document: Document, asked: Asked, claim: Claim, check: Check) -> Outcome | None:
    """Judge "five of the nine had not replied" by the four of the nine who, as the text tells, had."""
    for wanted in claim.quantities:
        rest = derive(document, claim, wanted, denied=True)
        if rest is None and not left_otherwise(document, claim, wanted):
            rest = remainder(document, claim, wanted)
        if rest is None or _stands(document, wanted, rest) or not _rest_told(document, claim, [rest]):
            continue
        if not _things_told(document, claim, rest):
            continue
        if asked.speaker and (spoken := judge_voice(document, asked.speaker, rest.spans, check)):
            return spoken
        return check.supported(
            "worked_out", f"this follows from the source: {rest.message}", rest.spans, 0.97
        )
    return None


def _things_told(document: Document, claim: Claim, rest: Worked) -> bool:
    """Whether the text has all the words for the things that a claim counts: the posts of doctors are not those of nurses."""
    around = _surroundings(document, rest.spans)
    near = [
        s
        for s in around
        if len(s.text.split()) <= _HEADING
        or s.text.rstrip().endswith("?")
        or any(s.span.contains(p) for p in rest.spans)
    ]
    have = document.retrieval.keys_of(near)
    known = {x.at: x.keys for x in claim.concepts.each}
    for quantity in rest.explained:
        for i in range(claim.tokens.within(quantity.span).stop, len(claim.tokens)):
            if is_function_word(claim.tokens.form(i)):
                break
            if i in known and not is_frame(claim.tokens.form(i)) and have.isdisjoint(known[i]):
                return False
    return True


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


_DOES = late_regex(r"\s+(?:do|does|did)\s*$")  # "do not call" leaves "call"
_MEANS = late_regex(
    r"^[^.;]{0,60}?\b(?:impl(?:y|ies|ied)|means?|meant|suggests?|shows?)\s+that\s+", re.IGNORECASE
)


def _stands(document: Document, wanted: Quantity, worked: Worked) -> bool:
    """Whether the value itself is told near the operands: then nothing need follow from them."""
    if worked.bound or weekday_of(wanted) is not None:
        return False  # no weekday is told where one is worked out
    around = _surroundings(document, worked.spans)
    return any(_is_told(wanted, q) for s in around for q in document.quantities_in(s))


def _denies(document: Document, claim: Claim) -> bool:
    """Whether a claim denies something, but for "not yet six years old"."""
    lapse = lapse_of(document, claim.text)
    without = [Span(*m.span()) for m in EXCLUDING.finditer(claim.text)]  # "not counting the break"
    denials = [o.cue for o in claim.operators if o.operation in _REVERSES]
    denials = [cue for cue in denials if not any(w.overlaps(cue) for w in without)]
    return any(lapse is None or not lapse.place.overlaps(cue) for cue in denials)


def _rest_told(document: Document, claim: Claim, worked: Sequence[Worked]) -> bool:
    """Whether the operands and what stands around them tell the names, the values and most of the words of a claim."""
    around = _surroundings(document, [span for one in worked for span in one.spans])
    named = [n for s in around for n in document.identities.in_sentence(s)]
    text = " ".join(" ".join(s.text.split()) for s in around)
    explained = {q for one in worked for q in one.explained}
    bound = any(one.bound for one in worked)
    taken = {i for q in explained for i in claim.tokens.within(q.span)}.union(*(one.words for one in worked))
    for name in claim.names:
        if taken.issuperset(claim.tokens.within(name.span)) or (bound and _GENERIC.fullmatch(name.text)):
            continue
        parts = _JOINS.split(_OWNED.sub("", name.text))  # "separates the A Statement from the B Statement"
        if not any(matches(name, other) for other in named) and not all(part in text for part in parts):
            return False
    told = [q for s in around for q in document.quantities_in(s)]
    for q in claim.quantities:
        if _stands_for_a_thing(q) or is_collective(q):
            continue
        if q not in explained and not any(_is_told(q, o) for o in told) and not _is_rate(claim, q, text):
            return False
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
    if len(words) - len(found) <= 1 and (found or claim.names) and bound:
        return True  # "accepted a price" of what was agreed: the operands are those of the claim anyway
    return len(words) - len(found) <= _UNTOLD and (
        not total or sum(weight[x] for x in found) / total >= _TOLD
    )


def _stands_for_a_thing(quantity: Quantity) -> bool:
    """Whether "one" counts nothing: "than a felt one"."""
    return quantity.sort == "number" and quantity.text.casefold() == "one" and quantity.item.noun is None


# Common nouns that a claim writes as a name: "the Company".
_GENERIC = late_regex(
    r"(?:Company|Board|Council|Commission|Committee|Government|Ministry|Union|Court|Parliament|House|Assembly|Minister|President|Governor|Mayor|Chair(?:man|woman)?)",
)
_EACH = late_regex(r"(?:a|an|per|each|every)\s+[a-z]+", re.IGNORECASE)


def _is_rate(claim: Claim, quantity: Quantity, told: str) -> bool:
    """Whether a length only says how often an amount comes, as the surroundings do: "300 more places a year"."""
    rate = quantity.sort == "duration" and _EACH.fullmatch(quantity.text) is not None
    return rate and re.search(rf"\d\s+(?:\w+\s+)?{re.escape(quantity.text)}\b", told) is not None


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
    month = claimed.sort == told.sort == "date" and not re.search(r"\d", claimed.text)
    named = month and claimed.text.casefold() == told.text.casefold()  # "than in November", of whatever year
    return named or equal(claimed, told) or rounds(claimed, told, "")


def _surroundings(document: Document, spans: Sequence[Span]) -> list[Sentence]:
    sentences = document.reading.sentences
    at = [s.number for span in spans if (s := document.reading.sentence_at(span.start))]
    near = {n + step for n in at for step in range(-_AROUND, _AROUND + 1)}
    found = [sentences[n - 1] for n in sorted(near) if 1 <= n <= len(sentences)]
    found = [s for s in found if not s.furniture or any(sentences[n - 1].furniture for n in at)]
    return list(dict.fromkeys([*found, *document.opening]))
