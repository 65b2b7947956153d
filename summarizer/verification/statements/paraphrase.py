"""A statement in words of its own, compared with the passages that share its rarest words.

Two sorts of claim ask for two measures. Who copies a sentence and changes a word changes what it tells: in a copy,
each word counts. Who tells it in other words changes many: there names, quantities, denials and doers decide, and
common words may differ as long as most of what is said is found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.light_words import is_light
from summarizer.reading.polarity import DENYING, Operation
from summarizer.reading.sentences import Sentence
from summarizer.reading.words import Concepts, exclude_each_other
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.align import Placement
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.compare.anaphora import is_verb
from summarizer.verification.compare.answers import answered_by
from summarizer.verification.compare.comparison import Comparison
from summarizer.verification.compare.links import compare_links
from summarizer.verification.compare.names import first_person
from summarizer.verification.compare.polarity import DENIED_NEXT, compare_polarity, denied_words
from summarizer.verification.compare.prefixes import compare_prefixes, reversed_by_prefix
from summarizer.verification.compare.roles import predicates
from summarizer.verification.compare.where import compare_places
from summarizer.verification.compare.wholes import compare_wholes
from summarizer.verification.compare.words import compare_words
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.outcome import Check, Outcome, worst_outcome
from summarizer.verification.statements.asked import Asked, judge_voice
from summarizer.verification.statements.quoted import (
    compare_quotations,
    find_quoted,
    quoting_sentences,
)
from summarizer.verification.statements.rewording import compare_wording
from summarizer.verification.values.quantities import equal
from summarizer.verification.who.turns import spoken_by

NEAR = 0.7  # coverage from which a nearest passage is taken for the one that was meant


@dataclass(frozen=True)
class Measure:
    """What a claim is measured by: more strictly where it names its evidence, which then must hold all of it."""

    copied: (
        float  # share of neighbouring words from which a claim is a copy, in which each changed word counts
    )
    retold: float  # share of content words, by weight, that the passages of a retelling must have


PINNED = Measure(copied=0.5, retold=0.4)
SEARCHED = Measure(copied=0.6, retold=0.15)
# Who speaks so many sentences has one with some word of any claim: there a sentence must have this share of what they are told
# to have said.
MUCH, SPOKEN = 12, 0.24
HEADING, OF_HEADING = 6, 0.5  # words of a heading or an agenda line, and what it must have of a claim
# Coverage that a passage must have beside a value that it holds, or that only its neighbours do: numbers are shared by chance.
WITH_VALUE, ELSEWHERE = 0.2, 0.35
AT_LEAST = 0.12  # share of a claim, by weight, that a passage has itself where nothing else is asked of it
_ORDERING = frozenset(
    "next last first second third new old early earlier late later recent current present past future more most own other same further".split()
)
UNTOLD = 3  # content words of a retelling in a row that may be nowhere in its passages
ALL_FOUND, REWORDED = 0.985, 0.98  # what the two sorts of support score, before their words are weighed
# By how much a passage beside another covers more of a claim's words: a little, clearly, by far.
MORE, CLEARLY_MORE, FAR_MORE = 0.05, 0.2, 0.3
# By how much less a passage may cover that denies what the other one does not tell, and where it has more of the names.
LITTLE_LESS, HALF_LESS = 0.1, 0.5
NEARLY_SAID = 0.5  # share of neighbouring words from which a passage is the one that was meant, in part
NEARLY_ALL = 0.8  # coverage of a passage beside which one that has less supports no retelling


def judge_wording(document: Document, asked: Asked, check: Check) -> Outcome:
    """Judge a statement by the passage that supports it, or by the one that says most of it."""
    claim = claim_of(document, asked.text)
    nearest = document.aligner.place(asked.text)
    quotations = find_quoted(document, asked.text)
    quoted = compare_quotations(document, asked.text, quotations)
    passages = _candidates(document, claim, asked, nearest)
    if holding := quoting_sentences(document, quotations):
        allowed = {s.number for s in asked.within} if asked.within is not None else None
        passages = [s for s in holding if allowed is None or s.number in allowed] or passages
    pinned = asked.within is not None
    measure = PINNED if pinned else SEARCHED
    apart = _said_by_others(document, asked, check)
    found = [Comparison(claim, sentence, document, pinned, tuple(passages), apart) for sentence in passages]
    copied = any(comparison.verbatim >= measure.copied for comparison in found)
    own = {s.number for s in spoken_by(document, asked.speaker)} if asked.speaker else set()
    said = [c for c in found if c.sentence.number in own]  # than which what nobody says is no nearer
    among = said if any(c.coverage >= HALF_LESS for c in said) else found
    closest = max(among, key=lambda c: c.coverage + c.verbatim, default=None)
    beside_all = closest if closest is not None and closest.coverage >= NEARLY_ALL else None

    def strictly(comparison: Comparison) -> bool:
        return copied or not (
            beside_all is None or beside_all is comparison or _answers(comparison, beside_all)
        )

    def outcome_of(comparison: Comparison) -> Outcome:
        differences = [*comparison.differences, *compare_wording(nearest, comparison), *quoted]
        return _outcome(asked, comparison, differences, strictly(comparison), check)

    best: tuple[Comparison, float] | None = None
    for comparison in found:
        possible = not _cannot_support(comparison, strictly(comparison))
        if possible and (outcome := outcome_of(comparison)).supported:
            if not _told_otherwise(comparison, found):
                return outcome
            continue  # the passage that tells it otherwise decides
        likeness = comparison.coverage + (comparison.verbatim if copied else 0.0)
        if best is None or likeness > best[1] + 0.05:
            best = (comparison, likeness)
    if best is None:
        return check.unsupported("not_in_source", "no passage of the source speaks of this")
    return outcome_of(best[0])


def _answers(comparison: Comparison, closest: Comparison) -> bool:
    """Whether the passage closest to a claim tells none of it: a question, or one that denies nothing where claim and passage do."""
    asks = any(o.operation is Operation.QUESTION for o in closest.operators)
    alike = comparison.coverage >= closest.coverage and comparison.verbatim >= closest.verbatim
    if asks and alike:
        return True
    told, here, there = (
        any(o.operation in DENYING for o in operators)
        for operators in (comparison.claim.operators, comparison.operators, closest.operators)
    )
    return told and here and (asks or not there)


def _cannot_support(comparison: Comparison, strict: bool) -> bool:
    """Whether a passage cannot support the claim, whatever else differs: most of them, seen by the least work."""
    if comparison.wanting and (strict or not _told_throughout(comparison)):
        return True
    return comparison.ruled_out


# What a closer passage has otherwise: names and values in its place count only where it has the claim's names too.
_OTHER_VALUES = frozenset(
    "name_mismatch place_mismatch role_mismatch roles_swapped number_mismatch duration_mismatch date_mismatch".split()
)
_OTHER_WORDS = frozenset(
    "link_turned link_not_told negation_added negation_dropped order_differs time_turned commitment_stronger commitment_weaker limit_dropped".split()
)


def _told_otherwise(supporting: Comparison, found: Sequence[Comparison]) -> bool:
    """Whether a passage that has more of the claim's words, and most of its names, tells something else, or denies it."""
    return any(_conflicts(other, supporting) or _denies(other, supporting) for other in found)


