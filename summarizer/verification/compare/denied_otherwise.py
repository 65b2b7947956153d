"""Tells where a passage says in other words what a claim denies, so that the denial adds nothing.

Who tells a text in words of one's own often denies its contrary: "was not forced" for "did so voluntarily", "has not
done so yet" for "intends to", "the chair, not the secretary" for "the chair" (litotes and contrast; Huddleston and
Pullum, The Cambridge Grammar of the English Language, chapter 9). What the passage tells plainly is never denied so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.opposites import Sides, opposed, sides_at
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.compare.connectives import told_as_unreal, told_by_unless
from summarizer.verification.compare.converses import told_by_converse
from summarizer.verification.compare.exceptions import told_as_exception
from summarizer.verification.compare.undone import told_as_undone
from summarizer.verification.who.identity import matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_NEAR = 3  # content words under a denial among which the one it turns on is looked for
_ABOUT = 0.33  # coverage from which a sentence speaks of what the claim does
_CLAUSE = frozenset("when where which that as while who".split())  # begin a clause that is not denied


def told_otherwise(c: Comparison, denial: Operator) -> bool:
    """Whether the sentence says in other words what the claim denies."""
    if told_as_undone(c, denial) or told_as_exception(c):
        return True
    if told_by_unless(c, denial) or told_as_unreal(c, denial):
        return True
    if c.coverage < _ABOUT:
        return False
    return (
        _by_opposite(c, denial)
        or _still_ahead(c, denial)
        or _under_condition(c, denial)
        or _by_contrast(c, denial)
        or _by_remnant(c, denial)
        or _excepted(c, denial)
        or told_by_converse(c, denial)
        or any(how.rest for how in c.operands)
    )


# -- opposites ---------------------------------------------------------------------------------------


def _by_opposite(c: Comparison, denial: Operator) -> bool:
    """Whether the sentence has the opposite of a word that the claim denies: "voluntarily" for "not forced"."""
    stems = c.claim.stems
    tokens = c.document.reading.tokens
    inside = tokens.within(c.sentence.span)
    told = [stem(form) for form in tokens.slice_forms(inside.start, inside.stop)]
    theirs: list[Sides] | None = None
    for at in _denied_words(c, denial):
        small = is_function_word(c.claim.tokens.form(at))
        if not small and stems[at] in told:
            return False  # what is denied stands there itself
        if not (mine := sides_at(stems, at, least=2 if small else 1)):
            continue
        theirs = theirs or [sides_at(told, k) for k in range(len(told))]
        places = [inside.start + k for k, other in enumerate(theirs) if other and opposed(mine, other)]
        if any(_of_the_same(c, denial, at, place) for place in places):
            return True
    return False


_BESIDE = 8  # tokens around an opposite in which the other words of what is denied stand


def _of_the_same(c: Comparison, denial: Operator, at: int, place: int) -> bool:
    """Whether an opposite is said of what the claim speaks of: another word of the denied clause stands beside it."""
    others = [
        i for i in c.aligned if i != at and (denial.scope.overlaps(c.claim.span(i)) or abs(i - at) <= _BESIDE)
    ]
    return not others or any(abs(c.aligned[i] - place) <= _BESIDE for i in others)


def _denied_words(c: Comparison, denial: Operator) -> Iterator[int]:
    """Yield the words of the claim under a denial, up to the third of content or the next clause."""
    tokens = c.claim.tokens
    start = max(denial.cue.end, denial.scope.start)
    seen = 0
    for i in tokens.within(Span(start, max(start, denial.scope.end))):
        if tokens.form(i) in _CLAUSE or seen == _NEAR:
            return
        seen += not is_function_word(tokens.form(i))
        yield i


# -- refusing, told as not granting ------------------------------------------------------------------

_REFUSES = frozenset(map(stem, "reject refuse dismiss decline oppose deny overrule".split()))
_GRANTS = frozenset(
    map(
        stem,
        "uphold accept grant allow support agree approve adopt endorse consent admit favour favor back permit".split(),
    )
)


def refused_otherwise(c: Comparison, denial: Operator) -> bool:
    """Whether the sentence denies that what the claim tells as refused was granted: "the appeal was not upheld"."""
    cue = c.claim.text[denial.cue.start : denial.cue.end].casefold().split()
    if stem(cue[0]) not in _REFUSES or c.coverage < _ABOUT:
        return False
    tokens = c.document.reading.tokens
    for operator in c.operators:
        under = tokens.within(operator.scope) if operator.operation in DENYING else ()
        granted = [at for at in under if stem(tokens.form(at)) in _GRANTS]
        if granted and any(abs(at - granted[0]) <= _BESIDE for at in c.aligned.values()):
            return True
    return False


def disputed_by(c: Comparison, denial: Operator) -> bool:
    """Whether the sentence adds that those of whom the claim tells it dispute what it tells: "a charge that Berg rejected"."""
    if denial.operation is not Operation.DENIAL:
        return False
    tokens = c.document.reading.tokens
    under = [at for i, at in c.aligned.items() if denial.scope.overlaps(c.claim.span(i))]
    who = [n for n in c.claim.names if n.span.end <= denial.cue.start][-1:]
    return any(
        o.operation is Operation.DISPUTED
        and any(o.scope.overlaps(tokens.span(at, at + 1)) for at in under)
        and all(any(o.cue.overlaps(n.span) and matches(one, n) for n in c.named) for one in who)
        for o in c.operators
    )


# -- all but one -------------------------------------------------------------------------------------

_ALL_BUT = late_regex(
    r"\b(?:except(?:\s+(?:for|by|in|to))?|with\s+the\s+exception\s+of|apart\s+from|aside\s+from|other\s+than|excluding|but\s+not|all\s+but|save(?:\s+for)?)\s+(?P<who>[^,;.]{2,60})",
    re.IGNORECASE,
)


def _excepted(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies of somebody what the sentence tells of all but them: "all members except Berg signed"."""
    for match in _ALL_BUT.finditer(c.document.text, *c.sentence.span):
        who = Span(*match.span("who"))
        named = [n for n in c.named if who.overlaps(n.span)]
        mine = [n for n in c.claim.names if n.span.end <= denial.cue.start]
        if mine and all(any(matches(n, other) for other in named) for n in mine):
            return True
    return False


