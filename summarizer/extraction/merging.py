"""Makes one briefing of the answers about the parts of a document: by entity, by words, by span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.extraction.records import about, is_empty, joined_evidence
from summarizer.kinds import Kind, is_list, record_type, verified_of
from summarizer.source import Span
from summarizer.verification.context import Document
from summarizer.verification.evidence import place_evidence


@dataclass(frozen=True)
class Conflict:
    """Two parts tell a field differently: the record that holds it, and what the briefing does not show."""

    record: dict[str, Any]
    field: str
    other: Any


def merge(
    answers: Sequence[dict[str, Any]], kind: Kind, document: Document
) -> tuple[dict[str, Any], list[Conflict]]:
    """Return one briefing of several, the earlier parts first, with what they tell differently."""
    if len(answers) == 1:
        return dict(answers[0]), []
    return _Merger(document).merge(answers, kind)


class _Merger:
    """One merging; the entities and the spans are those of the whole document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.conflicts: list[Conflict] = []
        self._spans: dict[int, tuple[Span, ...]] = {}

    def merge(self, answers: Sequence[dict[str, Any]], kind: Kind) -> tuple[dict[str, Any], list[Conflict]]:
        done: dict[str, Any] = {}
        for key, info in kind.schema.model_fields.items():
            schema = record_type(info.annotation)
            values = [a[key] for a in answers if not is_empty(a.get(key))]
            if is_list(info.annotation):
                items = [item for value in values for item in value]
                done[key] = self._list(items, schema) if schema else list(dict.fromkeys(items))
            elif schema is None:
                done[key] = values[0] if values else None  # a title stands in the first part that tells one
            else:
                done[key] = self._one(values, schema)
        return done, self.conflicts

    def _one(self, values: list[dict[str, Any]], schema: type[BaseModel]) -> dict[str, Any] | None:
        if not values:
            return None
        first, *others = (dict(value) for value in values)
        for other in others:
            self._take_in(first, other, schema)
        return first

    def _list(self, items: list[dict[str, Any]], schema: type[BaseModel]) -> list[dict[str, Any]]:
        kept: list[dict[str, Any]] = []
        for item in items:
            same = next((k for k in kept if self._is_same(k, item, schema)), None)
            if same is None:
                kept.append(dict(item))
            else:
                self._take_in(same, item, schema)
        return kept

    def _take_in(self, kept: dict[str, Any], other: dict[str, Any], schema: type[BaseModel]) -> None:
        """Add to a record what another one of the same thing knows; what it tells differently is a conflict."""
        taken = False
        for field, info in schema.model_fields.items():
            mine, theirs = kept.get(field), other.get(field)
            if field == "evidence" or is_empty(theirs):
                continue
            if isinstance(mine, list) and isinstance(theirs, list):
                more = [x for x in theirs if x not in mine]
                kept[field], taken = [*mine, *more], taken or bool(more)
            elif is_empty(mine):
                kept[field], taken = theirs, True
            elif not self._agrees(mine, theirs, verified_of(info).check):
                self.conflicts.append(Conflict(kept, field, theirs))
        if taken:  # evidence comes with what rests on it, so that no other field is judged by it
            kept["evidence"] = joined_evidence(kept.get("evidence") or [], other.get("evidence") or [])

    def _agrees(self, mine: Any, theirs: Any, check: str) -> bool:
        """Whether two values are the same, or one is the other told more fully."""
        one, two = _folded(mine), _folded(theirs)
        if one in two or two in one:
            return True
        return check in ("name", "holder", "speaker", "party") and self._is_same_name(one, two)

    def _is_same(self, one: dict[str, Any], two: dict[str, Any], schema: type[BaseModel]) -> bool:
        field = about(schema)
        mine, theirs = (one.get(field), two.get(field)) if field else (None, None)
        if field is None or is_empty(mine) or is_empty(theirs):
            return _folded({**one, "evidence": 0}) == _folded({**two, "evidence": 0})
        if verified_of(schema.model_fields[field]).check == "name":
            return _folded(mine) == _folded(theirs) or self._is_same_name(str(mine), str(theirs))
        return _folded(mine) == _folded(theirs) or self._is_same_place(one, two)

    def _is_same_name(self, one: str, two: str) -> bool:
        names = self.document.reading.names
        entity = names.resolve(one)
        return entity is not None and entity == names.resolve(two)

    def _is_same_place(self, one: dict[str, Any], two: dict[str, Any]) -> bool:
        """Whether two records rest on the very same words of the source."""
        mine, theirs = self._spans_of(one), self._spans_of(two)
        return bool(mine) and mine == theirs

    def _spans_of(self, record: dict[str, Any]) -> tuple[Span, ...]:
        if id(record) not in self._spans:
            placed = place_evidence(record, self.document.reading, self.document.aligner)
            self._spans[id(record)] = tuple(sorted({span for p in placed for span in p.spans}))
        return self._spans[id(record)]


def _folded(value: Any) -> str:
    return " ".join(str(value).casefold().split())
