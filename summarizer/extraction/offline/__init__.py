"""The offline extractor: plain code that fills the kinds `briefing` and `statements` from a Reading."""

from __future__ import annotations

from typing import Any

from summarizer.errors import UsageError
from summarizer.extraction.offline.event import duration_record, event_record
from summarizer.extraction.offline.formats import Formats
from summarizer.extraction.offline.informants import Informants
from summarizer.extraction.offline.people import People
from summarizer.extraction.offline.positions import Positions
from summarizer.extraction.offline.results import Results
from summarizer.extraction.offline.scene import Scene
from summarizer.extraction.offline.statements import statements
from summarizer.extraction.offline.voices import Voices
from summarizer.kinds import Kind
from summarizer.reading import Reading
from summarizer.report import Failure
from summarizer.source import Span

__all__ = ["extract", "not_attempted"]

_EMPTY: dict[str, Any] = {
    "title": None, "event": None, "participants": [], "informants": [], "duration": None,
    "agreed_formats": [], "agreements": [], "positions": [], "next_steps": [],
}  # fmt: skip


def extract(reading: Reading, kind: Kind) -> dict[str, Any]:
    """Return a briefing of a text as plain data, each record with its evidence.

    Knows the kinds `briefing` and `statements`; raises UsageError for any other.
    """
    if kind.name == "briefing":
        return briefing(reading)
    if kind.name == "statements":
        return statements(Scene(reading))
    raise UsageError(
        f"The offline extractor knows the kinds briefing and statements, not {kind.name}.",
        remedy="Name a model with --model.",
    )


def not_attempted(reading: Reading) -> Failure | None:
    """Return what the rules leave out of a text that is not in English, None for one that is."""
    if Scene(reading).english:
        return None
    return Failure(
        start=0,
        end=len(reading.text),
        message="not attempted: the text does not seem to be in English, which the rules without a model are for; "
        "only the title was taken (a model can brief it: --model)",
    )


def briefing(reading: Reading) -> dict[str, Any]:
    """Return the data of the kind `briefing`; of a text that is not in English, the title alone."""
    scene = Scene(reading)
    if not scene.english:
        return {**_EMPTY, "title": scene.title}
    people = People(scene)
    voices = Voices(scene, people.entities)
    formats = Formats(scene, people, voices)
    results = Results(scene, people, voices, formats)
    agreed_formats, agreements = formats.records(), results.agreements()
    told = [Span(*span) for span in (*formats.spans, *results.spans)]
    return {
        "title": scene.title,
        "event": event_record(scene),
        "participants": people.participants(),
        "informants": Informants(scene, people, voices).records(),
        "duration": duration_record(scene),
        "agreed_formats": agreed_formats,
        "agreements": agreements,
        "positions": Positions(scene, people, voices, told).records(),
        "next_steps": results.next_steps(),
    }
