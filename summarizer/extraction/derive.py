"""Fills what code can tell from a model's answer: minutes and bound of a length, and whether a position is quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.kinds import Kind, record_type, verified_of
from summarizer.reading import Reading
from summarizer.reading.timing.durations import find_durations
from summarizer.source import Span
from summarizer.verification.align import Aligner


def fill_derived(data: Mapping[str, Any], kind: Kind, reading: Reading) -> dict[str, Any]:
    """Return a model's answer with the fields that its face leaves out: `minutes`, `bound`, `direct`.

    A field is filled where the schema derives it and the answer has nothing there; None where there is no
    way to know. A value that is given is never changed, nor is `data` itself.
    """
    aligner = Aligner(reading.tokens)
    return _filled(data, kind.schema, reading, aligner)


def _filled(
    data: Mapping[str, Any], schema: type[BaseModel], reading: Reading, aligner: Aligner
) -> dict[str, Any]:
    done = dict(data)
    for key, info in schema.model_fields.items():
        mark, model, value = verified_of(info), record_type(info.annotation), data.get(key)
        if model is not None and isinstance(value, Mapping):
            done[key] = _filled(value, model, reading, aligner)
        elif model is not None and isinstance(value, list):
            done[key] = [_filled(v, model, reading, aligner) if isinstance(v, Mapping) else v for v in value]
        elif mark.derived and value is None:
            done[key] = _derive(mark.check, data, reading, aligner)
    return done


def _derive(check: str, record: Mapping[str, Any], reading: Reading, aligner: Aligner) -> Any:
    if check in ("minutes", "bound"):
        return _length(check, record.get("text"))
    return _is_direct(record, reading, aligner) if check == "direct" else None


def _length(check: str, text: Any) -> float | str | None:
    """Return the minutes or the bound of a length in words; lengths of several sessions are summed."""
    found = find_durations(text) if isinstance(text, str) else []
    if not found:
        return None
    if check == "bound":
        return str(found[0].bound)
    told = [d.minutes for d in found]
    return None if None in told else float(sum(m for m in told if m is not None))


def _is_direct(record: Mapping[str, Any], reading: Reading, aligner: Aligner) -> bool | None:
    """Tell whether a record's quote stands in quotation marks or in a speaker's turn; without a quote, no."""
    quote = record.get("quote")
    if not isinstance(quote, str) or not quote.strip():
        return False
    placement = aligner.place(quote, _near(record, reading, aligner))
    if not placement.found:
        return None
    return _in_turn(placement.spans, reading) or _in_marks(placement.spans, reading)


def _near(record: Mapping[str, Any], reading: Reading, aligner: Aligner) -> Span | None:
    """Return where the record's evidence stands: it tells which of several occurrences is meant."""
    evidence = record.get("evidence")
    for item in evidence if isinstance(evidence, list) else ():
        number = item.get("sentence") if isinstance(item, Mapping) else None
        if isinstance(number, int) and 1 <= number <= len(reading.sentences):
            return reading.sentences[number - 1].span
        words = item.get("quote") if isinstance(item, Mapping) else None
        if isinstance(words, str) and (placement := aligner.place(words)).found:
            return placement.spans[0]
    return None


def _in_turn(spans: Sequence[Span], reading: Reading) -> bool:
    """Whether words stand in the turn of a transcript whose speaker is named."""
    sentence = reading.sentence_at(spans[0].start)
    return sentence is not None and sentence.block.speaker is not None


def _in_marks(spans: Sequence[Span], reading: Reading) -> bool:
    return any(
        q.outside.overlaps(span) and _mostly(q.inside, span) for span in spans for q in reading.quotations
    )


def _mostly(inside: Span, span: Span) -> bool:
    """Whether most of a span stands inside quotation marks (a full stop may stand outside)."""
    shared = min(inside.end, span.end) - max(inside.start, span.start)
    return 2 * shared > span.end - span.start
