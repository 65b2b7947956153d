"""Compares who speaks with whom is spoken of: the label of a turn says it, and is no part of what it says.

What a claim tells as asked, offered, promised or refused is done by having the word (Austin, How to Do Things with Words, 1962):
whoever the turn is of does it, and an answer does what agrees or refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.reading.attribution.cues import CueClass, verb_cues
from summarizer.reading.attribution.words import AUXILIARIES, is_adverb
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.lexicon import HONORIFICS
from summarizer.reading.stems import stem, stems
from summarizer.report import Verdict
from summarizer.source import Span
from summarizer.verification.context import Document, remembered
from summarizer.verification.difference import Difference
from summarizer.verification.who.identity import Named, matches
from summarizer.verification.who.persons import speaks_of_persons

if TYPE_CHECKING:
    from summarizer.verification.compare.answers import Answer
    from summarizer.verification.compare.comparison import Comparison

_ACTS = stems(
    "ask tell say suggest offer promise invite thank apologise apologize urge advise warn remind congratulate greet recommend propose request "
    "reply answer respond wonder inquire query complain disagree explain"
)
# Verbs whose doer and partner are doers alike: who met whom, and who met with whom, is the same meeting.
MUTUAL = frozenset(
    "meet meets met meeting talk talks talked talking speak speaks spoke spoken converse conversed conversation confer conferred "
    "consult consulted negotiate negotiated discuss discussed exchange exchanged sign signs signed conclude concluded cooperate cooperated".split()
)
# What is done by an answer as well as by words of one's own.
_REPLIES = stems("agree accept refuse decline deny confirm admit concede consent acknowledge reject approve")
_ANSWERS = _REPLIES | stems(
    "reply answer respond say tell add explain dispute contradict rebut dismiss insist maintain stress concur"
)
_TALKING = re.compile(r"\?|\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
_OURS = re.compile(r"\b(?:we|our|ours|us|let['’]s)\b", re.IGNORECASE)
_TO = frozenset("to with of by from for the".split())
_TWO = 2


def compare_speech_acts(c: Comparison) -> Iterator[Difference]:
    """Yield who is told to have asked, offered or refused what another's turn does."""
    label = c.sentence.block.speaker
    if label is None or not is_talk(c.document):
        return
    for named in c.claim.names:
        at = _act_of(c, named)
        if at is None or _has_the_word(c, named, at) or (_reports(c) and not _opens(c, at)):
            continue
        if (answer := _reply(c, at)) is not None:
            label = answer.sentence.block.speaker or label
        told = " ".join(c.document.text[label.start : label.end].split())
        if _name_words(told) & _name_words(named.text):
            continue
        message = f"“{told}” has the word here, not “{named.text}”"
        yield Difference(Verdict.REVIEW, "speaker_mismatch", message, label)
        return


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", name.casefold())) - HONORIFICS


def _reports(c: Comparison) -> bool:
    """Whether a turn tells itself of somebody who speaks: "He said that it would matter"."""
    return any(_is_act(form) for form in c.forms)


def _opens(c: Comparison, at: int) -> bool:
    """Whether a turn begins by doing what the claim tells: "Thanks!"."""
    tokens, label = c.document.reading.tokens, c.sentence.block.label
    start = max(c.sentence.span.start, label.end if label else 0)
    return tokens.within(Span(start, c.sentence.span.end)).start in c.places(c.claim.keys(at))


def does_by_words(c: Comparison, named: Named) -> bool:
    """Whether a claim tells what somebody does by words, and the passage is a turn of theirs."""
    return (at := _act_of(c, named)) is not None and _has_the_word(c, named, at)


# What is done by the form of the words: whose turn it is does it.
_FORMS = {
    "thank": re.compile(r"\b(?:thanks?|thank\s+you|grateful)\b", re.IGNORECASE),
    "apologise apologize": re.compile(
        r"\b(?:sorry|apologies|apologi[sz]e|my\s+fault|forgive\s+me)\b", re.IGNORECASE
    ),
    "promise": re.compile(r"\bI(?:['’]ll|\s+will)\b"),
    "suggest propose": re.compile(
        r"\b(?:let['’]s|why\s+(?:don['’]t|not)|(?:how|what)\s+about|shall\s+we|should(?:n['’]t)?\s+we|you\s+(?:could|should|might))\b",
        re.IGNORECASE,
    ),
    "advise recommend": re.compile(
        r"\b(?:you\s+(?:should|ought\s+to|could|must|had\s+better)|you['’]d\s+better)\b", re.IGNORECASE
    ),
    "offer": re.compile(
        r"\b(?:(?:shall|can|could|may|should)\s+(?:I|we)|would\s+you\s+like|I(?:['’]ll|\s+can|\s+could))\b",
        re.IGNORECASE,
    ),
    "invite": re.compile(
        r"\b(?:would\s+you\s+like|(?:do\s+you\s+)?(?:want|fancy)|come|join)\b", re.IGNORECASE
    ),
}
_FORM_OF = {one: form for verbs, form in _FORMS.items() for one in stems(verbs)}
_ASKS = stems("ask")
_AGREES = stems("agree accept consent")


