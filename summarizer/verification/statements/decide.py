"""Decides any statement: finds the passage it rests on, then asks whether the passage says all of it.

Verbatim words are placed and the words around them read; near-verbatim and free wording is compared
sentence by sentence. What cannot be decided is `review`: only a passage that holds every part supports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from summarizer.patterns import late_regex
from summarizer.reading import Reading
from summarizer.reading.polarity import Operation
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.align import Match, Placement
from summarizer.verification.claims.claim import Attributed, attribution_of, claim_of, owned
from summarizer.verification.claims.division import clauses_of
from summarizer.verification.claims.frames import QUOTED
from summarizer.verification.claims.parts import parts_of
from summarizer.verification.claims.substance import retold
from summarizer.verification.compare.agents import ALONE
from summarizer.verification.compare.comparison import Comparison
from summarizer.verification.compare.pronouns import compare_pronouns
from summarizer.verification.compare.recipients import compare_recipients
from summarizer.verification.computed.gathering import speakers_told
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome, worst_outcome
from summarizer.verification.statements.absences import absence_of, granted, several
from summarizer.verification.statements.asked import (
    Asked,
    is_the_text,
    judge_voice,
    names_speaker,
    told_by_another,
)
from summarizer.verification.statements.cropping import (
    hidden_operator,
    judge_cropping,
    told_of_another,
    told_over,
)
from summarizer.verification.statements.evading import judge_disclosure, judge_refusal
from summarizer.verification.statements.lacking import judge_absence
from summarizer.verification.statements.paraphrase import judge_wording
from summarizer.verification.statements.publication import judge_publication
from summarizer.verification.statements.quoted import judge_quoting
from summarizer.verification.statements.relations import judge_relation
from summarizer.verification.statements.rewording import tells_some
from summarizer.verification.statements.scoring import score_of_all, scored
from summarizer.verification.statements.topics import judge_topic
from summarizer.verification.statements.worked_out import judge_worked_out
from summarizer.verification.who.described import another_told

# "Five lead countries; the other three …": what is left is not counted by itself.
_COUNTS_ON = late_regex(
    r"\s*(?:and|while|whereas)?\s*(?:the\s+)?(?:others?|remaining|rest|(?:one|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:of\s+them|head|lead|run|chair|represent|have|hold|come|are|were|had|held|came)\b)",
    re.IGNORECASE,
)
# What tells that a verb has another subject than the one that a sentence gives to several.
_ANOTHER = frozenset(
    {"speaker_mismatch", "speaker_unclear", "pronoun_differs", "roles_swapped", "role_mismatch"}
)
CHECK = Check("statement", judge=lambda leaf, context: None)


def judge_statement(document: Document, asked: Asked, check: Check = CHECK) -> Outcome:
    """Judge one or a few sentences; the verdict is that of the worst, the score the lowest."""
    sentences = sentences_of(claim_of(document, asked.text).reading)
    outcomes = [
        scored(_judge_sentence(document, Asked(text, asked.speaker, asked.within), check), text, document)
        for text in sentences
    ]
    if not outcomes:
        return check.unsupported("blank", "there are no words to judge")
    worst = max(outcomes, key=lambda o: (o.verdict.severity, -o.score))
    if len(outcomes) == 1:
        return worst
    spans = worst.spans if not worst.supported else tuple(s for o in outcomes for s in o.spans)
    return Outcome(worst.verdict, worst.reasons, spans, score_of_all([o.score for o in outcomes]))


def sentences_of(statement: Reading) -> list[str]:
    """Cut a statement into its sentences; those inside quotation marks too."""
    return [s.text for s in statement.sentences if any(c.isalnum() for c in s.text)]


def _judge_sentence(document: Document, asked: Asked, check: Check) -> Outcome:
    """Judge a sentence; one that tells several things in other words is right where each of them is."""
    if (told := retold(asked.text)) is not None:
        return _judge_substance(document, asked, told, check)
    whole = _judge_whole(document, asked, check)
    if not whole.supported:
        return _judge_parts(document, asked, check) or whole
    if whole.reasons[0].code != "reworded":
        return whole
    clauses, parts = clauses_of(asked.text), parts_of(asked.text)
    outcomes = [_judge_whole(document, replace(asked, text=part), check) for part in parts if len(parts) > 1]
    if wrong := next((o for o in outcomes if o.reasons[0].code in _ANOTHER), None):
        return wrong
    if len(clauses) == 1 or any(_COUNTS_ON.match(clause) for clause in clauses[1:]):
        return whole
    if clauses != parts:
        outcomes = [_judge_whole(document, replace(asked, text=clause), check) for clause in clauses]
    worst = max(outcomes, key=lambda o: (o.verdict.severity, -o.score))
    return _each_supported(outcomes, check) if worst.supported else worst


def _judge_substance(document: Document, asked: Asked, told: str, check: Check) -> Outcome:
    """Judge what somebody is said to have told "in substance": in other words, but none of the words quoted may be wanting."""
    outcome = _judge_sentence(document, replace(asked, text=told), check)
    if not outcome.supported:
        return outcome
    passage = document.concepts(" ".join(document.text[s.start : s.end] for s in outcome.spans))
    quoted = document.concepts(" ".join(match[1] for match in QUOTED.finditer(asked.text)))
    if wanting := quoted.without(passage).each:
        words = ", ".join(f"“{one.form}”" for one in wanting)
        return check.review("quote_altered", f"the passage has not the substance of {words}", outcome.spans)
    return outcome


def _judge_parts(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Judge each thing that a sentence claims by the passage that tells of it; None where one of them is not supported."""
    outcomes: list[Outcome] = []
    parts = parts_of(asked.text)
    if len(parts) == 1 and (told := _judge_in_turn(document, asked, check)):
        return told
    for part in parts if len(parts) > 1 else ():
        outcomes.append(_judge_whole(document, replace(asked, text=part), check))
        if not outcomes[-1].supported:
            return None
    return _each_supported(outcomes, check) if outcomes else None


