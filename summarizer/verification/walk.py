"""Walks a briefing by its schema and yields every field once, with the record it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from summarizer.fields import Record, Verified
from summarizer.kinds import is_list, record_type, verified_of

_NOT_FIELDS = frozenset({"evidence"})


@dataclass(frozen=True, eq=False)
class Node:
    """A record of a briefing (or the briefing itself) as data, with its schema and place."""

    path: str
    data: Mapping[str, Any]
    schema: type[BaseModel]
    parent: Node | None = None

    @property
    def is_record(self) -> bool:
        """Whether the record can name evidence."""
        return issubclass(self.schema, Record)


@dataclass(frozen=True, eq=False)
class Leaf:
    """One field: its JSON Pointer, its value, the check it asks for, its record, and what is wrong with its form.

    `absent` is `leaf`, `record` or `list` for a null leaf, a null record and an empty list.
    """

    path: str
    key: str
    value: Any
    verified: Verified
    node: Node
    absent: str | None = None
    problem: str | None = field(default=None)


def walk(data: Mapping[str, Any], schema: type[BaseModel]) -> Iterator[Leaf]:
    """Yield every field of a briefing exactly once, in the order of the schema, unknown keys last."""
    yield from _walk_node(Node("", data, schema))


def pointer(path: str, key: str | int) -> str:
    """Append one step to a JSON Pointer (RFC 6901)."""
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _walk_node(node: Node) -> Iterator[Leaf]:
    fields = node.schema.model_fields
    for key, info in fields.items():
        if key not in _NOT_FIELDS or not node.is_record:
            yield from _walk_field(node, key, info)
    for key, value in node.data.items():
        if key not in fields and not (node.parent is None and key == "kind"):
            yield from _walk_unknown(node, str(key), value, pointer(node.path, key))


def _walk_field(node: Node, key: str, info: FieldInfo) -> Iterator[Leaf]:
    value, path = node.data.get(key), pointer(node.path, key)
    mark, model = verified_of(info), record_type(info.annotation)
    if is_list(info.annotation):
        if value is None or value == []:
            yield Leaf(path, key, [], mark, node, absent="list")
        elif not isinstance(value, list):
            yield Leaf(path, key, value, mark, node, problem=_wanted("a list", value))
        else:
            for i, item in enumerate(value):
                yield from _walk_item(node, key, info, item, pointer(path, i))
    elif value is None:
        yield Leaf(path, key, None, mark, node, absent="record" if model else "leaf")
    else:
        yield from _walk_item(node, key, info, value, path)


def _walk_item(node: Node, key: str, info: FieldInfo, value: Any, path: str) -> Iterator[Leaf]:
    mark, model = verified_of(info), record_type(info.annotation)
    if model is None:
        yield Leaf(path, key, value, mark, node, problem=_type_problem(info.annotation, value))
    elif isinstance(value, Mapping):
        yield from _walk_node(Node(path, value, model, node))
    else:
        yield Leaf(path, key, value, mark, node, problem=_wanted("an object", value))


def _walk_unknown(node: Node, key: str, value: Any, path: str) -> Iterator[Leaf]:
    """Yield the leaves under a key that the schema does not have."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, Mapping):
        inner = [(str(k), v) for k, v in value.items()]
    elif isinstance(value, list):
        inner = list(enumerate(value))
    for name, item in inner:
        yield from _walk_unknown(node, key, item, pointer(path, name))
    if not inner:
        yield Leaf(path, key, value, Verified("statement"), node, problem=f'the kind has no field "{key}"')


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation)


def _type_problem(annotation: Any, value: Any) -> str | None:
    inner = annotation.__args__[0] if is_list(annotation) else annotation
    try:
        _adapter(inner).validate_python(value, strict=True)
    except ValidationError as error:
        return f"{error.errors()[0]['msg'].lower()}; it is {_described(value)}"
    return None


def _wanted(what: str, value: Any) -> str:
    return f"should be {what}; it is {_described(value)}"


def _described(value: Any) -> str:
    names = {
        bool: "a boolean",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null" if value is None else type(value).__name__)
