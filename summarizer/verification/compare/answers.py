"""What an answer does to the question before it: "Has Bern promised to pay? No." tells that Bern has not.

A question tells nothing by itself. With its answer, a particle or a verb left out, it is an assertion or a denial of whoever
answers (Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 10). The answer may stand in the next
sentence or turn, or be told of: "asked whether Bern had paid, she said no".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from summarizer.patterns import late_regex
from summarizer.reading.polarity import Operation, Operator
from summarizer.reading.sentences import Sentence
from summarizer.reading.stems import stem
from summarizer.reading.words import is_function_word
from summarizer.source import Span
from summarizer.verification.claims.claim import Claim
from summarizer.verification.context import Document, remembered
from summarizer.verification.who.identity import matches


class Reply(StrEnum):
    """What an answer makes of what was asked."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what it makes of the stretch `asked` of the sentence before it, by which words, in which sentence."""

    reply: Reply
    asked: Span
    cue: Span
    sentence: Sentence
    own_voice: bool  # who answers says what was asked in their own words: "No."
    bid: Span | None = None  # what asks somebody to do what was asked, or offers to: "Could you …?"
    inverted: bool = False  # the question has a "not" that asks nothing of its own: "Didn't you promise …?"


_AUX = r"(?:am|is|are|was|were|do|does|did|have|has|had|will|would|can|could|should|must)"
_WHO = r"(?:i|we|he|she|it|they|there|that|this|(?:the|my|our|his|her)\s+[\w’'-]+|[A-Z][\w’'-]+)"
_END = r"(?=\s*(?:[.,;:!—–\"”]|-\s|$))"
_NO = (
    rf"(?:oh,?\s+|well,?\s+)?(?:no|nope|never|not\s+(?:at\s+all|really|yet|now|so\s+far|exactly|necessarily|this\s+\w+|today|tonight|for\s+now|at\s+(?:this|the)\s+\w+)|(?:certainly|absolutely|definitely|of\s+course|probably|surely)\s+not"
    rf"|by\s+no\s+means|far\s+from\s+it|on\s+the\s+contrary|that(?:['’]s|\s+is)\s+(?:simply\s+|just\s+|completely\s+)?(?:not\s+(?:true|correct|right|so|the\s+case)|false|untrue|wrong|nonsense|rubbish|a\s+lie|incorrect)|i\s+(?:don['’]t|do\s+not)\s+(?:think|believe)\s+so|i['’]d\s+rather\s+not|i['’]m\s+afraid\s+not|no\s+(?:way|chance)"
    rf"|(?i:{_WHO})\s+(?:{_AUX}(?:n['’]t|\s+not)|cannot|can['’]t|won['’]t)){_END}"
)
_YES = (
    rf"(?:oh,?\s+|well,?\s+)?(?:yes|yeah|yep|of\s+course|certainly|absolutely|definitely|indeed|correct|exactly|sure|right|that(?:['’]s|\s+is)\s+(?:right|correct|true|so)"
    rf"|of\s+course\s+(?:i|we|he|she|it|they)\s+{_AUX}|(?:at\s+some\s+(?:point|stage)|eventually|sooner\s+or\s+later|one\s+day|in\s+the\s+end),?\s+(?:yes|yeah)|(?i:{_WHO})\s+{_AUX}|(?:no\s+problem|with\s+pleasure|my\s+pleasure|gladly|happy\s+to|fine(?:\s+by\s+me|\s+with\s+me)?|ok|okay|all\s+right|you\s+bet|sounds\s+good|good\s+idea|great|deal|agreed|will\s+do|why\s+not"
    rf"|i['’]d\s+(?:love|like|be\s+(?:glad|happy))\s+to)(?!,?\s+but\b)){_END}"
)
_PERHAPS = rf"(?:(?:at\s+some\s+(?:point|stage)|one\s+day|some\s+day|eventually),?\s+)?(?:perhaps|maybe|possibly|probably|(?:he|she|it|we|they|i)\s+(?:may|might|could)){_END}"
_REPLIES = late_regex(
    rf"[\s\"“‘'—–-]*(?:(?P<no>{_NO})|(?P<perhaps>{_PERHAPS})|(?P<yes>{_YES}))", re.IGNORECASE
)
# "Didn't you promise …?" asks the same as "Did you promise …?"; "You did not promise?" asks for the denial.
_INVERTED = late_regex(
    rf"[\s\"“‘'—–-]*(?:(?:and|but|so|then|well|now),?\s+)?(?:{_AUX}n['’]t|{_AUX}\s+\w+\s+not)\b",
    re.IGNORECASE,
)
# A question may ask somebody to do something, or offer to (Searle, Indirect speech acts, 1975).
_BIDS = late_regex(
    r"\b(?:(?:can|could|will|would|won[’']t)\s+(?:you|u|we|I)|(?:do\s+(?:you|u)\s+)?(?:want|fancy|feel\s+like|mind)|shall\s+(?:we|I)|should\s+we|"
    r"why\s+(?:don[’']t\s+(?:we|you|I)|not)|(?:how|what)\s+about|wanna|let[’']s|may\s+I)\b",
    re.IGNORECASE,
)
_CONFIRMS = late_regex(
    r"[\s\"“]*(?:that(?:['’]s|\s+is)\s+(?:right|correct|true|so)|exactly|correct|right)\b", re.IGNORECASE
)
# Who tells of an answer: "she said no", "the minister replied that it had not", "he denied this", "nodded".
_REPLIED = (
    r"(?P<no>(?:said|says|answered|answers|replied|replies|responded|responds)\s+(?:that\s+)?[\"“‘']?(?:no|never|not\s+(?:yet|at\s+all)|certainly\s+not|of\s+course\s+not)(?=\s*(?:[.,;!\"”’']|when\b|to\b|and\b|$))"
    rf"|(?:said|says|answered|replied|responded)\s+(?:that\s+)?(?i:{_WHO})\s+(?:{_AUX}(?:n['’]t|\s+not)|could\s+not|would\s+not)(?=\s*(?:[.,;!\"”]|when\b|$))"
    r"|(?:answered|replied|responded)\s+in\s+the\s+negative|(?:denied|denies|rejected|dismissed)\s+(?:it|this|that)\b|shook\s+(?:his|her|their)\s+heads?)"
    r"|(?P<yes>(?:said|says|answered|answers|replied|replies|responded|responds)\s+(?:that\s+)?[\"“‘']?(?:yes|yeah|of\s+course|certainly|absolutely)(?=\s*(?:[.,;!\"”’']|when\b|to\b|and\b|$))"
    rf"|(?:said|says|answered|replied|responded)\s+(?:that\s+)?(?i:{_WHO})\s+{_AUX}(?=\s*(?:[.;!\"”]|when\b|$))"
    r"|(?:answered|replied|responded)\s+in\s+the\s+affirmative|confirmed\s+(?:it|this|that)\b|nodded)"
)
_TOLD_REPLY = late_regex(_REPLIED, re.IGNORECASE)
_SUBJECT = late_regex(r"[^,;:.]{1,80}?\s+(?:\w+ly\s+)?$")
_ASKS = late_regex(
    r"\b(?:ask(?:s|ed|ing)?|inquir(?:e[sd]?|ing)|enquir(?:e[sd]?|ing)|want(?:s|ed)?\s+to\s+know|question(?:s|ed)?|wonder(?:s|ed)?|quer(?:y|ied))\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_RESTATED = 0.6  # share of the words of a question that another's full answer says again
_SAME = 0.5  # share of the words of a question that an answer repeats which takes its particle back


@remembered
def answer_to(document: Document, number: int) -> Answer | None:
    """Return the answer that the text gives to a sentence; None where it asks nothing or is not answered plainly."""
    sentences = document.reading.sentences
    sentence = sentences[number - 1]
    behind = sentences[number] if number < len(sentences) and not sentences[number].furniture else None
    told = _told(document, sentence, behind)
    if told is not None or behind is None or not _puts(document, sentence, behind):
        return told
    start = _words_from(behind)
    match = _REPLIES.match(document.text, start, behind.span.end)
    reply = _reply(match)
    asks = any(o.operation is Operation.QUESTION for o in document.reading.operators(sentence))
    if not asks and reply is not Reply.NO:
        return None  # who agrees with what another said adds nothing to it
    if match is None and asks:
        return _restated(document, sentence, behind)
    if match is None or reply is None or _takes_back(document, sentence, behind, match.end()):
        return None
    inverted = _INVERTED.match(document.text, _words_from(sentence)) is not None
    if _denies(document, sentence) and not inverted:
        if reply is Reply.PERHAPS or (reply is Reply.YES and not _CONFIRMS.match(document.text, start)):
            return None  # "You did not pay? Yes.": nobody knows
        reply = Reply.YES
    bid = bid_in(document.text, sentence.span)
    return Answer(
        reply, sentence.span, Span(*match.span()), behind, own_voice=True, bid=bid, inverted=inverted
    )


def _reply(match: re.Match[str] | None) -> Reply | None:
    return next((Reply(name) for name, words in match.groupdict().items() if words), None) if match else None


def _puts(document: Document, sentence: Sentence, behind: Sentence) -> bool:
    """Whether a sentence is put to whoever speaks behind it: a question, or the last words of another's turn."""
    if any(o.operation is Operation.QUESTION for o in document.reading.operators(sentence)):
        return True
    here, there = sentence.block.speaker, behind.block.speaker
    return here is not None and there is not None and here != there and sentence.block is not behind.block


def _words_from(sentence: Sentence) -> int:
    """Return where the words of a sentence begin, behind the label of its turn."""
    label = sentence.block.label
    start = sentence.span.start
    if label is not None and sentence.span.contains(label):
        start = label.end
        start += len(sentence.text[start - sentence.span.start :]) - len(
            sentence.text[start - sentence.span.start :].lstrip(" :.\t\n—–-")
        )
    return start


def _denies(document: Document, sentence: Sentence) -> bool:
    return any(o.operation is Operation.NEGATION for o in document.reading.operators(sentence))


def _takes_back(document: Document, sentence: Sentence, behind: Sentence, at: int) -> bool:
    """Whether an answer goes on by telling plainly what its "No" would deny: "No, he's going to go"."""
    tokens = document.reading.tokens
    asked = {
        stem(tokens.form(i)) for i in tokens.within(sentence.span) if not is_function_word(tokens.form(i))
    }
    rest = Span(at, behind.span.end)
    told = {stem(tokens.form(i)) for i in tokens.within(rest) if not is_function_word(tokens.form(i))}
    denied = any(
        o.operation in (Operation.NEGATION, Operation.DENIAL) and rest.contains(o.cue)
        for o in document.reading.operators(behind)
    )
    return bool(asked) and len(asked & told) >= _SAME * min(len(asked), 3) and not denied


def _restated(document: Document, sentence: Sentence, behind: Sentence) -> Answer | None:
    """Return the answer of another who says again what was asked: "Did you name Bern?" "We did not name Bern"."""
    if sentence.block.speaker is None or sentence.block.speaker == behind.block.speaker:
        return None
    tokens = document.reading.tokens
    last = document.reading.operators(sentence)
    asked_at = next((o.scope for o in last if o.operation is Operation.QUESTION), sentence.span)
    asked = {stem(tokens.form(i)) for i in tokens.within(asked_at) if not is_function_word(tokens.form(i))}
    places = [i for i in tokens.within(behind.span) if stem(tokens.form(i)) in asked]
    if len(places) < 2 or len({stem(tokens.form(i)) for i in places}) < _RESTATED * len(asked):
        return None
    over = [
        o
        for o in document.reading.operators(behind)
        if sum(o.scope.overlaps(tokens.span(i, i + 1)) for i in places) * 2 > len(places)
    ]
    denied = [o for o in over if o.operation in (Operation.NEGATION, Operation.DENIAL)]
    if len(over) > len(denied) or len(denied) > 1 or _denies(document, sentence):
        return None
    cue = denied[0].cue if denied else tokens.span(places[0], places[-1] + 1)
    return Answer(Reply.NO if denied else Reply.YES, asked_at, cue, behind, own_voice=True)


# -- answers that are told of ------------------------------------------------------------------------


def only_asks(claim: Claim) -> bool:
    """Whether a claim tells no more than that something was asked: "a reporter asked whether the bridge would close"."""
    if is_question(claim):
        return True
    if (bid := _TELLS_BID.search(claim.text)) is not None:
        return not _ANSWERS.search(claim.text, bid.end())
    asked = next((o for o in claim.operators if _is_asked(claim.text, o)), None)
    return asked is not None and not _ANSWERS.search(claim.text, asked.cue.end)


# What somebody asked of another, or offered, whatever the answer.
_TELLS_BID = re.compile(
    r"\b(?:ask(?:s|ed)?\s+(?:[\w.’'-]+\s+){1,4}to|(?:invite|offer|suggest|propose|urge|request)(?:s|d|ed)?)\b",
    re.IGNORECASE,
)
# The content of "asked if she would come"; "if she comes, …" is a condition.
_EMBEDDED = re.compile(r"\s*(?:whether\b|if\b(?=[^,;]*$))", re.IGNORECASE)


def is_question(claim: Claim) -> bool:
    """Whether a claim is the content of an indirect question, the verb that asks it left out."""
    return _EMBEDDED.match(claim.text) is not None


_ANSWERS = late_regex(
    r"\b(?:sa(?:y|ys|id)|repl(?:y|ies|ied)|answer\w*|respond\w*|den(?:y|ies|ied)|confirm\w*|no|not|yes)\b|n['’]t\b",
    re.IGNORECASE,
)


def _told(document: Document, sentence: Sentence, behind: Sentence | None) -> Answer | None:
    """Return an answer that is told of, in the sentence that tells the question or at the head of the next."""
    asked = next((o for o in document.reading.operators(sentence) if _is_asked(document.text, o)), None)
    if asked is None:
        return None
    text = document.text
    match = _TOLD_REPLY.search(text, asked.cue.end, sentence.span.end) or _TOLD_REPLY.search(
        text, sentence.span.start, asked.cue.start
    )
    where = sentence
    if match is None and behind is not None and (match := _TOLD_REPLY.search(text, *behind.span)):
        where = behind
        if not _SUBJECT.fullmatch(text, behind.span.start, match.start()):
            return None
    reply = _reply(match)
    if match is None or reply is None:
        return None
    cue = Span(*match.span())
    end = sentence.span.end
    if where is sentence and cue.start > asked.cue.end:
        end = text.rfind(",", asked.cue.end, cue.start)
        end = end if end > 0 else cue.start
    return Answer(reply, Span(asked.cue.end, end), cue, where, own_voice=False)


def _is_asked(text: str, operator: Operator) -> bool:
    cue = text[operator.cue.start : operator.cue.end].casefold()
    near = text[max(0, operator.cue.start - 90) : operator.cue.start]
    return operator.operation is Operation.CONDITION and cue in ("whether", "if") and bool(_ASKS.search(near))


# -- what a question says with its answer ------------------------------------------------------------


def bid_in(text: str, span: Span) -> Span | None:
    """Return the words by which a sentence asks somebody to do something, offers to, or suggests it."""
    match = _BIDS.search(text, *span)
    return Span(*match.span()) if match else None


def _plainly(operators: Sequence[Operator], text: str, span: Span) -> tuple[Operator, ...]:
    """Return the operators of a sentence without the denial that only suggests: "Why don't we …?"."""
    asks = any(o.operation is Operation.QUESTION for o in operators)
    denies = asks and any(o.operation is Operation.NEGATION for o in operators)
    bid = bid_in(text, span) if denies else None
    return tuple(
        o for o in operators if not (bid and o.operation is Operation.NEGATION and o.cue.overlaps(bid))
    )


def told_operators(document: Document, sentence: Sentence, answer: Answer | None) -> tuple[Operator, ...]:
    """Return the operators of a sentence by what it does, as the answer to what it asks leaves them."""
    operators = document.reading.operators(sentence)
    return with_answer(_plainly(operators, document.text, sentence.span), answer)


def with_answer(operators: Sequence[Operator], answer: Answer | None) -> tuple[Operator, ...]:
    """Return the operators of a sentence as its answer leaves them: what was asked is told, denied or held possible."""
    if answer is None:
        return tuple(operators)
    asking = (Operation.QUESTION, Operation.CONDITION, Operation.CONSEQUENCE)
    kept = [
        o
        for o in operators
        if not (o.operation in asking and (answer.own_voice or o.scope.overlaps(answer.asked)))
        and not o.cue.overlaps(answer.cue)
        and o.operation is not Operation.QUESTION
        and not (answer.inverted and o.operation is Operation.NEGATION)
        and not (answer.bid is not None and o.cue.overlaps(answer.bid))
    ]
    if answer.reply is Reply.NO:
        kept.append(Operator(Operation.NEGATION, answer.cue, answer.asked))
    elif answer.reply is Reply.PERHAPS:
        kept.append(Operator(Operation.POSSIBILITY, answer.cue, answer.asked))
    return tuple(kept)


def answered_by(document: Document, answer: Answer | None, speaker: str) -> bool:
    """Whether an answer that is told of is told of a speaker: "Mr Viik said it had not"."""
    if answer is None or answer.own_voice:
        return False
    before = [n for n in document.identities.in_sentence(answer.sentence) if n.span.end <= answer.cue.start]
    return bool(before) and matches(before[-1], document.identities.given(speaker))
