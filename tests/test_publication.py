"""When a page was published and changed, and on which day what it tells of took place."""

from __future__ import annotations

import pytest

from summarizer import Source, check

PAGE = Source.from_text(
    """---
date: '2031-05-14'
modified_time: 2031-05-14 18:02:10-04:00
published_time: 2031-05-14 17:58:06-04:00
title: "Readout of the Call with President Lindqvist"
---

President Okafor of Nigeria spoke by telephone with President Maja Lindqvist of Sweden. They discussed the fisheries accord of last year.
"""
)
TRUE = (
    "The readout was published on a Wednesday.",
    "The readout was published on 14 May 2031 at 17:58.",
    "The readout was released on a Wednesday.",
    "The readout was issued on 14 May 2031.",
    "The readout was posted shortly before six in the evening.",
    "The readout was published online two minutes before six in the evening.",
    "The text was changed about four minutes after its first publication.",
    "The page was last updated at 6:02 p.m.",
    "President Okafor spoke by telephone with President Lindqvist on May 14, 2031.",
)
FALSE = (
    "The readout was released on a Friday.",
    "The readout was issued on 13 May 2031.",
    "The readout was issued by Norway on 14 May 2031.",
    "The readout was published on a Thursday.",
    "The readout was published on 13 May 2031 at 17:58.",
    "The readout was posted shortly after six in the evening.",
    "The readout was published online nine minutes before six in the evening.",
    "The text was changed about nine minutes after its first publication.",
    "The page was last updated at 5:58 p.m.",
    "The readout was not published on a Wednesday.",
    "The fisheries accord was posted shortly before six in the evening.",
    "President Okafor spoke by telephone with President Lindqvist on May 13, 2031.",
    "President Okafor will speak by telephone with President Lindqvist on May 14, 2031.",
)


@pytest.mark.parametrize("claim", TRUE)
def test_supports_what_a_page_tells_of_its_own_times(claim: str) -> None:
    finding = check(claim, PAGE)
    assert finding.verdict == "supported"
    assert finding.spans


@pytest.mark.parametrize("claim", FALSE)
def test_refuses_other_times_and_what_is_not_the_text(claim: str) -> None:
    assert check(claim, PAGE).verdict != "supported"
