"""Formats of talks that a text tells as agreed, announced, in use or proposed, each with place, parties and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarizer.extraction.offline.noun_phrases import Phrase, phrases
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.scene import COLLECTIVE, Scene, one_line
from summarizer.extraction.offline.voices import Voices
from summarizer.reading.blocks import BlockKind
from summarizer.reading.dates import Date
from summarizer.reading.gazetteer import country_of, is_place, organisation
from summarizer.reading.names import NameKind
from summarizer.reading.polarity import Operation
from summarizer.reading.sentences import Sentence
from summarizer.source import Span, hull

_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "proposed",
        re.compile(
            r"\b(?:propos(?:ed|es?|al|ing)|suggest(?:ed|s)?|(?:express(?:ed|es)\s+)?support(?:ed|s)?\s+(?:for|the)|call(?:ed|s)?\s+for|offer(?:ed|s)?|invit(?:ed|es?)|urged|would\s+like|"
            r"(?:is|are|was|were)\s+(?:ready|willing|open)\s+to|favou?r(?:ed|s)?|seeks?|wants?|hopes?|readiness)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "in_use",
        re.compile(r"\b(?:(?:already\s+)?in\s+use|keeps?\s+open|remains?\s+open|stays?\s+in\s+use|continu(?:e|es|ed)\s+(?:to\s+(?:meet|work|use)|(?:work|talks|consultations)\s+(?:through|in|within)))\b", re.IGNORECASE),
    ),
    (
        "agreed",
        re.compile(
            r"\b(?:(?:have\s+|has\s+|had\s+)?agree[ds]?\s+(?:also\s+)?(?:to|on|upon|that)|agreement\s+(?:to|on)|(?:have\s+|has\s+)?decided\s+(?:to|on|that)|establish(?:es)?|set(?:s)?\s+up|committed\s+to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "announced",
        re.compile(
            r"\b(?:will\s+(?:also\s+|again\s+|then\s+|next\s+)?(?:meet|be\s+held|hold|take\s+place|host|start|begin|convene|take\s+up|be\s+convened|gather|resume|open|continue|discuss|follow)|"
            r"(?:is|are|was|were)\s+(?:set|due|scheduled|expected|slated|planned)\s+(?:to|for|on|in)|(?:set|due|scheduled|slated)\s+(?:to|for)|to\s+be\s+held|stands,|announc(?:ed|es?|ing))\b",
            re.IGNORECASE,
        ),
    ),
)
_CREATES = re.compile(r"\b(?:launch|establish|set\s+up|open|create|hold|resume|start|begin|convene|form|keep\s+open|host|institute|continue|relaunch|restart)\s+(?:up\s+)?(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_MEET = re.compile(r"\b(?:(?:will|shall|would)\s+(?:again\s+)?meet|(?:set|due|scheduled|expected|agreed|plan)\s+to\s+meet)(?:\s+again)?\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;:\[\]()]|\s(?:and|then|followed\s+by|while)\s(?!(?:the\s+)?\d)", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:through|via|within|under\s+the\s+auspices\s+of|in\s+the\s+framework\s+of|at)\s+(?:the\s+)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\[([^\[\]]{8,400})\]")
_LISTING = re.compile(r"(?:agree[ds]?|decided|undertook|committed)\s*(?:to|on|that|as\s+follows|the\s+following)?\s*:\s*$", re.IGNORECASE)
_IN_FORMATS = re.compile(r"\bin\s+(?:\d|two|three|four|five)\s+(?:formats?|directions?|tracks?|rounds?|venues?)\s*:\s*", re.IGNORECASE)
_LOCATED = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were)\s+(?:held|convened)|\b(?:held|attended|met)\s+(?:a|an|the|in|on)\b|\b(?:after|following|since)\s+(?:a|an|the)\s*(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:[ \n]+[A-Z][\w’-]+)*")
_GENERIC = re.compile(r"(?:meetings|talks|visits?|conversations?|sessions?|rounds?\s+of\s+\w+|summits|conferences|negotiations|consultations|discussions)", re.IGNORECASE)
_BODY = re.compile(r"group|council|commission|committee|panel|force|board|cell|forum|mechanism", re.IGNORECASE)
_FORUM_LEAD = re.compile(r"\b(?:through|via|within|with|in|at|of|a|an)\s+(?:the\s+)?$|[,:]\s+(?:the\s+)?$", re.IGNORECASE)
_RANK = {"agreed": 3, "announced": 2, "in_use": 2, "proposed": 1}
_COMPOUND = re.compile(r"([A-Z][\w.]+(?:\s[A-Z]\w+)?)[-–/]([A-Z][\w.]+)")


@dataclass(slots=True)
class Found:
    """A format in the making."""

    name: str
    words: Span
    place: str | None
    date: str | None
    status: str | None
    parties: list[str]
    evidence: list[Span] = field(default_factory=list)
    precise: bool = True
    founded: bool = False


class Formats:
    """Reads the formats of one text."""

    def __init__(self, scene: Scene, people: People, voices: Voices) -> None:
        self.scene = scene
        self.people = people
        self.text = scene.text
        self.spans: list[Span] = []
        self._asked = [p for i, a in enumerate(voices.attributions) if a.rule == "label" and voices.of(i).asks for p in a.content]

    def records(self) -> list[dict[str, Any]]:
        """Return the formats in the order of the text, those that are one merged."""
        merged: list[Found] = []
        for found in self._all():
            other = next((m for m in merged if _same(m, found)), None)
            if other is None:
                merged.append(found)
            else:
                _merge(other, found)
        told = [f for f in merged if f.status]
        placed = [f for f in told if f.place]
        kept = [f for f in told if len(placed) < 2 or f.place or not _GENERIC.search(f.name)]
        self.spans = [s for f in kept for s in f.evidence]
        return [self._record(f) for f in kept]

    def _record(self, found: Found) -> dict[str, Any]:
        spans = found.evidence[:3]
        if found.parties and found.parties == self.people.sides and len(found.parties) > 1:
            spans = [*spans, *self._telling_parties(spans)]
        return {
            "name": found.name,
            "place": found.place,
            "parties": found.parties,
            "date": found.date,
            "status": found.status,
            "evidence": self.scene.evidence(*spans),
        }

    def _telling_parties(self, spans: list[Span]) -> list[Span]:
        """Return the words that tell who takes part in the event, which the evidence of a format may only call "they"."""
        named = [s for entity in self.people.entities for s in self.people.evidence[entity.id][:1]]
        return [] if all(any(e.contains(n) for e in spans) for n in named) else [s for s in named if not any(e.contains(s) for e in spans)][:3]

    def _all(self) -> Iterator[Found]:
        listing: Span | None = None
        for sentence in self.scene.story:
            if any(p.contains(sentence.span) for p in self._asked):
                continue
            if listing and sentence.block.kind is BlockKind.LIST_ITEM:
                for found in self._in_sentence(sentence, "agreed"):
                    found.evidence.append(listing)
                    yield found
                continue
            listing = sentence.span if _LISTING.search(sentence.text) and not self._denied(sentence, sentence.span) else None
            if sentence.block.kind in (BlockKind.TITLE, BlockKind.HEADING):
                yield from self._heading(sentence)
                continue
            yield from self._brackets(sentence)
            yield from self._in_sentence(sentence, None)

    # -- one sentence ------------------------------------------------------------------------------

    def _in_sentence(self, sentence: Sentence, listed: str | None) -> Iterator[Found]:
        if not listed and not any(p.search(sentence.text) for _, p in _CUES):
            return
        found = list(phrases(self.text, sentence.span))
        places = self._places(sentence.span)
        if chain := self._place_list(places, sentence):
            yield from self._placed(sentence, found, chain, listed)
            return
        for i, phrase in enumerate(found):
            segment = self._segment(sentence, found, i)
            made = self._made(sentence, phrase, segment, listed)
            if made:
                yield made
        yield from self._through(sentence, found)
        yield from self._meet(sentence, found)

    def _segment(self, sentence: Sentence, found: list[Phrase], i: int) -> Span:
        """Return the stretch that belongs to a phrase: from the separator before it to the one before the next phrase."""
        phrase = found[i]
        floor = found[i - 1].span.end if i else sentence.span.start
        ceiling = found[i + 1].span.start if i + 1 < len(found) else sentence.span.end
        before = [m.end() for m in _SEPARATOR.finditer(self.text, floor, phrase.span.start)]
        after = [m.start() for m in _SEPARATOR.finditer(self.text, phrase.span.end, ceiling)]
        end = after[-1] if after and i + 1 < len(found) else ceiling
        return Span(before[-1] if before else floor, end)

    def _made(self, sentence: Sentence, phrase: Phrase, segment: Span, listed: str | None) -> Found | None:
        status = self._status(sentence, phrase.core, listed)
        if status is None or self._denied(sentence, phrase.core) or self._own_event(phrase):
            return None
        place, date = self._place(segment, phrase), self._date(segment, phrase.span)
        created = bool(_CREATES.search(self.text[max(sentence.span.start, phrase.span.start - 60) : phrase.span.start])) and not phrase.definite
        if not (place or date or created or self._is_forum(phrase) or (status == "in_use" and not phrase.bare)):
            return None
        vague = phrase.bare or (_GENERIC.fullmatch(phrase.head) and not _sides(self._name(phrase)))
        if vague and not place and not created:
            return None
        if status == "agreed" and self._only_a_view(sentence, phrase):
            return None
        if _PAST.search(self.text[max(sentence.span.start, phrase.span.start - 40) : phrase.span.start]) and not created:
            return None
        own = self._hull(phrase.span, place, date)
        name = self._name(phrase)
        return Found(
            name,
            phrase.span,
            self._place_name(place),
            date[0] if date else None,
            status,
            self._parties(sentence, phrase, status),
            self._with_cue(sentence, own, listed),
            precise=not phrase.bare,
            founded=created and bool(_BODY.search(phrase.head)),
        )

    def _hull(self, words: Span, place: Span | None, date: tuple[str, Span] | None) -> Span:
        """Return a phrase with its place and date, both of which stand in its own segment."""
        spans = [words, *([self._place_span(place)] if place else []), *([date[1]] if date else [])]
        return hull(spans)

    def _with_cue(self, sentence: Sentence, own: Span, listed: str | None) -> list[Span]:
        """Return the format's words, joined with those that tell its status where these are near, else both."""
        start = self._cue_start(sentence, own, listed)
        if start >= own.start or own.start - start <= 60:
            return [Span(min(start, own.start), own.end)]
        cue = next((m for _, p in _CUES for m in p.finditer(sentence.text, start - sentence.span.start) if sentence.span.start + m.start() == start), None)
        end = sentence.span.start + cue.end() if cue else start
        begin = sentence.span.start if start - sentence.span.start < 60 else start
        return [own, Span(begin, end)] if cue else [Span(start, own.end)]

    def _status(self, sentence: Sentence, at: Span, listed: str | None) -> str | None:
        """Return the status that the nearest word before the phrase, else after it, tells."""
        text = sentence.text
        offset = at.start - sentence.span.start
        before = [(m.end(), name) for name, p in _CUES for m in p.finditer(text, 0, offset)]
        if listed:
            return next((name for _, name in sorted(before, reverse=True) if name == "in_use"), listed) if not _CUES[1][1].search(text) else "in_use"
        after = [(m.start(), name) for name, p in _CUES for m in p.finditer(text, at.end - sentence.span.start)]
        told = {name for _, name in before}
        if _CUES[1][1].search(text):
            return "in_use"
        if "proposed" in told and max(p for p, n in before if n == "proposed") == max(p for p, _ in before):
            return "proposed"
        if "agreed" in told:
            return "agreed"
        if before:
            return max(before)[1]
        return min(after)[1] if after and min(after)[1] == "announced" else None

    def _cue_start(self, sentence: Sentence, at: Span, listed: str | None) -> int:
        starts = [sentence.span.start + m.start() for _, p in _CUES for m in p.finditer(sentence.text, 0, at.start - sentence.span.start)]
        if not starts or listed:
            return at.start
        return min(starts) if at.start - min(starts) < 260 else max(starts)

    def _denied(self, sentence: Sentence, at: Span) -> bool:
        bad = (Operation.NEGATION, Operation.DENIAL, Operation.CONDITION, Operation.CONSEQUENCE, Operation.QUESTION)
        return any(o.operation in bad and o.scope.overlaps(at) for o in self.scene.reading.operators(sentence))

    def _own_event(self, phrase: Phrase) -> bool:
        """Whether a phrase is the event itself ("the talks") and no format to come."""
        event = self.scene.event
        if event is None:
            return False
        meets = _MEET.match(self.text, phrase.span.end + 1) or re.match(r"\s+will\b", self.text[phrase.span.end : phrase.span.end + 8])
        return phrase.span.overlaps(event.span) or (phrase.definite and phrase.bare and not (meets and _BODY.search(phrase.head)))

    def _is_forum(self, phrase: Phrase) -> bool:
        """Whether a phrase is a body with a name through or in which there is to be talk."""
        core = self.text[phrase.core.start : phrase.core.end].split()
        lead = self.text[max(0, phrase.core.start - 24) : phrase.core.start]
        named = sum(w[0].isupper() for w in core) >= 2 or bool(_COMPOUND.match(core[0]))
        return named and bool(_FORUM_LEAD.search(lead))

    def _only_a_view(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether "agreed that" is followed by what they think and not by what will be."""
        match = re.search(r"\bagree[ds]?\s+that\b", sentence.text, re.IGNORECASE)
        if not match or sentence.span.start + match.end() > phrase.core.start:
            return False
        return not re.search(r"\b(?:will|shall|to\s+be|would\s+(?:be\s+held|meet|begin|start|take|convene|host))\b", sentence.text[match.end() :])

    def _name(self, phrase: Phrase) -> str:
        return one_line(self.text[phrase.span.start : phrase.span.end])

    # -- place, date, parties ------------------------------------------------------------------------

    def _places(self, within: Span) -> list[Span]:
        """Return the places named after "in", "at" or "to" in a stretch."""
        found = []
        for mention in self.scene.reading.mentions_in(within):
            if not within.contains(mention.span) or mention.kind not in (NameKind.PLACE, NameKind.OTHER, NameKind.PERSON):
                continue
            if any(d.span.overlaps(mention.span) for d in self.scene.reading.dates):
                continue
            if mention.kind is NameKind.PERSON and not re.search(r"\bin\s+$", self.text[max(within.start, mention.full.start - 4) : mention.full.start]):
                continue
            lead = self.text[max(within.start, mention.span.start - 12) : mention.span.start]
            word = self.text[mention.span.start : mention.span.end]
            if not _LOCATED.search(lead) or organisation(word):
                continue
            after = self.text[mention.span.end : mention.span.end + 12]
            if mention.kind is NameKind.PLACE or is_place(word) or re.match(r"\s+(?:on|in|from|by|next)\b|[.,;\]]", after):
                found.append(mention.span)
        return found

    def _place(self, segment: Span, phrase: Phrase) -> Span | None:
        """Return the place of a phrase: the first behind it, else the last before it, inside its segment."""
        places = [p for p in self._places(segment) if not phrase.core.contains(p)]
        after = [p for p in places if p.start >= phrase.core.end]
        before = [p for p in places if p.end <= phrase.core.start]
        return after[0] if after else before[-1] if before else None

    def _place_name(self, span: Span | None) -> str | None:
        """Return the words of a place, capitalised words behind it included ("Porto [Novo]")."""
        if span is None:
            return None
        span = self._place_span(span)
        return one_line(self.text[span.start : span.end])

    def _place_span(self, span: Span) -> Span:
        more = _CAPITALS.match(self.text, span.end)
        return Span(span.start, more.end() if more else span.end)

    def _date(self, segment: Span, near: Span) -> tuple[str, Span] | None:
        """Return the date in a stretch that stands behind the phrase, else before it."""
        found = [
            (value, d.span)
            for d in self.scene.reading.dates
            if segment.contains(d.span) and (value := self._ahead(d)) and not re.search(r"\bsince\s+$", self.text[max(0, d.span.start - 8) : d.span.start])
        ]
        after = [f for f in found if f[1].start >= near.start]
        return after[0] if after else found[-1] if found else None

    def _ahead(self, found: Date) -> str | None:
        """Return a date's value; of several readings the first that does not lie behind the publication."""
        anchor = self.scene.reading.anchor
        if found.value and anchor and len(found.value) < 11 and not re.search(r"\d{4}", self.text[found.span.start : found.span.end]):
            year, rest = int(found.value[:4]), found.value[4:]
            if rest and found.value < anchor.isoformat()[: len(found.value)] and f"{year + 1}{rest}" > anchor.isoformat()[: len(found.value)]:
                return f"{year + 1}{rest}"  # "in May", told of what is to come
        options = [v for v in (found.value, *found.candidates) if v]
        later = [v for v in options if anchor is None or v[:10] >= anchor.isoformat()[: len(v[:10])]]
        return (later or options or [None])[0]

    def _parties(self, sentence: Sentence, phrase: Phrase, status: str) -> list[str]:
        """Return the states and bodies in the phrase's own words, else those who meet or agreed in its sentence."""
        core = self.text[phrase.core.start : phrase.core.end]
        if own := _sides(one_line(core)):
            return own
        if status == "proposed":
            return []
        subject = self.text[sentence.span.start : phrase.span.start]
        if COLLECTIVE.search(subject) or re.search(r"\b(?:they|we|bilateral|trilateral)\b", subject + core, re.IGNORECASE):
            return list(self.people.sides) if len(self.people.sides) > 1 else []
        return []

    # -- lists of places, brackets, headings -----------------------------------------------------------

    def _place_list(self, places: list[Span], sentence: Sentence) -> list[Span]:
        """Return places told one after the other: "in A, in B through C and in D through E"."""
        chain: list[Span] = []
        for place in places:
            gap = self.text[chain[-1].end : place.start] if chain else ""
            joined = re.fullmatch(r"(?:\s+(?:through|via|at|under|with)\s+[^,;.]{2,50}?)?\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:in|at)\s+(?:the\s+)?", gap)
            if not chain or joined:
                chain.append(place)
            elif len(chain) < 2:
                chain = [place]
            else:
                break
        return chain if len(chain) >= 2 else []

    def _placed(self, sentence: Sentence, found: list[Phrase], chain: list[Span], listed: str | None) -> Iterator[Found]:
        before = [p for p in found if p.span.end <= chain[0].start]
        general = before[-1] if before else None
        anchor = general.core if general else Span(chain[0].start, chain[0].end)
        status = self._status(sentence, anchor, listed) or self._status(sentence, chain[0], listed)
        if status is None or self._denied(sentence, anchor):
            return
        for i, place in enumerate(chain):
            end = chain[i + 1].start if i + 1 < len(chain) else sentence.span.end
            piece = Span(place.end, end)
            cut = _SEPARATOR.search(self.text, piece.start, piece.end)
            piece = Span(piece.start, cut.start() if cut else piece.end)
            body = self._body(piece)
            words = body or (general.span if general else place)
            name = one_line(self.text[words.start : words.end]) if body or general else "talks"
            date = self._date(piece, piece)
            sides = _sides(name) if body else list(self.people.sides) if len(self.people.sides) == 2 else []
            start = self._cue_start(sentence, place, listed)
            yield Found(name, words, self._place_name(place), date[0] if date else None, status, sides, [Span(start, chain[-1].end if not body else max(piece.end, chain[-1].end))], precise=bool(body))

    def _body(self, piece: Span) -> Span | None:
        """Return the body named after "through", "via", "at" in a stretch."""
        match = _THROUGH.search(self.text, piece.start, piece.end)
        if not match:
            return None
        end = len(self.text[match.end() : piece.end].rstrip(" ,.;”\"")) + match.end()
        words = self.text[match.end() : end]
        return Span(match.end(), end) if words and words[0].isupper() and len(words.split()) <= 8 else None

    def _through(self, sentence: Sentence, found: list[Phrase]) -> Iterator[Found]:
        """Yield bodies that a list of formats names without a noun for a meeting: "…, and at the Organisation for X"."""
        if len(found) < 1:
            return
        for match in re.finditer(r"(?:,|\band)\s+(?:and\s+)?(?:at|through|within)\s+(?:the\s+)?", sentence.text):
            start = sentence.span.start + match.end()
            mention = next((m for m in self.scene.reading.mentions_in(Span(start, min(sentence.span.end, start + 120))) if abs(m.span.start - start) <= 4 and m.kind is NameKind.ORGANISATION), None)
            if mention is None or any(p.span.overlaps(mention.span) for p in found):
                continue
            tail = self.text[mention.span.end : mention.span.end + 40]
            status = self._status(sentence, mention.span, None)
            if status is None or re.match(r"\s+(?:through|via)\b", tail) or self._denied(sentence, mention.span):
                continue
            name = one_line(self.text[mention.span.start : mention.span.end])
            cue = self._cue_start(sentence, mention.span, None)
            yield Found(name, mention.span, None, None, status, _sides(name), [Span(min(cue, mention.span.start), mention.span.end)])

    def _meet(self, sentence: Sentence, found: list[Phrase]) -> Iterator[Found]:
        """Yield the meeting that "will meet in X on D" tells, where no noun tells it."""
        for match in _MEET.finditer(sentence.text):
            at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            cut = _SEPARATOR.search(self.text, at.end, sentence.span.end)
            segment = Span(at.start, self._reach(at.end, sentence.span.end, cut))
            if any(segment.overlaps(p.span) for p in found) or self._denied(sentence, at):
                continue
            place, date = next(iter(self._places(segment)), None), self._date(segment, at)
            if not place or not (date or any(segment.contains(d.span) for d in self.scene.reading.dates)):
                continue
            subject = self.text[max(sentence.span.start, at.start - 80) : at.start]
            who = list(COLLECTIVE.finditer(subject))
            near = [p for p in found if p.span.end <= at.start and at.start - p.span.end < 3]
            if near:
                continue
            name = "meeting of " + one_line(who[-1][0]).lower() if who else "meeting"
            start = sentence.span.start if at.start - sentence.span.start < 120 else at.start
            parties = _sides(one_line(subject)) or (list(self.people.sides) if len(self.people.sides) > 1 else [])
            status = "agreed" if re.search(r"\bagreed?\b", sentence.text[: match.end()]) else "announced"
            yield Found(name, at, self._place_name(place), date[0] if date else None, status, parties, [Span(start, max([self._place_span(place).end, *([date[1].end] if date else [])]))], precise=False)

    def _reach(self, start: int, stop: int, cut: re.Match[str] | None) -> int:
        """Return where the words on a meeting end: at a separator that no place or date follows."""
        if cut is None:
            return stop
        later = self.text[cut.end() : min(stop, cut.end() + 30)]
        if re.match(r"\s*(?:here\s+)?(?:in|on|at|before)\b", later):
            return self._reach(cut.end(), stop, _SEPARATOR.search(self.text, cut.end(), stop))
        return cut.start()

    def _brackets(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the formats that an editor's bracket lists: "[bilateral talks in A, council in B, and summit in C]"."""
        for bracket in _BRACKETS.finditer(sentence.text):
            inner = Span(sentence.span.start + bracket.start(1), sentence.span.start + bracket.end(1))
            found = list(phrases(self.text, inner))
            for i, phrase in enumerate(found):
                floor = found[i - 1].span.end if i else inner.start
                ceiling = found[i + 1].span.start if i + 1 < len(found) else inner.end
                segment = Span(floor, ceiling)
                place, date = self._place(segment, phrase), self._date(segment, phrase.span)
                if place or date:
                    confirmed = len(found) == 1 and self._status(sentence, Span(sentence.span.end, sentence.span.end), None)
                    yield Found(
                        self._name(phrase), phrase.span, self._place_name(place), date[0] if date else None, confirmed or "announced", _sides(self._name(phrase)) or self._both(phrase), [inner]
                    )

    def _both(self, phrase: Phrase) -> list[str]:
        bilateral = re.search(r"\b(?:bilateral|two-way|trilateral)\b", self.text[phrase.core.start : phrase.core.end], re.IGNORECASE)
        return list(self.people.sides) if bilateral and len(self.people.sides) > 1 else []

    def _heading(self, sentence: Sentence) -> Iterator[Found]:
        """Yield the formats of a heading "Talks to be held in 3 formats: A, B, C"."""
        match = _IN_FORMATS.search(sentence.text)
        if not match or self._denied(sentence, sentence.span):
            return
        start = sentence.span.start + match.end()
        head = list(phrases(self.text, Span(sentence.span.start, sentence.span.start + match.start())))
        for mention in self.scene.reading.mentions_in(Span(start, sentence.span.end)):
            if mention.span.start >= start and mention.kind is NameKind.PLACE:
                words = head[-1].span if head else mention.span
                name = one_line(self.text[words.start : words.end]).lower() if head else "talks"
                yield Found(name, words, one_line(self.text[mention.span.start : mention.span.end]), None, "announced", [], [sentence.span], precise=False)


def _sides(words: str) -> list[str]:
    """Return the states and bodies that the words of a name hold: "Russia-NATO council", "Russian and NATO negotiators"."""
    found: list[str] = []
    for match in _COMPOUND.finditer(words):
        found += [s for part in match.groups() if (s := _side(part))]
    if not found:
        tokens = words.split()
        for size in (4, 3, 2, 1):
            for i in range(len(tokens) - size + 1):
                piece = " ".join(tokens[i : i + size]).strip(",.")
                if piece[:1].isupper() and (side := _side(piece)) and side not in found:
                    found.append(side)
    return list(dict.fromkeys(found))


def _side(words: str) -> str | None:
    """Return the country, or the body as it is written."""
    return country_of(words) or (words if organisation(words) else None)


def _same(a: Found, b: Found) -> bool:
    """Whether two are one format: the same place, or the same name or body where not both have a place."""
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    if a.place and b.place and not (a.founded or b.founded):
        return a.place.casefold() == b.place.casefold()
    mine, theirs = a.name.casefold(), b.name.casefold()
    return mine == theirs or (len(min(mine, theirs, key=len).split()) > 1 and (mine in theirs or theirs in mine))


def _worth(name: str) -> tuple[bool, int]:
    """Rate a name: one that has a body in it before one that has not, then the longer."""
    return bool(_sides(name)), min(len(name.split()), 6)


def _merge(a: Found, b: Found) -> None:
    """Put what `b` tells into `a`."""
    if b.precise and (not a.precise or _worth(b.name) > _worth(a.name)):
        a.name, a.words = b.name, b.words
        a.precise = True
        a.parties = b.parties or a.parties
    a.place, a.date = a.place or b.place, a.date or b.date
    a.parties = a.parties or b.parties
    if _RANK.get(b.status or "", 0) > _RANK.get(a.status or "", 0):
        a.status = b.status
    a.evidence += [s for s in b.evidence if not any(o.contains(s) for o in a.evidence)]

