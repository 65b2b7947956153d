"""What follows by logic from a limit, a manner or an open question, told as a denial: the converses.

"Only the islanders may decide" says that no outsider may; "only in calm weather" says that not in a storm; "jointly
with the ports" says not alone and not without them; "continue to look into the date" says that it is not yet settled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.opposites import opposed, sides_at
from summarizer.reading.polarity import DENYING, Operator
from summarizer.reading.stems import stem, stems
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.compare.prefixes import hyphened, reversed_by_prefix

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_ABOUT = 0.33  # coverage from which a sentence speaks of what the claim does


def told_by_converse(c: Comparison, denial: Operator) -> bool:
    """Whether the denial follows from a limit, a manner or an open question that the sentence tells."""
    if _BUT.match(c.claim.text, denial.cue.end) or _NOT_COUNTED.match(c.claim.text, denial.cue.end):
        return _nobody_but(c, denial)
    return (
        _others_excluded(c, denial)
        or _other_conditions(c, denial)
        or _together(c, denial)
        or _open(c, denial)
        or _contraposed(c)
        or _bounded_in_time(c, denial)
        or told_as_first(c, denial)
        or _other_office(c, denial)
    )


# -- "only" ------------------------------------------------------------------------------------------

_ONLY_SOME = re.compile(
    r"\b(?:only|solely|exclusively|alone|no(?:body|\s+one|ne)\s+but|themselves)\b", re.IGNORECASE
)
_CLAUSE_ENDS = late_regex(r";|,?\s\b(?:whereas|while|but|although)\b", re.IGNORECASE)
# All others than those whom the source lets: "no outside power", "outsiders", "nobody else".
_OTHERS = re.compile(
    r"\b(?:outsiders?|outside|foreign(?:ers)?|external|others?|any(?:one|body)\s+else|no(?:body|\s+one)\s+else|third\s+(?:part(?:y|ies)|countries|states)|from\s+(?:outside|abroad))\b",
    re.IGNORECASE,
)


def _others_excluded(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies to others what the sentence gives to some alone."""
    others, only = _OTHERS.search(c.claim.text), _ONLY_SOME.search(c.sentence.text)
    if others is None or only is None:
        return False
    rest = [one for one in c.claim.concepts.each if c.claim.tokens.starts[one.at] >= others.end()]
    ended = _CLAUSE_ENDS.search(c.sentence.text, only.end())
    stop = c.sentence.span.start + (ended.start() if ended else len(c.sentence.text))
    clause = c.document.reading.tokens.within(Span(c.sentence.span.start, stop))
    told = sum(any(at in clause for at in c.places(one.keys)) for one in rest)
    return bool(rest) and 2 * told >= len(rest) and _covers(denial, others, c)


def _covers(denial: Operator, others: re.Match[str], c: Comparison) -> bool:
    """Whether a denial governs the others: "no outside power may", "outsiders may not"."""
    near = c.claim.text[others.end() : denial.cue.start]
    behind = c.claim.text[denial.cue.end : others.start()]
    return denial.scope.overlaps(Span(*others.span())) or len((near or behind).split()) <= 6


_ONLY_IN = re.compile(
    r"\bonly\s+(?:in|under|with|on|by|through|when|if|after|once|where|via)\b", re.IGNORECASE
)
# "Does not depend on calm weather" is the denial of "only in calm weather" itself.
_DEPENDS = late_regex(
    r"\s+(?:\w+ly\s+)?(?:depend|hinge|rest|turn|require|need|presuppose|limited|confined|subject|conditional|contingent|tied)",
    re.IGNORECASE,
)


