"""Chats and transcripts whose turns stand on one line: who speaks, who is spoken to, and what is asked."""

from __future__ import annotations

import pytest

from summarizer import Source, check
from summarizer.reading import read
from summarizer.reading.blocks import BlockKind

LINES = [
    "Mona: Do you have the key to the boathouse?",
    "Piet: Sure, I put it under the mat.",
    "Mona: OK! Could you bring the paddles on Sunday?",
    "Piet: I can't, my car broke down in Arlen.",
    "Mona: Then you should call Oskar.",
    "Piet: He never answers.",
]
APART = "\n".join(LINES)
ON_ONE_LINE = " ".join(LINES)
SPACED = " . ".join(LINES)
CHATS = [
    pytest.param(APART, id="lines"),
    pytest.param(ON_ONE_LINE, id="one line"),
    pytest.param(SPACED, id="stops apart"),
]


@pytest.mark.parametrize("chat", CHATS)
def test_reads_each_turn(chat: str) -> None:
    """Six turns of two speakers, however the lines were lost."""
    reading = read(Source.from_text(chat))
    turns = [b for b in reading.blocks if b.kind is BlockKind.TURN]
    speakers = [chat[b.label.start : b.label.end] for b in turns if b.label]
    assert speakers == ["Mona", "Piet"] * 3


@pytest.mark.parametrize("chat", CHATS)
@pytest.mark.parametrize(
    "claim",
    [
        "Mona asked Piet if he had the key to the boathouse.",
        "Mona asked Piet if he could bring the paddles on Sunday.",
        "Piet put the key under the mat.",
        "Piet said that his car broke down in Arlen.",
        "Piet should call Oskar.",
    ],
)
def test_supports_what_was_said(chat: str, claim: str) -> None:
    """ "I" is who has the word, "you" who has it before or behind; a question is told as asked."""
    assert check(claim, Source.from_text(chat)).verdict.value == "supported"


@pytest.mark.parametrize("chat", CHATS)
@pytest.mark.parametrize(
    "claim",
    [
        "Piet asked Mona if she had the key to the boathouse.",
        "Mona put the key under the mat.",
        "Mona said that her car broke down in Arlen.",
        "Piet has the paddles and will bring them on Sunday.",
        "Oskar should call Piet.",
    ],
)
def test_refuses_what_was_not(chat: str, claim: str) -> None:
    """Another speaker's words, and what was only asked."""
    assert check(claim, Source.from_text(chat)).verdict.value != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "Note: the price rose. Paris: two were hurt. Note: it fell again. Vote: none came.",
        "The minutes name the towns. Arlen: three seats. Belm: two seats. Arlen: one more. Belm: none.",
        "Ratio: 3. Result: 4. Ratio: 5. Result: 6.",
    ],
)
def test_labels_of_other_kinds_make_no_chat(text: str) -> None:
    """Headings before colons, and a line that opens with a sentence, are no turns."""
    assert all(b.kind is not BlockKind.TURN for b in read(Source.from_text(text)).blocks)
