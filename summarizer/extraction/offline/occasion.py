"""The event of a text whose lead does not tell it as its own news: what its title, a first person or a list of those present shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.issued import Event
from summarizer.reading.event.parties import listed, outer_mentions, subject
from summarizer.reading.event.records import noun_phrase
from summarizer.reading.event.words import ACCOUNT_NOUN, EVENT_NOUN, OTHER_TIME
from summarizer.reading.naming.finder import Mention, NameKind
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.extraction.offline.scene import Scene

_LEAD = 14  # sentences of the story in which a text says what it is about
# "after a ninety-minute meeting with", "at the end of talks", "following secret talks": behind what was said or done there.
_BEHIND = late_regex(
    r"\b(?:after|following|at\s+the\s+end\s+of|on\s+the\s+sidelines\s+of|during|from|finished|concluded|had|held)\s+"
    r"(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_DEFINITE = late_regex(r"\b(?:the|their)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
# What two or more people do with one another where they meet.
_MUTUAL = re.compile(
    r"\b(?:agreed|agree|discussed|discuss|set|decided|announced|spoke|met|held|signed|exchanged|reaffirmed|underlined|underscored|welcomed|confirmed|pledged|concluded|vowed|clash(?:ed)?|"
    r"(?:also\s+)?said\s+(?:that\s+)?they(?=\s)|traded?|differ(?:ed)?|trade)\b",
    re.IGNORECASE,
)
_AHEAD = late_regex(
    r"\b(?:will|would|next(?!\s+to\b)|before|ahead\s+of|planned|scheduled|plans?|calls?\s+for|invit\w+|propos\w+|want\w*|could|may|to\s+hold|to\s+have|to\s+meet)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OWN = late_regex(r"\b(?:my|our|I(?:['’]ve|\s+have)?\s+just\s+\w+(?:\s+my)?)\s+(?:[\w’'-]+\s+){0,3}$")
_COUNTERPART = late_regex(r"\b(?:counterpart|colleague|opposite\s+number),?\s+$", re.IGNORECASE)
_MET_WITH = late_regex(
    r"\b(?P<who>[Tt]he\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?)\s+and\s+(?:[A-Z][\w.’'-]*\s+){1,6}(?P<deed>met|spoke|talked)\b"
)
_AFTERWARDS = late_regex(
    r"\b(?:press|news)\s+(?:conference|statements?|briefing)\b[^.;]{0,30}\b(?:following|after)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_APPOSED = late_regex(r",\s+$")  # "the Presidents of A, B C, and of D, E F"
_BESIDE = late_regex(r"\b(?:next\s+to|beside|alongside|flanked\s+by|together\s+with)\s+")
_OFFICE_MET = late_regex(
    r"\b[Tt]he\s+(?:Secretary(?:-General)?|President|Vice\s+President|(?:Prime\s+|Foreign\s+)?Minister|Chancellor|Chairman|Ambassador)\s+(?:also\s+)?(?P<deed>met|spoke|talked)\s+"
    r"(?:\w+\s+){0,3}?with\s+"
)
_ON_ITS = late_regex(r"\b(?:on|about|after|following|regarding|at)\s+(?:[\w’'.,-]+\s+){0,6}$", re.IGNORECASE)
_WITH = late_regex(r"\s+(?:with|between|of)\s+", re.IGNORECASE)
ROLL = re.compile(
    r"\W*(?:list\s+of\s+)?(?:(?:members\s+)?present|in\s+attendance|participants|attendees|delegates|delegations)\W*$|\W*attendance\s+list\W*$",
    re.IGNORECASE,
)
_ROLL_OPENS = late_regex(
    r"\W*(?:members\s+)?(?:present|in\s+attendance|participants|attendees)\s*:", re.IGNORECASE
)
_PANEL = late_regex(
    r"\b(?:panel\s+discussion|one-day\s+conference|(?:donor|aid|peace|pledging)\s+conference)\b",
    re.IGNORECASE,
)
_GIVEN_BY = late_regex(
    r"\b(?P<noun>(?:joint\s+)?(?:press|news)\s+conference)\s+(?:by|of|with)\s+", re.IGNORECASE
)
_NOUNS = (
    "talks", "meeting", "call", "summit", "session", "conference", "visit", "discussion", "consultation", "negotiation", "dialogue", "round",
    "hearing", "debate", "sitting", "exchange", "conversation",
)  # fmt: skip
_MEETS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def occasion(scene: Scene) -> Event | None:
    """Return the event of a text that does not tell it as its lead, None where there is none."""
    finders = (_we, _rolled, _first_person, _said_after, _titled, _convened, _on_stage)
    found = [event for finder in finders for event in finder(scene)]
    return next((e for e in found if e.parties), found[0] if found else None)


def _nouns(sentence: Sentence) -> Iterator[re.Match[str]]:
    low = sentence.text.lower()
    if not any(noun in low for noun in _NOUNS):
        return  # cheap to see, where the pattern is slow to fail
    for match in EVENT_NOUN.finditer(sentence.text):
        around = sentence.text[max(0, match.start() - 14) : match.end() + 12]
        if not ACCOUNT_NOUN.search(around) and not re.match(r"conference\s+call", match[0], re.IGNORECASE):
            yield match


def _event(sentence: Sentence, match: re.Match[str], parties: list[Mention]) -> Event:
    start = sentence.span.start
    once = {m.entity: m for m in reversed(parties)}
    ordered = tuple(sorted(once.values(), key=lambda m: m.full.start))
    return Event(Span(start + match.start(), start + match.end()), noun_phrase(match[0]), sentence, ordered)


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in (NameKind.PERSON, NameKind.OTHER)] or [
        m for m in mentions if m.kind in (NameKind.GROUP, NameKind.PLACE, NameKind.ORGANISATION)
    ]


def _with(scene: Scene, sentence: Sentence, end: int) -> list[Mention]:
    """Return those named behind "with" after an event's noun."""
    linked = _WITH.match(sentence.text, end)
    if linked is None:
        return []
    mentions = outer_mentions(scene.reading, sentence.span)
    found = listed(scene.text, mentions, sentence.span.start + linked.end(), 40)
    if not any(m.kind is NameKind.PERSON for m in found):
        found += _counterpart(scene, mentions, sentence.span.start + linked.end())
    return _people(found)


