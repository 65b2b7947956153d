"""What has not happened, told by what happened instead: "was put off" tells that nothing was decided.

Some verbs and states leave open what others would settle: who defers a vote has not voted, what is awaited has not come, who
takes note has promised nothing, who stays away does not attend. Each sort of act has such a set of its own; a claim may deny
the act where the passage has one of them over the same matter, and may not tell the act as done there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import DENYING, Operation, Operator
from summarizer.reading.stems import stems
from summarizer.reading.words import is_function_word
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.difference import Difference
from summarizer.verification.who.identity import matches

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_BE = r"(?:is|are|was|were|be|been|being|remain(?:s|ed)?|stays?|stayed|stands?|left|still)\s+(?:(?:still|yet|also|therefore|again|\w+ly)\s+){0,2}"
# What weighs a thing without settling it, where it is what is agreed, promised or still done.
_WEIGH = (
    r"(?:consider|stud(?:y|ied|ies|ying)|examin|explor|look(?:s|ed|ing)?\s+(?:at|into|further)|think(?:s|ing)?\s+(?:about|over)|weigh|review|debat|discuss|reflect|negotiat|talk(?:s|ed|ing)?\s+about|consult)"
    r"(?:e?s|ed|ing|e)?\b"
)
_TO_WEIGH = rf"(?:(?:to|will|would|shall|still|continu\w+\s+to|keep|kept|could|can|should|must)\s+(?:\w+ly\s+|also\s+|be\s+)?{_WEIGH})"
_OPEN_FORWARD = (
    r"put(?:s|ting)?\s+off|postpon(?:e[sd]?|ing|ement\s+of)|defer(?:s|red|ring|ral\s+of)?|adjourn(?:s|ed|ing|ment\s+of)?|shelv(?:e[sd]?|ing)|h(?:eld|old|olds|olding)\s+over|delay(?:s|ed|ing)?|reserv(?:e[sd]?|ing)\s+(?=(?:its|his|her|their|the|a)?\s*(?:judge?ment|decision|position|ruling|right))"
    rf"|(?:leav(?:e|es|ing)|left)\s+(?:it\s+)?open|{_TO_WEIGH}|t(?:ook|akes?|aking)\s+note\s+of|the\s+(?:possibility|idea|feasibility|question|prospect)\s+of|await(?:s|ed|ing)?|wait(?:s|ed|ing)?\s+for"
)
_OPEN_BACKWARD = (
    rf"{_BE}(?:put\s+off|postponed|deferred|adjourned|shelved|held\s+over|carried\s+(?:over|forward)|delayed|referred(?:\s+back)?\s+to|left\s+(?:open|unresolved|undecided|to\s+(?:the\s+)?next)|open(?!\s+(?:to|for|at|from|until)\b)|unresolved|unsettled|undecided|pending|outstanding|"
    rf"under\s+(?:consideration|review|discussion|study|negotiation|examination)|to\s+be\s+(?:decided|agreed|settled|fixed|set|determined|finali[sz]ed|worked\s+out|discussed|considered)|on\s+hold|in\s+abeyance|being\s+{_WEIGH}|not\s+(?:yet\s+)?ripe)"
    r"|(?:need|requir|deserv|want|merit)(?:s|ed|ing|e|es)?\s+(?:further|more|additional|closer|careful)\s+(?:study|discussion|work|consideration|consultation|examination|talks?|reflection|thought|time)|remain(?:s|ed)?\s+to\s+be\s+\w+|put\s+off\b|held\s+over\b|(?:deferred|postponed|adjourned|carried\s+over)\s+(?:to|until|till|for)\b"
)
_NOTED = (
    r"t(?:ook|akes?|aking)\s+(?:due\s+)?note\b|merely\s+noted|sympathetic\s+consideration|(?:ready|willing|prepared|open|happy|glad)\s+to\s+(?:talk|discuss|consider|look|negotiate|listen)|open\s+to\s+(?:the\s+)?(?:idea|discussion|suggestion|talks)|(?:undert(?:ook|akes?)|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|agree[sd]?|said|that)\s+[^,;.]{0,50}?"
    rf"(?:to|would|will|could)\s+(?:\w+ly\s+)?(?:{_WEIGH}|pass\s+(?:it|this|them)?\s*on|come\s+back\s+to|convey|raise|see\s+(?:what|whether|if)|reply|respond|answer)"
)
_AWAITED = rf"{_BE}(?:awaited|outstanding|pending|expected|due|overdue|to\s+come)|await(?:s|ed|ing)?|wait(?:s|ed|ing)?\s+(?:for|to\s+hear)|silent|silence|no\s+(?:word|reply|answer|response|reaction)|(?:would|will|is\s+to|was\s+to|has\s+yet\s+to|have\s+yet\s+to|promised\s+to)\s+(?:\w+ly\s+)?(?:answer|reply|respond|decide|react|give\s+(?:its|his|her|their|an)\s+(?:answer|reply))|unanswered"
_AWAY = (
    r"(?:stay(?:s|ed|ing)?|ke(?:ep|pt))\s+away|absent|absence|apologi[sz]ed\s+for|apologies|sent\s+(?:(?:his|her|its|their|an?|the)\s+)?(?:\w+\s+)?(?:message|letter|deputy|representative|greetings|regrets|apologies|statement|envoy|state\s+secretary|ambassador)|(?:was|were|is|are)\s+represented\s+by|by\s+video|via\s+video|video\s+(?:link|message)|remotely|"
    r"by\s+(?:tele)?phone|did\s+not\s+(?:come|attend|appear|show)|excused|missing|unable\s+to\s+(?:come|attend)|not\s+coming|pulled\s+out|withdrew\s+from"
)
_DROPPED = (
    r"(?:is|are|was|were|be|been|being|got)\s+(?:(?:also|then|later|now|\w+ly)\s+){0,2}(?:dropped|cancell?ed|scrapped|abandoned|withdrawn|called\s+off|rescinded|revoked|repealed|given\s+up|discarded|ditched|struck\s+(?:off|out)|taken\s+off)"
    r"|call(?:ed|s)\s+(?:it|this|them)\s+off|(?:has|have|had)\s+(?:stopped|ceased|ended|been\s+stopped)|came\s+to\s+nothing|fell\s+through|failed(?!\s+to\b)|collapsed|was\s+not\s+pursued"
)
_GIVES_UP = r"drop(?:s|ped|ping)?(?=\s+(?:the|its|his|her|their|all|an?|any)\b)|abandon(?:s|ed|ing)?|withdr(?:ew|aws?|awn|awing)\s+(?:its|his|her|their|the|an?|from)|cancel(?:s|led|ed|ling)?|scrap(?:s|ped|ping)?|call(?:s|ed|ing)?\s+off|g(?:ave|ives?|iving)\s+up|stop(?:s|ped)|ceased?"
_EXPECTED = rf"{_BE}(?:expected|due|awaited|pending|overdue|in\s+preparation|(?:still\s+)?to\s+be\s+\w+|being\s+(?:written|drafted|prepared|finali[sz]ed))"
_LACKING = (
    r"lack(?:s|ed|ing)?(?!\s+of\b)|(?:ran|runs?|running)\s+out\s+of|short\s+of|missing|(?<!\bnot\s)without"
)
_TO_ALL = r"open\s+to|as\s+well\s+as|\balso\b|\btoo\b|not\s+(?:only|just)|including|(?:for|to|by)\s+(?:all|any|every|both|each)\b"


@dataclass(frozen=True)
class _Sort:
    """A sort of act, and what tells that it has not been done: of what stands behind it, before it, or anywhere around it."""

    acts: str
    forward: str = ""
    backward: str = ""
    around: str = ""
    told: bool = True  # whether the act may be told as done beside these words only by mistake

    @cached_property
    def stems(self) -> frozenset[str]:
        return stems(self.acts)

    @cached_property
    def cues(self) -> re.Pattern[str]:
        return _pattern("|".join(filter(None, (self.forward, self.backward, self.around))))


_DECIDED = _Sort(
    "decide decision settle settlement resolve resolution agree agreement adopt adoption approve approval vote rule ruling conclude conclusion choose determine fix finalize finalise consensus endorse accept reject conclusive clear close complete final finish commit",
    forward=_OPEN_FORWARD, backward=_OPEN_BACKWARD,
)  # fmt: skip
_ANSWERED = _Sort(
    "answer reply respond response react reaction hear word receive come arrive", around=_AWAITED
)
_COMMITTED = _Sort(
    "commit commitment promise pledge agree accept endorse undertake guarantee assure vow concede consent approve", around=_NOTED
)  # fmt: skip
_PRESENT = _Sort("present attend participate part appear come join person presence show", around=_AWAY)
_HAD = _Sort("have had has possess hold own get obtain bring", forward=_LACKING)
_SHUT = _Sort("reserve limit confine restrict exclusive only bound", around=_TO_ALL, told=False)
_GIVEN_UP = _Sort(
    "adopt adoption pursue go introduce impose hold take place held happen implement build launch open join accept approve sign be there apply remain stand continue work",
    forward=_GIVES_UP,
    backward=_DROPPED,
)  # fmt: skip
_ISSUED = _Sort(
    "publish publication release issue appear out deliver finish complete ready present submit",
    backward=_EXPECTED,
)
_SORTS = (_GIVEN_UP, _ISSUED, _DECIDED, _ANSWERED, _COMMITTED, _PRESENT, _HAD, _SHUT)
# Who takes note of a promise has been given one: it is not left open, though whoever notes it has promised nothing.
_FACTIVE = late_regex(r"\bnot(?:e|ed|es|ing)\b|sympathetic", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:plan|propos|intend|intention|once|earlier|former|previous|idea|suggest|request|want|ask|call|seek|sought|hope|draft|submit|put\s+forward|drop|cancel|withdr|abandon|scrap)\w*",
    re.IGNORECASE,
)
# A denial of what is to come, or may be done: what has not been done so far does not tell it.
_MODAL = late_regex(
    r"\b(?:will|would|shall|should|must|may|might|can|could|cannot|won['’]t|wouldn['’]t|(?:is|are|was|were)\s+not\s+going)\b",
    re.IGNORECASE,
)
_SO_FAR = (_ISSUED, _DECIDED, _ANSWERED, _COMMITTED)
_NEAR = 4  # words under a denial among which its act stands
_REACH = 160  # characters that such a word reaches in its clause
_ABOUT = 0.33  # coverage from which a sentence speaks of what the claim does
_SUBJECT_ONLY = (
    0.15  # the same where what is denied, and of whom, need not be told: "not reserved for members"
)
_STOP = late_regex(r"[;:?!—]|\.\s|,\s+(?:and|but|while|which|who)\b|\s(?:but|while|whereas|although)\s")
_REFUSING = re.compile(
    r"\b(?:refus|declin|reject|oppos|den(?:y|i)|disput|dismiss|rul|repudiat|refut|prevent|avoid|against)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were)\s+to|would|going\s+to|until|later|still)\b|[’']ll\b", re.IGNORECASE
)


@cache
def _pattern(cues: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cues})", re.IGNORECASE)


def told_as_undone(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies an act that the sentence tells as left open, awaited, merely noted or kept away from."""
    cue = c.claim.text[denial.cue.start : denial.cue.end]
    if denial.operation not in DENYING or _REFUSING.match(cue):
        return False
    under = [i for i in c.aligned if denial.scope.overlaps(c.claim.span(i))]
    acts = _denied_acts(c, denial)
    ahead = _MODAL.search(c.claim.text, max(0, denial.cue.start - 12), denial.cue.end)
    for sort in _SORTS:
        if ahead and sort in _SO_FAR:
            continue  # "will not respond": what is still to come is no denial of that
        existing = sort in (_HAD, _GIVEN_UP) and cue.casefold() in ("no", "without")
        if not acts & sort.stems and not existing:
            continue
        if sort is _PRESENT and _stays_away(c):
            return True
        if c.coverage < (_ABOUT if sort.told else _SUBJECT_ONLY):
            continue
        if sort.cues.search(c.claim.text, denial.cue.end, denial.scope.end):
            continue  # denies what leaves the act open: "needed no further work"
        others = [i for i in under if c.claim.stems[i] not in sort.stems] or [
            i for i in c.aligned if c.claim.stems[i] not in sort.stems
        ]
        if any(_over(c, others, scope) for _, scope in _scopes(c, sort)):
            return True
    return False


