"""Whose answers an interview gives that prints its questions without labels: the one whom it presents before the first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.patterns import late_regex
from summarizer.reading.blocks import BlockKind
from summarizer.reading.naming.finder import Form, NameKind
from summarizer.source import Span

if TYPE_CHECKING:
    from summarizer.reading import Reading
    from summarizer.reading.naming.finder import Mention
    from summarizer.reading.sentences import Sentence

_ASKED = late_regex(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_ANSWERED = late_regex(r"\b(?:I|my|me|we|our|us)\b|\bI['’]")
_BY = late_regex(r"\b(?:by|interview(?:er|ed)?(?:\s+by)?|photos?|text|words)\s*:?\s*$", re.IGNORECASE)
_ACTS = late_regex(
    r",?\s+(?:who\s+)?(?:has|is|was|had|lives?|works?|runs?|knows?|[a-z]+ed)\b"
)  # what a person does
_FEWEST = 3  # questions from which a text is an interview
_LONGEST = 60  # words of a question


@dataclass(frozen=True, slots=True)
class Interview:
    """The name of who is asked, as it stands, and the numbers of the sentences that are the answers."""

    name: Mention
    text: str
    answers: frozenset[int]


def interview_of(reading: Reading) -> Interview | None:
    """Return who answers in a text of questions and answers without labels; None for any other text."""
    paragraphs = _paragraphs(reading)
    asking = [i for i, one in enumerate(paragraphs) if _asks(one)]
    if len(asking) >= _FEWEST:
        asking = [i for i, one in enumerate(paragraphs) if i in asking or (i > asking[0] and _prompts(one))]
    answering = [i for i in range(len(paragraphs)) if i not in asking and i - 1 in asking]
    if (
        len(asking) < _FEWEST
        or len(answering) < _FEWEST
        or any(s.block.speaker for p in paragraphs for s in p)
    ):
        return None
    told = [" ".join(s.text for s in paragraphs[i]) for i in answering]
    addressed = sum(bool(_ASKED.search(" ".join(s.text for s in paragraphs[i]))) for i in asking)
    if 2 * sum(bool(_ANSWERED.search(t)) for t in told) < len(told) or 2 * addressed < len(asking):
        return None
    name = _presented(reading, [s for p in paragraphs[: asking[0]] for s in p])
    answers = frozenset(s.number for i in answering for s in paragraphs[i])
    return Interview(name, reading.text[name.span.start : name.span.end], answers) if name else None


LETTERS = ("A", "A.")  # the label of answers


def answers_by_letter(reading: Reading) -> frozenset[str]:
    """Return the key of whom a text presents before its first "Q:": whose answers "A:" labels."""
    asks = next((b.label for b in reading.blocks if b.label and reading.source[b.label] in ("Q", "Q.")), None)
    if asks is None:
        return frozenset()
    before = [s for s in reading.sentences_of(Span(0, asks.start)) if s.span.end <= asks.start]
    name = _presented(reading, before)
    return frozenset({f"entity:{name.entity}"}) if name else frozenset()


def _paragraphs(reading: Reading) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in reading.sentences:
        if sentence.furniture or sentence.block.kind is BlockKind.FRONT_MATTER:
            continue
        if found and found[-1][0].block == sentence.block:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _asks(paragraph: list[Sentence]) -> bool:
    return (
        paragraph[-1].text.rstrip().endswith("?") and sum(len(s.text.split()) for s in paragraph) <= _LONGEST
    )


def _prompts(paragraph: list[Sentence]) -> bool:
    """Whether a short paragraph puts something to who is asked without a question mark: "The bank says your firm is late."."""
    words = " ".join(s.text for s in paragraph)
    short = len(words.split()) <= _LONGEST_PROMPT
    return short and bool(_ASKED.search(words)) and not _ANSWERED.search(words)


_LONGEST_PROMPT = 25  # words of a prompt that is no question


def _presented(reading: Reading, before: list[Sentence]) -> Mention | None:
    """Return the first person whom a text names in full before its first question, who is not its author."""
    for sentence in before:
        for mention in reading.mentions_in(sentence.span):
            name = reading.names.entities[mention.entity].name or ""
            lead = reading.text[max(0, mention.full.start - 30) : mention.full.start]
            known = mention.kind is NameKind.PERSON or (
                mention.kind is NameKind.OTHER and _ACTS.match(reading.text, mention.span.end)
            )
            full = known and mention.form is Form.NAME and " " in name
            if full and not _BY.search(lead):
                return mention
    return None
