"""What is given to be verified, a briefing, a report, a memo or prose, as a kind and plain data."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from summarizer.errors import BriefingError
from summarizer.kinds import DEFAULT, get_kind, kind_names
from summarizer.loading import read_text
from summarizer.prose import looks_like_markdown, markdown_claims, plain_claims
from summarizer.report import FORMAT, Report

DEEPEST = 64  # levels of nesting; a briefing has four
_REPORTS = FORMAT.rpartition("/")[0] + "/"
_PROSE = "statements"


@dataclass(frozen=True)
class Given:
    """A briefing to be verified: its kind, its data, and the sha256 of the source a report names."""

    kind: str
    data: dict[str, Any]
    source_sha256: str | None = None


def read_given(path: str | Path, kind: str | None = None) -> Given:
    """Read a briefing, report, memo or prose from a file, or from standard input for `-`.

    Raises InputError when the file cannot be read, BriefingError when it holds nothing to verify.
    """
    text = read_text(path)
    name = "standard input" if path == "-" else str(path)
    suffix = Path(path).suffix.lower()
    return _from_text(text, name, kind, json_only=suffix == ".json", markdown=suffix in (".md", ".markdown"))


def take_given(briefing: BaseModel | Mapping[str, Any] | str | Path, kind: str | None = None) -> Given:
    """Take what a caller holds: a model, a Report, a mapping, text (JSON, a memo, prose) or a Path to it."""
    if isinstance(briefing, Path):
        return read_given(briefing, kind)
    if isinstance(briefing, str):
        _refuse_path(briefing)
        return _from_text(briefing, "The briefing", kind)
    if isinstance(briefing, BaseModel) and not isinstance(briefing, Report):
        kind = kind or _kind_of(briefing)
    try:
        data = to_jsonable_python(briefing, serialize_unknown=False)
    except (ValueError, RecursionError) as error:
        raise BriefingError(f"The briefing is not JSON: {_one_line(error)}.") from None
    return _from_data(data, "The briefing", kind)


def _refuse_path(text: str) -> None:
    short = len(text) < 256 and not any(c.isspace() for c in text)
    if short and text.lower().endswith((".json", ".md", ".txt", ".markdown")):
        raise BriefingError(
            f"{text!r} is the name of a file, not a briefing.", remedy=f"Give Path({text!r})."
        )


def _kind_of(briefing: BaseModel) -> str | None:
    schemas = {get_kind(name).schema: name for name in kind_names()}
    return next((schemas[base] for base in type(briefing).__mro__ if base in schemas), None)


# -- text --------------------------------------------------------------------------------------


def _from_text(
    text: str, name: str, kind: str | None, *, json_only: bool = False, markdown: bool = False
) -> Given:
    if json_only or (not markdown and _is_json(text)):
        return _from_data(_parse(text, name), name, kind)
    claims = markdown_claims(text) if markdown or looks_like_markdown(text) else plain_claims(text)
    if not claims:
        raise BriefingError(f"{name} has no sentence that could be verified.")
    if kind not in (None, _PROSE):
        raise BriefingError(f"{name} is prose, which is of the kind {_PROSE}.", remedy="Leave out the kind.")
    return Given(_PROSE, {"statements": [{"text": claim, "evidence": []} for claim in claims]})


def _is_json(text: str) -> bool:
    """Whether a text is meant as JSON: prose may open with a bracket, but not with a brace."""
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start != "[":
        return start == "{"
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _parse(text: str, name: str) -> Any:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(items)
        if len(made) < len(items):
            twice = Counter(key for key, _ in items).most_common(1)[0][0]
            raise BriefingError(f"{name}: the key {json.dumps(twice)} stands twice in one object.")
        return made

    def constant(word: str) -> Any:
        raise BriefingError(f"{name}: {word} is not JSON.", remedy="Write null for what is not known.")

    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise BriefingError(
            f"{name} is not JSON: line {error.lineno}, column {error.colno}: {error.msg}.",
            remedy="Mend it there, or give prose in a .md or .txt file.",
        ) from None
    except RecursionError:
        raise BriefingError(f"{name} is nested too deeply.") from None
    except ValueError as error:  # an integer of thousands of digits
        raise BriefingError(f"{name} is not usable JSON: {_one_line(error)}.") from None


# -- data --------------------------------------------------------------------------------------


def _from_data(data: Any, name: str, kind: str | None) -> Given:
    if not isinstance(data, dict):
        raise BriefingError(
            f"{name} is {_type_name(data)}, not an object.", remedy="Give a briefing or a report."
        )
    sha256 = None
    version = data.get("format")
    if isinstance(version, str) and version.startswith(_REPORTS):
        if version != FORMAT:
            raise BriefingError(f"{name} is of the format {version}.", remedy=f"This version reads {FORMAT}.")
        sha256 = _text_at(data, "source", "sha256")
        told = data.get("kind", DEFAULT)
        data = data.get("briefing")
        if not isinstance(data, dict):
            raise BriefingError(f"{name}: the report's briefing is {_type_name(data)}, not an object.")
    else:
        data = dict(data)
        told = data.pop("kind", DEFAULT)
    if kind is None and not isinstance(told, str):
        raise BriefingError(f"{name}: its kind is {_type_name(told)}, not text.", remedy=_known_kinds())
    name_of_kind = get_kind(kind or told).name
    _refuse_unspeakable(data, name)
    return Given(name_of_kind, data, sha256)


def _known_kinds() -> str:
    return f"Known kinds: {', '.join(kind_names())}."


def _text_at(data: dict[str, Any], *keys: str) -> str | None:
    value: Any = data
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def _refuse_unspeakable(data: Any, name: str) -> None:
    """Refuse what no report could be written with: endless numbers, half characters, bottomless nesting."""
    level = [data]
    for _ in range(DEEPEST):
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                inner += [*value, *value.values()]
            elif isinstance(value, list):
                inner += value
            elif isinstance(value, float) and not math.isfinite(value):
                raise BriefingError(f"{name}: a number in it is too large or not a number.")
            elif isinstance(value, str) and not value.isascii():
                _refuse_surrogates(value, name)
        if not inner:
            return
        level = inner
    raise BriefingError(f"{name} is nested more than {DEEPEST} levels deep.")


def _refuse_surrogates(value: str, name: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(value[error.start]):04x}"
        raise BriefingError(f"{name}: {half} is half a character (a lone surrogate).") from None


def _type_name(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200].rstrip(".")
