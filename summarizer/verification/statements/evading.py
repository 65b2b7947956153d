"""Decides whether somebody would not say something, as a claim has it: "declined to name …", "would not say whether …".

A speaker who evades a question seldom says "I decline to answer". They say that they will not get into it, leave it to
another, or that it is being considered: a closed set of formulas. The matter is told by the question or the words before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.patterns import late_regex
from summarizer.reading.sentences import Sentence
from summarizer.source import Span
from summarizer.verification.claims.frames import is_the_text
from summarizer.verification.context import Document, remembered
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.asked import Asked, judge_voice
from summarizer.verification.statements.matter import Matter
from summarizer.verification.who.identity import matches

_SHARE = (
    0.5  # of the matter's words that must stand with the evasion: who asks and who sums up use other words
)
_TOLD = 0.6  # of the words of a disclosure from which an evasion is of the same matter
_ASKED = 0.3  # where claim and evasion both embed a question: "would not say which …", "not going to get into which …"
_BEFORE, _QUESTION = 2, 6  # sentences before an evasion, and of the question that it answers
_ANSWER = 8  # sentences of an answer within which it still answers the question
_NEAR = _ANSWER + 1 + _QUESTION  # sentences before an evasion that all this lies in

_TELL = (
    r"(?:be\s+(?:drawn(?:\s+out)?|pinned\s+down)|say|tell|state|disclose|reveal|name|identify|specify|spell\s+out|set\s+out|lay\s+out|detail|confirm(?:\s+or\s+deny)?|judge|assess|evaluate|elaborate|explain|clarify|answer|discuss|speak|talk|"
    r"(?:get|go)\s+into|speculate|predict|prejudge|weigh\s+in|address|respond|provide|offer|share|make\s+public|comment|commit|announce|describe|characteri[sz]e|preview|call|"
    r"draw\s+(?:any\s+)?conclusions?|give|make\s+(?:any|a)\s+(?:prediction|assessment|comment|judge?ment|announcement|commitment)s?)"
)
_OBJECT = (
    r"(?:\s+(?:any\s+|an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:clear\s+|direct\s+|further\s+|more\s+|exact\s+)?(?:assessment|opinion|view|answer|details?|judge?ment|estimate|timeline|specifics|indication|information|"
    r"comments?|conclusions?)(?=\s+(?:of|on|about|as|from|to|whether|regarding)\b|\s*$))?"
)
_ON = r"(?:\s+(?:to|on|about|of|as\s+to|regarding|into|from|(?:himself|herself|themselves)\s+(?:to|on)))?"
_WHO = r"^(?:(?:when\s+)?(?:asked|pressed|questioned)\s+(?P<topic>[^,]{5,160}),\s+)?(?P<who>[^,;:\"“]{2,80}?)\s+(?:also\s+|still\s+|again\s+|repeatedly\s+|twice\s+|then\s+)?"
_ACT = rf"(?P<act>{_TELL}){_OBJECT}{_ON}(?:\s+(?P<matter>.+?))?\s*\.?$"
_WILLED = r"(?:declin|refus)(?:e[sd]?|ing)\s+to|(?:was|were|is|are)\s+(?:unwilling|reluctant|not\s+(?:willing|prepared|ready))\s+to|did\s+not\s+(?:want|wish)\s+to|(?:chose|preferred)\s+not\s+to"
_PLAIN = r"(?:would|will|could|did|does|do)\s+not|(?:would|could|did|does)n[’']t|won[’']t"
_REFUSAL = late_regex(rf"{_WHO}(?:(?P<willed>{_WILLED})|{_PLAIN})\s+{_ACT}", re.DOTALL)
_NOTHING = late_regex(
    rf"{_WHO}(?:gave|offered|provided|made|had)\s+no\s+(?:clear\s+|direct\s+|further\s+)?(?P<act>answer|details?|comment|information|indication|assessment|timeline|specifics)\s+(?:to|on|about|of|as\s+to|regarding)\s+(?P<matter>.+?)\s*\.?$",
    re.DOTALL,
)
_NEITHER = late_regex(
    rf"{_WHO}(?:neither\s+|would\s+neither\s+)(?P<act>confirm\w*\s+nor\s+(?:den\w+|rul\w+\s+out))\s+(?:that\s+|whether\s+)?(?P<matter>.+?)\s*\.?$",
    re.DOTALL,
)
# Who evades rules nothing out.
_KEPT = late_regex(
    rf"{_WHO}(?:did|does|do|would|has|had)\s+not\s+(?:yet\s+)?(?P<act>rul(?:e|ed)\s+out|excluded?)\s+(?:that\s+)?(?P<matter>.+?)\s*\.?$",
    re.DOTALL,
)
_LEFT = late_regex(
    rf"{_WHO}(?P<act>left|leaves|deferred)\s+(?P<matter>.{{4,140}}?)\s+(?:open|unanswered|to\s+(?:the\s+)?[\w’' -]{{3,60}}?)\s*\.?$",
    re.DOTALL,
)
# What a claim says of the evasion besides: "…, leaving that to the press team", "…, saying only that it was under review".
_BESIDE = late_regex(
    r",?\s+(?:(?:and|but)\s+)?(?:(?:left|leaving|deferring|referring|pointing)\s|(?:saying|answering|noting|adding|replying|stating|said|answered)\s+(?:only|merely|just|simply)?\s*(?:that\s)?)(?P<rest>.+?)\.?$",
    re.IGNORECASE | re.DOTALL,
)

# How a speaker evades, word by word in lower case.
# Of now and of what is to come: "we didn't discuss a ban" tells what was, and evades nothing.
_NOT = r"(?:(?:will|would|can|could|am|are|is|do|does|[’']m|[’']re|[’']ll|[’']d)\s+(?:\w+ly\s+|just\s+)?(?:not|never)|cannot|(?:wo|ca|would|could|are|is|do|does)n[’']t)"
_SAYING = (
    r"(?:get\s+into|go\s+into|comment\w*|speculat\w+|say\w*|tell\w*|discuss\w*|disclos\w+|reveal\w*|shar(?:e|ing)|name|identif\w+|specif\w+|answer\w*|judge\w*|call\s+(?:it|that|this)|confirm\w*|predict\w*|prejudge|preview|"
    r"elaborate|speak\s+(?:to|for)|talk(?:ing)?\s+about|address|read\s+out|get\s+ahead|negotiat\w+|draw\s+(?:any\s+)?conclusions?|(?:give|provide|offer|make|do)\s+(?:\w+\s+){0,3}(?:assessment|prediction|comment|detail|date|number|timeline|announcement|guess|list|answer)s?)"
)
_EVADES = late_regex(
    r"(?:(?<!\w)(?=\w)|(?=[’']))(?:"  # every one of them begins a word: soon done with all other characters
    rf"(?:\b|(?=[’'])){_NOT}\s+(?:going\s+to\s+|gonna\s+|be\s+|want\s+to\s+|like\s+to\s+|able\s+to\s+|(?:prepared|ready|willing|authori[sz]ed)\s+to\s+|in\s+a\s+position\s+to\s+|at\s+liberty\s+to\s+|here\s+to\s+)?(?:\w+ly\s+|here\s+|even\s+)?{_SAYING}\b"
    r"|\brather\s+not\b|\b(?:leave|leaving)\s+(?:it|that|this|those|them)\b[^.]{0,30}\bto\b|\b(?:leave|defer|refer|point|direct)\s+(?:\w+\s+){0,4}to\s+(?:the|our|them|him|her|his|that|those|others|[A-Z])"
    r"|\bno\s+comment\b|\b(?:nothing|no\s+\w+|(?:n[’']t|not)\s+(?:\w+\s+)?(?:have\s+)?any(?:thing)?(?:\s+\w+){0,2}?)\s+(?:more\s+|further\s+|new\s+|else\s+)?(?:to\s+(?:say|add|announce|share|preview|report|offer|give)|for\s+you)\b"
    r"|\bunder\s+(?:consideration|review|discussion|study)\b|\bstill\s+(?:finali[sz]|consider|discuss|review|work|decid|determin|look|weigh|assess)\w*|\b(?:on|off)\s+the\s+table\b|\bstay\s+tuned\b|\bwe(?:[’']ll|\s+will|\s+shall)\s+(?:have\s+to\s+)?see\b"
    r"|\bwait\s+and\s+see\b|\btoo\s+(?:early|soon)\s+to\b|\bremains\s+to\s+be\s+seen\b|\b(?:have|has)(?:\s+not|n[’']t)\s+(?:yet\s+|been\s+)?(?:decided|determined|made\s+(?:a|any)\s+(?:final\s+)?decision)|\b(?:not|n[’']t)\s+(?:aware|sure|certain|know)\b"
    r"|\b(?:do|does)(?:n['’]t|\s+not)\s+have\s+(?:that|the|those|any|an?|it)\b(?:\s+(?:exact\s+)?(?:number|figure|date|name|answer|information|detail|breakdown|list)s?)?|\bhave\s+no\s+(?:number|figure|date|information|detail|answer)s?\b"
    # told of by who reports it
    rf"|\b(?:declin|refus)(?:ed|es|ing)\s+to\s+(?:\w+ly\s+)?{_SAYING}|\bneither\s+confirm\w*\s+n?or\s+(?:den\w+|rul\w+\s+out)|\b(?:avoid|sidestepp|dodg|duck|evad|brush)(?:ed|es|s|ing)\s+(?:aside\s+)?(?:the|that|this|a|all)\s+questions?\b|\bma(?:de|kes?)\s+no\s+comment\b"
    r"|\bwish\s+i\s+(?:had|could)\b|\blooks?\s+forward\s+to\s+(?:announc|shar)\w+)",
    re.IGNORECASE,
)  # fmt: skip
# Of which each evasion has one, beside "-n't".
_WORDS = frozenset(
    "not never cannot leave leaving defer refer point direct nothing no under still table stay see early soon remains wish "
    "forward declined refused declines refuses neither sidestepped dodged ducked evaded avoided brushed".split()
)
# A possibility kept: "did not rule out" is true of whoever has everything on the table.
_DISCLOSED = late_regex(
    r"^(?P<who>[^,;:\"“]{2,80}?)\s+(?:(?:also|then|later)\s+)?(?:(?:explained|disclosed|revealed|specified|spelled\s+out|detailed|laid\s+out|announced|clarified|made\s+(?:it\s+)?clear|said|told\s+\w+)\s+(?:exactly\s+|precisely\s+)?(?:which|who|whether|how\s+many|when|where)"
    r"|(?:confirmed|announced|disclosed|revealed|predicted|named|identified)(?:\s+that)?)\s+(?P<matter>.+?)\s*\.?$",
    re.DOTALL,
)


@dataclass(frozen=True)
class _Evasion:
    """Where a speaker evades, and the words around it that tell what: the same turn, and the question."""

    sentence: Sentence
    around: tuple[Sentence, ...]


def judge_refusal(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Judge "X would not say Y" by the place where X evades Y; None where the claim is of another sort or no place is found."""
    text = " ".join(asked.text.split())
    claim = (
        _REFUSAL.match(text)
        or _NEITHER.match(text)
        or _KEPT.match(text)
        or _NOTHING.match(text)
        or _LEFT.match(text)
    )
    if claim is None or asked.within is not None or is_the_text(document.reading.source, claim["who"]):
        return None
    matter, beside = claim["matter"] or "", None
    if aside := _BESIDE.search(matter):
        matter, beside = matter[: aside.start()], aside["rest"]
    topic = (claim.groupdict().get("topic") or "").removeprefix("about ")
    about = " ".join(part for part in (topic, matter) if part) or text
    for evasion in _evasions(document, claim["who"], check):
        if _share(document, about, evasion.around) >= _least(evasion, text, _SHARE) and (
            beside is None or _share(document, beside, evasion.around) >= _SHARE
        ):
            message = f"asked about this, {claim['who']} does not say it"
            return check.supported("not_answered", message, _shown(evasion))
    return None


