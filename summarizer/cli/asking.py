"""Which model a command asks and how, by flags and settings, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.cli.console import complain, note
from summarizer.errors import InputError, UsageError
from summarizer.settings import Settings, read_settings

if TYPE_CHECKING:
    from summarizer.extraction.memory import Memory
    from summarizer.extraction.meter import Progress
    from summarizer.extraction.options import Choices
    from summarizer.report import Report

OFFLINE = "offline"
_CHOICES = (
    "base_url timeout max_tokens max_cost price local_only repairs drop_unsupported chunk_tokens judge judge_base_url"
).split()


@dataclass(frozen=True)
class Chosen:
    """A model, or None for rules alone, with all that is set for it."""

    model: str | None
    settings: Settings

    @property
    def asks(self) -> bool:
        """Whether a model is asked at all."""
        return self.model not in (None, OFFLINE)

    def announce(self) -> None:
        """Say that no model was named, or that an address comes from the project's file."""
        if self.model is None:
            complain(
                "no model was named, so this is made offline, by rules (--model or SUMMARIZER_MODEL names one)"
            )
        if (address := self.settings.strange_address) and self.asks:
            complain(
                f"the address {address.value} comes from {address.origin}, so no key of the environment is sent there",
                "To send one, give the address with --base-url.",
            )

    @contextmanager
    def store(self, *, no_source_text: bool = False) -> Iterator[Memory | None]:
        """Open the store where answers are to be kept; tell, after the work, what could not be."""
        if not self.asks or not self.settings["store"]:
            yield None
            return
        from summarizer.store import Store

        try:
            store = Store(self.settings["store_path"], source_text=not no_source_text)
        except InputError as error:  # an answer is worth more than its copy
            complain(f"answers are not kept: {error.message}", error.remedy)
            yield None
            return
        try:
            yield store
        finally:
            store.close()
            if store.problem:
                complain(f"answers were not kept: {store.problem}")

    def choices(self, memory: Memory | None, tell: Callable[[str], None]) -> Choices:
        """Return what the library takes."""
        if not self.asks:
            return {}
        from summarizer.extraction.endpoint import NO_KEY

        found: dict[str, Any] = {name: self.settings[name] for name in _CHOICES}
        found["on_progress"] = lambda progress: tell(progress_words(progress))
        if memory is not None:
            found["memory"] = memory
        if self.settings.strange_address:
            found["api_key"] = NO_KEY
        chosen: Choices = found  # type: ignore[assignment]  # the names are those of the settings
        return chosen


def model_for(flags: Mapping[str, Any]) -> Chosen:
    """Return the model that flags, environment and files name; raises UsageError for what does not go together."""
    settings = read_settings(flags)
    model = settings["model"]
    if model in (None, OFFLINE) and flags.get("base_url"):
        raise UsageError("--base-url needs a model.", remedy="Name it: --model openai/NAME --base-url URL")
    if model in (None, OFFLINE) and flags.get("judge"):
        raise UsageError("--judge needs a model.", remedy="Name it: --model openai/NAME --judge M")
    return Chosen(model, settings)


def progress_words(progress: Progress) -> str:
    """Tell how far a run is."""
    words = [f"{progress.tokens:,} tokens"] if progress.tokens else []
    if progress.parts > 1:
        words.insert(0, f"{progress.parts_done} of {progress.parts} parts")
    return ", ".join(words)


def tell_run(report: Report) -> None:
    """Say on standard error what the run used and what became of the model's answer."""
    from summarizer.rendering.provenance import change_counts, usage_facts

    facts = [*usage_facts(report), *change_counts(report)]
    if facts:
        note(f"summarizer: {' · '.join(facts)}")
    for words in (report.extractor.model_extra or {}).get("notes", []) if report.extractor else []:
        complain(str(words))
