"""How a report looks: one file `<format>_report.py` per format, each with one constant `RENDERER`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TextIO

from summarizer.errors import UsageError
from summarizer.report import Report

_ENTRY = "_report"


@dataclass(frozen=True, slots=True)
class Renderer:
    """One format: its name, the file suffixes it is known by, what it is for, and how it is written.

    `render` returns the whole text, ending in one newline. `for_stream`, where a format has it, fits
    the text to a stream: its width, its colours, the characters that its encoding can show.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    render: Callable[[Report], str]
    for_stream: Callable[[Report, TextIO], str] | None = None


def render(report: Report, format_name: str) -> str:
    """Write `report` in a format as text; raises UsageError, naming the known formats, for any other name."""
    return get_renderer(format_name).render(report)


def render_for(report: Report, format_name: str, stream: TextIO) -> str:
    """Like `render`, for `stream`: a terminal gets colours and its own width, a pipe does not."""
    renderer = get_renderer(format_name)
    return renderer.for_stream(report, stream) if renderer.for_stream else renderer.render(report)


def get_renderer(name: str) -> Renderer:
    """Return the renderer of that name; raises UsageError, naming the known ones, when there is none."""
    if name in renderer_names():
        return _load(name)
    raise UsageError(f"There is no format {name!r}.", remedy=f"Known formats: {', '.join(renderer_names())}.")


def renderer_for_file(name: str) -> Renderer | None:
    """Return the renderer that a file's suffix asks for, if there is one."""
    suffix = PurePath(name).suffix.lower()
    return next((r for r in map(_load, renderer_names()) if suffix in r.suffixes), None)


@cache
def renderer_names() -> tuple[str, ...]:
    """Return the names of all formats; none of them is imported for that."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.removesuffix(_ENTRY) for name in found if name.endswith(_ENTRY)))


@cache
def _load(name: str) -> Renderer:
    renderer = importlib.import_module(f"{__name__}.{name}{_ENTRY}").RENDERER
    assert isinstance(renderer, Renderer), f"{name}{_ENTRY}.py must define RENDERER"
    return renderer
