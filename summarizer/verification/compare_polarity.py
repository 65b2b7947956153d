"""Compares polarity and modality: what the source denies, conditions, wishes or asks, a claim may not tell as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.reading.polarity import Operation, Operator
from summarizer.reading.words import concept, is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare import Comparison

_DENYING = (Operation.NEGATION, Operation.DENIAL)
_UNREAL = (
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
_ADVERB_ENDING = "ly"


def compare_polarity(c: Comparison) -> Iterator[Difference]:
    """Yield where the claim drops or adds a denial, a condition, a wish, a question or a dispute."""
    mine = {i: _effects(c.claim.operators, c.claim.span(i)) for i in c.aligned}
    tokens = c.document.reading.tokens
    theirs = {i: _effects(c.operators, tokens.span(at, at + 1)) for i, at in c.aligned.items()}
    yield from _compare_negation(c, mine, theirs)
    yield from _compare_reality(c, mine, theirs)
    if (disputed := next(
        (o for o in c.operators if o.operation is Operation.DISPUTED and _governs(c, o)), None
    )) and not any(o.operation in (*_DENYING, Operation.DISPUTED) for o in c.claim.operators):
        yield Difference(
            Verdict.CONTRADICTED, "disputed", f"the source adds “{_cue(c, disputed)}”", disputed.cue
        )


def _effects(operators: Sequence[Operator], span: Span) -> list[Operator]:
    return [o for o in operators if o.scope.overlaps(span)]


def _compare_negation(
    c: Comparison, mine: dict[int, list[Operator]], theirs: dict[int, list[Operator]]
) -> Iterator[Difference]:
    """Compare whether the words both have are denied: each side's operators of denial cancel in pairs."""
    if any(
        any(o.operation in _DENYING for o in mine[i]) and any(o.operation in _DENYING for o in theirs[i])
        for i in c.aligned
    ):
        return  # both sides deny; whether they deny the same is for the other comparisons
    for i in c.aligned:
        denied_here = [o for o in mine[i] if o.operation in _DENYING]
        denied_there = [o for o in theirs[i] if o.operation in _DENYING]
        if len(denied_here) % 2 == len(denied_there) % 2:
            continue
        if denied_there and not denied_here and _heads(c, denied_there[0], i):
            cue = denied_there[0]
            yield Difference(_firm(c), "negation_dropped", f"the source says “{_around(c, cue)}”", cue.cue)
            return
        if denied_here and not denied_there and _heads_claim(c, denied_here[0], i):
            words = c.claim.text[denied_here[0].cue.start : denied_here[0].cue.end]
            plain = denied_here[0].operation is Operation.NEGATION and not c.missing
            verdict = _firm(c) if plain else Verdict.REVIEW
            yield Difference(verdict, "negation_added", f"the source has no “{words}” here", c.sentence.span)
            return


def _firm(c: Comparison) -> Verdict:
    """Return `contradicted` where the sentence makes the same assertion, `review` where it may make another."""
    asked = any(o.operation is Operation.QUESTION for o in c.operators)
    return Verdict.CONTRADICTED if c.coverage >= SAME_ASSERTION and not asked else Verdict.REVIEW


def _heads(c: Comparison, operator: Operator, claim_token: int) -> bool:
    """Whether the aligned word is the first content word that an operator of the source governs."""
    tokens = c.document.reading.tokens
    at = c.aligned[claim_token]
    after = (
        max(operator.scope.start, operator.cue.end)
        if operator.scope.start <= operator.cue.start
        else operator.scope.start
    )
    between = [tokens.form(i) for i in tokens.within(Span(after, max(after, tokens.starts[at])))]
    return not any(_is_head(form) for form in between)


def _heads_claim(c: Comparison, operator: Operator, claim_token: int) -> bool:
    tokens = c.claim.tokens
    between = [
        tokens.form(i)
        for i in tokens.within(Span(operator.cue.end, max(operator.cue.end, tokens.starts[claim_token])))
    ]
    return not any(_is_head(form) for form in between)


def _is_head(form: str) -> bool:
    return not is_function_word(form) and not form.endswith(_ADVERB_ENDING)


def _compare_reality(
    c: Comparison, mine: dict[int, list[Operator]], theirs: dict[int, list[Operator]]
) -> Iterator[Difference]:
    """Compare whether what the source only asks, wishes, allows or conditions is told as a fact."""
    hedged = any(o.operation in _UNREAL for o in c.claim.operators)
    future = any(f in ("will", "shall", "plan", "plans") for f in c.claim.tokens.slice_forms())
    for i in c.aligned:
        here = {_LIKE.get(o.operation) for o in mine[i]}
        unreal = [o for o in theirs[i] if o.operation in _UNREAL and _LIKE[o.operation] not in here]
        if not unreal:
            continue
        operator = unreal[-1]
        if operator.operation is Operation.CONSEQUENCE:
            decisive = _governs(c, operator)
        elif operator.operation is Operation.QUESTION:
            decisive = True
        else:
            decisive = _heads(c, operator, i)
        if not decisive or _claimed(c, operator):
            continue
        firm = c.coverage >= SAME_ASSERTION and _governs(c, operator) and not _touches_condition(c, operator)
        mild = hedged or (future and operator.operation is Operation.WISH) or not firm
        verdict = Verdict.REVIEW if mild else Verdict.UNSUPPORTED
        code = (
            "condition_dropped"
            if operator.operation in (Operation.CONDITION, Operation.CONSEQUENCE)
            else "modality_dropped"
        )
        yield Difference(verdict, code, f"the source says “{_around(c, operator)}”", operator.cue)
        return


def _touches_condition(c: Comparison, operator: Operator) -> bool:
    """Whether the claim takes up words of the condition itself, in whatever form."""
    if operator.operation is not Operation.CONSEQUENCE:
        return False
    tokens = c.document.reading.tokens
    clauses = [o.scope for o in c.operators if o.operation is Operation.CONDITION and o.cue == operator.cue]
    places = [p for one in c.claim.name_concepts | set(c.claim.concepts) for p in c.positions.get(one, ())]
    return any(c.overlaps(tokens.span(at, at + 1)) for at in places for c in clauses)


def _claimed(c: Comparison, operator: Operator) -> bool:
    """Whether the claim has the operator's own words among its words."""
    tokens = c.document.reading.tokens
    cue = {
        concept(tokens.form(i)) for i in tokens.within(operator.cue) if not is_function_word(tokens.form(i))
    }
    here = {concept(f) for f in c.claim.tokens.slice_forms()}
    return bool(cue) and cue <= here


def _governs(c: Comparison, operator: Operator) -> bool:
    """Whether most of the words both have lie under an operator of the source."""
    tokens = c.document.reading.tokens
    under = sum(operator.scope.overlaps(tokens.span(at, at + 1)) for at in c.aligned.values())
    return under * 2 > len(c.aligned)


def _cue(c: Comparison, operator: Operator) -> str:
    return " ".join(c.document.text[operator.cue.start : operator.cue.end].split()).strip(" ,—-")


def _around(c: Comparison, operator: Operator) -> str:
    """Return an operator's cue with the words next to it."""
    text, sentence = c.document.text, c.sentence.span
    start = max(sentence.start, operator.cue.start - 25)
    end = min(sentence.end, operator.cue.end + 45)
    piece = text[start:end].split()
    piece = piece[1:] if start > sentence.start and len(piece) > 3 else piece
    return " ".join(piece[:-1] if end < sentence.end and len(piece) > 3 else piece)