def _denies(other: Comparison, supporting: Comparison) -> bool:
    """Whether a passage that is closer to a claim, in its words or in how they stand together, denies it.

    One that denies just the word which the supporting passage does not have is closer already: "with no preconditions".
    """
    more = other.coverage - supporting.coverage
    worded = other.verbatim > supporting.verbatim
    named = other.names_told > supporting.names_told
    near = worded and more > -LITTLE_LESS
    plain = not any(o.operation in DENYING for o in other.claim.operators)
    if (near or (named and plain and more > -HALF_LESS)) and any(
        one not in supporting.positions for one in denied_words(other)
    ):
        return True
    beside = more >= 0 and worded and not supporting.operands
    closer = more > MORE or beside
    denied = closer and other.differs("negation_dropped", compare_polarity, compare_wholes)
    return denied and any(
        d.code == "negation_dropped" and (d.verdict is Verdict.CONTRADICTED or other.verbatim >= NEARLY_SAID)
        for d in other.differences
    )


def _conflicts(c: Comparison, supporting: Comparison) -> bool:
    """Whether a passage that has more of a claim's words tells something else.

    A name or a value in its place counts where most of those whom the claim names stand there, or it has far more of
    the words: then it is what the claim is about.
    """
    more = c.coverage - supporting.coverage
    if _opposes(c, supporting):
        return True
    if c.names_told > supporting.names_told and c.differs("link_turned", compare_links):
        return True  # whom the claim names did it the other way round
    if (
        more > -LITTLE_LESS
        and _values(c) > _values(supporting)
        and c.differs("place_mismatch", compare_places)
    ):
        return True  # what happened on the day is told there, and to have been elsewhere
    if more <= MORE or any(o.operation is Operation.QUESTION for o in c.operators):
        return False  # a question tells nothing otherwise
    for d in c.differences:
        if d.code in _OTHER_VALUES:
            if not d.wording and more > MORE and (more > FAR_MORE or _names_most(c, d)):
                return True
        elif d.code == "negation_added" and c.names_told < supporting.names_told:
            continue  # does not deny it, but speaks of nobody whom the claim names
        elif more > CLEARLY_MORE and (
            d.verdict is Verdict.CONTRADICTED or (d.code in _OTHER_WORDS and not d.wording)
        ):
            return True
    return False


