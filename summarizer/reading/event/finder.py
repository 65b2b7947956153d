"""The event a text is about (a call, a meeting, talks), and the lengths that are told of it and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.clock_lengths import clock_lengths
from summarizer.reading.event.issued import Event, issued
from summarizer.reading.event.lengths import of_event
from summarizer.reading.event.parties import WITH_ALL, listed, outer_mentions, parties_at, subject
from summarizer.reading.event.records import noun_phrase, recorded, routine_briefing
from summarizer.reading.event.words import (
    ACCOUNT_NOUN,
    AHEAD,
    AND_I,
    COLLECTIVE,
    DEED,
    DEEDS,
    ENOUGH,
    EVENT_NOUN,
    HAPPENS,
    HOLDING,
    LEAD,
    NOUNS,
    OTHER_TIME,
    PAIR,
    SAME,
    UPCOMING,
    holds,
)
from summarizer.reading.naming.finder import Mention, NameKind
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.polarity import Operation, Operator
from summarizer.reading.sentences import Sentence
from summarizer.source import Source, Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading
    from summarizer.reading.timing.durations import Duration


_OFFICE_BEFORE = re.compile(r"\b(?:[Tt]he\s+[A-Z]\w+(?:\s[A-Z]\w+)?|[Hh]e|[Ss]he)\s+(?:also\s+|then\s+)?$")
_FIRST_PERSONS = re.compile(r"\b(?:[Ww]e|and\s+I)(?:\s+(?:have|had|both|also|just|now|then)|['’]ve)*\s*$")
_FREE = re.compile(
    r",\s+(?:drawing|prompting|sparking|triggering|leading|ending|setting)\b"
)  # behind a negated clause
_AT_ONE = re.compile(
    r"\b(?:at|in|during|after|following|held|ended)\s+an?\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
# What may stand before a noun that opens a sentence of news: a dateline, an adjective.
_BARE_PLURAL = re.compile(
    r"(?:.*(?:\s[-–—]{1,2}|[.:)])\s+)?(?:An?\s+)?(?:[A-Z][\w-]*\s+(?:[a-z-]+\s+)?)?", re.DOTALL
)
_ENDS_LATER = re.compile(
    r"(?<=talks|tions|aring|eting|ssion|ummit|rence|ebate)\s(?:[^.;:]{3,140}\s)?(?:broke|ended|opened|began|closed|concluded|collapsed|resumed|started|went\s+on|lasted|was\s+held|got\s+under\s+way)\b"
)
# "the meeting I convened in A on Friday with B"
_ONES_OWN = re.compile(
    r"\s+(?:that\s+|which\s+)?(?:I|we)\s+(?:\w+\s+)?(?:convened|held|had|hosted|chaired|co-chaired|attended)\b(?P<more>[^.;:]{0,90}?)\bwith\s+",
)
_PRONOUN = re.compile(r"\b(?:he|she)\s+(?:also\s+|later\s+|then\s+)?$", re.IGNORECASE)


def find_event(reading: Reading) -> Event | None:
    """Return the event that the title and the lead speak of, None where they tell of none."""
    best: tuple[float, Event] | None = None
    story = list(islice((s for s in reading.sentences if not s.furniture), LEAD))
    if (routine := routine_briefing(story)) is not None:
        return routine
    found = [(event, order) for order, s in enumerate(story) for event in _candidates(reading, s)]
    for event, order in [*((e, 0) for e in _in_metadata(reading)), *found]:
        score = _score(reading, event, order)
        if score >= ENOUGH and (best is None or score > best[0] + 1e-9):
            best = (score, event)
    if best is None:
        return recorded(reading, story) or issued(reading, story)
    chosen = best[1]
    if chosen.sentence.furniture or chosen.sentence.block.kind is BlockKind.TITLE:
        told = [
            (s, e)
            for e, order in found
            if _told_by(e, best[1]) and (s := _score(reading, e, order)) >= ENOUGH
        ]
        told = (
            told if chosen.sentence.furniture else [t for t in told if _shares_sides(reading, t[1], chosen)]
        )
        titled = chosen
        if told:
            chosen = max(told, key=lambda t: t[0])[1]
        elif chosen.sentence.furniture:
            chosen = _in_story(reading, chosen)
        if len(chosen.parties) < len(titled.parties):
            chosen = replace(chosen, parties=titled.parties)
    return (
        _named(reading, chosen, [event for event, _ in found], list(_in_metadata(reading)))
        if chosen.deed
        else chosen
    )


def _named(reading: Reading, event: Event, found: Sequence[Event], titled: Sequence[Event]) -> Event:
    """Return an event told by a verb with the noun that the title, or the words right after, call it by."""
    own = {m.entity for m in event.parties}
    for other in (*titled, *found):
        near = 0 <= other.sentence.number - event.sentence.number <= 3
        shared = own & {m.entity for m in other.parties}
        heading = other.sentence.furniture or other.sentence.block.kind is BlockKind.TITLE
        happens = near and bool(
            HAPPENS.match(other.sentence.text, other.span.end - other.sentence.span.start)
        )
        # "The leaders convened", under "Readout of the Leaders' Call": the verb says nothing of how
        neutral = reading.text[event.span.start : event.span.end].lower() in ("convened", "gathered")
        called = heading and (shared or (neutral and not other.parties))
        if not other.deed and (_fits(event, other) or (neutral and called)) and (called or happens):
            return replace(event, what=other.what, named=other.span)
    return event


def _fits(event: Event, other: Event) -> bool:
    """Whether a noun can stand for the verb: who spoke had a call or talks, who met had no call."""
    classes = _classes(other.what)
    return (
        0 in classes
        if event.what.endswith("conversation") and 1 not in classes
        else not (0 in classes and event.what == "meeting")
    )


def _in_metadata(reading: Reading) -> Iterator[Event]:
    """Yield the events of a title that only the metadata tell, with those it names as they stand in the story."""
    matter, title = reading.source.front_matter, reading.source.title
    if not (title and matter and "title" in matter.values):
        return
    place = Span(*matter.values["title"])
    holder = reading.sentence_at(place.start)
    if holder is None:
        return
    own = type(reading)(Source(title))
    for sentence in own.sentences:
        for event in _candidates(own, sentence):
            known = (reading.names.resolve(title[m.span.start : m.span.end]) for m in event.parties)
            parties = tuple(
                m for entity in known if entity and (m := _first_in_story(reading, entity.mentions))
            )
            parties = parties if len(parties) > 1 else tuple(_pair_in(reading, title)) or parties
            yield replace(
                event, span=place, sentence=holder._replace(span=place, read=title), parties=parties
            )


def _pair_in(reading: Reading, title: str) -> Iterator[Mention]:
    """Yield the two states that a title joins before its noun, as the story names them: "the Peru-Ghana Trade Meeting"."""
    pair = PAIR.search(title)
    if pair and all(map(country_of, pair.groups())):
        for name in pair.groups():
            entity = reading.names.resolve(country_of(name) or name) or reading.names.resolve(name)
            if entity and (mention := _first_in_story(reading, entity.mentions)):
                yield mention


def _first_in_story(reading: Reading, mentions: Sequence[int]) -> Mention | None:
    for number in mentions:
        mention = reading.names.mentions[number]
        sentence = reading.sentence_at(mention.span.start)
        if sentence and not sentence.furniture:
            return mention
    return None


def _candidates(reading: Reading, sentence: Sentence) -> Iterator[Event]:
    start = sentence.span.start
    for match in EVENT_NOUN.finditer(sentence.text) if holds(sentence.text, NOUNS) else ():
        span = Span(start + match.start(), start + match.end())
        if not _is_account(sentence.text, match.start(), match.end()):
            parties = tuple(parties_at(reading, sentence, span, verb=False))
            parties = parties or tuple(_ones_own(reading, sentence, match.end()))
            yield Event(span, noun_phrase(match[0]), sentence, parties)
    if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return
    for match in DEED.finditer(sentence.text) if holds(sentence.text, DEEDS) else ():
        span = Span(start + match.start(), start + match.end())
        parties = tuple(parties_at(reading, sentence, span, verb=True))
        if parties and _PRONOUN.search(sentence.text[: match.start()][-24:]):
            parties = (*_antecedent(reading, sentence), *parties)
        yield Event(span, _deed(sentence.text, match), sentence, parties, deed=True)
    yield from _told_by_one(reading, sentence)


def _ones_own(reading: Reading, sentence: Sentence, end: int) -> Iterator[Mention]:
    """Yield the speaker of a turn and the others of "the meeting I convened in A on Friday with B"."""
    label = sentence.block.speaker
    told = _ONES_OWN.match(sentence.text, end) if label else None
    own = _speaking(reading, label) if told and label else None
    if own and told:
        yield own
        yield from listed(
            reading.text, outer_mentions(reading, sentence.span), sentence.span.start + told.end(), 12
        )


def _speaking(reading: Reading, label: Span) -> Mention | None:
    """Return the mention that a speaker's label is; "THE PRESIDENT" is the one whose remarks the title calls it."""
    own = next(iter(reading.mentions_in(label)), None)
    office = reading.text[label.start : label.end].casefold().removeprefix("the ").split()
    if own is not None or not office:
        return own
    for mention in reading.mentions_in(reading.sentences[0].span) if reading.sentences else ():
        roles = (role.casefold().split() for role, _ in reading.names.entities[mention.entity].roles)
        if mention.kind is NameKind.PERSON and any(role[-1:] == office[-1:] for role in roles):
            return mention
    return None


