"""What all sections of an offline briefing share: the story's sentences, evidence, sides, and the wording of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from summarizer.reading import Reading
from summarizer.reading.blocks import BlockKind
from summarizer.reading.events import Event
from summarizer.reading.gazetteer import country_of, organisation
from summarizer.reading.names import Entity, Mention, NameKind, role_form
from summarizer.reading.sentences import Sentence
from summarizer.source import Span, hull

# "the two leaders", "both sides", "they": those who took part, taken together.
COLLECTIVE = re.compile(
    r"\b(?:(?:both|the|our|all|these)\s+)?(?:(?:two|three|four|five|six|seven)\s+)?(?P<who>leaders|presidents|prime\s+ministers|foreign\s+ministers|ministers|chancellors|sides|parties|delegations|"
    r"heads\s+of\s+state(?:\s+and\s+government)?|heads\s+of\s+government|counterparts|teams|interlocutors|participants|companies|boards|clubs|states|chairmen|secretaries)\b",
    re.IGNORECASE,
)
_ENGLISH = frozenset("the of and to that is was with for by on at from has have had will be as are were this it said not they".split())
_JOINT = re.compile(r"\bjoint\s+(?:press\s+)?(?:statement|declaration|communiqu\w+|release)\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'-]+){0,4})")
_SPOKES = re.compile(
    r"\b(?:spokes\w+|press\s+(?:secretary|service|office|officer|attach\w+)|aide|adviser|advisor|official|officials|source|sources|moderator|reporter|correspondent|analyst|"
    r"diplomat|embassy)\b",
    re.IGNORECASE,
)


class Scene:
    """A Reading with the lookups that every section of the briefing needs."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    @cached_property
    def english(self) -> bool:
        """Whether the rules for English apply: of its words, one in eight or more is one of the most frequent English ones."""
        words = [w.lower() for w in re.findall(r"[^\W\d_]+", self.text[:40_000])]
        return len(words) < 12 or sum(w in _ENGLISH for w in words) >= 0.12 * len(words)

    @cached_property
    def title(self) -> str | None:
        """The title as the metadata or the text's first headline gives it."""
        printed = next((s for s in self.story if s.block.kind is BlockKind.TITLE), None)
        return self.reading.source.title or (one_line(printed.text) if printed else None)

    @cached_property
    def joint(self) -> bool:
        """Whether several parties issue the text together: then it speaks for none of them alone."""
        heads = [self.title or "", *(s.text for s in self.story[:2])]
        return any(_JOINT.search(h) for h in heads)

    @property
    def event(self) -> Event | None:
        """The event that the text is about."""
        return self.reading.event

    @cached_property
    def story(self) -> tuple[Sentence, ...]:
        """The sentences that are neither page furniture nor front matter."""
        return tuple(s for s in self.reading.sentences if not s.furniture)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The story without its title and headings."""
        return tuple(s for s in self.story if s.block.kind not in (BlockKind.TITLE, BlockKind.HEADING))

    def words(self, span: Span) -> str:
        """Return the text at `span` on one line, soft hyphens and hyphenated line breaks joined."""
        return one_line(self.text[span.start : span.end])

    def evidence(self, *spans: Span) -> list[dict[str, Any]]:
        """Return evidence for each of `spans` once, in the order given."""
        found = []
        for span in dict.fromkeys(self.trimmed(s) for s in spans):
            sentence = self.reading.sentence_at(span.start)
            if span.start < span.end:
                found.append({"quote": self.text[span.start : span.end], "sentence": sentence.number if sentence else None})
        return found

    def trimmed(self, span: Span) -> Span:
        """Return `span` without white space at its ends."""
        piece = self.text[span.start : span.end]
        start = span.start + len(piece) - len(piece.lstrip())
        return Span(start, max(start, span.start + len(piece.rstrip())))

    def entity(self, mention: Mention) -> Entity:
        """Return the entity that a mention names."""
        return self.reading.names.entities[mention.entity]

    def mentions(self, entity: Entity, within: Iterable[Sentence] | None = None) -> Iterator[Mention]:
        """Yield the mentions of an entity in the story, or in the sentences given."""
        allowed = {s.number for s in (self.story if within is None else within)}
        for number in entity.mentions:
            mention = self.reading.names.mentions[number]
            sentence = self.reading.sentence_at(mention.span.start)
            if sentence and sentence.number in allowed:
                yield mention

    def side_of(self, entity: Entity) -> str | None:
        """Return the country or body that an entity is, or belongs to."""
        if entity.kind in (NameKind.PLACE, NameKind.ORGANISATION) and entity.name:
            return country_of(entity.name) or entity.name
        told = self.affiliation(entity)
        return told[0] if told else None

    def affiliation(self, entity: Entity) -> tuple[str, Span] | None:
        """Return the country or body that the story binds to a person, and where it says so."""
        known = [(t, s) for t, s in entity.affiliations if not self.in_furniture(s) and any(c.isalpha() for c in t)]
        for text, span in sorted(known, key=lambda item: (country_of(item[0]) is None and organisation(item[0]) is None, -len(item[0]))):
            return country_of(text) or one_line(re.sub(r"['’]s?$", "", text)), span
        for text, span in entity.roles:
            if not self.in_furniture(span) and (country := next(iter(c for a in role_form(text).affiliations if (c := country_of(a))), None)):
                return country, span
        return self._named_after(entity) if entity.roles else None

    def _named_after(self, entity: Entity) -> tuple[str, Span] | None:
        """Return the state or body that follows a titled name: "Minister A of B"."""
        for mention in self.mentions(entity):
            match = _OF.match(self.text, mention.full.end)
            if match and mention.full.start < mention.span.start:
                return one_line(match["name"]), Span(*match.span("name"))
        return None

    def role(self, entity: Entity, near: Span | None = None) -> tuple[str, Span] | None:
        """Return the fullest role that the story gives a person, those in `near` first, without the state's name."""
        known = [(one_line(t), s) for t, s in entity.roles if not self.in_furniture(s)]
        local = [(t, s) for t, s in known if near and near.overlaps(s)] or known
        if not local:
            return None
        text, span = max(local, key=lambda item: (len(item[0].split()), not item[0].isupper()))
        bare = role_form(text).bare or text
        told = self.affiliation(entity)
        if told and (match := re.match(rf"(.{{3,}}?)\s+(?:of|for|at)\s+(?:the\s+)?{re.escape(told[0])}$", bare)):
            bare = match[1]
        return re.sub(r"^(?:the|a|an|his|her|its|their|our)\s+", "", one_line(bare), flags=re.IGNORECASE), span

    def describe(self, entity: Entity) -> str:
        """Return the name of an entity, else its role as the story first gives it."""
        if entity.name:
            return entity.name
        told = [one_line(t) for t, s in entity.roles if not self.in_furniture(s)] or [one_line(t) for t, _ in entity.roles]
        return max(told, key=lambda t: len(t.split())) if told else one_line(entity.label)

    def person(self, entity: Entity, *evidence: Span) -> dict[str, Any]:
        """Return a participant's or informant's record."""
        near = hull(evidence) if evidence else None
        role, affiliation = self.role(entity, near), self.affiliation(entity)
        spans = list(evidence)
        for told in (role, affiliation):
            if told and not any(s.overlaps(told[1]) for s in spans):
                spans.append(self._around(told[1]))
        return {
            "name": entity.name,
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
        return sentence is None or sentence.furniture

    def speaks_for_others(self, entity: Entity) -> bool:
        """Whether somebody's role is to speak for others: a spokesperson, an aide, an unnamed official."""
        return any(_SPOKES.search(text) for text, _ in entity.roles) or (entity.name is None and entity.kind is NameKind.ORGANISATION)


def one_line(text: str) -> str:
    """Return text on one line: soft hyphens gone, words broken over lines joined, white space single."""
    text = text.replace("\u00ad", "")
    text = re.sub(r"(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z])", "", text)
    return " ".join(re.sub(r"\\(?=[\[\]_#*])", "", text).split())
