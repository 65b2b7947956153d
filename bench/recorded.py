"""Scores recorded answers: what a model, or somebody in its place, answered to the program's own prompts.

    python bench/recorded.py prompts ANSWERS GOLD… [--documents DIR]     writes ANSWERS/NAME.1.prompt.md, and .2. …
    python bench/recorded.py score ANSWERS GOLD… [--documents DIR]       plays ANSWERS/NAME.1.answer.json, scores them
    python bench/recorded.py serve ANSWERS GOLD… [--documents DIR]       plays them to `summarizer evaluate --base-url …`

Whoever answers sees the prompt file alone. The answers go through the whole model path over HTTP: merging, derived
fields, verification and one repair. A repair is answered by NAME.repair.json where there is one; else its question is
written to NAME.repair.prompt.md and the same records come back. Reports go to ANSWERS/NAME.report.json. Each value that
the annotation has otherwise is printed with its verdict: one that is `supported` is worth a look, at the annotation too.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from summarizer import Report, Source, brief
from summarizer.cli.console import StandIn
from summarizer.evaluation import evaluate, read_gold
from summarizer.evaluation.gold import GoldDocument
from summarizer.evaluation.table import print_evaluation
from summarizer.extraction.parts import cut, part_prompt
from summarizer.extraction.prompting import Prompt
from summarizer.kinds import get_kind
from summarizer.loading import load
from summarizer.reading import read
from summarizer.rendering.terminal import console_for
from summarizer.testing import Answer, Fault, Request, ScriptedModel

MODEL = "openai/recorded"
REPAIR = "do not hold"  # of the words that prompts/repair.md.j2 begins with


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", choices=["prompts", "score", "serve"])
    parser.add_argument("answers", type=Path, help="folder of the prompts and the answers to them")
    parser.add_argument("gold", type=Path, nargs="+", help="annotations: folders or files")
    parser.add_argument("--documents", type=Path, action="append", default=[])
    chosen = parser.parse_args()
    gold = [one for one in read_gold(chosen.gold, chosen.documents) if one.path]
    chosen.answers.mkdir(parents=True, exist_ok=True)
    if chosen.work == "prompts":
        write_prompts(chosen.answers, gold)
    elif chosen.work == "score":
        with ScriptedModel(Player(chosen.answers, gold)) as server:
            score(chosen.answers, gold, server.base_url)
    else:
        with ScriptedModel(Player(chosen.answers, gold)) as server:
            print(f"--model {MODEL} --base-url {server.base_url}", flush=True)
            time.sleep(3600)


def prompts(one: GoldDocument) -> Iterator[tuple[str, Prompt]]:
    """Yield the prompts of a document's parts, each with the name that its answer goes by."""
    assert one.path
    reading = read(load(one.path, published=one.annotation.published))
    for number, part in enumerate(cut(reading), 1):
        yield f"{one.name}.{number}", part_prompt(part, reading, get_kind("briefing"))


def write_prompts(folder: Path, gold: Sequence[GoldDocument]) -> None:
    for one in gold:
        for name, prompt in prompts(one):
            text = "\n\n===== user =====\n".join(message["content"] for message in prompt.messages)
            (folder / f"{name}.prompt.md").write_text(
                f"{text}\n\n===== schema =====\n{prompt.schema}\n", "utf-8"
            )


class Player:
    """Answers a request with what was recorded for it."""

    def __init__(self, folder: Path, gold: Sequence[GoldDocument]) -> None:
        self.folder = folder
        self.names = {prompt.user: name for one in gold for name, prompt in prompts(one)}

    def __call__(self, request: Request) -> Answer:
        name = self.names.get(request.messages[1]["content"], "")
        if not name:
            return Fault(404, "no document has this prompt")
        if REPAIR in request.messages[-1]["content"]:
            return self._repair(name.rpartition(".")[0], request)
        file = self.folder / f"{name}.answer.json"
        return file.read_text("utf-8") if file.exists() else Fault(404, f"{file.name} was not recorded")

    def _repair(self, name: str, request: Request) -> Answer:
        file = self.folder / f"{name}.repair.json"
        if file.exists():
            return file.read_text("utf-8")
        *_, said, asked = (str(message["content"]) for message in request.messages)
        file.with_suffix(".prompt.md").write_text(f"{said}\n\n===== user =====\n{asked}\n", "utf-8")
        return said


def score(folder: Path, gold: Sequence[GoldDocument], base_url: str) -> None:
    """Print the tables of `summarizer evaluate`, and each value that the annotation has otherwise, with its verdict."""
    made: list[Report] = []

    def by_recording(source: Source, model: str) -> Report:
        made.append(brief(source, model=model, base_url=base_url, timeout=600))
        return made[-1]

    evaluation = evaluate(gold, [MODEL], by_recording)
    console = console_for(StandIn(sys.stdout))
    with console.capture() as table:
        print_evaluation(evaluation, console, markdown=False)
    print(table.get())
    reports = iter(made)
    for document in evaluation.runs[0].documents:
        if document.failure:
            print(f"{document.document}: {document.failure}")
            continue
        report = next(reports)
        (folder / f"{document.document}.report.json").write_text(report.to_json(), "utf-8")
        for difference in document.scores.differences:
            told = json.dumps(difference, ensure_ascii=False, default=vars)
            print(f"{document.document}: {told} {verdicts(report, difference)}")


def verdicts(report: Report, difference: Any) -> str:
    """Return the verdicts of the fields that hold a value which the annotation has otherwise."""
    told = difference if isinstance(difference, dict) else vars(difference)
    section, _, key = told["field"].partition(".")
    found = [
        f"{f.path} {f.verdict}"
        for f in report.findings
        if f.value is not None
        and _begins(f.value, told["given"])
        and f.path.split("/")[1] == section
        and (not key or f.path.endswith(f"/{key}"))
    ]
    return "; ".join(found)


def _begins(value: Any, given: Any) -> bool:
    """Whether a value is the one that a difference tells, which may be cut short."""
    return str(value) == str(given) or (str(given).endswith("…") and str(value).startswith(str(given)[:-1]))


if __name__ == "__main__":
    main()
