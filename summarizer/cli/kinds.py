"""`summarizer kinds`: the kinds of briefing, or what one of them is made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from summarizer.kinds import Kind


@click.command(
    name="kinds", short_help="List the kinds of briefing, or show the fields, schema and prompt of one."
)
@click.argument("kind", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the result."
)
def kinds(kind: str | None, form: str) -> int:
    """List the kinds of briefing, or show KIND: its fields, each with its check, its JSON Schema and its prompt.

    The schema is the one a model is asked to fill. In a field's path, * stands for any number.
    """
    from summarizer.cli.console import write_stdout
    from summarizer.kinds import get_kind, kind_names

    if kind is None:
        known = [{"name": name, "summary": get_kind(name).summary} for name in kind_names()]
        width = max(len(entry["name"]) for entry in known)
        lines = [f"{entry['name']:<{width}}  {entry['summary']}" for entry in known]
        write_stdout(_json(known) if form == "json" else "\n".join(lines) + "\n")
    else:
        chosen = get_kind(kind)
        write_stdout(_json(_described(chosen)) if form == "json" else _text(chosen))
    return 0


def _described(kind: Kind) -> dict[str, Any]:
    return {
        "name": kind.name,
        "summary": kind.summary,
        "fields": list(_fields(kind.schema)),
        "schema": kind.model_schema,
        "prompt": _prompt(kind),
    }


def _text(kind: Kind) -> str:
    fields = list(_fields(kind.schema))
    paths = max(len(field["path"]) for field in fields)
    checks = max(len(field["check"]) for field in fields)
    lines = [f"{kind.name}: {kind.summary}", "", "Fields: path, check, value", ""]
    for field in fields:
        notes = [field["description"]] if field["description"] else []
        notes += ["filled by code"] if field["derived"] else []
        value = field["type"] + (f" ({'; '.join(notes)})" if notes else "")
        lines.append(f"  {field['path']:<{paths}}  {field['check']:<{checks}}  {value}")
    lines += [
        "",
        "JSON Schema that a model fills",
        "",
        json.dumps(kind.model_schema, indent=2, ensure_ascii=False),
    ]
    lines += ["", f"Prompt: {kind.template}", "", _prompt(kind)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _fields(schema: type[BaseModel], above: str = "") -> Iterator[dict[str, Any]]:
    """Yield the fields of a schema, as deep as they go; evidence is what they rest on, not a field."""
    from summarizer.fields import Evidence
    from summarizer.kinds import is_list, record_type, verified_of

    for name, info in schema.model_fields.items():
        path = f"{above}/{name}" + ("/*" if is_list(info.annotation) else "")
        inner = record_type(info.annotation)
        if inner is Evidence:
            continue
        if inner:
            yield from _fields(inner, path)
            continue
        verified = verified_of(info)
        yield {
            "path": path,
            "check": verified.check,
            "type": _type_name(info.annotation),
            "derived": verified.derived,
            "description": info.description,
        }


def _type_name(annotation: Any) -> str:
    """Name the plain type under unions, lists and marks: a leaf has one."""
    from typing import Annotated, Literal, get_args, get_origin

    if get_origin(annotation) is Literal:
        return " | ".join(get_args(annotation))
    if get_origin(annotation) is Annotated:
        return _type_name(get_args(annotation)[0])
    for inner in get_args(annotation):
        if inner is not type(None):
            return _type_name(inner)
    return {str: "text", bool: "boolean", float: "number", int: "whole number"}.get(
        annotation, str(annotation)
    )


def _prompt(kind: Kind) -> str:
    """Return the part of the prompt that is the same for every document."""
    from summarizer.extraction.prompting import render_prompt
    from summarizer.source import Source

    return render_prompt(kind, Source.from_text(""), []).system


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


COMMAND = kinds
