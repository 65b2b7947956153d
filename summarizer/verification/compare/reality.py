"""Compares reality: what the source only conditions, wishes, allows or asks, a claim may not tell as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.stems import stem
from summarizer.reading.words import concepts, is_function_word, keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.answers import bid_in, is_question
from summarizer.verification.compare.connectives import told_as_unreal
from summarizer.verification.compare.heads import head_of
from summarizer.verification.compare.order import before_verb, performed
from summarizer.verification.compare.polarity import around, governs
from summarizer.verification.compare.prefixes import reversed_by_prefix
from summarizer.verification.compare.reality_otherwise import CONDITIONAL as _CONDITIONAL
from summarizer.verification.compare.reality_otherwise import told_by_kin
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# What a text tells not as a fact.
UNREAL = (
    Operation.CONDITION,
    Operation.CONSEQUENCE,
    Operation.POSSIBILITY,
    Operation.WISH,
    Operation.QUESTION,
)
# Operations that stand for one another in a paraphrase: "could" and "hopes to", "if" and "provided that".
_LIKE = {
    Operation.CONDITION: "condition",
    Operation.CONSEQUENCE: "condition",
    Operation.POSSIBILITY: "possible",
    Operation.WISH: "possible",
    Operation.QUESTION: "question",
}


def compare_reality(c: Comparison) -> Iterator[Difference]:
    """Yield the first word that the claim tells as a fact and the source only asks, wishes, allows or conditions."""
    tokens = c.document.reading.tokens
    if all(o.operation not in UNREAL for o in c.operators):
        return
    otherwise = [o.scope for o in c.otherwise]
    otherwise += [o.scope for o, _ in c.denied_behind]
    if any(told_as_unreal(c, o) for o in c.claim.operators if o.operation in DENYING):
        return
    for i, at in c.aligned.items():
        if any(scope.overlaps(c.claim.span(i)) for scope in otherwise):
            continue  # "not yet" for "intends to"
        mine = [o for o in c.claim.operators if o.scope.overlaps(c.claim.span(i))]
        theirs = [o for o in c.operators if o.scope.overlaps(tokens.span(at, at + 1))]
        for operator in reversed([o for o in theirs if o.operation in UNREAL]):
            if (
                _matched(c, operator, mine)
                or _opinion(c, operator)
                or _asked_too(c, operator, i)
                or _denied_view(c, operator, mine)
                or not _decisive(c, operator, i, at)
                or _claimed(c, operator)
                or _left_possible(c, operator)
                or _unable(c, operator, i)
                or _scheduled(c, operator, mine)
                or told_by_kin(c, operator)
                or performed(c, at)
            ):
                continue
            if operator.operation in _CONDITIONAL and (_stands_free(c, i) or _holds_always(c, operator)):
                continue
            conditional = operator.operation in _CONDITIONAL
            code = "condition_dropped" if conditional else "modality_dropped"
            yield Difference(
                _reality_verdict(c, operator), code, f"the source says “{around(c, operator)}”", operator.cue
            )
            return


# That something holds under all conditions must be told as such.
_ALWAYS = frozenset("whether regardless irrespective matter come circumstances cost price even".split())
_WHATEVER = late_regex(
    r"\b(?:whether\s+or\s+not|regardless(?:\s+of)?|irrespective\s+of|no\s+matter\s+(?:what|how|whether|who)|come\s+what\s+may|under\s+(?:any|all)\s+circumstances|at\s+any\s+(?:cost|price)|even\s+if)\b",
    re.IGNORECASE,
)
_ANYHOW = late_regex(
    rf"{_WHATEVER.pattern}|\b(?:any|all|always|every|unconditional(?:ly)?|without|despite|whatever|never)\b",
    re.IGNORECASE,
)


def compare_conditions(c: Comparison) -> Iterator[Difference]:
    """Yield a "whether or not" of the claim where the passage does not tell that it holds in all cases."""
    added = _WHATEVER.search(c.claim.text) if not _ALWAYS.isdisjoint(c.claim.tokens.forms) else None
    quoted = added and any(q.overlaps(Span(*added.span())) for q in c.claim.quoted)
    if added and not quoted and not _ANYHOW.search(c.sentence.text):
        message = f"that it holds “{added[0]}” is not told here"
        yield Difference(Verdict.REVIEW, "condition_dropped", message, c.sentence.span)


_TO_COME = late_regex(r"\b(?:will|would|shall|should|could|may|might)\b|[’'](?:ll|d)\b", re.IGNORECASE)


def _stands_free(c: Comparison, i: int) -> bool:
    """Whether the sentence has a word of the claim also where nothing conditions it."""
    tokens = c.document.reading.tokens
    spans = [tokens.span(at, at + 1) for at in c.places(c.claim.keys(i))]
    return any(
        not any(o.operation in _CONDITIONAL and o.scope.overlaps(span) for o in c.operators) for span in spans
    )


def _holds_always(c: Comparison, operator: Operator) -> bool:
    """Whether a condition only tells of whom a rule holds, and the claim names them: "you are safer if insured", "the insured are"."""
    pair = [o for o in c.operators if o.cue == operator.cue]
    if _text(c.document.text, operator.cue) == "whether":
        return False  # "asked whether two votes meant a rise" tells of no case in which they do
    if any(_TO_COME.search(c.document.text, o.scope.start, o.scope.end) for o in pair):
        return False
    tokens = c.document.reading.tokens
    scopes = [o.scope for o in pair if o.operation is Operation.CONDITION]
    words = [
        form
        for s in scopes
        for form in map(tokens.form, tokens.within(s))
        if "'" not in form and not is_function_word(form)
    ]
    mine = [c.claim.tokens.form(i) for i in c.claim.content]
    return bool(words) and all(
        any(not keys(word).isdisjoint(keys(own)) or reversed_by_prefix(word, own) for own in mine)
        for word in words
    )


def _matched(c: Comparison, operator: Operator, mine: Sequence[Operator]) -> bool:
    """Whether the claim has an operator of the same sort over the word, which is not the match of another one."""
    cues = {_text(c.document.text, o.cue) for o in c.operators if o is not operator}
    own = _text(c.document.text, operator.cue)
    return any(
        (_LIKE.get(o.operation) == _LIKE[operator.operation] or _conditional(c, o, operator))
        and ((cue := _text(c.claim.text, o.cue)) == own or cue not in cues)
        for o in mine
    )


# What somebody tells as their own view: "it seems to me", told as "in her view", "he thinks".
_SEEMS = late_regex(r"(?:seem|appear)(?:s|ed)?\s+to$", re.IGNORECASE)
_TO_ME = late_regex(r"\s+(?:me|us)\b", re.IGNORECASE)
_VIEW = late_regex(
    r"\b(?:view|opinion|eyes|judge?ment|assessment|impression|mind|think(?:s|ing)?|thought|believ\w+|consider\w*|feels?|felt|finds?|found|holds?|held|sees?|saw|regard\w*)\b",
    re.IGNORECASE,
)


def _opinion(c: Comparison, operator: Operator) -> bool:
    """Whether the claim tells as a view what the source tells by "it seems to me"."""
    cue = c.document.text[operator.cue.start : operator.cue.end]
    own = _SEEMS.match(cue) and _TO_ME.match(c.document.text, operator.cue.end)
    return bool(own and _VIEW.search(c.claim.text))


def _conditional(c: Comparison, mine: Operator, theirs: Operator) -> bool:
    """Whether "would" stands for a condition of the source: "will react if it invades", "an invasion would be met"."""
    return _LIKE[theirs.operation] == "condition" and _text(c.claim.text, mine.cue) == "would"


def _text(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].casefold().split())


def _denied_view(c: Comparison, operator: Operator, mine: Sequence[Operator]) -> bool:
    """Whether the source denies that somebody thinks so, and the claim denies it too: "doubted" for "did not think"."""
    denied = any(o.operation in DENYING and o.scope.overlaps(operator.cue) for o in c.operators)
    return denied and any(o.operation in DENYING for o in mine)


# What a claim tells as a question, by the word that asks it: nothing in between begins another clause.
_GOES_ON = r"(?:(?!\b(?:and|but|while)\b)[^.;:])*"
_ASKING = late_regex(
    r"\b(?:ask(?:s|ed|ing)?|inquir\w+|enquir\w+|wonder\w*|quer(?:ies|ied)|question(?:s|ed)?|wants?\s+to\s+know|wanted\s+to\s+know)\b"
    rf"{_GOES_ON}\b(?:if|whether|what|which|who|when|where|why|how|about|for)\b{_GOES_ON}$",
    re.IGNORECASE,
)
_BIDDING = late_regex(rf"\b(?:invit|suggest|offer|propos|ask|request|urg)\w*\b{_GOES_ON}$", re.IGNORECASE)
_OF_WHOM = late_regex(
    r"\bask(?:s|ed|ing)?\s+(?:(?!to\b)[\w.’'-]+\s+){0,4}$", re.IGNORECASE
)  # "asked the witness"


def _asked_too(c: Comparison, operator: Operator, i: int) -> bool:
    """Whether the claim tells that something was asked which the source has as a question: "asked if they would come"."""
    before = c.claim.text[: c.claim.span(i).start]
    if operator.operation is Operation.POSSIBILITY and any(
        o.operation is Operation.QUESTION for o in c.operators
    ):
        bid = bid_in(c.document.text, c.sentence.span)
        return bid is not None and bid.overlaps(operator.cue) and bool(_BIDDING.search(before))
    if operator.operation is not Operation.QUESTION:
        return False
    if is_question(c.claim) or _ASKING.search(before) or _OF_WHOM.search(before):
        return True
    return bool(_BIDDING.search(before)) and bid_in(c.document.text, c.sentence.span) is not None


_COULD_NOT = late_regex(r"\s+not\b", re.IGNORECASE)


def _unable(c: Comparison, operator: Operator, i: int) -> bool:
    """Whether the claim denies what the source says could not be done: what was impossible was not done."""
    could = _text(c.document.text, operator.cue) == "could" and _COULD_NOT.match(
        c.document.text, operator.cue.end
    )
    return bool(could) and any(
        o.operation in DENYING and o.scope.overlaps(c.claim.span(i)) for o in c.claim.operators
    )


# "Would" behind a verb of saying is the "will" of what was said; who is due to do something will do it.
_FUTURE_CUES = frozenset(("would", "due to", "set to"))
_FUTURE = late_regex(
    r"\b(?:will|shall|(?:is|are|was|were)\s+to|going\s+to|(?:still|yet)\s+to|remains?\s+to|scheduled|due|set\s+to|expected)\b",
    re.IGNORECASE,
)


def _scheduled(c: Comparison, operator: Operator, mine: Sequence[Operator]) -> bool:
    """Whether the claim tells as to come, or as following from a condition, what "would" or "is due to" happen."""
    if _text(c.document.text, operator.cue) not in _FUTURE_CUES:
        return False
    if any(o.operation in _CONDITIONAL for o in mine):
        return True
    bound = any(o.operation in _CONDITIONAL for o in c.operators)
    return not bound and bool(_FUTURE.search(c.claim.text))


_ASKED = late_regex(r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?|question(?:s|ed)?)\b[^.;:]*$", re.IGNORECASE)


def _decisive(c: Comparison, operator: Operator, i: int, at: int) -> bool:
    if operator.operation is Operation.CONSEQUENCE:
        return governs(c, operator)
    if operator.operation is Operation.QUESTION:
        return True
    if _text(c.document.text, operator.cue) == "whether" and _ASKED.search(
        c.document.text, max(0, operator.cue.start - 40), operator.cue.start
    ):
        return governs(c, operator)  # a question told of tells no more than one that is put
    if head_of(c.document.reading.tokens, operator, c.sentence.span, [n.span for n in c.named]) == at:
        return True
    return operator.operation is Operation.WISH and _wished_clause(c, operator) and _told_as_done(c, i, at)


_THAT = late_regex(r"that\b|\s*that\b", re.IGNORECASE)


def _wished_clause(c: Comparison, operator: Operator) -> bool:
    """Whether a wish is about a clause of its own: "suggested that the two schools merge"."""
    cue = c.document.text[operator.cue.start : operator.cue.end].casefold()
    return cue.endswith("that") or bool(_THAT.match(c.document.text, operator.cue.end))


def _told_as_done(c: Comparison, i: int, at: int) -> bool:
    """Whether the claim tells as done, or as sure, a verb that the sentence has in its plain form."""
    tokens, theirs = c.claim.tokens, c.document.reading.tokens.form(at)
    mine = tokens.form(i)
    done = mine.endswith("ed") and not theirs.endswith("ed")
    helped = {"has", "have", "had", "was", "were", "will", "shall"}.intersection(before_verb(tokens, i))
    return stem(mine) == stem(theirs) and (done or bool(helped))


def _reality_verdict(c: Comparison, operator: Operator) -> Verdict:
    hedged = any(o.operation in UNREAL for o in c.claim.operators)
    future = any(f in ("will", "shall", "plan", "plans") for f in c.claim.tokens.slice_forms())
    firm = c.coverage >= SAME_ASSERTION and governs(c, operator) and not _touches_condition(c, operator)
    mild = hedged or (future and operator.operation is Operation.WISH) or not firm
    return Verdict.REVIEW if mild else Verdict.UNSUPPORTED


def _touches_condition(c: Comparison, operator: Operator) -> bool:
    """Whether the claim takes up words of the condition itself, in whatever form."""
    if operator.operation is not Operation.CONSEQUENCE:
        return False
    tokens = c.document.reading.tokens
    clauses = [o.scope for o in c.operators if o.operation is Operation.CONDITION and o.cue == operator.cue]
    places = [p for one in (*c.claim.name_concepts.each, *c.claim.concepts.each) for p in c.places(one.keys)]
    return any(c.overlaps(tokens.span(at, at + 1)) for at in places for c in clauses)


_POSSIBLE = late_regex(r"\b(?:possib\w+|open|conceivabl\w+|option|may|might|could|can)\b", re.IGNORECASE)


def _left_possible(c: Comparison, operator: Operator) -> bool:
    """Whether the claim holds possible what the source does not rule out."""
    kept = "out" in _text(c.document.text, operator.cue).split()
    return kept and bool(_POSSIBLE.search(c.claim.text))


def _claimed(c: Comparison, operator: Operator) -> bool:
    """Whether the claim has the operator's own words among its words."""
    tokens = c.document.reading.tokens
    cue = [tokens.form(i) for i in tokens.within(operator.cue)]
    wanted = concepts(cue)
    return len(wanted) > 0 and wanted.within(concepts(c.claim.tokens.slice_forms()))
