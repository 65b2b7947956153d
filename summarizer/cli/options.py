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


def model_options(command: Command) -> Command:
    """Add what concerns a model; each of these is a setting too, and None where the flag is not given."""
    above_zero = click.FloatRange(min=0, min_open=True)
    for option in reversed(
        (
            click.option(
                "--model",
                metavar="M",
                help="`offline`, or provider/name, such as openai/gpt-5 or ollama/llama3.1.  [default: offline]",
            ),
            click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server."),
            click.option(
                "--local-only/--no-local-only",
                default=None,
                help="Refuse every address that is not on this machine.",
            ),
            click.option(
                "--timeout",
                type=above_zero,
                metavar="SECONDS",
                help="Longest wait for the model, all requests together.  [default: 50 for each question]",
            ),
            click.option(
                "--max-tokens",
                type=click.IntRange(min=1),
                metavar="N",
                help="Budget of tokens, in and out, for all requests together.",
            ),
            click.option("--max-cost", type=above_zero, metavar="DOLLARS", help="Budget of money, likewise."),
            click.option(
                "--price",
                metavar="IN/OUT",
                help="Dollars for a million tokens in and out, for a model whose price is not listed.",
            ),
            click.option(
                "--repairs",
                type=click.IntRange(min=0),
                metavar="N",
                help="How often what does not hold is sent back to the model.  [default: 1]",
            ),
            click.option(
                "--drop-unsupported/--keep-unsupported",
                default=None,
                help="Leave out of the briefing what still does not hold; the report lists it.",
            ),
            click.option(
                "--chunk-tokens",
                type=click.IntRange(min=100),
                metavar="N",
                help="Longest part of a document that is asked about at once.  [default: 12000]",
            ),
            click.option("--judge", metavar="M", help="A model that decides what rules leave to review."),
            click.option(
                "--judge-base-url", metavar="URL", help="Its address.  [default: that of the model]"
            ),
            click.option(
                "--store/--no-store", default=None, help="Keep answers and runs.  [default: --store]"
            ),
        )
    ):
        command = option(command)
    return command
