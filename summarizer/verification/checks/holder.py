"""The holder: whose view it is, which is the innermost voice, and not always who passes it on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.gazetteer import country_of
from summarizer.source import Span
from summarizer.verification.checks.speaker import record_voices, word_spans
from summarizer.verification.identity import Named, matches
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.speakers import Agreement, Voice, compare_speaker

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

_COLLECTIVE = re.compile(
    r"\b(?:both|two|three|four|all|the|our)\s+(?!United\s)(?:\w+\s+)?(?P<who>sides|parties|leaders|presidents|ministers|countries|delegations|governments|states|nations|teams)\b|\b(?P<we>we|they\s+both|both)\b",
    re.IGNORECASE,
)
# Verbs by which somebody takes a position without a reported clause.
_STANCE = re.compile(
    r"\b(?:urg|stress|express|reaffirm|reiterat|underscor|underlin|emphasi|welcom|support|oppos|reject|condemn|demand|call|insist|propos|offer|agree|acknowledg|"
    r"warn|made\s+(?:it\s+)?clear|(?:was|is|were|are)\s+(?:very\s+)?clear|laid\s+out|outlin|rais|commit|pledg|vow|note|recogni[sz]|affirm|confirm|discuss|want|need|seek|accus|criticis|criticiz|praise|thank|"
    r"deni|deny|believ|argu|maintain|understood|understand|has|have|will|intend|plan|accept|refus|declin|ask|promis|cannot|is|are|was|were)\w*",
    re.IGNORECASE,
)


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with the innermost voice, with a collective in the words, with the doer of a stance verb."""
    value = str(leaf.value)
    if _COLLECTIVE.search(value):
        return _judge_collective(value, context)
    subjects = _subjects(context)
    for named in subjects:
        if _same(context, value, named):
            return CHECK.supported(
                "stance_of", f"the position of “{named.text}” in the evidence", [named.span], 0.95
            )
    found = record_voices(context)
    if subjects and (polity := _stands_for(context, value, subjects[0].text)):
        return CHECK.supported(
            "stands_for", f"“{subjects[0].text}” speaks for {polity}", [subjects[0].span], 0.9
        )
    inner = [v for v in found[:1] if not subjects]
    for voice in inner:
        if compare_speaker(context.document, value, voice) is Agreement.SAME:
            if voice.weak:
                return CHECK.review(
                    "weakly_attributed", f"probably the words of “{voice.text}”", [voice.span], 0.65
                )
            return CHECK.supported("said_by", f"the words of “{voice.text}”", [voice.span])
        if polity := _stands_for(context, value, voice.text):
            return CHECK.supported("stands_for", f"“{voice.text}” speaks for {polity}", [voice.span], 0.9)
    return _undecided(value, context, found, subjects)


# A body of a state holds its own view; the state's may be told by anyone who speaks for it.
_BODY = re.compile(
    r"\b(?:ministry|department|office|service|embassy|army|parliament|council|agency|press|party|court|committee)\b",
    re.IGNORECASE,
)


def _undecided(value: str, context: Context, found: list[Voice], subjects: list[Named]) -> Outcome:
    """Judge a holder who is neither the innermost voice nor the doer: of the same side, or of another."""
    for voice in found:
        same = compare_speaker(context.document, value, voice) is Agreement.SAME
        if same or _stands_for(context, value, voice.text):
            return CHECK.review(
                "reported_by", f"“{voice.text}” says so, but reports it of another", [voice.span], 0.6
            )
        if _same_side(context, value, voice.text):
            return CHECK.review(
                "same_side", f"said by “{voice.text}”, who may speak for {value}", [voice.span], 0.65
            )
    rival = subjects[0] if subjects else next(iter(found), None)
    if rival is None:
        return CHECK.review("not_attributed", "no rule tells whose position this is", context.quotes)
    message = f"the position of “{rival.text}”, not of “{value}”"
    if _other_side(context, value, rival.text):
        return CHECK.contradicted("holder_mismatch", message, [rival.span])
    message = f"the position of “{rival.text}”; that may not be “{value}”"
    return CHECK.review("holder_unclear", message, [rival.span])