def _stays_away(c: Comparison) -> bool:
    """Whether the sentence tells of all whom the claim names that they stay away: names are no words of a deed."""
    names = [n for n in c.claim.names if c.names_one(n)]
    if not names or len(names) < len(c.claim.names):
        return False
    places = [n.span for n in c.named if any(matches(n, own) for own in names)]
    return any(scope.overlaps(place) for _, scope in _scopes(c, _PRESENT) for place in places)


def tells_undone(acts: frozenset[str], text: str) -> bool:
    """Whether a text tells of some acts (their stems) that they have not been done: "this was put off"."""
    return any(
        acts & sort.stems and sort.cues.search(text) for sort in _SORTS if sort.told and sort is not _HAD
    )


def _denied_acts(c: Comparison, denial: Operator) -> set[str]:
    """Return the stems of the first words under a denial: its verb, and the noun that a light verb carries."""
    tokens, found = c.claim.tokens, []
    for i in tokens.within(Span(denial.cue.end, max(denial.cue.end, denial.scope.end))):
        form = tokens.form(i)
        if not is_function_word(form) or form in ("have", "has", "had"):
            found.append(c.claim.stems[i])
    return set(found[:_NEAR])


def _over(c: Comparison, words: list[int], scope: Span) -> bool:
    tokens = c.document.reading.tokens
    return any(scope.overlaps(tokens.span(c.aligned[i], c.aligned[i] + 1)) for i in words)