def _told_by_one(reading: Reading, sentence: Sentence) -> Iterator[Event]:
    """Yield what a speaker tells of himself and another: "President A and I had to speak plainly"."""
    label = sentence.block.speaker
    own = _speaking(reading, label) if label else None
    for match in AND_I.finditer(sentence.text) if own else ():
        at = sentence.span.start + match.start()
        others = subject(reading.text, outer_mentions(reading, sentence.span), at)
        if own and len(others) == 1 and others[0].entity != own.entity and others[0].kind is NameKind.PERSON:
            span = Span(at + len(match[0]) - len(match[0].lstrip()), sentence.span.start + match.end())
            yield Event(span, "meeting", sentence, (own, others[0]), deed=True)


def _antecedent(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    """Yield whom "he" or "she" stands for: the first person whom the sentence before names."""
    if sentence.number < 2:
        return
    before = reading.sentences[sentence.number - 2]
    if not before.furniture and before.block.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        people = [m for m in reading.mentions_in(before.span) if m.kind is NameKind.PERSON]
        yield from people[:1]


def _is_account(text: str, start: int, end: int) -> bool:
    return bool(
        ACCOUNT_NOUN.search(text[max(0, start - 14) : end]) or ACCOUNT_NOUN.match(text[start : end + 12])
    )


def _score(reading: Reading, event: Event, order: int) -> float:
    """Rate a candidate: linked parties count most, then a verb of its own; what lies ahead or long behind does not count."""
    sentence, start = event.sentence, event.span.start - event.sentence.span.start
    text = sentence.text
    linked = len({m.entity for m in event.parties})
    score = 3.0 if linked >= 2 else 1.2 if linked == 1 else 0.0
    if linked < 2 and (
        COLLECTIVE.search(text, max(0, start - 120), start) if event.deed else _held_by_all(text, start)
    ):
        score, linked = max(score, 1.8), max(linked, 1)
    if WITH_ALL.match(text, event.span.end - sentence.span.start) and (
        linked == 1 or (event.deed and _OFFICE_BEFORE.search(text[:start]))
    ):
        score, linked = max(score, 2.0), max(linked, 1)
    if (
        not event.deed
        and HAPPENS.match(text, event.span.end - sentence.span.start)
        and _definite(text, start)
    ):
        score += 2.2
    elif _AT_ONE.search(text[:start]) and HAPPENS.match(text, event.span.end - sentence.span.start):
        score += 1.5  # "at a public hearing that went on until six"
    elif (
        not event.deed
        and _BARE_PLURAL.fullmatch(text[:start][-60:])
        and _ENDS_LATER.match(text, event.span.end - sentence.span.start)
    ):
        score += 1.5  # "Indirect talks on a truce broke up on Tuesday"
    if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        score += 0.4 if order == 0 and not linked else 0.0
        score -= 0.6  # a headline shortens; the same event in a full sentence is told better
    if sentence.furniture:
        score -= 0.3
    if event.deed and not linked:
        score = 0.0
    if (AHEAD.search(text, 0, start) or UPCOMING.search(text[:start][-60:])) and not re.search(
        r"\b(?:said|told|held)\b", text[:start]
    ):
        score -= 2.5
    if OTHER_TIME.search(text):
        score -= 3.0
    if any(
        o.operation in (Operation.NEGATION, Operation.DENIAL)
        and o.scope.contains(event.span)
        and not _FREE.search(reading.text, o.cue.end, event.span.start)
        for o in _operators(reading, sentence)
    ):
        score -= 2.5
    return score - 0.04 * order


def _held_by_all(text: str, start: int) -> bool:
    """Whether a noun stands behind "the leaders held", "we had": a subject that is all parties together."""
    held = HOLDING.search(text, max(0, start - 70), start)
    if held is None:
        return False
    subject = text[max(0, held.start() - 120) : held.start()]
    return bool(COLLECTIVE.search(subject) or _FIRST_PERSONS.search(subject))


def _operators(reading: Reading, sentence: Sentence) -> tuple[Operator, ...]:
    return () if sentence.furniture else reading.operators(sentence)


def _definite(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:the|this|their|our|his|her|its)\s+(?:\w+\s+)?$",
            text[max(0, start - 30) : start],
            re.IGNORECASE,
        )
    )


