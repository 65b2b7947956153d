"""Words that a statement itself puts in quotation marks: they must be the source's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.align import Match, Placement
from summarizer.verification.claims.claim import Claim, claim_of
from summarizer.verification.claims.frames import QUOTED, speakers_of
from summarizer.verification.context import Document
from summarizer.verification.difference import Difference
from summarizer.verification.evidence import describe_changes, shorten
from summarizer.verification.outcome import Check, Outcome, worst_outcome
from summarizer.verification.statements.asked import judge_voice, names_speaker
from summarizer.verification.statements.cropping import (
    HEDGING,
    REVERSING,
    cut_operators,
    describe,
    names_only,
    taken_back,
    told_over,
)
from summarizer.verification.statements.cutting import cut_off
from summarizer.verification.who.antecedents import antecedent
from summarizer.verification.who.identity import matches
from summarizer.verification.who.offices import only_holder
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import issuer, voices
from summarizer.verification.who.stances import COLLECTIVE

PLACES = 8  # occurrences of a quotation that are looked at: one that is whole will do


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a statement quotes, with the places where the source has them."""

    match: re.Match[str]
    places: tuple[Placement, ...]
    nearest: Placement

    @property
    def span(self) -> Span:
        """Where they stand in the statement."""
        return Span(*self.match.span(1))


def find_quoted(document: Document, statement: str) -> list[Quoted]:
    """Place the quotations of a statement; words that stand only in page furniture have no place."""
    found = []
    for match in QUOTED.finditer(statement):
        places = [p for p in document.aligner.place_all(match[1]) if p.found]
        nearest = places[0] if places else document.aligner.place(match[1])
        places = places or ([nearest] if nearest.found else [])
        found.append(Quoted(match, tuple(places[:PLACES]), nearest))
    return found


def compare_quotations(document: Document, statement: str, quoted: Sequence[Quoted]) -> list[Difference]:
    """Return what is wrong with the quotations in a statement."""
    return [d for one in quoted for d in _compare(document, statement, one)]


def _compare(document: Document, statement: str, quoted: Quoted) -> Iterator[Difference]:
    words, nearest = quoted.match[1], quoted.nearest
    if nearest.match is Match.ALTERED:
        message = "quote altered: " + describe_changes(nearest)
        yield Difference(Verdict.CONTRADICTED, "quote_altered", message, nearest.span)
    elif not nearest.found:
        message = f"the source does not have the words “{shorten(words)}”"
        yield Difference(Verdict.UNSUPPORTED, "quote_not_found", message)
    else:
        told = told_over(statement, quoted.span)
        found = [_cropped(document, statement, quoted.match, p, told) for p in quoted.places]
        if all(found) and found[0]:
            yield found[0]


def quoting_sentences(document: Document, quoted: Sequence[Quoted]) -> list[Sentence]:
    """Return the sentences that quotations stand in: no other passage can support who quotes them."""
    found = {
        s.number: s
        for one in quoted
        for place in one.places
        for span in place.spans
        for s in document.reading.sentences_of(span)
    }
    return [s for s in found.values() if not s.furniture]


def judge_quoting(document: Document, statement: str, check: Check) -> Outcome | None:
    """Judge the quotations in a statement, and whose words they are said to be; None when there is nothing wrong."""
    quoted = find_quoted(document, statement)
    differences = compare_quotations(document, statement, quoted)
    if differences:
        return worst_outcome(check, differences, [])
    claim = claim_of(document, statement) if quoted else None
    return judge_speakers(document, claim, quoted, check) if claim else None


def judge_speakers(
    document: Document, claim: Claim, quoted: Sequence[Quoted], check: Check
) -> Outcome | None:
    """Judge whether the quotations are the words of whom the claim says they are; None when they are."""
    for one in quoted:
        for speaker in speakers_of(claim.reading, one.span, document.reading.source):
            outcomes = [_judge_speaker(document, speaker, place, check) for place in one.places]
            if outcomes and all(outcomes):
                return outcomes[0]
    return None


