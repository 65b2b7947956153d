"""What an editor would not let pass: cut names of states and bodies, lead-ins of lists, halves of statements."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import Source, brief

MET = "Ana Reyes, Chile's foreign minister, and Tom Lind, Norway's prime minister, met in Geneva on 3 May 2024.\n\n"


def briefing(text: str) -> Any:
    return brief(Source.from_text(text)).briefing


def positions(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(p.holder, p.speaker, p.statement) for p in briefing(MET + text).positions]


def test_states_with_an_ampersand_and_the_ministers_of_a_list() -> None:
    """ "Trinidad & Tobago" is a state, and each state of "foreign ministers from A, B and C" sent one."""
    found = briefing(
        "Readout of Minister Ana Reyes's call with Caribbean ministers\n\nMinister Ana Reyes of Chile spoke on 3 May 2024 with "
        "Secretary General Tom Lind. The foreign ministers from Trinidad & Tobago, the Bahamas, St. Kitts & Nevis and Belize "
        "participated in the call.\n"
    )
    ministers = [p.affiliation for p in found.participants if p.role == "Foreign Minister" and p.name is None]
    assert ministers == ["Trinidad and Tobago", "Bahamas", "Saint Kitts and Nevis", "Belize"]


def test_the_body_of_an_office_in_a_list() -> None:
    """The "of" and "and" inside a body's name part no person from it, nor does a role inside a body's name make one."""
    found = briefing(
        MET
        + "Participants in the meeting included:\n\n- Acting Director of the Office of Trade and Budget Karin Holm\n"
        "- Chair of the Harbour Safety Board Piet Maas\n- Envoy to the King and Chair of the Council of Marine Advisors Ida Krog\n"
        "- Secretary of Ports and Public Works Lena Ost\n"
    )
    told = {p.name: (p.role, p.affiliation) for p in found.participants}
    assert told["Karin Holm"] == ("Acting Director", "Office of Trade and Budget")
    assert told["Piet Maas"] == ("Chair", "Harbour Safety Board")
    assert told["Ida Krog"] == ("Chair", "Council of Marine Advisors")
    assert told["Lena Ost"] == ("Secretary of Ports and Public Works", None)


def test_a_body_called_by_a_word_for_a_person() -> None:
    """ "Open Source" before "Foundation" is a part of a name and no role; the room where a council met is none of its name."""
    found = briefing(
        "---\ntitle: Readout of the Second Meeting of the Northern Fisheries Council\ndate: 2024-05-03\n---\n\nThis afternoon, the "
        "President met with the Northern Fisheries Council in the East Hall to discuss quotas.\n\n"
        "Organizations joining were Nordvik, the Open Source Harbour Foundation, Sjobank.\n"
    )
    names = [p.name for p in found.participants]
    assert "Open Source Harbour Foundation" in names
    assert "Northern Fisheries Council" in names
    assert found.event.place == "East Hall"


def test_the_words_that_lead_in_a_list_are_no_statement() -> None:
    """What stands below a colon is said, each item with the words above it; a bullet's first word is nobody."""
    found = positions(
        "Lind highlighted several examples, including:\n\n- New rules for trawlers that would make nets safer.\n"
        "- Progress on the repair of the locks.\n"
    )
    assert found == [
        ("Tom Lind", None, "Lind highlighted several examples, including: New rules for trawlers that would make nets safer."),
        ("Tom Lind", None, "Lind highlighted several examples, including: Progress on the repair of the locks."),
    ]  # fmt: skip


def test_what_each_party_undertakes_below_a_commitment() -> None:
    """Under "the Parties commit to take the following actions" every paragraph of a party is agreed, and the lead-in is not."""
    found = briefing(
        "Joint Statement on the Chile-Norway Fisheries and Trade Meeting in Geneva\n\nThe Government of Chile and the Government of Norway,\n\n"
        "The Parties commit to take the following actions by 14 May 2025:\n\nChile will (i) lift the levy on cod and (ii) return the nets.\n\n"
        "Norway will release the two trawlers.\n\nAfter that, the Parties will establish a mechanism to continue discussions about quotas "
        "and fees.\n"
    )
    assert [a.what for a in found.agreements] == [
        "Chile will (i) lift the levy on cod and (ii) return the nets.",
        "Norway will release the two trawlers.",
    ]
    assert not any("following" in p.statement for p in found.positions)
    assert [f.name for f in found.agreed_formats] == [
        "mechanism to continue discussions about quotas and fees"
    ]


