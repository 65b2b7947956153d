"""Words that deny without a "not": "free from tolls", "spared the toll", "a ban on tolls", "few", "only".

Covert negatives (Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 9) make a denial in a
retelling right: who is free from tolls does not pay them. Beside an open denial they cancel: "none was left out".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.stems import stems
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# What denies the words behind it, up to the end of its clause.
_GOVERNING = (
    r"free(?:dom|s|d|ing)?\s+(?:from|of)|(?:for|in)\s+(?:want|need|lack)\s+of|(?:devoid|bereft|short|clear|independent|in\s+place|in\s+lieu)\s+of|exempt(?:s|ed|ing|ion|ions)?\s+(?:\w+\s+)?from|immune\s+(?:to|from)|safe\s+from"
    r"|lack(?:s|ed|ing)?|absence\s+of|an?\s+end\s+to|in\s+the\s+absence\s+of|without"
    r"|spar(?:e|es|ed|ing)|sav(?:e|es|ed|ing)(?=\s[^,;.]{2,60}\sfrom\b)|protect(?:s|ed|ing)?(?=\s[^,;.]{2,60}\sfrom\b)"
    r"|ban(?:s|ned|ning)?(?:\s+on)?|prohibit(?:s|ed|ing|ion)?(?:\s+(?:of|on))?|forbid(?:s|den|ding)?|outlaw(?:s|ed|ing)?|bar(?:s|red|ring)?\b|block(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|exclusion\s+of"
    r"|abolish(?:es|ed|ing)?|abolition\s+of|abandon(?:s|ed|ing)?|renounc(?:e|es|ed|ing)|forgo(?:es|ing|ne)?|halt(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|cessation\s+of|discontinu(?:e|es|ed|ing)|stop(?:s|ped|ping)?"
    r"|end(?:s|ed|ing)?(?=\s+(?:the|all|any|its|their|an?)\b)|lift(?:s|ed|ing)?|remov(?:e|es|ed|ing)|removal\s+of|suspend(?:s|ed|ing)?|suspension\s+of|withdr(?:aw|ew|awn|awing|awal\s+of)\w*|waiv(?:e|es|ed|ing)"
    r"|refrain(?:s|ed|ing)?\s+from|abstain(?:s|ed|ing)?\s+from|resist(?:s|ed|ing)?|prevent(?:s|ed|ing|ion\s+of)?|avoid(?:s|ed|ing|ance\s+of)?|refus(?:e|es|ed|ing|al)\s+(?:to|of)"
    r"|(?<!\ba\s)few(?:er)?|(?<!\ba\s)little|hardly|scarcely|barely|rarely|seldom|falls?\s+short\s+of|fell\s+short\s+of|stops?\s+short\s+of"
)
# What denies the subject before it: "agreement may be impossible", "tolls are banned".
_PREDICATED = (
    r"impossible|unthinkable|unavailable|absent|missing|lacking|banned|prohibited|forbidden|barred|excluded|abolished|suspended|lifted|removed|waived|ruled\s+out"
    r"|out\s+of\s+(?:the\s+question|reach)|beyond\s+reach|in\s+doubt|doubtful|off\s+the\s+table|off\s+limits|over|ended|false|untrue|baseless|ridiculous|absurd|nonsense|wrong"
)
_FORWARD = re.compile(rf"\b(?:{_GOVERNING})\b", re.IGNORECASE)
_BACKWARD = re.compile(
    rf"\b(?:is|are|was|were|be|been|remains?|seems?|becomes?)\s+(?:\w+\s+){{0,2}}?(?:{_PREDICATED})\b",
    re.IGNORECASE,
)
_STOP = late_regex(
    r"[;:?!—]|\.\s|,\s+(?:and|but|while|which|who)\b|\s(?:but|while|whereas|although|if|unless|when|because|as\s+well\s+as)\s"
)
_REACH = 120  # characters that a covert negative reaches


def covert_operators(text: str, bounds: Span) -> Iterator[Operator]:
    """Yield the covert negatives of a stretch of text, with what they deny."""
    for cue in _FORWARD.finditer(text, bounds.start, bounds.end):
        end = min(bounds.end, cue.end() + _REACH)
        stop = _STOP.search(text, cue.end(), end)
        scope = Span(cue.end(), stop.start() if stop else end)
        yield Operator(Operation.NEGATION, Span(*cue.span()), scope)
    for cue in _BACKWARD.finditer(text, bounds.start, bounds.end):
        start = max(bounds.start, cue.start() - _REACH)
        stops = [match.end() for match in _STOP.finditer(text, start, cue.start())]
        yield Operator(
            Operation.NEGATION, Span(*cue.span()), Span(stops[-1] if stops else start, cue.start())
        )


# What is not left out is told: "none was left out", "no deadline was missed", "nobody was excluded".
_LEFT_OUT = late_regex(
    r"\b(?:le(?:ft|aves?|aving)\s+(?:out|aside|off|unaddressed|unmentioned|undiscussed)|omit\w*|miss(?:ed|es|ing)?|skip\w*|exclud\w+|ignor\w+|neglect\w*|overlook\w*|fail(?:s|ed)?|"
    r"exempt\w*|absent|lack\w*|spared?|forgotten|passed\s+over|exceptions?)\b",
    re.IGNORECASE,
)
_ALL = late_regex(
    r"\b(?:all|every|each|both|whole|entire(?:ly)?|every(?:one|body|thing)|in\s+full|full|fully|thorough(?:ly)?|complete(?:ly)?|unanimous(?:ly)?)\b",
    re.IGNORECASE,
)


def cancels(c: Comparison, denial: Operator) -> bool:
    """Whether a denial of the claim is over a word for leaving out, and the sentence tells the whole: "all were heard"."""
    words = c.claim.text[denial.cue.end : denial.scope.end]
    left = _LEFT_OUT.search(" ".join(words.split()[:12]))
    return bool(left and _ALL.search(c.sentence.text)) and not _LEFT_OUT.search(c.sentence.text)


# What denies by itself, whatever the act: a claim may not put it over what the sentence simply tells.
_PLAIN = stems("fall lack devoid bereft hardly scarcely far anything")
_PLAINLY = re.compile(
    r"\b(?:falls?|fell|falling)\s+short\s+of\b|\black(?:s|ed|ing)?\b(?!\s+of)|\b(?:devoid|bereft)\s+of\b|\b(?:hardly|scarcely)\b|\b(?:far|anything)\s+(?:from|but)\b",
    re.IGNORECASE,
)


def plain_denials(text: str, bounds: Span) -> Iterator[Operator]:
    """Yield what denies without a "not" and can stand for nothing else: "falls short of", "lacks", "hardly"."""
    for cue in _PLAINLY.finditer(text, bounds.start, bounds.end):
        stop = _STOP.search(text, cue.end(), bounds.end)
        scope = Span(cue.end(), stop.start() if stop else bounds.end)
        yield Operator(Operation.NEGATION, Span(*cue.span()), scope)


def compare_plain_denials(c: Comparison) -> Iterator[Difference]:
    """Yield a "falls short of" or "lacks" of the claim over what the sentence tells without any denial."""
    if _PLAIN.isdisjoint(c.claim.stems):
        return
    bounds = Span(0, len(c.claim.text))
    for denial in plain_denials(c.claim.text, bounds):
        under = [at for i, at in c.aligned.items() if denial.scope.overlaps(c.claim.span(i))]
        told = [*c.operators, *covert_operators(c.document.text, c.sentence.span)]
        tokens = c.document.reading.tokens
        denied = any(
            o.operation in DENYING and o.scope.overlaps(tokens.span(at, at + 1)) for o in told for at in under
        ) or any(o.operation in DENYING and o.scope.overlaps(denial.cue) for o in c.claim.operators)
        if under and not denied:
            words = c.claim.text[denial.cue.start : denial.cue.end]
            message = f"the source has no “{words}” here"
            yield Difference(Verdict.REVIEW, "negation_added", message, c.sentence.span)