def _opposes(c: Comparison, supporting: Comparison) -> bool:
    """Whether a passage has the opposite of a word that the supporting one lacks: where that is spoken of decides it."""
    if not supporting.wanting or c.names_told < supporting.names_told:
        return False
    if c.coverage < supporting.coverage - HALF_LESS:
        return False
    if not (c.differs("word_mismatch", compare_words) or c.differs("prefix_differs", compare_prefixes)):
        return False
    return any(
        reversed_by_prefix(one.form, form) or exclude_each_other(one.form, form)
        for one in supporting.wanting
        for form in c.forms
    )


def _values(c: Comparison) -> int:
    """Return how many of a claim's values a passage has."""
    return sum(any(equal(q, told) for told in c.quantities) for q in c.claim.quantities)


def _names_most(c: Comparison, d: Difference) -> bool:
    """Whether a passage has most of a claim's names; who speaks it need not be named there."""
    spoken = d.code in ("name_mismatch", "roles_swapped")
    others = [n for n in c.claim.names if d.code != "place_mismatch" or f"“{n.text}”" not in d.message]
    here = sum(c.names_one(n) or (spoken and first_person(c, n)) for n in others)
    return 2 * here >= len(others)


def _said_by_others(document: Document, asked: Asked, check: Check) -> Callable[[Sentence], bool]:
    """Return what tells whether a sentence is plainly another's than the speaker's asked for; it is asked of few."""
    known: dict[int, bool] = {}

    def apart(sentence: Sentence) -> bool:
        if asked.speaker and sentence.number not in known:
            spoken = judge_voice(document, asked.speaker, [sentence.span], check)
            known[sentence.number] = spoken is not None and spoken.verdict is Verdict.CONTRADICTED
        return known.get(sentence.number, False)

    return apart


def _candidates(document: Document, claim: Claim, asked: Asked, nearest: Placement) -> list[Sentence]:
    """Return the sentences to compare with: the nearest passage in words, then those that share most concepts.

    What somebody is told to have said is looked for in their own words first: a question, or another's answer, often has more
    of a claim's words.
    """
    found: dict[int, Sentence] = {}
    allowed = {s.number for s in asked.within} if asked.within is not None else None
    if nearest.spans and nearest.coverage >= NEAR:
        for sentence in document.reading.sentences_of(nearest.span):
            found[sentence.number] = sentence
    wanted = (*claim.concepts.each, *claim.name_concepts.each)
    own = spoken_by(document, asked.speaker) if asked.speaker else ()
    for sentence in document.retrieval.ranked(wanted, own) if own else ():
        found[sentence.number] = sentence
    for sentence in document.retrieval.ranked(wanted, asked.within):
        found[sentence.number] = sentence
    return [s for s in found.values() if not s.furniture and (allowed is None or s.number in allowed)]


def _outcome(
    asked: Asked, comparison: Comparison, differences: Sequence[Difference], strict: bool, check: Check
) -> Outcome:
    spans = [comparison.sentence.span]
    said = len(comparison.claim.concepts) or comparison.claim.quantities or predicates(comparison)
    if not differences and not said:
        return check.review(
            "nothing_said", "the passage has these names; what is said of them no rule can tell", spans
        )
    enough = comparison.coverage >= SPOKEN or not _speaks_much(comparison.document, asked)
    tied = _told_throughout(comparison) and not _thin(comparison) and not _untied(comparison, differences)
    in_other_words = not strict and enough and tied
    deciding = [d for d in differences if not (in_other_words and d.wording) and d.code != DENIED_NEXT]
    if deciding:
        return replace(worst_outcome(check, deciding, spans), differences=tuple(differences))
    if asked.speaker and not answered_by(comparison.document, comparison.answer, asked.speaker):
        spoken = judge_voice(comparison.document, asked.speaker, _aligned_spans(comparison), check)
        if spoken:
            return spoken
    spans += [span for how in comparison.operands for span in how.spans]
    spans += [d.span for d in differences if d.code == DENIED_NEXT and d.span]
    if comparison.answer is not None and comparison.answer.sentence is not comparison.sentence:
        spans.insert(0, comparison.answer.sentence.span)  # who answers says what was asked
    follows = "".join(f"; {how.message}" for how in comparison.operands)
    if not differences:
        message = "every part of the statement is found in this passage" + follows
        return check.supported("all_found", message, spans, ALL_FOUND)
    told = ", ".join(f"“{m.form}”" for m in comparison.missing[:6])
    message = "names, quantities, denials and doers agree with this passage" + (
        f"; in other words: {told}" if told else ""
    )
    return check.supported("reworded", message + follows, spans, REWORDED)