def test_two_verbs_make_one_whole_statement() -> None:
    """Neither half of "reiterated A and expressed B" is lost, and what must "address" something is not cut before it."""
    found = positions(
        "The ministers reiterated their concern about the build-up and expressed their support for the treaty.\n\n"
        "Reyes made clear that any dialogue must rest on trust and address the fears of the coast.\n"
    )
    assert [statement for _, _, statement in found] == [
        "The ministers reiterated their concern about the build-up and expressed their support for the treaty.",
        "Any dialogue must rest on trust and address the fears of the coast.",
    ]


def test_a_clause_goes_on_behind_its_parentheses() -> None:
    """Neither a phrase between commas nor one between dashes, even at the head of a line, ends a statement."""
    found = briefing(
        "Joint statement by President of Peru Ana Reyes and President of Chile Tom Lind\n\nWe met in Lima on 3 May 2024.\n\n"
        "We express our confidence that this meeting, in the presence of Prime Minister Ida Krog of Norway, is a foundation for peace.\n\n"
        "- In this context, both sides will designate their teams to discuss\n  — with a view to finalizing — a plan for the river.\n"
    )
    statements = [p.statement for p in found.positions]
    assert any(s.endswith("is a foundation for peace.") for s in statements)
    assert not any(s.endswith("to discuss.") for s in statements)


def test_a_format_for_two_matters() -> None:
    """The first of two matters belongs to a body's name, and where it is to be of help is not where it sits."""
    found = briefing(
        MET
        + "They agreed to stand up a new search assistance and storm relief mechanism which will enable them to meet challenges in the "
        "Arctic.\n\nIt was agreed to maintain contacts at various levels.\n"
    )
    assert [(f.name, f.place) for f in found.agreed_formats] == [
        ("search assistance and storm relief mechanism", None)
    ]
    assert [a.what for a in found.agreements] == ["It was agreed to maintain contacts at various levels."]


def test_holders_with_a_team_and_before_all_states() -> None:
    """A minister and her team hold a view together; "all states", of which the law speaks, hold none."""
    found = positions(
        "Reyes and her team reiterated their firm commitment to the treaty.\n\nLind and Reyes met to honour the integrity of all states. "
        "They reaffirmed their dedication to the court.\n"
    )
    assert [holder for holder, _, _ in found][:1] == ["Reyes and her team"]
    assert "all states" not in [holder for holder, _, _ in found]


def test_a_second_verb_of_the_reporter_begins_another_statement() -> None:
    """ ", while saying that" ends no statement in the middle of a sentence; one aim after another under one "on" is not cut off."""
    found = positions(
        "Lind argued that Norway has the right to fish in the bay, while saying that the nets of others pose a threat.\n\n"
        "Reyes reaffirmed her commitment to work with the islands on managing the storm, advancing trade, addressing the drought, and "
        "strengthening the ports.\n"
    )
    statements = [statement for _, _, statement in found]
    assert statements[0] == (
        "Lind argued that Norway has the right to fish in the bay, while saying that the nets of others pose a threat."
    )
    assert statements[-1].endswith("addressing the drought, and strengthening the ports.")


STEPS = {
    "two clauses, two dates": (
        "The ministries will exchange data by 15 November 2024, and a joint committee is to meet in Oslo on 3 December 2024.",
        {("2024-11-15", None), ("2024-12-03", "Oslo")},
    ),
    "no date, somebody who can act": ("Technical teams are due to visit the pumping station at Arica.", {(None, "Arica")}),
    "no date, a state of things": ("The costs will be high. Winter will bring more snow.", set()),
    "no date, foretold by somebody": ("Lind said that the ministers might meet if the price fell.", set()),
    "a promise": ("Reyes undertook to take the matter up with the Harbour Board.", {(None, None)}),
    "due by a day": ("Results are due by 30 May 2024.", {("2024-05-30", None)}),
    "where to": ("Lind will travel to Lima on 25 May 2024.", {("2024-05-25", "Lima")}),
    "refused": ("Lind will not visit the station on 25 May 2024.", set()),
}  # fmt: skip


@pytest.mark.parametrize("case", STEPS)
def test_next_steps(case: str) -> None:
    """Each clause announces with its own date and place; without a date only somebody who can act, and no forecast."""
    sentence, expected = STEPS[case]
    found = briefing(MET + sentence + "\n").next_steps
    assert {(s.date, s.place) for s in found} == expected


