"""What is promised to users by name is there, by that name."""

from __future__ import annotations

import importlib
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

import summarizer
from summarizer.cli import COMMANDS, group

ROOT = Path(__file__).resolve().parent.parent

EXPORTS = {
    "Finding",
    "Report",
    "Source",
    "Span",
    "SummarizerError",
    "Verdict",
    "__version__",
    "abrief",
    "brief",
    "check",
    "load",
    "verify",
}
OUTPUT = {"--format", "-o", "--output", "--force", "--no-source-text", "-q", "--quiet"}
CHECKING = {"--kind", "--date", "--fail-on", "--allow-private"}
MODEL = {"--model", "--base-url", "--timeout", "--max-tokens", "--max-cost", "--price", "--repairs"}
MODEL |= {"--chunk-tokens", "--judge", "--judge-base-url", "--store", "--local-only", "--drop-unsupported"}
OPTIONS = {
    "brief": OUTPUT | CHECKING | MODEL | {"--show-prompt"},
    "runs": OUTPUT | {"--forget"},
    "settings": {"--format"},
    "verify": OUTPUT | CHECKING,
    "kinds": {"--format"},
    "evaluate": {
        "--documents",
        "--model",
        "--base-url",
        "--timeout",
        "--format",
        "-o",
        "--output",
        "--force",
        "-q",
        "--quiet",
    },
}


def command(name: str) -> click.Command:
    found = group.get_command(click.Context(group), name)
    assert found is not None
    return found


def options_of(name: str) -> set[str]:
    return {opt for param in command(name).params if isinstance(param, click.Option) for opt in param.opts}


def test_the_package_exports_what_it_documents() -> None:
    """`__all__` is the public face, and every name in it can be had."""
    assert set(summarizer.__all__) == EXPORTS
    for name in EXPORTS:
        assert getattr(summarizer, name) is not None
    assert set(dir(summarizer)) >= EXPORTS


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The lazy door opens for nothing else."""
    with pytest.raises(AttributeError, match="no attribute 'breif'"):
        summarizer.breif  # noqa: B018 - the access is the test


def test_the_version_is_one_and_the_same() -> None:
    """The package, the command and the build name one version."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", summarizer.__version__)
    told = subprocess.run(
        [sys.executable, "-m", "summarizer", "--version"], capture_output=True, text=True, check=True
    )
    assert told.stdout == f"summarizer {summarizer.__version__}\n"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "summarizer/__init__.py"


def test_the_console_command_is_declared() -> None:
    """`summarizer` is the function that `python -m summarizer` runs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    module, _, function = project["project"]["scripts"]["summarizer"].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


def test_the_package_is_typed() -> None:
    """Type checkers are told that the annotations count."""
    assert (ROOT / "summarizer" / "py.typed").is_file()


def test_the_commands_are_those_documented() -> None:
    """No command is missing, and none is there before its time."""
    assert set(COMMANDS) == set(OPTIONS)


@pytest.mark.parametrize("name", OPTIONS)
def test_the_options_are_those_documented(name: str) -> None:
    """Each command has its options, and no other."""
    assert options_of(name) == OPTIONS[name]


@pytest.mark.parametrize("name", OPTIONS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    """The short help that `--help` shows without importing a command is the command's own."""
    assert COMMANDS[name] == command(name).short_help


def test_the_formats_in_the_help_are_those_there_are() -> None:
    """`--format` names every renderer without importing one."""
    from summarizer.rendering import renderer_names

    option = next(p for p in command("brief").params if p.name == "form")
    assert isinstance(option, click.Option)
    assert set((option.metavar or "").split("|")) == set(renderer_names())


def documented_calls() -> list[tuple[str, str]]:
    """Return every call of the command in a code block of the README and the documents, with its file."""
    found = []
    for file in [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]:
        for block in re.findall(r"^```[^\n]*\n(.*?)^```", file.read_text("utf-8"), re.DOTALL | re.MULTILINE):
            lines = block.replace("\\\n", " ").splitlines()
            found += [
                (file.name, call)
                for line in lines
                for call in re.findall(r"(?:^\s*|\$ |&& |/|-m )summarizer (?=[a-z-])([^|>&;#]*)", line)
            ]
    return found


@pytest.mark.parametrize(("file", "call"), documented_calls())
def test_what_the_documents_call_is_there(file: str, call: str) -> None:
    """A command or option that a document shows is one that the program has."""
    words = shlex.split(call)
    if words[0].startswith("-"):
        assert words[0] in ("--help", "--version", "-h")
        return
    assert words[0] in COMMANDS, file
    used = {word.partition("=")[0] for word in words[1:] if re.match(r"--?[a-z]", word)}
    assert used <= options_of(words[0]) | {"--help", "-h"}, file
