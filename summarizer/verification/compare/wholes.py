"""Compares of how many a thing is told: "both accepted" is not told by "the company accepted", nor "all three" by "only one"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference
from summarizer.verification.values.quantities import equal

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# All of several, as the subject of a verb: "both sides have accepted", "all three working groups reported".
_ALL = late_regex(
    r"\b(?P<all>both(?!\s+of\b)(?!\s+\w+\s+and\b)|each(?!\s+other)|all|every)\s+(?:of\s+(?:the|them)\s+)?(?:(?:two|three|four|five|six|seven|eight|nine|ten|the|\d+)\s+)*(?P<whose>(?:[\w’'-]+\s+){1,3}?)(?:(?:has|have|had|also|already|now|\w+ly)\s+){0,3}(?P<verb>[a-z]+ed|said|told|gave|took|met|came|went|spoke|left|won|lost|paid|sent|put|made)\b",
    re.IGNORECASE,
)
# Only some of several.
_SOME = late_regex(
    r"\bonly\s+(?:the\s+)?(?:one|two|three|four|five|six|seven|\d+|some|a\s+few|half|part|a\s+(?:minority|handful|fraction))\b|\bof\s+(?:the|its|their|them)\b[^,;.]{0,50}?\bonly\b|\b(?:not|n[’']t)\s+(?:all|every\w*|both|each)\b|\b(?:some|most|half|one)\s+of\s+(?:the|its|their|them)\b",
    re.IGNORECASE,
)
_SEVERAL = late_regex(
    r"\b(?:both|two|three|four|five|six|all|each|every\w*|they|we|them|us|either|neither|jointly|together|unanimous\w*|and|everyone|nobody|none|no\s+one|as\s+well|too|also|so\s+did)\b",
    re.IGNORECASE,
)
_CLAUSE = late_regex(
    r"[,;:.—]|\b(?:that|which|who|but|while|whereas|and\s+(?=that\b|the\b|an?\b|its?\b|his\b|her\b|[A-Z]))"
)
_AUXILIARY = late_regex(r"(?:\b(?:has|have|had|also|already|now|then|not|\w+ly|was|were|is|are)\s+)*$")


def compare_wholes(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, what the claim tells of all, or of both, and the passage of some or of one alone."""
    yield from _of_some_only(c)
    match = _ALL.search(c.claim.text) if not _WHOLES.isdisjoint(c.claim.tokens.forms) else None
    if match is None or any(q.overlaps(Span(*match.span())) for q in c.claim.quoted):
        return
    verb = Span(*match.span("verb"))
    at = next((c.aligned[i] for i in c.aligned if c.claim.span(i).overlaps(verb)), None)
    if at is not None and (one := _one_alone(c, at)):
        message = f"the source tells this of “{one}”, not of “{' '.join(match['all'].split())}”"
        yield Difference(Verdict.REVIEW, "role_unclear", message, c.sentence.span)


_WHOLES = frozenset("all both every each none no".split())
_WHOLE = late_regex(r"\b(?:all(?!\s+but\b)|both|every|each(?!\s+other)|none\s+of|no)\b", re.IGNORECASE)
_BEHIND = 40  # characters behind such a word in which stands what it is all of
_CLOSE = 60  # characters around "only three" in which stands what they are of


def _of_some_only(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells of all, or of none, where the passage tells it of some only."""
    if _WHOLES.isdisjoint(c.claim.tokens.forms):
        return
    some = _SOME.search(c.document.text, *c.sentence.span)
    if some is None or _SOME.search(c.claim.text):
        return
    starts = c.document.reading.tokens.starts
    for whole in _WHOLE.finditer(c.claim.text):
        noun = [i for i in c.aligned if 0 <= c.claim.span(i).start - whole.end() <= _BEHIND][:2]
        if any(some.start() - _CLOSE <= starts[c.aligned[i]] <= some.end() + _CLOSE for i in noun):
            words = " ".join(some[0].split())
            code = "negation_added" if whole[0].casefold().startswith("no") else "negation_dropped"
            yield Difference(Verdict.REVIEW, code, f"the source has “{words}”", Span(*some.span()))
            return


def _one_alone(c: Comparison, at: int) -> str:
    """Return the subject of a verb of the passage where it is one thing or person alone; nothing where it may be several."""
    text, start = c.document.text, c.sentence.span.start
    verb = c.document.reading.tokens.starts[at]
    clause = [m.end() for m in _CLAUSE.finditer(text, start, verb)]
    first = clause[-1] if clause else start
    subject = _AUXILIARY.sub("", text[first:verb]).strip()
    words = subject.split()
    if (
        not words
        or len(words) > 6
        or _SEVERAL.search(subject)
        or _SEVERAL.search(text[verb : c.sentence.span.end])
    ):
        return ""
    single = words[0].casefold() in ("the", "a", "an", "he", "she", "it") or words[0][0].isupper()
    return subject if single and not words[-1].endswith("s") else ""


# On which side of an amount something lies: "under 25", "more than 500 tonnes".
_ABOVE = late_regex(
    r"\b(?:over|above|beyond|exceeding|exceeds?|(?:more|greater|older|larger|higher|longer)\s+than|at\s+least)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BELOW = late_regex(
    r"\b(?:under|below|nearly|almost|(?:less|fewer|younger|smaller|lower|shorter)\s+than|at\s+most|up\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEAD = 16  # characters before an amount in which that stands


def compare_sides_of_amounts(c: Comparison) -> Iterator[Difference]:
    """Yield an amount that the claim has things lie below and the sentence above, or the other way round."""
    if any(o.operation in (Operation.NEGATION, Operation.DENIAL) for o in c.claim.operators):
        return  # "ships under 500 tonnes need none" for "only ships over 500 tonnes need one"
    for q in c.claim.quantities:
        mine = _side(c.claim.text, q.span.start)
        theirs = {_side(c.document.text, t.span.start) for t in c.quantities if equal(q, t)}
        if mine and theirs == {-mine}:
            message = f"the source has the other side of “{q.text}”"
            yield Difference(Verdict.CONTRADICTED, "number_mismatch", message, c.sentence.span)


def _side(text: str, at: int) -> int:
    lead = text[max(0, at - _LEAD) : at]
    return 1 if _ABOVE.search(lead) else -1 if _BELOW.search(lead) else 0


_PART_OF = late_regex(r"\b[\w-]+\s+of\s+the\s+[\w-]+\b")


def rest_of(c: Comparison) -> bool:
    """Whether both tell how many of several: "three of the seven have still to come" for "four of the seven came"."""
    return bool(_PART_OF.search(c.claim.text) and _PART_OF.search(c.sentence.text))
