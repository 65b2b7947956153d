"""Compares what a claim says was agreed, decided, promised or proposed with what the passage tells was.

A verb that binds or proposes is cheap to repeat: every readout has one. What it binds to is the claim. So the deed
must stand in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation
from summarizer.reading.stems import stem, stems
from summarizer.reading.wording import Tokens
from summarizer.reading.words import Concept, Concepts
from summarizer.report import Verdict
from summarizer.verification.compare.order import before_verb
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

# Verbs that bind whoever says them, or put something to others.
_BINDING = "agree decide resolve pledge promise vow undertake commit guarantee propose offer announce approve settle choose determine"
# "Resolve a dispute", "settle a bill": these bind only with a deed or a clause behind them.
_ONLY_WITH_DEED = "resolve settle determine choose"
_NOUN_ENDINGS = ("ment", "ments", "al", "als", "ion", "ions", "ation", "er", "ers")
# What the deed begins with: "agreed to", "agreed in Geneva on"; "announced a".
_LEADS = frozenset("to that on upon during in at with by".split())
_ARTICLES = frozenset("a an the its their his her our".split())
# Before a participle that describes a noun: "the agreed sequence".
_DETERMINERS = frozenset("the a an its their his her our this that these those any each".split())
# Where the deed ends: a clause of its own, or what is told beside it.
_DEED_END = late_regex(
    r";|:|,\s+(?:and|but|while|whereas|which|who|so|as|according)\b|\s(?:while|whereas|but|because|although)\s"
)
_TOLD = 0.5  # share of the deed's words, by weight, that the sentence must have


def compare_commitment(c: Comparison) -> Iterator[Difference]:
    """Yield, for review, the deeds that the claim says were bound to or proposed and the sentence does not tell."""
    for at in _verbs(c):
        deed = _deed(c, at)
        if len(deed) and c.told(deed) < _TOLD:
            missing = ", ".join(f"“{one.form}”" for one in deed.each if one in c.missing)
            message = f"what “{c.claim.tokens.form(at)}” leads to is not told here: {missing}"
            yield Difference(Verdict.REVIEW, "deed_not_told", message, c.sentence.span)
        elif len(deed) and not _told_as_act(c, at) and not _agrees(c) and (weak := _only_weak(c)):
            message = f"the passage tells only of “{weak}”, not that it was “{c.claim.tokens.form(at)}”"
            yield Difference(Verdict.REVIEW, "commitment_stronger", message, c.sentence.span)
    yield from _willed(c)
    yield from _talked_of(c)
    yield from _softened(c)
    yield from _weighed_only(c)
    yield from _done_already(c)
    yield from _made_whole(c)


def _agrees(c: Comparison) -> bool:
    """Whether the answer to what somebody is asked to do binds: "Could you …?" "Sure."."""
    return c.answer is not None and c.answer.bid is not None and c.answer.reply == "yes"


def _verbs(c: Comparison) -> Iterator[int]:
    """Yield the tokens of the claim that bind or propose, told as done."""
    tokens, told = c.claim.tokens, c.claim.stems
    for at in range(len(tokens) - 1):
        put_forward = at and told[at - 1] == "put" and tokens.form(at) == "forward"
        if put_forward or (told[at] in stems(_BINDING) and _binds(tokens, at) and not _denied(c, at)):
            yield at


# What makes sure that something is or will be done, and what only wishes for it, weighs it or makes it possible.
_SURE = late_regex(
    r"\b(?:will|shall|agree(?:s|d|ing)?|(?:an?|in|their|full)\s+agreement|agreement\s+(?:to|that|was)|decid\w+|decision|commit\w*|pledg\w+|promis\w+|vow\w*|undert\w+|resolv\w+|guarante(?:ed|eing)|guarantees?\s+(?:that|to|the|an?|its|their|his|her)\b|approv\w+|announc\w+|accept\w*|consensus|concur\w*|adopt\w*"
    r"|determined|assur\w+|understanding)\b|[’']ll\b",
    re.IGNORECASE,
)
_WEAK = late_regex(
    r"\b(?:ready|readiness|willing\w*|prepared(?=\s+to)|hop(?:e[sd]?|ing)|wish\w*|want\w*|desire\w*|interest(?:ed)?\s+in|(?-i:may)|might|could|can|possib\w+|potential\w*|consider\w*|contemplat\w+|weigh\w*|explor\w+|stud(?:y|ied|ies|ying)"
    r"|examin\w+|discuss\w*|debat\w+|look(?:s|ed|ing)?\s+(?:at|into)|propos\w+|suggest\w*|recommend\w*|intend\w*|intention\w*|aim\w*|seek\w*|sought|try|tries|trying|plan\w*|should|ought|need\w*|important|importance|necess\w+"
    r"|call(?:s|ed|ing)?\s+(?:for|on)|urg\w+|would|favou?r\w*|support\w*|encourag\w+|ask\w*|request\w*|reasons?\s+to|option\w*|idea\w*|whether|if)\b",
    re.IGNORECASE,
)
_PROMISING = "pledge promise vow undertake commit guarantee announce"


def promised(form: str, text: str) -> bool:
    """Whether a verb of promising says what "will" says in a sentence: whoever announces a deed of their own binds themselves."""
    return stem(form) in stems(_PROMISING) and bool(_BOUND.search(text) or _GOING.search(text))


_GOING = late_regex(r"\b(?:I|we)(?:[’']m|[’']re|\s+am|\s+are)\s+going\s+to\b", re.IGNORECASE)
_BOUND = late_regex(r"\b(?:will|shall)\b|[’']ll\b", re.IGNORECASE)


def _only_weak(c: Comparison) -> str:
    """Return the word by which the sentence only wishes, weighs or makes possible; nothing where it makes anything sure."""
    told = _clause_told(c)
    weak = _WEAK.search(told)
    return weak[0] if weak and not _SURE.search(told) else ""


_CONTRAST = late_regex(r",\s+but\b|;")


def _clause_told(c: Comparison) -> str:
    """Return what the claim retells of a sentence that sets two things against each other: "…, but I would ask …"."""
    text, start = c.sentence.text, c.sentence.span.start
    cut = _CONTRAST.search(text)
    if cut is None or not c.aligned:
        return text
    starts = c.document.reading.tokens.starts
    behind = sum(starts[at] >= start + cut.start() for at in c.aligned.values())
    if 4 * behind >= 3 * len(c.aligned):
        return text[cut.end() :]
    return text[: cut.start()] if 4 * behind <= len(c.aligned) else text


# What says of a deed itself that it is only weighed, wished or possible.
_UNSURE = late_regex(
    r"\b(?:ready|readiness|willing\w*|prepared(?=\s+to)|hop(?:e[sd]?|ing)|wish\w*|want\w*|(?-i:may)|might|could|possib\w+|consider\w*|contemplat\w+|weigh\w*|explor\w+|stud(?:y|ied|ies|ying)|"
    r"examin\w+|assess\w*|discuss\w*|debat\w+|look(?:s|ed|ing)?\s+(?:at|into)|propos\w+|suggest\w*|intend\w*|intention\w*|plan\w*|whether|option\w*)\b",
    re.IGNORECASE,
)
_TO_WEIGH = late_regex(
    r"\b(?:will|shall|would|may|might|could|to)\s+(?P<verb>consider|contemplate|weigh|explore|examine|study|assess|debate)\b",
    re.IGNORECASE,
)
_WEIGHING = late_regex(r"consider|contemplat|weigh|explor|examin|stud|assess|debat|discuss")


def _weighed_only(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells as only considered and the sentence as sure: "would consider going" for "will go"."""
    wishes = [o.cue for o in c.claim.operators if o.operation is Operation.WISH]
    cues = [c.claim.text[cue.start : cue.end] for cue in wishes]
    cues += [match["verb"] for match in _TO_WEIGH.finditer(c.claim.text)]
    weighing = [cue for cue in dict.fromkeys(cues) if _WEIGHING.match(cue.casefold())]
    if not weighing or _UNSURE.search(c.sentence.text) or not (sure := _SURE.search(c.sentence.text)):
        return
    for cue in weighing:
        message = f"the source has “{sure[0]}”, not “{cue}”"
        yield Difference(Verdict.REVIEW, "commitment_weaker", message, c.sentence.span)


