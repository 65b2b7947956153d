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


FERRY = Source.from_text(
    """Ferry talks in Vale

VALE, 3 March 2024 - Transport minister Anna Berg met the Norland envoy, Tomas Lind, in Vale on Tuesday. Earlier in the day, Lind had laid a wreath at the harbour.

Berg said the tolls could be lifted if Norland opened its ports. She said the island's fate should be decided by the islanders themselves.

Lind was hopeful that the tolls would fall this year. If the stocks ran low, he said, his side would be ready to talk about volumes. He would be glad to host the next round. He suggested that the two pilots' schools merge.

"If we had not closed the locks, the weed would be here by now," Berg said. She would not say when the talks would resume.

The charter of the port could serve as a basis for the vote, Lind said. Engineers foresaw the flood in June; the gauge at Vale confirmed it about five weeks later.
"""
)
IN_OTHER_WORDS = (
    "According to Berg, an opening of Norland's ports would make a lifting of the tolls possible.",
    "Berg argued that the weed would be here had the locks not been closed.",
    "Berg said it was for the islanders to decide the island's fate.",
    "Berg refused to say when the talks would be resumed.",
    "Lind expressed the hope that the tolls would fall this year.",
    "Lind would gladly host the next round.",
    "A merger of the two pilots' schools was suggested by Lind.",
    "The gauge confirmed the flood after engineers had foreseen it.",
)
MADE_SURER = (
    "Berg said that the tolls would be lifted.",
    "Berg said that the weed was here by now.",
    "Lind was certain that the tolls would fall this year.",
    "Lind's side would cut volumes if the stocks ran low, he said.",
    "Lind will host the next round.",
    "Lind will host the next round in the spring.",
    "The two pilots' schools have merged.",
    "The vote could serve as a basis for the charter of the port, Lind said.",
    "Once the meeting with Berg had ended, Lind laid a wreath at the harbour.",
    "The gauge at Vale confirmed the flood before engineers foresaw it.",
    "Lind laid a wreath at the harbour after a strike of the pilots had begun.",
)


@pytest.mark.parametrize("claim", IN_OTHER_WORDS)
def test_what_is_open_may_be_told_in_other_words(claim: str) -> None:
    """A condition told by a noun or by inversion, a duty or a wish told without its modal, is the same."""
    assert check(claim, FERRY).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("claim", MADE_SURER)
def test_is_not_told_as_surer_or_turned_round(claim: str) -> None:
    """A hope is no certainty, an offer no promise; what came first, and what is based on what, is not turned round."""
    assert check(claim, FERRY).verdict is not Verdict.SUPPORTED
