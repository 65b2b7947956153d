"""A party to a format or an agreement: named in the evidence, by name, adjective or capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.verification.checks.name import judge_name
from summarizer.verification.outcome import Check, Outcome

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf

# The words by which a text means all who took part, without naming them again.
_TOGETHER = re.compile(
    r"\b(?:bilateral|(?:both|two|three|four|all)\s+(?:\w+\s+)?(?:sides|parties|leaders|presidents|countries|delegations|governments|states|ministers)|"
    r"the\s+(?:presidents|leaders|parties|sides|delegations)|we|our|us|they)\b",
    re.IGNORECASE,
)


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Look for the party in the evidence; a collective word there ("both sides") leaves it to a reader."""
    outcome = judge_name(str(leaf.value), context, CHECK)
    if outcome.reasons[0].code == "outside_evidence":
        for quote in context.quotes:
            if match := _TOGETHER.search(context.text[quote.start : quote.end]):
                message = f"not named in the evidence, which says “{match[0]}”"
                return CHECK.review("collective", message, outcome.spans, 0.7)
    return outcome


CHECK = Check("party", judge)