# One adverb by which a claim puts its last part behind the one before: a text tells in that order what happens in it.
_THEN = late_regex(r"\s(?:then|subsequently|afterwards?|thereafter|thereupon)\b(?!-)", re.IGNORECASE)
_IN_TURN = 3  # sentences between two things that a text tells one after the other
# What goes back in time in a text.
_GONE_BACK = late_regex(r"\b(?:had|earlier|before\w*|previous\w*|already|ago|last)\b", re.IGNORECASE)


def _judge_in_turn(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Judge "A did this, and then did that" by two passages which tell so in that order, the second of nothing earlier."""
    then = _THEN.search(asked.text)
    parts = parts_of(_THEN.sub("", asked.text, count=1)) if then else []
    if then is None or len(parts) != 2 or asked.text.rfind(parts[1].split()[-1]) < then.start():
        return None
    outcomes = [_judge_whole(document, replace(asked, text=part), check) for part in parts]
    places = [
        document.reading.sentence_at(o.spans[0].start) if o.supported and o.spans else None for o in outcomes
    ]
    first, second = places
    if first is None or second is None or not 0 < second.number - first.number <= _IN_TURN:
        return None
    return None if _GONE_BACK.search(second.text) else _each_supported(outcomes, check)


def _each_supported(outcomes: Sequence[Outcome], check: Check) -> Outcome:
    spans = tuple(dict.fromkeys(span for outcome in outcomes for span in outcome.spans))
    return check.supported(
        "each_clause", "each of its clauses is found", spans, min(o.score for o in outcomes)
    )


def _judge_whole(document: Document, asked: Asked, check: Check) -> Outcome:
    if not asked.speaker and (dated := judge_publication(document, asked.text, check)) is not None:
        return dated
    placements = [p for p in document.aligner.place_all(asked.text) if p.found]
    if placements:
        return _judge_verbatim(document, asked, placements, check)
    if (lacking := _judge_lacking(document, asked, check)) is not None:
        return lacking
    if (refused := judge_refusal(document, asked, check)) is not None:
        return refused
    if asked.within is None and not asked.speaker and (tied := judge_relation(document, asked.text, check)):
        return tied
    outcome = _judge_told(document, asked, check)
    if not outcome.supported:
        return outcome
    around = (
        judge_quoting(document, asked.text, check)
        or judge_topic(document, claim_of(document, asked.text), outcome.spans[0], check)
        or judge_disclosure(document, asked, check)
    )
    return around or outcome


def _judge_lacking(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Judge what the text is said not to tell, beside what else the statement says; None where it says nothing of the sort."""
    if asked.within is not None or asked.speaker:
        return None
    source = document.reading.source
    parts = [one for part in asked.text.split(";") if part.strip() for one in several(part.strip(), source)]
    if len(parts) == 1 and (both := granted(asked.text)) is not None:
        parts = list(both)
    absences = [absence_of(part, source) for part in parts]
    if not any(absences):
        return None
    outcomes = [
        judge_absence(document, absence, check)
        if absence
        else _judge_sentence(document, Asked(part.strip()), check)
        for part, absence in zip(parts, absences, strict=True)
    ]
    told = [outcome for outcome in outcomes if outcome is not None]
    return max(told, key=lambda o: o.verdict.severity) if len(told) == len(outcomes) else None


def _judge_told(document: Document, asked: Asked, check: Check) -> Outcome:
    """Judge a statement by the passage that says it; where none does, by what its values are worked out from."""
    attributed = None if asked.speaker else owned(attribution_of(asked.text))
    outcome = _judge_attributed(document, asked, attributed, check) if attributed else None
    outcome = outcome or judge_wording(document, asked, check)
    if outcome.supported:
        return outcome
    told = asked
    if attributed:
        itself = is_the_text(document, attributed.speaker)
        told = Asked(attributed.content, None if itself else attributed.speaker, asked.within)
    return judge_worked_out(document, told, check) or outcome


# -- the source's own words ----------------------------------------------------------------------


def _judge_verbatim(
    document: Document,
    asked: Asked,
    placements: Sequence[Placement],
    check: Check,
    told: frozenset[Operation] = frozenset(),
) -> Outcome:
    """Judge words that stand in the source: the best of their occurrences decides. `told` is what the statement says around them."""
    outcomes = [_judge_occurrence(document, asked, p, check, told) for p in placements[:20]]
    return min(outcomes, key=lambda o: (o.verdict.severity, -o.score))


def _judge_occurrence(
    document: Document, asked: Asked, placement: Placement, check: Check, told: frozenset[Operation]
) -> Outcome:
    spans = placement.spans
    if document.in_furniture(spans[0]):
        return check.unsupported("furniture", "the words stand in page furniture, not in the story", spans)
    if outcome := judge_cropping(document, spans, check, hedges=True, told=told):
        return outcome
    if len(spans) == 1 and (teller := told_of_another(document, spans[0], asked.text)):
        return check.unsupported("cropped", f"the sentence tells this of “{teller}”", spans)
    if hidden := hidden_operator(document, placement):
        return check.contradicted("ellipsis_hides", f"the ellipsis leaves out “{hidden}”", spans)
    if asked.speaker and (outcome := judge_voice(document, asked.speaker, spans, check)):
        return outcome
    if asked.within is not None and not any(s.span.overlaps(spans[0]) for s in asked.within):
        return check.review(
            "outside_evidence", "the words stand in the source, but not in the evidence", spans
        )
    return check.supported(
        *_verbatim_reason(placement), spans=spans, score=1.0 if placement.match is Match.EXACT else 0.99
    )


def _verbatim_reason(placement: Placement) -> tuple[str, str]:
    return {
        Match.EXACT: ("exact", "these words stand in the source"),
        Match.NORMALIZED: ("normalized", "these words stand in the source, marks and spacing apart"),
        Match.ELLIPSIS: ("ellipsis", "these words stand in the source, with others between them"),
    }.get(placement.match, ("bracketed", "these words stand in the source around the editor's brackets"))


# -- other wording -------------------------------------------------------------------------------


def _judge_attributed(
    document: Document, asked: Asked, attributed: Attributed, check: Check
) -> Outcome | None:
    """Judge "X said that Y": Y must stand in the source, and X must be the one who says it (the text itself may)."""
    if ALONE.search(attributed.speaker) or not speakers_told(document, attributed.speaker):
        return None  # "X alone said", "The five presidents said" of two: how many speak is part of what is claimed
    itself = is_the_text(document, attributed.speaker)
    inner = Asked(attributed.content, None if itself else attributed.speaker, asked.within)
    if len(claim_of(document, inner.text).content) < 2:
        return _judge_short(document, asked, inner, check)
    placements = [p for p in document.aligner.place_all(inner.text) if p.found]
    if placements:
        outcome = _judge_verbatim(document, inner, placements, check, _told_around(asked, inner))
        return _turned_round(document, asked, outcome, check) or outcome
    outcome = judge_wording(document, inner, check)
    outcome = _turned_round(document, asked, outcome, check) or outcome
    if itself or outcome.verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED):
        return outcome
    whole = judge_wording(document, replace(asked, reporting=attributed.speaker), check)
    if whole.supported and not tells_some(document, inner.text, whole.spans):
        return outcome
    if whole.supported and _said_elsewhere(document, inner, outcome, whole):
        return outcome
    if whole.supported and (spoken := judge_voice(document, attributed.speaker, whole.spans[:1], check)):
        named = names_speaker(document, attributed.speaker, whole.spans[0]) and not told_by_another(
            document, attributed.speaker, whole.spans[0]
        )
        return whole if named and spoken.verdict is not Verdict.CONTRADICTED else spoken
    return whole if whole.supported else max(outcome, whole, key=lambda o: o.score)


