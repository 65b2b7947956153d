"""`summarizer evaluate`: how well extractors and the verifier do on documents that were annotated by hand."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.cli.console import StandIn, note
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.cli.output import Output
    from summarizer.evaluation import Evaluation


_WIDE = 200  # columns of Markdown, whose lines are not folded


@click.command(name="evaluate", short_help="Score extractors and the verifier on annotated documents.")
@click.argument("gold", nargs=-1, required=True, type=Path)
@click.option(
    "--documents",
    multiple=True,
    type=Path,
    metavar="DIR",
    help="Where the documents are; else docs/ beside GOLD, the folder above, GOLD itself.",
)
@click.option(
    "--model",
    "models",
    multiple=True,
    metavar="M",
    help="`offline`, or provider/name; may be given several times, to compare.  [default: offline]",
)
@click.option("--base-url", metavar="URL", help="Address of an OpenAI-compatible server.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Longest wait for the model, for each document.",
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("-o", "--output", "target", type=Path, metavar="FILE", help="Write the result to FILE.")
@click.option("--force", is_flag=True, help="Let -o overwrite a file.")
@click.option("-q", "--quiet", is_flag=True, help="No notes and no progress on standard error.")
def evaluate(
    gold: tuple[Path, ...],
    documents: tuple[Path, ...],
    models: tuple[str, ...],
    base_url: str | None,
    timeout: float | None,
    form: str,
    target: Path | None,
    force: bool,
    quiet: bool,
) -> int:
    """Score extractors on the annotations in GOLD (folders or files), and the verifier on both.

    \b
    What counts as a match, one to one, best fit first:
      participants   the same entity: surname and no other first name, the
                     same state or body; without a name, role and side
      duration       minutes and bound exactly; rightly null counts as right
      agreed formats the same place and a common party; without a place on
                     one side, a common party and a common word of the name
      positions      the words it rests on (its quote, its main evidence)
                     and the annotated ones share half of the shorter; of
                     the matched: speaker, then holder, by entity
      agreements,    by their words, as positions; scored only where
      next steps     the annotation has them

    Overall figures add up the counts of all documents. A failure of a model counts as an empty briefing.
    docs/evaluation.md tells the form of an annotation and all rules.
    """  # noqa: D301 - click reads the backspace as a mark
    from summarizer.cli.output import open_output
    from summarizer.cli.progress import counting
    from summarizer.evaluation import evaluate as run
    from summarizer.evaluation import read_gold
    from summarizer.face import OFFLINE, brief

    chosen = list(dict.fromkeys(models or (OFFLINE,)))
    if base_url and chosen == [OFFLINE]:
        raise UsageError("--base-url needs a model.", remedy="Name it: --model openai/NAME --base-url URL")
    output = open_output(form, target, force=force, inputs=tuple(map(str, gold)))
    read = read_gold(gold, documents)
    with counting(len(read) * (1 + len(chosen)), quiet=quiet) as told:
        evaluation = run(
            read,
            chosen,
            lambda source, model: brief(
                source, model=model, base_url=None if model == OFFLINE else base_url, timeout=timeout
            ),
            told,
        )
    output.write_text(_rendered(evaluation, output))
    return _code(evaluation, quiet=quiet)


def _rendered(evaluation: Evaluation, output: Output) -> str:
    from summarizer.evaluation.table import print_evaluation
    from summarizer.rendering.safe import json_safe
    from summarizer.rendering.terminal import console_for

    if output.form == "json":
        return json_safe(json.dumps(evaluation.to_dict(), ensure_ascii=False, indent=2))
    on_screen = output.target is None and sys.stdout is not None and output.form == "text"
    console = console_for(StandIn(sys.stdout) if on_screen else io.StringIO())
    if output.form == "markdown":
        console.width = _WIDE
    with console.capture() as capture:
        print_evaluation(evaluation, console, markdown=output.form == "markdown")
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def _code(evaluation: Evaluation, *, quiet: bool) -> int:
    """Return 4 where a model gave nothing at all, 5 where documents were left out, else 0."""
    silent = [run.model for run in evaluation.runs if len(run.failures) == len(run.documents)]
    failed = sum(len(run.failures) for run in evaluation.runs)
    if not quiet and silent:
        note(f"summarizer: {', '.join(silent)} gave no briefing at all")
    elif not quiet and (failed or evaluation.skipped):
        note(f"summarizer: {len(evaluation.skipped)} documents not evaluated, {failed} briefings failed")
    return 4 if silent else 5 if failed or evaluation.skipped else 0


COMMAND = evaluate