_AGREEMENT = late_regex(r"agreements?\b(?!\s+(?:to|that|was|were|has|had|is)\b)", re.IGNORECASE)


def _told_as_act(c: Comparison, at: int) -> bool:
    """Whether the sentence has a verb of binding as an act: "binding agreements" are a thing that somebody may want."""
    place = c.aligned.get(at)
    if place is None:
        return False
    return _AGREEMENT.match(c.document.text, c.document.reading.tokens.starts[place]) is None


# What leaves open whether anything is done: asking, weighing and possibility. An intention may be told with "will".
_OPEN = late_regex(
    r"\b(?:would|(?-i:may)|might|could|should|ask(?:s|ed|ing)?|urg\w+|propos\w+|suggest\w*|recommend\w*|consider\w*|explor\w+|discuss\w*|look(?:s|ed|ing)?\s+(?:at|into)|call(?:s|ed|ing)?\s+(?:for|on))\b",
    re.IGNORECASE,
)


def _willed(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells as sure to be done and the sentence only asks for or weighs: "will be built", "would ask to look at"."""
    will = _BOUND.search(c.claim.text)
    if will is None:
        return
    behind = _first_behind(c, will.end())
    told = _clause_told(c)
    weak = _OPEN.search(told)
    if behind in c.missing and weak and not _SURE.search(told):
        message = f"the passage tells only of “{weak[0]}”, not that it “{will[0]}” be"
        yield Difference(Verdict.REVIEW, "commitment_stronger", message, c.sentence.span)


# What only leads up to a deed: talking and thinking about it.
_TALK = late_regex(
    r"\b(?:talk(?:s|ed|ing)?|discuss\w*|consider\w*|look(?:s|ed|ing)?\s+(?:at|into)|explor\w+|negotiat\w+|examin\w+|stud(?:y|ied|ies|ying)|think(?:s|ing)?\s+about|debat\w+)\b",
    re.IGNORECASE,
)
_WOULD = late_regex(
    r"\bwould\b(?!\s+(?:have|not|rather|like|love|prefer|want|wish|see|be)\b)|[’']d\b", re.IGNORECASE
)


def _talked_of(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim says would be done and the sentence only that it would be talked about: "cut" for "ready to talk about"."""
    would = _WOULD.search(c.claim.text)
    if would is None:
        return
    told = _clause_told(c)
    talk = _TALK.search(told) if not _TALK.search(c.claim.text) else None
    if talk and _WEAK.search(told[: talk.start()]) and _first_behind(c, would.end()) in c.missing:
        message = f"the passage tells only of “{talk[0]}”, not that it would be done"
        yield Difference(Verdict.REVIEW, "commitment_stronger", message, c.sentence.span)


def _first_behind(c: Comparison, place: int) -> Concept | None:
    """Return the first content word of the claim behind a place."""
    return next((one for one in c.claim.concepts.each if c.claim.tokens.starts[one.at] >= place), None)


_DONE = late_regex(r"\balready\b", re.IGNORECASE)
_PERFECT = late_regex(
    r"\balready\b|\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|now\s+)?\w+(?:ed|en|un|wn)\b|\b(?:was|were)\b",
    re.IGNORECASE,
)


def _done_already(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells as done already and the sentence only as wanted, asked for or to come."""
    if not _DONE.search(c.claim.text) or _PERFECT.search(c.sentence.text):
        return
    weak = _WEAK.search(c.sentence.text) or _BOUND.search(c.sentence.text)
    if weak:
        message = f"the passage has “{weak[0]}”, nothing that was done already"
        yield Difference(Verdict.REVIEW, "modality_dropped", message, c.sentence.span)


def _softened(c: Comparison) -> Iterator[Difference]:
    """Yield what the claim tells as merely possible and the sentence as sure: "may respond" for "will respond"."""
    tokens = c.document.reading.tokens
    for i, at in c.aligned.items() if not _MAY.isdisjoint(c.claim.tokens.forms) else ():
        own, theirs = before_verb(c.claim.tokens, i), before_verb(tokens, at)
        mine = next((f for f in own if f in _MAY), None) if _WILL.isdisjoint(own) else None
        told = next((f for f in theirs if f in _WILL), None)
        if mine and told and not _MAY.intersection(theirs):
            message = f"the source has “{told}”, not “{mine}”"
            yield Difference(Verdict.REVIEW, "modality_added", message, c.sentence.span)


_MAY = frozenset("may might could".split())
_WILL = frozenset("will shall must".split())
# Words that say how much of it was done, with those of the source that say so too.
_WHOLLY = late_regex(
    r"\b(?:fully|completely|entirely|totally|wholly|unconditionally|categorically|unreservedly|in\s+full|without\s+(?:any\s+)?(?:reservations?|conditions?|exception)|whatever(?!\s+(?:\w+\s+){1,4}?(?:say|says|said|write|writes|wrote|written|claim|claims|claimed|report|reports|reported|suggest|suggests|suggested|think|thinks|thought|believe[sd]?|told)\b)|regardless|irrespective|no\s+matter|come\s+what\s+may|at\s+any\s+(?:price|cost)|even\s+at\s+the\s+(?:expense|cost|price)|for\s+good|once\s+and\s+for\s+all|permanently|indefinitely)\b",
    re.IGNORECASE,
)
_ALL = late_regex(
    r"\b(?:full\w*|complete\w*|entire\w*|total\w*|whol\w+|un(?:condition|reserv|waver)\w+|categorical\w*|all|every|each|both|whatever|regardless|irrespective|matter|permanent\w*|indefinite\w*|forever|never|any|thorough\w*|absolute\w*|100)\b",
    re.IGNORECASE,
)


# Of which words each of what is looked for has one.
_WHOLE = frozenset(
    "fully completely entirely totally wholly unconditionally categorically unreservedly full without whatever regardless irrespective matter "
    "come price cost expense good all permanently indefinitely".split()
)
_PERSON = frozenset({"person", "personally"})
_IN_PERSON = late_regex(r"\bin\s+person\b|\bpersonally\b", re.IGNORECASE)
_BODILY = late_regex(
    r"\b(?:person\w*|present|face|himself|herself|themselves|physical\w*|me(?:e?t|ets|eting)|visit\w*|travel\w*|arriv\w*|came|attend\w*|own)\b",
    re.IGNORECASE,
)


def _made_whole(c: Comparison) -> Iterator[Difference]:
    """Yield the words by which the claim tells as whole, or done in person, what the sentence does not: "fully", "without reservation"."""
    for words, added, kin in ((_WHOLE, _WHOLLY, _ALL), (_PERSON, _IN_PERSON, _BODILY)):
        whole = added.search(c.claim.text) if not words.isdisjoint(c.claim.tokens.forms) else None
        if whole and not kin.search(c.sentence.text):
            message = f"the passage has no “{whole[0]}”"
            yield Difference(Verdict.REVIEW, "degree_added", message, c.sentence.span)


def _binds(tokens: Tokens, at: int) -> bool:
    """Whether a word that may bind or propose does so as a verb, by the one before it and the one behind it."""
    before, form, behind = tokens.form(at - 1) if at else "", tokens.form(at), tokens.form(at + 1)
    if form.endswith(_NOUN_ENDINGS) or before in _DETERMINERS:
        return False
    return behind in _LEADS or (behind in _ARTICLES and stem(form) not in stems(_ONLY_WITH_DEED))


def _denied(c: Comparison, at: int) -> bool:
    """Whether the claim denies that anything was bound to."""
    denials = (Operation.NEGATION, Operation.DENIAL)
    return any(o.operation in denials and o.scope.overlaps(c.claim.span(at)) for o in c.claim.operators)


def _deed(c: Comparison, at: int) -> Concepts:
    """Return the content words of the claim behind a verb, up to the end of what it governs."""
    start = c.claim.tokens.ends[at]
    end = _DEED_END.search(c.claim.text, start)
    last = end.start() if end else len(c.claim.text)
    return Concepts(
        tuple(one for one in c.claim.concepts.each if start <= c.claim.tokens.starts[one.at] < last)
    )