def _other_side(context: Context, value: str, rival: str) -> bool:
    """Whether the holder given and the one read belong to different states."""
    mine, theirs = _side(context, value), _side(context, rival)
    return mine is not None and theirs is not None and mine != theirs


def _judge_collective(value: str, context: Context) -> Outcome:
    for span in (*word_spans(context), *(s.span for s in context.sentences[:4])):
        match = _COLLECTIVE.search(context.text, span.start, span.end)
        if match and _fits(value, match):
            return CHECK.supported(
                "collective", f"the words speak of “{match[0]}”", [Span(*match.span())], 0.9
            )
    found = record_voices(context)
    if found:
        return CHECK.unsupported(
            "holder_mismatch", f"said by “{found[0].text}” alone, not by {value}", [found[0].span]
        )
    return CHECK.review("not_attributed", f"the evidence does not speak of {value}", context.quotes)


def _fits(value: str, match: re.Match[str]) -> bool:
    """Whether a collective of the source can be the one that is claimed: presidents are leaders, ministers are not."""
    claimed = _COLLECTIVE.search(value)
    if match["we"] and match["we"].casefold() == "we":
        return False  # "we" is the speaker's own side
    mine, theirs = ((claimed and claimed["who"]) or "").casefold(), (match["who"] or "").casefold()
    general = {"sides", "parties", "countries", "delegations", "governments", "states", "nations", ""}
    leaders = {"leaders", "presidents"}
    return mine == theirs or (mine in leaders and theirs in leaders) or bool({mine, theirs} & general)


def _subjects(context: Context) -> list[Named]:
    """Return who, inside the record's words, stands first as the doer of a verb of stance."""
    return [
        named
        for span in word_spans(context)
        for sentence in context.reading.sentences_of(span)
        for named in context.document.identities.in_sentence(sentence)
        if span.contains(named.span) and _takes_stance(context, named, span)
    ][:1]


def _takes_stance(context: Context, named: Named, span: Span) -> bool:
    after = context.text[named.span.end : min(span.end, named.span.end + 60)]
    before = context.text[max(span.start, named.span.start - 30) : named.span.start].split()
    if before and before[-1].casefold() in ("of", "with", "to", "by", "from", "for", "against", "and"):
        return False
    return bool(
        re.match(
            r"(?:\s+(?:has|have|had|also|both|very|much|clearly|again|then|repeatedly|strongly|firmly|further|neither|not|never|did|does|would|could|once)){0,3}\s+",
            after,
        )
        and _STANCE.match(
            re.sub(
                r"^(?:\s+(?:has|have|had|also|both|very|much|clearly|again|then|repeatedly|strongly|firmly|further|neither|not|never|did|does|would|could|once)\b){0,3}\s+",
                "",
                after,
            )
        )
    )


def _same(context: Context, value: str, named: Named) -> bool:
    identities = context.document.identities
    mine = Named(Span(0, len(value)), value, identities.keys(value))
    return matches(mine, named)


def _side(context: Context, text: str) -> str | None:
    entity = context.reading.names.resolve(text)
    told = [t for t, _ in (*entity.affiliations, *entity.roles)] if entity else []
    return country_of(text) or next((c for t in told if (c := country_of(t))), None)


def _stands_for(context: Context, value: str, voice: str) -> str | None:
    """Return the country that is claimed as holder when the voice belongs to its government."""
    claimed = country_of(value) if not _BODY.search(value) else None
    return claimed if claimed and claimed == _side(context, voice) else None


def _same_side(context: Context, value: str, voice: str) -> bool:
    mine = _side(context, value)
    return mine is not None and mine == _side(context, voice)


CHECK = Check("holder", judge)
