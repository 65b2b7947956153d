"""The words around a span: what stands before or after it and turns it into something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.patterns import late_regex
from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.polarity import Operation, Operator, find_operators
from summarizer.reading.predicates import predicate_at
from summarizer.reading.wording import Tokens
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.align import Placement
from summarizer.verification.context import Document
from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.cutting import is_aim
from summarizer.verification.statements.limits import limit_cut_off

REVERSING = frozenset({Operation.NEGATION, Operation.DENIAL, Operation.DISPUTED})
CONDITIONING = frozenset({Operation.CONDITION, Operation.CONSEQUENCE, Operation.QUESTION})
# A speaker's courtesy, which performs what it names: "I would like to thank", "I would just reiterate".
_POLITE = re.compile(
    r"(?:would|want|wish)\s+(?:(?:also|just|only|again)\s+)?(?:like\s+)?(?:to\s+)?(?:thank|express|note|say|stress|emphasi[sz]e|underline|underscore|highlight|reiterate|repeat|"
    r"add|congratulate|welcome|point\s+out|recall|remind|begin|conclude|pay\s+tribute)\b",
    re.IGNORECASE,
)
_SAID_TOO = late_regex(r"\band\s+(?:also\s+|then\s+)?(?:made|said|told|gave|\w+ed)\b")
_INCLUDED = late_regex(r",\s+(?:including|namely|such\s+as)\s+(?:\w+\s+)?$")
HEDGING = frozenset({Operation.POSSIBILITY, Operation.WISH})
# Verbs by which a statement tells that somebody is against what it quotes: "warned against “…”", "opposed “…”".
_AVERSE = re.compile(
    r"\b(?:(?:warn|caution|advis|argu|sp[eo]a?k|decid|vot|urg|stand|st[oa]+d)\w*\s+(?:\w+\s+){0,2}?against|(?:oppos|object|reject|dismiss|exclud|forbid|forbad|prohibit|doubt|disput)\w*)\b"
    r"[^,;:.]*$",
    re.IGNORECASE,
)


def told_over(statement: str, words: Span) -> frozenset[Operation]:
    """Return what a statement itself puts over some of its words, with what tells the same: "denied that “…”", "if …, “…”".

    A condition may stand anywhere in it; a denial, a wish or a "may" counts for what it governs.
    """
    found = {
        o.operation
        for o in find_operators(statement, Span(0, len(statement)))
        if o.operation in CONDITIONING or o.scope.overlaps(words)
    }
    if _AVERSE.search(statement, 0, words.start):
        found.add(Operation.DENIAL)
    alike = (REVERSING, CONDITIONING - {Operation.QUESTION}, HEDGING)
    return frozenset(found).union(*(kin for kin in alike if found & kin))


def cropping_operators(document: Document, pieces: Sequence[Span]) -> Iterator[Operator]:
    """Yield the operators that govern the words at `pieces` while their cue is cut off."""
    for sentence in document.reading.sentences_of(Span(pieces[0].start, pieces[-1].end)):
        words = _words(document, pieces, sentence.span)
        for operator in document.reading.operators(sentence):
            if _POLITE.match(document.text, operator.cue.start):
                continue
            if not any(piece.overlaps(operator.cue) for piece in pieces) and _governs(
                document, operator, pieces, words
            ):
                yield operator


def cut_operators(document: Document, pieces: Sequence[Span], told: frozenset[Operation]) -> list[Operator]:
    """Return the operators that were cut off, but for what is `told` and the views that a told denial denies."""
    found = list(cropping_operators(document, pieces))
    denied = [o.scope for o in found if o.operation in told & REVERSING]
    return [
        o for o in found if o.operation not in told and not any(scope.overlaps(o.cue) for scope in denied)
    ]


def _words(document: Document, pieces: Sequence[Span], within: Span) -> list[int]:
    """Return the tokens of the pieces that lie in a span."""
    inside = (Span(max(p.start, within.start), min(p.end, within.end)) for p in pieces)
    return [i for span in inside for i in document.reading.tokens.within(span)]


def _governs(document: Document, operator: Operator, pieces: Sequence[Span], words: Sequence[int]) -> bool:
    """Whether an operator acts on what the pieces say: on their first content word, or on most of their words."""
    if not words:
        return False
    tokens = document.reading.tokens
    scope = tokens.within(operator.scope)
    under = [i for i in words if i in scope]
    if operator.operation is Operation.CONSEQUENCE and _of_another_predicate(document, operator, pieces):
        return False
    if operator.operation in (Operation.CONSEQUENCE, Operation.DISPUTED, Operation.QUESTION):
        return 2 * len(under) > len(words) or _cut_off_behind(document, operator, pieces, under)
    if operator.operation in HEDGING and (
        _new_predicate(document, operator, pieces) or _aside(document, operator, pieces)
    ):
        return False
    head = next((i for i in words if not is_function_word(tokens.form(i))), words[0])
    return head in under or 2 * len(under) > len(words)


def _of_another_predicate(document: Document, operator: Operator, pieces: Sequence[Span]) -> bool:
    """Whether a condition behind the words belongs to a second predicate: "voiced concern and said it would act if …"."""
    between = (
        document.text[pieces[-1].end : operator.cue.start] if pieces[-1].end <= operator.cue.start else ""
    )
    return bool(_SAID_TOO.search(between))


def _new_predicate(document: Document, operator: Operator, pieces: Sequence[Span]) -> bool:
    """Whether the words begin a predicate beside that of the cue: "voiced their hope for a truce and reviewed the talks".

    An aim that is only included in another stands there for itself: "efforts to end it, including a readiness to …".
    """
    between = document.text[operator.cue.end : pieces[0].start] if operator.cue.end <= pieces[0].start else ""
    opening = document.text[pieces[0].start : pieces[0].end].split()[:1]
    if _INCLUDED.search(between) and any(map(is_aim, opening)):
        return True
    verb = re.match(r"\w+ed\b", document.text[pieces[0].start : pieces[0].end])
    return bool(verb and re.search(r"\band\s+(?:also\s+)?$", between))


# A clause behind a comma tells what is so, whatever is wished before it: "should keep the accords, which are vital to …".
_ASIDE = late_regex(r",\s+(?:which|who|whose|where)\s+(?:is|are|was|were|has|have|had)\b[^,;:.]*$")


def _aside(document: Document, operator: Operator, pieces: Sequence[Span]) -> bool:
    """Whether the words stand in a relative clause that tells a fact aside from what the cue governs."""
    if operator.cue.end > pieces[0].start:
        return False
    return bool(_ASIDE.search(document.text[operator.cue.end : pieces[0].start]))


def _cut_off_behind(
    document: Document, operator: Operator, pieces: Sequence[Span], under: Sequence[int]
) -> bool:
    """Whether the words end just where their condition or their denial begins."""
    between = document.text[pieces[-1].end : operator.cue.start]
    return bool(under) and operator.cue.start >= pieces[-1].end and len(between.split()) <= 1


def describe(document: Document, operator: Operator, pieces: Sequence[Span]) -> str:
    """Quote the source around an operator and the words that were cut from it."""
    low = min(operator.cue.start, pieces[0].start)
    high = max(operator.cue.end, pieces[-1].end)
    words = document.text[low:high].split()
    if len(words) > 22:
        words = [*words[:12], "…", *words[-8:]]
    return " ".join(words).strip(" ,")


def judge_cropping(
    document: Document,
    spans: Sequence[Span],
    check: Check,
    *,
    hedges: bool,
    told: frozenset[Operation] = frozenset(),
) -> Outcome | None:
    """Judge words cut out of a denial, a condition or (with `hedges`) a mere possibility; None when they were not.

    What is `told` is not cut off.
    """
    operators = cut_operators(document, spans, told)
    for operator in operators:
        if operator.operation in REVERSING:
            return check.contradicted("cropped", f"cut from “{describe(document, operator, spans)}”", spans)
    for operator in operators:
        if operator.operation in CONDITIONING or (hedges and operator.operation in HEDGING):
            return check.unsupported("cropped", f"cut from “{describe(document, operator, spans)}”", spans)
    if limited := limit_cut_off(document.text, Span(spans[0].start, spans[-1].end)):
        return check.unsupported("cropped", f"cut from “{limited}”", spans)
    return None


def hidden_operator(document: Document, placement: Placement) -> str | None:
    """Return the negation or denial that an ellipsis or bracket leaves out between the pieces of a quote."""
    for gap in placement.omitted:
        for sentence in document.reading.sentences_of(gap):
            for operator in document.reading.operators(sentence):
                later = any(
                    operator.scope.overlaps(piece) for piece in placement.spans if piece.start >= gap.end
                )
                if gap.contains(operator.cue) and operator.operation in (*REVERSING, *CONDITIONING) and later:
                    return document.text[operator.cue.start : operator.cue.end].strip(" ,")
    return None


# Verbs that only tell what a text has or speaks of: what they name need not be so.
_NAMING = late_regex(
    r"\b(?:sp(?:eaks?|oke|eaking)\s+of|mention(?:s|ed|ing)?|refer(?:s|red|ring)?\s+to|describ(?:es?|ed|ing)|cit(?:es?|ed|ing)|list(?:s|ed|ing)?|touch(?:es|ed)?\s+(?:up)?on|"
    r"uses?\s+the\s+(?:words?|phrase|formula|expression)|contains?\s+the\s+(?:words?|phrase|formula|expression))(?:\s+\w+ing)?(?:\s+to\s+\w+)?(?:\s+(?:the|an?|its|their))?\s*$",
    re.IGNORECASE,
)


def names_only(before: str, quoted: str) -> bool:
    """Whether a claim only names what it quotes, a noun phrase: "the text speaks of “…”"."""
    if not _NAMING.search(before):
        return False
    words = re.findall(r"[\w’'-]+", quoted)
    return not any(looks_finite(word.casefold()) for word in words[1:])


# What takes back the words right before it: "By the way, that was a joke. That's not true."
_TAKEN_BACK = late_regex(
    r"\b(?:that|this|it)(?:[’']s|\s+is|\s+was|\s+isn[’']t|\s+wasn[’']t)\s+(?:just\s+|only\s+|simply\s+|obviously\s+)?(?:(?:a\s+)?(?:joke|lie|exaggeration|hypothetical)|(?:not\s+)?(?:true|what\s+(?:he|she|they|i)\s+said)|false|untrue|nonsense|wrong|made\s+up)\b",
    re.IGNORECASE,
)
_TRUE = late_regex(
    r"\b(?:is|was|[’']s)\s+(?:just\s+|only\s+|obviously\s+)?(?:true|what\s+\w+\s+said)\b", re.IGNORECASE
)
_SOON = 3  # sentences behind words in which a speaker takes them back


def taken_back(document: Document, place: Span, claim: str) -> Span | None:
    """Return where a speaker takes back the words at a place, unless the claim tells that as well."""
    here = document.reading.sentence_at(place.start)
    if here is None or re.search(
        r"\b(?:jok|lie|untrue|false|not\s+true|hypothetical)\w*", claim, re.IGNORECASE
    ):
        return None
    for sentence in document.reading.sentences[here.number : here.number + _SOON]:
        if sentence.block.speaker != here.block.speaker:
            return None
        match = _TAKEN_BACK.search(sentence.text)
        if match and not _TRUE.search(match[0]):
            return sentence.span
    return None


def told_of_another(document: Document, place: Span, claim: str) -> str | None:
    """Return of whom the sentence around the words of a claim tells a verb of theirs, where that is another than the claim does.

    "Berg resigned" is cut from "The aide who had accused Berg resigned".
    """
    sentence = document.reading.sentence_at(place.start)
    if sentence is None:
        return None
    tokens, own = document.reading.tokens, Tokens(claim)
    cut, inside = tokens.within(place), tokens.within(sentence.span)
    if cut.start == inside.start or len(own) != len(cut):
        return None
    for verb in range(len(own)):
        mine = predicate_at(own, verb, range(len(own)))
        theirs = predicate_at(tokens, cut.start + verb, inside) if mine and mine.doer else None
        if mine and mine.doer and theirs and theirs.doer:
            heads = {cut.start + head for head in mine.doer.heads}
            if heads.isdisjoint(theirs.doer.heads):
                span = tokens.span(theirs.doer.at.start, theirs.doer.at.stop)
                return document.text[span.start : span.end]
    return None