def _thin(c: Comparison) -> bool:
    """Whether a passage has so little of a claim that what they share may be chance: a value alone, a heading's word or two."""
    if c.operands:
        return False
    short = len(c.sentence.text.split()) < HEADING or c.document.is_heading(c.sentence.span)
    heading = short and c.coverage < OF_HEADING
    elsewhere = any(not any(equal(q, told) for told in c.quantities) for q in c.claim.quantities)
    return heading or c.coverage < (
        ELSEWHERE if elsewhere else WITH_VALUE if c.claim.quantities else AT_LEAST
    )


def _untied(c: Comparison, differences: Sequence[Difference]) -> bool:
    """Whether a passage has neither somebody whom a claim names nor a verb of it: neither who nor what is done.

    What a claim denies is compared as a denial: it need not stand in the passage in its own words.
    """
    if c.operands:
        return False
    wanting = {one.at for one in c.wanting}
    deeds = [
        one for one in c.claim.concepts.each if not is_light(one.form) and is_verb(c.claim.tokens, one.at)
    ]
    if not wanting.issuperset(one.at for one in deeds):
        return False
    denied = [o.scope for o in c.claim.operators if o.operation in DENYING]
    done = any(not any(scope.overlaps(c.claim.span(one.at)) for scope in denied) for one in deeds)
    return done and any(d.code == "name_nearby" for d in differences)


def _speaks_much(document: Document, asked: Asked) -> bool:
    """Whether who is told to have spoken speaks so much that a word or two of a claim are found by chance."""
    speaker = asked.speaker or asked.reporting
    return bool(speaker) and len(spoken_by(document, speaker)) > MUCH


def _told_throughout(c: Comparison) -> bool:
    """Whether most of the claim is found, in each of its clauses, and no long stretch of it is nowhere."""
    if len(c.claim.concepts) and _ORDERING.issuperset(c.claim.tokens.form(at) for at in c.aligned):
        return False  # "the next round" and "next week" share nothing
    parts = (c.claim.concepts, *c.claim.clauses) if c.pinned else (c.claim.concepts,)
    least = (PINNED if c.pinned else SEARCHED).retold

    def told(lacking: frozenset[int], share: Callable[[Concepts], float]) -> bool:
        runs = groupby(one.at in lacking for one in c.claim.concepts.each)
        longest = max((len(list(run)) for lacks, run in runs if lacks), default=0)
        return longest <= UNTOLD and all(share(part) >= least for part in parts if len(part) > 1)

    # What the sentence itself tells need not be looked for around it.
    return told(c.missing_at, c.told) or told(c.absent_at, c.reach)


def _aligned_spans(comparison: Comparison) -> list[Span]:
    """Return the stretch of the source that the claim's words were found in; who answers a question says what was asked."""
    answer = comparison.answer
    if answer is not None and answer.sentence is not comparison.sentence:
        return [answer.sentence.span]
    tokens = comparison.document.reading.tokens
    several = _speakers_in(comparison) > 1
    places = sorted((_closest(comparison) if several else []) or comparison.aligned.values())
    return [tokens.span(places[0], places[-1] + 1)] if places else [comparison.sentence.span]


def _speakers_in(comparison: Comparison) -> int:
    """Return how many speak in the passage itself: "A said this; B said that"."""
    here = comparison.sentence.span
    told = comparison.document.attributions_at([here])
    return len(
        {
            a.speaker
            for a in told
            if a.speaker and a.reports is CueClass.SPEECH and here.contains(a.speaker) and a.cue
        }
    )


def _closest(comparison: Comparison) -> list[int]:
    """Return where the claim's words stand, those that stand twice nearest to those that stand once; none where all do."""
    found = [places for one in comparison.claim.concepts.each if (places := comparison.places(one.keys))]
    once = [places[0] for places in found if len(places) == 1]
    middle = sum(once) / len(once) if once else 0.0
    return [min(places, key=lambda at: abs(at - middle)) for places in found] if once else []
