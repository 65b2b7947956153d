"""A sentence of the briefing: everything in it must be found in the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verification.outcome import Check, Outcome
from summarizer.verification.statements.asked import Asked
from summarizer.verification.statements.decide import judge_statement

if TYPE_CHECKING:
    from summarizer.verification.context import Context
    from summarizer.verification.walk import Leaf


def judge(leaf: Leaf, context: Context) -> Outcome | None:
    """Judge the statement on the sentences of its evidence, or on the whole story without evidence."""
    within = context.sentences if context.has_evidence else None
    return judge_statement(context.document, Asked(str(leaf.value), within=within), CHECK)


CHECK = Check("statement", judge)
