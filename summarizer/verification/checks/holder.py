"""The holder: whose view it is, which is the innermost voice, and not always who passes it on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.counts.number_words import SMALL
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import country_of
from summarizer.source import Span
from summarizer.verification.checks.speaker import focus, record_voices, word_spans
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.same_speaker import Agreement, compare_speaker
from summarizer.verification.who.speakers import Voice
from summarizer.verification.who.stances import COLLECTIVE, Stance, best_stance, find_stances

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

# "It seems to me", "in my view": the speaker's own opinion, not his side's.
_OWN = re.compile(r"\b(?:to\s+me|I\s+\w+|in\s+my\s+\w+)\b")
_FIRST = re.compile(r"(?:I|my|we|our|us)\b", re.IGNORECASE)  # "our position is": that of whoever speaks
# What goes on in somebody's mind, which others can only presume.
_MENTAL = frozenset(
    "think believe feel know understand realize realise suspect assume doubt fear hope expect want prefer imagine worry regret see consider view perceive".split()
)
_SEVERAL = re.compile(
    r"^[^,]*\b(?:sides|parties|leaders|presidents|ministers|countries|delegations|governments|states|nations)$",
    re.IGNORECASE,
)
# These never speak for the state as a whole.
_APART = late_regex(
    r"\b(?:army|navy|guard|police|bank|parliament|senate|press|party|court|university|institute|company|opposition)\b",
    re.IGNORECASE,
)
# A body of a state holds its own view; the state's may be told by anyone who speaks for it.
_BODY = late_regex(
    r"\b(?:ministry|department|office|service|embassy|army|navy|military|forces?|guard|police|bank|parliament|senate|council|agency|"
    r"press|party|court|committee|commission|university|institute|company)\b",
    re.IGNORECASE,
)


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Compare with who takes a stand in the record's words; of alternatives ("A / B") the best counts."""
    outcomes = [_judge_one(value.strip(), context) for value in str(leaf.value).split(" / ")]
    return min(outcomes, key=lambda o: o.verdict.severity)


def _judge_one(value: str, context: Context) -> Outcome:
    stances = _stances(context)
    if COLLECTIVE.search(value) or (_SEVERAL.search(value) and country_of(value) is None):
        return _judge_collective(value, context, stances)
    if len(members := _members(value)) > 1:
        return _judge_members(value, members, context, stances)
    if together := _together(context, stances):
        words = " ".join(context.text[together.start : together.end].split())
        return CHECK.review("collective", f"the position of “{words}”, not of {value} alone", [together])
    found = record_voices(context)
    holders = _holders(context, stances, found)
    for voice in holders:
        if outcome := _judge_holder(value, context, voice, found):
            return outcome
    for stance in stances:
        if compare_speaker(context.document, value, _as_voice(stance)) is Agreement.SAME:
            message = f"“{stance.text}” takes this stand in the words of another"
            return CHECK.review("told_of", message, [stance.span], 0.6)
    return _undecided(value, context, found, holders)


def _judge_holder(value: str, context: Context, voice: Voice, found: list[Voice]) -> Outcome | None:
    """Judge a holder that is the voice, or stands for the same side as its state or its leader; else None."""
    if compare_speaker(context.document, value, voice) is Agreement.SAME:
        if voice.weak:
            message = f"probably the words of “{voice.text}”"
            return CHECK.review("weakly_attributed", message, [voice.span], 0.65)
        return CHECK.supported("stance_of", f"the position of “{voice.text}”", [voice.span], 0.95)
    if voice.weak:
        return None
    sides = context.document.identities.sides
    side = sides.of(voice.text)
    claimed = sides.of(value) if _is_state(value, context) else None
    if side is not None and claimed == side and not _APART.search(voice.text):
        return CHECK.supported("stands_for", f"“{voice.text}” speaks for {side}", [voice.span], 0.9)
    speaks = [v for v in (voice, *found) if sides.of(v.text) == side and sides.speaks_for_leader(v.text)]
    if side is not None and sides.leads(value) == side and speaks and not _own_opinion(context):
        return CHECK.supported(
            "speaks_for_leader",
            f"“{speaks[0].text}” speaks for {value}",
            [voice.span, speaks[0].span],
            0.8,
        )
    return None


