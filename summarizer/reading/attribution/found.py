"""What a rule of attribution finds in a sentence, in token numbers of a Stream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from summarizer.reading.attribution.cues import CueClass
from summarizer.reading.attribution.noun_phrases import Subject

Range = tuple[int, int]


@dataclass(slots=True)
class Found:
    """An attribution in token numbers. `tag` marks one whose content stands before it."""

    rule: str
    cue: Range
    content: list[Range]
    subject: Subject | None
    strong: bool = True
    negated: bool = False
    addressee: Range | None = None
    tag: bool = False
    finite: bool = True
    reports: CueClass = CueClass.SPEECH


class Complement(NamedTuple):
    """Where the content begins, by which rule, and to whom it was said."""

    first: int
    rule: str
    addressee: tuple[int, int] | None = None