def _told_around(asked: Asked, inner: Asked) -> frozenset[Operation]:
    """Return what a statement puts over what it has somebody say: "hoped that …", "denied that …"."""
    words = inner.text.strip(" .")
    at = asked.text.find(words)
    return told_over(asked.text, Span(at, at + len(words)) if at >= 0 else Span(0, len(asked.text)))


def _judge_short(document: Document, asked: Asked, inner: Asked, check: Check) -> Outcome | None:
    """Judge words that are too few to be found by themselves with those that tell who says them, unless they are plainly another's."""
    if inner.speaker is None:
        return None
    outcome = judge_wording(document, inner, check)
    if outcome.reasons[0].code == "roles_swapped":
        return outcome
    if outcome.reasons[0].code != "speaker_mismatch":
        whole = judge_wording(document, replace(asked, reporting=inner.speaker), check)
        if whole.supported and not tells_some(document, inner.text, whole.spans):
            return outcome
        spoken = judge_voice(document, inner.speaker, whole.spans[:1], check) if whole.supported else None
        another = spoken is not None and spoken.verdict is Verdict.CONTRADICTED
        return spoken if another and not names_speaker(document, inner.speaker, whole.spans[0]) else whole
    claim = claim_of(document, inner.text)
    sentence = document.reading.sentence_at(
        outcome.spans[-2].start if len(outcome.spans) > 1 else outcome.spans[0].start
    )
    places = (
        [at for one in claim.concepts.each for at in Comparison(claim, sentence, document).places(one.keys)]
        if sentence
        else []
    )
    spans = [document.reading.tokens.span(at, at + 1) for at in places]
    apart = (judge_voice(document, inner.speaker, [span], check) for span in spans)
    others = all(one is not None and one.verdict is Verdict.CONTRADICTED for one in apart)
    return outcome if others else None