def _scopes(c: Comparison, sort: _Sort) -> Iterator[tuple[Span, Span]]:
    """Yield what in the sentence tells that an act of a sort has not been done, and what it reaches."""
    text, (start, end) = c.document.text, c.sentence.span
    for cues, forward, backward in (
        (sort.forward, True, False),
        (sort.backward, False, True),
        (sort.around, True, True),
    ):
        for cue in _pattern(cues).finditer(text, start, end) if cues else ():
            first, last = cue.start(), cue.end()
            if forward:
                stop = _STOP.search(text, cue.end(), min(end, cue.end() + _REACH))
                last = stop.start() if stop else min(end, cue.end() + _REACH)
            if backward:
                near = max(start, cue.start() - _REACH)
                stops = [m.end() for m in _STOP.finditer(text, near, cue.start())]
                first = near if sort in (_ANSWERED, _COMMITTED) else (stops[-1] if stops else near)
            yield Span(*cue.span()), Span(first if backward else cue.end(), last)


def compare_undone(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, an act that the claim tells as done and the sentence as left open, awaited or kept away from."""
    if (opened := _open_to_all(c)) is not None:
        message = f"the source has “{' '.join(c.document.text[opened.start : opened.end].split())}”"
        yield Difference(Verdict.REVIEW, "negation_dropped", message, opened)
        return
    if c.coverage < _ABOUT:
        return
    for sort in _SORTS:
        acts = [i for i in _acts(c, sort) if not _hedged(c, i)] if sort.told else []
        if not acts or sort.cues.search(c.claim.text):
            continue
        if sort is _GIVEN_UP and _PLANNED.search(c.claim.text):
            continue  # what was given up had been planned
        for cue, scope in _scopes(c, sort):
            if _settles(c, sort, acts, cue, scope):
                words = " ".join(c.document.text[cue.start : cue.end].split())
                message = f"the source has “{words}” of it"
                yield Difference(Verdict.REVIEW, "negation_dropped", message, cue)
                return


_SHUTTING = frozenset("limited reserved restricted confined exclusively open".split())
_SHUT_TO = re.compile(
    r"\b(?:limited|reserved|restricted|confined|exclusively\s+open|open\s+only)\s+(?:to|for)\b", re.IGNORECASE
)
_OPENED = re.compile(
    r"\bopen\s+to\s+(?:all|any|every\w*|both|each|the\s+(?:general\s+)?public)\b", re.IGNORECASE
)


def _open_to_all(c: Comparison) -> Span | None:
    """Return where the sentence tells as open to all what the claim tells, without denying it, as reserved for some."""
    shut = _SHUT_TO.search(c.claim.text) if not _SHUTTING.isdisjoint(c.claim.tokens.forms) else None
    opened = _OPENED.search(c.document.text, *c.sentence.span) if shut else None
    if shut is None or opened is None or not c.aligned or _SHUT_TO.search(c.sentence.text):
        return None
    span = Span(*shut.span())
    denied = any(o.operation in DENYING and o.scope.overlaps(span) for o in c.claim.operators)
    return None if denied else Span(*opened.span())


def _acts(c: Comparison, sort: _Sort) -> list[int]:
    if sort.stems.isdisjoint(c.claim.stems):
        return []
    return [i for i, one in enumerate(c.claim.stems) if one in sort.stems and not _of_noun(c, sort, i)]


def _of_noun(c: Comparison, sort: _Sort, i: int) -> bool:
    """Whether "have" only helps another verb."""
    if sort is not _HAD:
        return False
    tokens = c.claim.tokens
    behind = [tokens.form(k) for k in range(i + 1, min(len(tokens), i + 3))]
    return any(form.endswith(("ed", "en")) or form in ("been", "not", "no", "to") for form in behind[:2])


def _hedged(c: Comparison, i: int) -> bool:
    return any(
        o.operation is not Operation.DISPUTED and o.scope.overlaps(c.claim.span(i)) for o in c.claim.operators
    ) or bool(_AHEAD.search(c.claim.text, max(0, c.claim.span(i).start - 25), c.claim.span(i).start))


def _settles(c: Comparison, sort: _Sort, acts: list[int], cue: Span, scope: Span) -> bool:
    """Whether words that leave an act open reach most of what the claim says, and nothing tells the act besides."""
    tokens = c.document.reading.tokens
    if _FACTIVE.search(c.document.text, cue.start, cue.end):
        return False
    for i in acts:
        for at in c.places(c.claim.keys(i)):
            if not scope.overlaps(tokens.span(at, at + 1)) and not cue.overlaps(tokens.span(at, at + 1)):
                return False
    others = [at for i, at in c.aligned.items() if i not in acts]
    reached = sum(scope.overlaps(tokens.span(at, at + 1)) for at in others)
    return bool(others) and 2 * reached > len(others)
