"""`summarizer runs`: what models were asked and what came of it, kept in the store."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli.options import output_options
from summarizer.errors import InputError, UsageError

if TYPE_CHECKING:
    from summarizer.store import Run, Store

LAST = "last"


@click.command(
    name="runs", short_help="List the runs that models were asked in, or show, write out or forget one."
)
@click.argument("run", required=False)
@click.option("--forget", is_flag=True, help="Delete RUN; without RUN all runs and all kept answers.")
@output_options
def runs(
    run: str | None,
    forget: bool,
    form: str | None,
    target: Path | None,
    force: bool,
    no_source_text: bool,
    quiet: bool,
) -> int:
    """List the runs in which a model was asked, or show RUN: its number, or `last`.

    A run is shown, and with -o written to a file, in any format. Kept answers make the same run again cost nothing.
    """
    from summarizer.cli.console import complain
    from summarizer.cli.output import open_output
    from summarizer.settings import read_settings
    from summarizer.store import Store, default_path

    path = read_settings()["store_path"] or default_path()
    if not Path(path).exists():
        if run is not None:
            raise InputError(f"There is no run {run}: nothing is kept at {path}.")
        _write_list([], form)
        return 0
    output = open_output(form, target, force=force, source_text=not no_source_text) if run else None
    store = Store(path)
    try:
        if forget:
            gone = store.forget(None if run is None else _number(run, store))
            if not quiet:
                complain(f"{gone} {'run' if gone == 1 else 'runs'} forgotten")
        elif run is None or output is None:
            _refuse_target(target)
            _write_list(store.runs(), form)
        else:
            report = store.report(_number(run, store))
            if report is None:
                raise InputError(f"There is no run {run}.", remedy="List them: summarizer runs")
            output.write(report)
    finally:
        store.close()
    return 0


def _number(run: str, store: Store) -> int:
    kept = store.runs()
    if run == LAST and kept:
        return kept[0].id
    if not run.isdecimal() or int(run) not in {one.id for one in kept}:
        raise InputError(f"There is no run {run!r}.", remedy="List them: summarizer runs")
    return int(run)


def _refuse_target(target: Path | None) -> None:
    if target is not None:
        raise UsageError("-o needs a run.", remedy="Name it: summarizer runs 3 -o report.md")


def _write_list(kept: list[Run], form: str | None) -> None:
    from summarizer.cli.console import write_stdout
    from summarizer.rendering.safe import json_safe, plain

    if form == "json":
        write_stdout(
            json_safe(json.dumps([asdict(one) for one in kept], ensure_ascii=False, indent=2)) + "\n"
        )
        return
    rows = [
        (
            str(one.id),
            one.made[:16].replace("T", " "),
            one.model,
            one.kind,
            one.worst,
            f"{one.input_tokens + one.output_tokens:,} tokens",
            "price not known" if one.cost is None else f"${one.cost:,.4f}",
            one.source,
        )
        for one in kept
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(7)] if rows else []
    lines = [
        plain("  ".join([*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]]))
        for row in rows
    ]
    write_stdout("\n".join(lines) + "\n" if lines else "No runs are kept.\n")


COMMAND = runs
