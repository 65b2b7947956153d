"""What a claim itself puts over the words that it takes out of a sentence is not cut off: "hoped that …", "denied …", "if …"."""

from __future__ import annotations

import pytest

from summarizer import Source, check

NEWS = (
    "We do not want a new arms race, President Ada Lind said on Monday. The Minister warned that nobody should “play games "
    "with the safety of ships”. There is no plan to raise the tax, the Minister said."
)
STATEMENT = (
    "PRESIDENT LIND: I would not call it a victory. We hope that the talks will resume in May. I don't think that they want war. "
    "Perhaps we should have asked earlier. If they close the strait, we will respond with all means."
)
AGREED = "The sides agreed to “support efforts to end the war”, provided that the ceasefire holds."


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (NEWS, "President Lind said they did not want “a new arms race”."),
        (NEWS, "The Minister ruled out any “plan to raise the tax”."),
        (NEWS, "The Minister denied that there was a “plan to raise the tax”."),
        (STATEMENT, "President Lind hoped that the talks will resume in May."),
        (STATEMENT, "President Lind hoped that “the talks will resume in May”."),
        (STATEMENT, "President Lind doubted that “they want war”."),
        (STATEMENT, "President Lind said that perhaps “we should have asked earlier”."),
        (STATEMENT, "President Lind said that, if the strait was closed, “we will respond with all means”."),
        (AGREED, "The sides agreed to “support efforts to end the war” as long as the ceasefire held."),
    ],
)
def test_is_not_cut_off(text: str, claim: str) -> None:
    """A denial is told by another one, a hope by a hope, a condition by a condition."""
    assert check(claim, Source.from_text(text)).verdict.value == "supported"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (NEWS, "President Lind said they “want a new arms race”."),
        (NEWS, "The Minister, who does not hesitate, spoke of a “plan to raise the tax”."),
        (STATEMENT, "President Lind said that the talks will resume in May."),
        (STATEMENT, "President Lind said that “they want war”."),
        (STATEMENT, "President Lind called it “a victory”."),
        (STATEMENT, "President Lind said that “we will respond with all means”."),
        (AGREED, "The sides agreed to “end the war”."),
    ],
)
def test_is_cut_off(text: str, claim: str) -> None:
    """Nor does a denial elsewhere in the claim tell the one that was cut off."""
    assert check(claim, Source.from_text(text)).verdict.value != "supported"
