"""How the offline extractor reads lists of people, joint statements, first persons, collectives and minutes."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Report, Source, brief

HEAD = "---\ntitle: {title}\ndate: 2024-05-03\n---\n\n"


def report_of(text: str, title: str | None = None) -> Report:
    return brief(Source.from_text((HEAD.format(title=title) if title else "") + text))


def briefing(text: str, title: str | None = None) -> Any:
    return report_of(text, title).briefing


MET = "Ana Reyes and Tom Lind met in Geneva on 3 May 2024.\n\n"
ROSTERS = {
    "present": (
        "Minutes of the ferry board\n\nHeld at the Old Mill, Kelso, on 3 May 2024\n\n"
        "Present: Moira Hay (Chair), Tom Reid (Burra), Jean Gow (West Bay)\nApologies: Ian Lamb (Yell)\n\n"
        "The meeting closed at noon.\n",
        [("Moira Hay", "Chair"), ("Tom Reid", None), ("Jean Gow", None)],
    ),
    "name, then office, parted by semicolons": (
        MET + "In attendance: Karla Moss, Clerk of the Board; Ben Waters, Chief Counsel; and Ron Wills, Treasurer.\n",
        [
            ("Ana Reyes", None), ("Tom Lind", None), ("Karla Moss", "Clerk of the Board"),
            ("Ben Waters", "Chief Counsel"), ("Ron Wills", "Treasurer"),
        ],
    ),
    "office, then name, with an and inside": (
        MET + "Also taking part were Kenya's Cabinet Secretary for Water, Naserian Lempaa, and Ethiopia's Minister of "
        "Water and Energy, Dawit Hailemeskel.\n",
        [
            ("Ana Reyes", None), ("Tom Lind", None), ("Naserian Lempaa", "Cabinet Secretary for Water"),
            ("Dawit Hailemeskel", "Minister of Water and Energy"),
        ],
    ),
    "one office for several": (
        MET + "Those present were: Mayor Adair, presiding; Councillors Field, Fraser and Sands, 4.\n",
        [("Ana Reyes", None), ("Tom Lind", None), ("Adair", "Mayor"), ("Field", None), ("Fraser", None), ("Sands", None)],
    ),
    "list lines below": (
        MET + "Participants in the room included:\n\n-   Secretary of Rivers Paul Ortega\n"
        "-   Chair of the Board of Wells Ida Brown\n",
        [("Ana Reyes", None), ("Tom Lind", None), ("Paul Ortega", "Secretary of Rivers"), ("Ida Brown", "Chair")],
    ),
    "bodies": (
        MET + "Organizations joining were Acme, the Open Rivers Foundation, and the Office of Dams and Canals.\n",
        [("Ana Reyes", None), ("Tom Lind", None), ("Acme", None), ("Open Rivers Foundation", None), ("Office of Dams and Canals", None)],
    ),
    "no list": (MET + "Those present were asked to leave. Members attending were unable to hear.\n", [("Ana Reyes", None), ("Tom Lind", None)]),
}  # fmt: skip


@pytest.mark.parametrize("case", ROSTERS)
def test_lists_of_participants(case: str) -> None:
    """Each one of a list is a participant, with the office that stands beside the name and with no other."""
    text, expected = ROSTERS[case]
    found = briefing(text).participants
    assert sorted(p.name for p in found) == sorted(name for name, _ in expected)
    roles = {p.name: p.role for p in found}
    assert all(roles[name] == role for name, role in expected if role)


WE_PRESIDENTS = (
    "We, President of the Republic of Kenya Amina Otieno and Sultan of Oman Tariq Said, reaffirm that no ship may be "
    "held without a court's order.\n\nKenya and Oman will launch a joint Port Dialogue.\n"
)


def test_those_who_issue_a_statement_together() -> None:
    """A joint statement without a meeting is the event; its issuers took part, and "we" are both."""
    found = briefing(WE_PRESIDENTS, "Kenya-Oman Joint Statement on Ports")
    assert (found.event.what, found.event.date) == ("joint statement", "2024-05-03")
    assert [(p.name, p.affiliation) for p in found.participants] == [
        ("Amina Otieno", "Kenya"),
        ("Tariq Said", "Oman"),
    ]
    assert found.positions[0].holder == "Kenya and Oman"
    assert [f.name for f in found.agreed_formats] == ["joint Port Dialogue"]


def test_offices_stand_for_people_and_witnesses_do_not() -> None:
    """ "We, the Prime Minister of A and …, as witnessed by …, having met": the two met, the witness did not."""
    text = (
        "We, the Prime Minister of the Kingdom of Norway and the Prime Minister of the Republic of Chile, as witnessed by "
        "the President of Ghana, having met in Lima, Peru, on 2 May 2024, declare:\n\nWe reaffirm our commitment to peace.\n"
    )
    found = briefing(text, "Joint Declaration by the two Prime Ministers")
    assert [(p.name, p.role, p.affiliation) for p in found.participants] == [
        (None, "Prime Minister", "Norway"),
        (None, "Prime Minister", "Chile"),
    ]
    assert (found.event.date, found.event.place) == ("2024-05-02", "Lima")


def test_a_meeting_that_only_the_title_tells() -> None:
    """States that the title joins before "meeting" met, in the place it names; the day is not known."""
    text = (
        'The Government of the Republic of Peru ("Peru") and the Government of the Republic of Ghana ("Ghana"),\n\n'
        "Noting the value of their trade;\n\nThe Parties will establish a committee on licences.\n"
    )
    found = briefing(text, "Joint Statement on the Peru-Ghana Mining and Water Meeting in Lausanne")
    assert (found.event.what, found.event.place, found.event.date) == ("meeting", "Lausanne", None)
    assert [p.name for p in found.participants] == ["Republic of Peru", "Republic of Ghana"]


FIRST_PERSON = """\
Hotel Bristol
Vienna, Austria

