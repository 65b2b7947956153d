"""Lengths between two events and counts by kind that a claim works out from all of a text."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

PACT = Source.from_text(
    """---
title: Statement on the Meeting of the Port Ministers of Norland and Sudovia
date: '2024-09-05'
published_time: 2024-09-05 21:40:00+02:00
source_url: https://www.ports.example.org/news/meeting
---

Minister Ada Krull of Norland and Minister Per Voss of Sudovia met in Harwick today. Participants in the meeting included Minister Ada
Krull of Norland, Minister Per Voss of Sudovia, Prime Minister Ann Hale of Westmark, and NATO Secretary General Olaf Brandt.

The Brinemark Convention of June 2016 remains the basis of their work. On August 20, 2024, the pilots ended their strike in Lund. The
harbour council will convene in Oslo on September 14, and the audit commission in Bern on September 16. By the end of 2024, the two
ports intend to open the joint radar centre.

Under Regulation 12 of March 4, 2024, Regulation 15 of March 6, 2024 and Regulation 18 of May 2, 2024 the fees were raised. Officials
from the Office of Radar Safety, the Department of Trade, the Department of Fisheries, and the National Harbour Bank attended. A survey found
that 38 percent of sailors speak Sudovian. The second sitting ended at 6:20 p.m., lasting about 40 minutes.
"""
)
PACT_TRUE = {
    "separate": "Sixteen days separate the end of the pilots' strike from the ministers' meeting.",
    "had passed": "When the ministers met, sixteen days had passed since the pilots ended their strike.",
    "old": "The Brinemark Convention was eight years old when the ministers met.",
    "not yet old": "At the time of the meeting the Brinemark Convention was not yet nine years old.",
    "follow by": "The audit commission in Bern follows the harbour council by two days.",
    "within": "The joint radar centre is to open within four months of the meeting.",
    "off": "The sitting of the audit commission in Bern was eleven days off when the ministers met.",
    "one": "The audit commission will convene two days after the one in Oslo.",
    "by number": "The fees were raised under three regulations.",
    "of a kind": "Officials from two departments attended.",
    "of a body": "Fewer than two in five sailors speak Sudovian.",
    "rough beginning": "The second sitting began at roughly 5:40 p.m.",
    "zone": "The statement was published at 19:40 UTC.",
    "part of the day": "The statement was published on a Thursday, late in the evening.",
}
PACT_FALSE = {
    "separate": "Nineteen days separate the end of the pilots' strike from the ministers' meeting.",
    "had passed": "When the ministers met, six days had passed since the pilots ended their strike.",
    "old": "The Brinemark Convention was eighteen years old when the ministers met.",
    "not yet old": "At the time of the meeting the Brinemark Convention was not yet eight years old.",
    "follow by": "The audit commission in Bern follows the harbour council by three days.",
    "follow, turned": "The harbour council follows the audit commission in Bern by two days.",
    "within": "The joint radar centre is to open within two months of the meeting.",
    "off": "The sitting of the audit commission in Bern was nine days off when the ministers met.",
    "another event": "The Brinemark Convention was signed sixteen days before the ministers met.",
    "by number": "The fees were raised under four regulations.",
    "of a kind": "Officials from three departments attended.",
    "of a body": "Fewer than one in five sailors speak Sudovian.",
    "rough beginning": "The second sitting began at roughly 5:10 p.m.",
    "exact beginning": "The second sitting began at exactly 5:40 p.m.",
    "zone": "The statement was published at 21:40 UTC.",
    "part of the day": "The statement was published on a Thursday, early in the morning.",
}


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("Of the participants, three led states and one represented an international organisation.", True),
        ("Of the participants, four led states and one represented an international organisation.", False),
        ("Four people were named as participants.", True),
        ("Five people were named as participants.", False),
    ],
)
def test_who_takes_part_is_counted_by_what_they_stand_for(claim: str, supported: bool) -> None:
    """Those who lead a state are told from those who stand for a body of several."""
    source = Source.from_text(
        "Readout of a Call on Ferries\n\nThe leaders spoke about ferries today. Participants in the call included President Lena Arnaud of "
        "France, Chancellor Otto Brandt of Germany, Prime Minister Ada Roy of Canada, and NATO Secretary General Olaf Vik.",
        published="2024-09-05",
    )
    finding = check(claim, source)
    assert (finding.verdict == Verdict.SUPPORTED) == supported, finding.reasons


@pytest.mark.parametrize("name", PACT_TRUE)
def test_what_lies_between_two_events_is_worked_out(name: str) -> None:
    """Lengths between two events, counts by kind and page times that the text bears out are supported."""
    finding = check(PACT_TRUE[name], PACT)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize("name", PACT_FALSE)
def test_what_lies_otherwise_is_never_supported(name: str) -> None:
    """The false twin of each, and the two events turned round."""
    finding = check(PACT_FALSE[name], PACT)
    assert finding.verdict != Verdict.SUPPORTED, finding.reasons


def test_a_length_that_comes_out_otherwise_is_contradicted() -> None:
    """Where the words for both events bind their days, another length is wrong, and the days are shown."""
    finding = check(PACT_FALSE["had passed"], PACT)
    assert finding.verdict == Verdict.CONTRADICTED
    assert "20 August 2024 to 5 September 2024" in finding.reasons[0].message