def _is_state(value: str, context: Context) -> bool:
    """Whether a holder is a state or side as a whole: no person and no body of it."""
    entity = context.reading.names.resolve(value)
    person = entity is not None and entity.kind is NameKind.PERSON
    return not person and not _BODY.search(value)


def _own_opinion(context: Context, before: int | None = None) -> bool:
    """Whether the record's words (those ahead of offset `before`) give the speaker's own opinion."""
    return any(_OWN.search(context.text, s.start, before or s.end) for s in word_spans(context))


# -- whose words ---------------------------------------------------------------------------------


def _stances(context: Context) -> list[Stance]:
    """Return the stands taken in the record's words, or in the sentence of them that the statement tells."""
    spans = word_spans(context)
    statement = _statement(context)
    if statement is not None and len(spans) > 0:
        spans = focus(context, statement, spans)
    return [
        stance
        for span in spans
        for sentence in context.reading.sentences_of(span)
        for stance in find_stances(context.document, sentence, span)
    ]


def _statement(context: Context) -> str | None:
    value = context.data.get("statement")
    return value if isinstance(value, str) and value.strip() else None


def _holders(context: Context, stances: list[Stance], found: list[Voice]) -> list[Voice]:
    """Return who may hold the position, the likeliest first.

    Where the statement itself tells what another has in mind ("Moscow understands"), the view is that of whoever
    says so; of both where they are of one side.
    """
    best = best_stance(context.document, stances, _statement(context))
    if best is not None and (first := _stated_first(context, stances)) is not None:
        best = first
    if best is None or best.mild:
        speaking = [v for v in found if v.direct] if found and _FIRST.match(found[0].text) else []
        return speaking[:1] or found[:1] or ([_as_voice(best)] if best else [])
    inner = _as_voice(best)
    if found and _own_opinion(context, best.span.start):
        own = next((v for v in found if v.direct), found[0])
        return [own, inner] if _one_side(context, own, inner) else [own]
    if not _told_in_statement(context, best):
        return [inner]
    before = [s for s in stances if s.span.end <= best.span.start and not s.mild and not s.collective]
    outer = [_as_voice(before[-1])] if before else found[:1]
    if not outer or _one_side(context, outer[0], inner):
        return [inner, *outer]
    return outer if _mental(context, best) else [inner]


def _one_side(context: Context, a: Voice, b: Voice) -> bool:
    sides = context.document.identities.sides
    return sides.of(a.text) is not None and sides.of(a.text) == sides.of(b.text)


def _stated_first(context: Context, stances: list[Stance]) -> Stance | None:
    """Return the stand that is the statement's own main clause: "The envoy denied that …" gives the envoy's."""
    statement = _statement(context)
    names = context.document.identities.in_text(statement) if statement else ()
    for stance in stances if names else ():
        keys = context.document.identities.keys(stance.text)
        if matches(Named(stance.span, stance.text, keys), names[0]) and _told_in_statement(context, stance):
            return stance if not stance.mild else None
    return None


def _as_voice(stance: Stance) -> Voice:
    return Voice(stance.text, stance.span, stance.weak)


def _mental(context: Context, stance: Stance) -> bool:
    """Whether a verb tells what goes on in somebody's mind, not what he says or does openly."""
    words = context.text[stance.verb.start : stance.verb.end].casefold().split()
    cue = verb_cues().get(words[0])
    return (cue.lemma if cue else words[0]) in _MENTAL


def _told_in_statement(context: Context, stance: Stance) -> bool:
    statement = _statement(context)
    if statement is None or stance.collective:
        return False
    identities = context.document.identities
    subject = Named(stance.span, stance.text, identities.keys(stance.text))
    verb = context.document.concepts(context.text[stance.verb.start : stance.verb.end])
    named = any(matches(subject, other) for other in identities.in_text(statement))
    return named and bool(len(verb)) and verb.within(context.document.concepts(statement))


