"""What a run may use and has used: time, tokens, money. Held before each request, so that no limit is passed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.errors import BudgetError, ModelSetupError, UsageError
from summarizer.report import Usage

if TYPE_CHECKING:
    from summarizer.extraction.answers import Answer
    from summarizer.extraction.prices import Price

TIMEOUT = 50.0  # seconds for one question: an endpoint that only fails ends within a minute
# Of UTF-8. English has more than four bytes to a token, Chinese about three: fewer tokens are never foreseen
# than are counted, but for text made of digits or noise.
BYTES_PER_TOKEN = 3
LEAST_ANSWER = 64  # tokens: with less left, no answer is worth asking for


@dataclass(frozen=True)
class Limits:
    """What a run may use. Seconds for all its requests together; tokens in and out; US dollars."""

    timeout: float | None = None
    max_tokens: int | None = None
    max_cost: float | None = None

    def __post_init__(self) -> None:
        if self.timeout is not None and self.timeout <= 0:
            raise UsageError("The time allowed for the model must be more than 0 seconds.")
        if self.max_tokens is not None and self.max_tokens <= 0:
            raise UsageError("The budget of tokens must be more than 0.")
        if self.max_cost is not None and self.max_cost <= 0:
            raise UsageError("The budget of money must be more than 0 dollars.")


@dataclass(frozen=True)
class Progress:
    """How far a run is: parts of the document done, of how many, requests and tokens so far."""

    parts_done: int
    parts: int
    requests: int
    tokens: int


@dataclass
class Meter:
    """Counts what is used and refuses what could be too much. One for each run, through all its questions."""

    limits: Limits = field(default_factory=Limits)
    on_progress: Callable[[Progress], None] | None = None
    requests: int = 0
    asked: int = 0
    said: int = 0
    parts: int = 1
    parts_done: int = 0
    cost: float = 0.0
    priced: bool = True
    started: float = field(default_factory=time.monotonic)

    @property
    def is_bounded(self) -> bool:
        """Whether tokens or money are limited: then one request follows another."""
        return self.limits.max_tokens is not None or self.limits.max_cost is not None

    def seconds_left(self) -> float:
        """Return the seconds that the next question may take."""
        if self.limits.timeout is None:
            return TIMEOUT
        return max(0.0, self.started + self.limits.timeout - time.monotonic())

    def admit(self, size: int, price: Price | None) -> int | None:
        """Return how many tokens the answer to a request of `size` bytes may have, None for any number.

        Raises BudgetError when the request and a short answer could pass the budget, ModelSetupError when
        money is limited and the price is not known.
        """
        asked = -(-size // BYTES_PER_TOKEN)
        room: list[int] = []
        if self.limits.max_tokens is not None:
            room.append(self.limits.max_tokens - self.asked - self.said - asked)
        if self.limits.max_cost is not None:
            room.append(self._affordable(asked, price, self.limits.max_cost))
        if not room:
            return None
        if min(room) < LEAST_ANSWER:
            raise self._exhausted(asked, price)
        return min(room)

    def _affordable(self, asked: int, price: Price | None, most: float) -> int:
        if price is None:
            raise ModelSetupError(
                "The price of this model is not known, so a budget of money cannot be held.",
                remedy="Give the price (--price IN/OUT, dollars for a million tokens), or a budget of tokens.",
            )
        each = price.cost(0, 1_000_000) / 1_000_000
        left = most - self.cost - price.cost(asked, 0)
        return int(left / each) if each else (LEAST_ANSWER if left >= 0 else 0)

    def _exhausted(self, asked: int, price: Price | None) -> BudgetError:
        used = f"{self.asked + self.said:,} tokens used"
        if self.limits.max_cost is not None and price is not None:
            used += f" (${self.cost:,.4f})"
        return BudgetError(
            f"The next request, of up to {asked:,} tokens, could pass the budget: {used}.",
            remedy="Allow more (--max-tokens, --max-cost), or take a shorter document.",
        )

    def sent(self) -> None:
        """Count a request."""
        self.requests += 1
        self.tell()

    def answered(self, answer: Answer, price: Price | None) -> None:
        """Count an answer that was paid for."""
        self.asked += answer.input_tokens
        self.said += answer.output_tokens
        if price is None:
            self.priced = False
        else:
            self.cost += price.cost(answer.input_tokens, answer.output_tokens, answer.cached_tokens)
        self.tell()

    def tell(self) -> None:
        """Tell the listener how far the run is."""
        if self.on_progress:
            self.on_progress(Progress(self.parts_done, self.parts, self.requests, self.asked + self.said))

    def usage(self) -> Usage:
        """Return all that was used, requests in vain too; no cost where the price of any answer is not known."""
        return Usage(
            input_tokens=self.asked,
            output_tokens=self.said,
            cost=round(self.cost, 6) if self.priced else None,
            requests=self.requests,
            seconds=round(time.monotonic() - self.started, 3),
        )
