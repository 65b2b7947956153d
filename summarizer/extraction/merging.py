"""Makes one briefing of the answers about the parts of a document: by entity, by words, by span."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.extraction.records import about, is_empty, joined_evidence
from summarizer.kinds import Kind, is_list, record_type, verified_of
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

    def merge(self, answers: Sequence[dict[str, Any]], kind: Kind) -> tuple[dict[str, Any], list[Conflict]]:
        done: dict[str, Any] = {}
        for key, info in kind.schema.model_fields.items():
            schema = record_type(info.annotation)
            values = [a[key] for a in answers if not is_empty(a.get(key))]
            if is_list(info.annotation):
                done[key] = self._list(values, schema) if schema else _each_once(values)
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

    def _list(self, lists: list[list[dict[str, Any]]], schema: type[BaseModel]) -> list[dict[str, Any]]:
        """Join the lists of several answers; what one answer tells apart stays apart."""
        kept: list[dict[str, Any]] = []
        known: dict[Hashable, dict[str, Any]] = {}
        for items in lists:
            new: dict[Hashable, dict[str, Any]] = {}
            for item in items:
                keys = self._keys(item, schema)
                same = next((known[key] for key in keys if key in known), None)
                if same is None:
                    same = dict(item)
                    kept.append(same)
                else:
                    self._take_in(same, item, schema)
                new |= {key: new.get(key, same) for key in keys}
            known = new | known
        return kept

    def _keys(self, item: dict[str, Any], schema: type[BaseModel]) -> list[Hashable]:
        """Return what makes a record the same as another: its words, the entity it names, the words it rests on."""
        field = about(schema)
        value = item.get(field) if field else None
        if field is None or is_empty(value):
            return [_folded({**item, "evidence": 0})]
        keys: list[Hashable] = [_folded(value)]
        if verified_of(schema.model_fields[field]).check == "name":
            entity = self.document.reading.names.resolve(str(value))
            return [*keys, ("entity", entity.id)] if entity else keys
        placed = place_evidence(item, self.document.reading, self.document.aligner)
        spans = tuple(sorted({span for p in placed for span in p.spans}))
        return [*keys, spans] if spans and all(p.spans for p in placed) else keys

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

    def _is_same_name(self, one: str, two: str) -> bool:
        names = self.document.reading.names
        entity = names.resolve(one)
        return entity is not None and entity == names.resolve(two)


def _each_once(lists: list[list[Any]]) -> list[Any]:
    return list(dict.fromkeys(item for items in lists for item in items))


def _folded(value: Any) -> str:
    return " ".join(str(value).casefold().split())