def _together(context: Context, stances: list[Stance]) -> Span | None:
    """Return the words for several who take a stand as one, or of whom the words are told; None for one alone."""
    best = best_stance(context.document, stances, _statement(context))
    if best is not None:
        agreed = next((s for s in stances if s.collective and s is not best and _agrees(context, s)), None)
        one = best if best.collective else agreed
        return one.span if one else None
    if _own_opinion(context):
        return None
    for span in word_spans(context):
        match = COLLECTIVE.search(context.text, span.start, span.end)
        if match and match["who"] in ("presidents", "leaders", "sides", "parties"):
            return Span(*match.span())
    return None


def _agrees(context: Context, stance: Stance) -> bool:
    return context.text[stance.verb.start : stance.verb.end].casefold().startswith("agree")


# -- several at once -----------------------------------------------------------------------------


def _judge_collective(value: str, context: Context, stances: list[Stance]) -> Outcome:
    best = best_stance(context.document, stances, _statement(context))
    if (
        best is not None
        and not best.collective
        and not any(_agrees(context, s) for s in stances if s.collective)
    ):
        return CHECK.unsupported(
            "holder_mismatch", f"the position of “{best.text}” alone, not of {value}", [best.span]
        )
    for span in (*word_spans(context), *(s.span for s in context.sentences[:4])):
        for match in COLLECTIVE.finditer(context.text, span.start, span.end):
            if _fits(value, match[0]) and _qualified(value, match[0], context):
                place = Span(*match.span())
                return _counted(value, match[0], place, context) or CHECK.supported(
                    "collective", f"the words speak of “{match[0]}”", [place], 0.9
                )
    if best is not None and best.collective and not COLLECTIVE.search(best.text):
        if not _all_of_them(value, best, context):
            message = f"the position of “{best.text}”; that may not be {value}"
            return CHECK.review("holder_unclear", message, [best.span])
        return CHECK.supported("collective", f"the words speak of “{best.text}”", [best.span], 0.85)
    found = record_voices(context)
    if found:
        return CHECK.unsupported(
            "holder_mismatch", f"said by “{found[0].text}” alone, not by {value}", [found[0].span]
        )
    return CHECK.review("not_attributed", f"the evidence does not speak of {value}", context.quotes)


def _members(value: str) -> list[str]:
    """Return the names of a list: "A, B and C" has three; a single name has itself."""
    return [
        part.strip()
        for part in re.split(r",\s+and\s+|,\s+(?!Jr\b|Sr\b)|\s+and\s+|\s+&\s+", value)
        if part.strip()
    ]


def _judge_members(value: str, members: list[str], context: Context, stances: list[Stance]) -> Outcome:
    """Judge several holders given by name: each must stand in the list that takes the stand."""
    for stance in stances:
        if not stance.collective:
            continue
        for sentence in context.reading.sentences_of(stance.span):
            chain = [
                n
                for n in context.document.identities.in_sentence(sentence)
                if n.span.start < stance.verb.start
            ]
            if all(any(matches(_named(context, one), n) for n in chain) for one in members):
                return CHECK.supported("each_of", f"the position of “{stance.text}”", [stance.span], 0.9)
    rival = next(iter(stances), None)
    message = (
        f"the position of “{rival.text}”; that may not be “{value}”"
        if rival
        else "no rule tells whose position this is"
    )
    return CHECK.review("holder_unclear", message, [rival.span] if rival else context.quotes)


def _named(context: Context, text: str) -> Named:
    return context.document.identities.given(text)


_GENERAL = frozenset("sides parties countries delegations governments states nations they both heads".split())