def _other_conditions(c: Comparison, denial: Operator) -> bool:
    """Whether what the claim denies is what the sentence lets happen only otherwise: "cannot … in a storm"."""
    only = _ONLY_IN.search(c.sentence.text)
    if only is None or _DEPENDS.match(c.claim.text, denial.cue.end):
        return False
    tokens, start = c.document.reading.tokens, c.sentence.span.start + only.start()
    theirs = [tokens.form(i) for i in tokens.within(Span(start, c.sentence.span.end))]
    told = [stem(form) for form in theirs]
    for i in c.claim.tokens.within(Span(denial.cue.end, len(c.claim.text))):
        form = c.claim.tokens.form(i)
        at = c.aligned.get(i)
        if at is not None and (hyphened(c.claim.tokens, i) or hyphened(tokens, at)):
            if hyphened(c.claim.tokens, i) != hyphened(tokens, at):
                return True  # "escalation" for "de-escalation"
            continue
        excluded = at is not None and any(
            o.operation in DENYING and o.scope.overlaps(tokens.span(at, at + 1)) for o in c.operators
        )
        mine = sides_at([stem(form)], 0)
        reverse = bool(mine) and any(opposed(mine, sides_at(told, k)) for k in range(len(told)))
        if excluded or reverse or any(reversed_by_prefix(form, other) for other in theirs):
            return True
    return False


# -- together ----------------------------------------------------------------------------------------

_APART = re.compile(
    r"\b(?:alone|single-?handed(?:ly)?|unilateral(?:ly)?|(?:on|by)\s+(?:its|their|his|her)\s+own|by\s+(?:itself|himself|herself|themselves)|behind\s+(?:the\s+)?[\w’' ]{0,30}backs?|over\s+(?:the\s+)?heads?\s+of"
    r"|without\s+(?:(?:first|prior|any|full|the)\s+)*(?:consult\w*|coordinat\w*|involv\w*|inform\w*|participat\w*|includ\w*|ask\w*|its\s+\w+|their\s+\w+)|in\s+isolation|separate(?:ly)?)\b",
    re.IGNORECASE,
)
_JOINTLY = late_regex(
    r"\b(?:in\s+(?:\w+\s+){0,2}(?:coordination|consultation|cooperation|concert|partnership|tandem|lockstep|conjunction|agreement)|together\s+with|jointly|(?:consultation|participation|involvement|inclusion)\s+(?:and\s+\w+\s+)?of|(?:consult|coordinat)\w*\s+(?:\w+\s+){0,3}with)\b",
    re.IGNORECASE,
)


