"""Compares how sure things are: what a passage only weighs or holds possible, a claim may not tell as settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.order import before_verb
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# What leaves open whether something is so or will be done: a modal of possibility, weighing, a mere idea.
_DOUBT = late_regex(
    r"\b(?:may|might|could(?!\s+not\b)|possibly|perhaps|maybe|potentially"
    r"|(?:consider|explor|examin|stud|assess|contemplat|weigh|envisag|mull)(?:e|e?s|ed|ing|y|ies|ied|ying)?(?=\s+(?:an?|the|its|their|his|her|any|whether|how|possib\w+|\w+ing)\b)"
    r"|look(?:s|ed|ing)?\s+(?:at|into)|think(?:s|ing)?\s+about"
    r"|(?:possibility|feasibility|idea|prospect|option|question)\s+of)\b",
    re.IGNORECASE,
)
# By what a claim tells that itself; "would" is no such word: it stands for "will" in what somebody said.
_OPEN = late_regex(
    r"\b(?:may|might|could|can|able|perhaps|maybe|possib\w+|potential\w*|likely|probabl\w+|consider\w*|explor\w+|examin\w+|stud(?:y|ied|ies|ying)|assess\w*|contemplat\w+|weigh\w*|envisag\w+|mull\w*"
    r"|discuss\w*|debat\w+|talk(?:ed|ing)?|rais(?:e[sd]?|ing)|look(?:s|ed|ing)?|think\w*|thought|idea\w*|prospect\w*|option\w*|question\w*|whether|if|unless|hop(?:e[sd]?|ing)|want\w*|wish\w*|propos\w+|suggest\w*|recommend\w*"
    r"|seek\w*|sought|urg\w+|call(?:s|ed|ing)?|ask\w*|invit\w+|ready|readiness|willing\w*|open|prepared|intend\w*|intention\w*|plan\w*|aim\w*|expect\w*|estimat\w+|seem\w*|appear\w*|unclear|uncertain|risk\w*|fear\w*|warn\w*"
    r"|project(?:s|ed|ion\w*)|yet|views?|opinion|believ\w+|should|ought|interest\w*|doubt\w*|in\s+principle|would\s+(?:like|be\s+able)|wonder\w*|subject\s+to|provided|depend\w*|rule[sd]?\s+out|threat\w*|unsure|unknown|estimates?)\b",
    re.IGNORECASE,
)
_CLAUSE_END = late_regex(r"[;:]|,\s+(?:but|and|while|whereas|although|though|which|who)\b|\s[-–—]\s|[.!?]\s")
_MONTH = late_regex(r"May(?=\s+\d)|(?<=\d\s)May|(?<=[Ii]n\s)May")
_BOUND = frozenset("will would shall to won't wouldn't".split())
_MOST = 0.6  # share of the words that both have which must stand under the doubt
_NEXT = 6  # tokens behind a doubt in which the value stands that it is about


def compare_certainty(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the first doubt of the passage that lies over what the claim tells without any."""
    text, start = c.sentence.text, c.sentence.span.start
    doubts = list(_DOUBT.finditer(text)) if c.aligned else []
    if not doubts or _OPEN.search(c.claim.text) or c.otherwise:
        return  # "not settled" for "still looking into"
    for match in doubts:
        if _MONTH.match(text, match.start()) and match[0] == "May":
            continue
        if c.answer is not None and c.answer.bid and c.answer.bid.start == start + match.start():
            continue  # "Could you …?" "Sure."
        end = _CLAUSE_END.search(text, match.end())
        under = Span(start + match.end(), start + (end.start() if end else len(text)))
        if _covers(c, under):
            message = (
                f"the source says “{' '.join(text[max(0, match.start() - 20) : match.end() + 30].split())}”"
            )
            yield Difference(
                Verdict.REVIEW, "modality_dropped", message, Span(start + match.start(), start + match.end())
            )
            return


# How sure somebody is told to be: a predicate of certainty is not one of hope, whatever "certainly" stands beside it.
_CERTAIN = late_regex(
    r"\b(?:is|are|was|were|be|been|[’']m|[’']re|[’']s|am|felt|feels?|remain(?:s|ed)?)\s+(?:\w+ly\s+|very\s+|quite\s+|absolutely\s+)?(?P<how>certain|sure|confident|convinced|positive|satisfied)\b(?!\s+(?:kind|amount|of\s+(?:a|the)|people))|\b(?P<noun>certainty|conviction|confidence)\s+that\b|\b(?:has|have|had)\s+no\s+doubt\b",
    re.IGNORECASE,
)
_HOPED = late_regex(
    r"\b(?:hopeful\w*|hop(?:e[sd]?|ing)|optimis\w+|wish\w*|trust\w*|believ\w+|expect\w*|think\w*|thought|likely|may|might|could|should|possib\w+|perhaps|doubt\w*|unsure|uncertain|skeptical|sceptical)\b",
    re.IGNORECASE,
)
_SURENESS = late_regex(
    r"\b(?:certain(?!ly)|sure(?!ly)|confiden\w+|convinc\w+|convict\w+|positive|satisfied|no\s+(?:question|doubt)|without\s+(?:a\s+)?doubt|know[ns]?|knew|guarantee\w*|assur\w+)\b",
    re.IGNORECASE,
)


def compare_sureness(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, a certainty of the claim where the passage tells only of hope or belief."""
    sure = _CERTAIN.search(c.claim.text)
    if (
        sure is None
        or _SURENESS.search(c.sentence.text)
        or any(o.operation in DENYING for o in c.claim.operators)
    ):
        return
    if hoped := _HOPED.search(c.sentence.text):
        message = f"the source has “{hoped[0]}”, not “{' '.join(sure[0].split())}”"
        yield Difference(Verdict.REVIEW, "modality_dropped", message, c.sentence.span)


def _covers(c: Comparison, under: Span) -> bool:
    """Whether most of the words that both have stand under a doubt, or a value of the claim does right behind it."""
    tokens = c.document.reading.tokens
    inside = sum(under.contains(tokens.span(at, at + 1)) for at in c.aligned.values())
    if inside >= max(1, _MOST * len(c.aligned)):
        return True
    head = _first_word(tokens, under)
    if any(
        at == head and not _BOUND.isdisjoint(before_verb(c.claim.tokens, i)) for i, at in c.aligned.items()
    ):
        return True
    close = Span(
        under.start, min(under.end, tokens.ends[min(tokens.within(under).start + _NEXT, len(tokens) - 1)])
    )
    return any(
        close.contains(q.span) and any(equal(q, own) for own in c.claim.quantities) for q in c.quantities
    )


def _first_word(tokens: Tokens, under: Span) -> int | None:
    """Return the first word under a doubt that is no small one: the verb that it is about."""
    return next((at for at in tokens.within(under) if not is_function_word(tokens.form(at))), None)
