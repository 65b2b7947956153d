"""The event a text is about (a call, a meeting, talks), and the lengths that are told of it and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.reading.blocks import BlockKind
from summarizer.reading.event_parties import parties_at
from summarizer.reading.names import Mention
from summarizer.reading.polarity import Operation, Operator
from summarizer.reading.sentences import Sentence
from summarizer.source import Source, Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading
    from summarizer.reading.durations import Duration

_MODIFIER = (
    r"(?:(?:tele|video)?phone|telephone|video|virtual|online|conference|bilateral|trilateral|quadrilateral|multilateral|four-way|three-way|"
    r"two-way|one-on-one|joint|face-to-face|in-person|expanded|informal|formal|working|high-level|ministerial|plenary|emergency|extraordinary|secure|annual|"
    r"\w+-(?:day|hour|minute|week|month|nation|party|country|member)|general|special|regular|first|second|third|inaugural|historic|private|closed-door|"
    r"peace|trade|security|ceasefire|climate|economic|strategic|leaders['’]?|council|cabinet|committee|board)"
)
NOUN = (
    r"(?:call|conversation|talks|meeting|summit|session|teleconference|videoconference|conference\s+call|conference|consultations|negotiations|"
    r"visit|discussions?|round\s+of\s+(?:talks|negotiations|consultations)|round\s*table|dialogue|exchange\s+of\s+views|hearing|debate|sitting)"
)
EVENT_NOUN = re.compile(rf"\b(?:{_MODIFIER}[\s-]+){{0,3}}{NOUN}\b", re.IGNORECASE)
_DEED = re.compile(
    r"\b(?:spoke|speaks|met|meets|talked|conferred|convened|gathered|hosted|received|sat\s+down|held\s+talks|conversed)\b",
    re.IGNORECASE,
)
# Accounts of an event, which have a length of their own, and events of another kind.
_ACCOUNT = re.compile(
    r"\b(?:press|news|background|media|daily|market|conference|analyst|earnings)\s+(?:call|briefing|conference|gaggle|availability|session)\b|\bquestion\s+and\s+answer\b|"
    r"\b(?:briefing|interview|flight|journey|drive|trip|ceasefire|truce|war|term|visit|"
    r"sentence|walk|dinner|lunch|concert|match|strike|delay|pause|break|outage|programme|program|agreement|contract|extension|deadline|period|mission|curfew)\b",
    re.IGNORECASE,
)
_ACCOUNT_NOUN = re.compile(
    r"\b(?:press|news|background|media|daily|earnings)\s+(?:conference\s+)?(?:call|briefing|conference|session)\b|^(?:call|visit|conference|session|exchange)\s+(?:for|to\s+(?:action|order|arms))\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:last(?:s|ed|ing)?|went\s+on(?:\s+for)?|ran(?:\s+for)?|took|continued\s+for|stretched(?:\s+to)?|spoke\s+(?:\w+\s+){0,8}?for|talked\s+(?:\w+\s+){0,6}?for|"
    r"(?:broke\s+(?:down|up|off)|collapsed?|adjourned|finished|concluded)\s+(?:[\w,'’-]+\s+){0,6}?after|(?:call|conversation|meeting|session|talks|summit)\s+of|"
    r"met\s+(?:[\w,'’-]+\s+){0,12}?for|sat\s+(?:\w+\s+){0,4}?for|conversed\s+for|duration\s+(?:of|was)|length\s+of|wrapped\s+up\s+(?:\w+\s+){0,4}?after|ended\s+after|after|for)\s+"
    r"(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"broke|collaps|adjourn|finish|conclud|call|meeting|session|summit|last|went\s+on|ran|took|continued|stretched|spoke|talked|met|sat|convers|duration|length|wrapped|ended",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?:minutes|proceedings|record)\s+of\s+(?:the|a)\b|^minutes\b", re.IGNORECASE)
_PRESENT = re.compile(r"\s*(?:members\s+)?present\s*:", re.IGNORECASE)
_LEAD = 14  # story sentences in which a text says what it is about
_ENOUGH = (
    1.3  # the score from which a candidate is taken for the event: one linked party, or a verb of its own
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|next|is\s+to|are\s+to|set\s+to|due\s+to|scheduled|expected|plan(?:s|ned)?|upcoming|forthcoming|future|ahead\s+of|"
    r"propos\w+|calls?\s+for|called\s+for|invit\w+|agree[sd]?\s+to|agree[sd]?\s+on|want(?:s|ed)?\s+to|may|could|to\s+hold|to\s+meet|before)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:last\s+(?:spoke|met|talked|held)|previous(?:ly)?|earlier\s+(?:call|talks|meeting|this\s+(?:month|year|week))|last\s+(?:month|year)|in\s+recent\s+(?:weeks|days|months)|"
    r"just\s+ahead\s+of|will\s+also|also\s+(?:spoke|met|talked|received)|on\s+another\s+matter|separately|other\s+calls?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:first|last|final|opening|remaining|next|another|of\s+which)\s+$", re.IGNORECASE)
_HAPPENS = re.compile(
    r"\s*(?:[,(][^.;:]{0,80}[,)])?\s*(?:\w+ly\s+)?(?:,\s*)?(?:which\s+|that\s+)?(?:lasted|lasting|began|ended|took\s+place|was\s+(?:held|requested|initiated|the\s+\w+)|were\s+held|came|started|opened|"
    r"concluded|closed|adjourned|broke|collapsed|focused|centred|centered|covered|had\s+(?:come|ended|begun)|ran|went\s+on)\b",
    re.IGNORECASE,
)
# "The working group on fisheries met": a subject that is a body without a name.
_COLLECTIVE = re.compile(
    r"\b(?:group|delegations?|committee|council|commission|board|boards|teams?|ministers|leaders|presidents|sides|parties|heads|cabinet|negotiators|experts|"
    r"members|assembly|panel|subcommittee|directors|shareholders|envoys|diplomats|officials|representatives)\b[^.;:\"“”]{0,50}$",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\b(?:held|hold|had|ended|end|opened|began|concluded|attended|completed|finished|wrapped\s+up)\s+(?:[\w'’-]+\s+){0,5}$",
    re.IGNORECASE,
)
_SAME = (
    frozenset("call conversation telephone phone teleconference videoconference".split()),
    frozenset(
        "meeting talks summit session negotiations consultations discussion discussions conference round".split()
    ),
)


@dataclass(frozen=True, slots=True)
class Event:
    """The main event: where the words for it stand (`span`), those words, and their sentence.

    `parties` are the mentions of those who, beside these words, take part in it; `deed` tells that the
    words are a verb ("spoke") and `what` the noun for it, which stands at `named` where the text has it.
    """

    span: Span
    what: str
    sentence: Sentence
    parties: tuple[Mention, ...] = ()
    deed: bool = False
    named: Span | None = None


def find_event(reading: Reading) -> Event | None:
    """Return the event that the title and the lead speak of, None where they tell of none."""
    best: tuple[float, Event] | None = None
    story = [s for s in reading.sentences if not s.furniture][:_LEAD]
    found = [(event, order) for order, s in enumerate(story) for event in _candidates(reading, s)]
    for event, order in [*((e, 0) for e in _in_metadata(reading)), *found]:
        score = _score(reading, event, order)
        if score >= _ENOUGH and (best is None or score > best[0] + 1e-9):
            best = (score, event)
    if best is None:
        return _recorded(reading, story)
    chosen = _in_story(reading, best[1]) if best[1].sentence.furniture else best[1]
    return (
        _named(chosen, [event for event, _ in found], list(_in_metadata(reading))) if chosen.deed else chosen
    )


def _recorded(reading: Reading, story: Sequence[Sentence]) -> Event | None:
    """Return the meeting whose minutes a text is: its title says so, or it opens with who was present."""
    minutes = next((s for s in story[:6] if _MINUTES.search(s.text) or _PRESENT.match(s.text)), None)
    if minutes is None:
        return None
    for sentence in (s for s in reading.sentences if not s.furniture):
        for match in re.finditer(
            r"\b(?:the|this)\s+(?P<noun>meeting|session|sitting|hearing)\b", sentence.text, re.IGNORECASE
        ):
            if not re.search(
                r"\b(?:last|previous|next)\s*$", sentence.text[: match.start()]
            ) and _HAPPENS.match(sentence.text, match.end()):
                span = Span(sentence.span.start + match.start("noun"), sentence.span.start + match.end())
                return Event(span, match["noun"].lower(), sentence)
    title = _MINUTES.search(minutes.text)
    if title is None:
        return None
    return Event(
        Span(minutes.span.start + title.start(), minutes.span.start + title.end()), "meeting", minutes
    )


def _named(event: Event, found: Sequence[Event], titled: Sequence[Event]) -> Event:
    """Return an event told by a verb with the noun that the title, or the words right after, call it by."""
    own = {m.entity for m in event.parties}
    for other in (*titled, *found):
        near = 0 <= other.sentence.number - event.sentence.number <= 3
        shared = own & {m.entity for m in other.parties}
        heading = other.sentence.furniture or other.sentence.block.kind is BlockKind.TITLE
        happens = near and bool(
            _HAPPENS.match(other.sentence.text, other.span.end - other.sentence.span.start)
        )
        if not other.deed and _fits(event, other) and ((heading and shared) or happens):
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
    from summarizer.reading.document import Reading as TitleReading

    matter, title = reading.source.front_matter, reading.source.title
    if not (title and matter and "title" in matter.values):
        return
    place = Span(*matter.values["title"])
    holder = reading.sentence_at(place.start)
    if holder is None:
        return
    own = TitleReading(Source(title))
    for sentence in own.sentences:
        for event in _candidates(own, sentence):
            known = (reading.names.resolve(title[m.span.start : m.span.end]) for m in event.parties)
            parties = tuple(
                m for entity in known if entity and (m := _first_in_story(reading, entity.mentions))
            )
            yield replace(
                event, span=place, sentence=replace(holder, span=place, text=title), parties=parties
            )


def _first_in_story(reading: Reading, mentions: Sequence[int]) -> Mention | None:
    for number in mentions:
        mention = reading.names.mentions[number]
        sentence = reading.sentence_at(mention.span.start)
        if sentence and not sentence.furniture:
            return mention
    return None


def _candidates(reading: Reading, sentence: Sentence) -> Iterator[Event]:
    start = sentence.span.start
    for match in EVENT_NOUN.finditer(sentence.text):
        span = Span(start + match.start(), start + match.end())
        if not _is_account(sentence.text, match.start(), match.end()):
            parties = tuple(parties_at(reading, sentence, span, verb=False))
            yield Event(span, noun_phrase(match[0]), sentence, parties)
    if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return
    for match in _DEED.finditer(sentence.text):
        span = Span(start + match.start(), start + match.end())
        parties = tuple(parties_at(reading, sentence, span, verb=True))
        yield Event(span, _deed(sentence.text, match), sentence, parties, deed=True)


def noun_phrase(words: str) -> str:
    """Return the words of a noun phrase in running form: one line, lower case unless a name or an initialism."""
    line = " ".join(re.sub(r"\\[_\s]?", " ", words).split())
    return (
        line.lower()
        if line.istitle() or line.isupper()
        else line[0].lower() + line[1:]
        if line.split()[0].istitle()
        else line
    )


def _is_account(text: str, start: int, end: int) -> bool:
    return bool(
        _ACCOUNT_NOUN.search(text[max(0, start - 14) : end]) or _ACCOUNT_NOUN.match(text[start : end + 12])
    )


def _score(reading: Reading, event: Event, order: int) -> float:
    """Rate a candidate: linked parties count most, then a verb of its own; what lies ahead or long behind does not count."""
    sentence, start = event.sentence, event.span.start - event.sentence.span.start
    text = sentence.text
    linked = len({m.entity for m in event.parties})
    score = 3.0 if linked >= 2 else 1.2 if linked == 1 else 0.0
    if linked < 2 and (
        _COLLECTIVE.search(text, max(0, start - 120), start) if event.deed else _held_by_all(text, start)
    ):
        score, linked = max(score, 1.8), max(linked, 1)
    if (
        not event.deed
        and _HAPPENS.match(text, event.span.end - sentence.span.start)
        and _definite(text, start)
    ):
        score += 2.2
    if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        score += 0.4 if order == 0 and not linked else 0.0
        score -= 0.6  # a headline shortens; the same event in a full sentence is told better
    if sentence.furniture:
        score -= 0.3
    if event.deed and not linked:
        score = 0.0
    if _AHEAD.search(text, 0, start) and not re.search(r"\b(?:said|told|held)\b", text[:start]):
        score -= 2.5
    if _OTHER_TIME.search(text):
        score -= 3.0
    if any(
        o.operation in (Operation.NEGATION, Operation.DENIAL) and o.scope.contains(event.span)
        for o in _operators(reading, sentence)
    ):
        score -= 2.5
    return score - 0.04 * order


def _held_by_all(text: str, start: int) -> bool:
    """Whether a noun stands behind "the leaders held", "we had": a subject that is all parties together."""
    held = _HOLDING.search(text, max(0, start - 70), start)
    if held is None:
        return False
    subject = text[max(0, held.start() - 120) : held.start()]
    return bool(_COLLECTIVE.search(subject) or re.search(r"\b(?:[Ww]e|and\s+I)\s*$", subject))


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
    if not _definite(text, match.start()) or _AHEAD.search(text, max(0, match.start() - 60), match.start()):
        return 0.0
    if re.match(
        r"\s+(?:between|of|among)\s+(?:the|both|all)\s+(?:\w+\s+)?(?:presidents|leaders|ministers|sides|delegations|heads)",
        text[match.end() :],
        re.IGNORECASE,
    ):
        return 3.0
    return 2.0 if _HAPPENS.match(text, match.end()) else 0.0


@lru_cache(maxsize=512)
def _classes(phrase: str) -> frozenset[int]:
    words = set(phrase.lower().split())
    return frozenset(i for i, group in enumerate(_SAME) if words & group)


# -- lengths -------------------------------------------------------------------------------------


def event_durations(reading: Reading) -> tuple[Duration, ...]:
    """Return the lengths told of the event: "lasted about an hour", "a 50-minute call", "spoke for two hours"."""
    return tuple(d for d in reading.durations if _of_event(reading, d))


def _of_event(reading: Reading, duration: Duration) -> bool:
    sentence = reading.sentence_at(duration.span.start)
    if sentence is None or sentence.furniture or duration.minutes is None or duration.offset:
        return False
    text, at = sentence.text, sentence.span.start
    start = (duration.bound_span or duration.span).start
    before = text[: max(0, (start if start >= at else duration.span.start) - at)]
    after = text[duration.span.end - at :]
    if _OTHER_TIME.search(text) or _PART.search(before) or _elsewhere(reading, sentence):
        return False
    if re.match(r"[\s-]*(?:long[\s-]+)?(?:\w+[\s-]+){0,2}?" + NOUN + r"\b", after, re.IGNORECASE):
        return not (
            _ACCOUNT.match(after.lstrip(" -"))
            or _AHEAD.search(before[-60:])
            or re.match(r"[\s-]*(?:\w+\s+){0,2}(?:ago|later|before|from|into|until)\b", after)
        )
    lead = _LASTS.search(before)
    if not lead or re.match(r"\s+(?:ago|later|from\s+now|before|after)\b", after):
        return False
    subject = before[max(0, lead.start() - 90) : lead.end()]
    if _ACCOUNT.search(subject) or _AHEAD.search(before[max(0, lead.start() - 40) : lead.end()]):
        return False
    if _STRONG.match(lead[0]):
        return bool(EVENT_NOUN.search(before)) or _speaks(lead[0]) or _refers(subject)
    return bool(re.match(r"\s+of\s+(?:\w+\s+){0,2}" + NOUN, after, re.IGNORECASE))


def _elsewhere(reading: Reading, sentence: Sentence) -> bool:
    """Whether a heading speaks of people who are not those of the event: a teaser for another story."""
    event = reading.event
    if sentence.block.kind is not BlockKind.HEADING or event is None or not event.parties:
        return False
    own = {m.entity for m in event.parties}
    return not any(m.entity in own for m in reading.mentions_in(sentence.span))


def _speaks(words: str) -> bool:
    return bool(re.match(r"(?:spoke|talked|met|sat|conversed)", words, re.IGNORECASE))


def _refers(subject: str) -> bool:
    """Whether the subject is a pronoun for the event: "It lasted …"."""
    return bool(
        re.search(
            r"(?:^|[.;,]\s*)(?:it|they|which|this|that)\s+(?:\w+\s+)?(?:last|went|ran|took|continued)\w*\s*(?:\w+\s+){0,4}$",
            subject,
            re.IGNORECASE,
        )
    )
