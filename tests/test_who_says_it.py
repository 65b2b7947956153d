"""Who says so: in press conferences, hearings, joint statements and groups, words are those of who speaks them."""

from __future__ import annotations

import pytest
from test_who import supported

from summarizer import Source, reading

PRESS = """---
title: "Remarks by President Lindqvist at a Press Conference"
url: https://lindqvist.example.org/remarks
---
THE PRESIDENT: I spoke with President Horak this morning. He said that he hopes we can keep the locks open.

Q: Madam President, the border guards were sent home without pay and the ferries were sold to a foreign firm. What will you do?

THE PRESIDENT: No, he asked us about the fishing quota. We did not talk about tariffs.
"""


SPOKEN = [
    ("Lindqvist said that they did not talk about tariffs.", True),
    ("Lindqvist complained that the border guards were sent home without pay.", False),
    ("Lindqvist said that she had asked Horak about the fishing quota.", False),
    ("Horak said that he hopes the locks can be kept open.", True),
    ('Horak said of the talks in the morning that "we did not talk about tariffs."', False),
]


@pytest.mark.parametrize(("claim", "right"), SPOKEN)
def test_who_speaks_in_a_press_conference(claim: str, right: bool) -> None:
    """A reporter's words are nobody else's, though the page bears the president's name in title and address."""
    assert supported(claim, PRESS) is right


def test_a_sentence_may_open_before_its_speaker() -> None:
    text = (
        'A foreign ministry official said at the briefing that the tone was "calm and useful". '
        "On Tuesday, a defence official told reporters that two frigates were kept in the Baltic to reassure partners."
    )
    assert not supported(
        "At the briefing, the foreign ministry official said that two frigates were kept in the Baltic to reassure partners.",
        text,
    )
    assert supported(
        "On Tuesday, a defence official said that two frigates were kept in the Baltic to reassure partners.",
        text,
    )


def test_all_who_took_part_are_the_group_of_a_joint_text() -> None:
    text = """Joint Readout of the Coastal Ministers' Call

Today the Coastal Ministers - Minister Jon Vik of Norway, Minister Petar Simic of Serbia and Minister Ana Reyes of Chile - met.
The Coastal Ministers discussed the dredging of the strait and agreed to buy two ships.
"""
    assert supported(
        "The three governments jointly reported that they had discussed the dredging of the strait.", text
    )
    assert not supported(
        "The four governments jointly reported that they had discussed the dredging of the strait.", text
    )


STATES = """Joint statement of the two ministers

We call on the member states of the Baltic Council to lend ships so that the patrol can begin its work. Minister Halla Stein
spoke on 4 June with Secretary General Olaf Brandt and with leaders from the member states. She thanked Brandt for his plan,
and said that Norland has good reason to wait.
"""


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("The two ministers called on the Baltic Council's member states to lend ships so that the patrol can begin its work.", True),
        ("Halla Stein spoke on 4 June with Secretary General Olaf Brandt and leaders from the member states.", True),
        ("Stein thanked Brandt for his plan and said that Norland has good reason to wait.", True),
        ("Brandt said that Norland has good reason to wait.", False),
        ("The member states said that Norland has good reason to wait.", False),
    ],
)  # fmt: skip
def test_member_states_state_nothing(claim: str, right: bool) -> None:
    """The noun "states" is no verb of saying, and a clause before one is no speaker."""
    assert supported(claim, STATES) is right


def test_states_is_a_verb_behind_a_report() -> None:
    """The verb is still read where a report or a person states something."""
    source = Source.from_text(
        "The report states that the locks are closed. Ann Lee states that the ferry is late."
    )
    assert [
        source.text[a.speaker.start : a.speaker.end] for a in reading.attributions(source) if a.speaker
    ] == [
        "The report",
        "Ann Lee",
    ]


JOINT = """---
title: "Baltic Harbour Summit Communiqué"
url: https://www.example.gov/communique
---

We, the Leaders of the Baltic Harbour League (BHL), met in Visby with the President of Poland on 4 June.

We commit to lending twelve dredgers to the port of Gdynia this year. Our rules are not meant to harm the ferries.

A larger fleet that keeps to the rules would serve all coasts. Lithuania must stop taxing the pilots.

President Jon Vik and President Ada Berg applaud Denmark’s careful work on the buoys.
"""

SAID_JOINTLY = [
    ("The BHL committed to lending twelve dredgers to the port of Gdynia this year.", True),
    ("The leaders said that their rules are not meant to harm the ferries.", True),
    ("According to the leaders, a larger fleet that keeps to the rules would serve all coasts.", True),
    ('"Lithuania must stop taxing the pilots," the leaders wrote.', True),
    ("The two finance ministers said that their rules are not meant to harm the ferries.", False),
    (
        "The President of Norway said that a larger fleet that keeps to the rules would serve all coasts.",
        False,
    ),
    ('President Vik and President Berg applaud "Denmark’s careful work on the buoys".', True),
    ('President Vik and President Lund applaud "Denmark’s careful work on the buoys".', False),
]


@pytest.mark.parametrize(("claim", "right"), SAID_JOINTLY)
def test_who_issues_a_text_speaks_in_it(claim: str, right: bool) -> None:
    """The "we" and the unmarked voice of a communiqué are those who issue it, whatever their title calls it."""
    assert supported(claim, JOINT) is right


HEARING = """Hearing on the harbour

MS. HALE: Good morning. We have two hours, and I would ask all of you to be brief.

Q: The pilots fear that Moldania will spread rumours about contracts that were never signed, and the pilots fear for their pay. What do you say?

MS. HALE: Moldania might well put about stories of promises that nobody made. We shall answer at once.

MR. DAHL: I was glad to serve beside the crews of the lifeboats for many years. The crane is my own.

Q: Mr. Dahl, will the ferry line appeal the ruling of the court?

MR. DAHL: Its owners will tell you. Our priority is to drive the smugglers from the coast.

MS. HALE: Thank you all.
"""

HEARD = [
    ("Hale warned that Moldania might spread stories about promises nobody had made.", True),
    ("Dahl said he was glad to serve beside the crews of the lifeboats.", True),
    ("Hale said she was glad to serve beside the crews of the lifeboats.", False),
    ("Hale said her priority was to drive the smugglers from the coast.", False),
    ("Dahl asked whether the ferry line would appeal the ruling of the court.", False),
    ("In Dahl's view, the pilots fear for their pay.", False),
]


@pytest.mark.parametrize(("claim", "right"), HEARD)
def test_somebodys_words_are_looked_for_in_their_turns(claim: str, right: bool) -> None:
    assert supported(claim, HEARING) is right


TABLE = """Harbour committee

MS. HOLM: The crane is too dear. We should lease one.

MR. VIK: Leasing costs twelve thousand a year.

MS. BERG: Then we lease it from Osterby.

MS. HOLM: Agreed. The police said the quay is safe.
"""


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("The group said that the crane is too dear.", True),
        ("Vik said that the crane is too dear.", False),
        ("The ministers said that the crane is too dear.", False),
        ("The quay is safe, authorities said.", True),
        ("The quay is safe, lawyers said.", False),
    ],
)
def test_a_group_says_what_one_of_it_says(claim: str, right: bool) -> None:
    """Those at a table speak for the group in a summary, and the police are authorities; nobody else is included."""
    assert supported(claim, TABLE) is right
