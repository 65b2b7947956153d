"""Turns of a transcript, minutes and captions: whose they are, and what is reported inside them."""

from __future__ import annotations

import pytest
from test_attributions import attributions

TRANSCRIPT = """THE PRESIDENT:  Good morning.  President Ek said that he understood.

MS. LEE:  Thank you.  We have a question.

We have two, in fact.

Q    When will you leave?

THE PRESIDENT:  Tomorrow.  I think it is time.

MS. LEE:  Thank you all.
"""


def test_turns_belong_to_their_labels() -> None:
    """In a transcript a turn is its label's, over several paragraphs, and reports inside it are still found."""
    found = attributions(TRANSCRIPT)
    turns = [(s.speaker, s.content) for s in found if s.found.rule == "label"]
    assert [speaker for speaker, _ in turns] == ["THE PRESIDENT", "MS. LEE", "Q", "THE PRESIDENT", "MS. LEE"]
    assert turns[1][1] == ["Thank you.  We have a question.", "We have two, in fact."]
    inside = [(s.speaker, s.content) for s in found if s.found.parent is not None]
    assert inside == [("President Ek", ["he understood"]), ("I", ["it is time"])]


CAPTIONS = """1
00:00:01,000 --> 00:00:04,000
ANN LEE: The port opens in May,

2
00:00:04,500 --> 00:00:06,000
whatever the union says.

3
00:00:06,000 --> 00:00:08,000
BO EK: She said that it would.
"""


def test_captions_belong_to_who_is_named_in_them() -> None:
    """Captions with time codes are turns: times and numbers are no part of what was said."""
    found = attributions(CAPTIONS)
    turns = [(s.speaker, s.content) for s in found if s.found.rule == "label"]
    assert turns == [
        ("ANN LEE", ["The port opens in May,", "whatever the union says."]),
        ("BO EK", ["She said that it would."]),
    ]


def test_lines_with_a_time_and_a_name() -> None:
    """A transcript whose lines begin with the time is read like captions."""
    found = attributions(
        "[00:01:02] Ann Lee: We go on.\n[00:01:10] Bo Ek: Good.\n[00:01:15] Ann Lee: It is done.\n"
    )
    assert [(s.speaker, s.content) for s in found if s.found.rule == "label"] == [
        ("Ann Lee", ["We go on."]), ("Bo Ek", ["Good."]), ("Ann Lee", ["It is done."]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("Present: Ann Lee (AL), Bo Ek (BE)", id="initials beside the names"),
        pytest.param("Attendees: Ann Lee, Bo Ek", id="names alone"),
        pytest.param("AL = Ann Lee\n\nBE = Bo Ek", id="initials first"),
    ],
)
def test_initials_are_named_by_the_attendance_list(heading: str) -> None:
    """Two letters before a colon stand for the one person of the list who has them."""
    found = attributions(f"{heading}\n\nAL: We go on.\n\nBE: Good.\n\nAL: It is done.\n")
    assert [s.name for s in found if s.found.rule == "label"] == ["Ann Lee", "Bo Ek", "Ann Lee"]


RUNNING = """HARBOUR BOARD.  Those present were Chair Berg, Mr. Ek and Ms. Dahl.  Berg: Good morning.  Item 12.  Ek: I have a
question.  Who pays for the crane?  Berg: The port does.  Dahl:  It said so in May.  Ek: Thank you.  Berg: Item 13.
Astrid Sund, Head of Works, Harbour Board:  Good morning.  The quay needs repair.  Berg: Any questions?  Dahl: No.
Ek: One.  Is it safe?  Sund: It is.  Berg: Then we vote.  Dahl: Aye.  Ek: Aye.  Berg: Aye.
"""


def test_labels_in_running_text() -> None:
    """Minutes that set several turns on one line give each turn to its own speaker."""
    found = [s for s in attributions(RUNNING) if s.found.rule == "label"]
    assert [s.speaker for s in found][:6] == ["Berg", "Ek", "Berg", "Dahl", "Ek", "Berg"]
    assert [s.content for s in found if s.speaker == "Dahl"] == [["It said so in May."], ["No."], ["Aye."]]
    sund = next(s for s in found if s.content == ["Good morning.  The quay needs repair."])
    assert sund.found.name == "Astrid Sund"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The cup. Goals: Ek 2. Time: 90 minutes. Goals: Dahl 1. Time: 93 minutes. " * 6
            + "Many goals this time. " * 40,
            id="results",
        ),
        pytest.param(
            "She spoke. Berg: no. The goals are three. " * 3 + "One: peace. Two: bread. " * 8,
            id="few speakers",
        ),
        pytest.param(
            "The board met. Motion: Ek. Vote: aye. Motion: Dahl. Vote: no. " * 8, id="headings of minutes"
        ),
    ],
)
def test_colons_in_running_text_are_no_labels(text: str) -> None:
    """Lists of results and headings inside a line make no transcript."""
    assert [s.speaker for s in attributions(text) if s.found.rule == "label"] == []
