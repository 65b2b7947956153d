"""Progress on standard error, for a person who has waited for a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.cli.console import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds


@contextmanager
def working(label: str, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Show `label`, a spinner and the time gone by while the block runs, once it takes over a second.

    What is yielded takes words that are shown before the label from then on.
    """
    if quiet or not is_terminal(sys.stderr):
        yield lambda _: None
        return
    bar = _Bar(label)
    timer = threading.Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield bar.tell
    finally:
        timer.cancel()
        bar.stop()


class _Bar:
    """A progress line that is drawn late, from a timer's thread, or never."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._lock = threading.Lock()
        self._done = False
        self._progress: Progress | None = None
        self._told = ""

    def tell(self, words: str) -> None:
        """Show `words` before the label."""
        with self._lock:
            self._told = words
            if self._progress is not None:
                self._progress.update(self._progress.task_ids[0], description=self._text())

    def _text(self) -> str:
        from rich.markup import escape

        from summarizer.rendering.safe import plain

        # What is told comes first: the line is cut at the terminal's edge, and a label may hold a long path.
        return escape(plain(f"{self._told} – {self._label}" if self._told else self._label))

    def start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._done:
                return
            columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
            self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
            self._progress.add_task(self._text(), total=None)
            self._progress.start()

    def stop(self) -> None:
        with self._lock:
            self._done = True
            if self._progress is not None:
                self._progress.stop()


@contextmanager
def counting(steps: int, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Show a bar of `steps` steps; the function that is yielded begins the next one, with its label."""
    if quiet or not is_terminal(sys.stderr):
        yield lambda _label: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from summarizer.rendering.safe import plain

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=steps, completed=-1)
        yield lambda label: progress.update(task, advance=1, description=escape(plain(label)))
