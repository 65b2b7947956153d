"""Options that several commands share, and the values they take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def _to_date(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2022-01-12.", ctx, param) from None


def kind_option(command: Command) -> Command:
    """Add `--kind`."""
    return click.option(
        "--kind", metavar="K", help="Kind of briefing; `summarizer kinds` lists them.  [default: briefing]"
    )(command)


def date_option(command: Command) -> Command:
    """Add `--date`."""
    return click.option(
        "--date",
        "published",
        metavar="YYYY-MM-DD",
        callback=_to_date,
        help='Publication date of the document: anchors "on Thursday".',
    )(command)


def allow_private_option(command: Command) -> Command:
    """Add `--allow-private`."""
    return click.option(
        "--allow-private",
        is_flag=True,
        help="Let an address lead into a private network or to this machine.",
    )(command)


def fail_on_option(command: Command) -> Command:
    """Add `--fail-on`."""
    return click.option(
        "--fail-on",
        type=click.Choice(["contradicted", "unsupported", "review"]),
        help="Exit with 3 when any field has this verdict or a worse one.",
    )(command)


def output_options(command: Command) -> Command:
    """Add `--format`, `-o`, `--force`, `--no-source-text` and `--quiet`."""
    for option in reversed(
        (
            click.option(
                "--format",
                "form",
                metavar="text|markdown|json",
                help="Form of the result.  [default: told by the suffix of -o, else text]",
            ),
            click.option(
                "-o", "--output", "target", type=Path, metavar="FILE", help="Write the result to FILE."
            ),
            click.option("--force", is_flag=True, help="Let -o overwrite a file."),
            click.option(
                "--no-source-text", is_flag=True, help="Leave the document's text out of a JSON report."
            ),
            click.option("-q", "--quiet", is_flag=True, help="No notes and no progress on standard error."),
        )
    ):
        command = option(command)
    return command
