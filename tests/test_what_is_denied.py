"""Tests denials told in other words: by an answer, by what was put off, by the sentence behind, by what a text leaves out."""

from __future__ import annotations

import pytest

from summarizer import Source, check
from summarizer.report import Verdict

MINUTES = Source.from_text(
    """Minutes of the Harbour Board of Velsund, 14 March 2023

Present: Marit Aune (Chair), Peter Okoro (Treasurer), Lena Strand, Johan Viik (harbour master).

1. Quay repairs. The request to close the north quay to lorries was put off until the April meeting. Ms Strand proposed a weight limit of 20 tonnes. Mr Okoro and the Chair were against it.

2. Fees. A letter was sent to the Ministry of Fisheries in January; an answer is still outstanding. The Board deferred the vote on the new mooring fees. Mr Okoro asked whether the ferry company had paid its arrears. Mr Viik said it had not.

3. Crane. Ms Aune suggested buying a second crane. The Treasurer took note of the suggestion. Of the 14 sheds, only three have lifts. Only boats over 9 metres need a permit.
"""
)
INTERVIEW = Source.from_text(
    """Interview: "We are not for sale"

The Veldt Courier, 3 June 2024

Tobias Renner, chief executive of the shipyard Halden Marine, spoke to our reporter Anna Vos in Halden on Sunday.

COURIER: The Danish papers write that Halden Marine has promised to build the ferry in Odense.

RENNER: No. We are talking, that's all.

COURIER: Will you cut jobs this year?

RENNER: Not this year. Next year nobody can promise anything.

COURIER: Is Ms Lindqvist going to join the board?

RENNER: She is, she starts in September.

COURIER: Didn't the yard promise to publish the report?

RENNER: It did, and it will. It isn't finished.
"""
)
NEWS = Source.from_text(
    """Talks on the river treaty end without a date

KORVAL, Sept. 12, 2025 - Delegations of Tarvia and Brenland met for seven hours in Korval on Friday.

The Tarvian foreign minister, Ivo Maren, suggested a ceasefire on the river from Oct. 1. Brenland was opposed. A radio station in Tarvia reported late on Thursday that the two sides had signed a truce. Both governments denied it within the hour.

The results of the survey will be binding for the two bridges at Korval, not for the dams upstream. Asked whether Tarvia had withdrawn its troops, the mediator, Claire Dufour, said no. She would neither confirm nor deny that the Union had offered money. It is untrue that the captain was beaten.
"""
)
READOUT = Source.from_text(
    """Readout of the Prime Minister's Call with President Adaeze Nwosu of Ulandia

Office of the Prime Minister, 9 February 2022

Prime Minister Erik Halvorsen spoke by telephone today with President Adaeze Nwosu of Ulandia. The Prime Minister voiced concern about the detention of two fishermen and proposed a visit of experts to the port of Lomé.

The leaders touched on the drought in the Sahel. The scholarships are open to all citizens of Ulandia.
"""
)

# A source, what it tells, and a twin that it does not.
TWINS = [
    (MINUTES, "The Board took no decision on closing the north quay to lorries.", "The Board decided to close the north quay to lorries."),
    (MINUTES, "The Board did not vote on the new mooring fees.", "The Board voted on the new mooring fees."),
    (MINUTES, "The Ministry of Fisheries has not yet answered the letter sent in January.", "The Ministry of Fisheries has answered the letter sent in January."),
    (MINUTES, "The weight limit proposed by Ms Strand was opposed by the Treasurer and the Chair.", "The weight limit proposed by Ms Strand was backed by the Treasurer and the Chair."),
    (MINUTES, "According to Mr Viik, the ferry company had not paid its arrears.", "According to Mr Viik, the ferry company had paid its arrears."),
    (MINUTES, "The Treasurer did not commit himself to the purchase of a second crane.", "The Treasurer agreed to the purchase of a second crane."),
    (MINUTES, "Only three of the 14 sheds have lifts.", "All 14 sheds have lifts."),
    (MINUTES, "Boats over 9 metres need a permit.", "Boats under 9 metres need a permit."),
    (INTERVIEW, "Renner denied that Halden Marine had promised to build the ferry in Odense.", "Halden Marine has promised to build the ferry in Odense, Renner said."),
    (INTERVIEW, "The yard will not cut jobs this year, according to Renner.", "The yard will cut jobs this year, according to Renner."),
    (INTERVIEW, "Ms Lindqvist is going to join the board, Renner said.", "Renner denied that Ms Lindqvist would join the board."),
    (INTERVIEW, "Renner said that the yard had promised to publish the report.", "Renner denied that the yard had promised to publish the report."),
    (NEWS, "The Tarvian foreign minister suggested a ceasefire on the river, which Brenland opposed.", "The Tarvian foreign minister suggested a ceasefire on the river, which Brenland supported."),
    (NEWS, "A radio station in Tarvia reported that a truce had been signed, which both governments denied.", "A radio station in Tarvia reported that a truce had been signed, which both governments confirmed."),
    (NEWS, "The results of the survey will not bind the dams upstream.", "The results of the survey will not be binding for the two bridges at Korval."),
    (NEWS, "Ms. Dufour said that Tarvia had not withdrawn its troops.", "Ms. Dufour said that Tarvia had withdrawn its troops."),
    (NEWS, "The captain was not beaten.", "The captain was beaten."),
    (NEWS, "The mediator would not say whether the Union had offered money.", "The mediator denied that the Union had offered money."),
    (READOUT, "The scholarships are not limited to students.", "The scholarships are limited to students."),
    (READOUT, "The readout does not mention any agreement on the drought in the Sahel.", "The readout does not mention the drought in the Sahel."),
    (READOUT, "The readout does not name the two fishermen.", "The readout does not name the President of Ulandia."),
    (READOUT, "The readout contains no apology by President Nwosu.", "The readout mentions no visit of experts."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "told", "twin"), TWINS)
def test_a_denial_is_told_in_other_words(source: Source, told: str, twin: str) -> None:
    """What the text denies otherwise is supported, and the reverse of it is not."""
    finding = check(told, source)
    assert finding.verdict is Verdict.SUPPORTED, finding.reasons
    assert finding.spans
    assert check(twin, source).verdict is not Verdict.SUPPORTED
