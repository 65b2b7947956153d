"""Tells where a claim says by other means what a passage only conditions, allows, obliges or wishes.

A modal or an "if" has nominal and lexical kin: "respond to a further invasion" for "if it invades again", "it is for the
council to decide" for "should be decided", "a clause allowing cuts" for "may be cut" (Huddleston and Pullum, The Cambridge
Grammar of the English Language, chapters 3.9 and 11; Palmer, Mood and Modality). What is told as done is told by none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation, Operator
from summarizer.reading.words import is_function_word
from summarizer.verification.compare.order import before_verb

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

CONDITIONAL = (Operation.CONDITION, Operation.CONSEQUENCE)
# What is asked of somebody: what should be is not what must be, nor the other way round.
_ASKED = r"urg\w+|demand\w*|insist\w*|call(?:s|ed|ing)?\s+(?:for|on)|instruct\w*|order\w*|told\s+to|ask\w*|off\s+limits|leave\s+alone"
_OUGHT = late_regex(
    rf"\b(?:{_ASKED}|(?:is|was|be)\s+(?:for|up\s+to)\s|up\s+to|task\w*|dut(?:y|ies)|job|responsib\w+|importan\w+|supposed\s+to|recommend\w*|"
    r"expect\w*|advis\w+|want\w*|right\s+(?:thing|way)|better|should|ought)\b",
    re.IGNORECASE,
)
_DUTY = late_regex(
    rf"\b(?:{_ASKED}|oblig\w+|requir\w+|ha(?:s|ve|d|ving)\s+to|need\w*|necess\w+|essential|crucial|vital|imperative|incumbent|bound\s+to|"
    r"(?:is|are|was|were)\s+to|must|shall|dut(?:y|ies)|responsib\w+)\b",
    re.IGNORECASE,
)
_LEAVE = late_regex(
    r"\b(?:allow\w*|permit\w*|permission|let(?:s|ting)?\b|leave\s+to|enabl\w+|entitl\w+|authori[sz]\w+|right\s+to|free\s+to|liberty|possib\w+|potential\w*|option\w*|capab\w+|able|ability|can|(?-i:may)|might|could|likely|chance\w*|risk\w*|"
    r"danger\w*|threat\w*|prospect\w*|open\s+to|provid\w+\s+for|makes?\s+room|perhaps|maybe|conceivabl\w+|unless)\b",
    re.IGNORECASE,
)
# What somebody would have, by how far it goes: a hope is no plan, a plan no demand, and none of them an attempt.
_DESIRES = tuple(
    late_regex(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"hope\w*|hoping|wish\w*|want\w*|desire\w*|keen\w*|eager\w*|aspir\w+|ambition\w*|glad\w*|happ(?:y|ily)|pleased|like\s+to|look(?:s|ed|ing)?\s+forward|prefer\w*|favou?r\w*",
        r"aim\w*|inten[dt]\w*|plan\w*|goal\w*|purpose\w*|meant\s+to|designed\s+to|towards?|in\s+order\s+to|so\s+that|seek\w*|sought|work(?:s|ed|ing)?\s+(?:for|on)",
        r"propos\w+|suggest\w*|recommend\w*|idea|offer\w*",
        r"call(?:s|ed|ing)?\s+(?:for|on|upon)|appeal\w*|urg\w+|invit\w+|ask\w*|request\w*|demand\w*|encourag\w+|"
        r"instruct\w*|advis\w+|order\w*|direct(?:s|ed)|command\w*|warn\w*|remind\w*|told\s+to|should|must|ought|(?:is|are|was|were|ha(?:s|ve|d))\s+to",
        r"try\w*|tri(?:es|ed)|attempt\w*|effort\w*",
        r"willing\w*|ready|readiness|prepared|open\s+to",
    )
)
# "Put the cost at", "by his figures": what was said "would" cost so much is told as an estimate.
_ESTIMATE = late_regex(
    r"\b(?:put(?:s|ting)?\s[^.;]{1,80}?\sat\b|(?:was|were|is|are|been)\s+put\s+at|estimat\w+|forecast\w*|project(?:s|ed|ion\w*)|predict\w*|reckon\w*|calculat\w+|expect\w*|figures?|foresee\w*|foresaw|anticipat\w+|due)\b",
    re.IGNORECASE,
)
# What "would have been" so is also told as supposed, or with what was left out for it: "a potential profit", "excluding fees".
_SUPPOSED = late_regex(
    rf"{_ESTIMATE.pattern}|\b(?:potential(?:ly)?|possibl[ey]|hypothetical(?:ly)?|theoretical(?:ly)?|notional(?:ly)?|prospective|would-be|pro\s+forma|"
    r"otherwise|without|but\s+for|absent|excluding|except\s+for|adjusted)\b",
    re.IGNORECASE,
)
# What leaves open in a claim whether a condition comes true.
_OPEN = late_regex(
    r"\b(?:would|could|might|can|cannot|(?-i:may)|should|if|unless|provided|providing|depend\w*|condition\w*|only|until|once|requir\w+|need\w*|without|in\s+(?:case|the\s+event)|possible|otherwise|must|prerequisite|as\s+long\s+as|subject\s+to|"
    r"threat\w*|risk\w*|warn\w*|any|eventual\w*|possib\w+|potential\w*|will|before)\b",
    re.IGNORECASE,
)
_OPEN_BUT_WILL = late_regex(_OPEN.pattern.replace("|will|", "|"), re.IGNORECASE)
_ALWAYS = late_regex(
    r"\b(?:(?:who|what|which|when|where|how)ever|no\s+matter|regardless|irrespective|whether\s+or\s+not|even\s+if|in\s+any\s+case)\b",
    re.IGNORECASE,
)
_KIN = {
    "should": _OUGHT, "must": _DUTY, "ought to": _OUGHT, "need to": _DUTY, "needs to": _DUTY, "needed to": _DUTY,
    "may": _LEAVE, "can": _LEAVE, "could": _LEAVE, "might": _LEAVE, "would": _SUPPOSED, "likely": _LEAVE,
}  # fmt: skip
# What somebody only holds, or charges another with, and how a claim tells it as theirs.
_HELD = late_regex(r"(?:believe|think|fear|suspect|accus)|(?:is|are|was|were)\s+accused")
_AS_HELD = late_regex(
    r"\b(?:believ\w+|think\w*|thought|fear\w*|suspect\w*|suspicion\w*|accus\w+|charg(?:e[sd]?|ing)|alleg\w+|claim\w*|view|opinion|said|says?|according|told|argu\w+)\b",
    re.IGNORECASE,
)
_ENOUGH = 0.5  # share of a condition's words that a claim must have to tell it


def told_by_kin(c: Comparison, operator: Operator) -> bool:
    """Whether the claim says by other means what an operator of the sentence does."""
    if operator.operation in CONDITIONAL:
        return _condition_told(c, operator)
    cue = " ".join(c.document.text[operator.cue.start : operator.cue.end].casefold().split())
    if _HELD.match(cue):
        return bool(_AS_HELD.search(c.claim.text))
    desires = _DESIRES if operator.operation is Operation.WISH else ()
    kin = _KIN.get(cue) or next((words for words in desires if words.search(cue)), None)
    return kin is not None and bool(kin.search(c.claim.text))


def _condition_told(c: Comparison, operator: Operator) -> bool:
    """Whether the claim has the words of a condition, as a condition of its own or in a noun, and tells none as done."""
    whether = c.document.text[operator.cue.start : operator.cue.end].casefold() == "whether"
    if whether or _ALWAYS.search(c.claim.text) or not _OPEN.search(c.claim.text):
        return (
            False  # "asked whether it meant a rise" tells of no case; "whoever pays" tells that all are one
        )
    scope = next(
        (o.scope for o in c.operators if o.operation is Operation.CONDITION and o.cue == operator.cue), None
    )
    if scope is None:
        return False
    tokens = c.document.reading.tokens
    inside = [i for i in tokens.within(scope) if not is_function_word(tokens.form(i))]
    named = [n for n in c.named if scope.overlaps(n.span)]
    in_names = {i for n in named for i in tokens.within(n.span)}
    words = [i for i in inside if i not in in_names]
    mine = {i: at for i, at in c.aligned.items() if at in words}
    told = len(set(mine.values())) + sum(c.claim.names_one(n) for n in named)
    if set(c.aligned.values()) <= set(words) and not _OPEN_BUT_WILL.search(c.claim.text):
        return False  # "he will win" for "if he wins, …"
    if not mine or told < _ENOUGH * (len(words) + len(named)):
        return False
    return all(_left_open(c, i, tokens.form(at)) for i, at in mine.items())


def _left_open(c: Comparison, i: int, theirs: str) -> bool:
    """Whether a claim leaves a word of a condition open: under a condition of its own, in a noun, behind a modal."""
    place = c.claim.span(i)
    if any(o.operation in CONDITIONAL and o.scope.overlaps(place) for o in c.claim.operators):
        return True
    form = c.claim.tokens.form(i)
    past = form.endswith("ed") or form in _PASTS
    if not past or form == theirs.removesuffix("ed"):
        return True
    return bool(before_verb(c.claim.tokens, i)) and any(
        f in ("would", "could", "might", "had", "once", "until", "after", "be", "were", "is", "are")
        for f in before_verb(c.claim.tokens, i)
    )


_PASTS = frozenset(
    "met held began took gave went came made left sent spoke fell rose won lost bought sold brought sought broke withdrew".split()
)
