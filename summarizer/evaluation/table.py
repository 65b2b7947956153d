"""An evaluation as tables: side by side, per document, the verifier, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from summarizer.evaluation.result import Evaluation, Run
from summarizer.evaluation.scores import FIELDS, SHARES, Scores
from summarizer.rendering.safe import plain
from summarizer.report import Verdict

if TYPE_CHECKING:
    from rich.console import Console

_IN_DOCUMENTS = ("participants", "duration", "agreed_formats", "positions")


def print_evaluation(evaluation: Evaluation, console: Console, *, markdown: bool = False) -> None:
    """Print the tables, as Markdown where asked for."""
    for table in _tables(evaluation):
        if markdown:
            table.box = box.MARKDOWN
        console.print(table)
        console.print()
    for name, why in _left_out(evaluation):
        console.print(Text(f"{plain(name)}: {plain(why)}"), soft_wrap=True)


def _tables(evaluation: Evaluation) -> Iterator[Table]:
    for run in evaluation.runs:
        yield _fields(run)
    if len(evaluation.runs) > 1:
        yield _side_by_side(evaluation.runs)
    for run in evaluation.runs:
        yield _documents(run)
    yield _verifier(evaluation)
    yield _costs(evaluation.runs)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=Text(title), title_justify="left", box=box.SIMPLE_HEAD)
    for i, column in enumerate(columns):
        table.add_column(Text(column), justify="right" if i else "left", overflow="fold")
    return table


def _fields(run: Run) -> Table:
    scores = run.overall
    table = _table(
        f"{plain(run.model)}: {len(run.documents)} documents",
        "field",
        "precision",
        "recall",
        "F1",
        "matched / given / wanted",
    )
    for name in FIELDS:
        tally = scores.tallies[name]
        counts = f"{tally.matched} / {tally.given} / {tally.wanted}"
        table.add_row(name, _figure(tally.precision), _figure(tally.recall), _figure(tally.f1), counts)
    for name in SHARES:
        share = scores.shares[name]
        table.add_row(name, f"{_figure(share.value)} right", "", "", f"{share.right} of {share.of}")
    return table


def _side_by_side(runs: list[Run]) -> Table:
    table = _table(
        "side by side (F1, or the share that is right)", "field", *(plain(run.model) for run in runs)
    )
    totals = [run.overall for run in runs]
    for name in (*FIELDS, *SHARES):
        table.add_row(name, *(_figure(_main(total, name)) for total in totals))
    return table


def _main(scores: Scores, name: str) -> float | None:
    return scores.tallies[name].f1 if name in scores.tallies else scores.shares[name].value


def _documents(run: Run) -> Table:
    columns = ("document", "people", "length", "formats", "positions", "speaker", "holder")
    table = _table(f"{plain(run.model)}, by document (F1; speaker and holder: right of matched)", *columns)
    for judged in run.documents:
        scores = judged.scores
        length = scores.shares["duration.exact"]
        figures = [_figure(scores.tallies[name].f1) for name in _IN_DOCUMENTS]
        figures[1] = "right" if length.right == length.of else "wrong"
        shares = [_figure(scores.shares[f"positions.{name}"].value) for name in ("speaker", "holder")]
        table.add_row(plain(judged.document), *figures, *shares)
    return table


def _verifier(evaluation: Evaluation) -> Table:
    table = _table("verdicts of the verifier on the fields of", "briefings by", *(str(v) for v in Verdict))
    for run in evaluation.runs:
        table.add_row(plain(run.model), *(str(run.verdicts[str(v)]) for v in Verdict))
    table.add_row(
        "the gold itself", *(str(sum(g.verdicts[str(v)] for g in evaluation.gold)) for v in Verdict)
    )
    return table


def _costs(runs: list[Run]) -> Table:
    columns = ("model", "requests", "tokens in", "tokens out", "cost (US$)", "seconds")
    table = _table("what it took", *columns)
    for run in runs:
        usage = run.usage
        cost = "unknown" if usage.cost is None and usage.requests else f"{usage.cost or 0:.4f}"
        counts = (f"{n:,}" for n in (usage.requests, usage.input_tokens, usage.output_tokens))
        table.add_row(plain(run.model), *counts, cost, f"{usage.seconds:.1f}")
    return table


def _left_out(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    for name, why in evaluation.skipped.items():
        yield f"not evaluated: {name}", why
    for run in evaluation.runs:
        for judged in run.failures:
            yield f"no briefing by {run.model}: {judged.document}", judged.failure or ""


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"
