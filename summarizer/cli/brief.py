"""`summarizer brief`: a briefing of one document, by a model or offline, with the verdict of every field."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli.console import announce_waiting, complain
from summarizer.cli.options import (
    allow_private_option,
    date_option,
    fail_on_option,
    kind_option,
    model_options,
    output_options,
)

if TYPE_CHECKING:
    from summarizer.cli.output import Output
    from summarizer.report import Report
    from summarizer.source import Source


@click.command(name="brief", short_help="Write a briefing of a document and verify every field of it.")
@click.argument("source")
@kind_option
@model_options
@click.option(
    "--show-prompt", is_flag=True, help="Print the prompt and its length in tokens; nothing is sent."
)
@date_option
@allow_private_option
@fail_on_option
@output_options
def brief(
    source: str,
    kind: str | None,
    show_prompt: bool,
    published: date | None,
    allow_private: bool,
    fail_on: str | None,
    form: str | None,
    target: Path | None,
    force: bool,
    no_source_text: bool,
    quiet: bool,
    **flags: Any,
) -> int:
    """Write a briefing of SOURCE and verify every field of it.

    SOURCE is a text file, an HTML page, an address (http or https) or - for standard input.

    Without a model the briefing is made offline, by rules.
    """
    from summarizer.cli.asking import model_for, tell_run
    from summarizer.cli.output import open_output, tell
    from summarizer.cli.progress import working
    from summarizer.face import brief as write_briefing
    from summarizer.face import load
    from summarizer.kinds import DEFAULT, get_kind

    kind = get_kind(kind or DEFAULT).name
    chosen = model_for(flags)
    output = open_output(form, target, force=force, source_text=not no_source_text, inputs=(source,))
    if not quiet:
        announce_waiting(source)
    document = load(source, published=published, allow_private=allow_private)
    if show_prompt:
        return _show_prompt(document, kind, output)
    if not quiet:
        chosen.announce()
    asked = f"Asking {chosen.model} about {document.id}" if chosen.asks else f"Reading {document.id}"
    with chosen.store(no_source_text=no_source_text) as memory, working(asked, quiet=quiet) as progress:
        report = write_briefing(document, model=chosen.model, kind=kind, **chosen.choices(memory, progress))
    output.write(report)
    if chosen.asks and not quiet:
        tell_run(report)
    if not quiet and _is_empty(report):
        complain(f"nothing to brief was found in {document.id}: no event, nobody who took part, no position")
    return tell(report, fail_on=fail_on, quiet=quiet)


def _is_empty(report: Report) -> bool:
    """Whether a briefing tells nothing but a title, of a text that was read in full."""
    data = report.model_dump(mode="json", warnings=False)["briefing"]
    return (
        report.kind == "briefing"
        and not report.failures
        and not any(v for k, v in data.items() if k != "title")
    )


def _show_prompt(document: Source, kind: str, output: Output) -> int:
    """Print what a model would be sent; the count of tokens is an estimate, as no tokenizer is asked."""
    from summarizer.extraction.parts import shown
    from summarizer.extraction.prompting import render_prompt
    from summarizer.reading import read
    from summarizer.rendering.safe import json_safe, plain

    prompt = render_prompt(kind, document, shown(read(document)))
    if output.form == "json":
        data = {"messages": prompt.messages, "schema": json.loads(prompt.schema)}
        data |= {"tokens": prompt.tokens, "sha256": prompt.sha256}
        output.write_text(json_safe(json.dumps(data, ensure_ascii=False, indent=2)))
        return 0
    parts = [f"== {m['role']}\n\n{m['content']}" for m in prompt.messages]
    parts += [f"== schema\n\n{prompt.schema}", f"== about {prompt.tokens} tokens, sha256 {prompt.sha256}"]
    text = "\n\n".join(parts)
    if output.on_terminal:
        text = "\n".join(plain(line) for line in text.split("\n"))
    output.write_text(text)
    return 0


COMMAND = brief