def _together(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies that something is done apart which the sentence tells as done with others."""
    cue = c.claim.text[denial.cue.start : denial.cue.end].casefold()
    apart = _APART.search(c.claim.text, denial.cue.start if cue == "without" else denial.cue.end)
    if apart is None or not _JOINTLY.search(c.sentence.text):
        return False
    # "Without consulting its allies" is itself one of the two denials that cancel: another must govern it.
    outer = any(
        o.operation in DENYING and o.cue.start < apart.start() and o.scope.overlaps(Span(*apart.span()))
        for o in c.claim.operators
    )
    return outer or any(o.cue.start < denial.cue.start for o in c.claim.operators if o.operation in DENYING)


# -- what is still open ------------------------------------------------------------------------------

_SETTLED = re.compile(
    r"\b(?:settled?|fix(?:ed)?|decided?|determined?|finali[sz]ed?|resolved?|set|agreed(?:\s+(?:up)?on)?|completed?|concluded?|final|clear)\b",
    re.IGNORECASE,
)
_STILL_OPEN = late_regex(
    r"\b(?:continu\w+|still|further|keep|ongoing|remain\w*|yet)\s+(?:to\s+)?(?:be\s+)?(?:\w+\s+)?(?:look\w*\s+(?:at|into)|consider\w*|explor\w*|discuss\w*|negotiat\w*|work\w*|examin\w*|stud\w+|review\w*|develop\w*|settled|decided|determined|resolved|open)"
    r"|\b(?:agreed|undertook|promised|pledged|decided)\s+(?:\w+\s+)?to\s+(?:\w+ly\s+)?(?:consider|explore|study|examine|look\s+(?:at|into)|weigh|discuss)\b"
    r"|\bwill\s+(?:also\s+)?(?:propose|put\s+forward|suggest|ask\s+for|request|seek)\b"
    r"|\b(?:under\s+(?:consideration|review|discussion|negotiation)|to\s+be\s+(?:determined|decided|agreed|settled|fixed|set|announced|confirmed|finali[sz]ed|worked\s+out))\b",
    re.IGNORECASE,
)


def _open(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies that something is settled which the sentence tells as still being looked into."""
    if not _SETTLED.search(c.claim.text[denial.cue.end : denial.cue.end + 40]):
        return False
    return bool(_STILL_OPEN.search(c.sentence.text)) and c.coverage >= _ABOUT


# -- nobody but, and whoever does not ----------------------------------------------------------------

_BUT = re.compile(
    r"(?:\s+\w+)?\s+(?:but|except(?:\s+for)?|other\s+than|besides|save(?:\s+for)?|apart\s+from|aside\s+from)\s+(?P<who>[^,;.]{2,60})"
)
_NOT_COUNTED = re.compile(r"\s+(?:counting|including|to\s+count)\b")


def _nobody_but(c: Comparison, denial: Operator) -> bool:
    """Whether "nobody but X" stands for "only X", and "not counting X" sets X apart and denies nothing."""
    if _NOT_COUNTED.match(c.claim.text, denial.cue.end):
        return True
    but = _BUT.match(c.claim.text, denial.cue.end)
    only = _ONLY_SOME.search(c.sentence.text)
    if but is None or only is None:
        return False
    who, at = Span(*but.span("who")), c.sentence.span.start + only.start()
    words = [i for i in c.claim.tokens.within(who) if not is_function_word(c.claim.tokens.form(i))]
    places = [c.document.reading.tokens.starts[p] for i in words[:1] for p in c.places(c.claim.keys(i))]
    return any(abs(place - at) <= _NEAR_ONLY for place in places)


_NONE_BUT = late_regex(
    r"[^,;.]{0,60}?\b(?:but|except(?:\s+for)?|other\s+than|besides|save(?:\s+for)?|apart\s+from|aside\s+from)\s+(?P<who>[^,;.]{2,60})",
    re.IGNORECASE,
)


def told_as_only(c: Comparison, denial: Operator) -> bool:
    """Whether the claim tells with "only X" what the sentence denies of all but X: "no forces other than coast guards"."""
    only, but = (
        _ONLY_SOME.search(c.claim.text),
        _NONE_BUT.match(c.document.text, denial.cue.end, c.sentence.span.end),
    )
    if only is None or but is None:
        return False
    who, tokens = Span(*but.span("who")), c.document.reading.tokens
    spared = [i for i, at in c.aligned.items() if who.overlaps(tokens.span(at, at + 1))]
    return any(abs(c.claim.span(i).start - only.end()) <= _NEAR_ONLY for i in spared)


_NEAR_ONLY = 50  # characters around "only" in which those stand whom it means
_WHOEVER_NOT = late_regex(r"\b(?:that|who|which|those|if|when|where)\b[^,;]{0,30}$|\bwithout\b[^,;]*$")
_ONLY_THOSE = late_regex(r"\bonly\b", re.IGNORECASE)


def _contraposed(c: Comparison) -> bool:
    """Whether "those who do not … cannot" stands for "only those who … can": two denials, one of them of the condition."""
    denials = [o for o in c.claim.operators if o.operation in DENYING]
    if len(denials) != 2 or not _ONLY_THOSE.search(c.sentence.text):
        return False
    return bool(_WHOEVER_NOT.search(c.claim.text[: denials[0].cue.start]))


# -- limits in time ----------------------------------------------------------------------------------

_FOR_GOOD = re.compile(
    r"\b(?:permanent(?:ly)?|for\s+good|indefinite(?:ly)?|open-?ended|for\s+ever|forever|everlasting|lasting|definitive(?:ly)?|unlimited|without\s+limit)\b",
    re.IGNORECASE,
)
_LASTING = stems(
    "permanent permanently good indefinite indefinitely ended openended ever forever everlasting lasting definitive definitively unlimited limit"
)
_FOR_A_TIME = re.compile(
    r"\b(?:for\s+(?:an?\s+)?(?:initial|first|limited|interim|trial|transitional)|initial\s+period|for\s+(?:a\s+period\s+of\s+)?(?:\d+|two|three|four|five|six|seven|ten|twelve)\s+(?:hours?|days?|weeks?|months?|years?)"
    r"|temporar(?:y|ily)|provisional(?:ly)?|interim|until\s+(?:\d|[A-Z])|for\s+now|for\s+the\s+time\s+being|through\s+(?:\d{4}|[A-Z][a-z]+\s+\d))\b"
)


def _bounded_in_time(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies that something is for good which the sentence tells for a time."""
    near = c.claim.text[denial.cue.end : denial.cue.end + 60]
    return bool(_FOR_GOOD.search(near) and _FOR_A_TIME.search(c.sentence.text))


def unbounded(c: Comparison) -> bool:
    """Whether the claim tells for good what the sentence tells for a time only."""
    own = _FOR_GOOD.search(c.claim.text) if not _LASTING.isdisjoint(c.claim.stems) else None
    if own is None or any(
        o.operation in DENYING and o.scope.overlaps(Span(*own.span())) for o in c.claim.operators
    ):
        return False
    return bool(_FOR_A_TIME.search(c.sentence.text)) and not _FOR_GOOD.search(c.sentence.text)


# -- the first of its sort ---------------------------------------------------------------------------

_BEFORE = re.compile(
    r"\b(?:before|previous(?:ly)?|earlier|until\s+(?:then|now)|ever|prior|so\s+far|hitherto|in\s+the\s+past)\b|^never$",
    re.IGNORECASE,
)
_FIRST = late_regex(r"\b(?:first|first-ever|inaugural|unprecedented|never\s+before)\b", re.IGNORECASE)
_BEHIND_FIRST = 4  # words behind "first" among which stands what is the first of its sort


def told_as_first(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies that there was one before of what the sentence calls the first."""
    cue = c.claim.text[denial.cue.start : denial.cue.end]
    if not (_BEFORE.search(cue) or _BEFORE.search(c.claim.text, denial.cue.end)):
        return False
    if any(c.claim.tokens.starts[one.at] < denial.cue.start for one in c.missing):
        return False  # the first of somebody else's
    tokens = c.document.reading.tokens
    under = [at for i, at in c.aligned.items() if denial.scope.overlaps(c.claim.span(i))]
    for match in _FIRST.finditer(c.document.text, *c.sentence.span):
        at = tokens.within(Span(match.end(), c.sentence.span.end)).start
        if any(at <= place < at + _BEHIND_FIRST for place in under):
            return True
    return False


# -- another office ----------------------------------------------------------------------------------

_OFFICE = re.compile(
    r"\b(?P<office>(?:(?:[Pp]ermanent|[Pp]rime|[Ff]oreign|[Dd]eputy|[Vv]ice|[Ff]inance|[Dd]efen[cs]e|[Ii]nterior)\s+)*(?:secretar(?:y|ies)|ministers?|presidents?|premiers?|ambassadors?|envoys?|chancellors?|"
    r"kings?|leaders?|chairs?|commissioners?|governors?|mayors?))\b",
    re.IGNORECASE,
)
_OF_WHOM = late_regex(
    r"\s+(?:of|from|for)\s+(?:the\s+)?(?P<whose>[A-Z][\w’'-]*(?:\s+(?:&\s+)?[A-Z][\w’'-]*)*)"
)


def _other_office(c: Comparison, denial: Operator) -> bool:
    """Whether the claim denies an office to a state that the sentence gives another one: "the Premier of X" was there."""
    denied = _OFFICE.search(c.claim.text, denial.cue.end, min(len(c.claim.text), denial.cue.end + 80))
    if denied is None:
        return False
    office = " ".join(denied["office"].casefold().split()).rstrip("s")
    text = c.sentence.text
    for match in _OFFICE.finditer(text):
        whose = _OF_WHOM.match(text, match.end())
        told = " ".join(match["office"].casefold().split()).rstrip("s")
        if whose and told != office and whose["whose"] in c.claim.text:
            return True
    return False
