from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import Verdict, brief


def run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=120
    )


def test_the_terminal_example_runs(examples: Path) -> None:
    """The commands of terminal.sh do what their comments say."""
    result = run(["bash", "terminal.sh"], examples)
    assert result.returncode == 0, result.stderr
    assert "about 70 minutes" in result.stdout
    assert "contradicted" in result.stdout


def test_the_library_example_runs(examples: Path, tmp_path: Path) -> None:
    """library.py prints a briefing's people, a supported claim and a refused one."""
    result = run([sys.executable, str(examples / "library.py")], tmp_path)
    assert result.returncode == 0, result.stderr
    assert "Solveig Haugerud" in result.stdout
    assert "supported: The telephone call lasted about 70 minutes." in result.stdout
    assert "contradicted: The telephone call lasted about 90 minutes." in result.stdout
    assert "/participants/0/role is contradicted" in result.stdout


def test_the_memo_is_what_the_program_renders(examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """memo.md is the memo of call-both-sides.txt, made by the program as it is now."""
    monkeypatch.chdir(examples)
    memo = brief("call-both-sides.txt", model="offline").to_markdown()
    assert memo == (examples / "memo.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", sorted(f.stem for f in (Path(__file__).parent.parent / "examples").glob("*.txt"))
)
def test_every_example_gives_a_briefing(examples: Path, name: str) -> None:
    """Each example is briefed, and of what the offline extractor writes hardly anything is refused."""
    report = brief(examples / f"{name}.txt", model="offline")
    refused = [f for f in report.findings if f.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED)]
    assert len(report.findings) >= 9
    assert len(refused) <= 0.05 * len(report.findings), [(f.path, f.reasons[0].message) for f in refused]


def test_nothing_to_brief_gives_an_empty_briefing(examples: Path) -> None:
    """A text that tells of no event has no participants, formats or positions."""
    briefing = brief(examples / "nothing-to-brief.txt", model="offline").briefing
    assert briefing.event is None
    assert briefing.participants == briefing.agreed_formats == briefing.positions == []
