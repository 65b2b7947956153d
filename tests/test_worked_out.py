"""Values that no passage tells: the claim's words choose the operands among all of the text, and their result decides."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

# Amounts and lists that no passage tells the result of: the claim's words choose the operands among many.
BUDGET = Source.from_text(
    """Minutes of the Ostberg Harbour Board

The board accepted 310,000 euros from the Coast Fund for dredging (Item 4). It took up two loans of
45,500 euros and 54,700 euros from the Savings Bank for the new cranes (Item 5). The pilots received
12,000 euros for training.

According to the auditor, Ostberg lost about 70 million euros because of the strike. The port of Hamm
lost 260 million euros, Lund 18 million and Vik 9 million.

The ministry will lower the berth fee by suspending 15 percentage points of the surcharge, while retaining
the remaining surcharge of 8 percent.

The harbour now has 50 pilots, and over the next years that number goes down to 35.

This year the state will grant 2.4 million euros to the rescue service. Next year
it plans to grant 3 million euros every six months, or 6 million altogether.

Present at the meeting were:

- Director Anna Holm
- Acting Secretary Bo Lind
- Harbour Master Cid Moe
- Acting Treasurer Dag Ness

**Annexed plans:**

- Plan of the quay
- Plan of the cranes
- Plan of the pilot station
"""
)
FOLLOWS = {
    "a sum told nowhere": "The two loans for the cranes add up to 100,200 euros.",
    "a sum that names its parts": "Two loans, 45,500 euros and 54,700 euros, come to 100,200 euros altogether.",
    "a sum of this year and next": "The two grants to the rescue service add up to 8.4 million euros.",
    "a difference": "Because of the strike Hamm lost 190 million euros more than Ostberg.",
    "a difference the other way": "Because of the strike Ostberg lost 190 million euros less than Hamm.",
    "what there was before": "Before the suspension the surcharge had stood at 23 percent.",
    "a change told with its ends": "The number of pilots will fall by 30 percent, from 50 to 35.",
    "some of those present": "Two of those present hold their posts in an acting capacity.",
    "a list under its heading": "The minutes close with a list of three annexed plans.",
}
DOES_NOT = {
    "a sum told nowhere": "The two loans for the cranes add up to 101,200 euros.",
    "a sum of others": "The two loans for the cranes add up to 322,000 euros.",
    "a sum that names other parts": "Two loans, 45,500 euros and 310,000 euros, come to 355,500 euros altogether.",
    "a sum of this year and next": "The two grants to the rescue service add up to 5.4 million euros.",
    "a difference": "Because of the strike Hamm lost 180 million euros more than Ostberg.",
    "a difference turned round": "Because of the strike Ostberg lost 190 million euros more than Hamm.",
    "the difference of another": "Because of the strike Hamm lost 190 million euros more than Lund.",
    "what there was before": "Before the suspension the surcharge had stood at 15 percent.",
    "a change told with its ends": "The number of pilots will fall by 40 percent, from 50 to 35.",
    "a change of others": "The number of cranes will fall by 30 percent, from 50 to 35.",
    "some of those present": "Three of those present hold their posts in an acting capacity.",
    "some of what nobody tells": "Two of those present hold their posts for life.",
    "a list under its heading": "The minutes close with a list of four annexed plans.",
}


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_follows_from_operands_anywhere_is_supported(name: str) -> None:
    """A result that no sentence tells is supported by the operands that the claim's words stand beside."""
    finding = check(FOLLOWS[name], BUDGET)
    assert finding.verdict == Verdict.SUPPORTED, finding.reasons


@pytest.mark.parametrize("name", DOES_NOT)
def test_no_chance_pair_supports_a_result(name: str) -> None:
    """Of many numbers some pair gives any value: only the operands that the claim speaks of count."""
    finding = check(DOES_NOT[name], BUDGET)
    assert finding.verdict != Verdict.SUPPORTED, finding.reasons


def test_a_wrong_result_is_contradicted_with_its_operands() -> None:
    """Who reads the reason sees from what the value does not follow."""
    finding = check(DOES_NOT["a sum told nowhere"], BUDGET)
    assert finding.verdict == Verdict.CONTRADICTED
    assert "does not follow: 45,500 euros + 54,700 euros = 100,200" in finding.reasons[0].message


# A clock time that leaves out half of the day, and a rough length with the exact one behind it.
TIMES = Source.from_text("The hearing opened at 9:30 a.m. At 10:29 a.m. the chair closed the hearing.")


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("The chair closed the hearing at 10:29.", True),
        ("The chair closed the hearing at 10:28.", False),
        ("The chair closed the hearing at 10:29 p.m.", False),
        ("The hearing lasted just under an hour, 59 minutes in all.", True),
        ("The hearing lasted just under an hour, 49 minutes in all.", False),
        ("The hearing lasted an hour, 59 minutes in all.", False),
    ],
)
def test_times_told_less_exactly(claim: str, supported: bool) -> None:
    """A claim may leave out what the source tells of a time, and may tell a length twice."""
    assert (check(claim, TIMES).verdict == Verdict.SUPPORTED) is supported


SERIES = Source.from_text(
    "Readout\n\nThe envoys agreed to a sequence of meetings in Lund on May 6 and 7, in Oslo on May 9 and in Turku on May 10. "
    "The envoys of Chile, Peru, Kenya, Ghana and Nepal were welcomed as guests of the sequence.",
    published="2024-05-02",
)


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("The meetings that the envoys agreed on stretch over five days.", True),
        ("The meetings that the envoys agreed on stretch over six days.", False),
        ("The meetings that the envoys agreed on stretch over four days.", False),
        ("The meetings fall within a span of five days, from 6 to 10 May.", True),
        ("The meetings fall within a span of eight days, from 6 to 10 May.", False),
        ("Envoys of five countries outside the region were welcomed as guests.", True),
        ("Envoys of six countries outside the region were welcomed as guests.", False),
    ],
)
def test_spans_of_a_series_and_those_outside(claim: str, supported: bool) -> None:
    """A series lasts from the first day that its sentence tells to the last; who is left out is in no list."""
    finding = check(claim, SERIES)
    assert (finding.verdict == Verdict.SUPPORTED) is supported, finding.reasons
