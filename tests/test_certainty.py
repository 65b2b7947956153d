"""What a text only weighs or holds possible is not told as settled, and what stands in no passage is tied by none."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

TEXT = Source.from_text(
    """Harbour talks end without a date

A spokesman for the port, Ole Vik, said Norland might host the next round if both crews asked for it. Vik said repairs to the mole may be finished in August.

The ministers agreed to explore the possibility of travel without passports. They will build a lighthouse in Vale. Heavy lorries could use the ferry.

The Head of the watch reported that two of his nine boats had been laid up. The minutes of the last meeting were approved, subject to one correction.

The council closes on Thursday of next week. The May 3 Movement denied that it had cut the nets.

Astra sold 14 pumps to the city of Vale. Two contracts were signed at the fair. The Institute of Tides thanked its hosts.
"""
)
SETTLED = (
    "Vik said Norland would host the next round.",
    "Norland will host the next round of talks.",
    "The ministers agreed to introduce travel without passports.",
    "Heavy lorries will use the ferry.",
    "The minutes of the last meeting were approved without correction.",
    "The council closes on Wednesday of next week.",
    "Nine of his boats had been laid up.",
)
TOLD = (
    "Vik said Norland might host the next round if both crews asked.",
    "The ministers agreed to explore travel without passports.",
    "They will build a lighthouse in Vale.",
    "Heavy lorries could use the ferry.",
    "Two boats had been laid up, the head of the watch reported.",
    "The May 3 Movement denied that it had cut the nets.",
    "The council closes on Thursday of next week.",
)


@pytest.mark.parametrize("claim", SETTLED)
def test_is_not_told_as_settled(claim: str) -> None:
    """The source leaves it open, limits it or tells it of something else."""
    assert check(claim, TEXT).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize("claim", TOLD)
def test_is_told_as_it_is(claim: str) -> None:
    """The claim is as sure of it as the source."""
    assert check(claim, TEXT).verdict is Verdict.SUPPORTED
