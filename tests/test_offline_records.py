"""Briefings of minutes, timed meetings, hearings and routine briefings: what their heads, lists and closing lines tell."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Source, brief
from summarizer.report import Report, Verdict

MINUTES = """\
LANGDALE PARISH COUNCIL
FOOTPATHS COMMITTEE

Minutes of the meeting held on Tuesday 13 May 2025 at 7.15pm in the Reading Room, Village Hall

PRESENT: Cllr. Mrs E. Hadley (Chairman), Cllrs. T. Marsh, V. Okoro, Ms R. Teal
IN ATTENDANCE: Mr G. Pym (Clerk); Ms A. Lowry, Bridge Inspector, Fell Water Board (for minute 12); 3 members of the public
APOLOGIES: Cllrs. B. Shaw (illness), D. Crane (work)

11. DECLARATIONS
Cllr. Marsh declared an interest in minute 12 as a landowner and did not speak on that item.

12. STONE BRIDGE
Ms Lowry said that the piers had been undercut by the floods of March.
RESOLVED (3 votes to 1): to ask the Board for a footbridge and to set aside £4,000, provided the Board pays the rest.

13. STILES
The repair budget was approved unanimously. The minutes of the April meeting were approved.
The Clerk will write to the three farmers.

14. DATE OF NEXT MEETING
Tuesday 10 June 2025, 7.15pm, in the Reading Room.

The Chairman closed the meeting at 8.40pm.
"""


def report_of(text: str, published: str | None = None) -> Report:
    return brief(Source.from_text(text, published=published))


def briefing(text: str, published: str | None = None) -> Any:
    return report_of(text, published).briefing


def test_the_head_and_the_end_of_minutes() -> None:
    """Day, hour, room and length of a meeting come from the line over its minutes and the line below them."""
    found = briefing(MINUTES)
    assert (found.event.date, found.event.time, found.event.place) == (
        "2025-05-13",
        "7.15pm",
        "Reading Room, Village Hall",
    )
    assert (found.duration.minutes, found.duration.bound) == (85, "exact")
    assert found.title.startswith("Minutes of the meeting held on Tuesday 13 May 2025")


def test_those_present_with_initials_and_in_groups() -> None:
    """Initials behind "Cllrs." are people, what follows an office in its group is the body of that one, who sent apologies was away."""
    told = {p.name: (p.role, p.affiliation) for p in briefing(MINUTES).participants}
    assert list(told) == ["E. Hadley", "T. Marsh", "V. Okoro", "R. Teal", "G. Pym", "A. Lowry"]
    assert told["A. Lowry"] == ("Bridge Inspector", "Fell Water Board")
    assert told["G. Pym"][0] == "Clerk"


def test_decisions_and_steps_of_minutes() -> None:
    """What was resolved or approved is agreed, the approval of earlier minutes is not; who will do something next is a step."""
    found = briefing(MINUTES)
    agreed = " / ".join(a.what for a in found.agreements)
    assert "to ask the Board for a footbridge" in agreed
    assert "repair budget was approved" in agreed
    assert "April" not in agreed
    steps = {s.what: s.date for s in found.next_steps}
    assert steps["The Clerk will write to the three farmers."] is None
    assert "2025-06-10" in steps.values()


def test_the_verifier_supports_what_minutes_give() -> None:
    """No field read from the head, the lists and the decisions of minutes is refused."""
    bad = (Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
    assert [f.path for f in report_of(MINUTES).findings if f.verdict in bad] == []


def test_what_a_speaker_declares_is_no_clause() -> None:
    """The second verb of "declared an interest and did not speak" is the speaker's: no statement begins with the interest."""
    assert not any(p.statement.startswith("An interest") for p in briefing(MINUTES).positions)


MET = "Foreign Minister Ana Reyes of Peru met Foreign Minister Kofi Mensah of Ghana in Lima on 6 May 2025. "
LENGTHS = {
    "a range on the day": (
        "The foreign ministers of Peru and Ghana, Ana Reyes and Kofi Mensah, met in Lima on Monday, from 10.00 to 11.25.\n",
        (85, "exact"),
    ),
    "opened and closed": (MET + "The talks opened at 9:15 and, after a break of an hour, closed at 15:45.\n", (390, "exact")),
    "over midnight": (
        MET + "The two sides sat down at 2 p.m. on Tuesday and went on, with pauses, until shortly after 4 a.m.\n",
        (840, "about"),
    ),
    "till after": (
        "A public hearing of the Tolls Authority in Accra on 6 May 2025, chaired by Judge Kofi Mensah, went on from 10.30 a.m. till "
        "after 6 p.m. Ana Reyes of the hauliers' union said that tolls were too high.\n",
        (450, "at_least"),
    ),
    "a line over minutes": (
        "Stavne Rowing Club\nMinutes of the 12th Board meeting\n\nDate: 6 May 2025\nPlace: boathouse, Stavne\nTime: 14.00 - 16.10\n\n"
        "Present: Ola Berg (chair), Kari Lund (treasurer)\n\n1. Kari Lund said that the roof would cost 40,000.\n",
        (130, "exact"),
    ),
    "another's hours": (MET + "The museum is open from 10.00 to 17.00. A press conference was held from 4 p.m. to 5 p.m.\n", None),
    "hours to come": (MET + "They will meet again in Accra on 5 June from 10:00 to 12:30.\n", None),
    "a length in words first": (MET + "The meeting lasted two hours. It opened at 9:15 and closed at 11:20.\n", (120, "exact")),
}  # fmt: skip