6:15 P.M. CEST

THE PRESIDENT:  Good evening. And President Haddad and I had to speak plainly, and we did.

I told President Haddad that Norway will not sell the cables without a licence. The sessions came to a total of three
hours.

Q    Will you meet again?

THE PRESIDENT:  There is no plan for it.

6:41 P.M. CEST
"""


def test_a_leader_tells_of_a_meeting_in_the_first_person() -> None:
    """ "President A and I": the one whose remarks these are took part; the length is the meeting's."""
    found = briefing(FIRST_PERSON, "Remarks by President Larsen in Press Conference")
    assert [p.name for p in found.participants] == ["Larsen", "Haddad"]
    assert found.duration.minutes == 180
    assert {p.speaker for p in found.positions} == {"Larsen"}


DELEGATION = (
    "Today, Secretary Brandt and Special Envoy Hale held a long meeting with the Kosovar delegation. The Kosovar delegation "
    "affirmed that its main concerns had been met. They stressed that the border clause protects their farmers.\n\n"
    "Secretary Brandt and her team reiterated the firm support of the United States. They underlined that nobody wants a new "
    "fence. Both sides welcomed the progress. They stressed that haste helps nobody.\n"
)


def test_they_is_whom_the_sentence_before_begins_with() -> None:
    """ "They" after a delegation is the delegation, after "both sides" both."""
    positions = briefing(DELEGATION, "Readout of Talks in Nicosia").positions
    holders = {p.statement.split()[-1].strip("."): p.holder for p in positions}
    assert holders["farmers"] == "Kosovar delegation"
    assert holders["fence"] == "Secretary Brandt and her team"
    assert holders["nobody"] == "both sides"


def test_a_delegation_takes_part_beside_people() -> None:
    """A delegation without names is a participant, under what the text calls it."""
    people = [p.name for p in briefing(DELEGATION, "Readout of Talks in Nicosia").participants]
    assert people == ["Brandt", "Hale", "Kosovar delegation"]


SPEAKERS = {
    "the subject before a colon": ("Ms Gow did not agree: she said that the beds needed rest.", "Gow"),
    "the subject of the sentence before": (
        "Mr Reid spoke last. He said that the pier was unsafe.",
        "Tom Reid",
    ),
    "a sentence that opens with a day": (
        "On Friday, Mr Reid rang. He said that the pier was unsafe.",
        "Tom Reid",
    ),
}


@pytest.mark.parametrize("case", SPEAKERS)
def test_he_and_she(case: str) -> None:
    """A pronoun is whom its own sentence, or the one before, begins with; a man is no "she"."""
    words, speaker = SPEAKERS[case]
    text = f"Tom Reid met Jean Gow in Kelso on 3 May 2024.\n\n{words}\n"
    assert briefing(text).positions[-1].speaker.split()[-1] == speaker.split()[-1]


def test_unnamed_officials_speak_for_their_government() -> None:
    """ "We" of an administration official is the United States, where the text names it, and so is the side."""
    text = (
        "MODERATOR:  Over to our speaker.\n\nSENIOR ADMINISTRATION OFFICIAL:  President Reyes and President Lind spoke today. "
        "We will not accept the tariff. The United States has said so before.\n\nQ    Why?\n\n"
        "SENIOR ADMINISTRATION OFFICIAL:  We believe that it is unfair.\n"
    )
    found = briefing(text, "Background Press Call on the Presidents' Call")
    assert {p.holder for p in found.positions} == {"United States"}
    assert found.informants[0].affiliation == "United States"


