"""Which number of a sentence is meant, and numbers and days that follow from others: ages, anniversaries, sums."""

from __future__ import annotations

import pytest

from summarizer import Source, check

TEXT = Source.from_text(
    """Joint statement on the port treaty

April 9, 2031, marks the 50th anniversary of the signing of the port treaty by Norland and Sudland. The treaty built on the Harbour Charter of 1979. Small boats are 12 times more likely to lose their nets, 30 times more likely to sink. Norland gave 40 million crowns for lighthouses and Sudland gave 25 million crowns for pilots. The two states will hold a bilateral dialogue on dredging in the inaugural session of the council.
""",
    published="2031-04-09",
)
TRUE = (
    "Small boats are 30 times more likely to sink.",
    "Small boats are 12 times more likely to lose their nets.",
    "The port treaty was signed on April 9, 1981.",
    "The signing of the port treaty took place in 1981.",
    "The 40 million crowns for lighthouses and the 25 million crowns for pilots come to 65 million crowns in all.",
    "The two states will hold a two-way dialogue on dredging.",
    "The Harbour Charter was 52 years old when the statement was published.",
)
FALSE = (
    "Small boats are 12 times more likely to sink.",
    "Small boats are 30 times more likely to lose their nets.",
    "The port treaty was signed on April 9, 1982.",
    "The signing of the port treaty took place in 1979.",
    "The 40 million crowns for lighthouses and the 25 million crowns for pilots come to 75 million crowns in all.",
    "The states will hold a three-way dialogue on dredging.",
    "The Harbour Charter was 50 years old when the statement was published.",
)


@pytest.mark.parametrize("claim", TRUE)
def test_supports_the_right_number(claim: str) -> None:
    assert check(claim, TEXT).verdict == "supported"


@pytest.mark.parametrize("claim", FALSE)
def test_refuses_another_number(claim: str) -> None:
    assert check(claim, TEXT).verdict != "supported"


# Every value stands in the source; what is claimed joins them otherwise.
REPORT = Source.from_text(
    """The budget committee sat on Tuesday. The session ended at 4:25 p.m., lasting about 50 minutes, an aide said.

Goldwin Bank is saying that there will be five cuts this year; the Reserve indicated maybe two.

Of the $40 million fund, $6 million went to the city of Arden and $12 million went to clinics across the country.

The envoys agreed to a sequence of talks starting on the 3rd and 4th in Lund, a council meeting on the 6th in Oslo, and a plenary on the 7th.

The hearing opened at 9:15 a.m. and the clerk arrived at 9:22 a.m. It was adjourned at 10:40 a.m.
""",
    published="2024-05-14",
)
JOINED = [
    ("The session ended at 4:25 p.m.", True),
    ("The session started at 4:25 p.m.", False),
    ("The session began at 4:25 p.m. and lasted about 50 minutes.", False),
    ("The hearing opened at 9:15 a.m. and was adjourned at 10:40 a.m.", True),
    ("The hearing opened at 10:40 a.m. and was adjourned at 9:15 a.m.", False),
    ("The hearing lasted 85 minutes.", True),
    ("The hearing lasted 75 minutes.", False),
    ("The clerk arrived seven minutes after the hearing opened.", True),
    ("The hearing opened seven minutes after the clerk arrived.", False),
    ("Goldwin Bank expects five cuts this year and the Reserve maybe two.", True),
    ("The Reserve expects five cuts this year, Goldwin Bank two.", False),
    ("Goldwin Bank expects three more cuts than the Reserve.", True),
    ("The Reserve expects three more cuts than Goldwin Bank.", False),
    ("Of the $40 million, $6 million had gone to Arden.", True),
    ("Of the $40 million, $12 million had gone to Arden.", False),
    ("The clinics received $6 million more than the city of Arden.", True),
    ("The city of Arden received $6 million more than the clinics.", False),
    ("The clinics got twice as much of the fund as Arden.", True),
    ("Arden got twice as much of the fund as the clinics.", False),
    ("The clinics got three times as much of the fund as Arden.", False),
    ("The council meeting is on the 6th in Oslo.", True),
    ("The council meeting is on the 7th in Oslo.", False),
    ("The council meeting is on the 6th in Lund.", False),
]


@pytest.mark.parametrize(("claim", "supported"), JOINED)
def test_values_stand_with_what_they_are_of(claim: str, supported: bool) -> None:
    """Begin and end, whose number, which day in which town, who has more: told right it is supported, turned round never."""
    finding = check(claim, REPORT)
    assert (finding.verdict == "supported") is supported, finding.reasons


LEADERS = Source.from_text(
    """Readout of the Call with Northern Leaders

Chancellor Anna Brandt held a video call with northern leaders today.

Participants in the call included Prime Minister Ilse Tarrant of Norway, Prime Minister Jon Vik of Sweden,
President Maja Holm of Finland, European Commission President Rut Aalto, and European Council President Per Lang.

Polls say that 38 percent of Norlanders call themselves bilingual.
"""
)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("About 62 percent of Norlanders do not call themselves bilingual.", True),
        ("About 52 percent of Norlanders do not call themselves bilingual.", False),
        ("About 62 percent of Norlanders call themselves bilingual.", False),
        ("About 38 percent of Norlanders do not call themselves bilingual.", False),
    ],
)
def test_a_share_denied_is_the_rest_of_the_whole(claim: str, supported: bool) -> None:
    """What 62 percent are not, the other 38 are; the rest must fit, and the denial must be there."""
    finding = check(claim, LEADERS)
    assert (finding.verdict == "supported") is supported, finding.reasons


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Two prime ministers and one president of a state took part in the call.", True),
        ("Three prime ministers and one president of a state took part in the call.", False),
        ("Two prime ministers and four chancellors took part in the call.", False),
        ("Only one prime minister took part in the call.", False),
        (
            "Three of the participants Brandt spoke with lead individual countries; the other two head the Commission and the Council.",
            True,
        ),
        (
            "Four of the participants Brandt spoke with lead individual countries; the other two head the Commission and the Council.",
            False,
        ),
        (
            "Three of the participants Brandt spoke with lead individual countries; the other four head the Commission and the Council.",
            False,
        ),
    ],
)
def test_counts_by_office(claim: str, supported: bool) -> None:
    """Holders of each office are counted for themselves; those who are left are the rest of all."""
    finding = check(claim, LEADERS)
    assert (finding.verdict == "supported") is supported, finding.reasons


@pytest.mark.parametrize(
    ("claim", "right"),
    [
        ("Customs seized 90 boats in a six-week campaign.", True),
        ("Customs seized 90 boats in a two-week campaign.", False),
        ("The two-week campaign led to 12 seizures.", True),
        ("The six-week campaign led to 12 seizures.", False),
    ],
)
def test_a_number_of_another_sentence_is_not_brought_to_the_same_thing(claim: str, right: bool) -> None:
    """Where the sentence tells another length of the very thing, one that stands nearby is not its."""
    text = "Customs seized 90 boats in a six-week campaign. Last year's two-week campaign led to 12 seizures."
    assert (check(claim, Source.from_text(text)).verdict == "supported") is right