# -- what is still to come ---------------------------------------------------------------------------

_NOT_DONE = late_regex(
    r"\b(?:did|was|were|has|have|had|been)(?:\s+\w+)?\s+(?:not|n[’']t)\b|n[’']t\b|\b(?:not|yet)\s+yet\b|\bnot\s+(?:\w+\s+){0,3}yet\b|\b(?:still|yet|remains?|remained)\s+to\b",
    re.IGNORECASE,
)
_TO_COME = late_regex(
    r"\b(?:will|shall|intend\w*|plan(?:s|ned|ning)?\s+to|going\s+to|(?:is|are)\s+to|upcoming|remains?\s+to|yet\s+to|expects?\s+to|aims?\s+to|upon|by\s+the\s+end|move[sd]?\s+towards?)\b|’ll\b|'ll\b",
    re.IGNORECASE,
)
_BINDS = frozenset(
    map(stem, "announce agree promise pledge commit vow undertake decide propose offer plan".split())
)
_AHEAD = 4, 7  # tokens before and behind a word in which what tells of the future stands


def _still_ahead(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies that something was done which the sentence tells as still to come."""
    around = c.claim.text[max(0, denial.cue.start - 12) : denial.cue.end + 25]
    if not _NOT_DONE.search(around) or not _TO_COME.search(c.sentence.text):
        return False
    if any(stem(c.claim.tokens.form(i)) in _BINDS for i in _denied_words(c, denial)):
        return False  # what is to come has been announced or agreed: not to say so is another denial
    places = [c.aligned[i] for i in _denied_words(c, denial) if i in c.aligned]
    return bool(places) and all(_ahead(c, at) for at in places)


# Where another clause begins behind a word: "announced that it will".
_OWN_CLAUSE = late_regex(r"[,;:]|\b(?:that|which|who|and|but)\b")


def _ahead(c: Comparison, at: int) -> bool:
    """Whether the sentence tells of a word as of something to come: "intend to", "will", or as the subject of that."""
    tokens = c.document.reading.tokens
    first, last = max(0, at - _AHEAD[0]), min(len(tokens), at + _AHEAD[1])
    begin = max(tokens.span(first, at + 1).start, c.sentence.span.start)
    end = min(tokens.span(at, last).end, c.sentence.span.end)
    before, behind = c.document.text[begin : tokens.starts[at]], c.document.text[tokens.ends[at] : end]
    return bool(_TO_COME.search(before) or _TO_COME.search(_OWN_CLAUSE.split(behind)[0]))


# -- conditions --------------------------------------------------------------------------------------

_EXCEPT = late_regex(
    r"\b(?:unless|until|without|except|other\s+than|before|only\s+(?:once|after|when|if))\b",
    re.IGNORECASE,
)
_ONLY = late_regex(
    r"\b(?:only|upon|subject\s+to|provided|conditional|contingent|requir\w+|unless|until)\b", re.IGNORECASE
)
_SHUT_OUT = late_regex(
    r"\b(?:shut\s+out|exclud\w+|barred|ineligible|cannot|lose|denied|unable|kept\s+out|locked\s+out)\b",
    re.IGNORECASE,
)
_NOT_ALL = late_regex(
    r"\bnot\s+(?:[\w’'-]+\s+){0,4}?(?:all|every|each|everyone|everything|the\s+whole|the\s+entire|in\s+full|fully|entirely|completely)\b",
    re.IGNORECASE,
)
_SOME = late_regex(
    r"\b(?:some|most|many|part(?:s|ly)?|partial(?:ly)?|several|majority|few|half|retain\w*|remaining|remainder|rest)\b",
    re.IGNORECASE,
)


def _under_condition(c: Comparison, denial: Operator) -> bool:
    """Whether "cannot … unless" stands for "only …", "those who do not … are shut out" for "only those who …", "not all" for "some"."""
    behind = c.claim.text[denial.cue.start :]
    if _NOT_ALL.match(behind):
        return bool(_SOME.search(c.sentence.text))
    only, but = _ONLY.search(c.sentence.text), _EXCEPT.search(c.claim.text, denial.cue.end)
    if only and but and only[0].casefold() == but[0].casefold():
        return False  # "nobody stayed until midnight" for "a few stayed until midnight"
    return bool(only) and bool(but or _SHUT_OUT.search(behind[len("not") :]))


# What bounds a denial in its own clause: "not before the vote", "nothing until the vote", "no gun unless the road opens".
_BOUNDS_DENIAL = late_regex(
    r"[^;:.?!]{0,120}?\b(?:before|until|till|unless|without|pending)\b", re.IGNORECASE
)
_ONLY_UPON = late_regex(
    r"\b(?:only|not?\s+\w+\s+than|depend\w*|condition(?:s|al|ed)?|conting\w+|subject\s+to|provided|requir\w+|first)\b"
    r"[^;.]{0,60}?\b(?:after|once|when|if|upon|on|to|that|with|following|from|have|has|had|be|is|are|was|were)\b",
    re.IGNORECASE,
)


def told_as_bound(c: Comparison, denial: Operator) -> bool:
    """Whether the claim tells as "only once …" what the sentence denies "before", "until" or "unless" it."""
    bound = _BOUNDS_DENIAL.match(c.document.text, denial.cue.end, c.sentence.span.end)
    only = _ONLY_UPON.search(c.claim.text) if bound else None
    if bound is None or only is None:
        return False
    # What must come first is the same on both sides.
    starts, mine = c.document.reading.tokens.starts, c.claim.tokens.starts
    return any(mine[i] >= only.start() and starts[at] >= bound.end() for i, at in c.aligned.items())


# -- contrast ----------------------------------------------------------------------------------------

# "not X but Y"; "Y, not X"; "Y rather than X"; "instead of X, Y".
_NOT_BUT = late_regex(
    r"(?P<no>[^,;:]{2,90}?),?\s+but\s+(?:rather\s+|only\s+|instead\s+)?(?P<yes>[^;:]{2,120})"
)
# What stands between Y and its "not", "rather than" or "instead of", and X behind it.
_BEFORE_NOT = late_regex(r"(?:,\s+(?:and\s+)?|\s+and\s+)$")
_BEFORE_THAN = late_regex(r",?\s+$")
_REJECTED = late_regex(r"\s*(?P<no>[^,;:.]{2,90})")
_SIDE = 120  # characters of Y at the most


def _by_contrast(c: Comparison, denial: Operator) -> bool:
    """Whether the claim sets what the sentence tells against something that the sentence does not tell at all."""
    text, cue = c.claim.text, denial.cue
    behind = _NOT_BUT.match(text, cue.end)
    sides = (Span(*behind.span("no")), Span(*behind.span("yes"))) if behind else _sides_before(text, cue)
    if sides is None:
        return False
    denied, told = (_concepts(c, side) for side in sides)
    return (
        bool(denied)
        and bool(told)
        and not all(denied)
        and sum(told) > sum(denied)
        and 2 * sum(told) > len(told)
    )


# "Binding for the ships now waiting, not for later ones": what is left of a clause that is denied.
_REMNANT = late_regex(
    r"(?:,|\s[-–—]|;)\s*(?:and\s+|but\s+)?not\s+(?:(?:for|to|in|on|by|with|from|of|at|against|about|before|after|under)\s+)?(?P<no>(?!that\b|to\b|be\b|yet\b|only\b)[^,;:.]{2,90})"
)
_OTHER_THAN = late_regex(
    r"\b(?:other\s+than|except(?:\s+for)?|besides|apart\s+from|aside\s+from|beyond|outside|but\s+for)\b",
    re.IGNORECASE,
)


def _by_remnant(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies of something what the sentence does in a few words behind what it tells: "…, not for later ones"."""
    tokens = c.document.reading.tokens
    under = [
        i
        for i in c.aligned
        if denial.scope.overlaps(c.claim.span(i)) or denial.scope.end <= c.claim.span(i).start
    ]
    for match in _REMNANT.finditer(c.document.text, *c.sentence.span):
        rest = Span(*match.span("no"))
        words = [at for at in tokens.within(rest) if not is_function_word(tokens.form(at))]
        told = [i for i in under if rest.overlaps(tokens.span(c.aligned[i], c.aligned[i] + 1))]
        before = [i for i in under if tokens.starts[c.aligned[i]] < match.start()]
        if told and before and 2 * len(told) >= len(words):
            return True
        but = _OTHER_THAN.search(c.claim.text, denial.cue.end)
        if but and any(c.claim.tokens.starts[i] >= but.end() for i in before):
            return True
    return False


def _sides_before(text: str, cue: Span) -> tuple[Span, Span] | None:
    """Return X and Y of "Y, not X" or "Y rather than X", where the denial is that "not"."""
    word = text[cue.start : cue.end].casefold()
    lead = (_BEFORE_NOT if word == "not" else _BEFORE_THAN).search(text, max(0, cue.start - 12), cue.start)
    rejected = _REJECTED.match(text, cue.end)
    if lead is None or rejected is None or word.split()[0] not in ("not", "rather", "instead"):
        return None
    start = max(0, lead.start() - _SIDE)
    start = max(start, *(text.rfind(mark, start, lead.start()) + 1 for mark in ";:"))
    return Span(*rejected.span("no")), Span(start, lead.start())


def _concepts(c: Comparison, span: Span) -> list[bool]:
    """Return for each content word and name in a stretch of the claim whether the sentence has it."""
    words = [one for one in c.claim.concepts.each if span.contains(c.claim.span(one.at))]
    names = [named for named in c.claim.names if span.contains(named.span)]
    return [one not in c.missing for one in words] + [c.names_one(named) for named in names]
