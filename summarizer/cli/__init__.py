"""The command line: a lazy group of commands, and the one place where errors become lines and exit codes."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from summarizer import __version__
from summarizer.cli.console import complain, make_streams_safe, note, silence_stdout
from summarizer.errors import SummarizerError

PROGRAM = "summarizer"
BUG = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT, as shells count

# Told here and not by the commands, so that `--help` imports none of them; a test compares the two.
COMMANDS = {
    "brief": "Write a briefing of a document and verify every field of it.",
    "evaluate": "Score extractors and the verifier on annotated documents.",
    "kinds": "List the kinds of briefing, or show the fields, schema and prompt of one.",
    "runs": "List the runs that models were asked in, or show, write out or forget one.",
    "settings": "Show every setting, its value and where it came from.",
    "verify": "Check a briefing, a memo or any prose against a document.",
}

EPILOG = """Exit codes: 0 done; 2 wrong usage or unreadable input; 3 --fail-on was met; 4 the model could not be
reached or gave nothing usable; 5 done, with parts that failed; 70 a bug; 130 interrupted."""


class Commands(click.Group):
    """The group: a command's file is imported when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import and return the command `name`, None when there is no such command."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"summarizer.cli.{name}").COMMAND
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands for `--help`."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.command(
    cls=Commands,
    name=PROGRAM,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def group() -> None:
    """Structured summaries that can be believed: every field is verified against spans of the source."""


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code: the console entry point."""
    make_streams_safe()
    gc.set_threshold(
        100_000, 20, 50
    )  # one command, one document: by default a fifth of its time goes to collecting
    if os.environ.get("_SUMMARIZER_COMPLETE"):
        group.main(prog_name=PROGRAM)  # shell completion, which click answers by itself
    sys.exit(run(sys.argv[1:] if args is None else args))


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code; every error ends as a line or two on standard error."""
    debug = bool(os.environ.get("SUMMARIZER_DEBUG"))
    if not debug:
        _quieten_libraries()
    try:
        return _invoke(list(args))
    except click.exceptions.NoArgsIsHelpError as error:
        note(error.format_message())
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message().rstrip("."), _help_hint(error))
        return error.exit_code
    except SummarizerError as error:
        complain(error.message, error.remedy)
        return error.exit_code
    except KeyboardInterrupt:
        _ignore_interrupts()
        complain("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        return 0
    except Exception as error:
        if debug:
            raise
        complain(
            f"This is a bug in {PROGRAM} {__version__}: {type(error).__name__}: {error}",
            "Please report it with the command you gave; SUMMARIZER_DEBUG=1 shows where it happened.",
        )
        return BUG


def _invoke(args: list[str]) -> int:
    """Run the group; a command returns its exit code, None for 0."""
    try:
        with group.make_context(PROGRAM, args) as context:
            code: Any = group.invoke(context)
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    return code if isinstance(code, int) else 0


def _help_hint(error: click.ClickException) -> str | None:
    context = getattr(error, "ctx", None)
    return f"Try: {context.command_path} --help" if context else None


def _ignore_interrupts() -> None:
    """Let a second Ctrl-C not break into the words about the first."""
    import signal

    with suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _quieten_libraries() -> None:
    """Keep warnings of libraries off standard error, where lines are for the user."""
    if not sys.warnoptions:
        import warnings

        warnings.simplefilter("ignore")