CHANNELS = {
    "through channels": ("Lind expressed support for talks through three channels: the bilateral Trade Council, the East Forum, and the Nile Bank.", ["bilateral Trade Council", "East Forum", "Nile Bank"]),
    "including": ("Lind indicated readiness to engage in diplomacy through several channels, including bilateral engagement, the NATO-Russia Council, and the OSCE.", ["bilateral engagement", "NATO-Russia Council", "OSCE"]),
    "a question": ("Are they ready for talks through three channels: the Trade Council, the East Forum, and the Nile Bank?", []),
    "a place list stays one": ("The two agreed that talks will be held in three tracks: in Oslo, in Bern and in Rome.", ["talks", "talks", "talks"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANNELS)
def test_lists_of_channels(case: str) -> None:
    """Whatever a list of channels names is a format, whether or not its noun is one."""
    words, expected = CHANNELS[case]
    assert [f.name for f in briefing(MET + words + "\n").agreed_formats] == expected


def test_a_body_that_is_founded_and_when_it_meets() -> None:
    """ "It will meet in A on D" behind the founding of a body is its place and date, and no second format."""
    text = MET + "They agreed to set up a working group on dredging. It will meet in Lima on 9 June 2024.\n"
    formats = briefing(text).agreed_formats
    assert [(f.name, f.place, f.date) for f in formats] == [
        ("working group on dredging", "Lima", "2024-06-09")
    ]


RESULTS = {
    "a text that was signed": ("The parties signed the Terms of Reference of the mission.", 1),
    "a list of steps": ("We agree to the following steps to keep the peace:\n\n-   Remove all heavy guns from the river\n-   Release the nine fishermen", 2),
    "a view is no result": ("They agreed on the importance of calm.", 0),
    "a text that was not signed": ("The parties did not sign the Terms of Reference.", 0),
}  # fmt: skip


@pytest.mark.parametrize("case", RESULTS)
def test_results(case: str) -> None:
    """What was signed and what is listed under "the following" are agreements, a shared view is none."""
    words, count = RESULTS[case]
    assert len(briefing(MET + words + "\n", "Joint Statement on the River").agreements) == count


def test_steps_that_go_on_need_no_date() -> None:
    """What the parties together go on with is a next step."""
    text = (
        MET
        + "The two sides will remain in close contact. They agreed to continue intensive work on the text.\n"
    )
    assert len(briefing(text).next_steps) == 2


INLINE = (
    "Minutes of the town council of 3 May 2024\n\nPresent: Moira Hay (Chair), Tom Reid\n\n"
    "HAY:  Welcome. We will begin. Reid: We must not close the pier. Hay: I agree, we must not.\n\n"
    "REID:  Thank you.\n\nHAY:  The meeting ended at noon.\n"
)


def test_labels_in_running_text_make_no_speaker_of_another() -> None:
    """Where another speaker's label stands in the running text, nothing behind it is given to the first."""
    said = {(p.speaker, p.statement) for p in briefing(INLINE).positions}
    assert not [s for s in said if "pier" in s[1] or "agree" in s[1]]


def test_an_owner_of_a_decision_is_no_holder() -> None:
    """ "Lund noted that the harbours' decision respects the treaty" is Lund's position."""
    text = (
        "Maria Lund had a telephone conversation with President of Finland Pekka Salo.\n\nMaria Lund noted that the Danish "
        "harbours' decision to close at night respects the treaty. The two presidents spoke in favour of a joint patrol.\n"
    )
    found = briefing(text, "Telephone conversation with President of Finland Pekka Salo")
    assert [p.holder for p in found.positions] == ["Maria Lund", "the two presidents"]
    assert found.event.date == "2024-05-03"


LIVES = """\
The Governor is granting 3 pardons today.

MARY ELLEN OAKES - Dover

Ms. Oakes mentors young people who want to study. Colleagues describe her as kind. She maintained steady employment.

JOHN PAUL REEVE - Camden

Mr. Reeve has volunteered at a food bank. His neighbours note his willingness to help.
"""


def test_lives_that_are_told_are_no_positions() -> None:
    """A list of people and what they do is nothing to brief: no one holds anything."""
    found = briefing(LIVES, "Clemency List")
    assert (found.event, found.participants, found.positions) == (None, [], [])


OTHERS = {
    "French": "Le président et la ministre se sont entretenus hier à Genève. La réunion a duré deux heures et les deux parties ont convenu de se revoir.",
    "Russian": "Президент и министр встретились вчера в Женеве. Встреча длилась два часа, стороны договорились о новой встрече в Вене.",
    "Spanish": "El presidente y la ministra se reunieron ayer en Ginebra. La reunión duró dos horas y ambas partes acordaron volver a verse.",
}  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_said_and_not_guessed(language: str) -> None:
    """Of a text that the rules are not for, the report says what was not attempted, and the briefing is empty."""
    report = report_of(OTHERS[language] * 3)
    assert [f.message.partition(":")[0] for f in report.failures] == ["not attempted"]
    assert (report.failures[0].start, report.failures[0].end) == (0, report.source.characters)
    assert (report.briefing.event, report.briefing.positions) == (None, [])


def test_english_has_no_failure() -> None:
    """A text in English is read in full."""
    assert not report_of(MET).failures