def judge_disclosure(document: Document, asked: Asked, check: Check) -> Outcome | None:
    """Judge "X explained which …": not supported where X would not say it; None where no such place is found."""
    text = " ".join(asked.text.split())
    claim = _DISCLOSED.match(text)
    if claim is None or asked.within is not None:
        return None
    for evasion in _evasions(document, claim["who"], check):
        if _share(document, claim["matter"], evasion.around) >= _least(evasion, text, _TOLD):
            words = " ".join(evasion.sentence.text.split())
            return check.review("not_answered", f"here it is not said: “{words[:160]}”", _shown(evasion))
    return None


_EMBEDDED = late_regex(
    r"\b(?:which|who|whom|whether|how|why|when|where|what)\b(?!\s+is\s+more\b)", re.IGNORECASE
)


def _least(evasion: _Evasion, claim: str, share: float) -> float:
    """Return the share of a matter's words that must stand with an evasion."""
    cue = _EVADES.search(evasion.sentence.text)
    behind = evasion.sentence.text[cue.end() :] if cue else ""
    embedded = (set(map(str.casefold, _EMBEDDED.findall(part))) for part in (claim, behind))
    return _ASKED if set.intersection(*embedded) else share


def _shown(evasion: _Evasion) -> list[Span]:
    return [evasion.sentence.span, *(s.span for s in evasion.around if s is not evasion.sentence)][:4]


