"""Noun phrases for meetings and bodies: "bilateral talks", "Joint River Commission", "working group on the ship"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import Form, verb_cues
from summarizer.reading.attribution.words import VERBS
from summarizer.reading.lexicon import FUNCTION_WORDS
from summarizer.source import Span

_HEAD = (
    r"(?:(?:next|further|new|additional|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+rounds?(?!\s+of\b)|(?:monthly|weekly|regular|quarterly|annual|follow-up)\s+calls|"
    r"(?:warning|liaison|information|help|joint|shared|common)\s+desks?|(?:situation|coordination|monitoring|operations|information)\s+cent(?:re|er)s?|(?:contact|focal)\s+points?|humanitarian\s+corridors?|"
    r"(?:crisis|telephone|emergency)\s+(?:telephone\s+)?lines?|(?:technical|liaison|study|drafting)\s+groups?|joint\s+(?:patrols?|secretariats?|desks?|inspections?|exercises?)|talks|negotiations|consultations|dialogues?|meetings?|summits?|conferences?|councils?|commissions?|committees?|working\s+groups?|contact\s+groups?|steering\s+groups?|expert\s+groups?|"
    r"task\s?forces?|forums?|panels?|rounds?\s+of\s+(?:talks|negotiations|consultations)|round\s?tables?|sessions?|mechanisms?|hotlines?|(?:liaison|direct|communications?|secure)\s+(?:line|channel)s?|"
    r"(?:observer|monitoring|verification|liaison|negotiating|working|expert|technical)\s+teams?|(?:technical|observer|monitoring|fact-finding|assessment|expert|joint)\s+missions?|"
    r"(?:high-level|ministerial|regular)\s+(?:[\w.]+[-–][\w.]+\s+)?(?:engagements?|contacts|exchanges)|platforms?|cells?|joint\s+(?:bod(?:y|ies)|groups?|teams?|units?|cent(?:re|er)s?)|secretariat|visits?|conversations?|board)"
)
_HEAD_ONLY = re.compile(rf"(?<![\w])(?P<head>{_HEAD})(?![\w-])", re.IGNORECASE)
_BEFORE_WORD = re.compile(r"(?P<word>[^\W_][\w’'&-]*)(?P<gap>[ \t\n\u00a0]+)$")
_PAIR = late_regex(r"(?:\b(?:the|a|an|its|their|our|Joint|joint)\s+)(?P<first>[A-Z][a-z]+)\s+(?:and|&)\s+$")
# What a body that stands behind two matters is for; talks may only be the second of two things.
_MATTERS = re.compile(
    r"\b(?:an?|the)\s+(?:new\s+|joint\s+|common\s+)?(?P<first>[a-z-]+(?:\s+[a-z-]+)?)\s+and\s+$"
)
_OF_MATTERS = late_regex(
    r"(?:mechanism|commission|committee|council|panel|forum|group|board|platform|mission|team)\b"
)
_PROCESS = re.compile(r"\b(?:process|rounds?|series)\s+of\s+$", re.IGNORECASE)
_COMPLEMENT = re.compile(
    r"\s+(?P<word>of|between|among|on|for)\s+(?P<rest>(?:the\s+|both\s+|all\s+|its\s+|their\s+)?(?:(?!(?:the|a|an|in|at|on|to|from|by|with|will|would|is|are|was|were|has|have|had|that|which|who|where|when|and|or|but|next|this|last|before|after|starting|for|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)\b)[^\W\d_][\w’'-]*(?:\s+|(?=[^\w\s])|$)){1,5})",
    re.IGNORECASE,
)
_PURPOSE = late_regex(
    r"\s+(?:to\s+(?!the\b|a\b|be\b|meet\b|begin\b|start\b)[a-z]+|for\s+[a-z]+ing)\s+(?:(?!(?:in|at|by|from|which|that|who|and|will|would|is|are|was|were|has|have|had)\b)[a-z-]+\s+){0,4}?"
    r"(?:about|on|of|for)\s+[a-z-]+(?:\s+and\s+[a-z-]+)?(?:\s+(?:relations|issues|matters|affairs|ties|policy|questions|security|cooperation))?(?=\s*[.,;])"
)
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w’'-]*){0,3}"
_MONTH = r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
_BUSINESS = late_regex(
    rf"\s+(?:of|on|for)\s+(?:the\s+)?{_MONTH}{_CAPITALS}(?:,\s+{_CAPITALS})*(?:,?\s+(?:and|&)\s+{_MONTH}{_CAPITALS})?"
)
# "of A, B and C": the rest of a list of names, behind which the phrase ends.
_AND_NAMES = late_regex(
    r"(?:,\s+[A-ZÀ-ÖØ-Þ][\w’'-]+)+,?\s+and\s+[A-ZÀ-ÖØ-Þ][\w’'-]+(?=\s*[,.;]|\s+(?:in|at|on|to|from|will|is|are|was|were|which|that)\b)"
)
# "on search and rescue at sea": a second matter, behind which the phrase ends.
_AND_MORE = late_regex(
    r"\s+and\s+(?!(?:to|will|would|the|a|an|that|they|it|he|she|is|are|was|were|has|have|had|its|their|also|then|not)\b)[a-z-]+(?:\s+(?:at|of)\s+[a-z]+)?(?=\s*[,.;]|\s+(?:which|that|by|in|on|from|at|to)\b)"
)
_NOT_MODIFIERS = (
    frozenset(
        "again more other further such same any every each another several many few both all some no first-ever next last previous recent coming future earlier today tomorrow yesterday "
        "one two three four five six seven eight nine ten new held hold holding take taking taken resume start launch open begin establish create set up keep host attend join chair lead s re ve ll"
        " third second fourth fifth start starting".split()
    )
    | FUNCTION_WORDS
    | VERBS
)
_TO_BEFORE = late_regex(r"\b(?:to|will|would|shall|must|can|could)\s+$", re.IGNORECASE)
_KEPT = frozenset("shared common joint new first second third high level".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `span` with its complement, `core` without, `head` its noun; `definite` when "the" leads it."""

    span: Span
    core: Span
    head: str
    definite: bool
    bare: bool


