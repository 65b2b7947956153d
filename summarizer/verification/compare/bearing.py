"""Compares how the words that claim and passage share bear on one another: degrees, limits, modals, connectives, comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.verification.compare.comparatives import compare_comparatives
from summarizer.verification.compare.connectives import compare_connectives, compare_turned_conditions
from summarizer.verification.compare.contrasted import compare_contrasted
from summarizer.verification.compare.exceptions import compare_exceptions
from summarizer.verification.compare.limits import compare_limits
from summarizer.verification.compare.modals import compare_modals
from summarizer.verification.compare.offers import compare_offers
from summarizer.verification.compare.scales import compare_scales
from summarizer.verification.compare.wholes import compare_sides_of_amounts
from summarizer.verification.difference import Difference

if TYPE_CHECKING:
    from summarizer.verification.compare.comparison import Comparison

_ALL = (
    compare_scales,
    compare_exceptions,
    compare_connectives,
    compare_turned_conditions,
    compare_comparatives,
    compare_contrasted,
    compare_modals,
    compare_limits,
    compare_offers,
    compare_sides_of_amounts,
)


def compare_bearing(c: Comparison) -> Iterator[Difference]:
    """Yield where the same words stand under another degree, limit, modal, connective or comparison in the passage."""
    return chain.from_iterable(compare(c) for compare in _ALL)