def _deed(text: str, verb: re.Match[str]) -> str:
    word = verb[0].casefold()
    by_phone = re.search(
        r"\bby\s+(?:tele)?phone\b|\bon\s+the\s+(?:tele)?phone\b",
        text[verb.end() : verb.end() + 120],
        re.IGNORECASE,
    )
    if word in ("spoke", "speaks", "talked", "conferred", "conversed") or by_phone:
        return "phone conversation" if by_phone else "conversation"
    return "talks" if word.startswith("held") else "meeting"


def _told_by(event: Event, titled: Event) -> bool:
    """Whether an event of the story is the one of the title: "A and B met" for "the A-B Meeting"."""
    if event.sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    return _fits(event, titled) if event.deed else bool(_classes(event.what) & _classes(titled.what))


def _shares_sides(reading: Reading, event: Event, titled: Event) -> bool:
    """Whether a headline's parties, or their states, are among those of an event told in the story."""
    own, told = (
        {
            country_of(reading.text[m.span.start : m.span.end])
            for p in e.parties
            for m in reading.mentions_in(p.full)
        }
        for e in (titled, event)
    )
    return bool(
        {m.entity for m in titled.parties} & {m.entity for m in event.parties} or (own & told) - {None}
    )


def _in_story(reading: Reading, titled: Event) -> Event:
    """Return an event that the metadata's title tells at the words of the story that speak of it, if any do."""
    wanted = _classes(titled.what)
    best: tuple[float, Event] | None = None
    for sentence in reading.sentences:
        if sentence.furniture:
            continue
        for match in EVENT_NOUN.finditer(sentence.text):
            if not wanted & _classes(match[0]) or _is_account(sentence.text, match.start(), match.end()):
                continue
            score = _tells_of(sentence.text, match)
            if score > 0 and (best is None or score > best[0]):
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                best = (score, Event(span, noun_phrase(match[0]), sentence, titled.parties))
    return best[1] if best else titled


def _tells_of(text: str, match: re.Match[str]) -> float:
    """Rate how surely a definite noun of the story is the event of the title."""
    if not _definite(text, match.start()) or AHEAD.search(text, max(0, match.start() - 60), match.start()):
        return 0.0
    if re.match(
        r"\s+(?:between|of|among)\s+(?:the|both|all)\s+(?:\w+\s+)?(?:presidents|leaders|ministers|sides|delegations|heads)",
        text[match.end() :],
        re.IGNORECASE,
    ):
        return 3.0
    return 2.0 if HAPPENS.match(text, match.end()) else 0.0


@lru_cache(maxsize=512)
def _classes(phrase: str) -> frozenset[int]:
    words = set(phrase.lower().split())
    return frozenset(i for i, group in enumerate(SAME) if words & group)


def event_durations(reading: Reading) -> tuple[Duration, ...]:
    """Return the lengths told of the event: "lasted about an hour", "a 50-minute call", else from when to when it was."""
    return tuple(d for d in reading.durations if of_event(reading, d)) or clock_lengths(reading)
