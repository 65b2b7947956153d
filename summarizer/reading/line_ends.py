"""How a line ends that a wrap broke off in the middle of its sentence."""

from __future__ import annotations

import re

from summarizer.reading.running_labels import Line

LEADS_ON = re.compile(
    r"\s(?:an?|the|of|to|in|at|by|for|from|with|and|or|is|are|was|were|has|have|had|be|been|its|their|his|her|our|than)$"
)  # no line of text ends for good with one of these
MONTH_ENDS = re.compile(
    r"[a-z,]\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$"
)
DAY_OF_MONTH = re.compile(r"\d{1,2}[.)]\s")


def dash_inside(text: str, above: Line, below: Line) -> bool:
    """Whether a line begins with the dash of a sentence that the line above only breaks off: "to discuss / — with"."""
    line, following = text[above[0] : above[1]], text[below[0] : below[1]]
    paired = following[0] in following[1:] and line[0] != following[0]
    return paired and following[1:].lstrip()[:1].islower() and line[-1].islower()