def _evasions(document: Document, who: str, check: Check) -> Iterator[_Evasion]:
    """Yield where somebody evades."""
    for sentence in _evading(document):
        if judge_voice(document, who, [sentence.span], check) is None or _tells_of(document, who, sentence):
            yield _Evasion(sentence, (sentence, *_around(document, sentence)))


_TOLD_OF = late_regex(
    r"\b(?:would\s+(?:not|neither)|wouldn['’]t|declin(?:ed|es)|refus(?:ed|es)|neither\s+confirm\w*|avoid\w*|sidestepp\w*|dodg\w*|duck\w*|evad\w*|brush\w*|ma(?:de|kes)\s+no\s+comment)\b"
)
_PRONOUN = late_regex(r"[\W_]*(?:he|she|they)\b", re.IGNORECASE)


def _tells_of(document: Document, who: str, sentence: Sentence) -> bool:
    """Whether a sentence reports of somebody that they evade: "the mediator would not say which version was right"."""
    cue = _TOLD_OF.search(sentence.text)
    if cue is None or sentence.block.speaker is not None:
        return False
    person = document.identities.given(who)
    ahead = [
        n
        for n in document.identities.in_sentence(sentence)
        if n.span.end <= sentence.span.start + cue.start()
    ]
    if any(matches(person, other) for other in ahead[:1]):
        return True
    words = [w for w in re.findall(r"[a-z]{3,}", who) if w != "the"]
    before = sentence.text[: cue.start()].casefold()
    if words and who[:1].islower() | who.startswith("The ") and all(w in before for w in words):
        return True
    return bool(_PRONOUN.match(sentence.text)) and document.identities.refers_back(sentence, person)


