"""How a line ends that a wrap broke off in the middle of its sentence."""

from __future__ import annotations

import re

LEADS_ON = re.compile(
    r"\s(?:an?|the|of|to|in|at|by|for|from|with|and|or|is|are|was|were|has|have|had|be|been|its|their|his|her|our|than)$"
)  # no line of text ends for good with one of these
MONTH_ENDS = re.compile(
    r"[a-z,]\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)$"
)
DAY_OF_MONTH = re.compile(r"\d{1,2}[.)]\s")