@pytest.mark.parametrize("case", LENGTHS)
def test_a_length_told_by_beginning_and_end(case: str) -> None:
    """From when to when the event itself was is its length; hours of other things and hours to come are none."""
    text, expected = LENGTHS[case]
    report = report_of(text, "2025-05-07")
    told = report.briefing.duration
    assert (told and (told.minutes, told.bound)) == expected
    refused = [
        f.path
        for f in report.findings
        if f.path.startswith("/duration/") and f.verdict is not Verdict.SUPPORTED
    ]
    assert refused == []


TITLES = {
    "under a ministry": (
        "MINISTRY OF TRADE OF THE REPUBLIC OF KASUNO\nPress release          Kasu, 12.09.2025\n\nMINISTER LENDE CONCLUDED HER VISIT TO PERU\n\n",
        "MINISTER LENDE CONCLUDED HER VISIT TO PERU",
    ),
    "under a club": (
        "Friends of the Pier\nMinutes of the 9th Board meeting\n\nDate: Tuesday 6 May 2025\n\n",
        "Minutes of the 9th Board meeting",
    ),
    "under a paper": (
        "THE NORTH COAST HERALD\nThursday, October 10, 2024                 Page A3\n\nCouncil sinks plan for quay -- again\nBy ANN POE\n\n",
        "Council sinks plan for quay -- again",
    ),
    "in bold below an issue": (
        "TRADE LETTER  |  Issue 12  |  8 August 2025\n\n**Peru and Ghana close their talks: what is in the deal**\n\n",
        "Peru and Ghana close their talks: what is in the deal",
    ),
    "a question": ("Who Pays for the Dam?\n\nANALYSIS | By Rod Lake | Monday, 20 October 2025\n\n", "Who Pays for the Dam?"),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_the_headline_under_a_masthead(case: str) -> None:
    """Who gives a text out, the paper and the series are no title where a headline stands below."""
    head, expected = TITLES[case]
    body = "The ministers of the two countries met on Monday in the capital and spoke for an hour about the dam that both of them want built.\n"
    report = report_of(head + body)
    assert report.briefing.title == expected
    title = next(f for f in report.findings if f.path == "/title")
    assert title.verdict is Verdict.SUPPORTED


def test_an_office_is_for_a_matter_and_of_a_state() -> None:
    """ "External Relations" is what a minister is for and no body; the state behind it is the affiliation."""
    found = briefing(
        "Minister of External Relations Ana Reyes met on 6 May 2025 in Lima with Kofi Mensah, Minister of Trade of Ghana.\n\n"
        "The Minister of Digital Services, Lena Ost, also took part.\n"
    )
    told = {p.name: (p.role, p.affiliation) for p in found.participants}
    assert told["Ana Reyes"] == ("Minister of External Relations", None)
    assert told["Kofi Mensah"] == ("Minister of Trade", "Ghana")
    assert told["Lena Ost"][1] is None


def test_who_is_to_lead_what_is_new_took_no_part() -> None:
    """Those who will chair a group that is only founded, or lead a team that will travel, did not take part."""
    found = briefing(
        MET
        + "The Ministers agreed to create a joint working group on transit, co-chaired by Deputy Minister Bo Yul and Deputy "
        "Secretary Marek Saar. Technical teams led by Hilma Shiko are due to visit the port of Tema.\n"
    )
    assert [p.name for p in found.participants] == ["Ana Reyes", "Kofi Mensah"]


def test_the_host_and_those_across_the_table() -> None:
    """Who invited to a gathering, who led a team and who sat across from him took part."""
    found = briefing(
        "At the invitation of the Prime Minister of Peru, Ms Ana Reyes, heads of government gathered in Lima on 6 May 2025. "
        "The Ghanaian team was led by Justice Minister Kofi Mensah. Across from him sat Ambassador Lena Ost.\n"
    )
    assert {"Ana Reyes", "Kofi Mensah", "Lena Ost"} <= {p.name for p in found.participants}


def test_a_routine_briefing_is_its_own_event() -> None:
    """A weekly briefing on many things is no meeting of which it tells, and lasted no forty minutes because one of these did."""
    found = briefing(
        "MINISTRY OF FOREIGN AFFAIRS, LIMA\nWeekly media briefing, Thursday, 18 September 2025\n\n"
        "SPOKESPERSON: Good afternoon. Yesterday the Minister met the ambassador of Norway, Mr. Tom Lind, in Cusco. They talked for "
        "about forty minutes.\n\nQ: On the ships. How many are held?\n\nSPOKESPERSON: Nine ships are held. We will not pay for them.\n"
    )
    assert (found.event.what, found.event.date, found.event.place) == ("media briefing", "2025-09-18", None)
    assert found.duration is None
    assert {p.speaker for p in found.positions} == {"Spokesperson"}
