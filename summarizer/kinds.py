"""Kinds of briefing: a schema with its prompt, found by name in the folders `schemas/` and `prompts/`."""

from __future__ import annotations

import importlib
import json
import pkgutil
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ConfigDict, create_model
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from summarizer.errors import BriefingError
from summarizer.fields import Verified

DEFAULT = "briefing"


@dataclass(frozen=True)
class Kind:
    """A schema, what it is for, and the name under which its prompt is found."""

    name: str
    summary: str
    schema: type[BaseModel]

    @property
    def template(self) -> str:
        """The file name of the kind's prompt."""
        return f"{self.name}.md.j2"

    @cached_property
    def model_face(self) -> type[BaseModel]:
        """The schema as a model is asked to fill it.

        Every key required, no default, no key beyond, and without the fields that code derives.
        """
        return _strict(self.schema, {})

    @cached_property
    def model_schema(self) -> dict[str, Any]:
        """The JSON Schema of the model's face, as short as it can be: it is paid for with every request."""
        return self.model_face.model_json_schema(schema_generator=_Compact)

    def construct(self, data: Mapping[str, Any]) -> BaseModel:
        """Shape `data` as this kind without judging any value; what is missing is null or empty."""
        return _construct(self.schema, data)


def get_kind(name: str) -> Kind:
    """Return the kind of that name; raises BriefingError, naming the known kinds, when there is none."""
    if name in kind_names():
        return _load(name)
    raise BriefingError(
        f"There is no kind {json.dumps(name, ensure_ascii=False)}.",
        remedy=f"Known kinds: {', '.join(kind_names())}.",
    )


@cache
def kind_names() -> tuple[str, ...]:
    """Return the names of all kinds, the default first."""
    package = importlib.import_module("summarizer.schemas")
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(names, key=lambda name: name != DEFAULT))


@cache
def _load(name: str) -> Kind:
    kind = importlib.import_module(f"summarizer.schemas.{name}").KIND
    assert isinstance(kind, Kind), f"schemas/{name}.py must define KIND"
    return kind


# -- annotations -------------------------------------------------------------------------------


def verified_of(info: FieldInfo) -> Verified:
    """Return the check that a schema's field asks for: a plain `str` is judged as a statement."""
    marks = [m for m in info.metadata if isinstance(m, Verified)] or list(_marks(info.annotation))
    return marks[0] if marks else Verified("statement")


def record_type(annotation: Any) -> type[BaseModel] | None:
    """Return the model class in `Model`, `Model | None` or `list[Model]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if found := record_type(inner):
            return found
    return None


def is_list(annotation: Any) -> bool:
    """Whether a schema's field holds a list."""
    return get_origin(annotation) is list


def _marks(annotation: Any) -> typing.Iterator[Verified]:
    for inner in get_args(annotation):
        if isinstance(inner, Verified):
            yield inner
        else:
            yield from _marks(inner)


# -- the two faces -----------------------------------------------------------------------------


class _Untitled(GenerateJsonSchema):
    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


class _Compact(_Untitled):
    """Writes `T | None` as a list of types, and leaves out descriptions: the prompt has them, at greater length."""

    def nullable_schema(self, schema: Any) -> Any:
        inner = self.generate_inner(schema["schema"])
        if inner.keys() == {"type"} and isinstance(inner["type"], str):
            return {"type": [inner["type"], "null"]}
        # llama.cpp's converter would lose the choices of an `enum` beside a list of types.
        return {"anyOf": [inner, {"type": "null"}]}

    def generate(self, schema: Any, mode: Any = "validation") -> Any:
        made = super().generate(schema, mode)
        for one in (made, *made.get("$defs", {}).values()):
            for field in one.get("properties", {}).values():
                field.pop("description", None)
        return made


class _ModelFace(BaseModel):
    """The base of every model's face. Its JSON Schema has no `title` but its own: they only repeat names."""

    model_config = ConfigDict(extra="forbid")

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        schema = super().model_json_schema(*args, **{"schema_generator": _Untitled, **kwargs})
        for definition in schema.get("$defs", {}).values():
            definition.pop("title", None)
        return schema


def _strict(schema: type[BaseModel], done: dict[type[BaseModel], type[BaseModel]]) -> type[BaseModel]:
    """Rebuild a schema with every key required, extras forbidden, and derived fields left out."""
    base = schema.__base__
    if base is not None and issubclass(base, BaseModel) and _fields(base) == _fields(schema):
        return _strict(base, done)  # another name for the same record: told once
    if schema not in done:
        fields: dict[str, Any] = {
            name: (_strict_annotation(info.annotation, done), FieldInfo(description=info.description))
            for name, info in schema.model_fields.items()
            if not verified_of(info).derived
        }
        made: type[BaseModel] = create_model(schema.__name__, __base__=_ModelFace, __doc__=None, **fields)
        done[schema] = made
    return done[schema]


def _fields(schema: type[BaseModel]) -> dict[str, str]:
    return {name: repr(info) for name, info in schema.model_fields.items()}


def _strict_annotation(annotation: Any, done: dict[type[BaseModel], type[BaseModel]]) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _strict(annotation, done)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is list:
        return list[_strict_annotation(inner[0], done)]  # type: ignore[misc]  # built at run time
    if origin is typing.Annotated:
        return _strict_annotation(inner[0], done)
    if origin in (typing.Union, types.UnionType):
        return typing.Union[tuple(_strict_annotation(one, done) for one in inner)]  # noqa: UP007
    return annotation


def _construct(schema: type[BaseModel], data: Mapping[str, Any]) -> BaseModel:
    values: dict[str, Any] = dict(data)
    for name, info in schema.model_fields.items():
        value = data.get(name)
        model = record_type(info.annotation)
        if value is None:
            values[name] = [] if is_list(info.annotation) else None
        elif model and isinstance(value, Mapping):
            values[name] = _construct(model, value)
        elif model and isinstance(value, list):
            values[name] = [_construct(model, v) if isinstance(v, Mapping) else v for v in value]
    return schema.model_construct(**values)
