"""Where the evidence of a record stands in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.reading import Reading
from summarizer.reading.sentences import Sentence
from summarizer.reading.wording import Tokens
from summarizer.source import Span
from summarizer.verification.align import Aligner, Match, Placement


@dataclass(frozen=True)
class PlacedEvidence:
    """One piece of evidence: the quote's placement, or the sentence it numbers; `problem` says why it has no place."""

    placement: Placement
    problem: str | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands; empty when it has no place."""
        return self.placement.spans if self.placement.found else ()


def place_evidence(data: Mapping[str, Any], reading: Reading, aligner: Aligner) -> tuple[PlacedEvidence, ...]:
    """Place every piece of evidence that a record names."""
    given = data.get("evidence")
    if given is None or given == []:
        return ()
    if not isinstance(given, list):
        return (_broken("evidence is not a list"),)
    numbered = [s for s in (_sentence(item, reading) for item in given) if s]
    near = numbered[0].span if numbered else _unique_place(given, aligner)
    return tuple(_place_one(item, reading, aligner, near) for item in given)


def _place_one(item: Any, reading: Reading, aligner: Aligner, near: Span | None) -> PlacedEvidence:
    if not isinstance(item, Mapping):
        return _broken("a piece of evidence is not an object with a quote or a sentence number")
    quote, number = item.get("quote"), item.get("sentence")
    sentence = _sentence(item, reading)
    if isinstance(quote, str) and quote.strip():
        placement = aligner.place(quote, sentence.span if sentence else near)
        if not placement.found:
            placement = _in_title(quote, reading) or placement
        return PlacedEvidence(placement, None if placement.found else _not_found(quote, placement))
    if quote is not None and not isinstance(quote, str):
        return _broken("the quote of a piece of evidence is not text")
    if number is None:
        return _broken("a piece of evidence has neither a quote nor a sentence number")
    if sentence is None:
        return _broken(f"the source has no sentence {number!r}: it has {len(reading.sentences)}")
    return PlacedEvidence(Placement(Match.EXACT, (sentence.span,), coverage=1.0))


def _in_title(quote: str, reading: Reading) -> Placement | None:
    """Place words of the title as it is shown to a reader, where front matter has it with YAML's escapes and line breaks."""
    source = reading.source
    place = source.front_matter.values.get("title") if source.front_matter else None
    if place is None or not source.title:
        return None
    if Aligner(Tokens(source.title)).place(quote).match not in (Match.EXACT, Match.NORMALIZED):
        return None
    return Placement(Match.NORMALIZED, (Span(*place),), coverage=1.0)


def _sentence(item: Any, reading: Reading) -> Sentence | None:
    number = item.get("sentence") if isinstance(item, Mapping) else None
    if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= len(reading.sentences):
        return reading.sentences[number - 1]
    return None


def _unique_place(given: Sequence[Any], aligner: Aligner) -> Span | None:
    """Return where the first quote stands that stands once: it tells which occurrence of the others is meant."""
    for item in given:
        quote = item.get("quote") if isinstance(item, Mapping) else None
        if isinstance(quote, str):
            places = aligner.place_all(quote)
            if len(places) == 1 and places[0].found:
                return places[0].span
    return None


def _broken(problem: str) -> PlacedEvidence:
    return PlacedEvidence(Placement(Match.NOT_FOUND), problem)


def _not_found(quote: str, placement: Placement) -> str:
    if placement.match is Match.ALTERED:
        return "evidence quote altered: " + describe_changes(placement)
    return f"evidence quote not in the source: “{shorten(quote)}”"


def describe_changes(placement: Placement) -> str:
    """Say which words differ, source first: `"is not going to" → "is going to"`."""
    parts = [f"“{shorten(c.source, 60)}” → “{shorten(c.quote, 60)}”" for c in placement.changes[:3]]
    more = len(placement.changes) - 3
    return "; ".join(parts) + (f"; and {more} more" if more > 0 else "")


def shorten(text: str, limit: int = 90) -> str:
    """Return `text` on one line, cut in the middle when it is longer than `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit // 2].rstrip()} … {line[-limit // 3 :].lstrip()}"
