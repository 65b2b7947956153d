"""What a model's tokens cost: as the caller says, or as genai-prices knows; None where nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.extraction.endpoint import Endpoint

MILLION = 1_000_000

# Providers that go by another name there.
_THEIR_NAMES = {"azure_openai": "azure", "gemini": "google", "generative-ai": "google", "xai": "x-ai"}


class Price(Protocol):
    """Tells what tokens cost, in US dollars."""

    def cost(self, asked: int, said: int, cached: int = 0) -> float:
        """Return the cost of so many tokens in and out; `cached` of those in came from the provider's cache."""


@dataclass(frozen=True)
class GivenPrice:
    """A price that the caller names: dollars for a million tokens in, and for a million out."""

    asked: float
    said: float

    def cost(self, asked: int, said: int, cached: int = 0) -> float:
        """Return the cost of so many tokens; what was cached costs the same."""
        return (asked * self.asked + said * self.said) / MILLION


@dataclass(frozen=True)
class _ListedPrice:
    """The price that genai-prices lists for a model."""

    model: str
    provider: str | None
    url: str | None

    def cost(self, asked: int, said: int, cached: int = 0) -> float:
        from genai_prices import Usage, calc_price

        used = Usage(input_tokens=asked, output_tokens=said, cache_read_tokens=cached or None)
        if self.url:
            return float(calc_price(used, self.model, provider_api_url=self.url).total_price)
        return float(calc_price(used, self.model, provider_id=self.provider).total_price)


def find_price(endpoint: Endpoint) -> Price | None:
    """Return the listed price of the endpoint's model, or None: a local server's models have none."""
    if endpoint.is_loopback:
        return None
    provider = _THEIR_NAMES.get(endpoint.provider, endpoint.provider)
    listed = _ListedPrice(endpoint.model, None if endpoint.base_url else provider, endpoint.base_url)
    try:
        listed.cost(1, 1)
    except Exception:  # a name unknown there, or a record of theirs that cannot be used: not known
        return None
    return listed


def read_price(text: str) -> GivenPrice:
    """Read `IN/OUT`, dollars for a million tokens each, such as `1.25/10`; raises UsageError."""
    found = re.fullmatch(r"\s*\$?(\d+(?:\.\d+)?)\s*/\s*\$?(\d+(?:\.\d+)?)\s*", text)
    if not found:
        raise UsageError(
            f"The price {text[:40]!r} is not one.",
            remedy="Write dollars for a million tokens in and out, for example 1.25/10.",
        )
    return GivenPrice(float(found[1]), float(found[2]))
