"""Gold annotations: what a careful reader found in a document, read from JSON and found beside its document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import InputError, UsageError

BRIEFING_SUFFIX = ".briefing.json"
_LONGEST_NAME = 200  # characters of a file name


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")

    evidence: list[str] = Field(default_factory=list)
    optional: bool = False


class GoldPerson(_Part):
    """Who took part, or who only speaks about it. `name` is null for one who is known by office alone.

    `role` and `affiliation` are compared only where the annotation has the key.
    """

    name: str | None = None
    role: str | None = None
    affiliation: str | None = None


class GoldDuration(_Part):
    """The length of the event; `minutes` only where the text states one."""

    text: str | None = None
    minutes: float | None = None
    approximate: bool = False
    bound: str | None = None


class GoldWhen(_Part):
    """When the event was; `date` is ISO 8601."""

    text: str | None = None
    date: str | None = None


class GoldWhere(_Part):
    """Where the event was."""

    place: str | None = None


class GoldFormat(_Part):
    """A format of talks. `date` and `status` are compared only where they have the schema's form."""

    name: str
    place: str | None = None
    parties: list[str] = Field(default_factory=list)
    date: str | None = None
    status: str | None = None


class GoldPosition(_Part):
    """Who holds what, by whose word; `quote` is the words of the document that say so."""

    holder: str
    speaker: str | None = None
    statement: str | None = None
    quote: str
    direct: bool = False


class GoldResult(_Part):
    """An agreement or a next step: `evidence` is the words of the document that tell it."""

    what: str


class Annotation(BaseModel):
    """The annotation of one document. Keys that no score needs (distractors, notes) may stand in it too.

    A list that is left out or null is not scored. A record that is `optional` (a matter of judgement, or of
    detail) may be given or not: neither counts.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    file: str
    sha256: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    what: str | None = None
    event: str | None = None
    participants: list[GoldPerson]
    informants: list[GoldPerson] | None = Field(None, validation_alias=AliasChoices("informants", "sources"))
    duration: GoldDuration | None = None
    when: GoldWhen | None = None
    where: list[GoldWhere] = Field(default_factory=list)
    agreed_formats: list[GoldFormat]
    agreements: list[GoldResult] | None = None
    positions: list[GoldPosition] | None = None
    next_steps: list[GoldResult] | None = None


@dataclass(frozen=True)
class GoldDocument:
    """One annotation and where things are: `path` is the document, None when it was not found.

    `briefing` is the annotation in the schema's shape where such a file stands beside it.
    """

    name: str
    annotation: Annotation
    path: Path | None
    briefing: dict[str, Any] | None = None


def read_gold(places: Sequence[str | Path], documents: Sequence[str | Path] = ()) -> list[GoldDocument]:
    """Read the annotations in folders (or single files) and find their documents.

    A document is looked for by its `file` in the folders `documents`, then beside the gold: in `docs/` next to
    the folder, in the folder above, in the folder itself; and by its bare name below a folder of `documents`.
    Raises InputError where a file is no annotation or a document is not the one that was annotated.
    """
    files = [file for place in places for file in _annotation_files(Path(place))]
    if not files:
        raise InputError(
            f"{', '.join(map(str, places))}: no annotation is there.", remedy="Name a folder of gold files."
        )
    for folder in documents:
        if not Path(folder).is_dir():
            raise UsageError(
                f"{folder} is no folder.", remedy="Give --documents the folder of the documents."
            )
    return [_read(file, [Path(folder) for folder in documents]) for file in files]


def _annotation_files(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(p for p in place.glob("*.json") if not p.name.endswith(BRIEFING_SUFFIX))
    if place.is_file():
        return [place]
    raise InputError(f"{place}: there is no such file or folder.", remedy="Name a folder of gold files.")


def _read(file: Path, documents: Iterable[Path]) -> GoldDocument:
    try:
        annotation = Annotation.model_validate(_json(file))
    except ValidationError as error:
        told = "; ".join(
            f"{'/'.join(map(str, e['loc'])) or 'the whole'}: {e['msg']}" for e in error.errors()[:3]
        )
        raise InputError(
            f"{file} is no annotation: {told}.", remedy="docs/evaluation.md tells the form."
        ) from None
    path = _find(annotation.file, file.parent, documents)
    if path is not None and annotation.sha256 not in (None, hashlib.sha256(path.read_bytes()).hexdigest()):
        raise InputError(
            f"{path} is not the document that {file} annotates: its sha256 is another.",
            remedy="Give --documents the folder with the document as it was annotated.",
        )
    beside = file.with_name(file.stem + BRIEFING_SUFFIX)
    return GoldDocument(file.stem, annotation, path, _json(beside) if beside.is_file() else None)


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from None
    except RecursionError:
        raise InputError(f"{file} is nested too deeply.", remedy="Mend or remove it.") from None
    except ValueError as error:
        raise InputError(f"{file} is not JSON: {error}.", remedy="Mend or remove it.") from None


def _find(name: str, gold: Path, documents: Iterable[Path]) -> Path | None:
    """Return the document, or None; a name that leads out of the folders finds nothing: its text may go to a model."""
    if len(name) > _LONGEST_NAME or Path(name).is_absolute() or ".." in Path(name).parts:
        return None
    folders = [*documents, gold.parent / "docs", gold.parent, gold]
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    for folder in documents:
        if found := sorted(p for p in folder.rglob(Path(name).name) if p.is_file()):
            return found[0]
    return None
