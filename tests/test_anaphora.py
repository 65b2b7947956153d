"""What "it", "they", "two", "the largest" of a passage stand for: a claim may name it, and no other."""

from __future__ import annotations

import pytest

from summarizer import Source, Verdict, check

NEWS = """Ministry reports on bridges and boats

BERN, 3 March 2025 — The ministry spent 12 million francs on two bridges last year. The older bridge was closed in May. It will be reopened in October after repairs, the ministry said. The newer one stays open to lorries.

Five fishing boats were seized on Monday. Two were released on Tuesday at the port of Addu after a fine was paid. The other three remain in custody. Most of the contracts went to local firms. The largest, worth 3.9 million francs, was concluded with the town of Thun. Another concerns a ferry and is worth half a million.
"""
MINUTES = """MINUTES of the harbour board, 4 June 2024

1. The board approved the dredging plan. It will cost 4.2 million crowns and must be finished by November. The contractor said its price would not rise.

2. In April, the authority bought three cranes from a yard in Gdynia. One was damaged on the way. The second arrived on time, and the third is expected next week.

3. Residents of Hamra had complained about noise. The railway company rejected this. Its engineers had found that a wall would not help.

4. Ms Lindqvist presented the accounts. They will be published on Monday. The minister thanked the pilots. Some had threatened to leave. Both ferries will be replaced. The smaller will be sold to Estonia.
"""
CLAIMS = [
    (NEWS, True, "The older bridge will be reopened in October after repairs, the ministry said."),
    (NEWS, False, "The newer bridge will be reopened in October after repairs, the ministry said."),
    (NEWS, True, "The newer bridge stays open to lorries."),
    (NEWS, False, "The older bridge stays open to lorries."),
    (NEWS, True, "Two boats were released on Tuesday at the port of Addu after a fine was paid."),
    (NEWS, False, "Two lorries were released on Tuesday at the port of Addu after a fine was paid."),
    (NEWS, False, "Two bridges were released on Tuesday at the port of Addu."),
    (NEWS, True, "The other three boats remain in custody."),
    (NEWS, False, "Three bridges remain in custody."),
    (NEWS, True, "The largest contract, worth 3.9 million francs, was concluded with the town of Thun."),
    (NEWS, False, "The largest boat, worth 3.9 million francs, was concluded with the town of Thun."),
    (NEWS, True, "Another contract concerns a ferry and is worth half a million."),
    (NEWS, False, "Another bridge concerns a ferry and is worth half a million."),
    (MINUTES, True, "The dredging plan will cost 4.2 million crowns and must be finished by November."),
    (MINUTES, False, "The board will cost 4.2 million crowns and must be finished by November."),
    (MINUTES, True, "One crane was damaged on the way."),
    (MINUTES, False, "One ferry was damaged on the way."),
    (MINUTES, True, "The second crane arrived on time, and the third is expected next week."),
    (MINUTES, True, "The railway company's engineers had found that a wall would not help."),
    (MINUTES, False, "The residents' engineers had found that a wall would not help."),
    (MINUTES, True, "The accounts will be published on Monday."),
    (MINUTES, False, "The auditors will be published on Monday."),
    (MINUTES, True, "Some pilots had threatened to leave."),
    (MINUTES, False, "Some ministers had threatened to leave."),
    (MINUTES, True, "The smaller ferry will be sold to Estonia."),
    (MINUTES, False, "The smaller crane will be sold to Estonia."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "supported", "claim"), CLAIMS, ids=[claim for *_, claim in CLAIMS])
def test_a_claim_names_what_a_pronoun_or_a_bare_number_stands_for(
    text: str, supported: bool, claim: str
) -> None:
    finding = check(claim, Source.from_text(text))
    assert (finding.verdict is Verdict.SUPPORTED) is supported, finding.reasons
    assert finding.spans
