"""Keeps every answer that was paid for, and every run, in one SQLite file of the user's."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from summarizer.errors import InputError
from summarizer.extraction.answers import Answer
from summarizer.report import Report

VERSION = 1
PATIENCE = 10.0  # seconds that another process may hold the file

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, model TEXT NOT NULL, made TEXT NOT NULL, text TEXT NOT NULL, ended TEXT, refusal TEXT,
    input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, cached_tokens INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS modes (model TEXT PRIMARY KEY, mode TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,
    model TEXT NOT NULL, worst TEXT NOT NULL, input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL,
    cost REAL, report TEXT NOT NULL
);
"""


@dataclass(frozen=True)
class Run:
    """A run as it is listed: times in UTC (ISO 8601), `cost` in US dollars, None when not known."""

    id: int
    made: str
    source: str
    kind: str
    model: str
    worst: str
    input_tokens: int
    output_tokens: int
    cost: float | None


def default_path() -> Path:
    """Return where the store is on this platform."""
    from platformdirs import user_data_path

    return user_data_path("summarizer", appauthor=False) / "store.sqlite3"


class Store:
    """Answers under what the model saw, modes, and runs; usable by several processes at once.

    A file that cannot be used is an InputError when it is opened. Later on a full disk or a lock loses no
    run: what could not be kept is in `problem`. Without `source_text`, runs leave their document's text out.
    """

    def __init__(self, path: Path | str | None = None, *, source_text: bool = True) -> None:
        self._source_text = source_text
        self.path = Path(path) if path else default_path()
        self.problem: str | None = None
        self._lock = threading.Lock()
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(
                os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            )  # documents are nobody else's business
            self._connection = sqlite3.connect(
                self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._prepare()
        except (OSError, sqlite3.Error) as error:
            raise InputError(
                f"The store {self.path} cannot be used: {error}.",
                remedy="Run with --no-store, or name another place (SUMMARIZER_STORE_PATH).",
            ) from None

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise sqlite3.DatabaseError(f"a later version of the program made it ({version})")
        if version < VERSION:
            self._connection.executescript(f"BEGIN;{_SCHEMA}PRAGMA user_version={VERSION};COMMIT;")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # -- what a model is remembered by ---------------------------------------------------------

    def recall(self, key: str) -> Answer | None:
        """Return the answer that was kept under `key`, marked as kept."""
        query = (
            "SELECT text, ended, refusal, input_tokens, output_tokens, cached_tokens FROM answers WHERE key=?"
        )
        with self._asking():
            if row := self._connection.execute(query, (key,)).fetchone():
                return replace(Answer(*row), kept=True)
        return None

    def keep(self, key: str, model: str, answer: Answer) -> None:
        """Keep an answer; when this returns it is on the disk."""
        values = (key, model, _now(), answer.text, answer.ended, answer.refusal)
        counts = (answer.input_tokens, answer.output_tokens, answer.cached_tokens)
        with self._asking():
            self._connection.execute(
                "INSERT OR REPLACE INTO answers VALUES (?,?,?,?,?,?,?,?,?)", (*values, *counts)
            )

    def discard(self, key: str) -> None:
        """Forget an answer that was of no use, so that the question can be asked anew."""
        with self._asking():
            self._connection.execute("DELETE FROM answers WHERE key=?", (key,))

    def mode(self, model: str) -> str | None:
        """Return the mode in which a model's server was last asked with success."""
        with self._asking():
            if row := self._connection.execute("SELECT mode FROM modes WHERE model=?", (model,)).fetchone():
                return str(row[0])
        return None

    def keep_mode(self, model: str, mode: str) -> None:
        """Remember a mode."""
        with self._asking():
            self._connection.execute("INSERT OR REPLACE INTO modes VALUES (?,?)", (model, str(mode)))

    # -- runs ----------------------------------------------------------------------------------

    def finished(self, report: Report) -> None:
        """Keep a finished run."""
        used = report.usage
        values = (
            _now(), report.source.id, report.kind, report.extractor.name if report.extractor else "",
            str(report.worst), used.input_tokens, used.output_tokens, used.cost, report.to_json(source_text=self._source_text, indent=None),
        )  # fmt: skip
        with self._asking():
            self._connection.execute(
                "INSERT INTO runs (made, source, kind, model, worst, input_tokens, output_tokens, cost, report)"
                " VALUES (?,?,?,?,?,?,?,?,?)",
                values,
            )

    def runs(self) -> list[Run]:
        """Return all runs, the latest first."""
        query = "SELECT id, made, source, kind, model, worst, input_tokens, output_tokens, cost FROM runs"
        return [Run(*row) for row in self._connection.execute(f"{query} ORDER BY id DESC")]

    def report(self, run: int) -> Report | None:
        """Return the report of a run, None when there is no such run."""
        row = self._connection.execute("SELECT report FROM runs WHERE id=?", (run,)).fetchone()
        return Report.from_json(row[0]) if row else None

    def forget(self, run: int | None = None) -> int:
        """Delete a run, or all runs and answers; return how many runs there were."""
        if run is not None:
            return self._connection.execute("DELETE FROM runs WHERE id=?", (run,)).rowcount
        gone = self._connection.execute("DELETE FROM runs").rowcount
        self._connection.execute("DELETE FROM answers")
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Let a fault of the store be told, and not end a run that has been paid for."""
        with self._lock:
            try:
                yield
            except (sqlite3.Error, UnicodeEncodeError) as error:
                self.problem = f"{self.path} could not be used: {error}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
