"""Who stands beside an event's noun or verb: "a call between A and B", "A met with B", "A's visit to B", "the A-B talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.attribution.words import VERBS
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.reading.naming.finder import Mention, NameKind
from summarizer.reading.naming.lexicon import ROLE_PLURALS, ROLES
from summarizer.reading.sentences import Sentence
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading.document import Reading

_FILLERS = frozenset(
    "and the a an his her its their our as well with together along of for from both also then new outgoing incoming acting "
    "respectively counterpart counterparts opposite number including s plus".split()
)
_GAP_WORD = re.compile(r"[^\W\d_]+")
_GAP_BREAK = re.compile(r"[.:;!?\"“”\[\]—–]|\n\s*\n|\s-\s")
_LONGEST_GAP = 90
_CHAIN = 40  # parties in one list, at most
# What may stand between a subject and its verb: an apposition, adverbs, auxiliaries, a day.
_TO_VERB = re.compile(
    r"(?:\s*,[^,;:.!?\"“”]{0,80},)?(?:\s+[–—-]\s+)?\s*,?\s*(?:who\s+)?(?:[A-Za-z]{2,4}\s+)?(?:\b(?:has|have|had|also|both|jointly|then|later|today|yesterday|earlier|again|recently|finally|all|is|are|was|were|"
    r"on|this|last|morning|afternoon|evening|week|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b[\s,]*){0,6}",
)
_LINK = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s*,?\s+(?P<word>between|with|among|amongst|involving|of|by|bringing\s+together|attended\s+by|gathering|brought\s+together)\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+(?:(?:[A-Z][\w-]*|and|[a-z]+-[a-z]+)\s+){0,5}")
_DELEGATION = re.compile(r"\bdelegations?\b", re.IGNORECASE)
_WE = re.compile(r"\W*(?:\d+[.)]\s+)?We\s*,\s*")
_WITH = re.compile(r"\b(?:with|alongside)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]|\\u2019)?[\s\\]*s?['’]?\s+(?:[\w-]+\s+){0,3}$")
# "with European leaders", "with his G7 counterparts": the others, all together.
WITH_ALL = re.compile(
    r"\s*with\s+(?:[\w’'.-]+\s+){0,5}?(?:leaders|counterparts|ministers|presidents|heads|members|representatives|allies|partners|officials|chiefs|envoys|delegations?|executives|council|committee|cabinet|board|commission|panel|assembly|task\s+force)\b",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"(?:received|receives|hosted|hosts|welcomed|welcomes|visited|visits|met|meets|phoned|telephoned|called)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:in|at|on|for|to|by|from|after|before|with)\b", re.IGNORECASE)
_OUTER = frozenset({NameKind.PERSON, NameKind.GROUP, NameKind.ORGANISATION, NameKind.PLACE})


def outer_mentions(reading: Reading, span: Span) -> list[Mention]:
    """Return the mentions that begin in `span` and stand in no other ("Russian" in "Russian President A" does)."""
    kept: list[Mention] = []
    for mention in sorted(reading.mentions_in(span), key=lambda m: (m.full.start, -m.full.end)):
        if kept and kept[-1].full.contains(mention.full) and kept[-1].full != mention.full:
            continue
        kept.append(mention)
    return kept


def parties_at(reading: Reading, sentence: Sentence, at: Span, verb: bool) -> list[Mention]:
    """Return the mentions of those who take part in what the noun (or verb) at `at` tells, each entity once."""
    mentions = outer_mentions(reading, sentence.span)
    text = reading.text
    found: list[Mention] = []
    if verb:
        found += issuers(text, mentions, sentence) or subject(text, mentions, at.start)
        found += _companions(text, mentions, at, sentence)
    else:
        found += _owners(text, mentions, at, sentence)
        found += _linked(text, mentions, at, sentence)
    return _each_once(text, found)


def issuers(text: str, mentions: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """Return those who speak as "We, the President of A and the Prime Minister of B, …": they do what the sentence tells."""
    we = _WE.match(text, sentence.span.start, sentence.span.end)
    return listed(text, mentions, we.end(), 12) if we else []


def subject(text: str, mentions: Sequence[Mention], verb: int) -> list[Mention]:
    """Return the coordinated names that stand as the subject of the verb at offset `verb`."""
    before = [m for m in mentions if m.full.end <= verb]
    if not before:
        return []
    last = before[-1]
    gap = text[last.full.end : verb]
    if len(gap) > _LONGEST_GAP or not _TO_VERB.fullmatch(gap):
        return []
    return _chain_back(text, before)


def _companions(text: str, mentions: Sequence[Mention], at: Span, sentence: Sentence) -> Iterator[Mention]:
    """Yield those with whom somebody met: "spoke today with A and B", "received A"."""
    if _RECEIVES.match(text, at.start):
        first = next((m for m in mentions if m.full.start >= at.end), None)
        if first is not None and not _AWAY.search(text, at.end, first.full.start):
            yield from listed(text, mentions, at.end, 25)
    stop = min(sentence.span.end, at.end + 140)
    match = _WITH.search(text, at.end, stop)
    if match and not re.search(
        r"[;:\"“”]|\b(?:that|which|who|but|after|before)\b", text[at.end : match.start()]
    ):
        yield from listed(text, mentions, match.end(), 12)


def _linked(text: str, mentions: Sequence[Mention], at: Span, sentence: Sentence) -> Iterator[Mention]:
    """Yield those named behind a noun: "the call between A and B", "talks with A"; with "with", the subject too."""
    match = _LINK.match(text, at.end, sentence.span.end)
    if not match:
        return
    chain = listed(text, mentions, match.end(), 12)
    word = match["word"].lower()
    if word in ("of", "by") and len({m.entity for m in chain}) < 2:
        return
    if word == "with" and (chain or WITH_ALL.match(text, match.start("word"), sentence.span.end)):
        yield from _doers(text, mentions, at)
    yield from chain


def _doers(text: str, mentions: Sequence[Mention], at: Span) -> list[Mention]:
    """Return the subject of the verb that governs a noun: "A held a call with B"."""
    before = [m for m in mentions if m.full.end <= at.start]
    if not before:
        return []
    gap = text[before[-1].full.end : at.start]
    return _chain_back(text, before) if len(gap) <= _LONGEST_GAP and not _GAP_BREAK.search(gap) else []


def _owners(text: str, mentions: Sequence[Mention], at: Span, sentence: Sentence) -> Iterator[Mention]:
    """Yield those named before a noun: "A's call", "the A-B talks", "A and B held talks", "A took part in a meeting"."""
    for mention in mentions:
        gap = text[mention.full.end : at.start]
        if (
            mention.full.end <= at.start
            and len(gap) < 40
            and _POSSESSIVE.fullmatch(gap)
            and ("'" in gap or "’" in gap or "2019" in gap)
        ):
            yield from _chain_back(text, [m for m in mentions if m.full.end <= mention.full.end])
    governed = re.search(
        r"\b(?:held|holds?|had|took\s+part\s+in|takes\s+part\s+in|attended|opened|began|concluded|conducted|participated\s+in|joined|finished|ended|completed|wrapped\s+up|resumed|launched|convened|hosted)\s+"
        r"(?:[\w'’-]+\s+){0,6}$",
        text[max(sentence.span.start, at.start - 90) : at.start],
        re.IGNORECASE,
    )
    if governed:
        yield from subject(text, mentions, max(sentence.span.start, at.start - 90) + governed.start())
    yield from _compound(mentions, at, text)


def _compound(mentions: Sequence[Mention], at: Span, text: str) -> Iterator[Mention]:
    """Yield the parts of "Putin-Biden" before a noun: "the Peru-Ghana Mining and Water Meeting"."""
    before = [m for m in mentions if m.span.end <= at.start]
    for first, second in pairwise(before):
        joined = text[first.span.end : second.span.start] in ("-", "–", "‑", "/")
        if joined and _BETWEEN.fullmatch(text, second.span.end, at.start):
            yield from (first, second)


def listed(text: str, mentions: Sequence[Mention], start: int, reach: int) -> list[Mention]:
    """Return the list of names that begins at most `reach` characters behind `start`."""
    chain: list[Mention] = []
    end = start
    for mention in mentions:
        if mention.full.start < start or len(chain) >= _CHAIN:
            continue
        if mention.full.start < end:
            chain.append(mention)
            continue
        gap = text[end : mention.full.start]
        if not (_joins(gap) if chain else len(gap) <= reach and not _GAP_BREAK.search(gap)):
            break
        chain.append(mention)
        end = mention.full.end
    return chain


def _chain_back(text: str, before: Sequence[Mention]) -> list[Mention]:
    """Return the list of names that ends with the last of `before`."""
    chain = [before[-1]]
    for mention in reversed(before[:-1]):
        if len(chain) >= _CHAIN or not _joins(text[mention.full.end : chain[-1].full.start]):
            break
        chain.append(mention)
    return chain[::-1]


def _joins(gap: str) -> bool:
    """Whether two names with `gap` between them stand in one list, or one explains the other."""
    if len(gap) > _LONGEST_GAP or _GAP_BREAK.search(gap):
        return False
    words = [
        w
        for w in _GAP_WORD.findall(gap)
        if not (w.lower() in _FILLERS or w.lower() in ROLES or w.lower() in ROLE_PLURALS)
    ]
    return len(words) <= 3 and all(w.islower() and not _may_be_verb(w) for w in words)


def _may_be_verb(word: str) -> bool:
    """Whether a lower-case word between two names may be a verb or tie the second to something else."""
    return (
        word in VERBS or word in FUNCTION_WORDS or word in verb_cues() or word.endswith(("ed", "ing", "ly"))
    )


def _in_apposition(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return names of no known kind behind a plural office: "the foreign ministers of A and B, C D and E F"."""
    groups = [m for m in mentions if m.kind is NameKind.GROUP]
    long = [
        m
        for m in mentions
        if groups
        and m.kind is NameKind.OTHER
        and m.full.start > groups[0].full.start
        and " " in text[m.span.start : m.span.end].strip()
    ]
    return long if len(long) > 1 else []


def _each_once(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Keep one mention of each entity: persons where there are any, else groups, bodies and states, else names not known."""
    named = [m for m in mentions if m.kind in _OUTER]
    if not named and len({m.entity for m in mentions}) > 1:
        named = list(mentions)  # "the boards of A and B": names of no known kind
    persons = [m for m in named if m.kind is NameKind.PERSON] or _in_apposition(text, mentions)
    found: dict[int, Mention] = {}
    for mention in [*persons, *(m for m in named if _DELEGATION.search(text, *m.full))] if persons else named:
        found.setdefault(mention.entity, mention)
    return sorted(found.values(), key=lambda m: m.full.start)
