"""Cues of several words, of stance and of documents, and whose clause they stand in: who holds or says what."""

from __future__ import annotations

import pytest
from test_attributions import attributions, told

SUBJECTS = [
    pytest.param("Even traders who favor tariffs agree that talks help.", "Even traders who favor tariffs", id="short verb in a relative clause"),
    pytest.param("Many of the pilots who'd rather sail or walk said the port is shut.", "Many of the pilots", id="contracted relative"),
    pytest.param("A new union started by a former cook has said that pay is low.", "A new union started by a former cook", id="participle with its agent"),
    pytest.param("A report released by the Ek Fund last year estimated that ten ships sank.", "A report released by the Ek Fund", id="a report released"),
    pytest.param("A poll released on Monday showed that fares rose.", "A poll", id="released on a day"),
    pytest.param("Sailors, cooks, and many porters claim it will rain.", "Sailors, cooks, and many porters", id="comma before and"),
    pytest.param("Sen. Ann Lee (D) and Gov. Bo Ek (R) announced they will stay.", "Sen. Ann Lee (D) and Gov. Bo Ek", id="parties in brackets"),
    pytest.param("Jolly said he would be cautious.", "Jolly", id="name in -ly"),
    pytest.param("Mr. Ek, whose firm, Nord, makes sails, said that trade was slow.", "Mr. Ek", id="firm in a relative clause"),
    pytest.param("Berg, who once ran a ferry in the north, said prices of the tickets were high.", "Berg", id="no inverted tag"),
    pytest.param("The storm led her to declare that the port was shut.", "her", id="led her to declare"),
    pytest.param("Lee rounded out the list of guests, saying that trade was slow.", "Lee", id="unknown verb after a name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_whose_words(text: str, speaker: str) -> None:
    """The whole noun phrase before a cue is the speaker, and no part of a clause inside it."""
    assert speaker.split(" who")[0] in {(s.speaker or "").split(" who")[0] for s in attributions(text)}


CUES = [
    pytest.param("Berg lashed out at the owners on Monday.", ("Berg", "lashed out", ["the owners on Monday"]), id="particle"),
    pytest.param("Berg took issue with the report.", ("Berg", "took issue with", ["the report"]), id="set phrase"),
    pytest.param("She made it clear that talks are over.", ("She", "made it clear", ["talks are over"]), id="made it clear"),
    pytest.param("The mayor distanced himself from the plan.", ("The mayor", "distanced himself from", ["the plan"]), id="reflexive"),
    pytest.param('"No," shot back Ann Lee.', ("Ann Lee", "shot back", ["No,"]), id="particle before its subject"),
    pytest.param("The board sees the deal as a mistake.", ("The board", "sees", ["the deal as a mistake"]), id="sees as"),
    pytest.param("The poll found Berg ahead of Lee.", ("The poll", "found", ["Berg ahead of Lee"]), id="what a poll found"),
    pytest.param("The minister did not mention the strike.", ("The minister", "did not mention", ["the strike"]), id="did not mention"),
    pytest.param("The law opposed by the union was passed.", ("the union", "opposed", ["The law"]), id="opposed by"),
    pytest.param("Her point was that the quay would sink.", ("Her", "point", ["the quay would sink"]), id="her point was"),
    pytest.param("Berg repeated his claim that the quay sank.", ("Berg", "claim", ["the quay sank"]), id="repeated his claim"),
    pytest.param("Voters are divided over the tunnel.", ("Voters", "divided", ["the tunnel"]), id="divided over"),
    pytest.param("Berg explained to the council why fares rose.", ("Berg", "explained", ["why fares rose"]), id="question behind the hearer"),
    pytest.param("(According to the port, no ship was late.)", ("the port", "According to", ["no ship was late"]), id="in brackets"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_cues(text: str, expected: tuple[str, str, list[str]]) -> None:
    """A cue of several words, or of stance, has its subject and what it is about."""
    assert expected in told(text)


NOTHING = [
    pytest.param("The film cast him in May.", id="cast without as"),
    pytest.param("He saw the boat near the pier.", id="saw without as"),
    pytest.param("The captain found the boat.", id="a person finds"),
    pytest.param("She came out of the house and took a boat.", id="no phrase"),
    pytest.param("He made it home by ten.", id="made it home"),
    pytest.param("The facts reported by the agency were old.", id="source of a fact"),
    pytest.param(
        "The grant that Berg put forward in May would repair the bridge.", id="object before its clause"
    ),
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_attribution(text: str) -> None:
    """The same words in another use attribute nothing."""
    assert [s.cue for s in attributions(text)] == []


def test_headlines_without_articles() -> None:
    """In a headline a form in -s after a name is its verb, though it might be a plural."""
    assert ("Berg", "demands", ["new bridge"]) in told(
        "Berg demands new bridge\n\nThe mayor wrote on Monday."
    )
    assert not [s for s in attributions("Budget questions are likely to come up\n\nIt rained.") if s.cue]


def test_question_on_a_day() -> None:
    """A question put on a day, in a place or again is what was asked."""
    found = attributions("Asked on Monday whether she would resign, Ms. Lee said no.")
    assert ["whether she would resign"] in [s.content for s in found]


def test_quotation_after_a_sentence_between() -> None:
    """A quotation goes to the speaker of its paragraph over a plain sentence, and to the person such a sentence tells of."""
    (same,) = attributions('"We will go," Lee said. The wind was cold. "It is time to go home."')
    assert (same.speaker, same.content) == ("Lee", ["We will go,", "It is time to go home."])
    other = attributions('"We will go," Lee said. Bo Ek shook his head. "Never in my life."')
    assert [(s.speaker, s.found.strength) for s in other] == [("Lee", "strong"), ("Bo Ek", "weak")]


def test_interposed_tag_after_because() -> None:
    """After "because, he said," only what goes on is said."""
    found = attributions("The ferry stayed in port because, Berg said, the wind was strong.")
    assert ["the wind was strong"] in [s.content for s in found]
