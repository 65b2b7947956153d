"""What all sections of an offline briefing share: the story's sentences, evidence, sides, and the wording of names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from summarizer.extraction.offline.bodies import whole_name
from summarizer.extraction.offline.headlines import headline
from summarizer.extraction.offline.intervals import Intervals
from summarizer.extraction.offline.occasion import occasion
from summarizer.extraction.offline.sides import find_affiliation
from summarizer.extraction.offline.wording import one_line
from summarizer.patterns import late_regex
from summarizer.reading import Reading
from summarizer.reading.blocks import BlockKind
from summarizer.reading.event.issued import Event, issued
from summarizer.reading.naming.finder import Entity, Mention, NameKind, role_form
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import BODIES, EVENTS, ROLES
from summarizer.reading.quotations import Quotation
from summarizer.reading.sentences import Sentence
from summarizer.reading.timing.dates import Date
from summarizer.source import Span, hull

# "the two leaders", "both sides", "they": those who took part, taken together.
COLLECTIVE = re.compile(
    r"\b(?:(?:both|the|our|all|these)\s+)?(?:(?:two|three|four|five|six|seven)\s+)?(?P<who>leaders|presidents|prime\s+ministers|foreign\s+ministers|ministers|chancellors|sides|parties|delegations|"
    r"heads\s+of\s+state(?:\s+and\s+government)?|heads\s+of\s+government|counterparts|teams|interlocutors|participants|members\s+of\s+the\s+(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+){0,2}|companies|boards|clubs|(?<!united\s)(?<!member\s)states|chairmen|co-chairs|secretaries)\b",
    re.IGNORECASE,
)
_ENGLISH = frozenset(
    "the of and to that is was with for by on at from has have had will be as are were this it said not they".split()
)
_FOREIGN = frozenset(
    "le les des du et une que los las el y del por con para der die das und den von mit ist nicht il di che per dell della em não uma o os".split()
)
_LABELS = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})+\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+|[-*•]\s+|[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’/-]{2,40}(?:\s*\([^()\n]{2,30}\))?(?:,\s*[^—–\n]{3,40}?)?(?:\s*\([^()\n]{2,30}\))?\s+[-–—]\s+|[A-Z]\w+,\s+(?:[A-Z]\w+\s+\d{1,2}|\d{1,2}\s+[A-Z]\w+)[^—–\n]{0,12}\s+[-–—]\s+)"
)
_EXCELLENCY = re.compile(r"^(?:H\.?\s?E\.?|Hon\.|Amb\.)\s+(?=[A-Z])")
_COMMON = late_regex(r"(?:BY|AND|WITH|OF|TO|THE|FROM|MR|MRS|MS|DR|SIR|FOREIGN|PRIME)$")
_REMEMBERED = late_regex(
    r"\b(?:anniversary\s+of|commemorat\w+|in\s+memory\s+of|years\s+(?:after|since))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# "We, the Presidents of A and B, …": they issue the text together, whatever its title calls it.
_WE_LEADERS = late_regex(
    r"\W*We,\s+(?:the\s+)?(?:Presidents|(?:Prime\s+|Foreign\s+)?Ministers|Leaders|Heads|Chancellors|Kings|Governments|(?=[^.;]{3,200}\b(?:and|&)\s+(?:the\s+)?(?:President|Prime\s+Minister|King|Chancellor|Sultan)\b))",
)
_ENDING = re.compile(r"['’]s\b")
_JOINT = late_regex(r"\bjoint\s+(?:press\s+)?(?:statement|declaration|communiqu\w+|release)\b", re.IGNORECASE)
_ROLE_MODIFIERS = frozenset(
    "prime foreign vice deputy press defense defence finance senior administration federal chief assistant under state secretary general".split()
)
_SPOKES = late_regex(
    r"\b(?:spokes\w+|press\s+(?:secretary|service|office|officer|attach\w+)|aide|adviser|advisor|official|officials|source|sources|moderator|reporter|correspondent|analyst|"
    r"diplomat|embassy)\b",
    re.IGNORECASE,
)


class Scene:
    """A Reading with the lookups that every section of the briefing needs."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text
        self._described: dict[int, str] = {}
        self._bodies: dict[int, str] = {}
        self._affiliated: dict[int, tuple[str, Span] | None] = {}
        self._spokes: dict[int, bool] = {}

    @cached_property
    def english(self) -> bool:
        """Whether the rules for English apply: of its words, one in eight or more is one of the most frequent English ones."""
        words = re.findall(r"[^\W\d_]+", self.text[:40_000].lower())
        frequent = sum(map(_ENGLISH.__contains__, words))
        if len(words) < 12 or frequent >= 0.12 * len(words):
            return True
        # A list of officials has hardly a small word of any language: its offices and bodies tell.
        offices = sum(w in ROLES or w in BODIES or w in EVENTS for w in words)
        return frequent + offices >= 0.12 * len(words) and sum(w in _FOREIGN for w in words) < 0.03 * len(
            words
        )

    @cached_property
    def title(self) -> str | None:
        """The title as the metadata or the text's headline gives it; a masthead over it is passed over."""
        if self.reading.source.title:
            return self.reading.source.title
        return headline(self.story, self._plain_headline, self.dates_in)

    @cached_property
    def joint(self) -> bool:
        """Whether several parties issue the text together: then it speaks for none of them alone."""
        heads = [self.title or "", *(s.text for s in self.story[:2])]
        return any(_JOINT.search(h) for h in heads) or any(_WE_LEADERS.match(s.text) for s in self.story[:3])

    @cached_property
    def event(self) -> Event | None:
        """The event that the text is about, told as its news or shown by its title, a first person or a list."""
        event = self.reading.event
        if event is not None and _REMEMBERED.search(
            event.sentence.text, 0, event.span.start - event.sentence.span.start
        ):
            event = issued(
                self.reading, self.story
            )  # "the 75th anniversary of the meeting": that meeting is history
        return event or occasion(self)

    @cached_property
    def story(self) -> tuple[Sentence, ...]:
        """The sentences that are neither page furniture nor front matter."""
        return tuple(s for s in self.reading.sentences if not s.furniture)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The story without its title and headings."""
        headline = self._plain_headline
        return tuple(
            s
            for s in self.story
            if s.block.kind not in (BlockKind.TITLE, BlockKind.HEADING) and s != headline
        )

    @cached_property
    def body_numbers(self) -> frozenset[int]:
        """The numbers of the sentences of the body."""
        return frozenset(s.number for s in self.body)

    @cached_property
    def _plain_headline(self) -> Sentence | None:
        """A first line that is a headline in ordinary spelling: short, alone, without a full stop."""
        first = self.story[0] if self.story else None
        if (
            first is None
            or first.block.kind is not BlockKind.PARAGRAPH
            or len(self.story) < 3
            or self.story[1].block == first.block
        ):
            return None
        words = first.text.split()
        return (
            first
            if 3 <= len(words) <= 25 and first.text.rstrip()[-1] not in '.:;,…"”’)' and "\n" not in first.text
            else None
        )

    @cached_property
    def _date_starts(self) -> list[int]:
        return [d.span.start for d in self.reading.dates]

    def dates_in(self, span: Span) -> tuple[Date, ...]:
        """Return the dates that begin in a stretch."""
        low = bisect_left(self._date_starts, span.start)
        return self.reading.dates[low : bisect_left(self._date_starts, span.end)]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.outside.start for q in self.reading.quotations]

    def quotations_in(self, span: Span) -> Sequence[Quotation]:
        """Return the quotations that begin in a stretch."""
        low = bisect_left(self._quotation_starts, span.start)
        return self.reading.quotations[low : bisect_left(self._quotation_starts, span.end)]

    @cached_property
    def quoted(self) -> Intervals:
        """Where quotations stand."""
        return Intervals(q.outside for q in self.reading.quotations)

    @cached_property
    def quoted_on(self) -> Intervals:
        """Quotations of more than one sentence, each without its first: whose words they are is told before them."""
        found = []
        for quotation in self.reading.quotations:
            sentences = self.reading.sentences_of(quotation.inside)
            if len(sentences) > 1:
                found.append(Span(sentences[1].span.start, quotation.outside.end))
        return Intervals(found)

    def start(self, sentence: Sentence) -> int:
        """Return where the words of a sentence begin, behind the label of a list and the dateline of a report."""
        match = _LABELS.match(self.text, sentence.span.start, sentence.span.end)
        return match.end() if match else sentence.span.start

    def words(self, span: Span) -> str:
        """Return the text at `span` on one line, soft hyphens and hyphenated line breaks joined."""
        return one_line(self.text[span.start : span.end])

    def evidence(self, *spans: Span) -> list[dict[str, Any]]:
        """Return evidence for each of `spans` once, in the order given."""
        found = []
        for span in dict.fromkeys(self._whole_words(self.trimmed(s)) for s in spans):
            sentence = self.reading.sentence_at(span.start)
            if span.start < span.end:
                found.append(
                    {
                        "quote": self.text[span.start : span.end],
                        "sentence": sentence.number if sentence else None,
                    }
                )
        return found

    def _whole_words(self, span: Span) -> Span:
        """Return a stretch with the ending of a possessive that it was cut from: a quote ends with a word."""
        ending = _ENDING.match(self.text, span.end)
        return Span(span.start, ending.end()) if ending and span.start < span.end else span

    def trimmed(self, span: Span) -> Span:
        """Return `span` without white space at its ends."""
        piece = self.text[span.start : span.end]
        start = span.start + len(piece) - len(piece.lstrip())
        return Span(start, max(start, span.start + len(piece.rstrip())))

    def entity(self, mention: Mention) -> Entity:
        """Return the entity that a mention names."""
        return self.reading.names.entities[mention.entity]

    def mentions(self, entity: Entity, body: bool = False) -> Iterator[Mention]:
        """Yield the mentions of an entity in the story, with `body` in its body alone."""
        for number in entity.mentions:
            mention = self.reading.names.mentions[number]
            sentence = self.reading.sentence_at(mention.span.start)
            if sentence and (sentence.number in self.body_numbers if body else not sentence.furniture):
                yield mention

    def side_of(self, entity: Entity) -> str | None:
        """Return the country or body that an entity is, or belongs to."""
        if entity.kind in (NameKind.PLACE, NameKind.ORGANISATION) and entity.name:
            return country_of(entity.name) or self.name(entity)
        told = self.affiliation(entity)
        return told[0] if told else None

    def affiliation(self, entity: Entity) -> tuple[str, Span] | None:
        """Return the country or body that the story binds to a person, and where it says so."""
        if entity.id not in self._affiliated:
            self._affiliated[entity.id] = find_affiliation(self, entity)
        return self._affiliated[entity.id]

    def role(self, entity: Entity, near: Span | None = None) -> tuple[str, Span] | None:
        """Return the fullest role that the story gives a person, those in `near` first, without the state's name."""
        known = [(one_line(_from_capitals(t)), s) for t, s in entity.roles if not self.in_furniture(s)]
        known = [(t, s) for t, s in known if t]
        local = [(t, s) for t, s in known if near and near.overlaps(s)] or known
        if not local:
            return None
        text, span = max(local, key=lambda item: (len(item[0].split()), not item[0].isupper()))
        if " " not in text:  # "Minister A" of whom another sentence says of what she is the minister
            whole_office = (
                k for k in known if re.match(rf"{re.escape(text)}\s+(?:of|for)\s", k[0], re.IGNORECASE)
            )
            text, span = next(whole_office, (text, span))
        whole = entity.kind is not NameKind.PERSON or re.search(r"\bfor\s+[A-Z]", text)
        bare = (text if whole else role_form(text).bare) or text
        told = self.affiliation(entity)
        if told and (
            match := re.match(rf"(.{{3,}}?)\s+(?:of|for|at)\s+(?:the\s+)?{re.escape(told[0])}$", bare)
        ):
            bare = match[1]
        return re.sub(
            r"^(?:the|a|an|his|her|its|their|our)\s+", "", one_line(bare), flags=re.IGNORECASE
        ), span

    def describe(self, entity: Entity) -> str:
        """Return the name of an entity, else its role as the story gives it most fully."""
        if entity.id not in self._described:
            self._described[entity.id] = self._find_description(entity)
        return self._described[entity.id]

    def _find_description(self, entity: Entity) -> str:
        if entity.name:
            return self.name(entity) or entity.name
        told = [one_line(t) for t, s in entity.roles if not self.in_furniture(s)] or [
            one_line(t) for t, _ in entity.roles
        ]
        words = max(told, key=lambda t: len(t.split())) if told else one_line(entity.label)
        return words.capitalize() if words.isupper() and words.lower() in ROLES else words  # "SPOKESPERSON:"

    def name(self, entity: Entity) -> str | None:
        """Return the fullest name of the story, labels and list lines included, in ordinary spelling."""
        name = entity.name
        if name and entity.kind is NameKind.ORGANISATION:
            if entity.id not in self._bodies:
                self._bodies[entity.id] = self._whole_body(entity, name)
            return self._bodies[entity.id]
        if name is None or entity.kind is not NameKind.PERSON:
            spelt = name is not None and entity.kind is NameKind.OTHER and name.isupper() and " " in name
            return name.title() if name and spelt else name
        if " " not in name and (fuller := self._fuller(entity, name) or self._in_capitals(name)):
            name = fuller
        name = _EXCELLENCY.sub("", name)
        return name.title() if name.isupper() and len(name) > 3 else name

    def _whole_body(self, entity: Entity, name: str) -> str:
        """Return a body's name with what an "and" or "&" inside it joins."""
        for mention in self.mentions(entity):
            whole = self.whole_name(mention.span)
            if whole != mention.span and self.words(mention.span).endswith(name.split()[-1]):
                return f"{name}{self.rest(mention.span, whole)}"
        return name

    def whole_name(self, span: Span) -> Span:
        """Return where the name of a body ends of which `span` may be cut at an "and"."""
        return whole_name(self.text, span, self.reading.mentions_in)

    def rest(self, span: Span, whole: Span) -> str:
        """Return the words by which a whole name is longer, with what parts them from the first."""
        added = self.text[span.end : whole.end]
        return f"{' ' if added[:1].isspace() else ''}{one_line(added)}"

    def _in_capitals(self, surname: str) -> str | None:
        """Return the full name that a title set in capitals has of a surname: "REMARKS BY PRESIDENT ANA REYES"."""
        for sentence in self.story[:2]:
            if not sentence.text.isupper():
                continue
            match = re.search(
                rf"\b(?P<first>[A-ZÀ-ÖØ-Þ]{{2,}})\s+{re.escape(surname.upper())}\b", sentence.text
            )
            first = match["first"] if match else None
            if first and not _COMMON.match(first) and first.lower() not in ROLES:
                return f"{first} {surname}".title()
        return None

    def _fuller(self, entity: Entity, surname: str) -> str | None:
        """Return a name of which `surname` is the last or first part, as a label or a line of a list has it."""
        for mention in self.mentions(entity):
            words = self.words(mention.span)
            parts = words.split()
            if (
                2 <= len(parts) <= 4
                and surname in (parts[0], parts[-1])
                and not any(p.lower() in ROLES for p in parts)
            ):
                return words
        return None

    def person(self, entity: Entity, *evidence: Span) -> dict[str, Any]:
        """Return a participant's or informant's record."""
        near = hull(evidence) if evidence else None
        role, affiliation = self.role(entity, near), self.affiliation(entity)
        spans = list(evidence)
        for told in (role, affiliation):
            if told and not any(s.overlaps(told[1]) for s in spans):
                spans.append(self._around(told[1]))
        if role and affiliation:
            role = re.sub(rf"^{re.escape(affiliation[0])}['’]s?\s+", "", role[0]), role[1]
        return {
            "name": self.name(entity),
            "role": role[0] if role and entity.kind is not NameKind.PLACE else None,
            "affiliation": affiliation[0] if affiliation and affiliation[0] != entity.name else None,
            "evidence": self.evidence(*spans),
        }

    def _around(self, span: Span) -> Span:
        """Return the mention that a role or affiliation stands in."""
        for mention in self.reading.mentions_in(span):
            if mention.full.contains(span):
                return mention.full
        return span

    def in_furniture(self, span: Span) -> bool:
        """Whether a span begins in page furniture or front matter."""
        sentence = self.reading.sentence_at(span.start)
        return (sentence is None or sentence.furniture) and not self._told_title.contains(span)

    @cached_property
    def _told_title(self) -> Span:
        """Where the front matter tells the title, which is the document's own; an empty stretch where it does not."""
        matter = self.reading.source.front_matter
        return Span(*matter.values["title"]) if matter and "title" in matter.values else Span(0, 0)

    def speaks_for_others(self, entity: Entity) -> bool:
        """Whether somebody's role is to speak for others: a spokesperson, an aide, an unnamed official."""
        if entity.id not in self._spokes:
            nameless = entity.name is None and entity.kind is NameKind.ORGANISATION
            self._spokes[entity.id] = nameless or any(_SPOKES.search(text) for text, _ in entity.roles)
        return self._spokes[entity.id]


def _from_capitals(text: str) -> str:
    """Return the role at the end of words set in capitals ("REMARKS BY PRESIDENT"), in ordinary spelling."""
    if not text.isupper() or len(text) <= 4:
        return text
    kept: list[str] = []
    for word in reversed(text.split()):
        if word.lower() not in ROLES and word.lower() not in _ROLE_MODIFIERS:
            break
        kept.insert(0, word.capitalize())
    return " ".join(kept)