def test_a_step_tells_of_what() -> None:
    """A step that begins with "it" or "she" is given with the words that tell what or whom it means."""
    found = briefing(
        MET
        + "The ministers founded a fish desk in Bergen. It is to begin work on 1 June 2024. Karin Holm has announced that she "
        "will step down on 5 June 2024.\n"
    ).next_steps
    assert [s.what for s in found] == [
        "The ministers founded a fish desk in Bergen. It is to begin work on 1 June 2024.",
        "Karin Holm has announced that she will step down on 5 June 2024.",
    ]


def test_a_calendar_of_what_is_to_come() -> None:
    """The lines below "Dates to watch" are steps, those that lie behind the publication are not."""
    text = "---\ntitle: Fish talks\ndate: 2024-05-04\n---\n\n" + MET
    found = briefing(
        text
        + "**Dates to watch**\n1 May – first session\n12 May – second session of the lawyers\n9 Oct – signing, Bergen\n"
    )
    assert [s.date for s in found.next_steps] == ["2024-05-12", "2024-10-09"]


FORMATS = {
    "The ministers agreed to establish a shared storm warning desk in Bergen.": ("shared storm warning desk", "Bergen", "agreed"),
    "A joint task force of the two police services will guard the line.": ("joint task force of the two police services", None, "announced"),
    "There will be a joint secretariat in Oslo from June.": ("joint secretariat", "Oslo", "announced"),
    "They asked their negotiators to hold a fifth round in Lima in June 2024.": ("fifth round", "Lima", "agreed"),
    "A crisis telephone line between the harbour masters of Bergen, Hamar and Molde is already in use.": (
        "crisis telephone line between the harbour masters of Bergen, Hamar and Molde", None, "in_use",
    ),
}  # fmt: skip


@pytest.mark.parametrize("sentence", FORMATS)
def test_formats_by_what_is_set_up(sentence: str) -> None:
    """Desks, secretariats, task forces, rounds and lines are formats, each with its place and status."""
    assert [(f.name, f.place, f.status) for f in briefing(MET + sentence + "\n").agreed_formats] == [
        FORMATS[sentence]
    ]


def test_what_something_is_ahead_of_is_not_agreed() -> None:
    """ "Ahead of the ministerial meetings" tells when, and makes no format of these meetings."""
    found = briefing(MET + "They agreed to speak again ahead of the ASEAN ministerial meetings in July.\n")
    assert found.agreed_formats == []


def test_a_statement_that_leans_on_a_this() -> None:
    """ "This would cost two posts" is given with the sentence that it leans on, "denied it" alone is left out."""
    found = positions(
        "The harbour office was asked to publish its levels daily. Lind indicated that this would require two more posts.\n\n"
        "A radio reported a deal. Reyes denied it.\n"
    )
    assert found[0][:2] == ("Tom Lind", "Tom Lind")
    assert found[0][2].startswith("The harbour office was asked to publish its levels daily.")
    assert not any(statement.endswith("denied it.") for _, _, statement in found)


def test_what_a_correction_takes_back() -> None:
    """What a paper says it had wrongly reported is neither agreed nor anybody's position."""
    found = briefing(
        MET
        + "Correction: In Issue 30 we wrote that Norway had agreed to open its market to wine. It has not.\n"
    )
    assert found.agreements == []
    assert not any("wine" in p.statement for p in found.positions)


def test_an_office_is_not_its_holder() -> None:
    """What somebody's office says is said by the office, and "in his view" is that of the one the sentence is about."""
    found = positions(
        "Lind's office said it had nothing to add.\n\nKarin Holm, an economist, is not convinced: a committee, in her view, is what "
        "governments set up when they would rather not decide.\n"
    )
    assert ("Lind's office", "Lind's office", "Lind's office said it had nothing to add.") in found
    assert all(speaker == "Karin Holm" for _, speaker, words in found if "committee" in words)


def test_a_list_told_in_running_text() -> None:
    """ "We agreed on two things" is followed by what was agreed, and is nothing itself."""
    found = briefing(
        MET
        + "They agreed on two things. First, Norway will buy 120 tonnes of salt. Second, the port fee will fall to 3 crowns.\n"
    )
    assert [a.what for a in found.agreements] == [
        "First, Norway will buy 120 tonnes of salt.",
        "Second, the port fee will fall to 3 crowns.",
    ]
