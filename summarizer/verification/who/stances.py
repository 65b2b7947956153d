"""Who takes a stand in a sentence: the doers of verbs of saying, wanting, agreeing and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.attribution.cues import Form as CueForm
from summarizer.reading.attribution.cues import verb_cues
from summarizer.reading.naming.finder import NameKind
from summarizer.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.reading.sentences import Sentence
    from summarizer.verification.context import Document

COLLECTIVE = re.compile(
    r"\b(?:both|two|three|four|five|six|seven|all|the|our|their)\s+(?!United\s)(?:(?!of\b)\w+\s+){0,2}?"
    r"(?P<who>sides|parties|leaders|presidents|ministers|countries|delegations|governments|states|nations|teams|heads)\b"
    r"|\b(?P<they>they\s+(?:both|all|each)|both|they)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she)\b(?!['’])", re.IGNORECASE)
_ADVERB = (
    r"(?:\s+(?:who|both|all|each|also|again|then|once|only|still|now|today|yesterday|earlier|later|very|much|further|however|,|"
    r"\w+ly|in\s+turn|as\s+well|on\s+\w+day|on\s+his\s+part|on\s+her\s+part|for\s+(?:his|her|its|their)\s+part))"
)
_AUXILIARY = (
    r"(?:\s+(?:has|have|had|did|does|do|not|never|neither|would|could|can|may|might|should|must|cannot|been))"
)
# "The Norwegian side", "the Kremlin's spokesman": the doer is the state or its organ.
_ORGAN = (
    r"(?:\s+(?:side|delegation|government|authorities|administration|team|leadership|ministry|parliament|cabinet|embassy|officials?|diplomats?|"
    r"negotiators?|ministers?|president|leader))"
)
_OF = re.compile(
    r"\b(?:delegation|government|side|president|prime\s+minister|minister|leaders?|authorities|representatives?|ambassador|people|republic|kingdom)\s+of\s+"
    r"(?:the\s+)?(?:(?:republic|kingdom|state)\s+of\s+)?$",
    re.IGNORECASE,
)
_GAP = re.compile(
    rf"{_ORGAN}?(?:\s+and\s+(?:his|her|its|their)\s+\w+)?(?:,\s+(?:[^,.;:]{{1,60}}),)?(?:{_ADVERB}|{_AUXILIARY})*\s+",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?:is|are|was|were|remains?|remained|stands?|stood)\s+(?:(?:\w+ly|very|also|not|now|still|quite)\s+)*"
    r"(?:ready|willing|clear|committed|prepared|convinced|confident|concerned|determined|opposed|open|interested|aware|keen|eager|adamant|"
    r"against|in\s+favou?r|of\s+the\s+(?:view|opinion)|grateful|pleased|satisfied|disappointed|worried|united|resolved|firm|frank)\b",
    re.IGNORECASE,
)
_HELP = re.compile(r"\b(?:has|have|had|did|does|do|would|could|can|may|might|should|must)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)*$", re.IGNORECASE)
# Verbs of stance that report no words: "conveyed", "laid out", "made clear".
_MORE = re.compile(
    r"(?:convey(?:s|ed)?|la(?:ys?|id)\s+(?:out|down)|(?:makes?|made)\s+(?:it\s+)?(?:very\s+|quite\s+|perfectly\s+)?clear|commit(?:s|ted)?|rais(?:es?|ed)|hold(?:s)?\s+that|held\s+that|regards?|regarded|needs?|needed|insist(?:s|ed)?|"
    r"agreed?|agrees|accept(?:s|ed)?|outlin(?:es?|ed)|gave|gives?|takes?|took|put\s+forward|set\s+out|sets\s+out|call(?:s|ed)?|pledg(?:es?|ed)|vow(?:s|ed)?|refus(?:es?|ed)|seeks?|sought|"
    r"offer(?:s|ed)?|frame[sd]?|underst(?:ands?|ood)|urg(?:es?|ed)|saw|sees?|exchanged|reviewed|discuss(?:es|ed)|share[sd]?|resolve[sd]?|intends?|intended|plans?|planned|promise[sd]?)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"(?:will|shall|is\s+going\s+to|are\s+going\s+to)\b", re.IGNORECASE)
_AWAY = frozenset(
    "of with to by from for against between among as than on over about at in toward towards".split()
)
_SUBORDINATE = frozenset("as while when where because since after before if".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """A subject that takes a stand: who (`text`, resolved), where, which verb, and how far its clause runs.

    `collective` subjects are several at once; a `mild` verb ("will") is a stand only where nobody else takes one.
    """

    text: str
    span: Span
    verb: Span
    extent: Span
    collective: bool = False
    mild: bool = False
    weak: bool = False  # the subject is a pronoun that may stand for another


def find_stances(document: Document, sentence: Sentence, within: Span) -> list[Stance]:
    """Return the stands taken in the part of a sentence that lies in `within`, in order of the text."""
    low, high = max(sentence.span.start, within.start), min(sentence.span.end, within.end)
    subjects = sorted(_subjects(document, sentence, Span(low, high)), key=lambda s: s[1])
    found: list[Stance] = []
    for text, span, sort in subjects:
        if found and found[-1].span.overlaps(span):
            continue
        if head := _OF.search(document.text[low : span.start]):
            span = Span(low + head.start(), span.end)
            text = text if sort == "collective" else document.text[span.start : span.end]
        verb = _verb_after(document.text, span.end, high, plural=sort == "collective")
        if verb and not _governed(document.text, span, low):
            mild = bool(_WILL.match(document.text, verb.start, high))
            found.append(
                Stance(
                    " ".join(text.split()),
                    span,
                    verb,
                    Span(span.start, high),
                    sort == "collective",
                    mild,
                    sort == "unsettled",
                )
            )
    ends = [*(s.span.start for s in found[1:]), high][: len(found)]
    return [replace(s, extent=Span(s.span.start, end)) for s, end in zip(found, ends, strict=True)]


def _subjects(document: Document, sentence: Sentence, part: Span) -> Iterator[tuple[str, Span, str]]:
    """Yield who may be a subject: words, place, and whether a name, a collective, or an unsettled pronoun."""
    text = document.text
    named = [n for n in document.identities.in_sentence(sentence) if part.contains(n.span) and n.text != "I"]
    for before, one in zip([None, *named], named, strict=False):
        joined = before is not None and re.fullmatch(
            r"\s*(?:,?\s+and|&)\s+(?:the\s+|his\s+|her\s+|\w+\s+){0,3}",
            text[before.span.end : one.span.start],
        )
        if joined and before is not None:
            yield text[before.span.start : one.span.end], Span(before.span.start, one.span.end), "collective"
        else:
            several = COLLECTIVE.search(one.text)
            yield one.text, one.span, "collective" if several and several["who"] else "name"
    for match in COLLECTIVE.finditer(text, part.start, part.end):
        who = _those(document, sentence, match.start()) if match["they"] else None
        yield who or match[0], Span(*match.span()), "unsettled" if who else "collective"
    for match in _PRONOUN.finditer(text, part.start, part.end):
        span = Span(*match.span())
        who, settled = _meant(document, sentence, span)
        if who:
            yield who, span, "name" if settled else "unsettled"


def _verb_after(text: str, at: int, high: int, plural: bool) -> Span | None:
    gap = _GAP.match(text, at, high)
    if gap is None:
        return None
    for pattern in (_STATE, _MORE, _WILL):
        if match := pattern.match(text, gap.end(), high):
            return Span(*match.span())
    word = re.compile(r"[A-Za-z]+").match(text, gap.end(), high)
    cue = verb_cues().get(word[0].casefold()) if word else None
    if word is None or cue is None or _PASSIVE.search(text[at : gap.end()]):
        return None
    helped = _HELP.search(text, at, gap.end())
    finite = cue.finite and (plural or cue.form is not CueForm.BASE)
    return Span(*word.span()) if finite or helped else None


def _governed(text: str, span: Span, low: int) -> bool:
    """Whether a name is the object of a preposition, and so no subject."""
    before = re.findall(r"[\w'’]+|[^\w\s]", text[max(low, span.start - 40) : span.start])
    while before and (before[-1][:1].isupper() or before[-1] in ("the", "a", "an")) and len(before[-1]) > 1:
        before.pop()  # title words: "with President B"
    return bool(before) and before[-1].casefold() in _AWAY and before[-1].casefold() != "as"


def subordinate(document: Document, stance: Stance) -> bool:
    """Whether a stand stands in a clause that only tells the time or the ground of another."""
    before = document.text[max(0, stance.span.start - 24) : stance.span.start].split()
    return bool(before) and before[-1].casefold() in _SUBORDINATE


def _meant(document: Document, sentence: Sentence, pronoun: Span) -> tuple[str | None, bool]:
    """Return whom "he" or "she" stands for, and whether the attributions and the last sentence tell the same."""
    reading = document.reading
    read = next((a.name for a in reading.attributions if a.speaker == pronoun and a.name), None)
    told = reading.sentences[max(0, sentence.number - 4) : sentence.number]
    for one in reversed([s for s in told if not s.furniture]):
        for mention in reading.mentions_in(one.span):
            entity = reading.names.entities[mention.entity]
            if mention.kind is NameKind.PERSON and mention.full.end <= pronoun.start:
                known = reading.names.resolve(read) if read else entity
                return read or entity.name or entity.label, known is not None and known.id == entity.id
    return read, False


def _those(document: Document, sentence: Sentence, pronoun: int) -> str | None:
    """Return the body or side that "they" stands for, named last as a subject; None where it is several at once."""
    reading = document.reading
    told = [s for s in reading.sentences[max(0, sentence.number - 2) : sentence.number] if not s.furniture]
    for one in reversed(told):
        end = min(one.span.end, pronoun)
        several = COLLECTIVE.search(document.text, one.span.start, end)
        for mention in reading.mentions_in(Span(one.span.start, max(end, one.span.start + 1))):
            text = document.text[mention.full.start : mention.full.end]
            if mention.full.end > end or (several and several.start() < mention.full.start):
                break
            if mention.kind in (NameKind.GROUP, NameKind.ORGANISATION) and _PLURAL.search(text):
                return " ".join(text.split())
        if several and several["who"]:
            return None
    return None


_PLURAL = late_regex(
    r"\b(?:representatives|delegation|officials|negotiators|diplomats|side|team|authorities|ministers|envoys|government)\b",
    re.IGNORECASE,
)


def best_stance(document: Document, stances: Sequence[Stance], statement: str | None) -> Stance | None:
    """Return the stand whose clause says most of the statement; the first of equals, mild ones last."""
    strong = [s for s in stances if not s.mild and not subordinate(document, s)] or [
        s for s in stances if not subordinate(document, s)
    ]
    if not strong or statement is None:
        return strong[0] if strong else None
    wanted = document.concepts(statement)
    shares = [wanted.shared(document.concepts(document.text[s.extent.start : s.extent.end])) for s in strong]
    return strong[shares.index(max(shares))]
