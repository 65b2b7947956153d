"""Asks a judge, a model, about the fields that rules left to review: one claim a question."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from summarizer.errors import BudgetError, MisfitError, ModelError, ModelUnreachableError
from summarizer.extraction.asking import Asker, Question
from summarizer.extraction.faults import plain
from summarizer.extraction.prompting import one_line, render_template
from summarizer.kinds import Kind
from summarizer.report import Finding
from summarizer.verification.context import Document
from summarizer.verification.judge import Claim, Label, Ruling, claims_under_review, ruled

SIDE_BY_SIDE = 4


class Judgement(BaseModel):
    """The form of a judge's answer."""

    model_config = ConfigDict(extra="forbid")

    label: Literal["supported", "not_said", "contradicted"]
    words: list[str]


async def judge_findings(
    findings: Sequence[Finding], data: Mapping[str, Any], kind: Kind, document: Document, asker: Asker
) -> tuple[tuple[Finding, ...], list[str]]:
    """Return the findings with those under review decided, and what could not be asked."""
    gate = asyncio.Semaphore(1 if asker.meter.is_bounded else SIDE_BY_SIDE)
    stopped: list[ModelError] = []

    async def decide(claim: Claim) -> tuple[Finding, str | None]:
        async with gate:
            if stopped:
                return claim.finding, stopped[0].message
            try:
                return ruled(claim, await _ruling(claim, asker), document), None
            except ModelError as error:
                if isinstance(error, (BudgetError, ModelUnreachableError)):
                    stopped.append(error)
                return claim.finding, error.message

    asked = await asyncio.gather(*map(decide, claims_under_review(findings, data, kind, document)))
    decided = {finding.path: finding for finding, _ in asked}
    told = [f"Not judged: {problem}" for problem in dict.fromkeys(p for _, p in asked if p)]
    return tuple(decided.get(f.path, f) for f in findings), told


async def _ruling(claim: Claim, asker: Asker) -> Ruling:
    if "minicheck" in asker.endpoint.model.lower():
        return await _yes_or_no(claim, asker)
    question = Question(
        [
            {"role": "system", "content": render_template("judge.md.j2")},
            {"role": "user", "content": _shown(claim)},
        ],
        Judgement,
        Judgement.model_json_schema(),
    )
    answer = await asker.ask(question)
    return Ruling(Label(answer["label"]), tuple(answer["words"]), asker.endpoint.label)


def _shown(claim: Claim) -> str:
    lines = [f"[{sentence.number}] {one_line(sentence.text)}" for sentence in claim.passage]
    return "\n".join(["Passage:", *lines, "", f"Claim: {one_line(claim.text)}"])


async def _yes_or_no(claim: Claim, asker: Asker) -> Ruling:
    """Ask as MiniCheck was trained: a document, a claim, and Yes or No. It rests on the passage as a whole."""
    passage = " ".join(one_line(sentence.text) for sentence in claim.passage)
    words = await asker.ask_words(
        Question([{"role": "user", "content": f"Document: {passage}\nClaim: {one_line(claim.text)}"}])
    )
    said = words.strip().strip("*\"'.").lower()
    if said.startswith("yes"):
        return Ruling(Label.SUPPORTED, None, asker.endpoint.label)
    if said.startswith("no"):
        return Ruling(Label.NOT_SAID, None, asker.endpoint.label)
    raise MisfitError(f"{asker.endpoint.label} said neither yes nor no: “{plain(words, asker.endpoint)}”.")
