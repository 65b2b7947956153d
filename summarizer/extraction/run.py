"""A briefing by a model, from the document to the verified fields: parts, merging, repair, judge."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from summarizer.errors import ModelError, ModelUnreachableError, TooLongError
from summarizer.extraction.asking import Asker
from summarizer.extraction.changes import Change
from summarizer.extraction.derive import fill_derived
from summarizer.extraction.dropping import drop_unsupported
from summarizer.extraction.merging import Conflict, merge
from summarizer.extraction.meter import Meter
from summarizer.extraction.model import extractor, question
from summarizer.extraction.options import Options
from summarizer.extraction.parts import DocumentPart, cut, part_prompt
from summarizer.extraction.records import Record, records
from summarizer.extraction.repair import Repairer, failing_records, repair_question
from summarizer.kinds import Kind
from summarizer.reading import Reading
from summarizer.report import Extractor, Failure, Finding, Omission, Reason, Usage, Verdict
from summarizer.verification.context import Context, Document
from summarizer.verification.omissions import find_omissions
from summarizer.verification.verifier import judge_fields
from summarizer.verification.walk import Node

SIDE_BY_SIDE = 4  # parts asked about at once; one, where tokens or money are limited


@dataclass(frozen=True)
class Made:
    """A briefing that a model made, with all that a report tells of it."""

    data: dict[str, Any]
    findings: tuple[Finding, ...]
    omissions: tuple[Omission, ...]
    failures: tuple[Failure, ...]
    extractor: Extractor
    usage: Usage


async def brief_by_model(reading: Reading, kind: Kind, options: Options) -> Made:
    """Ask a model for a briefing, verify it, and have it put right what does not hold.

    Raises UsageError and ModelError; what fails in one part of several only is in `failures`.
    """
    meter = Meter(options.limits, options.on_progress)
    endpoint, judge = options.endpoint, options.judge_endpoint
    async with Asker(endpoint, meter, options.price_of(endpoint), options.memory) as asker:
        run = _Run(reading, kind, options, asker)
        await run.extract()
        for _ in range(options.repairs):
            if not await run.repair():
                break
        if options.drop_unsupported:
            run.drop()
    if judge is not None:
        from summarizer.extraction.judging import judge_findings

        async with Asker(judge, meter, options.price_of(judge), options.memory) as asker:
            run.findings, told = await judge_findings(run.findings, run.data, kind, run.document, asker)
            run.notes += told
    return run.made(meter.usage())


@dataclass
class _Run:
    """One document's way through the model."""

    reading: Reading
    kind: Kind
    options: Options
    asker: Asker
    data: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    parts: list[DocumentPart] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    repairs: int = 0

    def __post_init__(self) -> None:
        self.document = Document(self.reading)

    # -- parts ---------------------------------------------------------------------------------

    async def extract(self) -> None:
        """Ask about every part, make one briefing of the answers, and verify it."""
        parts = cut(self.reading, self.options.chunk_tokens)
        self.asker.meter.parts = len(parts)
        self._gate = asyncio.Semaphore(1 if self.asker.meter.is_bounded else SIDE_BY_SIDE)
        self._down: ModelError | None = None
        self._answered = False
        found = await asyncio.gather(*(self._part(part) for part in parts))
        answers = [pair for pairs in found for pair in pairs]
        good = [(part, answer) for part, answer in answers if isinstance(answer, dict)]
        if not good:
            raise next(answer for _, answer in answers if isinstance(answer, ModelError))
        self.failures = [
            Failure(start=part.span.start, end=part.span.end, message=answer.message)
            for part, answer in answers
            if isinstance(answer, ModelError)
        ]
        self.parts = [part for part, _ in good]
        merged, self.conflicts = merge([answer for _, answer in good], self.kind, self.document)
        self.data = fill_derived(merged, self.kind, self.reading)
        self._follow(merged)
        self._verify()

    def _follow(self, merged: dict[str, Any]) -> None:
        """Let the conflicts name the records that are kept, which are copies of those that were merged."""
        pairs = zip(records(merged, self.kind), records(self.data, self.kind), strict=True)
        now = {id(old.data): new.data for old, new in pairs}
        self.conflicts = [replace(c, record=now[id(c.record)]) for c in self.conflicts]

    async def _part(self, part: DocumentPart) -> list[tuple[DocumentPart, dict[str, Any] | ModelError]]:
        async with self._gate:
            found = await self._answers(part)
        self.asker.meter.parts_done += 1
        self.asker.meter.tell()
        return found

    async def _answers(self, part: DocumentPart) -> list[tuple[DocumentPart, dict[str, Any] | ModelError]]:
        """Return the answer about a part, or what went wrong; a part that is too long is cut in two."""
        if self._down is not None:
            return [(part, self._down)]
        try:
            prompt = part_prompt(part, self.reading, self.kind)
            answer = await self.asker.ask(question(prompt, self.kind))
            self._answered = True
            return [(part, answer)]
        except TooLongError as error:
            halves = part.halves()
            if halves is None:
                if not self._answered:
                    self._down = error  # not even one sentence got through: neither would the others
                return [(part, error)]
            return [pair for half in halves for pair in await self._answers(half)]
        except ModelError as error:
            if isinstance(error, ModelUnreachableError) and not self.asker.meter.asked:
                self._down = error  # nothing has ever been answered: the other parts would only wait in vain
            return [(part, error)]

    # -- what does not hold --------------------------------------------------------------------

    def _verify(self) -> None:
        self.contexts: dict[Node, Context] = {}
        self.findings = tuple(judge_fields(self.data, self.document, self.kind, contexts=self.contexts))

    async def repair(self) -> bool:
        """Send back once what does not hold; return whether anything was put right."""
        failing = failing_records(self.data, self.findings, self.kind)
        if not failing:
            return False
        repairer, changed = Repairer(self.kind, self.document), False
        for part, some in self._by_part(failing):
            prompt = part_prompt(part, self.reading, self.kind)
            try:
                answer = await self.asker.ask(repair_question(prompt, self.kind, some))
            except ModelError as error:
                self.notes.append(f"Not repaired: {error.message}")
                return changed
            changes = repairer.take(answer, some)
            self.changes += changes
            changed = changed or bool(changes)
        self.repairs += 1
        self._verify()
        return changed

    def _by_part(
        self, failing: Sequence[tuple[Record, list[Finding]]]
    ) -> list[tuple[DocumentPart, list[tuple[Record, list[Finding]]]]]:
        """Put failing records to the part that their first evidence stands in; to the first one, where it is nowhere."""
        found: dict[int, list[tuple[Record, list[Finding]]]] = {}
        for record, findings in failing:
            numbers = [e.get("sentence") for e in record.evidence if isinstance(e, dict)]
            home = next((i for i, p in enumerate(self.parts) if any(n in p.numbers for n in numbers)), 0)
            found.setdefault(home, []).append((record, findings))
        return [(self.parts[i], some) for i, some in sorted(found.items())]

    def drop(self) -> None:
        """Take out what does not hold."""
        self.data, dropped = drop_unsupported(self.data, self.findings, self.kind)
        self.changes += dropped
        self._verify()

    # -- what is told --------------------------------------------------------------------------

    def made(self, usage: Usage) -> Made:
        """Return all that a report tells."""
        prompt = part_prompt(self.parts[0], self.reading, self.kind)
        more: dict[str, Any] = {}
        if len(self.parts) + len(self.failures) > 1:
            more["parts"] = len(self.parts) + len(self.failures)
        if self.options.judge_endpoint is not None:
            more["judge"] = self.options.judge_endpoint.label
        if self.changes:
            more["changes"] = [change.as_data() for change in self.changes]
        if self.notes:
            more["notes"] = self.notes
        findings = self._with_conflicts()
        return Made(
            data=self.data,
            findings=findings,
            omissions=find_omissions(findings, self.document, self.contexts.values()),
            failures=tuple(self.failures),
            extractor=extractor(self.asker, prompt, self.kind, repairs=self.repairs, **more),
            usage=usage,
        )

    def _with_conflicts(self) -> tuple[Finding, ...]:
        """Mark the fields that another part tells differently: a person decides, however well each is supported."""
        if not self.conflicts:
            return self.findings
        paths = {id(record.data): record.path for record in records(self.data, self.kind)}
        others: dict[str, list[Any]] = {}
        for conflict in self.conflicts:
            if id(conflict.record) in paths:
                others.setdefault(f"{paths[id(conflict.record)]}/{conflict.field}", []).append(conflict.other)
        return tuple(_doubted(f, others[f.path]) if f.path in others else f for f in self.findings)


def _doubted(finding: Finding, others: list[Any]) -> Finding:
    told = ", ".join(f"“{other}”" for other in dict.fromkeys(map(str, others)))
    reason = Reason(check="parts", code="parts_differ", message=f"another part of the document gives {told}")
    verdict = Verdict.worst((finding.verdict, Verdict.REVIEW))
    score = min(finding.score, 0.5)
    return finding.model_copy(
        update={"verdict": verdict, "score": score, "reasons": (*finding.reasons, reason)}
    )