@remembered
def _evading(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences in which somebody evades; only those with a word of evading are read."""
    tokens = document.reading.tokens
    cues = [form for form in tokens.vocabulary if form in _WORDS or "n't" in form]
    places = {tokens.starts[at] for number in tokens.ids_of(cues) for at in tokens.postings[number]}
    near = {s.number: s for place in sorted(places) if (s := document.reading.sentence_at(place))}
    return tuple(s for s in near.values() if not s.furniture and _EVADES.search(" ".join(s.text.split())))


def _around(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the words near an evasion: those before it in its turn, and the question where it is part of the answer."""
    turn = sentence.block.speaker
    here = bisect_left(document.story, sentence.number, key=lambda s: s.number)
    before = document.story[max(0, here - _NEAR) : here]
    own = 0
    while turn is not None and own < len(before) and before[-1 - own].block.speaker == turn:
        own += 1
    yield from before[len(before) - min(own, _BEFORE) :] if turn is not None else before[-_BEFORE:]
    if turn is None or own > _ANSWER:
        return
    asking = before[: len(before) - own][-_QUESTION:]
    question = asking[-1].block.speaker if asking else None
    yield from (s for s in asking if s.block.speaker == question)


def _share(document: Document, text: str, around: tuple[Sentence, ...]) -> float:
    """Return the share of some words, by weight, that a few sentences have."""
    matter = Matter(document, text, plain=False)
    total = sum(weight for weight, _ in matter.wanted)
    found = sum(w for w, one in matter.wanted if any(matter.places(one, s) for s in around))
    return found / total if total else 0.0
