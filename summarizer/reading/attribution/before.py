"""What stands before a verb that may be a tag: a quotation of speech, a name in quotation marks, the verb's own subject."""

from __future__ import annotations

from summarizer.reading.attribution.clauses import looks_finite
from summarizer.reading.attribution.noun_phrases import clause_start
from summarizer.reading.attribution.subjects import left_subject, opens_parenthesis
from summarizer.reading.attribution.tokens import QUOTE, Stream
from summarizer.reading.attribution.words import PREPOSITIONS


def after_speech(stream: Stream, first: int, at: int) -> bool:
    """Whether a quotation that is whole, by its own punctuation or a comma, ends right before token `at`."""
    words = stream.words
    if at - 2 >= first and words[at - 1] in (",", "—", "–", "--", "-"):
        spoken = words[at - 2] == QUOTE and stream.quotes[at - 2].speech is not False
        return spoken and not in_fronted_phrase(stream, first, at - 2)
    if at - 1 < first or words[at - 1] != QUOTE or stream.quotes[at - 1].speech is False:
        return False
    if in_fronted_phrase(stream, first, at - 1):
        return False
    inside = stream.quotes[at - 1].inside
    return stream.text[max(inside.start, inside.end - 3) : inside.end].rstrip("'’ \"”")[-1:] in tuple(
        ",.?!…—–-"
    )


def in_fronted_phrase(stream: Stream, first: int, quote: int) -> bool:
    """Whether a quotation is only the name in a phrase of place or occasion: "In an interview with “Fox and Friends,” he ..."."""
    words = stream.words
    if quote <= first + 1 or words[first] not in PREPOSITIONS or words[quote - 1] not in _BEFORE_NAMES:
        return False
    return not any(w in (",", QUOTE) or looks_finite(w) for w in words[first : quote - 1])


_BEFORE_NAMES = frozenset("on with for from of in to called titled entitled dubbed named".split())


def own_subject(stream: Stream, first: int, comma: int) -> bool:
    """Whether all before a verb is its subject with a relative clause: "Ann Lee, who lives there, said talks ..."."""
    subject = left_subject(stream, first, comma) if stream.words[comma] == "," else None
    if subject is None or subject.stop + 1 >= comma or stream.words[subject.stop] != ",":
        return False
    return clause_start(stream, first, subject.first) and stream.words[subject.stop + 1] in (
        "who",
        "which",
        "whose",
    )


def in_relative(stream: Stream, first: int, at: int) -> bool:
    """Whether a quotation that ends before a verb belongs to a clause that parts the verb from its subject: "Lee, who calls it “a trap,” said ..."."""
    words = stream.words
    quote = at - (words[at] != QUOTE)
    for j in range(quote - 1, first, -1):
        if words[j - 1] == "," and opens_parenthesis(words[j]):
            return not any(looks_finite(w) for w in words[first : j - 1])
        if words[j] in (",", QUOTE, ";", ":", ".", "—"):
            return False
    return False
