"""Takes out of a briefing what the source does not support, and tells each value that left it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.extraction.changes import Change
from summarizer.extraction.records import Record, is_empty, records
from summarizer.extraction.repair import FAILING
from summarizer.kinds import Kind
from summarizer.report import Finding


def drop_unsupported(
    data: dict[str, Any], findings: Iterable[Finding], kind: Kind
) -> tuple[dict[str, Any], list[Change]]:
    """Return a briefing without its unsupported and contradicted values, and those values.

    A record goes as a whole when what it is about goes, or when nothing of it is left.
    """
    failing = {f.path: f for f in findings if f.verdict in FAILING and not is_empty(f.value)}
    done, changes = dict(data), []
    gone: dict[str, list[int]] = {}
    for record in list(records(data, kind)):
        kept, lost = _without(record, failing)
        changes += lost
        if kept is None and record.index is None:
            done[record.key] = None
        elif kept is None and record.index is not None:
            gone.setdefault(record.key, []).append(record.index)
    for key, indices in gone.items():
        done[key] = [x for i, x in enumerate(done[key]) if i not in indices]
    for key in [k for k in kind.schema.model_fields if f"/{k}" in failing and not isinstance(data[k], dict)]:
        changes.append(_dropped(failing[f"/{key}"]))
        done[key] = None
    return done, changes


def _without(record: Record, failing: dict[str, Finding]) -> tuple[dict[str, Any] | None, list[Change]]:
    """Return what is left of a record, None for nothing, and what left it."""
    kept, lost = record.data, []  # in place: a record stays the same thing, whatever it loses
    for field in (*record.fields, *record.derived):
        path, value = f"{record.path}/{field}", kept.get(field)
        if isinstance(value, list):
            out = [i for i in range(len(value)) if f"{path}/{i}" in failing]
            lost += [_dropped(failing[f"{path}/{i}"]) for i in out]
            kept[field] = [x for i, x in enumerate(value) if i not in out]
        elif path in failing:
            lost.append(_dropped(failing[path]))
            kept[field] = None
    bare = record.about is not None and is_empty(kept.get(record.about)) and bool(lost)
    if bare or (lost and all(is_empty(kept.get(f)) for f in record.fields)):
        told = {f: v for f, v in kept.items() if f in record.fields and not is_empty(v)}
        if told:
            lost.append(Change(record.path, "dropped", told, why="what the record is about does not hold"))
        return None, lost
    return kept, lost


def _dropped(finding: Finding) -> Change:
    why = f"{finding.verdict}: {'; '.join(reason.message for reason in finding.reasons)}"
    return Change(finding.path, "dropped", finding.value, why=why)