def _turned_round(document: Document, asked: Asked, outcome: Outcome, check: Check) -> Outcome | None:
    """Judge words that stand in the source by who tells them to whom; None where a claim does not turn that round."""
    sentence = document.reading.sentence_at(outcome.spans[0].start) if outcome.supported else None
    if sentence is None:
        return None
    claim = claim_of(document, asked.text)
    if (told := another_told(claim)) is not None:
        message = f"the source tells this of {told[1].label}, not of {told[0].label}"
        return check.review("role_mismatch", message, outcome.spans)
    comparison = Comparison(claim, sentence, document)
    turned = next(chain(compare_recipients(comparison), compare_pronouns(comparison)), None)
    return worst_outcome(check, [turned], list(outcome.spans)) if turned else None


def _said_elsewhere(document: Document, inner: Asked, refused: Outcome, whole: Outcome) -> bool:
    """Whether what a claim has somebody say stands in a passage of another, and less of it in the one that names him."""
    if refused.reasons[0].code != "speaker_unclear" or not refused.spans:
        return False
    wanted = document.concepts(inner.text)
    theirs, own = (
        [sentence for span in found.spans[:1] if (sentence := document.reading.sentence_at(span.start))]
        for found in (refused, whole)
    )
    if not theirs or not own or theirs == own:
        return False
    return wanted.shared(document.concepts(theirs[0].text)) > wanted.shared(document.concepts(own[0].text))
