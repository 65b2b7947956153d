"""Claims that name a side, an office or an account: who acts for a state, and whose words a text's own are."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

NEWS = Source.from_text(
    """Norway and Hungary End Talks in Bern

By a staff writer

BERN, March 12 -- Norway's foreign minister, Ines Halvorsen, and Hungarian presidential aide Pavel Orlo ended two days of talks on
the dam on Tuesday.

"Lindqvist has clearly said that Norway is not going to move troops to the border," Orlo told reporters. "It seems to me that Oslo
understands our concerns."

Foreign Minister Halvorsen met President Mara Lindqvist after the talks. She made clear that any treaty must rest on trust.
""",
    published="2024-03-12",
)
READOUT = Source.from_text(
    """Readout of Peace Talks in Geneva

Today, Secretary Barrow, Special Envoy Lund and Secretary Pike held a long and useful meeting with the Hungarian delegation to review
the draft. The Hungarian delegation thanked the envoys. Mr. Barrow reaffirmed the Carter-Hill administration's commitment to the river.

Participants included officials from the Department of Commerce, the Department of Energy and the Department of Defense.
""",
    published="2024-05-06",
    url="https://www.whitehouse.gov/briefings/2024/05/readout-of-peace-talks",
)
CALL = Source.from_text(
    """Background Press Call by a Senior Administration Official

SENIOR ADMINISTRATION OFFICIAL: The call took place at the Hungarian government's request. We are not going to draw conclusions from it.

Q: Did the Prime Minister say whether he would close the dam?

SENIOR ADMINISTRATION OFFICIAL: I am not confident he will close it.
""",
    published="2024-05-06",
    url="https://www.whitehouse.gov/briefings/2024/05/background-press-call",
)


@pytest.mark.parametrize(
    ("source", "claim", "right"),
    [
        (NEWS, "According to the Hungarian side, Lindqvist said that Norway is not going to move troops to the border.", True),
        (NEWS, "According to the Norwegian side, Lindqvist said that Norway is not going to move troops to the border.", False),
        (NEWS, "In Orlo's view the Norwegian capital understands Hungary's concerns.", True),
        (NEWS, "Halvorsen made clear that a treaty must rest on trust.", True),
        (NEWS, "It was Lindqvist who made clear that a treaty must rest on trust.", False),
        (NEWS, "Talks on the dam were held in the Swiss city.", True),
        (READOUT, "The American officials held a long and useful meeting with the Hungarian delegation to review the draft.", True),
        (READOUT, "The Norwegian officials held a long and useful meeting with the Hungarian delegation to review the draft.", False),
        (READOUT, "The US reaffirmed its commitment to the river.", True),
        (READOUT, "By the American account, the Hungarian delegation thanked the envoys.", True),
        (READOUT, "By the Norwegian account, the Hungarian delegation thanked the envoys.", False),
        (READOUT, "Officials from the Department of Commerce and the Department of Energy took part.", True),
        (READOUT, "Officials from the Department of Labor and the Department of Energy took part.", False),
        (READOUT, "Officials from the Department of State and the Department of Energy took part.", False),
        (CALL, "According to the American side, the call took place at the Hungarian government's request.", True),
        (CALL, "According to the Hungarian side, the call took place at the Hungarian government's request.", False),
        (CALL, "The American side was not going to draw conclusions from the call.", True),
        (CALL, "The official denied being confident that the Prime Minister would close the dam.", True),
    ],
)  # fmt: skip
def test_who_acts_for_a_state(source: Source, claim: str, right: bool) -> None:
    """A state, its officials and its account stand for one another; another state's, or another person, do not."""
    finding = check(claim, source)
    assert (finding.verdict is Verdict.SUPPORTED) is right, finding.reasons