def _judge_speaker(document: Document, speaker: str, place: Placement, check: Check) -> Outcome | None:
    meant = antecedent(document, place.spans)
    if meant is not None:
        issued = issuer(document)
        voiced = [meant, issued] if issued else [meant]
        if any(compare_speaker(document, speaker, voice) is Agreement.SAME for voice in voiced):
            return None
        message = f"said by one who may be “{meant.text}”; that may not be {speaker}"
        return check.review("speaker_unclear", message, [*place.spans, meant.span])
    spoken = judge_voice(document, speaker, place.spans, check)
    if spoken is None:
        return None
    if _together(document, speaker, place) or _we(document, speaker, place):
        return None
    found = voices(document, place.spans)
    if found and only_holder(document, found[0].text, speaker):
        return None
    unsaid = spoken.reasons[0].code == "not_attributed"
    # A single word in marks is more often a label ("an “offensive” comment") than somebody's words.
    single = len(document.text[place.span.start : place.span.end].split()) == 1
    return None if unsaid and (single or _stands_there(document, speaker, place)) else spoken


def _we(document: Document, speaker: str, place: Placement) -> bool:
    """Whether the "we" of a text that speaks for those who issue it are those who are said to speak."""
    sentence = document.reading.sentence_at(place.span.start)
    found = voices(document, place.spans)
    told = document.text[found[0].span.start : found[0].span.end].casefold() if found else ""
    if sentence is None or sentence.block.speaker is not None or told not in ("we", "our", "us"):
        return False
    if any(a.kind == "direct" for a in document.attributions_at(place.spans)):
        return False
    given = document.identities.in_text(speaker)
    here = [named for s in document.opening for named in document.identities.in_sentence(s)]
    return bool(COLLECTIVE.search(speaker)) and all(any(matches(one, n) for n in here) for one in given)


def _together(document: Document, speaker: str, place: Placement) -> bool:
    """Whether the two who are said to speak stand side by side before the words: "A and B expressed …"."""
    given = document.identities.in_text(speaker)
    sentence = document.reading.sentence_at(place.spans[0].start)
    if len(given) != 2 or sentence is None or " and " not in speaker:
        return False
    here = [n for n in document.identities.in_sentence(sentence) if n.span.end <= place.spans[0].start]
    return any(
        matches(given[0], a)
        and matches(given[1], b)
        and document.text[a.span.end : b.span.start].strip() == "and"
        for a, b in pairwise(here)
    )


def _stands_there(document: Document, speaker: str, place: Placement) -> bool:
    """Whether a sentence that attributes its words to nobody names or describes who is given as their speaker."""
    if names_speaker(document, speaker, place.spans[0]):
        return True
    words = document.concepts(speaker)
    sentence = document.reading.sentence_at(place.spans[0].start)
    return len(words) > 0 and sentence is not None and words.within(document.concepts(sentence.text))


def _cropped(
    document: Document, statement: str, match: re.Match[str], placement: Placement, told: frozenset[Operation]
) -> Difference | None:
    """Return what the quotation was cut from, unless the statement's own words tell it: "hoped to “…”"."""
    spans = placement.spans
    if (back := taken_back(document, placement.span, statement)) is not None:
        words = " ".join(document.text[back.start : back.end].split())
        return Difference(Verdict.CONTRADICTED, "cropped", f"taken back right behind: “{words}”", back)
    if names_only(statement[: match.start()], match[1]):
        told = told | HEDGING
    for operator in cut_operators(document, spans, told):
        message = f"cut from “{describe(document, operator, spans)}”"
        if operator.operation in REVERSING:
            return Difference(Verdict.CONTRADICTED, "cropped", message, placement.span)
        verdict = Verdict.REVIEW if operator.operation in HEDGING else Verdict.UNSUPPORTED
        return Difference(verdict, "cropped", message, placement.span)
    cut = cut_off(document.text, Span(spans[0].start, spans[-1].end), statement, Span(*match.span(1)))
    if cut is not None:
        return Difference(Verdict.REVIEW, "cropped", f"cut from “{cut}”", placement.span)
    return None