def _counterpart(scene: Scene, mentions: list[Mention], start: int) -> list[Mention]:
    """Return the name behind "his Ukrainian opposite number", whatever kind it was taken for."""
    for mention in mentions:
        named = mention.kind is NameKind.OTHER and " " in scene.words(mention.span)
        if (
            named
            and mention.full.start > start
            and _COUNTERPART.search(scene.text, start, mention.full.start)
        ):
            return [mention]
    return []


def _told(scene: Scene, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether an event is told as one that was held: not denied, not ahead, not an earlier one."""
    span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    bad = (Operation.NEGATION, Operation.DENIAL, Operation.CONDITION, Operation.QUESTION)
    return not (
        _AHEAD.search(sentence.text, 0, match.start())
        or OTHER_TIME.search(sentence.text)
        or any(o.operation in bad and o.scope.contains(span) for o in scene.reading.operators(sentence))
    )


def _first_person(scene: Scene) -> Iterator[Event]:
    """Yield "I've just finished my meeting with B", "The President and Prime Minister B met today", in a speaker's turn."""
    speakers = {a.speaker for a in scene.reading.attributions if a.rule == "label" and a.speaker}
    if not speakers:
        return
    for sentence in scene.body[:_LEAD]:
        if sentence.block.kind is not BlockKind.TURN or sentence.text.rstrip().endswith("?"):
            continue
        for match in _nouns(sentence):
            own = _OWN.search(sentence.text, 0, match.start())
            others = _with(scene, sentence, match.end()) if own else []
            if others and _told(scene, sentence, match):
                yield _event(sentence, match, [*_speaker(scene, sentence), *others])
        for match in _OFFICE_MET.finditer(sentence.text):
            start = sentence.span.start
            mentions = outer_mentions(scene.reading, sentence.span)
            others = _people(listed(scene.text, mentions, start + match.end(), 6))
            if others and _told(scene, sentence, match):
                verb = Span(start + match.start("deed"), start + match.end("deed"))
                what = "meeting" if match["deed"] == "met" else "conversation"
                yield Event(verb, what, sentence, tuple(others), deed=True)
        for match in _MET_WITH.finditer(sentence.text):
            if _told(scene, sentence, match):
                start = sentence.span.start
                verb = Span(start + match.start("deed"), start + match.end("deed"))
                mentions = outer_mentions(scene.reading, Span(start + match.start(), verb.start))
                what = "meeting" if match["deed"] == "met" else "conversation"
                yield Event(verb, what, sentence, tuple(_people(mentions)), deed=True)


def _speaker(scene: Scene, sentence: Sentence) -> list[Mention]:
    label = sentence.block.speaker
    return list(scene.reading.mentions_in(label))[:1] if label else []


def _said_after(scene: Scene) -> Iterator[Event]:
    """Yield "A said after a meeting with B": who speaks of it took part."""
    lead = scene.body[:2]
    for sentence in scene.body[:_LEAD]:
        if sentence.block.kind is BlockKind.TURN:
            continue
        for match in _nouns(sentence):
            if not _BEHIND.search(sentence.text, 0, match.start()) or not _told(scene, sentence, match):
                continue
            others = _with(scene, sentence, match.end())
            spoke = [
                m
                for a in scene.reading.attributions
                if a.speaker and sentence.span.contains(a.speaker) and a.parent is None
                for m in outer_mentions(scene.reading, a.speaker)
                if m.kind is NameKind.PERSON
            ]
            beside = _BESIDE.search(sentence.text, 0, match.start())
            if beside and spoke and not others:
                mentions = outer_mentions(scene.reading, sentence.span)
                others = _people(listed(scene.text, mentions, sentence.span.start + beside.end(), 4))
            among = _people(outer_mentions(scene.reading, sentence.span)) if not others else []
            if not others and len(among) > 1 and all(m.kind is NameKind.PERSON for m in among):
                spoke, others = among[:1], among[1:]  # "after a meeting at which A and B quarrelled"
            together = next((p for s in lead for p, _ in acting_together(scene, s)), []) if not others else []
            if others and spoke:
                yield _event(sentence, match, [*spoke[-1:], *others])
            elif len(together) > 1 and _DEFINITE.search(sentence.text, 0, match.start()):
                yield _event(sentence, match, together)
            elif match[0].lower().endswith("talks") and _is_news(scene, match[0]):
                yield _event(sentence, match, [])


def acting_together(scene: Scene, sentence: Sentence) -> Iterator[tuple[list[Mention], Span]]:
    """Yield two or more people of whom a sentence tells what one does in a meeting, with the verb: "A and B agreed on Monday to …"."""
    mentions = outer_mentions(scene.reading, sentence.span)
    for verb in _MUTUAL.finditer(sentence.text):
        at = Span(sentence.span.start + verb.start(), sentence.span.start + verb.end())
        people = [m for m in subject(scene.text, mentions, at.start) if m.kind is NameKind.PERSON]
        if len({m.entity for m in people}) > 1:
            yield people, at


def _is_news(scene: Scene, noun: str) -> bool:
    """Whether the story speaks of an event again, and so is about it."""
    last = noun.split()[-1].lower()
    again = re.compile(
        rf"\b(?:the|these|their)\s+{re.escape(last)}\b|\b(?:they|both)\s+(?:\w+\s+)?met\b", re.IGNORECASE
    )
    return any(again.search(s.text) for s in scene.body[1:12])


def _titled(scene: Scene) -> Iterator[Event]:
    """Yield what a title tells its text to be about: "Statement on the President's Meeting with A"."""
    for sentence in scene.story[:2]:
        if sentence.block.kind not in _MEETS:
            continue
        for match in _nouns(sentence):
            others = _with(scene, sentence, match.end())
            if others and _ON_ITS.search(sentence.text, 0, match.start()):
                yield _event(sentence, match, others)
            elif _AFTERWARDS.search(sentence.text, 0, match.start()):
                yield _event(sentence, match, [])


def _we(scene: Scene) -> Iterator[Event]:
    """Yield what a text that begins with "We, the Presidents of A, B, and of C, D, …" makes of those who issue it."""
    for sentence in scene.story[:4]:
        mentions = outer_mentions(scene.reading, sentence.span)
        people = [
            m
            for m in mentions
            if m.kind is NameKind.PERSON
            or (
                m.kind is NameKind.OTHER
                and _APPOSED.search(scene.text[: m.full.start][-4:])
                and " " in scene.words(m.span)
            )
        ]
        states = [m for m in mentions if m.kind is NameKind.PLACE]
        parties = people if len(people) > 1 else states
        if not (scene.joint and re.match(r"\W*We,", sentence.text)) or len(parties) < 2:
            continue
        met = re.search(r"\b(?:meeting|met)\b", sentence.text)
        what = "meeting" if met else "joint declaration"
        start = sentence.span.start
        span = Span(start + met.start(), start + met.end()) if met else sentence.span
        yield Event(span, what, sentence, tuple(parties[:4]), deed=bool(met))


def _rolled(scene: Scene) -> Iterator[Event]:
    """Yield the meeting of which a text is the list of participants."""
    if not any(ROLL.match(s.text) or _ROLL_OPENS.match(s.text) for s in scene.story[:20]):
        return
    for sentence in scene.story[:3]:
        match = next(iter(_nouns(sentence)), None)
        if match:
            yield _event(sentence, match, [])


def _on_stage(scene: Scene) -> Iterator[Event]:
    """Yield the joint press conference that a transcript is by its title, with those who give it."""
    for sentence in scene.story[:3]:
        match = _GIVEN_BY.search(sentence.text) if sentence.block.kind is not BlockKind.TURN else None
        if match:
            mentions = outer_mentions(scene.reading, sentence.span)
            people = _people(listed(scene.text, mentions, sentence.span.start + match.end(), 6))
            if len({m.entity for m in people}) > 1 and all(m.kind is NameKind.PERSON for m in people):
                start = sentence.span.start
                span = Span(start + match.start("noun"), start + match.end("noun"))
                once = {m.entity: m for m in reversed(people)}
                parties = tuple(sorted(once.values(), key=lambda m: m.full.start))
                yield Event(span, noun_phrase(match["noun"]), sentence, parties)


def _convened(scene: Scene) -> Iterator[Event]:
    """Yield a panel or conference of which the title and the story speak."""
    for sentence in scene.story[:2]:
        match = _PANEL.search(sentence.text)
        if match and any(
            re.search(rf"\bthe\s+{match[0].split()[-1]}\b", s.text, re.IGNORECASE) for s in scene.body
        ):
            yield _event(sentence, match, [])
