"""The event a text is about (a call, a meeting, talks), and the lengths that are told of it and of nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.reading.blocks import BlockKind
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading
    from summarizer.reading.durations import Duration

_MODIFIER = (
    r"(?:(?:tele|video)?phone|telephone|video|virtual|conference|bilateral|trilateral|quadrilateral|multilateral|four-way|three-way|"
    r"two-way|one-on-one|joint|face-to-face|in-person|expanded|informal|working|high-level|ministerial|plenary|emergency|extraordinary|secure|"
    r"peace|trade|security|ceasefire|leaders['’]?|council|cabinet|committee)"
)
NOUN = (
    r"(?:call|conversation|talks|meeting|summit|session|teleconference|videoconference|conference\s+call|conference|consultations|negotiations|"
    r"visit|discussions?|round\s+of\s+(?:talks|negotiations)|round\s*table|dialogue|exchange)"
)
EVENT_NOUN = re.compile(rf"\b(?:{_MODIFIER}[\s-]+){{0,3}}{NOUN}\b", re.IGNORECASE)
_EVENT_VERB = re.compile(
    r"\b(?:spoke|speaks|met|meets|talked|conferred|held|holds|hosted|hosts|convened|had|welcomed|received)\b"
    r"(?=(?:\s+\S+){0,8}?\s+(?:with|talks|a\s+meeting|a\s+(?:tele|video)?phone|a\s+call|by\s+phone|in\b|at\b))",
    re.IGNORECASE,
)
# Accounts of an event, which have a length of their own, and events of another kind.
_ACCOUNT = re.compile(
    r"\b(?:press|news|background|media|daily)\s+(?:call|briefing|conference|gaggle|availability)\b|\b(?:briefing|interview|flight|journey|drive|trip|ceasefire|truce|war|term|visit|"
    r"sentence|walk|dinner|lunch|concert|match|strike|delay|pause|break|outage|programme|program|agreement|contract|extension|deadline|period|mission|curfew)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:last(?:s|ed|ing)?|went\s+on(?:\s+for)?|ran(?:\s+for)?|took|continued\s+for|stretched(?:\s+to)?|spoke\s+(?:\w+\s+){0,4}?for|talked\s+(?:\w+\s+){0,4}?for|"
    r"met\s+(?:\w+\s+){0,6}?for|conversed\s+for|after|duration\s+(?:of|was)|length\s+of|wrapped\s+up\s+(?:\w+\s+){0,4}?after|ended\s+after|for)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_STRONG = re.compile(r"last|went on|ran|took|continued|stretched|spoke|talked|met|convers|duration|length|wrapped|ended", re.IGNORECASE)
_LEAD = 8  # story sentences in which a text says what it is about
_AHEAD = re.compile(r"\b(?:will|would|next|is\s+to|are\s+to|set\s+to|scheduled|expected|plan(?:s|ned)?|upcoming|forthcoming|future)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Event:
    """The main event: where the words for it stand (`span`), those words, and their sentence."""

    span: Span
    what: str
    sentence: Sentence


def find_event(reading: Reading) -> Event | None:
    """Return the event that the title and the lead speak of, None where they tell of none."""
    story = [s for s in reading.sentences if not s.furniture]
    best: tuple[float, Event] | None = None
    for order, sentence in enumerate(story[:_LEAD]):
        parties = _parties(reading, sentence)
        for match in EVENT_NOUN.finditer(sentence.text):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            score = _score(sentence, match.start(), match.end(), parties, order)
            if score > 0 and (best is None or score > best[0]):
                best = (score, Event(span, " ".join(match[0].split()), sentence))
        if best is None and parties >= 2 and (verb := _EVENT_VERB.search(sentence.text)) and sentence.block.kind is not BlockKind.TITLE:
            span = Span(sentence.span.start + verb.start(), sentence.span.start + verb.end())
            best = (1.0, Event(span, _deed(sentence.text, verb), sentence))
    return best[1] if best else None


def _parties(reading: Reading, sentence: Sentence) -> int:
    return len({m.entity for m in reading.mentions_in(sentence.span) if m.kind in ("person", "group", "organisation", "place")})


def _score(sentence: Sentence, start: int, end: int, parties: int, order: int) -> float:
    """Rate a noun as the main event: two parties in its sentence, early, not ahead in time, not an account of it."""
    before, words = sentence.text[max(0, start - 40) : start], sentence.text[max(0, start - 12) : end]
    if _ACCOUNT.search(words):
        return 0.0
    score = min(parties, 2) - 0.1 * order
    if parties < 2 and sentence.block.kind is not BlockKind.TITLE:
        score -= 1.0
    if _AHEAD.search(before):
        score -= 1.5
    if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        score -= 0.6  # a headline shortens; the same event in a full sentence is told better
    return score


def _deed(text: str, verb: re.Match[str]) -> str:
    word = verb[0].casefold()
    if word in ("spoke", "speaks", "talked", "conferred"):
        return "conversation"
    return "meeting"


def event_durations(reading: Reading) -> tuple[Duration, ...]:
    """Return the lengths told of the event: "lasted about an hour", "a 50-minute call", "spoke for two hours"."""
    found = [d for d in reading.durations if _of_event(reading, d)]
    return tuple(found)


def _of_event(reading: Reading, duration: Duration) -> bool:
    sentence = reading.sentence_at(duration.span.start)
    if sentence is None or sentence.furniture or duration.minutes is None:
        return False
    text, at = sentence.text, sentence.span.start
    before = text[: (duration.bound_span or duration.span).start - at] if (duration.bound_span or duration.span).start >= at else text[: duration.span.start - at]
    after = text[duration.span.end - at :]
    if re.match(r"[\s-]*(?:long[\s-]+)?(?:\w+[\s-]+){0,2}?" + NOUN + r"\b", after, re.IGNORECASE):
        return not _ACCOUNT.match(after.lstrip(" -")) and not _AHEAD.search(before[-60:]) and not re.match(r"[\s-]*(?:\w+\s+){0,2}(?:ago|later|before|from)\b", after)
    lead = _LASTS.search(before)
    if not lead or re.match(r"\s+(?:ago|later|from\s+now|before|after)\b", after):
        return False
    subject = before[max(0, lead.start() - 90) : lead.end()]
    if _ACCOUNT.search(subject) or _AHEAD.search(before[max(0, lead.start() - 40) : lead.end()]):
        return False
    if _STRONG.match(lead[0]):
        return bool(EVENT_NOUN.search(subject)) or _speaks(lead[0]) or _refers(subject)
    return bool(re.match(r"\s+of\s+(?:\w+\s+){0,2}" + NOUN, after, re.IGNORECASE))


def _speaks(words: str) -> bool:
    return bool(re.match(r"(?:spoke|talked|met|conversed)", words, re.IGNORECASE))


def _refers(subject: str) -> bool:
    """Whether the subject is a pronoun for the event: "It lasted …"."""
    return bool(re.search(r"(?:^|[.;,]\s*)(?:it|they|which|this|that)\s+(?:\w+\s+)?(?:last|went|ran|took|continued)\w*\s*(?:\w+\s+){0,4}$", subject, re.IGNORECASE))

