"""Sends back to the model what the verifier refused, and takes from its answer only what the verifier supports."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from summarizer.extraction.asking import Question
from summarizer.extraction.changes import Change
from summarizer.extraction.derive import fill_derived
from summarizer.extraction.prompting import Prompt, one_line, render_template
from summarizer.extraction.records import Record, is_empty, joined_evidence, records
from summarizer.kinds import Kind
from summarizer.report import Finding, Verdict
from summarizer.verification.context import Document
from summarizer.verification.verifier import judge_fields

FAILING = frozenset({Verdict.UNSUPPORTED, Verdict.CONTRADICTED})


def failing_records(
    data: dict[str, Any], findings: Iterable[Finding], kind: Kind
) -> list[tuple[Record, list[Finding]]]:
    """Return the records with a field that is unsupported or contradicted, each with those findings."""
    failing = [f for f in findings if f.verdict in FAILING]
    pairs = [(r, [f for f in failing if _within(f.path, r.path)]) for r in records(data, kind)]
    return [(record, found) for record, found in pairs if found]


def _within(path: str, record: str) -> bool:
    return path == record or path.startswith(f"{record}/")


def repair_question(prompt: Prompt, kind: Kind, failing: Sequence[tuple[Record, list[Finding]]]) -> Question:
    """Ask for the records again, behind the prompt they came from, so that a provider's cache hits."""
    shown = _only(kind, [record for record, _ in failing])
    places = _places([record for record, _ in failing])
    lines = [_line(finding, record, places) for record, found in failing for finding in found]
    return Question(
        [
            *prompt.messages,
            {"role": "assistant", "content": json.dumps(shown, ensure_ascii=False)},
            {"role": "user", "content": render_template("repair.md.j2", lines=lines)},
        ],
        kind.model_face,
        kind.model_schema,
    )


def _only(kind: Kind, some: Sequence[Record]) -> dict[str, Any]:
    """Return a briefing in the model's form that holds nothing but these records."""
    shown: dict[str, Any] = {
        key: [] if "items" in rule else None for key, rule in kind.model_schema["properties"].items()
    }
    for record in some:
        item = {"evidence": record.evidence, **{name: record.data.get(name) for name in record.fields}}
        if record.index is None:
            shown[record.key] = item
        else:
            shown[record.key].append(item)
    return shown


def _places(some: Sequence[Record]) -> dict[str, str]:
    """Return, for each record's path, its path among those that are shown."""
    counts: dict[str, int] = {}
    places = {}
    for record in some:
        at = counts.get(record.key, 0)
        counts[record.key] = at + 1
        places[record.path] = f"/{record.key}" if record.index is None else f"/{record.key}/{at}"
    return places


def _line(finding: Finding, record: Record, places: dict[str, str]) -> str:
    path = places[record.path] + finding.path.removeprefix(record.path)
    why = "; ".join(reason.message for reason in finding.reasons)
    return one_line(f"{path}: {finding.verdict}: {why}")


# -- what is taken -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Repairer:
    """Takes corrections field by field: only where the verifier supports the new value, and nothing gets worse."""

    kind: Kind
    document: Document

    def take(self, answer: dict[str, Any], failing: Sequence[tuple[Record, list[Finding]]]) -> list[Change]:
        """Put right, in the records themselves, what the answer corrects; return what was changed."""
        changes: list[Change] = []
        counts: dict[str, int] = {}
        sizes = {key: sum(r.key == key for r, _ in failing) for key in {r.key for r, _ in failing}}
        for record, _ in failing:
            at = counts.get(record.key, 0)
            counts[record.key] = at + 1
            given = answer.get(record.key)
            if record.index is not None:
                # Records are told apart by their order: with another number of them, none can be.
                given = given[at] if isinstance(given, list) and len(given) == sizes[record.key] else None
            if isinstance(given, dict):
                changes += self._take(record, given)
        return changes

    def _take(self, record: Record, given: dict[str, Any]) -> list[Change]:
        before = self._judge(record, record.data)
        wrong = [f for f in record.fields if before[f] in FAILING]
        old, new = record.evidence, given.get("evidence") or []
        best, most = None, 0
        for evidence in (old, joined_evidence(old, new), new):
            trial = self._trial(record, given, wrong, evidence, before)
            gain = self._gain(before, self._judge(record, trial)) if trial else 0
            if trial and gain > most:
                best, most = trial, gain
        if best is None:
            return []
        changed = [f for f in wrong if best[f] != record.data.get(f)]
        changes = [Change.repaired(f"{record.path}/{f}", record.data.get(f), best[f]) for f in changed]
        if not changed:
            changes = [Change.repaired(f"{record.path}/evidence", old, best["evidence"])]
        record.data.clear()
        record.data.update(best)
        return changes

    def _trial(
        self,
        record: Record,
        given: dict[str, Any],
        wrong: Sequence[str],
        evidence: list[Any],
        before: dict[str, Verdict],
    ) -> dict[str, Any] | None:
        """Return the record with the corrections that hold on this evidence; None where it makes a field worse."""
        trial = deepcopy(record.data)
        trial["evidence"] = evidence
        trial |= {f: self._correction(record, f, given[f]) for f in wrong if f in given}
        after = self._judge(record, trial)
        for f in wrong:
            if after[f] is not Verdict.SUPPORTED:
                trial[f] = record.data.get(f)
        after = self._judge(record, trial)
        worse = any(after[f].severity > before[f].severity for f in before if f in after)
        return None if worse else trial

    def _correction(self, record: Record, field: str, given: Any) -> Any:
        """Return what may stand for a field that does not hold.

        What a record is about is not taken away. Lists stay as they are: a member that does not hold on this
        evidence may be right all the same, and a name that happens to stand there is no better.
        """
        old = record.data.get(field)
        kept = isinstance(old, list) or (field == record.about and is_empty(given))
        return old if kept else given

    @staticmethod
    def _gain(before: dict[str, Verdict], after: dict[str, Verdict]) -> int:
        return sum(before[f] in FAILING and after[f] is Verdict.SUPPORTED for f in before)

    def _judge(self, record: Record, data: dict[str, Any]) -> dict[str, Verdict]:
        """Return the worst verdict of each field of a record; what code fills is filled anew first."""
        bare = {k: v for k, v in data.items() if k not in record.derived}
        alone = {record.key: bare if record.index is None else [bare]}
        filled = fill_derived(alone, self.kind, self.document.reading)
        made = filled[record.key] if record.index is None else filled[record.key][0]
        data |= {k: made[k] for k in record.derived}
        root = f"/{record.key}" if record.index is None else f"/{record.key}/0"
        found: dict[str, list[Verdict]] = {}
        for finding in judge_fields(filled, self.document, self.kind):
            if finding.path.startswith(f"{root}/"):
                field = finding.path.removeprefix(f"{root}/").partition("/")[0]
                found.setdefault(field, []).append(finding.verdict)
        return {field: Verdict.worst(verdicts) for field, verdicts in found.items()}