def _fits(value: str, told: str) -> bool:
    """Whether a collective of the source can be the one claimed: presidents are leaders, ministers are not."""
    mine, theirs = COLLECTIVE.search(value) or COLLECTIVE.search(f"the {value}"), COLLECTIVE.search(told)
    if mine is None or theirs is None:
        return False
    count, others = _how_many(value), _how_many(told)
    if count and others and count != others:
        return False
    a, b = ((m["who"] or m["they"]).casefold() for m in (mine, theirs))
    if value.casefold().startswith("all ") and a != b:
        return False  # all states are more than those who took part
    leaders = {"leaders", "presidents"}
    return a == b or (a in leaders and b in leaders) or bool({a.split()[0], b.split()[0]} & _GENERAL)


def _qualified(value: str, told: str, context: Context) -> bool:
    """Whether the words that narrow a collective ("transatlantic leaders") are told with the same noun somewhere."""
    narrowing = value.casefold().split()[:-1]
    narrowing = [
        w for w in narrowing if w not in _DETERMINERS and w not in SMALL and w not in told.casefold()
    ]
    noun = value.casefold().split()[-1]
    return all(
        re.search(rf"\b{re.escape(w)}\s+(?:\w+\s+)?{re.escape(noun)}\b", context.text, re.IGNORECASE)
        for w in narrowing
    )


_DETERMINERS = frozenset("the both all our their a".split())


def _all_of_them(value: str, stance: Stance, context: Context) -> bool:
    """Whether two who are named together can be the several claimed: all who took part in the event."""
    event = context.reading.event
    count = _how_many(value)
    took_part = len({m.entity for m in event.parties}) if event else 0
    return count == 2 or (count is None and took_part == 2)


def _how_many(words: str) -> int | None:
    """Return how many "both sides" or "the five leaders" are, None where the words do not tell."""
    first = words.casefold().split()[:2]
    return 2 if "both" in first else next((n for word in first if (n := SMALL.get(word))), None)


def _counted(value: str, told: str, place: Span, context: Context) -> Outcome | None:
    """Judge a number of holders that the words beside them do not tell: the rest of the text must tell it."""
    claimed = _how_many(value)
    if claimed is None or _how_many(told) == claimed:
        return None
    others = {n: m for m in COLLECTIVE.finditer(context.text) if (n := _how_many(m[0]))}
    event = context.reading.event
    if claimed in others or (event and len({m.entity for m in event.parties}) == claimed):
        return None
    if others:
        match = next(iter(others.values()))
        message = f"the source says “{match[0]}”, not “{value}”"
        return CHECK.contradicted("number_mismatch", message, [Span(*match.span()), place])
    return CHECK.review("number_unclear", f"the source only says “{told}”", [place])


# -- neither -------------------------------------------------------------------------------------


def _undecided(value: str, context: Context, found: list[Voice], holders: list[Voice]) -> Outcome:
    """Judge a holder who takes no stand here: who passes it on, somebody of the same side, or of another."""
    sides = context.document.identities.sides
    side = sides.of(value)
    for voice in found:
        same = compare_speaker(context.document, value, voice) is Agreement.SAME
        if same or (side is not None and _is_state(value, context) and side == sides.of(voice.text)):
            message = f"“{voice.text}” says so, but reports it of another"
            return CHECK.review("reported_by", message, [voice.span], 0.6)
        if side is not None and side == sides.of(voice.text):
            message = f"said by “{voice.text}”, who may speak for {value}"
            return CHECK.review("same_side", message, [voice.span], 0.65)
    rival = next(iter((*holders, *found)), None)
    if rival is None:
        return CHECK.review("not_attributed", "no rule tells whose position this is", context.quotes)
    theirs = sides.of(rival.text)
    if side is not None and theirs is not None and side != theirs and not rival.weak:
        message = f"the position of “{rival.text}”, not of “{value}”"
        return CHECK.contradicted("holder_mismatch", message, [rival.span])
    message = f"the position of “{rival.text}”; that may not be “{value}”"
    return CHECK.review("holder_unclear", message, [rival.span])


CHECK = Check("holder", judge)
