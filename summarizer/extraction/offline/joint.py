"""Several who speak together, each by name: "A and B said", "A, B and her counterpart C"."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from summarizer.extraction.offline.scene import Scene
from summarizer.patterns import late_regex
from summarizer.reading.event.parties import outer_mentions
from summarizer.reading.naming.finder import Entity, Mention, NameKind
from summarizer.reading.naming.gazetteer import country_of
from summarizer.reading.naming.lexicon import HONORIFICS, ROLES
from summarizer.source import Span

_TITLE = r"(?:the\s+|his\s+|her\s+|their\s+|its\s+)?(?:[\w-]+\.?\s+){0,3}"
_AND = re.compile(rf"\s*,?\s+and\s+{_TITLE}(?:counterpart\s*,?\s*)?$", re.IGNORECASE)
_COMMA = late_regex(rf"\s*,\s+{_TITLE}$", re.IGNORECASE)
_REACH = 160
_MOST = 4

Named = tuple[Span, list[tuple[Entity, Span]]]


def speaking_together(
    scene: Scene, speaker: Span, entity_at: Callable[[Span], Entity | None], talking: frozenset[int]
) -> Named | None:
    """Return those who are joined by "and" as the subject that ends with `speaker`, and where they stand.

    Names of no known kind count where they are `talking` elsewhere in the text.
    """
    sentence = scene.reading.sentence_at(speaker.start)
    if sentence is None:
        return None
    low = max(
        sentence.block.span.start, speaker.start - _REACH
    )  # "Cllr." may end what is taken for a sentence
    mentions = [
        m
        for m in outer_mentions(scene.reading, Span(low, speaker.end))
        if m.full.end <= speaker.end and _may_speak(m, talking)
    ]
    chain = _chain(scene.text, mentions, speaker)
    if (
        chain
        and chain[0].full.start > speaker.start
        and not _only_titles(scene.text[speaker.start : chain[0].full.start])
    ):
        return None  # "our members in A and B"
    found: dict[int, tuple[Entity, Span]] = {}
    for mention in chain:
        entity = entity_at(mention.full) or scene.entity(mention)
        found.setdefault(entity.id, (entity, mention.full))
    if len(found) < 2 or len(found) > _MOST or len(found) < len(chain):
        return None
    return Span(min(chain[0].full.start, speaker.start), speaker.end), list(found.values())


def _may_speak(mention: Mention, talking: frozenset[int]) -> bool:
    return mention.kind is not NameKind.OTHER or mention.entity in talking


def _chain(text: str, mentions: list[Mention], speaker: Span) -> list[Mention]:
    """Return the names of a list with "and" before its last, which is the end of the speaker's words."""
    mentions = [
        m for m, after in zip_longest(mentions, mentions[1:]) if not (after and _explained(text, m, after))
    ]
    if not mentions or speaker.end - mentions[-1].full.end > 3 or mentions[-1].full.end <= speaker.start:
        return []
    chain = [mentions[-1]]
    joint = _AND
    for mention in reversed(mentions[:-1]):
        gap = text[mention.full.end : chain[-1].full.start]
        match = joint.match(gap)
        if match is None or not _only_titles(gap):
            break
        chain.append(mention)
        joint = _COMMA
    return chain[::-1] if len(chain) > 1 else []


def _explained(text: str, mention: Mention, following: Mention) -> bool:
    """Whether a description stands before the name it explains: "her Danish counterpart, A B"."""
    words = text[mention.full.start : mention.full.end].lower()
    return text[mention.full.end : following.full.start].strip() == "," and words.endswith(
        ("counterpart", "colleague")
    )


def _only_titles(gap: str) -> bool:
    """Whether the words between two names are "and", an article and titles: no verb and no preposition."""
    words = [w.strip(".,").lower() for w in gap.split()]
    return all(
        w in ROLES or w in HONORIFICS or f"{w}." in HONORIFICS or w in _BETWEEN or country_of(w.capitalize())
        for w in words
        if w
    )


_BETWEEN = frozenset(
    "and the his her their its then also both counterpart colleague foreign prime defence defense finance cllr cllrs".split()
)