def done_by_form(c: Comparison, at: int) -> bool:
    """Whether a turn does by its form what a verb of the claim tells: "Shall I …?" offers, "Could you …?" "Sure." agrees."""
    if c.sentence.block.speaker is None or not _is_act(c.claim.tokens.form(at)) or not is_talk(c.document):
        return False
    act = stem(c.claim.tokens.form(at))
    if act in _ASKS:
        return "?" in c.sentence.text
    if act in _AGREES:
        return c.answer is not None and c.answer.bid is not None and c.answer.reply == "yes"
    form = _FORM_OF.get(act)
    return form is not None and form.search(c.sentence.text) is not None


def only_speaks(c: Comparison, named: Named) -> bool:
    """Whether a passage is said by a person of the claim, or to the other of two, and tells nothing of that person.

    Whoever has the word is "I" there, and whom it is given to "you", never "she".
    """
    if c.sentence.block.speaker is None or not is_talk(c.document):
        return False
    if c.claim.text[named.span.end : named.span.end + 2] in ("'s", "’s"):
        return False  # what is theirs may be "it" and "they"
    speaker = c.document.identities.speaker_of(c.sentence)
    own = speaker is not None and matches(named, speaker)
    pair = _pair(c.document)
    if not own and not any(matches(named, one) for one in pair):
        return False
    told_of = any(matches(named, o) for o in c.named)
    open_ones = _OURS.search(c.sentence.text) or speaks_of_persons(c.sentence) > len(c.persons)
    return not told_of and not open_ones and not tells_of_talk(c, named)


def tells_of_talk(c: Comparison, named: Named) -> bool:
    """Whether a claim tells that a person says or does something by words, or is spoken to."""
    if (at := _act_of(c, named)) is not None:
        return _has_the_word(c, named, at)
    tokens, at = c.claim.tokens, c.claim.tokens.touching(named.span).start - 1
    while at > 0 and tokens.form(at) in _TO:
        at -= 1
    return at >= 0 and _is_act(tokens.form(at))


def _has_the_word(c: Comparison, named: Named, at: int) -> bool:
    """Whether somebody does what a verb tells by the passage, or by the answer to it; to a question only an answer agrees."""
    identities, act = c.document.identities, stem(c.claim.tokens.form(at))
    if _reply(c, at) is None and identities.speaks(c.sentence, named):
        return True
    return c.answer is not None and act in _ANSWERS and identities.speaks(c.answer.sentence, named)


def _reply(c: Comparison, at: int) -> Answer | None:
    """Return the answer by which alone what a verb tells is done."""
    own = c.answer is not None and c.answer.own_voice and stem(c.claim.tokens.form(at)) in _REPLIES
    return c.answer if own else None


def _act_of(c: Comparison, named: Named) -> int | None:
    """Return the verb right behind a name of the claim, where it tells what is done by speaking."""
    tokens = c.claim.tokens
    for at in range(tokens.touching(named.span).stop, len(tokens)):
        form = tokens.form(at)
        if _is_act(form):
            return at
        if form not in AUXILIARIES and not is_adverb(form) and form != "also":
            return None
    return None


def _is_act(form: str) -> bool:
    if form in MUTUAL:
        return False  # who talked with whom need not have the word
    if stem(form) in _ACTS or stem(form) in _ANSWERS:
        return True
    cue = verb_cues().get(form)
    return cue is not None and cue.kind is CueClass.SPEECH and not cue.nominal


@remembered
def is_talk(document: Document) -> bool:
    """Whether the turns of a text are what people say to each other, not the entries of a list."""
    turns = [b for b in document.reading.blocks if b.kind is BlockKind.TURN and b.label]
    told = sum(bool(_TALKING.search(document.text, *b.span)) for b in turns)
    return bool(turns) and 2 * told >= len(turns)


@remembered
def _pair(document: Document) -> tuple[Named, ...]:
    """Return the two who talk, where nobody else has the word."""
    found: list[Named] = []
    for block in document.reading.blocks:
        if block.label is None:
            continue
        one = document.identities.label(Span(*block.label))
        if not any(matches(one, other) for other in found):
            found.append(one)
        if len(found) > _TWO:
            return ()
    return tuple(found) if len(found) == _TWO else ()
