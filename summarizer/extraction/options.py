"""How a model is asked for a briefing: what the command line, the settings and the library can choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict

from summarizer.errors import UsageError
from summarizer.extraction.endpoint import Endpoint, require_local, resolve
from summarizer.extraction.memory import Forgetful, Memory
from summarizer.extraction.meter import Limits, Progress
from summarizer.extraction.parts import LEAST_TOKENS
from summarizer.extraction.prices import Price, find_price, read_price
from summarizer.settings.names import DEFAULTS


class Choices(TypedDict, total=False):
    """The keyword arguments of `brief` that concern a model: `Options`, as far as they are given."""

    base_url: str | None
    api_key: str | None
    timeout: float | None
    max_tokens: int | None
    max_cost: float | None
    price: str | None
    local_only: bool
    repairs: int
    drop_unsupported: bool
    chunk_tokens: int | None
    judge: str | None
    judge_base_url: str | None
    memory: Memory
    on_progress: Callable[[Progress], None] | None


@dataclass(frozen=True)
class Options:
    """A model, where it is, what it may use, and what is done with its answer.

    `price` is `IN/OUT` in dollars for a million tokens, for a model whose price is not listed. `judge` is
    another model, at `judge_base_url` or, without one, where the first is.
    """

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    price: str | None = None
    local_only: bool = False
    repairs: int = DEFAULTS["repairs"]
    drop_unsupported: bool = False
    chunk_tokens: int | None = None
    judge: str | None = None
    judge_base_url: str | None = None
    memory: Memory = field(default_factory=Forgetful, repr=False)
    on_progress: Callable[[Progress], None] | None = None

    def __post_init__(self) -> None:
        if self.repairs < 0:
            raise UsageError("The number of repairs must not be negative.")
        if self.chunk_tokens is not None and self.chunk_tokens < LEAST_TOKENS:
            raise UsageError(f"A part of a document must have at least {LEAST_TOKENS} tokens.")

    @cached_property
    def limits(self) -> Limits:
        """What the run may use; raises UsageError when a limit is none."""
        return Limits(self.timeout, self.max_tokens, self.max_cost)

    @cached_property
    def endpoint(self) -> Endpoint:
        """Where the model is; raises UsageError when that must be this machine and is not."""
        return self._local(resolve(self.model, self.base_url, self.api_key))

    @cached_property
    def judge_endpoint(self) -> Endpoint | None:
        """Where the judge is, under the same rule."""
        if self.judge is None:
            return None
        provider = self.judge.partition("/")[0]
        elsewhere = self.judge_base_url or (None if provider == "ollama" else self.base_url)
        return self._local(
            resolve(self.judge, elsewhere, self.api_key if elsewhere == self.base_url else None)
        )

    def price_of(self, endpoint: Endpoint) -> Price | None:
        """Return what the endpoint's tokens cost, None where that is not known."""
        if self.price is not None and endpoint is self.endpoint:
            return read_price(self.price)
        return find_price(endpoint)

    def _local(self, endpoint: Endpoint) -> Endpoint:
        if self.local_only:
            require_local(endpoint)
        return endpoint
