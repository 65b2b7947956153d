"""Extraction and verification scored on annotated documents: any extractor, side by side with others."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from summarizer.errors import InputError, ModelError, ModelSetupError, ModelUnreachableError
from summarizer.evaluation.as_briefing import as_briefing
from summarizer.evaluation.gold import GoldDocument, read_gold
from summarizer.evaluation.places import Placer
from summarizer.evaluation.result import Evaluation, GoldJudged, Judged, Run
from summarizer.evaluation.scores import score
from summarizer.kinds import DEFAULT, get_kind
from summarizer.loading import load
from summarizer.reading import read
from summarizer.report import Finding, Report, Usage, Verdict
from summarizer.source import Source
from summarizer.verification import verify_briefing

__all__ = ["Evaluation", "evaluate", "read_gold"]

Brief = Callable[[Source, str], Report]
Told = Callable[[str], None]


def evaluate(
    gold: Sequence[GoldDocument], models: Sequence[str], brief: Brief, told: Told | None = None
) -> Evaluation:
    """Brief every document with every model, and score the briefings and the verifier.

    `brief` makes the report of a document with a model. `told` is called with a line before each piece of
    work. Documents that cannot be loaded are skipped, and the reason is kept. Raises ModelSetupError where a
    model cannot be asked at all and InputError where no document is left; other failures of a model count as
    an empty briefing and are kept. A model that was never reached is not asked again.
    """
    told = told or (lambda _line: None)
    evaluation = Evaluation()
    documents = list(_loaded(gold, evaluation))
    if not documents:
        first = next(iter(evaluation.skipped.values()), "there is none")
        raise InputError(
            f"No document can be evaluated: {first}", remedy="Name their folder: --documents DIR."
        )
    for one, source in documents:
        told(f"gold: {one.name}")
        evaluation.gold.append(_judge_gold(one, source))
    for model in models:
        run = Run(model)
        evaluation.runs.append(run)
        for one, source in documents:
            told(f"{model}: {one.name}")
            run.documents.append(_judge(one, source, model, brief, run))
    return evaluation


def _loaded(gold: Sequence[GoldDocument], evaluation: Evaluation) -> Iterator[tuple[GoldDocument, Source]]:
    for one in gold:
        try:
            if one.path is None:
                raise InputError(f"{one.annotation.file} was not found")
            yield one, load(one.path, published=one.annotation.published)
        except InputError as error:
            evaluation.skipped[one.name] = error.message


def _judge(one: GoldDocument, source: Source, model: str, brief: Brief, run: Run) -> Judged:
    """Brief one document and score it; what a model could not do is scored as an empty briefing."""
    begun = time.perf_counter()
    failure, report = None, None
    try:
        if run.failures and len(run.failures) == len(run.documents) and run.failures[0].unreachable:
            raise ModelUnreachableError("not asked: the model could not be reached before")
        report = brief(source, model)
    except ModelSetupError:
        raise
    except ModelError as error:
        failure = error
    seconds = time.perf_counter() - begun
    data: dict[str, Any] = report.model_dump(mode="json", warnings=False)["briefing"] if report else {}
    usage = (report.usage if report else Usage()).model_copy(update={"seconds": seconds})
    findings = report.findings if report else ()
    return Judged(
        document=one.name,
        scores=score(one.annotation, data, Placer(source)),
        verdicts=Counter(str(f.verdict) for f in findings),
        refused=_refused(findings),
        usage=usage,
        failure=failure.message if failure else None,
        unreachable=isinstance(failure, ModelUnreachableError),
    )


def _judge_gold(one: GoldDocument, source: Source) -> GoldJudged:
    findings = verify_briefing(as_briefing(one, source), read(source), get_kind(DEFAULT)).findings
    return GoldJudged(one.name, Counter(str(f.verdict) for f in findings), _refused(findings))


def _refused(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the findings that are unsupported or contradicted, with their reasons in words."""
    return [
        {
            "path": f.path,
            "value": f.value,
            "verdict": str(f.verdict),
            "reasons": [reason.message for reason in f.reasons],
        }
        for f in findings
        if f.verdict.severity >= Verdict.UNSUPPORTED.severity
    ]
