"""Compares polarity and modality: what the source denies, conditions, wishes or asks, a claim may not tell as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.stems import stem
from summarizer.reading.words import keys
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.compare.behind import compare_behind, left_unsaid
from summarizer.verification.compare.converses import told_as_only, unbounded
from summarizer.verification.compare.covert import cancels, compare_plain_denials, covert_operators
from summarizer.verification.compare.denied_otherwise import (
    disputed_by,
    refused_otherwise,
    told_as_bound,
)
from summarizer.verification.compare.exceptions import told_as_exception
from summarizer.verification.compare.heads import head_of
from summarizer.verification.compare.omitted import compare_omitted
from summarizer.verification.compare.undone import compare_undone
from summarizer.verification.compare.wholes import rest_of
from summarizer.verification.difference import SAME_ASSERTION, Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison


def compare_polarity(c: Comparison) -> Iterator[Difference]:
    """Yield where the claim drops or adds a denial, a condition, a wish, a question or a dispute."""
    yield from _dropped_denials(c)
    yield from _added_denials(c)
    yield from _denied_denials(c)
    yield from compare_plain_denials(c)
    yield from compare_omitted(c)
    yield from compare_undone(c)
    yield from compare_behind(c)
    if unbounded(c):
        yield Difference(
            Verdict.REVIEW, "negation_dropped", "the source tells it for a time only", c.sentence.span
        )
    disputed = next((o for o in c.operators if o.operation is Operation.DISPUTED and governs(c, o)), None)
    if disputed and not any(o.operation in (*DENYING, Operation.DISPUTED) for o in c.claim.operators):
        yield Difference(
            Verdict.CONTRADICTED, "disputed", f"the source adds “{_cue(c, disputed)}”", disputed.cue
        )


# -- denial ------------------------------------------------------------------------------------------


def _dropped_denials(c: Comparison) -> Iterator[Difference]:
    """Yield the denials of the source whose head the claim tells without one.

    Denials cancel in pairs: "denied that it was not" tells that it was.
    """
    if not any(o.operation in DENYING for o in c.operators) or told_as_exception(c):
        return
    tokens = c.document.reading.tokens
    told_behind = [o for o, _ in c.denied_behind]
    own = [o for o in c.claim.operators if o not in told_behind]
    for operator in c.operators:
        if operator.operation not in DENYING:
            continue
        head = head_of(tokens, operator, c.sentence.span, [n.span for n in c.named])
        under = sum(operator.scope.overlaps(tokens.span(at, at + 1)) for at in c.aligned.values())
        if head is None or c.claim.concepts.all.isdisjoint(c.document.retrieval.keys_at(head)):
            denies = any(o.operation in DENYING for o in c.claim.operators)
            told = told_as_bound(c, operator) or told_as_only(c, operator)
            if 2 * under > len(c.aligned) and not denies and not told:
                yield Difference(
                    Verdict.REVIEW, "negation_near", f"the source says “{around(c, operator)}”", operator.cue
                )
            continue
        mine = [i for i in _claim_tokens(c, tokens.form(head)) if head in c.places(c.claim.keys(i))]
        odd = _odd(c.operators, tokens.span(head, head + 1)) and not _contrasted(c, operator, mine)
        denials = (own, _covert(c.claim.text, Span(0, len(c.claim.text)), c.claim.operators))
        if told_as_bound(c, operator) or told_as_only(c, operator):
            continue  # "not before the vote" for "only after the vote"
        if _clause_denied(c, operator):
            continue
        if odd and mine and not any(_odd(group, c.claim.span(i)) for i in mine for group in denials):
            yield Difference(
                _firm(c), "negation_dropped", f"the source says “{around(c, operator)}”", operator.cue
            )


def _clause_denied(c: Comparison, operator: Operator) -> bool:
    """Whether the claim denies the predicate of a clause that the sentence denies as a whole: "it is untrue that …"."""
    text = c.document.text
    cue = text[operator.cue.start : operator.cue.end].casefold()
    if not cue.endswith("that") and not _whole(cue) and not _THAT.match(text, operator.cue.end):
        return False
    tokens = c.document.reading.tokens
    under = [i for i, at in sorted(c.aligned.items()) if operator.scope.overlaps(tokens.span(at, at + 1))]
    denied = [i for i in under if _odd(c.claim.operators, c.claim.span(i))]
    return bool(denied) and (not _whole(cue) or under[-1] in denied)


_CONTRAST = late_regex(r"(?:rather\s+than|instead\s+of)$", re.IGNORECASE)


def _contrasted(c: Comparison, operator: Operator, mine: Sequence[int]) -> bool:
    """Whether the sentence sets what it denies against the same word: "of de-escalation rather than escalation"."""
    if not _CONTRAST.match(c.document.text[operator.cue.start : operator.cue.end]):
        return False
    tokens = c.document.reading.tokens
    return any(
        not _odd(c.operators, tokens.span(at, at + 1)) for i in mine for at in c.places(c.claim.keys(i))
    )


def _covert(text: str, bounds: Span, open_ones: Sequence[Operator]) -> list[Operator]:
    """Return the covert negatives of a text that are not read as denials already."""
    return [
        o for o in covert_operators(text, bounds) if not any(o.cue.overlaps(other.cue) for other in open_ones)
    ]


def denied_words(c: Comparison) -> Iterator[str]:
    """Yield the stems that the claim tells plainly and the sentence only under a denial that turns on them."""
    tokens = c.document.reading.tokens
    denials = [o for o in c.operators if o.operation in DENYING]
    heads = [head_of(tokens, o, c.sentence.span, [n.span for n in c.named]) for o in denials]
    for one in c.claim.concepts.each:
        places = c.positions.get(stem(one.form), ())
        odd = all(_odd(c.operators, tokens.span(at, at + 1)) for at in places)
        if (
            odd
            and any(head in places for head in heads)
            and not _odd(c.claim.operators, c.claim.span(one.at))
        ):
            yield stem(one.form)


def _added_denials(c: Comparison) -> Iterator[Difference]:
    """Yield the denials of the claim whose head the source tells without one."""
    source = c.document.reading.tokens
    bounds = Span(0, len(c.claim.text))
    denials = [o for o in c.claim.operators if o.operation in DENYING]
    mine = _covert(c.claim.text, bounds, c.claim.operators) if denials else []
    for operator in denials:
        head = head_of(c.claim.tokens, operator, bounds, [n.span for n in c.claim.names])
        if operator in c.otherwise or cancels(c, operator) or _quoted_whole(c, operator):
            continue
        if disputed_by(c, operator) or _denied_as_whole(c, operator) or refused_otherwise(c, operator):
            continue
        words = c.claim.text[operator.cue.start : operator.cue.end]
        if words.casefold().endswith("to") and (c.operands or rest_of(c)):
            continue  # what is left to be done of several was counted
        in_part = _whole(words) and any(_partial(c, o) for o in c.operators)
        if head is not None and not in_part and _denied_alike(c, head):
            continue
        cancelled = any(operator.scope.overlaps(o.cue) for o in mine)
        covert = [] if cancelled else _covert(c.document.text, c.sentence.span, c.operators)
        message = f"the source has no “{words}” here"
        places = _said(c, head) if head is not None else []
        if not places:
            under = [at for i, at in c.aligned.items() if operator.scope.overlaps(c.claim.span(i))]
            if not any(
                o.operation in DENYING
                and not (_whole(words) and _partial(c, o))
                and (
                    not (under or _names_other(c, operator) or _passive(c, operator))
                    or any(o.scope.overlaps(source.span(at, at + 1)) for at in under)
                )
                for o in [*c.operators, *(covert if operator.operation is Operation.DENIAL else ())]
            ):
                yield _added(c, operator, Verdict.REVIEW, message)
        elif _odd(c.claim.operators, c.claim.span(head or 0)) and not any(
            _odd([o for o in group if not (_whole(words) and _partial(c, o))], source.span(at, at + 1))
            for at in places
            for group in (c.operators, covert)
        ):
            plain = operator.operation is Operation.NEGATION and not c.missing
            yield _added(c, operator, _firm(c) if plain else Verdict.REVIEW, message)


_THAT = late_regex(r"\s+that\b", re.IGNORECASE)


def _denied_as_whole(c: Comparison, denial: Operator) -> bool:
    """Whether the claim has a clause denied whose predicate the sentence denies: "denied that its policy harms", "no seat was won"."""
    words = c.claim.text[denial.cue.start : denial.cue.end].casefold()
    whole = denial.operation is Operation.DENIAL and _THAT.match(c.claim.text, denial.cue.end)
    if not whole and (not _whole(words) or any(_partial(c, o) for o in c.operators)):
        return False
    tokens = c.document.reading.tokens
    under = [at for i, at in sorted(c.aligned.items()) if denial.scope.overlaps(c.claim.span(i))]
    told = [at for at in under if _odd(c.operators, tokens.span(at, at + 1))]
    return bool(told) and under[-1] in told and (not whole or 2 * len(told) >= len(under))


_ENDS = late_regex(r"[.!?]\s+\S")


def _quoted_whole(c: Comparison, operator: Operator) -> bool:
    """Whether a denial stands in a quotation of several sentences: that is placed, and judged, as a whole."""
    return any(
        q.contains(operator.cue) and _ENDS.search(c.claim.text[q.start : q.end]) for q in c.claim.quoted
    )


def _denied_alike(c: Comparison, head: int) -> bool:
    """Whether the sentence denies a word that stands for the one that the claim denies, though it also has that undenied."""
    tokens, wanted = c.document.reading.tokens, c.claim.keys(head)
    names = [n.span for n in c.named]
    heads = (head_of(tokens, o, c.sentence.span, names) for o in c.operators if o.operation in DENYING)
    return any(
        at is not None
        and not wanted.isdisjoint(c.document.retrieval.keys_at(at))
        and _odd(c.operators, tokens.span(at, at + 1))
        and not _told_apart(c, head)
        for at in heads
    )


def _told_apart(c: Comparison, head: int) -> bool:
    """Whether the sentence has what the claim denies by that word undenied, with other words: "no deal, but agreed to meet"."""
    tokens = c.document.reading.tokens
    own = [place for i, place in c.aligned.items() if i > head]
    told = [place for place in own if not _odd(c.operators, tokens.span(place, place + 1))]
    return len(told) == len(own) > 0


_BE = late_regex(r"\b(?:be|been|being|is|are|was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def _passive(c: Comparison, denial: Operator) -> bool:
    """Whether a verb of denying tells what is done to its subject, and the sentence has not that verb: "cannot be avoided"."""
    if denial.operation is not Operation.DENIAL or not _BE.search(c.claim.text[: denial.cue.start]):
        return False
    return not any(_verb(c.document.text, o) == _verb(c.claim.text, denial) for o in c.operators)


def _said(c: Comparison, word: int) -> list[int]:
    """Return where the sentence has a word of the claim; a verb that only tells who speaks is none of what is said."""
    told = [a.cue for a in c.document.attributions_at([c.sentence.span]) if a.cue]
    own = [a.cue for a in c.claim.reading.attributions if a.cue]
    places = c.places(c.claim.keys(word))
    if any(cue.overlaps(c.claim.span(word)) for cue in own):
        return places
    tokens = c.document.reading.tokens
    return [at for at in places if not any(cue.overlaps(tokens.span(at, at + 1)) for cue in told)]


def _denied_denials(c: Comparison) -> Iterator[Difference]:
    """Yield a verb of denying that both have and only one of them denies: "did not contradict" for "contradicts"."""
    for mine in c.claim.operators:
        same = [
            o
            for o in c.operators
            if o.operation is mine.operation and _verb(c.document.text, o) == _verb(c.claim.text, mine)
        ]
        if mine.operation is not Operation.DENIAL:
            continue
        if not same:
            yield from _no_objection(c, mine)
            continue
        denied = _odd([o for o in c.claim.operators if o is not mine], mine.cue)
        if all(_odd([o for o in c.operators if o is not theirs], theirs.cue) != denied for theirs in same):
            code = "negation_added" if denied else "negation_dropped"
            message = f"the source says “{around(c, same[0])}”"
            yield Difference(_firm(c), code, message, same[0].cue)


def _no_objection(c: Comparison, mine: Operator) -> Iterator[Difference]:
    """Yield a verb of denying of the claim whose noun the sentence denies: "had no objection" for "opposed"."""
    tokens = c.document.reading.tokens
    first = c.claim.tokens.within(mine.cue)
    places = c.places(c.claim.keys(first.start)) if first else []
    denied = [at for at in places if _odd(c.operators, tokens.span(at, at + 1))]
    if (
        denied
        and len(denied) == len(places)
        and not _odd([o for o in c.claim.operators if o is not mine], mine.cue)
    ):
        place = tokens.span(denied[0], denied[0] + 1)
        yield Difference(
            Verdict.REVIEW, "negation_dropped", f"the source denies “{tokens.form(denied[0])}”", place
        )


def _verb(text: str, operator: Operator) -> str:
    return stem(text[operator.cue.start : operator.cue.end].split()[0].casefold())


DENIED_NEXT = "denied_next"


def _added(c: Comparison, denial: Operator, verdict: Verdict, message: str) -> Difference:
    """Return the difference of an added denial; the next sentence may be the one that denies."""
    behind = c.document.reading.sentences[c.sentence.number : c.sentence.number + 1]
    if (denying := next((s for o, s in c.denied_behind if o is denial), None)) is not None:
        return Difference(Verdict.REVIEW, DENIED_NEXT, message, denying.span, wording=True)
    if any(left_unsaid(c, denial, s.text) for s in behind):
        return Difference(Verdict.REVIEW, DENIED_NEXT, message, behind[0].span, wording=True)
    return Difference(verdict, "negation_added", message, c.sentence.span)


def _names_other(c: Comparison, denial: Operator) -> bool:
    """Whether what the claim denies is about a name that the passage does not have: its denial is of something else."""
    named = [n for n in c.claim.names if denial.scope.overlaps(n.span)]
    return bool(named) and not any(c.names_one(n) for n in named)


def _whole(cue: str) -> bool:
    """Whether a denial leaves nothing: "none of them"."""
    return cue.casefold() in ("no", "none", "never", "nobody", "nothing", "neither")


_PART = late_regex(
    r"\s+(?:all|every\w*|each|always|entirely|fully|completely|necessarily|yet)\b", re.IGNORECASE
)


def _partial(c: Comparison, operator: Operator) -> bool:
    """Whether a denial of the source leaves a part: "not all of them"."""
    return bool(_PART.match(c.document.text, operator.cue.end))


def _claim_tokens(c: Comparison, form: str) -> list[int]:
    """Return all tokens of the claim that stand for the same as a form of the source."""
    wanted = keys(form)
    return [i for i in c.claim.content if not wanted.isdisjoint(c.claim.keys(i))]


def _odd(operators: Sequence[Operator], span: Span) -> bool:
    return sum(o.operation in DENYING and o.scope.overlaps(span) for o in operators) % 2 == 1


def _firm(c: Comparison) -> Verdict:
    """Return `contradicted` where the sentence makes the same assertion, `review` where it may make another."""
    asked = any(o.operation is Operation.QUESTION for o in c.operators)
    same = c.coverage >= SAME_ASSERTION and not asked and not _scattered(c)
    return Verdict.CONTRADICTED if same else Verdict.REVIEW


_SCATTERED = (
    3  # times as many words of a passage as the claim has, over which shared words make no one assertion
)


def _scattered(c: Comparison) -> bool:
    """Whether the shared words stand so far apart that they may tell other things each."""
    places = c.aligned.values()
    return bool(places) and max(places) - min(places) > _SCATTERED * len(c.claim.tokens)


def governs(c: Comparison, operator: Operator) -> bool:
    """Whether most of the words both have lie under an operator of the source."""
    tokens = c.document.reading.tokens
    under = sum(operator.scope.overlaps(tokens.span(at, at + 1)) for at in c.aligned.values())
    return under * 2 > len(c.aligned)


def _cue(c: Comparison, operator: Operator) -> str:
    return " ".join(c.document.text[operator.cue.start : operator.cue.end].split()).strip(" ,—-")


def around(c: Comparison, operator: Operator) -> str:
    """Return an operator's cue with the words next to it."""
    text, sentence = c.document.text, c.sentence.span
    if not sentence.overlaps(operator.cue):
        return _cue(c, operator)  # an answer, in the next sentence
    start = max(sentence.start, operator.cue.start - 25)
    end = min(sentence.end, operator.cue.end + 45)
    piece = text[start:end].split()
    piece = piece[1:] if start > sentence.start and len(piece) > 3 else piece
    return " ".join(piece[:-1] if end < sentence.end and len(piece) > 3 else piece)