def phrases(text: str, within: Span) -> Iterator[Phrase]:
    """Yield the noun phrases for meetings and bodies in `within`, in order; they do not overlap."""
    end = within.start
    heads = list(_HEAD_ONLY.finditer(text, within.start, within.end))
    for i, match in enumerate(heads):
        compound = i + 1 < len(heads) and text[match.end() : heads[i + 1].start()].isspace()
        if match.start() < end or compound:
            continue  # in "a council meeting" the last noun is the head
        start, definite = _left(text, match.start(), max(within.start, end))
        complement = _business(text, match, within.end) or _complement(text, match.end(), within.end)
        if start == match.start() and not complement:
            complement = _purpose(text, match, within.end)
        stop = complement or match.end()
        head = " ".join(match["head"].lower().split())
        yield Phrase(
            Span(start, stop),
            Span(start, match.end()),
            head,
            definite,
            start == match.start() and not complement,
        )
        end = stop


def _left(text: str, start: int, floor: int) -> tuple[int, bool]:
    """Return where a phrase begins, its modifiers included, and whether "the" stands before it."""
    begin = start
    if process := _PROCESS.search(text, max(floor, start - 20), start):
        begin = process.start()
    for _ in range(6):
        before = _BEFORE_WORD.search(text, max(floor, begin - 40), begin)
        if (
            before
            and before["word"] in ("and", "&")
            and (pair := _PAIR.search(text, max(floor, begin - 40), begin))
        ):
            begin = pair.start("first")  # "the Trade and Investment Council"
            continue
        if not before or not (_modifies(text, before.start(), before["word"]) or _works(text, begin, before)):
            break
        begin = before.start()
    begin = _joined(text, floor, begin, start)
    if (begin == start and (process := _PROCESS.search(text, max(floor, start - 20), start))) or (
        process := _PROCESS.search(text, max(floor, begin - 20), begin)
    ):
        begin = process.start()
    lead = text[max(floor, begin - 12) : begin].lower().split()
    return begin, bool(lead) and lead[-1] in (
        "the",
        "this",
        "these",
        "that",
        "those",
        "our",
        "their",
        "its",
        "his",
        "her",
    )


def _joined(text: str, floor: int, begin: int, head: int) -> int:
    """Return where the first of two modifiers begins that "and" joins: "a humanitarian assistance and disaster relief mechanism"."""
    pair = _MATTERS.search(text, max(floor, begin - 60), begin)
    if begin == head or pair is None or not _OF_MATTERS.match(text, head):
        return begin
    words = list(re.finditer(r"[\w-]+", pair["first"]))
    at = pair.start("first")
    whole = all(_modifies(text, at + w.start(), w[0]) for w in words) and not _HEAD_ONLY.search(pair["first"])
    return at if whole else begin


def _works(text: str, begin: int, before: re.Match[str]) -> bool:
    """Whether a word in -ing tells what a body does: "a monitoring committee", not "after leaving talks"."""
    lead = text[max(0, before.start() - 12) : before.start()].lower().split()
    return (
        before["word"].endswith("ing")
        and bool(lead)
        and lead[-1] in ("a", "the", "joint", "new", "bilateral", "their", "its", "trilateral")
    )


def _modifies(text: str, start: int, word: str) -> bool:
    """Whether a word can stand before a noun as its modifier: an adjective, a noun, a name, no verb and no function word."""
    lower = word.lower()
    if word[0].isupper() and lower not in FUNCTION_WORDS:
        return True
    if lower in _KEPT:
        return True
    if lower in _NOT_MODIFIERS or (lower.endswith(("ly", "ed", "ing")) and "-" not in lower):
        return False  # "anti-smuggling", "Swiss-led" stand before nouns only
    cue = verb_cues().get(lower)
    return cue is None or (cue.form is Form.BASE and not _TO_BEFORE.search(text, max(0, start - 8), start))


def _business(text: str, head: re.Match[str], stop: int) -> int | None:
    """Return where the name of a body ends that tells its business: "Commission on Fisheries and Coastal Waters"."""
    if not head["head"][0].isupper():
        return None
    match = _BUSINESS.match(text, head.end(), stop)
    return match.end() if match else None


def _purpose(text: str, head: re.Match[str], stop: int) -> int | None:
    """Return where "to continue discussions about trade" ends, behind a body that has no other name."""
    match = _PURPOSE.match(text, head.end(), stop) if _OF_MATTERS.match(text, head.start()) else None
    return match.end() if match and len(match[0].split()) <= 12 else None


def _complement(text: str, start: int, stop: int) -> int | None:
    """Return where "of legal experts", "between the two coastguards", "on the ship" ends, if such words follow."""
    match = _COMPLEMENT.match(text, start, stop)
    if not match:
        return None
    words = match["rest"].split()
    if match["word"].lower() in ("on", "for") and (
        len(words) > 4 or (not words[-1].islower() and len(words) < 2)
    ):
        return None
    end = start + len(match[0].rstrip())
    if words[-1][0].isupper() and (names := _AND_NAMES.match(text, end, stop)):
        return names.end()
    more = _AND_MORE.match(text, end, stop) if match["word"].lower() in ("on", "for") else None
    return more.end() if more else end
