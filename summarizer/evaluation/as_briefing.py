"""An annotation in the shape of the kind `briefing`, by rule: what the verifier is given to judge the gold itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summarizer.evaluation.entities import alternatives
from summarizer.evaluation.gold import Annotation, GoldDocument, GoldPerson, GoldResult
from summarizer.source import Source


def as_briefing(gold: GoldDocument, source: Source) -> dict[str, Any]:
    """Return the briefing that stands beside the annotation, or one made of it: of alternatives the first is taken."""
    if gold.briefing is not None:
        return {key: value for key, value in gold.briefing.items() if key != "kind"}
    note = gold.annotation
    return {
        "title": note.title or source.title,
        "event": _event(note),
        "participants": _people(note.participants),
        "informants": _people(note.informants or ()),
        "duration": _duration(note),
        "agreed_formats": [
            {
                "name": f.name,
                "place": _first(f.place),
                "parties": f.parties,
                "date": f.date,
                "status": f.status,
                "evidence": _evidence(f.evidence),
            }
            for f in note.agreed_formats
        ],
        "agreements": [{**r, "parties": []} for r in _results(note.agreements or ())],
        "positions": [
            {
                "holder": _first(p.holder),
                "speaker": _first(p.speaker),
                "statement": p.statement,
                "quote": p.quote if p.direct else None,
                "direct": p.direct,
                "evidence": _evidence([p.quote]),
            }
            for p in note.positions or ()
        ],
        "next_steps": [{**r, "date": None, "place": None} for r in _results(note.next_steps or ())],
    }


def _event(note: Annotation) -> dict[str, Any] | None:
    if note.event is None:
        return None
    places = [w.place for w in note.where if w.place]
    evidence = [q for part in (note.when, *note.where) if part for q in part.evidence]
    evidence += [q for person in note.participants for q in person.evidence[:1]]
    return {
        "what": note.what,
        "date": note.when.date if note.when else None,
        "time": None,
        "place": places[0] if places else None,
        "evidence": _evidence(evidence),
    }


def _duration(note: Annotation) -> dict[str, Any] | None:
    length = note.duration
    if length is None:
        return None
    bound = length.bound or ("about" if length.approximate else "exact")
    return {
        "text": length.text,
        "minutes": length.minutes,
        "bound": bound,
        "evidence": _evidence(length.evidence),
    }


def _people(people: Sequence[GoldPerson]) -> list[dict[str, Any]]:
    return [
        {
            "name": _first(p.name),
            "role": _first(p.role),
            "affiliation": _first(p.affiliation),
            "evidence": _evidence(p.evidence),
        }
        for p in people
    ]


def _results(results: Sequence[GoldResult]) -> list[dict[str, Any]]:
    return [{"what": r.what, "evidence": _evidence(r.evidence)} for r in results]


def _first(text: str | None) -> str | None:
    return next(iter(alternatives(text)), None)


def _evidence(quotes: Sequence[str]) -> list[dict[str, Any]]:
    return [{"quote": q, "sentence": None} for q in quotes]
