"""Where a result goes: the terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.console import StandIn, is_terminal, note, write_stdout
from summarizer.errors import OutputError

if TYPE_CHECKING:
    from summarizer.report import Report

DEFAULT_FORM = "text"


@dataclass(frozen=True)
class Output:
    """A destination that was found fit before any work was done: `target` is None for standard output."""

    form: str
    target: Path | None = None
    force: bool = False
    source_text: bool = True

    @property
    def on_terminal(self) -> bool:
        """Whether a person sees the result as it is written."""
        return self.target is None and is_terminal(sys.stdout)

    def write(self, report: Report) -> None:
        """Render `report` and write it; raises OutputError."""
        self.write_text(self._rendered(report))

    def _rendered(self, report: Report) -> str:
        from summarizer.rendering import render, render_for
        from summarizer.rendering.safe import json_safe

        if self.form == "json" and not self.source_text:
            return json_safe(report.to_json(source_text=False))
        if self.target is None and sys.stdout is not None:
            return render_for(report, self.form, StandIn(sys.stdout))
        return render(report, self.form)

    def write_text(self, text: str) -> None:
        """Write finished text, ended by one line end."""
        text = text if text.endswith("\n") else text + "\n"
        if self.target is None:
            write_stdout(text)
        else:
            _write_file(self.target, text, force=self.force)


def open_output(
    form: str | None,
    target: Path | None,
    *,
    force: bool = False,
    source_text: bool = True,
    inputs: tuple[str, ...] = (),
) -> Output:
    """Settle form and destination and refuse what cannot be written, before work or money is spent.

    `inputs` are the files read: none of them is ever overwritten.
    """
    from summarizer.rendering import get_renderer, renderer_for_file, renderer_names

    if target is not None and str(target) == "-":
        target = None
    if form is None:
        by_suffix = renderer_for_file(target.name) if target else None
        if target is not None and target.suffix and by_suffix is None and not _is_device(target):
            known = ", ".join(s for name in renderer_names() for s in get_renderer(name).suffixes)
            raise OutputError(
                f"No format is known by the suffix {target.suffix!r} of {target}.",
                remedy=f"Known suffixes: {known}; or name the format with --format.",
            )
        form = by_suffix.name if by_suffix else DEFAULT_FORM
    if form not in renderer_names():
        get_renderer(form)  # says which formats there are
    if target is not None:
        target = _fit(target, force=force, inputs=inputs)
    return Output(form, target, force, source_text)


def _is_device(target: Path) -> bool:
    return target.exists() and not target.is_file()


def _fit(target: Path, *, force: bool, inputs: tuple[str, ...]) -> Path:
    """Return `target` with links followed; raises OutputError when it cannot or must not be written."""
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise OutputError(f"{target} is a folder.", remedy="Name a file in it.")
    if not path.parent.is_dir():
        raise OutputError(f"{target}: there is no folder {path.parent}.", remedy="Make it first.")
    if not path.exists():
        if not os.access(path.parent, os.W_OK):
            raise OutputError(f"{target}: the folder may not be written to.", remedy="Choose another place.")
        return path
    if any(name != "-" and os.path.exists(name) and os.path.samefile(name, path) for name in inputs):
        raise OutputError(f"{target} is what is read: it is not overwritten.", remedy="Choose another name.")
    if path.is_file() and not force:
        raise OutputError(f"{target} exists.", remedy="Overwrite it with --force, or choose another name.")
    return path


def _write_file(path: Path, text: str, *, force: bool) -> None:
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():  # a device or a named pipe
            path.write_bytes(data)
        else:
            _replace(path, data, force=force)
    except FileExistsError:
        raise OutputError(
            f"{path} exists: it was made while this ran.", remedy="Overwrite it with --force."
        ) from None
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}.", remedy="Choose another place."
        ) from None


def _replace(path: Path, data: bytes, *, force: bool) -> None:
    """Write a new file beside `path`, then put it in its place in one step."""
    beside = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            if not force:
                raise FileExistsError
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def tell(report: Report, *, fail_on: str | None, quiet: bool) -> int:
    """Return the exit code of a finished run, and say on standard error what it stands for."""
    if fail_on and (found := report.at_least(fail_on)):
        if not quiet:
            paths = ", ".join(f.path for f in found[:5]) + (", …" if len(found) > 5 else "")
            verb = "is" if len(found) == 1 else "are"
            note(
                f"summarizer: {len(found)} of {len(report.findings)} fields {verb} {fail_on} or worse: {paths}"
            )
        return 3
    if report.failures:
        if not quiet:
            note(f"summarizer: {len(report.failures)} parts of the document could not be processed")
        return 5
    return 0
