"""`summarizer brief`: a briefing of one document, by a model or offline, with the verdict of every field."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli.console import announce_stdin, complain
from summarizer.cli.options import date_option, fail_on_option, kind_option, output_options
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.cli.output import Output
    from summarizer.report import Report
    from summarizer.source import Source


@click.command(name="brief", short_help="Write a briefing of a document and verify every field of it.")
@click.argument("source")
@kind_option
@click.option(
    "--model",
    metavar="M",
    envvar="SUMMARIZER_MODEL",
    show_envvar=True,
    help="`offline`, or provider/name, such as openai/gpt-5 or ollama/llama3.1.  [default: offline]",
)
@click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Longest wait for the model.",
)
@click.option(
    "--show-prompt", is_flag=True, help="Print the prompt and its length in tokens; nothing is sent."
)
@date_option
@fail_on_option
@output_options
def brief(
    source: str,
    kind: str | None,
    model: str | None,
    base_url: str | None,
    timeout: float | None,
    show_prompt: bool,
    published: date | None,
    fail_on: str | None,
    form: str | None,
    target: Path | None,
    force: bool,
    no_source_text: bool,
    quiet: bool,
) -> int:
    """Write a briefing of SOURCE, a text file or - for standard input, and verify every field of it.

    Without a model the briefing is made offline, by rules.
    """
    from summarizer.cli.output import open_output, tell
    from summarizer.cli.progress import working
    from summarizer.face import OFFLINE, load
    from summarizer.face import brief as write_briefing
    from summarizer.kinds import DEFAULT, get_kind

    if base_url and model in (None, OFFLINE):
        raise UsageError("--base-url needs a model.", remedy="Name it: --model openai/NAME --base-url URL")
    kind = get_kind(kind or DEFAULT).name
    output = open_output(form, target, force=force, source_text=not no_source_text, inputs=(source,))
    if not quiet:
        announce_stdin(source)
    document = load(source, published=published)
    if show_prompt:
        return _show_prompt(document, kind, output)
    if model is None and not quiet:
        complain(
            "no model was named, so this is made offline, by rules (--model or SUMMARIZER_MODEL names one)"
        )
    asked = f"Reading {document.id}" if model in (None, OFFLINE) else f"Asking {model} about {document.id}"
    with working(asked, quiet=quiet):
        report = write_briefing(document, model=model, kind=kind, base_url=base_url, timeout=timeout)
    output.write(report)
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
    from summarizer.extraction.prompting import render_prompt
    from summarizer.reading import read
    from summarizer.rendering.safe import json_safe, plain

    prompt = render_prompt(kind, document, read(document).sentences)
    if output.form == "json":
        shown = {"messages": prompt.messages, "schema": json.loads(prompt.schema)}
        shown |= {"tokens": prompt.tokens, "sha256": prompt.sha256}
        output.write_text(json_safe(json.dumps(shown, ensure_ascii=False, indent=2)))
        return 0
    parts = [f"== {m['role']}\n\n{m['content']}" for m in prompt.messages]
    parts += [f"== schema\n\n{prompt.schema}", f"== about {prompt.tokens} tokens, sha256 {prompt.sha256}"]
    text = "\n\n".join(parts)
    if output.on_terminal:
        text = "\n".join(plain(line) for line in text.split("\n"))
    output.write_text(text)
    return 0


COMMAND = brief
