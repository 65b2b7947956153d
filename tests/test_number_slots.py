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
