from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading import read
from summarizer.reading.polarity import find_operators
from summarizer.source import Source, Span


def operators(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            o.operation.value,
            text[o.cue.start : o.cue.end].strip(" ,"),
            text[o.scope.start : o.scope.end].strip(" ,"),
        )
        for o in find_operators(text, Span(0, len(text)))
    ]


@pytest.mark.parametrize(
    ("text", "operation", "cue", "scope"),
    [
        pytest.param(
            "The parties did not agree on a truce, but they will meet.",
            "negation",
            "not",
            "agree on a truce",
            id="not, up to but",
        ),
        pytest.param(
            "No deal was reached on Friday.",
            "negation",
            "No",
            "No deal was reached on Friday.",
            id="no governs its clause",
        ),
        pytest.param(
            "She denied that talks had failed, adding that they go on.",
            "denial",
            "denied",
            "that talks had failed",
            id="denial, up to adding",
        ),
        pytest.param(
            "Chile refused to sign the text.", "denial", "refused to", "sign the text.", id="refused to"
        ),
        pytest.param(
            "Oslo will answer if the convoy is stopped.", "condition", "if", "the convoy is stopped.", id="if"
        ),
        pytest.param(
            "Oslo will answer if the convoy is stopped.",
            "consequence",
            "if",
            "Oslo will answer",
            id="what holds only under if",
        ),
        pytest.param(
            "If the convoy is stopped, Oslo will answer.",
            "consequence",
            "If",
            "Oslo will answer.",
            id="main clause behind",
        ),
        pytest.param(
            "The envoy called off the visit, which she disputes.",
            "disputed",
            "which she disputes",
            "The envoy called off the visit",
            id="which she disputes",
        ),
        pytest.param(
            "He said Bern had paid, a claim Bern denies.",
            "disputed",
            "a claim Bern denies",
            "He said Bern had paid",
            id="a claim X denies",
        ),
        pytest.param("Will they withdraw?", "question", "?", "Will they withdraw", id="question"),
        pytest.param("They might sign it.", "possibility", "might", "sign it.", id="might"),
        pytest.param(
            "The minister urged Chile to open the port.",
            "wish",
            "urged",
            "Chile to open the port.",
            id="urged",
        ),
        pytest.param("The talks weren’t broken off.", "negation", "weren’t", "broken off.", id="curly n't"),
    ],
)
def test_reads_an_operator(text: str, operation: str, cue: str, scope: str) -> None:
    """What negates, conditions, wishes, disputes or asks is found with the words it governs."""
    assert (operation, cue, scope) in operators(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They met on May 12.", id="the month of May"),
        pytest.param("He came not only to talk.", id="not only"),
        pytest.param("It will end no later than Friday.", id="no later than"),
        pytest.param("She read paper No. 4 aloud.", id="No. 4"),
        pytest.param("The two leaders met in Bern.", id="a plain fact"),
    ],
)
def test_stays_silent(text: str) -> None:
    """Words that only look like an operator are none."""
    assert operators(text) == []


@given(st.text(max_size=400))
def test_never_raises(text: str) -> None:
    """For any text, cues and scopes lie inside it."""
    for operator in find_operators(text, Span(0, len(text))):
        for span in (operator.cue, operator.scope):
            assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    "text", ["not " * 30_000, "if a, " * 20_000, "which he said " * 20_000, "," * 200_000, "no " * 30_000]
)
def test_hostile_repeats_end(text: str) -> None:
    """Repeats of cues and marks are read in bounded work."""
    assert len(find_operators(text, Span(0, len(text)))) <= 2 * len(text)


CUES = (
    "No treaty was signed, and nobody came.",
    "Don't sign it, the envoy said; they weren’t ready.",
    "They failed to meet, and the mayor ruled out a vote.",
    "The clerk denies the charge — a claim the court later rejected.",
    "Unless Lima objects, the text stands; as long as it does, so do we.",
    "It is unclear whether the ferry sails.",
    "Quito wants to speak first and called for calm.",
    "She may go on May 4, and perhaps 5 May suits him.",
    "Those who said no-one would come were wrong: that is false.",
    "A not\u00adable guest was not\u200b there.",
    "Why not ask? _Not_ now, rock'no'roll.",
)


def test_operators_of_a_sentence_are_the_same_alone_and_within_a_text():
    """Where cues may begin is found once for a whole text: no cue of a sentence is lost or gained by that."""
    reading = read(Source.from_text("\n\n".join(CUES)))
    assert len(reading.sentences) >= len(CUES)
    assert sum(len(reading.operators(sentence)) for sentence in reading.sentences) > len(CUES)
    for sentence in reading.sentences:
        assert reading.operators(sentence) == find_operators(reading.text, sentence.span)
