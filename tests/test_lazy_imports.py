"""Nothing heavy is imported before it is used: no model library offline, nearly nothing for `--help`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# What the model path needs, and whatever speaks HTTP for it.
NETWORK = {
    "openai",
    "instructor",
    "httpx",
    "httpx2",
    "httpcore",
    "httpcore2",
    "aiohttp",
    "requests",
    "urllib3",
}
# What only a run with a model, or a setting, needs.
LATE = {"sqlite3", "pydantic_settings", "genai_prices", "tenacity"}
HEAVY = {"pydantic", "rich", "jinja2", "markdown_it", "sentencex", "yaml", "asyncio"}

PROBE = """
import json, sys
before = set(sys.modules)
{code}
print("MODULES" + json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""
COMMAND = """
from summarizer.cli import main
sys.argv = ["summarizer", *{args!r}]
try:
    main()
except SystemExit as end:
    assert end.code in (0, None), end.code
"""

STORY = """Envoys end first round

GENEVA, 12 January 2022 - Ana Reyes and Bo Lind met in Geneva on Wednesday for about two hours.

"We agreed to meet again in March," Reyes told reporters.
"""


def imported_by(code: str, folder: Path) -> set[str]:
    """Return the top-level names of all that `code` imports, in an interpreter of its own."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE.format(code=code)],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    names: list[str] = json.loads(run.stdout.rpartition("MODULES")[2])
    return set(names)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "memo.md").write_text("# Memo\n\nAna Reyes met Bo Lind in Geneva.\n", encoding="utf-8")
    (tmp_path / "briefing.json").write_text('{"title": "Envoys end first round"}', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        *(COMMAND.format(args=a) for a in (["--help"], ["--version"], ["brief", "--help"])),
    ],
    ids=["import", "--help", "--version", "brief --help"],
)
def test_help_imports_nothing_heavy(code: str, folder: Path) -> None:
    """The package, its version and its help cost a hundredth of a second or so above click."""
    assert not imported_by(code, folder) & (NETWORK | HEAVY)


@pytest.mark.parametrize(
    "args",
    [
        ["brief", "story.txt"],
        ["brief", "story.txt", "--model", "offline", "--format", "markdown"],
        ["brief", "story.txt", "--format", "json", "-o", "report.json"],
        ["brief", "story.txt", "--show-prompt"],
        ["verify", "briefing.json", "story.txt"],
        ["verify", "memo.md", "story.txt", "--format", "json"],
        ["kinds", "briefing"],
    ],
    ids=" ".join,
)
def test_no_command_without_a_model_imports_a_network_client(args: list[str], folder: Path) -> None:
    """Offline means that nothing that could send a byte is even loaded."""
    assert not imported_by(COMMAND.format(args=args), folder) & (NETWORK | LATE)


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer; summarizer.brief('story.txt').to_markdown()",
        "import summarizer; summarizer.verify({'title': 'Envoys end first round'}, 'story.txt').to_json()",
        "import summarizer; summarizer.check('They met for about two hours.', 'story.txt')",
    ],
    ids=["brief", "verify", "check"],
)
def test_no_library_function_without_a_model_imports_a_network_client(code: str, folder: Path) -> None:
    """The same holds for the library."""
    assert not imported_by(code, folder) & NETWORK


@pytest.mark.parametrize(("attribute", "imported"), [("", False), (" style='color:rgb(255 0 0)'", True)])
def test_css_is_imported_where_a_page_has_styles(attribute: str, imported: bool, folder: Path) -> None:
    """A page that says nothing of how it looks costs no library for it."""
    paragraphs = "".join(f"<p{attribute}>{part}</p>" for part in STORY.split("\n\n"))
    (folder / "page.html").write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")
    found = imported_by("import summarizer; summarizer.load('page.html')", folder)
    assert ("tinycss2" in found) is imported
    assert "cssselect2" not in found
