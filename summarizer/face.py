"""The library's functions: load, brief, abrief, verify and check."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from datetime import date as Date  # noqa: N812 - `date` is the name of an argument
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from summarizer.errors import UsageError
from summarizer.kinds import DEFAULT, Kind, get_kind
from summarizer.loading import load
from summarizer.report import Extractor, Finding, Report, SourceInfo
from summarizer.source import Source

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.extraction.options import Choices
    from summarizer.given import Given
    from summarizer.reading import Reading
    from summarizer.verification import Evidence

__all__ = ["abrief", "brief", "check", "load", "verify"]

OFFLINE = "offline"
_last: Reading | None = None


def brief(
    source: str | Path | Source,
    *,
    model: str | None = None,
    kind: str = DEFAULT,
    date: Date | str | None = None,
    **choices: Unpack[Choices],
) -> Report:
    """Write a briefing of a document and verify every field of it.

    `source` is a path, an address (http, https), `-` or a Source (for text at hand: `Source.from_text`; for
    an address in your own network: `load(address, allow_private=True)`). `model` is
    `provider/name`, or `offline` (also when None): plain code, no network, and the
    same report for the same document, byte for byte. `date` (a date or ISO 8601 text) is when the
    document was published: it anchors "on Thursday".

    Of a model: `base_url` is the address of an OpenAI-compatible server, `api_key` its key, `timeout` the
    seconds that all requests together may take, `max_tokens` and `max_cost` (US dollars, with `price` as
    `IN/OUT` for a million tokens where it is not listed) what they may use. `local_only` refuses every
    address that is not on this machine. `repairs` says how often what does not hold is sent back (1),
    `drop_unsupported` takes out what still does not. `chunk_tokens` is the length of a part of a long
    document. `judge` (at `judge_base_url`) is a model that decides what rules cannot. `memory` keeps answers
    (`summarizer.store.Store`), `on_progress` is told how far the run is.

    May be called where an event loop runs (a notebook): the loop then waits; `abrief` lets it go on.
    Raises InputError, BriefingError (an unknown kind), PromptError, and ModelError when the model cannot
    be reached or gives nothing usable. Verdicts never raise: see `Report.raise_for`.
    """
    if _is_offline(model):
        return _brief_offline(load(source, published=date), kind)
    return _settle(abrief(source, model=model, kind=kind, date=date, **choices))


async def abrief(
    source: str | Path | Source,
    *,
    model: str | None = None,
    kind: str = DEFAULT,
    date: Date | str | None = None,
    **choices: Unpack[Choices],
) -> Report:
    """Do as `brief` does, without blocking the event loop while a document is fetched or the model is asked."""
    import asyncio

    document = await asyncio.to_thread(load, source, published=date)
    if model is None or _is_offline(model):
        return _brief_offline(document, kind)
    from summarizer.extraction.options import Options
    from summarizer.extraction.run import brief_by_model

    chosen = get_kind(kind)
    options = Options(model, **choices)
    made = await brief_by_model(_read(document), chosen, options)
    report = Report(
        kind=chosen.name,
        source=SourceInfo.of(document),
        extractor=made.extractor,
        briefing=made.data,
        findings=made.findings,
        omissions=made.omissions,
        failures=made.failures,
        usage=made.usage,
    )
    options.memory.finished(report)
    return report


def verify(
    briefing: BaseModel | Mapping[str, Any] | str | Path,
    source: str | Path | Source,
    *,
    kind: str | None = None,
    date: Date | str | None = None,
) -> Report:
    """Check every field of a briefing against a document; no model, no network.

    `briefing` is a model, a mapping, a Report, JSON text of a briefing or report, a memo (Markdown) or
    any prose, or a Path to one of these. Of prose, every sentence is a claim (kind `statements`).
    `kind` goes before the kind it names itself; without either it is `briefing`. Raises BriefingError
    for what is no briefing at all; a value of a wrong type is a finding.
    """
    from summarizer.given import take_given

    return verify_given(take_given(briefing, kind), load(source, published=date))


def verify_given(given: Given, source: Source) -> Report:
    """Check what has been read already: the command reads both files itself, to tell about each."""
    return _report(_read(source), get_kind(given.kind), given.data)


def check(
    statement: str,
    source: str | Path | Source,
    *,
    speaker: str | None = None,
    evidence: Evidence | None = None,
) -> Finding:
    """Judge one statement, a few sentences, a quote or a fragment against a document.

    `speaker` is who is claimed to have said it, `evidence` a quote, or several, that it
    is to rest on. Of several sentences the worst verdict counts. Raises UsageError when the statement is empty.
    """
    from summarizer.verification import check_statement

    if not statement.strip():
        raise UsageError("The statement is empty.", remedy="Give a sentence, a quote or a fragment.")
    return check_statement(statement, _read(load(source)), speaker=speaker, evidence=evidence)


def _is_offline(model: str | None) -> bool:
    return model in (None, "", OFFLINE)


def _brief_offline(source: Source, kind: str) -> Report:
    from summarizer.extraction.offline import extract, not_attempted

    chosen = get_kind(kind)
    reading = _read(source)
    report = _report(reading, chosen, extract(reading, chosen), Extractor(name=OFFLINE))
    left_out = not_attempted(reading)
    return report.model_copy(update={"failures": (left_out,)}) if left_out else report


def _report(
    reading: Reading,
    kind: Kind,
    data: Mapping[str, Any],
    extractor: Extractor | None = None,
) -> Report:
    from summarizer.verification import verify_briefing

    verification = verify_briefing(data, reading, kind)
    return Report(
        kind=kind.name,
        source=SourceInfo.of(reading.source),
        extractor=extractor,
        briefing=dict(data),
        findings=tuple(verification.findings),
        omissions=tuple(verification.omissions),
    )


def _read(source: Source) -> Reading:
    """Return the Reading of `source`; the last one is kept, for claims that are checked one after another."""
    from summarizer.reading import read

    global _last
    kept = _last
    if kept is None or kept.source is not source:
        kept = _last = read(source)
    return kept


def _settle(work: Coroutine[Any, Any, Report]) -> Report:
    """Run `work` to its end, in a thread of its own where this one already runs an event loop."""
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
