"""Compares what stands beside a person's name: "Ann Reed (fisheries)", "the head of the bank, Jo Vance", "whose chair is Lee Moss".

A description belongs to the person it stands with. A claim that gives one person what the source has beside another,
and not beside them, has taken the neighbour's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.naming.finder import NameKind
from summarizer.reading.naming.gazetteer import look_up
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.context import Document, remembered
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_AROUND = 110  # characters beside a name in which its description stands
_VERB = r"(?:is|was|are|were|has|have|had|will|would|said|says|told|asked|added|noted|who|which|and|but|or|whose|while|where|as|with|in|on|at|to|from|by|both)"
# "NAME (fisheries)", "NAME, the head of the bank,".
_BEHIND = re.compile(
    rf"\s*\((?P<label>[^()\d]{{2,60}})\)|,\s+(?P<apposed>(?!{_VERB}\b)[^,;:.()\n]{{3,80}}?)(?=\s*[,;.)\n]|$)|\s+(?:of|from)\s+(?:the\s+)?(?P<body>(?-i:[A-Z])[\w’'-]*(?:\s+(?:of\s+(?:the\s+)?)?(?-i:[A-Z])[\w’'-]*)*)|,\s+of\s+(?P<of>[^,;:.()\n]{{3,60}}?)(?=\s*[,;.)\n]|$)",
    re.IGNORECASE,
)
# "the head of the bank, NAME", "the union, whose chair is NAME", "the union, led by NAME", "Mediator NAME".
_BEFORE = (
    re.compile(
        r"(?:^|[,;:(.]\s+|\b(?:and|with|by|of)\s+)(?P<told>(?:the|its|their|our|his|her|an?)\s+[^,;:.()\n]{3,80}),\s+$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[,;:(.]\s+|\band\s+)(?P<told>[^,;:.()\n]{3,80}),\s+whose\s+(?P<more>[\w -]{3,40})\s+(?:is|was)\s+$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[,;:(.]\s+|\band\s+)(?P<told>[^,;:.()\n]{3,80}),?\s+(?:(?:which|who)\s+(?:is|are|was|were)\s+)?(?:led|headed|chaired|represented|run|directed|founded)\s+by\s+$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|[,;:(.\n]\s*|\b(?:and|with|by|to|that|while|of)\s+)(?P<told>(?:[\w’'-]+\s+){1,5})$"),
)
# What a claim says of somebody behind the name: "is the chair of", "represented the ferries".
_SAID = late_regex(
    r"\s+(?:is|was|serves\s+as|served\s+as|represents|represented|leads|led|heads|headed|chairs|chaired|spoke\s+for|speaks\s+for|runs|ran)\s+(?P<what>(?:the|an?|its)\s+[^,;:.()]{3,80})",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according\s+to|in\s+the\s+(?:words|view|opinion)\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
# Offices and words that many have, or that tell of nobody in particular.
_COMMON = frozenset(
    stem(w)
    for w in "president minister prime premier chancellor king queen ambassador leader official head chief mr mrs ms dr sir member former senior new old late top "
    "representative delegate spokesman spokeswoman spokesperson secretary foreign state government company country party group side man woman two three other".split()
)


@dataclass(frozen=True, slots=True)
class Described:
    """A person of the source with the words that stand beside the name."""

    name: str
    surname: str
    words: frozenset[str]
    apposed: frozenset[str]  # those that plainly describe the person, with the names of states
    span: Span


def compare_descriptions(c: Comparison) -> Iterator[Difference]:
    """Yield who is described in the claim by what the source has beside the name of another."""
    people = described(c.document)
    for surname, text in _claimed(c):
        own = [p for p in people if p.surname == surname]
        if not own:
            continue
        mine = frozenset[str]().union(*(p.words for p in own))
        wanted = _words(text) - {stem(surname)}
        for other in people:
            if other.surname == surname:
                continue
            taken = wanted & other.words - mine
            if taken - _COMMON and not any(
                _beside(c.document, surname, w) for w in taken - _COMMON if not mine
            ):
                message = f"“{' '.join(text.split())}” is told of {other.name}, not of {own[0].name}"
                yield Difference(Verdict.REVIEW, "role_mismatch", message, other.span)
                return


def _claimed(c: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the surnames of the persons that the claim describes, with their descriptions."""
    text = c.claim.text
    folded = text.casefold()
    for surname in (one for one in _surnames(c.document) if one in folded):
        for name in re.finditer(rf"(?:\b[A-Z][\w.’'-]*\s+)*\b(?i:{re.escape(surname)})\b", text):
            if _ACCORDING.search(text[: name.start()]):
                continue  # what follows the comma is what that one tells
            behind = _BEHIND.match(text, name.end()), _SAID.match(text, name.end())
            for match in filter(None, behind):
                if what := next((g for g in match.groups() if g), ""):
                    yield surname, what
            if before := _BEFORE[0].search(text[: name.start()]):
                yield surname, before["told"]


def is_described(document: Document, name: str, text: str) -> bool:
    """Whether all words of a description stand beside the name of a person somewhere."""
    surname = name.split()[-1].casefold() if name.split() else ""
    own = [p.apposed for p in described(document) if p.surname == surname]
    wanted = _every(text)
    return bool(wanted) and any(wanted <= words for words in own)


@remembered
def described(document: Document) -> tuple[Described, ...]:
    """Return the persons of a text with what stands beside their names."""
    return tuple(_described(document))


@remembered
def _surnames(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.surname for p in described(document)))


def _described(document: Document) -> Iterator[Described]:
    text = document.text
    offices: dict[
        int, frozenset[str]
    ] = {}  # of each person once: who is named often has the roles of all mentions
    for mention in document.reading.names.mentions:
        entity = document.reading.names.entities[mention.entity]
        if mention.kind is not NameKind.PERSON or not entity.name:
            continue
        behind = _BEHIND.match(text, mention.span.end)
        told = " ".join(g for g in behind.groups() if g) if behind else ""
        loose = ""
        lead = text[max(0, mention.span.start - _AROUND) : mention.span.start]
        for pattern in _BEFORE:
            if before := pattern.search(lead):
                found = " ".join(g for g in before.groups() if g)
                told, loose = (told, found) if pattern is _BEFORE[-1] else (f"{told} {found}", loose)
        if entity.id not in offices:
            offices[entity.id] = _words(" ".join(role for role, _ in entity.roles))
        words = _words(f"{told} {loose}") | offices[entity.id]
        yield Described(entity.name, entity.name.split()[-1].casefold(), words, _every(told), mention.span)


def _words(text: str) -> frozenset[str]:
    """Return the stems of the content words of a description; the names of states tell no one person."""
    found = re.findall(r"[^\W\d_][\w’'-]*", text)
    return frozenset(
        stem(re.sub(r"['’]s?$", "", w).casefold())
        for w in found
        if not is_function_word(w.casefold()) and not look_up(w)
    )


def _every(text: str) -> frozenset[str]:
    """Return the stems of all content words of a description."""
    found = (re.sub(r"['’]s?$", "", w).casefold() for w in re.findall(r"[^\W\d_][\w’'-]*", text))
    return frozenset(stem(w) for w in found if not is_function_word(w))


def _beside(document: Document, surname: str, word: str) -> bool:
    """Whether a sentence that names somebody has a word of a description, where nothing else describes them."""
    return any(
        surname in s.text.casefold() and word in document.retrieval.positions_in(s) for s in document.story
    )
